import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ageOn, parseBirth, type Birth } from './birth.ts';
import {
	addDays,
	dayAt,
	daysBetween,
	formatClock,
	formatDay,
	makeDay,
	parseDay,
	weekdayOf,
	type Day,
	parseTypedDay
} from './day.ts';
import { isId, makeId } from './id.ts';

const TODAY = '2026-11-20' as Day;

it('knows real dates from others', () => {
	expect(makeDay(2024, 2, 29)).toBe('2024-02-29');
	expect(makeDay(2023, 2, 29)).toBeNull();
	expect(makeDay(2026, 13, 1)).toBeNull();
	expect(parseDay('2026-4-1')).toBeNull();
	expect(parseDay('0099-01-01')).toBeNull();
});

it("keeps Vietnam's days: seven hours ahead of UTC", () => {
	expect(dayAt(Date.parse('2026-11-20T16:59:59Z'))).toBe('2026-11-20');
	expect(dayAt(Date.parse('2026-11-20T17:00:00Z'))).toBe('2026-11-21');
	expect(formatClock(Date.parse('2026-11-20T12:05:00Z'))).toBe('19:05');
	expect(formatDay(TODAY)).toBe('20/11/2026');
	expect(weekdayOf(TODAY)).toBe(5);
});

it('adds days and counts them back', () => {
	fc.assert(
		fc.property(fc.integer({ min: -20_000, max: 20_000 }), (count) => {
			expect(daysBetween(TODAY, addDays(TODAY, count))).toBe(count);
		})
	);
});

it('takes a birth as a year or a date, never after today', () => {
	expect(parseBirth('1954', TODAY)).toBe('1954');
	expect(parseBirth(' 1985-05-14 ', TODAY)).toBe('1985-05-14');
	expect(parseBirth('2026-11-21', TODAY)).toBeNull();
	expect(parseBirth('2027', TODAY)).toBeNull();
	expect(parseBirth('1889', TODAY)).toBeNull();
	expect(parseBirth('14/05/1985', TODAY)).toBeNull();
});

it('counts completed years, and with a year only the youngest possible age', () => {
	expect(ageOn('2012-11-20' as Birth, TODAY)).toBe(14);
	expect(ageOn('2012-11-21' as Birth, TODAY)).toBe(13);
	expect(ageOn('2012' as Birth, TODAY)).toBe(13);
});

it('makes ids that are valid, differ and sort by time', () => {
	const zeros = (count: number) => new Uint8Array(count);
	const ones = (count: number) => new Uint8Array(count).fill(255);
	const first = makeId(1000, zeros);
	const second = makeId(1001, zeros);
	expect(isId(first)).toBe(true);
	expect(isId(makeId(Date.parse('2026-11-20'), ones))).toBe(true);
	expect(first < second).toBe(true);
	expect(isId('12')).toBe(false);
});

it.each([
	['20/11/2026', '2026-11-20'],
	[' 1/2/2026 ', '2026-02-01'],
	['31/04/2026', null],
	['2026-11-20', null],
	['', null]
])('a typed day: %s', (typed, day) => {
	expect(parseTypedDay(typed)).toBe(day);
});
