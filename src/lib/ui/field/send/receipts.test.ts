import { expect, it } from 'vitest';
import { tellAge } from './receipts.ts';

const HOUR_MS = 3600_000;

it('tells the age of the oldest unsent entry in hours, then in days, and nothing below an hour', () => {
	expect(tellAge(HOUR_MS - 1)).toBeNull();
	expect(tellAge(-5)).toBeNull();
	expect(tellAge(HOUR_MS)).toEqual({ unit: 'hour', count: 1 });
	expect(tellAge(24 * HOUR_MS - 1)).toEqual({ unit: 'hour', count: 23 });
	expect(tellAge(49 * HOUR_MS)).toEqual({ unit: 'day', count: 2 });
});
