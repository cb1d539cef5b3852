// The list of a boarding house while it is written. Each row is a draft of its own, which goes in the commit that saves
// its person: a phone that dies in the middle of the list has each row once, in the book or on the list.

import { birthYearOf } from '$lib/domain/birth.ts';
import type { Household } from '$lib/domain/household.ts';
import { LIMIT } from '$lib/domain/limit.ts';
import type { Person } from '$lib/domain/person.ts';
import type { Problem } from '$lib/domain/problem.ts';
import { foldText } from '$lib/domain/search.ts';
import { findTwins } from '$lib/domain/twin.ts';
import type { FieldDevice } from '../device.svelte.ts';
import { Draft } from '../person/draft.ts';
import { birthOf } from '../person/form.ts';
import { checkTenantRow, encodeTenant, isBlankRow, openTenantRow, type TenantRow } from './row.ts';

export interface Slot {
	/** Where its draft lies; never used twice while the list is open. */
	readonly slot: number;
	readonly row: TenantRow;
}

export class Tenants {
	readonly #device: FieldDevice;
	readonly #household: Household;
	/** By slot. */
	readonly #drafts: (Draft<TenantRow> | undefined)[] = [];
	/** Slots whose row was saved or taken away since the list was opened: what ended is never written again. */
	readonly #done: number[] = [];
	#slots = $state.raw<readonly Slot[]>([]);
	#open = $state<number | null>(null);
	#refused = $state(0);
	#isReady = $state(false);
	#isPressed = $state(false);
	#isSaving = $state(false);
	#saved = $state(0);
	#problem = $state.raw<Problem | null>(null);

	constructor(device: FieldDevice, household: Household) {
		this.#device = device;
		this.#household = household;
	}

	get slots() {
		return this.#slots;
	}
	/** The row whose fields are shown; the others are one line each. */
	get open() {
		return this.#open;
	}
	/** People who are counted only. */
	get refused() {
		return this.#refused;
	}
	get isReady() {
		return this.#isReady;
	}
	get isSaving() {
		return this.#isSaving;
	}
	/** How many of this list are in the book. */
	get saved() {
		return this.#saved;
	}
	get problem() {
		return this.#problem;
	}
	/** Rows in which somebody stands. */
	get filled() {
		return this.#slots.filter(({ row }) => !isBlankRow(row));
	}
	/** The household may have so many people. */
	get isFull() {
		return this.#device.book.peopleOf(this.#household.id).length + this.#slots.length >= LIMIT.householdPeople;
	}

	/** Rows that were begun before come back. */
	async load(): Promise<void> {
		const kept = await Promise.all(
			Array.from({ length: LIMIT.householdPeople }, async (_, slot) => ({
				slot,
				row: await this.#draftOf(slot).read()
			}))
		);
		this.#slots = kept.filter((each): each is Slot => each.row !== null && !isBlankRow(each.row));
		if (this.#slots.length === 0) this.add();
		this.#isReady = true;
	}

	/** One row more, which is the open one. */
	add(): void {
		if (this.isFull) return;
		const taken = [...this.#done, ...this.#slots.map(({ slot }) => slot)];
		const slot = Array.from({ length: LIMIT.householdPeople }, (_, at) => at).find((at) => !taken.includes(at));
		if (slot === undefined) return;
		this.#slots = [...this.#slots, { slot, row: openTenantRow(this.#device.now) }];
		this.#open = slot;
	}

	show(slot: number | null): void {
		this.#open = slot;
	}

	change(slot: number, changes: Partial<TenantRow>): void {
		this.#slots = this.#slots.map((each) => {
			if (each.slot !== slot) return each;
			const row = {
				...each.row,
				...changes,
				isOther: changes.isOther ?? ('form' in changes ? false : each.row.isOther)
			};
			this.#draftOf(slot).write(row);
			return { slot, row };
		});
	}

