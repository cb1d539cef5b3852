import { describe, expect, test } from 'vitest';
import type { Birth } from './birth.ts';
import type { HouseholdId, PersonId } from './id.ts';
import { recognise, type OnCard } from './recognise.ts';

const CARD: OnCard = { personalId: '000185000101', name: 'Ngô Thị Sen', birth: '1985-05-14' as Birth };
const person = (changes: { name?: string; birth?: string; personalId?: string; idTail?: string } = {}) => ({
	id: 'a' as PersonId,
	household: 'h' as HouseholdId,
	name: 'Ngô Thị Sen',
	...changes,
	birth: (changes.birth ?? '1985-05-14') as Birth
});

describe('recognise', () => {
	test('by the whole number, whatever else was written', () => {
		const same = person({ personalId: '000185000101', name: 'Ngô Thị Sến', birth: '1985' });
		expect(recognise([person({ name: 'Người Khác' }), same], CARD)).toEqual({ kind: 'known', person: same });
	});
	test('by four digits, name without marks and day of birth together', () => {
		const seen = person({ idTail: '0101', name: 'NGO THI SEN' });
		expect(recognise([seen], CARD)).toEqual({ kind: 'known', person: seen });
	});
	test.each([
		['no digits', {}],
		['the year of birth only', { idTail: '0101', birth: '1985' }],
		['other digits', { idTail: '9999' }],
		['another name', { idTail: '0101', name: 'Ngô Thị Sâm' }]
	])('asks where there is less to go by: %s', (_, changes) => {
		expect(recognise([person(changes)], CARD)).toMatchObject({ kind: 'maybe' });
	});
	test('another whole number is another person, however alike', () => {
		expect(recognise([person({ personalId: '000185000999' })], CARD)).toEqual({ kind: 'new' });
	});
	test('nobody like that, and a card without a number', () => {
		expect(recognise([person({ name: 'Bùi Văn Cả', birth: '1945-01-01' })], CARD)).toEqual({ kind: 'new' });
		expect(recognise([person({ idTail: '0101' })], { ...CARD, personalId: null })).toMatchObject({ kind: 'maybe' });
	});
});
