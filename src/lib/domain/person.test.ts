import { describe, expect, it } from 'vitest';
import { listWithin, type Area } from './area.ts';
import type { Birth } from './birth.ts';
import { BARRIERS, BARRIER_CODES, isBarrierCode } from './catalogue/barriers.ts';
import { DATA_FLAG_CODES } from './catalogue/data-flags.ts';
import { makeConsent } from './consent.ts';
import type { Day } from './day.ts';
import type { AreaId, HouseholdId } from './id.ts';
import { checkPerson, isOldEnough, isPhone, maskNumber } from './person.ts';

const TODAY = '2026-11-20' as Day;
const good = {
	household: 'h' as HouseholdId,
	name: 'Ông Ba Gạo',
	birth: '1956',
	sex: 'male' as const,
	presence: 'home' as const
};
const faults = (changes: object) =>
	checkPerson({ ...good, ...changes }, TODAY).map((found) => `${found.at}: ${found.code}`);

describe('a person that somebody typed', () => {
	it('needs four things and no number (F012, S14)', () => {
		expect(faults({})).toEqual([]);
		expect(faults({ name: ' ', birth: '', sex: undefined, presence: undefined })).toEqual([
			'name: field.required',
			'birth: field.required',
			'sex: field.required',
			'presence: field.required'
		]);
	});
	it('keeps a phone number only with consent, and only a real one', () => {
		const consent = { ...makeConsent(1), record: true };
		expect(faults({ phone: '0999 000 001', consent })).toEqual(['phone: field.noConsent']);
		expect(faults({ phone: '0999 000 001', consent: { ...consent, phone: true } })).toEqual([]);
		expect(faults({ phone: '12', consent: { ...consent, phone: true } })).toEqual(['phone: field.badPhone']);
		expect(isPhone('0999.000.001')).toBe(true);
	});
	it('takes twelve digits or none', () => {
		expect(faults({ personalId: '00018500010' })).toEqual(['personalId: card.badNumber']);
		expect(faults({ personalId: '000185000101' })).toEqual([]);
	});
});

it('starts every consent with all ticks off', () => {
	expect(makeConsent(1)).toMatchObject({ record: false, phone: false, remind: false });
});

it('shows the last four digits only', () => {
	expect(maskNumber({ personalId: '000185000101' })).toBe('•••• 0101');
	expect(maskNumber({ idTail: '0701' })).toBe('•••• 0701');
	expect(maskNumber({})).toBeNull();
});

it('lets fourteen be old enough for an account of one’s own', () => {
	expect(isOldEnough({ birth: '2012-11-20' as Birth }, TODAY)).toBe(true);
	expect(isOldEnough({ birth: '2012-11-21' as Birth }, TODAY)).toBe(false);
});

it('finds everything below an area, whatever the order of the list', () => {
	const area = (id: string, parent: string | null): Area => ({
		id: id as AreaId,
		parent: parent as AreaId | null,
		kind: 'group',
		name: id,
		aliases: []
	});
	const areas = [area('c', 'b'), area('b', 'a'), area('a', null), area('x', null)];
	expect(listWithin(areas, ['a' as AreaId])).toEqual(['c', 'b', 'a']);
});

it('holds every barrier and flag of the digest', () => {
	expect(BARRIER_CODES).toHaveLength(34);
	expect(DATA_FLAG_CODES).toHaveLength(16);
	expect(isBarrierCode('B4.1')).toBe(true);
	expect(isBarrierCode('toString')).toBe(false);
	expect(BARRIERS['B5.2'].receivers).toEqual(['wardPolice', 'civilStatus']);
});
