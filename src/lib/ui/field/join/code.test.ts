import { expect, test } from 'vitest';
import { countChars, groupCode, placeCaret } from './code.ts';

test.each([
	['', ''],
	['abcd', 'ABCD'],
	['abcde', 'ABCD-E'],
	['ab cd-ef gh', 'ABCD-EFGH'],
	['GOCUA:0000AAAA1111BBBB', '0000-AAAA-1111-BBBB'],
	[' gocua:0000-aaaa ', '0000-AAAA'],
	['0000AAAA1111BBBB2', '0000-AAAA-1111-BBBB-2']
])('%j is shown as %j', (typed, shown) => {
	expect(groupCode(typed)).toBe(shown);
	expect(groupCode(shown)).toBe(shown);
});

test('only characters of the code are counted', () => {
	expect(countChars('0000-aaaa 11')).toBe(10);
	expect(countChars('')).toBe(0);
});

test.each([
	// typed, caret, caret after grouping
	['ABCDE', 5, 6],
	['ABXCD-EFGH', 3, 3],
	['ABCD-XEFGH', 6, 6],
	['ABCD', 4, 4]
])('in %j the caret at %i goes to %i', (typed, caret, after) => {
	expect(placeCaret(typed, caret)).toBe(after);
});
