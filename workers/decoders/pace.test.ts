import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

const MISS = { text: null, isLikely: true };

/** A pace after so many quick misses. */
function openPace(misses: number): Pace {
	const pace = new Pace();
	for (let i = 0; i < misses; i++) pace.note(MISS, -1000, 10);
	return pace;
}

test('six pictures are looked at quickly, then one patiently', () => {
	expect([0, 5, 6].map((misses) => openPace(misses).choose(0))).toEqual(['quick', 'quick', 'patient']);
});

test('a patient look rests for as long as it took; quick looks in between change nothing', () => {
	const pace = openPace(6);
	pace.note(MISS, 0, 200);
	expect([pace.choose(200), pace.choose(399), pace.choose(400)]).toEqual(['quick', 'quick', 'patient']);
	pace.note(MISS, 250, 60);
	expect([pace.choose(399), pace.choose(400)]).toEqual(['quick', 'patient']);
});

test('a read begins anew; a picture without anything like a code counts for nothing', () => {
	const pace = openPace(6);
	pace.note({ text: null, isLikely: false }, 0, 200);
	expect(pace.choose(1)).toBe('patient');
	pace.note({ text: 'x', isLikely: true }, 0, 200);
	expect(pace.choose(1)).toBe('quick');
});
