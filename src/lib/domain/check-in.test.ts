import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreeOn, CHECK_IN_MINUTES, decideCheckIn } from './check-in.ts';
import { LIMIT } from './limit.ts';

const NOW = 1_795_222_800_000;
const MINUTE = 60_000;

describe('build 4: an hour to report back', () => {
	it('runs, comes, is late and is forgotten, in this order and without a gap', () => {
		const order = ['running', 'due', 'late', 'none'];
		fc.assert(
			fc.property(fc.constantFrom(...CHECK_IN_MINUTES), fc.array(fc.nat(14 * 60 * MINUTE)), (minutes, passes) => {
				const until = agreeOn(minutes, NOW);
				const kinds = passes.toSorted((a, b) => a - b).map((passed) => decideCheckIn(until, NOW + passed).kind);
				expect(kinds).toEqual(kinds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
			})
		);
	});

	it('is never sooner than was said, and at a full minute', () => {
		fc.assert(
			fc.property(fc.constantFrom(...CHECK_IN_MINUTES), fc.nat(MINUTE - 1), (minutes, odd) => {
				const until = agreeOn(minutes, NOW + odd);
				expect(until % MINUTE).toBe(0);
				expect(until - (NOW + odd) - minutes * MINUTE).toBeGreaterThanOrEqual(0);
				expect(until - (NOW + odd) - minutes * MINUTE).toBeLessThan(MINUTE);
				expect(decideCheckIn(until, NOW + odd).kind).toBe('running');
			})
		);
	});

	it('says the minutes that are left and those that are over', () => {
		const until = NOW + 30 * MINUTE;
		expect(decideCheckIn(until, NOW)).toEqual({ kind: 'running', until, minutes: 30 });
		expect(decideCheckIn(until, until - 1)).toEqual({ kind: 'running', until, minutes: 1 });
		expect(decideCheckIn(until, until)).toEqual({ kind: 'due', until });
		expect(decideCheckIn(until, until + LIMIT.checkInLateMs)).toEqual({ kind: 'late', until, minutes: 10 });
		expect(decideCheckIn(until, until + LIMIT.checkInForgetMs + 1)).toEqual({ kind: 'none' });
	});

	it('an hour of a clock that was set since is none', () => {
		expect(decideCheckIn(NOW + LIMIT.checkInAheadMs + 1, NOW)).toEqual({ kind: 'none' });
		expect(decideCheckIn(null, NOW)).toEqual({ kind: 'none' });
	});
});
