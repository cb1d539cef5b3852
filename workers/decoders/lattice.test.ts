import { correction, generate, mode } from 'lean-qr';
import { describe, expect, test } from 'vitest';
import { CARD_S01 } from '../../tests/fixtures/cards.ts';
import type { Grey } from './decoder.ts';
import { fitCorners, listKnown, readLattice, type Bits, type Corners } from './lattice.ts';

const code = generate(mode.bytes(new TextEncoder().encode(CARD_S01)), { minCorrectionLevel: correction.M });
const SCALE = 5;
const LEFT = 23;

/** The code with `SCALE` pixels per module, blurred over `reach` pixels each way, on light ground. */
function draw(reach: number): Grey {
	const side = code.size * SCALE + 2 * LEFT;
	const at = (x: number, y: number) =>
		code.get(Math.floor((x - LEFT) / SCALE), Math.floor((y - LEFT) / SCALE)) ? 60 : 180;
	const data = Uint8Array.from({ length: side * side }, (_, i) => {
		const [x, y] = [i % side, Math.floor(i / side)];
		let sum = 0;
		for (let dy = -reach; dy <= reach; dy++) for (let dx = -reach; dx <= reach; dx++) sum += at(x + dx, y + dy);
		return sum / (2 * reach + 1) ** 2;
	});
	return { data, width: side, height: side };
}
const right = LEFT + code.size * SCALE;
const TRUE: Corners = [LEFT, LEFT, right, LEFT, right, right, LEFT, right];

function countWrong(bits: Bits): number {
	let wrong = 0;
	bits.data.forEach((bit, at) => {
		const isDark = code.get(at % code.size, Math.floor(at / code.size));
		if ((bit === 1) !== isDark) wrong++;
	});
	return wrong;
}

describe('readLattice', () => {
	test('reads every module of a sharp code', () => {
		expect(readLattice(draw(0), TRUE, code.size, countWrong)).toBe(0);
	});
	test('tries other strengths until the answer is taken, and answers null when none is', () => {
		const wrongs: number[] = [];
		const answer = readLattice(draw(4), TRUE, code.size, (bits) => (wrongs.push(countWrong(bits)), null));
		expect(answer).toBeNull();
		expect(wrongs.length).toBeGreaterThan(3);
		// a blur of nearly two modules: what is set off from its neighbours most is read best
		expect(wrongs[2]).toBeLessThan(wrongs[1]!);
	});
});

describe('fitCorners', () => {
	test('moves corners that are off by more than half a module to where they belong', () => {
		const off = TRUE.map((at, i) => at + [3, -2, -2, 3, 3, 2, -3, 2][i]!);
		const fitted = fitCorners(draw(2), off, code.size);
		const worst = (corners: Corners) => Math.max(...corners.map((at, i) => Math.abs(at - TRUE[i]!)));
		expect(worst(off)).toBe(3);
		expect(worst(fitted)).toBeLessThan(1.5);
		const wrongBefore = readLattice(draw(2), off, code.size, countWrong)!;
		expect(readLattice(draw(2), fitted, code.size, countWrong)).toBeLessThan(wrongBefore);
	});
	test('corners on one line or nowhere are no reason to fail', () => {
		const grey = draw(0);
		for (const corners of [Array(8).fill(9), [0, 0, 10, 10, 20, 20, 30, 30], Array(8).fill(NaN)]) {
			expect(() => readLattice(grey, fitCorners(grey, corners, code.size), code.size, () => null)).not.toThrow();
		}
	});
});

test('what is known of a code is true of every code', () => {
	for (const version of [2, 5, 6, 7, 10, 13, 14, 20, 32, 40]) {
		const made = generate(mode.bytes(new TextEncoder().encode('x')), { minVersion: version, maxVersion: version });
		const known = listKnown(made.size);
		for (let i = 0; i < known.length; i += 2) {
			const at = known[i]!;
			const isDark = made.get(at % made.size, Math.floor(at / made.size));
			expect([version, at, isDark]).toEqual([version, at, known[i + 1] === 1]);
		}
		expect(known.length / 2).toBeGreaterThan(200);
	}
});
