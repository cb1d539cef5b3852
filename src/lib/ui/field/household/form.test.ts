import { describe, expect, it } from 'vitest';
import type { Household } from '$lib/domain/household.ts';
import type { AreaId, HouseholdId } from '$lib/domain/id.ts';
import { editHouseholdForm, encodeHousehold, findTwinDoor, listAreas, openHouseholdForm } from './form.ts';

const area = (id: string, parent: string | null, assigned: boolean) => ({
	id: id as AreaId,
	parent: parent as AreaId | null,
	kind: 'quarter' as const,
	name: id,
	aliases: [],
	assigned
});
const areas = [area('ward', null, false), area('kp3', 'ward', true), area('group1', 'kp3', true)];
const door = (id: string, number: string, lane = 'ngõ Đình'): Household => ({
	id: id as HouseholdId,
	area: 'group1' as AreaId,
	lane,
	number,
	kind: 'ordinary'
});

describe('a new door', () => {
	it('begins in the lane of the newest one', () => {
		expect(openHouseholdForm([door('b', '12'), door('c', '14', 'bờ sông'), door('a', '1')], areas)).toMatchObject({
			area: 'group1',
			lane: 'bờ sông',
			number: ''
		});
		expect(openHouseholdForm([], areas)).toMatchObject({ area: 'group1', lane: '' });
		expect(openHouseholdForm([], []).area).toBeNull();
	});

	it('stands in the smallest areas of the assignment', () => {
		expect(listAreas(areas).map((each) => each.id)).toEqual(['group1']);
	});

	it('is told of a door of the same name, however it is written', () => {
		const form = { ...editHouseholdForm(door('x', '12/3')), lane: 'NGO DINH' };
		expect(findTwinDoor([door('a', '12/3')], form, null)?.id).toBe('a');
		expect(findTwinDoor([door('a', '12/3')], form, 'a' as HouseholdId)).toBeNull();
		expect(findTwinDoor([door('a', '12/3')], { ...form, number: ' ' }, null)).toBeNull();
	});

	it('is saved without stray blanks and without an empty way in', () => {
		expect(encodeHousehold({ ...editHouseholdForm(door('x', ' 12/3 ', ' ngõ  Đình ')) }, 'kp3' as AreaId)).toEqual({
			area: 'kp3',
			lane: 'ngõ Đình',
			number: '12/3',
			kind: 'ordinary'
		});
	});
});
