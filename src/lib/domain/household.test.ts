import { describe, expect, it } from 'vitest';
import { checkHousehold, compareDoors, nameDoor, sortDoors, type Household } from './household.ts';
import type { AreaId } from './id.ts';

const area = 'a' as AreaId;

it('walks lane by lane along the tree of house numbers', () => {
	const doors = ['12', '12/10', '12/3', '12/3A', '14', '2', '12/1', 'nhà mái tôn'].map((number) => ({
		lane: '',
		number
	}));
	expect(doors.sort(compareDoors).map((door) => door.number)).toEqual([
		'2',
		'12',
		'12/1',
		'12/3',
		'12/3A',
		'12/10',
		'14',
		'nhà mái tôn'
	]);
	const lanes = [
		{ lane: 'Ngõ 10', number: '1' },
		{ lane: 'Ngõ 2', number: '9' }
	];
	expect(lanes.sort(compareDoors)[0]?.lane).toBe('Ngõ 2');
});

it('sorts many doors as it compares two', () => {
	const lanes = ['', 'Ngõ 2', 'ngõ 2', 'Ngõ 10', 'Ngõ Đình'.normalize('NFC'), 'Ngõ Đình'.normalize('NFD')];
	const numbers = ['12', '12/3', '012', '12/10', 'nhà mái tôn', '14A', '14', '', '12-3'];
	const doors = numbers.flatMap((number) => lanes.map((lane) => ({ lane, number })));
	expect(sortDoors(doors, (door) => door)).toEqual(doors.toSorted(compareDoors));
	expect(sortDoors(doors.toReversed(), (door) => door)).toEqual(doors.toReversed().toSorted(compareDoors));
});

it('names a door with and without a lane', () => {
	expect(nameDoor({ lane: 'ngõ Đình', number: '12/3' })).toBe('12/3 ngõ Đình');
	expect(nameDoor({ lane: ' ', number: '12/3' })).toBe('12/3');
});

describe('a household that somebody typed', () => {
	const good: Omit<Household, 'id'> = { area, lane: '', number: '12', kind: 'ordinary' };
	it('needs a number or a landmark', () => {
		expect(checkHousehold(good)).toEqual([]);
		expect(checkHousehold({ ...good, number: ' ' })).toMatchObject([{ code: 'field.required', at: 'number' }]);
	});
	it('lets the way in hold no secret (F080)', () => {
		expect(checkHousehold({ ...good, access: 'cổng sau, chó dữ' })).toEqual([]);
		expect(checkHousehold({ ...good, access: 'mã OTP 482913' })).toMatchObject([
			{ code: 'note.secretCode', at: 'access' }
		]);
	});
	it('refuses what is too long instead of cutting it', () => {
		expect(checkHousehold({ ...good, lane: 'x'.repeat(121) })).toMatchObject([{ code: 'field.tooLong', at: 'lane' }]);
	});
});
