import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

const MISS = { text: null, isLikely: true };

test('a patient look rests for as long as it took; quick looks in between change nothing', () => {
	const pace = new Pace();
	expect(pace.choose(0)).toBe('patient');
	pace.note(MISS, 0, 200);
	expect([pace.choose(200), pace.choose(399), pace.choose(400)]).toEqual(['quick', 'quick', 'patient']);
	pace.note(MISS, 250, 60);
	expect([pace.choose(399), pace.choose(400)]).toEqual(['quick', 'patient']);
});

test('a read, or a picture without anything like a code, costs no patience', () => {
	const pace = new Pace();
	pace.note({ text: 'x', isLikely: true }, 0, 200);
	pace.note({ text: null, isLikely: false }, 0, 200);
	expect(pace.choose(1)).toBe('patient');
});
