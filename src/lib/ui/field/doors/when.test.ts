import { describe, expect, it } from 'vitest';
import type { Day } from '$lib/domain/day.ts';
import { doors } from '$lib/ui/words/vi/doors.ts';
import { parseTypedDay, parseTypedHour, sayWhen } from './when.ts';

const today = '2026-11-20' as Day;

describe('an appointment in words', () => {
	it.each([
		['2026-11-20', '19:00', 'tối nay 19:00'],
		['2026-11-20', '09:00', 'hôm nay 09:00'],
		['2026-11-20', undefined, 'hôm nay'],
		['2026-11-21', '09:00', 'ngày mai 09:00'],
		['2026-11-22', '09:00', '22/11 09:00'],
		['2027-01-25', undefined, '25/01/2027']
	])('%s %s is %s', (on, at, text) => expect(sayWhen(on as Day, at, today, doors.when)).toBe(text));
});

describe('typed days and hours', () => {
	it.each([
		['25/01', '2027-01-25'],
		['21/11', '2026-11-21'],
		['20/11', '2026-11-20'],
		['5/2/27', '2027-02-05'],
		['05022027', '2027-02-05'],
		['31/02', null],
		['mai', null]
	])('%s is %s', (text, day) => expect(parseTypedDay(text, today)).toBe(day));

	it.each([
		['19:00', '19:00'],
		['7', '07:00'],
		['19h', '19:00'],
		['1930', '19:30'],
		['25:00', null],
		['', null]
	])('%s is %s', (text, hour) => expect(parseTypedHour(text)).toBe(hour));
});
