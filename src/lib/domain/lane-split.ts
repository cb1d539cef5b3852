// A lane cut in two, for two people who walk it at the same time: by its sides, or at a door. Whatever the cut, each door
// lies on one side of it and no other, so that nobody is called on twice and nobody is passed by.

import type { HouseholdId } from './id.ts';
import { sideOf } from './lane.ts';

/** Odd numbers for one and even ones for the other, or all before a door for one and the rest for the other. */
export type LaneCut = { readonly by: 'sides' } | { readonly by: 'door'; readonly at: HouseholdId };

interface Row {
	readonly household: { readonly id: HouseholdId; readonly number: string };
}

/** Both parts in walking order. A door without a number goes with the first; a door that is not in the lane cuts nothing off. */
export function splitLane<Door extends Row>(rows: readonly Door[], cut: LaneCut): readonly [Door[], Door[]] {
	if (cut.by === 'sides') {
		const isEven = ({ household }: Door) => sideOf(household.number) === 'even';
		return [rows.filter((row) => !isEven(row)), rows.filter(isEven)];
	}
	const at = rows.findIndex(({ household }) => household.id === cut.at);
	return at < 0 ? [[...rows], []] : [rows.slice(0, at), rows.slice(at)];
}

/** The door at which both have about as much left: half of the doors that are left lie before it. Null where one is all. */
export function findMiddle<Door extends Row>(
	rows: readonly Door[],
	isLeft: (row: Door) => boolean
): HouseholdId | null {
	if (rows.length < 2) return null;
	const left = rows.filter(isLeft);
	const middle = left.length > 1 ? left[left.length >> 1] : rows[rows.length >> 1];
	return middle?.household.id ?? null;
}
