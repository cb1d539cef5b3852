// Walking a lane: which doors there are, in which order, what is left behind each, and which one comes next.

import { dayAt, type Day } from './day.ts';
import { isOpenToAll, type Household } from './household.ts';
import type { AreaId, HouseholdId } from './id.ts';
import {
	foldLane,
	isSamePlace,
	NATURAL_ORDER,
	placeBetween,
	sortDoors,
	standsAt,
	writePlace,
	type LaneWay,
	type WalkOrder
} from './lane.ts';
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
	/**
	 * Who walks this part of the lane instead, empty where it went on to another phone without a name; absent where it is
	 * one's own or everybody's.
	 */
	readonly walker?: string;
	/** What was done here today by whoever handed the lane over, before the ward has told it. */
	readonly heard?: HeardDoor;
}

/** What another phone said of a door when it handed the lane over: somebody knocked, and whether anything is left. */
export interface HeardDoor {
	readonly from: string;
	readonly isOver: boolean;
}

/** What a hand-over changes about a door for this phone's day. */
export interface HandedDoor {
	readonly isGiven: boolean;
	readonly heard?: HeardDoor;
	readonly place?: string;
}

/** What the walk is made of; the phone's book answers these without going through everything. */
export interface WalkRecords {
	readonly households: Iterable<Household>;
	peopleOf(household: HouseholdId): readonly Person[];
	visitsOf(household: HouseholdId): readonly Visit[];
	/** How lanes and doors follow each other; by their names where the ward has said nothing. */
	readonly order?: WalkOrder;
	/** Who was given this door's part of the lane, where that is somebody else. */
	walkerOf?(household: Household): string | null;
	/** What changed hands here today; it counts before what the ward has lent. */
	handedOf?(household: HouseholdId): HandedDoor | undefined;
}

/** Every door where somebody may knock, in walking order, with what is left to do behind it. */
export function listWalk(records: WalkRecords, today: Day): WalkDoor[] {
	const open = [...records.households].filter(isOpenToAll);
	const doors = open.map((household) => makeWalkDoor(household, records, today));
	return sortDoors(doors, standsIn(records), records.order ?? NATURAL_ORDER);
}

/** Where a door stands on this phone today: where a hand-over has put it, else where the ward knows it. */
function standsIn(records: WalkRecords): (row: WalkDoor) => Household {
	return ({ household }) => {
		const place = records.handedOf?.(household.id)?.place;
		return place === undefined ? household : { ...household, place };
	};
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
		: sortDoors([...kept, ...placed], standsIn(records), records.order ?? NATURAL_ORDER);
}

/**
 * The same where only people or visits of these households changed since, and the doors themselves are what they were: no
 * other door is looked at.
 */
export function followDoors(
	before: readonly WalkDoor[],
	touched: ReadonlySet<HouseholdId>,
	records: WalkRecords,
	today: Day
): readonly WalkDoor[] {
	let isSame = true;
	const after = before.map((row) => {
		const { household } = row;
		if (!touched.has(household.id)) return row;
		if (row.people === records.peopleOf(household.id) && row.visits === records.visitsOf(household.id)) return row;
		isSame = false;
		return makeWalkDoor(household, records, today);
	});
	return isSame ? before : after;
}

function makeWalkDoor(household: Household, records: WalkRecords, today: Day): WalkDoor {
	const people = records.peopleOf(household.id);
	const visits = records.visitsOf(household.id);
	const handed = records.handedOf?.(household.id);
	const walker = handed ? (handed.isGiven ? '' : null) : (records.walkerOf?.(household) ?? null);
	const seenAt = visits.reduce((latest, visit) => Math.max(latest, visit.seenAt), 0);
	return {
		household,
		people,
		visits,
		door: decideDoor(people, visits, today),
		seenOn: handed?.heard ? today : seenAt > 0 ? dayAt(seenAt) : null,
		...(walker === null ? {} : { walker }),
		...(handed?.heard ? { heard: handed.heard } : {})
	};
}

/** The doors of a walk by their household. */
export function indexWalk(walk: readonly WalkDoor[]): ReadonlyMap<HouseholdId, WalkDoor> {
	return new Map(walk.map((row) => [row.household.id, row]));
}

