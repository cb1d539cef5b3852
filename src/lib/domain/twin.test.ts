import { describe, expect, it } from 'vitest';
import type { Birth } from './birth.ts';
import type { PersonId } from './id.ts';
import type { Person } from './person.ts';
import { findSharers, findTwins, nameTwin, pairTwins, suggestKept, type TwinMark } from './twin.ts';

const la = { id: 'la' as PersonId, name: 'Nguyễn Thị Lá', birth: '1948' as Birth, idTail: '0301' };
const loi = { id: 'loi' as PersonId, name: 'Bùi Văn Lợi', birth: '1979-03-02' as Birth, personalId: '000079000201' };
const ids = (rows: { id: PersonId }[]) => rows.map((row) => row.id);

describe('twins', () => {
	it('are found by name and birth, with or without diacritics and days', () => {
		expect(ids(findTwins([la, loi], { name: 'nguyen thi la', birth: '1948-09-10' as Birth }))).toEqual(['la']);
		expect(ids(findTwins([la, loi], { name: 'Bùi Văn Lợi', birth: '1979-03-03' as Birth }))).toEqual([]);
	});

	it('are found where day and month changed places, and asked about like any other', () => {
		expect(ids(findTwins([loi], { name: 'Bùi Văn Lợi', birth: '1979-02-03' as Birth }))).toEqual(['loi']);
		expect(ids(findTwins([loi], { name: 'Bùi Văn Lợi', birth: '1980-02-03' as Birth }))).toEqual([]);
		expect(ids(findTwins([loi], { name: 'Hồ Thị Nga', birth: '1979-02-03' as Birth }))).toEqual([]);
	});

	it('are found by number, and a different number parts two of one name', () => {
		const asked = { name: 'Tên Khác', birth: '1979-03-02' as Birth };
		expect(ids(findTwins([la, loi], { ...asked, personalId: '000079000201' }))).toEqual(['loi']);
		expect(ids(findTwins([loi], { ...asked, name: 'Bùi Văn Lợi', personalId: '000079000999' }))).toEqual([]);
	});

	it('are found by the last four digits together with the year, and are never oneself', () => {
		const asked = { name: 'Lá', birth: '1948' as Birth, personalId: '000148000301' };
		expect(ids(findTwins([la], asked))).toEqual(['la']);
		expect(ids(findTwins([la], { ...asked, birth: '1950' as Birth }))).toEqual([]);
		expect(findTwins([la], { ...la })).toEqual([]);
	});
});

describe('one number for two', () => {
	it('is seen through blanks and dots (S06)', () => {
		const people = [{ id: 'phu' as PersonId, phone: '0999 000 061' }, { id: 'hoa' as PersonId }];
		expect(ids(findSharers(people, '0999.000.061', 'hoa' as PersonId))).toEqual(['phu']);
		expect(findSharers(people, '0999 000 061', 'phu' as PersonId)).toEqual([]);
		expect(findSharers(people, undefined)).toEqual([]);
	});
});

describe('pairs for the desk', () => {
	const mark = (id: string, number: string | null, twin = ''): TwinMark => ({ id: id as PersonId, number, twin });

	it('names a person by name and day, folded; a year alone, no name and no day name nobody', () => {
		expect(nameTwin({ name: ' NGÔ  Thị Sen', birth: '1985-05-14' })).toBe('ngo thi sen|1985-05-14');
		for (const [name, birth] of [
			['Ngô Thị Sen', '1985'],
			['', '1985-05-14'],
			[' ', '1985-05-14'],
			['Ngô Thị Sen', ''],
			['Ngô Thị Sen', '1985-13-45']
		] as const)
			expect(nameTwin({ name, birth }), `${name} ${birth}`).toBe('');
	});

	it('pairs by number or by name, each pair once and by the older id, and never against two numbers', () => {
		expect(pairTwins([mark('b', '1', 'x'), mark('a', '1', 'y'), mark('c', null, 'x'), mark('d', '2', 'x')])).toEqual([
			{ one: 'a', other: 'b', why: ['number'] },
			{ one: 'b', other: 'c', why: ['name'] },
			{ one: 'c', other: 'd', why: ['name'] }
		]);
		expect(pairTwins([mark('a', '1', 'x'), mark('b', '1', 'x')])).toEqual([
			{ one: 'a', other: 'b', why: ['number', 'name'] }
		]);
		expect(pairTwins([mark('a', null), mark('b', null)])).toEqual([]);
	});

	it('suggests whom the ladder saw later, then whom more visits are about, then the older record', () => {
		const of = (id: string, visits: number, on?: string) => ({
			person: { id: id as PersonId, ...(on ? { standing: { on } } : {}) } as unknown as Person,
			visits
		});
		const pick = (a: ReturnType<typeof of>, b: ReturnType<typeof of>) => {
			const first = suggestKept(a, b).person.id;
			expect(suggestKept(b, a).person.id).toBe(first);
			return first;
		};
		expect(pick(of('a', 9), of('b', 0, '2026-11-20'))).toBe('b');
		expect(pick(of('a', 9, '2026-11-19'), of('b', 0, '2026-11-20'))).toBe('b');
		expect(pick(of('a', 1), of('b', 2))).toBe('b');
		expect(pick(of('a', 1, '2026-11-20'), of('b', 1, '2026-11-20'))).toBe('a');
	});
});
