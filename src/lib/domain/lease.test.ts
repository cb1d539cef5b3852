import { expect, it } from 'vitest';
import { isLeaseOver } from './lease.ts';

const DAY_MS = 24 * 3600_000;

it.each([
	['never met the ward', null, 400 * DAY_MS, false],
	['a millisecond before the week is over', DAY_MS, 8 * DAY_MS - 1, false],
	['a week to the millisecond', DAY_MS, 8 * DAY_MS, true],
	['a clock that was set back', 9 * DAY_MS, DAY_MS, false]
])('a lease, %s', (_, lastSuccessAt, now, isOver) => expect(isLeaseOver(lastSuccessAt, now)).toBe(isOver));
