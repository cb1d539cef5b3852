// Mending what the ward sent back: the one field that it asks about, the values that follow from it, and the answer.

import type { PersonChanges, VisitDraft } from '$lib/device/device.ts';
import type { Household } from '$lib/domain/household.ts';
import type { VisitId } from '$lib/domain/id.ts';
import type { Person } from '$lib/domain/person.ts';
import type { Problem } from '$lib/domain/problem.ts';
import { openBarriers } from '$lib/domain/proposal.ts';
import type { Standing } from '$lib/domain/ladder.ts';
import { proposeOutcome, type Outcome, type Visit } from '$lib/domain/visit.ts';
import type { FieldDevice } from '../device.svelte.ts';
import { Draft } from '../person/draft.ts';

export type FixTable = 'visit' | 'person' | 'household';

export interface Changes {
	readonly visit: Readonly<Record<string, unknown>>;
	readonly person: Readonly<Record<string, unknown>>;
	readonly household: Readonly<Record<string, unknown>>;
}

const NONE: Changes = { visit: {}, person: {}, household: {} };

export class Fix {
	readonly id: VisitId;
	readonly draft: Draft<Changes>;
	readonly #device: FieldDevice;
	#changes = $state.raw<Changes>(NONE);
	#isReady = $state(false);
	#isSaving = $state(false);
	#isSaved = $state(false);
	#problem = $state.raw<Problem | null>(null);

	constructor(device: FieldDevice, id: VisitId) {
		this.#device = device;
		this.id = id;
		this.draft = new Draft<Changes>(device, `fix/${id}`);
	}

	get visit(): Visit | null {
		return this.#device.book.visits.get(this.id) ?? null;
	}
	get person(): Person | null {
		const id = this.visit?.person;
		return id === undefined ? null : (this.#device.book.people.get(id) ?? null);
	}
	get household(): Household | null {
		const visit = this.visit;
		return visit ? (this.#device.book.households.get(visit.household) ?? null) : null;
	}
	/** What the ward asks about; a return without a field asks about the note. */
	get target(): { readonly table: FixTable; readonly field: string } {
		return this.visit?.review?.target ?? { table: 'visit', field: 'note' };
	}
	get isReady() {
		return this.#isReady;
	}
	get isSaving() {
		return this.#isSaving;
	}
	get isSaved() {
		return this.#isSaved;
	}
	get problem() {
		return this.#problem;
	}
	get isChanged() {
		return Object.values(this.#changes).some((fields) => Object.keys(fields).length > 0);
	}

	/** The value of a field as it stands on the form. */
	value(table: FixTable, field: string): unknown {
		const changed = this.#changes[table];
		if (Object.hasOwn(changed, field)) return changed[field];
		const record = { visit: this.visit, person: this.person, household: this.household }[table];
		return (record as Readonly<Record<string, unknown>> | null)?.[field];
	}

	async open(): Promise<void> {
		this.#changes = (await this.draft.read()) ?? NONE;
		this.#isReady = true;
	}

	/** A value by hand; null takes it away. What the visit says about its person follows on the person. */
	set(table: FixTable, field: string, value: unknown): void {
		let next = { ...this.#changes, [table]: { ...this.#changes[table], [field]: value } };
		const outcome = table === 'visit' && field === 'standing' ? this.#outcomeOf(value as Standing) : undefined;
		if (outcome) next = { ...next, visit: { ...next.visit, outcome } };
		this.#changes = table === 'visit' ? { ...next, person: { ...next.person, ...this.#follow(field, value) } } : next;
		this.#problem = null;
		this.draft.write(this.#changes);
	}

	#follow(field: string, value: unknown): Readonly<Record<string, unknown>> {
		const { visit, person } = this;
		if (!visit || !person) return {};
		if (field === 'presence' || field === 'consent') return { [field]: value };
		// A later visit may have seen more: only the standing that this visit itself wrote is put right on the person.
		if (field === 'standing' && JSON.stringify(person.standing) === JSON.stringify(visit.standing)) {
			return { standing: value };
		}
		if (field === 'barriers') {
			const before = (person.barriers ?? []).filter((code) => !visit.barriers?.includes(code));
			const barriers = (value ?? []) as NonNullable<Visit['barriers']>;
			return {
				barriers: openBarriers(before, barriers, visit.solved ?? [], person.standing?.state ?? 'unknown')
			};
		}
		return {};
	}

	/** A result that only repeats the ladder goes with it; what somebody chose otherwise stays. */
	#outcomeOf(standing: Standing): Outcome | undefined {
		const { visit } = this;
		if (!visit?.standing || visit.outcome !== proposeOutcome(visit.standing.state)) return undefined;
		return proposeOutcome(standing.state);
	}

	/** True once the correction is durable on this phone. */
	async send(): Promise<boolean> {
		if (this.#isSaving) return false;
		this.#isSaving = true;
		const { visit, person, household } = this.#changes;
		// The values were made by editors of exactly these fields; the device checks each against the domain's rules.
		const changes = {
			...(Object.keys(visit).length ? { visit: visit as Partial<VisitDraft> } : {}),
			...(Object.keys(person).length && this.person ? { person: person as PersonChanges } : {}),
			...(Object.keys(household).length ? { household: household as Partial<Household> } : {})
		};
		const result = await this.draft.complete((form) => this.#device.answerReturned(this.id, changes, form));
		this.#isSaving = false;
		this.#problem = result.ok ? null : result.problem;
		this.#isSaved = result.ok;
		return result.ok;
	}
}
