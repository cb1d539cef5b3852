import { describe, expect, it } from 'vitest';
import { checkHousehold, isOpenToAll, nameDoor, type Household } from './household.ts';
import type { AreaId } from './id.ts';

const area = 'a' as AreaId;

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
	it('takes a place and who may come only as the walk writes them', () => {
		expect(checkHousehold({ ...good, place: 'n00000324 i' })).toEqual([]);
		for (const place of ['00000324 i', 'n00000324 0', 'n<b>', 'x', ' '])
			expect(checkHousehold({ ...good, place })).toMatchObject([{ code: 'field.badChoice', at: 'place' }]);
		expect(checkHousehold({ ...good, place: `n${'a'.repeat(600)}` })).toMatchObject([{ code: 'field.tooLong' }]);
		expect(checkHousehold({ ...good, callers: 'police' as never })).toMatchObject([{ at: 'callers' }]);
		expect([isOpenToAll(good), isOpenToAll({ ...good, callers: 'officer' })]).toEqual([true, false]);
	});
});
