import { expect, test } from 'vitest';
import { sayWaiting } from './waiting.ts';

const words = { lost: (count: string) => `lost ${count}`, sealed: (count: string) => `sealed ${count}`, none: 'none' };

test.each([
	[0, 0, 'none'],
	[0, 1234, 'lost 1.234'],
	[2, 0, 'sealed 2'],
	[2, 3, 'lost 3 sealed 2']
])('%i sealed and %i readable: %s', (sealed, readable, said) =>
	expect(sayWaiting({ sealed, readable }, words)).toBe(said)
);
