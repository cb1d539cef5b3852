import { expect, test } from 'vitest';
import { countTriesBeforeErase, countTriesLeft } from './tries.ts';

test.each([
	[0, 5],
	[1, 4],
	[3, 2],
	[4, 1],
	[5, 1],
	[9, 1]
])('after %i wrong PINs there are %i tries before a wait', (wrongPins, left) => {
	expect(countTriesLeft(wrongPins)).toBe(left);
});

test.each([
	[0, 10],
	[8, 2],
	[9, 1]
])('after %i wrong PINs %i more erase what can be read', (wrong, left) =>
	expect(countTriesBeforeErase(wrong)).toBe(left)
);