	/** The person's own yes, or no; its time is that of the tick. */
	consent(slot: number, record: boolean): void {
		const row = this.#slots.find((each) => each.slot === slot)?.row;
		if (row) this.change(slot, { consent: { ...row.consent, record, givenAt: this.#device.now } });
	}

	remove(slot: number): void {
		this.#slots = this.#slots.filter((each) => each.slot !== slot);
		this.#done.push(slot);
		void this.#draftOf(slot).drop();
		if (this.#slots.length === 0) this.add();
	}

	countRefused(by: number): void {
		this.#refused = Math.min(LIMIT.householdPeople, Math.max(0, this.#refused + by));
	}

	/** What a row lacks; shown once somebody wanted to save. */
	problemsOf({ row }: Slot): Problem[] {
		return this.#isPressed && !isBlankRow(row) ? checkTenantRow(row, this.#device.today) : [];
	}

	/** Who may be this one: in the book, or further up the list. */
	twinsOf({ slot, row }: Slot): { readonly name: string; readonly year: number; readonly person?: Person }[] {
		const birth = birthOf(row.form, this.#device.today);
		if (row.isOther || !birth || row.form.name.trim() === '') return [];
		const name = foldText(row.form.name);
		const known = findTwins(this.#device.book.people.values(), { name: row.form.name, birth });
		const above = this.#slots.filter(
			(each) =>
				each.slot !== slot &&
				this.#slots.indexOf(each) < this.#slots.findIndex((one) => one.slot === slot) &&
				foldText(each.row.form.name) === name &&
				birthOf(each.row.form, this.#device.today) === birth
		);
		return [
			...known.map((person) => ({ name: person.name, year: birthYearOf(person.birth), person })),
			...above.map((each) => ({ name: each.row.form.name, year: birthYearOf(birth) }))
		];
	}

	async flush(): Promise<void> {
		await Promise.all(this.#drafts.map((draft) => draft?.flush()));
	}

	/**
	 * Saves every row, or none while one lacks something or may be somebody known: that one is opened then. True when all
	 * are in the book.
	 */
	async save(): Promise<boolean> {
		if (this.#isSaving) return false;
		this.#isPressed = true;
		this.#problem = null;
		const rows = this.filled;
		const wrong = rows.find(
			(each) => checkTenantRow(each.row, this.#device.today).length > 0 || this.twinsOf(each).length > 0
		);
		if (wrong || (rows.length === 0 && this.#refused === 0)) {
			this.#open = wrong?.slot ?? this.#slots[0]?.slot ?? null;
			return false;
		}
		this.#isSaving = true;
		const isDone = (await this.#saveRows(rows)) && (await this.#saveRefused());
		this.#isSaving = false;
		return isDone;
	}

	async #saveRows(rows: readonly Slot[]): Promise<boolean> {
		for (const { slot, row } of rows) {
			const { today, now } = this.#device;
			const { newcomer, visit } = encodeTenant(row, this.#household, { today, now });
			const result = await this.#draftOf(slot).complete((form) => this.#device.recordVisit(visit, { newcomer, form }));
			if (!result.ok) {
				this.#problem = result.problem;
				return false;
			}
			this.#done.push(slot);
			this.#slots = this.#slots.filter((each) => each.slot !== slot);
			this.#saved++;
		}
		return true;
	}

	async #saveRefused(): Promise<boolean> {
		if (this.#refused === 0) return true;
		const result = await this.#device.recordVisit({
			household: this.#household.id,
			seenAt: this.#device.now,
			outcome: 'refused',
			refusedCount: this.#refused
		});
		if (result.ok) this.#refused = 0;
		else this.#problem = result.problem;
		return result.ok;
	}

	#draftOf(slot: number): Draft<TenantRow> {
		return (this.#drafts[slot] ??= new Draft<TenantRow>(this.#device, `tenants/${this.#household.id}/${slot}`));
	}
}
