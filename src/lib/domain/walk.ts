// Walking a lane: which doors there are, in which order, what is left behind each, and which one comes next.

import { dayAt, type Day } from './day.ts';
import { isOpenToAll, type Household } from './household.ts';
import type { HouseholdId } from './id.ts';
import { isSamePlace, NATURAL_ORDER, sortDoors, type WalkOrder } from './lane.ts';
import type { Person } from './person.ts';
import { decideDoor, type Door, type DoorState } from './task.ts';
import type { Visit } from './visit.ts';

export interface WalkDoor {
	readonly household: Household;
	readonly people: readonly Person[];
	readonly visits: readonly Visit[];
	readonly door: Door;
	/** Day of the last knock, whoever knocked. */
	readonly seenOn: Day | null;
}

/** What the walk is made of; the phone's book answers these without going through everything. */
export interface WalkRecords {
	readonly households: Iterable<Household>;
	peopleOf(household: HouseholdId): readonly Person[];
	visitsOf(household: HouseholdId): readonly Visit[];
	/** How lanes and doors follow each other; by their names where the ward has said nothing. */
	readonly order?: WalkOrder;
}

/** Every door where somebody may knock, in walking order, with what is left to do behind it. */
export function listWalk(records: WalkRecords, today: Day): WalkDoor[] {
	const open = [...records.households].filter(isOpenToAll);
	const doors = open.map((household) => makeWalkDoor(household, records, today));
	return sortDoors(doors, (row) => row.household, records.order ?? NATURAL_ORDER);
}

/**
 * The walk after a change, from the walk of the same day before it: only doors where a household, its people or its
 * visits are other objects are worked out again. The very same walk when there are none. Only within one order.
 */
export function followWalk(before: readonly WalkDoor[], records: WalkRecords, today: Day): readonly WalkDoor[] {
	const known = indexWalk(before);
	const after = new Map<HouseholdId, WalkDoor>();
	const placed: WalkDoor[] = [];
	let isSame = true;
	for (const household of records.households) {
		if (!isOpenToAll(household)) continue;
		const { id } = household;
		const old = known.get(id);
		const isUntouched =
			old?.household === household && old.people === records.peopleOf(id) && old.visits === records.visitsOf(id);
		const row = isUntouched ? old : makeWalkDoor(household, records, today);
		isSame &&= isUntouched;
		if (old && (isUntouched || isSamePlace(old.household, household))) after.set(id, row);
		else placed.push(row);
	}
	if (isSame && after.size === before.length) return before;
	const kept = before.flatMap(({ household }) => after.get(household.id) ?? []);
	return placed.length === 0
		? kept
		: sortDoors([...kept, ...placed], (row) => row.household, records.order ?? NATURAL_ORDER);
}

function makeWalkDoor(household: Household, records: WalkRecords, today: Day): WalkDoor {
	const people = records.peopleOf(household.id);
	const visits = records.visitsOf(household.id);
	const seenAt = visits.reduce((latest, visit) => Math.max(latest, visit.seenAt), 0);
	return {
		household,
		people,
		visits,
		door: decideDoor(people, visits, today),
		seenOn: seenAt > 0 ? dayAt(seenAt) : null
	};
}

/** The doors of a walk by their household. */
export function indexWalk(walk: readonly WalkDoor[]): ReadonlyMap<HouseholdId, WalkDoor> {
	return new Map(walk.map((row) => [row.household.id, row]));
}

/** Whether this door still asks for a knock on `today`: a revisit counts from its day on, a no is respected. */
export function isLeft({ door }: Pick<WalkDoor, 'door'>, today: Day): boolean {
	if (door.state === 'done' || door.state === 'refused') return false;
	return door.state === 'revisit' ? door.on !== undefined && door.on <= today : true;
}

export const DOOR_FILTERS = ['all', 'left', 'due', 'new', 'nobodyHome', 'returned', 'done'] as const;
/** Tất cả / còn lại / hẹn hôm nay / chưa đến / vắng / trả lại / xong. */
export type DoorFilter = (typeof DOOR_FILTERS)[number];

/** Whether a door stands under a filter of the walk list. */
export function fitsFilter(row: WalkDoor, filter: DoorFilter, today: Day): boolean {
	switch (filter) {
		case 'all':
			return true;
		case 'left':
			return isLeft(row, today);
		case 'due':
			return row.door.on !== undefined && row.door.on <= today && row.door.state !== 'done';
		default:
			return row.door.state === (filter satisfies DoorState);
	}
}

/**
 * The next door that asks for a knock, going on in walking order from `from` and round to the beginning. Doors where
 * somebody knocked today come only when their hour was agreed for today; null when the walk is over.
 */
export function nextDoor(walk: readonly WalkDoor[], from: HouseholdId | null, today: Day): WalkDoor | null {
	const start = walk.findIndex((row) => row.household.id === from);
	for (let step = 1; step <= walk.length; step++) {
		const row = walk[(start + step) % walk.length];
		if (!row || row.household.id === from || !isLeft(row, today)) continue;
		if (row.seenOn === today && row.door.on !== today) continue;
		return row;
	}
	return null;
}

/** The lane that all these doors share, or null where they stand in several (or in none by name). */
export function sharedLane(walk: readonly WalkDoor[]): string | null {
	const lane = walk[0]?.household.lane.trim();
	return lane && walk.every((row) => row.household.lane.trim() === lane) ? lane : null;
}
