import { describe, expect, it } from 'vitest';
import type { Birth } from './birth.ts';
import type { PersonId } from './id.ts';
import { findSharers, findTwins } from './twin.ts';

const la = { id: 'la' as PersonId, name: 'Nguyễn Thị Lá', birth: '1948' as Birth, idTail: '0301' };
const loi = { id: 'loi' as PersonId, name: 'Bùi Văn Lợi', birth: '1979-03-02' as Birth, personalId: '000079000201' };
const ids = (rows: { id: PersonId }[]) => rows.map((row) => row.id);

describe('twins', () => {
	it('are found by name and birth, with or without diacritics and days', () => {
		expect(ids(findTwins([la, loi], { name: 'nguyen thi la', birth: '1948-09-10' as Birth }))).toEqual(['la']);
		expect(ids(findTwins([la, loi], { name: 'Bùi Văn Lợi', birth: '1979-03-03' as Birth }))).toEqual([]);
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
