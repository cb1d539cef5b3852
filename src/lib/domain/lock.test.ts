import { describe, expect, it } from 'vitest';
import { checkNewPin, mustErase, mustLock, waitAfterWrongPins, waitBeforePin } from './lock.ts';

const MINUTE_MS = 60_000;

describe('wrong PINs (security.md 5.2)', () => {
	it.each([
		[0, 0],
		[4, 0],
		[5, 1],
		[6, 5],
		[7, 15],
		[8, 60],
		[30, 60]
	])('%i wrong ones cost %i minutes', (wrong, minutes) => expect(waitAfterWrongPins(wrong)).toBe(minutes * MINUTE_MS));

	it('counts the wait down from the last wrong one', () => {
		expect(waitBeforePin(6, 1_000_000, 1_000_000 + 2 * MINUTE_MS)).toBe(3 * MINUTE_MS);
		expect(waitBeforePin(6, 1_000_000, 1_000_000 + 6 * MINUTE_MS)).toBe(0);
	});
	it('never waits longer than the full time, even when the clock was set back', () => {
		expect(waitBeforePin(5, 1_000_000_000, 0)).toBe(MINUTE_MS);
	});
});

it('costs everything that can be read at the tenth wrong PIN, not before', () => {
	expect([0, 9, 10, 11].map(mustErase)).toEqual([false, false, true, true]);
});

it('closes an open vault after two minutes hidden or five idle', () => {
	expect(mustLock(0, 2 * MINUTE_MS)).toBe(true);
	expect(mustLock(5 * MINUTE_MS, 0)).toBe(true);
	expect(mustLock(4 * MINUTE_MS, MINUTE_MS)).toBe(false);
});

describe('choosing a PIN', () => {
	it.each([
		['12345', 'pin.tooShort'],
		['', 'pin.tooShort'],
		['12a456', 'pin.tooShort'],
		['1234567890123', 'pin.tooShort'],
		['000000', 'pin.tooEasy'],
		['123456', 'pin.tooEasy'],
		['87654321', 'pin.tooEasy'],
		['121212', 'pin.tooEasy'],
		['123123', 'pin.tooEasy'],
		['258013', null],
		['20413579', null]
	])('%j: %s', (pin, code) => expect(checkNewPin(pin)).toBe(code));
});
