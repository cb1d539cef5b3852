import { describe, expect, it } from 'vitest';
import type { Household } from '$lib/domain/household.ts';
import type { AreaId, HouseholdId } from '$lib/domain/id.ts';
import {
	editHouseholdForm,
	encodeChanges,
	encodeHousehold,
	findTwinDoor,
	listAreas,
	openHouseholdForm,
	placeAfter
} from './form.ts';

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

describe('F020 a door between two', () => {
	const rows = ['12', '14'].map((number) => ({ household: door(number, number) }));

	it('begins in the lane of the one before it', () => {
		const before = door('a', '12', 'bờ sông');
		expect(openHouseholdForm([door('b', '1')], areas, before)).toMatchObject({ lane: 'bờ sông', area: 'group1' });
	});

	it('gets a place only where its number would not bring it there', () => {
		const put = (number: string, lane = 'ngo dinh') => placeAfter(rows, rows[0]!.household, { lane, number }, 'number');
		expect([put('13'), put('12/1'), put('30', 'ngõ khác')]).toEqual([undefined, undefined, undefined]);
		expect(put('nhà mái tôn')).toBe('n00000324 i');
	});
});

it('a door that changes says also what is no longer so', () => {
	const known = { ...door('a', '12'), access: 'cổng sau', gateLocked: true };
	const form = { ...editHouseholdForm(known), access: ' ', gateLocked: false };
	expect(encodeChanges(form, known)).toMatchObject({ access: '', gateLocked: false });
	expect(encodeChanges(editHouseholdForm(door('a', '12')), door('a', '12'))).toEqual({
		lane: 'ngõ Đình',
		number: '12',
		kind: 'ordinary'
	});
});
