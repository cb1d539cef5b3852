import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRows, foldText, makeSearchRow } from './search.ts';

const rows = ['Nguyễn Thị Lá', 'Vũ Văn An', 'Lê Ý', 'Đặng Thị Ổi', 'Hồ Thị Nga'].map((name, i) =>
	makeSearchRow(String(i), [name, '12/3 ngõ Đình', '0101'])
);
const found = (typed: string) => findRows(rows, typed, 10).map((row) => row.id);

describe('search without diacritics (F014)', () => {
	it.each([
		['nguyen thi la', ['0']],
		['Nguyễn Thị Lá', ['0']],
		['vu', ['1']],
		['an', ['1']],
		['le', ['2']],
		['y', ['2']],
		['ý', ['2']],
		['dang', ['3']],
		['oi', ['3']],
		['thi nga', ['4']],
		['nga thi', ['4']],
		['0101', ['0', '1', '2', '3', '4']],
		['12/3', ['0', '1', '2', '3', '4']],
		['', []],
		['zz', []]
	])('%j', (typed, ids) => expect(found(typed)).toEqual(ids));

	it('takes NFC and NFD alike, twice folded is once folded', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
				expect(foldText(foldText(text))).toBe(foldText(text));
			})
		);
	});

	it('gives at most what was asked for', () => expect(findRows(rows, '0101', 2)).toHaveLength(2));
});
