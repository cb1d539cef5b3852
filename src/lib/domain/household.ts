// A household: one door. Its people stand in person.ts and point here.

import type { AreaId, HouseholdId } from './id.ts';
import { LIMIT } from './limit.ts';
import { checkNote } from './note.ts';
import { problem, type Problem } from './problem.ts';
import { checkSpot, type Spot } from './sketch.ts';

export const HOUSEHOLD_KINDS = ['ordinary', 'boardingHouse', 'dormitory'] as const;
export type HouseholdKind = (typeof HOUSEHOLD_KINDS)[number];

/** What the ward keeps of a household, without its sync version (that is `sync/record.ts`). */
export interface Household {
	readonly id: HouseholdId;
	/** The quarter or group in which the door stands. */
	readonly area: AreaId;
	/** Lane, street or hamlet as people say it; may be empty where houses have no lane. */
	readonly lane: string;
	/** House number as written on the door: `12/3`, `14A`, or a landmark where there is none. */
	readonly number: string;
	readonly kind: HouseholdKind;
	/** Short hint how to get in: a gate, a dog. Never about people. */
	readonly access?: string;
	/** Somebody came and the gate was locked. */
	readonly gateLocked?: boolean;
	/** Where it stands in the walk once somebody has moved it (`lane.ts`). */
	readonly place?: string;
	/** The square of the lane's drawing in which somebody put it (`sketch.ts`); never a place on earth. */
	readonly sketch?: Spot;
	/** Who may come at all; everybody where it says nothing. The ward's word, never a phone's. */
	readonly callers?: Callers;
}

export const CALLERS = ['officer', 'nobody'] as const;
/** Only the area's own police officer; nobody, because the household does not want to be called on. */
export type Callers = (typeof CALLERS)[number];

/** Whether a volunteer may knock here: other doors stand in no walk. */
export function isOpenToAll(household: Pick<Household, 'callers'>): boolean {
	return household.callers === undefined;
}

const PLACE = /^[ns][a-z0-9_/ ]*[a-z1-9]$/;

/** What is wrong with a household that somebody typed; empty when it may be saved. */
export function checkHousehold(household: Omit<Household, 'id'>): Problem[] {
	const found: Problem[] = [];
	if (household.number.trim() === '') found.push(problem('field.required', 'number'));
	if (household.number.length > LIMIT.addressChars) found.push(problem('field.tooLong', 'number'));
	if (household.lane.length > LIMIT.addressChars) found.push(problem('field.tooLong', 'lane'));
	if ((household.access?.length ?? 0) > LIMIT.addressChars) found.push(problem('field.tooLong', 'access'));
	if (household.access) found.push(...checkNote(household.access, 'access'));
	if ((household.place?.length ?? 0) > LIMIT.placeChars) found.push(problem('field.tooLong', 'place'));
	else if (household.place && !PLACE.test(household.place)) found.push(problem('field.badChoice', 'place'));
	if (household.sketch) found.push(...checkSpot(household.sketch));
	if (household.callers && !CALLERS.includes(household.callers)) found.push(problem('field.badChoice', 'callers'));
	if (!HOUSEHOLD_KINDS.includes(household.kind)) found.push(problem('field.badChoice', 'kind'));
	return found;
}

/** `12/3 ngõ Đình`, the door's name on every screen. */
export function nameDoor(household: Pick<Household, 'lane' | 'number'>): string {
	return household.lane.trim() === '' ? household.number : `${household.number} ${household.lane}`;
}
