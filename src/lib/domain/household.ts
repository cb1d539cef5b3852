// A household: one door. Its people stand in person.ts and point here.

import type { AreaId, HouseholdId } from './id.ts';
import { LIMIT } from './limit.ts';
import { checkNote } from './note.ts';
import { problem, type Problem } from './problem.ts';

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
}

/** What is wrong with a household that somebody typed; empty when it may be saved. */
export function checkHousehold(household: Omit<Household, 'id'>): Problem[] {
	const found: Problem[] = [];
	if (household.number.trim() === '') found.push(problem('field.required', 'number'));
	if (household.number.length > LIMIT.addressChars) found.push(problem('field.tooLong', 'number'));
	if (household.lane.length > LIMIT.addressChars) found.push(problem('field.tooLong', 'lane'));
	if ((household.access?.length ?? 0) > LIMIT.addressChars) found.push(problem('field.tooLong', 'access'));
	if (household.access) found.push(...checkNote(household.access, 'access'));
	if (!HOUSEHOLD_KINDS.includes(household.kind)) found.push(problem('field.badChoice', 'kind'));
	return found;
}

/** `12/3 ngõ Đình`, the door's name on every screen. */
export function nameDoor(household: Pick<Household, 'lane' | 'number'>): string {
	return household.lane.trim() === '' ? household.number : `${household.number} ${household.lane}`;
}

/** The number's parts for ordering: 12/3A sorts after 12/3 and before 12/10; text sorts after numbers. */
function splitNumber(number: string): (number | string)[] {
	return (number.toLowerCase().match(/\d+|[^\d/\s.-]+/g) ?? []).map((part) => (/^\d/.test(part) ? Number(part) : part));
}

const LANES = new Intl.Collator('vi', { numeric: true });

type DoorName = Pick<Household, 'lane' | 'number'>;

/** Walking order: lane by lane, then the tree of house numbers (12, 12/1, 12/3, 12/10, 14). */
export function compareDoors(a: DoorName, b: DoorName): number {
	return (
		LANES.compare(a.lane, b.lane) || compareNumbers(a.number, splitNumber(a.number), b.number, splitNumber(b.number))
	);
}

/**
 * In walking order, as `compareDoors` has it. Each lane is looked up once and each number taken apart once: a phone with
 * two thousand doors would feel it.
 */
export function sortDoors<Row>(rows: readonly Row[], doorOf: (row: Row) => DoorName): Row[] {
	const places = placeLanes(new Set(rows.map((row) => doorOf(row).lane)));
	return rows
		.map((row) => {
			const { lane, number } = doorOf(row);
			return { row, place: places.get(lane)!, number, parts: splitNumber(number) };
		})
		.sort((a, b) => a.place - b.place || compareNumbers(a.number, a.parts, b.number, b.parts))
		.map(({ row }) => row);
}

/** Lanes that are the same to a reader, however they are spelt in bytes, share a place. */
function placeLanes(lanes: ReadonlySet<string>): ReadonlyMap<string, number> {
	const places = new Map<string, number>();
	let place = 0;
	let before: string | null = null;
	for (const lane of [...lanes].sort(LANES.compare)) {
		if (before !== null && LANES.compare(before, lane) !== 0) place++;
		places.set(lane, place);
		before = lane;
	}
	return places;
}

function compareNumbers(
	a: string,
	left: readonly (number | string)[],
	b: string,
	right: readonly (number | string)[]
): number {
	for (let i = 0; i < Math.max(left.length, right.length); i++) {
		const x = left[i];
		const y = right[i];
		if (x === y) continue;
		if (x === undefined) return -1;
		if (y === undefined) return 1;
		if (typeof x === typeof y) return x < y ? -1 : 1;
		return typeof x === 'number' ? -1 : 1;
	}
	return a < b ? -1 : a > b ? 1 : 0;
}
