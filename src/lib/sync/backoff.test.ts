import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMIT } from '../domain/limit.ts';
import { PROBLEMS, type ProblemCode } from '../domain/problem.ts';
import { classify, decideWait, RETRY_CLASSES, type RetryClass } from './backoff.ts';

const TABLE: [number | null, boolean, ProblemCode | undefined, RetryClass][] = [
	[200, true, undefined, 'DONE'],
	// no network, timeout, broken encryption
	[null, false, undefined, 'RETRY'],
	// a captive portal, whatever it says
	[200, false, undefined, 'RETRY'],
	[302, false, undefined, 'RETRY'],
	[400, false, undefined, 'RETRY'],
	[401, false, undefined, 'RETRY'],
	[403, false, 'net.revoked', 'RETRY'],
	[404, false, undefined, 'RETRY'],
	[409, false, undefined, 'RETRY'],
	[426, false, undefined, 'RETRY'],
	[511, false, undefined, 'RETRY'],
	// a proxy before the ward may find it too large, too
	[413, false, undefined, 'SPLIT'],
	[413, true, 'net.tooLarge', 'SPLIT'],
	[400, true, 'net.badRequest', 'SPLIT'],
	[422, true, undefined, 'SPLIT'],
	[401, true, 'net.unauthorized', 'AUTH'],
	[401, true, 'net.clock', 'RETRY'],
	[403, true, 'staff.notAllowed', 'AUTH'],
	[403, true, 'net.revoked', 'REVOKED'],
	[409, true, 'net.resync', 'RESYNC'],
	[426, true, 'net.upgrade', 'UPGRADE'],
	[408, true, undefined, 'RETRY'],
	[425, true, undefined, 'RETRY'],
	[429, true, 'net.busy', 'RETRY'],
	[500, true, undefined, 'RETRY'],
	[502, true, undefined, 'RETRY'],
	[503, true, 'store.failed', 'RETRY'],
	[504, true, undefined, 'RETRY'],
	[507, true, 'store.full', 'RETRY']
];

describe('trying again', () => {
	it.each(TABLE)('BK1 status %s, marked %s, %s is %s', (status, isWardAnswer, code, expected) => {
		expect(classify(status, isWardAnswer, code)).toBe(expected);
	});

	it('BK1 has a row for every class', () => {
		expect(new Set(TABLE.map((row) => row[3]))).toEqual(new Set(RETRY_CLASSES));
	});

	it('BK1 never takes for done what is not a marked success, whatever the ward calls it', () => {
		const codes = Object.keys(PROBLEMS) as ProblemCode[];
		fc.assert(
			fc.property(
				fc.integer({ min: 100, max: 599 }),
				fc.boolean(),
				fc.constantFrom(...codes),
				(status, marked, code) => {
					const isDone = classify(status, marked, code) === 'DONE';
					expect(isDone).toBe(marked && status >= 200 && status < 300);
				}
			)
		);
	});

	it('BK2 doubles its window from 2 seconds to 5 minutes and fills it', () => {
		expect([0, 1, 2, 3].map((attempt) => decideWait(attempt, 0.5))).toEqual([1000, 2000, 4000, 8000]);
		expect(decideWait(0, 0)).toBe(0);
		expect(decideWait(30, 0.999_999)).toBeLessThanOrEqual(LIMIT.retryMaxMs);
		expect(decideWait(100_000, 0.5)).toBe(LIMIT.retryMaxMs / 2);
		expect(decideWait(-1, 0.5)).toBe(1000);
	});

	it('BK2 never comes back sooner than the ward asked for', () => {
		fc.assert(
			fc.property(
				fc.nat(200),
				fc.double({ min: 0, max: 0.999, noNaN: true }),
				fc.nat(600_000),
				(attempt, unit, after) => {
					const wait = decideWait(attempt, unit, after);
					expect(wait).toBeGreaterThanOrEqual(after);
					expect(wait).toBeLessThanOrEqual(after + LIMIT.retryMaxMs);
				}
			)
		);
	});
});
