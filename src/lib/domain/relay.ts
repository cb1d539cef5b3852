// A relay: a lane, or a part of one, that goes on from one phone to another for the rest of the day, without a network. It
// says which doors, in which order, and what was done at them today; it holds nobody's name, no address and no record. A
// phone that takes it must hold the doors already, from the ward: that alone decides who sees what.

import { dayAt, daysBetween, type Day } from './day.ts';
import type { Household } from './household.ts';
import type { AreaId, HouseholdId } from './id.ts';
import { foldLane } from './lane.ts';
import { LIMIT } from './limit.ts';
import { fail, succeed, type Result } from './problem.ts';
import { isLeft, type WalkDoor } from './walk.ts';

/** Which key of an area holds on a day: they are changed together, by weeks from 1970. */
export function relayWeek(day: Day): number {
	return Math.floor(daysBetween('1970-01-01' as Day, day) / LIMIT.relayKeyDays);
}

export const RELAY_STATES = ['left', 'knocked', 'over'] as const;
/** Nobody knocked today; somebody did and there is still something left; nothing is left today. */
export type RelayState = (typeof RELAY_STATES)[number];

export interface RelayDoor {
	readonly id: HouseholdId;
	readonly state: RelayState;
	/** Where the giver's phone has it in the walk (`lane.ts`); absent where nobody moved it. */
	readonly place?: string;
}

export interface Relay {
	readonly id: string;
	readonly area: AreaId;
	readonly lane: string;
	/** In walking order. */
	readonly doors: readonly RelayDoor[];
	/** Who gave it, by name. */
	readonly from: string;
	readonly madeAt: number;
}

/** What the giving phone knows of its doors beside the walk. */
export interface RelayRecords {
	/** Whether the ward has this door, so that another phone may have it, too. */
	isKnown(household: HouseholdId): boolean;
	/** Where a lane that was taken over has put it. */
	placeOf(household: HouseholdId): string | undefined;
}

/** What a phone gives: doors of one lane, in walking order. Doors that the ward does not have yet stay where they are. */
export function makeRelay(
	rows: readonly WalkDoor[],
	today: Day,
	{ isKnown, placeOf }: RelayRecords,
	head: Pick<Relay, 'id' | 'area' | 'lane' | 'from' | 'madeAt'>
): Result<{ readonly relay: Relay; readonly unknown: number }> {
	const known = rows.filter(({ household }) => isKnown(household.id));
	if (known.length === 0) return fail('relay.nothing');
	if (known.length > LIMIT.relayDoors) return fail('relay.tooMany');
	const doors = known.map((row): RelayDoor => {
		const { id } = row.household;
		const place = placeOf(id) ?? row.household.place;
		return { id, state: tellState(row, today), ...(place === undefined ? {} : { place }) };
	});
	return succeed({ relay: { ...head, doors }, unknown: rows.length - known.length });
}

function tellState(row: WalkDoor, today: Day): RelayState {
	// whose part it was is no matter of what was done there
	if (!isLeft({ door: row.door, ...(row.heard ? { heard: row.heard } : {}) }, today)) return 'over';
	return row.seenOn === today ? 'knocked' : 'left';
}

/** What the taking phone is: the ward has decided all of it. */
export interface RelayGround {
	readonly areas: readonly { readonly id: AreaId; readonly assigned: boolean }[];
	readonly households: ReadonlyMap<HouseholdId, Household>;
}

/**
 * What a phone takes: the doors that it holds, in the area and lane that the relay names, or why none. Pictures may be
 * taken for a short time only, and never on another day; two clocks may differ a little.
 */
export function decideTaking(relay: Relay, { areas, households }: RelayGround, now: number): Result<TakenRelay> {
	const age = now - relay.madeAt;
	if (age > LIMIT.relayTakeMs || age < -LIMIT.clockSkewMs || dayAt(relay.madeAt) !== dayAt(now))
		return fail('relay.expired');
	if (!areas.some(({ id, assigned }) => assigned && id === relay.area)) return fail('relay.notYours');
	const lane = foldLane(relay.lane);
	const doors = relay.doors.filter(({ id }) => {
		const household = households.get(id);
		return household?.area === relay.area && foldLane(household.lane) === lane;
	});
	if (doors.length === 0) return fail('relay.noDoors');
	return succeed({ relay: { ...relay, doors }, missing: relay.doors.length - doors.length });
}

export interface TakenRelay {
	/** With the doors that this phone holds. */
	readonly relay: Relay;
	/** Doors of the relay that this phone does not hold. */
	readonly missing: number;
}
