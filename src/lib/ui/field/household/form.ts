// The household form: prefilled from the last door, checked by the domain's rules, warned of a door that is there already.

import type { HouseholdChanges, HouseholdDraft } from '$lib/device/device.ts';
import type { Area } from '$lib/domain/area.ts';
import type { Household } from '$lib/domain/household.ts';
import type { AreaId, HouseholdId } from '$lib/domain/id.ts';
import { foldLane, keyOfDoor, standsAt, type LaneWay } from '$lib/domain/lane.ts';
import { foldText } from '$lib/domain/search.ts';
import { placeBehind } from '$lib/domain/walk.ts';

export interface HouseholdForm {
	area: AreaId | null;
	lane: string;
	number: string;
	kind: Household['kind'];
	access: string;
	gateLocked: boolean;
}

/**
 * The form for a new door: the lane and the area of the newest one, because doors are added in the lane where one
 * stands (ids sort by the instant of their making); else the first area of the assignment.
 */
export function openHouseholdForm(
	households: Iterable<Household>,
	areas: readonly (Area & { readonly assigned: boolean })[],
	/** The door behind which the new one is to stand. */
	before?: Household
): HouseholdForm {
	const choices = listAreas(areas);
	const last =
		before ??
		[...households]
			.filter((household) => choices.some((area) => area.id === household.area))
			.reduce<Household | null>((newest, each) => (newest && newest.id > each.id ? newest : each), null);
	return {
		area: last?.area ?? choices[0]?.id ?? null,
		lane: last?.lane ?? '',
		number: '',
		kind: 'ordinary',
		access: '',
		gateLocked: false
	};
}

/** The areas in which a door may stand: the smallest ones of the assignment. */
export function listAreas(areas: readonly (Area & { readonly assigned: boolean })[]): readonly Area[] {
	const assigned = areas.filter((area) => area.assigned);
	const groups = assigned.filter((area) => !assigned.some((below) => below.parent === area.id));
	return groups.length > 0 ? groups : assigned;
}

export function editHouseholdForm(household: Household): HouseholdForm {
	return {
		area: household.area,
		lane: household.lane,
		number: household.number,
		kind: household.kind,
		access: household.access ?? '',
		gateLocked: household.gateLocked ?? false
	};
}

export function encodeHousehold(form: HouseholdForm, area: AreaId): HouseholdDraft {
	const access = form.access.trim();
	return {
		area,
		lane: form.lane.trim().replace(/\s+/g, ' '),
		number: form.number.trim(),
		kind: form.kind,
		...(access ? { access } : {}),
		...(form.gateLocked ? { gateLocked: true } : {})
	};
}

/** What of a door changes: what is no longer so is said too. */
export function encodeChanges(form: HouseholdForm, known: Household): HouseholdChanges {
	const { area: _, ...changes } = encodeHousehold(form, known.area);
	return {
		...changes,
		...(known.access && !changes.access ? { access: '' } : {}),
		...(known.gateLocked && !changes.gateLocked ? { gateLocked: false } : {})
	};
}

/** Where a new door is put: right behind another one, unless its number has it there anyway. */
export function placeAfter(
	rows: readonly { readonly household: Household }[],
	before: Household,
	form: Pick<HouseholdForm, 'lane' | 'number'>,
	way: LaneWay
): string | undefined {
	if (foldLane(form.lane) !== foldLane(before.lane)) return undefined;
	const at = rows.findIndex(({ household }) => household.id === before.id);
	const next = rows[at + 1]?.household;
	const key = keyOfDoor(form.number, way);
	if (standsAt(before, way) < key && (!next || key < standsAt(next, way))) return undefined;
	return placeBehind(rows, null, before.id, way) ?? undefined;
}

/** A door of the same name in the same area, other than `self`. */
export function findTwinDoor(
	households: Iterable<Household>,
	form: HouseholdForm,
	self: HouseholdId | null
): Household | null {
	const key = (door: Pick<Household, 'lane' | 'number'>) => foldText(`${door.number} ${door.lane}`);
	if (form.number.trim() === '') return null;
	for (const each of households) {
		if (each.id !== self && each.area === form.area && key(each) === key(form)) return each;
	}
	return null;
}
