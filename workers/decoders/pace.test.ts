import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

const MISS = { text: null, isLikely: true };
const SLOW_MS = 100;

/** A pace after so many misses long before 0. */
function openPace(misses: number, tookMs = SLOW_MS): Pace {
	const pace = new Pace();
	for (let i = 0; i < misses; i++) {
		pace.choose(-1e6);
		pace.note(MISS, -1e6, tookMs);
	}
	return pace;
}

test('ten pictures are looked at without patience, every third one by more than a glance; then one patiently', () => {
	const pace = new Pace();
	const looks = Array.from({ length: 11 }, (_, at) => {
		const look = pace.choose(at);
		pace.note(MISS, at, SLOW_MS);
		return look;
	});
	const three = ['glance', 'glance', 'quick'];
	expect(looks).toEqual([...three, ...three, ...three, 'glance', 'patient']);
});

test('a patient look rests for as long as it took; looks in between change nothing', () => {
	const pace = openPace(10);
	expect(pace.choose(0)).toBe('patient');
	pace.note(MISS, 0, 200);
	expect(pace.choose(200)).toBe('glance');
	pace.note(MISS, 200, 60);
	expect(pace.choose(399)).toBe('quick');
	expect(pace.choose(400)).toBe('patient');
});

test('a phone that is quick enough for patience before the next picture does not wait with it', () => {
	expect(openPace(2, 10).choose(0)).toBe('quick');
	expect(openPace(3, 10).choose(0)).toBe('patient');
	expect(openPace(3, 20).choose(0)).toBe('glance');
});

test('a read begins anew; a picture without anything like a code counts for nothing', () => {
	const pace = openPace(9);
	pace.note({ text: null, isLikely: false }, 0, 200);
	expect(pace.choose(1)).not.toBe('patient');
	pace.note(MISS, 1, 50);
	expect(pace.choose(2)).toBe('patient');
	pace.note({ text: 'x', isLikely: true }, 2, 200);
	expect(pace.choose(3)).not.toBe('patient');
});
