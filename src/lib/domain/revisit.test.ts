import { describe, expect, it } from 'vitest';
import type { Day } from './day.ts';
import { homeBeforeTet, listRevisits, proposeWindow } from './revisit.ts';

/** A Friday. */
const today = '2026-11-20' as Day;
const rows = (day: Day, clock: string) => listRevisits(day, clock).map(({ preset, on, at }) => `${preset} ${on} ${at}`);

describe('presets to come back', () => {
	it('offers this evening until its hour, then tomorrow evening (S02: 19:05, Sunday 09:00)', () => {
		expect(rows(today, '15:00')).toEqual([
			'tonight 2026-11-20 19:00',
			'saturday 2026-11-21 09:00',
			'sunday 2026-11-22 09:00'
		]);
		expect(rows(today, '19:05')[0]).toBe('tomorrowEvening 2026-11-21 19:00');
	});

	it('never offers the weekend day that is today', () => {
		expect(rows('2026-11-21' as Day, '08:00')).toEqual([
			'tonight 2026-11-21 19:00',
			'sunday 2026-11-22 09:00',
			'saturday 2026-11-28 09:00'
		]);
		expect(rows('2026-11-22' as Day, '20:00')).toEqual([
			'tomorrowEvening 2026-11-23 19:00',
			'saturday 2026-11-28 09:00',
			'sunday 2026-11-29 09:00'
		]);
	});
});

describe('home before Tết', () => {
	it('is 25/01 to 05/02 in 2027 (S04)', () => {
		expect(proposeWindow(['B1.1'], today)).toEqual({ from: '2027-01-25', to: '2027-02-05' });
		expect(proposeWindow(['B4.1'], today)).toBeNull();
	});

	it('begins tomorrow when the window is already open, and gives none beyond the table', () => {
		expect(homeBeforeTet('2027-02-01' as Day)).toEqual({ from: '2027-02-02', to: '2027-02-05' });
		expect(homeBeforeTet('2027-02-06' as Day)).toEqual({ from: '2028-01-14', to: '2028-01-25' });
		expect(homeBeforeTet('2029-03-01' as Day)).toBeNull();
	});
});
