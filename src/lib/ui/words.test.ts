import { expect, test } from 'vitest';
import type { Day } from '../domain/day.ts';
import { formatMoment, formatNumber, formatWait } from './words.ts';

test.each([
	[0, '0'],
	[12, '12'],
	[1234, '1.234'],
	[1234.56, '1.234,56'],
	[1234567.891, '1.234.567,89'],
	[-0.5, '-0,5'],
	[-0.001, '0'],
	[999.999, '1.000']
])('F109 %d is written %s', (value, written) => {
	expect(formatNumber(value)).toBe(written);
});

test('F109 an instant is told as shortly as the day allows, in Vietnam', () => {
	const today = '2026-11-20' as Day;
	expect(formatMoment(Date.UTC(2026, 10, 20, 1, 15), today)).toBe('08:15');
	expect(formatMoment(Date.UTC(2026, 10, 19, 17, 30), today)).toBe('00:30');
	expect(formatMoment(Date.UTC(2026, 10, 19, 1, 15), today)).toBe('19/11 08:15');
	expect(formatMoment(Date.UTC(2025, 10, 19, 1, 15), today)).toBe('19/11/2025 08:15');
});

test.each([
	[60_000, '1:00'],
	[59_001, '1:00'],
	[59_000, '0:59'],
	[3_600_000, '60:00'],
	[1, '0:01']
])('%d ms are left: %s', (waitMs, written) => {
	expect(formatWait(waitMs)).toBe(written);
});
