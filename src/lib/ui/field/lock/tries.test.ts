import { expect, test } from 'vitest';
import { countTriesLeft } from './tries.ts';

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
