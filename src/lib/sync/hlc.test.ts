import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMIT } from '../domain/limit.ts';
import { clampHlc, compareHlc, encodeHlc, nextHlc, parseHlc } from './hlc.ts';

const CID = '0198c5f0-1111-7abc-8def-0123456789ab';

describe('hybrid time', () => {
	it('HL1 rises with every write, whatever the clock does', () => {
		const clocks = [0, 5, 5, 5, 2_000_000_000_000, 1, -7, Number.NaN, Infinity, 3, 2 ** 60];
		let last = '';
		for (const now of clocks) {
			const next = nextHlc(last, now, CID);
			expect(compareHlc(next, last)).toBe(1);
			expect(parseHlc(next)).not.toBeNull();
			expect(next).toHaveLength(26);
			last = next;
		}
	});

	it('HL1 sorts as text as it rises', () => {
		fc.assert(
			fc.property(fc.array(fc.double({ noNaN: false }), { maxLength: 40 }), (clocks) => {
				let last = '';
				const times = clocks.map((now) => (last = nextHlc(last, now, CID)));
				expect([...times].sort()).toEqual(times);
				expect(new Set(times).size).toBe(times.length);
			})
		);
	});

	it('HL1 carries over when the counter is used up', () => {
		const full = encodeHlc(1000, 2 ** 16 - 1, CID);
		expect(parseHlc(nextHlc(full, 0, CID))).toMatchObject({ ms: 1001, counter: 0 });
	});

	it('HL1 orders clients that write in the same millisecond', () => {
		expect(compareHlc(encodeHlc(5, 0, 'aaaaaaaa'), encodeHlc(5, 0, 'bbbbbbbb'))).toBe(-1);
		expect(compareHlc(encodeHlc(5, 1, 'aaaaaaaa'), encodeHlc(5, 0, 'bbbbbbbb'))).toBe(1);
		expect(compareHlc(encodeHlc(5, 1, 'aaaaaaaa'), encodeHlc(5, 1, 'aaaaaaaa'))).toBe(0);
	});

	it('HL2 believes no time that is more than five minutes ahead', () => {
		const now = 1_700_000_000_000;
		const near = encodeHlc(now + LIMIT.clockSkewMs, 3, CID);
		const far = encodeHlc(now + 86_400_000, 3, CID);
		const past = encodeHlc(0, 0, CID);
		expect(clampHlc(near, now)).toBe(near);
		expect(clampHlc(past, now)).toBe(past);
		expect(parseHlc(clampHlc(far, now))).toEqual({ ms: now + LIMIT.clockSkewMs, counter: 3, tail: '456789ab' });
	});

	it('HL2 reads nothing else as a time', () => {
		for (const text of ['', 'x', '0-0-0', encodeHlc(1, 1, CID).toUpperCase(), ` ${encodeHlc(1, 1, CID)}`])
			expect(parseHlc(text)).toBeNull();
	});
});
