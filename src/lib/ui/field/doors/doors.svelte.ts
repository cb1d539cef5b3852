// What the walk list knows: every door with what is left behind it, the search and the filter.

import { foldText } from '$lib/domain/search.ts';
import {
	fitsFilter,
	findLaneDone,
	isLeft,
	listLanes,
	nextDoor,
	sharedLane,
	DOOR_FILTERS,
	type DoorFilter,
	type LaneWalk,
	type WalkDoor
} from '$lib/domain/walk.ts';
import type { HouseholdId } from '$lib/domain/id.ts';
import type { Problem } from '$lib/domain/problem.ts';
import { maskNumber } from '$lib/domain/person.ts';
import type { FieldDevice } from '../device.svelte.ts';

/** More than a person reads; the rest is one more letter away. */
export const MOST_FOUND = 200;

/** The list is drawn first. */
const WARM_AFTER_MS = 300;
const WARM_DOORS = 100;

/** The button that takes back stands where the finger has just been. */
const DOUBLE_TAP_MS = 600;

export class Doors {
	readonly #device: FieldDevice;
	#typed = $state('');
	/** Where "nobody home" was tapped last, and when. */
	#tapped: { readonly household: HouseholdId | null; readonly at: number } = { household: null, at: 0 };
	#filter = $state<DoorFilter>('all');

	#book = $derived.by(() => this.#device.book);
	#today = $derived.by(() => this.#device.today);
	/** Once per change of the book or of the day. */
	#walk = $derived.by(() => this.#book.walkOn(this.#today));
	#shown = $derived.by((): readonly WalkDoor[] => {
		if (this.isSearching) return this.#book.findDoors(this.#typed, MOST_FOUND, this.#today);
		if (this.#filter === 'all') return this.#walk;
		return this.#walk.filter((row) => fitsFilter(row, this.#filter, this.#today));
	});
	#left = $derived(this.#walk.filter((row) => isLeft(row, this.#today)).length);
	#filters = $derived(
		DOOR_FILTERS.map((filter) => ({
			filter,
			count: this.#walk.filter((row) => fitsFilter(row, filter, this.#today)).length
		})).filter((row) => row.count > 0 || row.filter === 'all' || row.filter === this.#filter)
	);

	#laneDone = $derived.by(() => findLaneDone(listLanes(this.#walk), this.#today));

	constructor(device: FieldDevice) {
		this.#device = device;
	}

	get walk() {
		return this.#walk;
	}
	get shown() {
		return this.#shown;
	}
	get left() {
		return this.#left;
	}
	/** Filters under which something stands, with how many doors. */
	get filters() {
		return this.#filters;
	}
	/** The lane that was walked last, when nothing is left in it. */
	get laneDone(): LaneWalk | null {
		return this.#laneDone;
	}
	get lane() {
		return sharedLane(this.#walk);
	}
	get filter() {
		return this.#filter;
	}
	set filter(filter: DoorFilter) {
		this.#filter = filter;
	}
	get typed() {
		return this.#typed;
	}
	set typed(typed: string) {
		this.#typed = typed;
	}
	get isSearching() {
		return foldText(this.#typed) !== '';
	}

	/** Makes ready for the first letter while the list is only looked at, some doors between two frames. */
	warmSearch(): () => void {
		let timer = setTimeout(warm, WARM_AFTER_MS);
		const device = this.#device;
		function warm() {
			if (!device.book.warmDoors(WARM_DOORS, device.today)) timer = setTimeout(warm);
		}
		return () => clearTimeout(timer);
	}

	/** Who behind this door was searched for, by name; empty where the door itself was. */
	namesFound(household: HouseholdId): readonly string[] {
		const words = foldText(this.#typed).split(' ').filter(Boolean);
		if (words.length === 0) return [];
		const people = this.#book.peopleOf(household);
		return people
			.filter((person) => {
				const text = ` ${foldText(person.name)} ${maskNumber(person)?.slice(-4) ?? ''}`;
				return words.some((word) => text.includes(` ${word}`));
			})
			.map((person) => person.name);
	}

	/** The next door of the walk after this one, or null when the walk is over. */
	after(household: HouseholdId): WalkDoor | null {
		return nextDoor(this.#walk, household, this.#today);
	}

	isNoted(household: HouseholdId): boolean {
		return this.#device.noted.has(household);
	}

	/** Nobody home, in one tap: durable when this resolves with null. */
	async noteAway(household: HouseholdId): Promise<Problem | null> {
		this.#tapped = { household, at: performance.now() };
		const noted = await this.#device.noteVisit({ household, seenAt: this.#device.now, outcome: 'nobodyHome' });
		return noted.ok ? null : noted.problem;
	}

	/** Takes it back, unless this is the second half of a double tap, or its time is over. True when it was. */
	async takeBack(household: HouseholdId): Promise<boolean> {
		const visit = this.#device.noted.get(household);
		const { household: last, at } = this.#tapped;
		if (!visit || (household === last && performance.now() - at < DOUBLE_TAP_MS)) return false;
		const taken = await this.#device.takeBackVisit(visit);
		return taken.ok && taken.value;
	}
}