/**
 * Whether this door still asks for a knock on `today`: a revisit counts from its day on, a no is respected, and what
 * somebody else walks, or has told to be over for today, is theirs.
 */
export function isLeft({ door, walker, heard }: Pick<WalkDoor, 'door' | 'walker' | 'heard'>, today: Day): boolean {
	if (walker !== undefined || heard?.isOver) return false;
	if (door.state === 'done' || door.state === 'refused') return false;
	return door.state === 'revisit' ? door.on !== undefined && door.on <= today : true;
}

export const DOOR_FILTERS = ['all', 'left', 'due', 'new', 'nobodyHome', 'returned', 'done', 'others'] as const;
/** Tất cả / còn lại / hẹn hôm nay / chưa đến / vắng / trả lại / xong / người khác đi. */
export type DoorFilter = (typeof DOOR_FILTERS)[number];

/** Whether a door stands under a filter of the walk list. */
export function fitsFilter(row: WalkDoor, filter: DoorFilter, today: Day): boolean {
	switch (filter) {
		case 'all':
			return true;
		case 'left':
			return isLeft(row, today);
		case 'others':
			return row.walker !== undefined;
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

/** The doors of one lane, in walking order. */
export interface LaneWalk {
	readonly area: AreaId;
	readonly lane: string;
	readonly rows: readonly WalkDoor[];
}

/** The walk lane by lane. */
export function listLanes(walk: readonly WalkDoor[]): LaneWalk[] {
	const lanes: (LaneWalk & { readonly rows: WalkDoor[] })[] = [];
	for (const row of walk) {
		const { area, lane } = row.household;
		const last = lanes.at(-1);
		if (last?.area === area && foldLane(last.lane) === foldLane(lane)) last.rows.push(row);
		else lanes.push({ area, lane, rows: [row] });
	}
	return lanes;
}

/** What came of a lane, or of one's own part of it, for who stands at its end. */
export interface LaneTally {
	readonly doors: number;
	readonly done: number;
	/** Asked to come back, on whatever day. */
	readonly revisits: number;
	readonly nobodyHome: number;
	readonly left: number;
}

export function tallyLane(rows: readonly WalkDoor[], today: Day): LaneTally {
	const own = rows.filter(({ walker }) => walker === undefined);
	const count = (is: (row: WalkDoor) => boolean) => own.filter(is).length;
	return {
		doors: own.length,
		done: count(({ door }) => door.state === 'done'),
		revisits: count(({ door }) => door.state === 'revisit'),
		nobodyHome: count(({ door }) => door.state === 'nobodyHome'),
		left: count((row) => isLeft(row, today) && row.seenOn !== today)
	};
}

/** The lane where somebody knocked last today, once nothing is left in it; null before that, and where nobody was. */
export function findLaneDone(lanes: readonly LaneWalk[], today: Day): LaneWalk | null {
	const lastKnock = ({ rows }: LaneWalk) =>
		rows.reduce((latest, { visits }) => visits.reduce((at, visit) => Math.max(at, visit.seenAt), latest), 0);
	const walked = lanes.filter(({ rows }) => rows.some(({ seenOn }) => seenOn === today));
	const last = walked.reduce<LaneWalk | null>(
		(best, lane) => (best && lastKnock(best) >= lastKnock(lane) ? best : lane),
		null
	);
	return last && tallyLane(last.rows, today).left === 0 ? last : null;
}

/** What a door is given to stand behind another one of its lane, or first; null where it cannot. */
export function placeBehind(
	rows: readonly Pick<WalkDoor, 'household'>[],
	moved: HouseholdId | null,
	after: HouseholdId | null,
	way: LaneWay
): string | null {
	const others = rows.filter(({ household }) => household.id !== moved);
	const at = after === null ? -1 : others.findIndex(({ household }) => household.id === after);
	if (after !== null && at === -1) return null;
	const keyAt = (i: number) => (others[i] ? standsAt(others[i].household, way) : null);
	const key = placeBetween(keyAt(at), keyAt(at + 1));
	return key === null ? null : writePlace(key, way);
}
