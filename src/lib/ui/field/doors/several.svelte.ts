// Several doors at once, a floor where nobody opens for instance: chosen on the list, noted together, and taken back
// together while they can be.

import type { HouseholdId } from '$lib/domain/id.ts';
import type { Problem } from '$lib/domain/problem.ts';
import { isLeft, type WalkDoor } from '$lib/domain/walk.ts';
import { SvelteSet } from 'svelte/reactivity';
import type { FieldDevice } from '../device.svelte.ts';
import type { Doors } from './doors.svelte.ts';

export class Several {
	readonly #device: FieldDevice;
	readonly #doors: Doors;
	readonly #chosen = new SvelteSet<HouseholdId>();
	#isChoosing = $state(false);
	#isSaving = $state(false);
	#saved = $state.raw<readonly HouseholdId[]>([]);

	constructor(device: FieldDevice, doors: Doors) {
		this.#device = device;
		this.#doors = doors;
	}

	get isChoosing() {
		return this.#isChoosing;
	}
	get isSaving() {
		return this.#isSaving;
	}
	get count() {
		return this.#chosen.size;
	}
	/** Doors of the last press that can still be taken back. */
	get back(): number {
		return this.#saved.filter((household) => this.#doors.isNoted(household)).length;
	}

	has(household: HouseholdId): boolean {
		return this.#chosen.has(household);
	}

	/** What "nobody home" can be said of: doors that are left, with nothing to mend and nothing just noted. */
	canChoose(row: WalkDoor): boolean {
		return isLeft(row, this.#device.today) && row.door.state !== 'returned' && !this.#doors.isNoted(row.household.id);
	}

	start(): void {
		this.#chosen.clear();
		this.#isChoosing = true;
	}

	stop(): void {
		this.#chosen.clear();
		this.#isChoosing = false;
	}

	toggle(row: WalkDoor): void {
		const { id } = row.household;
		if (!this.#chosen.delete(id) && this.canChoose(row)) this.#chosen.add(id);
	}

	/** All that the list shows now: a floor, after its number was typed into the search. */
	chooseAll(rows: readonly WalkDoor[]): void {
		for (const row of rows) if (this.canChoose(row)) this.#chosen.add(row.household.id);
	}

	/** Nobody home at each chosen door; what could not be saved stays chosen, and the problem says why. */
	async noteAway(): Promise<Problem | null> {
		if (this.#isSaving) return null;
		this.#isSaving = true;
		const saved: HouseholdId[] = [];
		let problem: Problem | null = null;
		for (const household of [...this.#chosen]) {
			problem = await this.#doors.noteAway(household);
			if (problem) break;
			this.#chosen.delete(household);
			saved.push(household);
		}
		this.#saved = saved;
		this.#isSaving = false;
		if (!problem) this.stop();
		return problem;
	}

	/** How many were taken back: those that are no records yet. */
	async takeBack(): Promise<number> {
		let count = 0;
		for (const household of this.#saved) {
			const visit = this.#device.noted.get(household);
			const taken = visit && (await this.#device.takeBackVisit(visit));
			if (taken?.ok && taken.value) count++;
		}
		this.#saved = [];
		return count;
	}
}
