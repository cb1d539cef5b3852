import { describe, expect, test } from 'vitest';
import type { Grey, Pixels } from './decoder.ts';
import {
	cutSquare,
	enlargeThrice,
	enlargeTwice,
	evenOut,
	halve,
	sharpen,
	toBytes,
	toGrey,
	toPixels,
	type Levels
} from './prepare.ts';

const grey = (width: number, values: number[]): Grey => ({
	data: Uint8Array.from(values),
	width,
	height: values.length / width
});
const levels = (width: number, values: number[]): Levels => ({
	data: Int16Array.from(values),
	width,
	height: values.length / width
});
const rgba = (width: number, values: number[]): Pixels => toPixels(grey(width, values));

describe('toGrey and toPixels', () => {
	test('weighs red, green and blue', () => {
		const data = Uint8ClampedArray.from([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255]);
		expect([...toGrey({ data, width: 2, height: 2 }).data]).toEqual([76, 150, 29, 255]);
	});
	test('grey comes back from its own pixels, opaque', () => {
		const pixels = rgba(3, [0, 64, 255]);
		expect([...pixels.data]).toEqual([0, 0, 0, 255, 64, 64, 64, 255, 255, 255, 255, 255]);
		expect([...toGrey(pixels).data]).toEqual([0, 64, 255]);
	});
});

describe('cutSquare', () => {
	const values = Array.from({ length: 32 }, (_, i) => i);
	test.each([
		['grey', grey(8, values)],
		['colours', rgba(8, values)]
	])('takes the square around a point, of %s', (_, picture) => {
		const piece = cutSquare(picture, 4, 2, 2);
		expect([piece.left, piece.top, ...piece.data]).toEqual([3, 1, 11, 12, 19, 20]);
	});
	test('is moved inside the picture, and cut down to it', () => {
		expect(cutSquare(grey(8, values), 0, 0, 2)).toMatchObject({ left: 0, top: 0, width: 2, height: 2 });
		expect(cutSquare(grey(8, values), 99, 99, 2)).toMatchObject({ left: 6, top: 2 });
		expect(cutSquare(grey(8, values), 4, 2, 100)).toMatchObject({ left: 0, top: 0, width: 8, height: 4 });
	});
});

describe('sharpen', () => {
	test('an even picture stays even, edges included', () => {
		expect(new Set(sharpen(grey(4, Array(16).fill(123)), 2).data)).toEqual(new Set([123]));
	});
	test('an edge gets steeper, beyond white where it must', () => {
		const row = [...sharpen(grey(8, [100, 100, 100, 100, 160, 160, 160, 160]), 1.6).data];
		expect(row).toEqual([100, 100, 94, 70, 190, 166, 160, 160]);
		expect([...sharpen(grey(4, [0, 0, 255, 255]), 1.6).data]).toEqual([-25, -127, 383, 281]);
	});
	test('gain 0 changes nothing', () => {
		expect([...sharpen(grey(3, [1, 50, 9]), 0).data]).toEqual([1, 50, 9]);
	});
});

describe.each([
	['enlargeTwice', enlargeTwice, 2],
	['enlargeThrice', enlargeThrice, 3]
] as const)('%s', (_, enlarge, scale) => {
	test('an even picture stays even', () => {
		const large = enlarge(levels(3, Array(9).fill(77)));
		expect([large.width, large.height]).toEqual([3 * scale, 3 * scale]);
		expect(new Set(large.data)).toEqual(new Set([77]));
	});
	test('cuts off at black and white only at the end', () => {
		expect([...enlarge(levels(1, [-40])).data]).toEqual(Array(scale * scale).fill(0));
		expect([...enlarge(levels(1, [290])).data]).toEqual(Array(scale * scale).fill(255));
	});
	test('is the same along rows and along columns', () => {
		const along = enlarge(levels(4, [0, 50, 200, 210]));
		const down = enlarge(levels(1, [0, 50, 200, 210]));
		const firstColumn = Array.from({ length: 4 * scale }, (_, y) => down.data[y * scale]);
		expect([...along.data.subarray(0, 4 * scale)]).toEqual(firstColumn);
	});
});

test('between two pixels stand their means at a quarter, or a curve through them', () => {
	expect([...enlargeTwice(levels(2, [0, 200])).data.subarray(0, 4)]).toEqual([0, 50, 150, 200]);
	const curve = [...enlargeThrice(levels(4, [0, 0, 90, 90])).data.subarray(0, 12)];
	expect([curve[1], curve[4], curve[7], curve[10]]).toEqual([0, 0, 90, 90]);
	expect(curve[5]! + curve[6]!).toBe(90);
	expect(curve[5]).toBeGreaterThan(15);
});

test('toBytes cuts off what sharpening left beyond black and white', () => {
	expect([...toBytes(levels(3, [-5, 128, 300])).data]).toEqual([0, 128, 255]);
});

test('halved, each pixel is the mean of four; an odd row and column are left out', () => {
	const small = halve(grey(5, [0, 100, 8, 8, 1, 100, 200, 8, 8, 1, 9, 9, 9, 9, 9]));
	expect([small.width, small.height, ...small.data]).toEqual([2, 1, 100, 8]);
});

describe('evenOut', () => {
	/** The same by the book: mean and deviation of the square around each pixel, cut off at the picture's edges. */
	const byTheBook = ({ data, width, height }: Grey, reach: number): number[] =>
		Array.from(data, (level, at) => {
			const [x, y] = [at % width, Math.floor(at / width)];
			const around: number[] = [];
			for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++)
				around.push(
					...data.subarray(row * width + Math.max(0, x - reach), row * width + Math.min(width - 1, x + reach) + 1)
				);
			const mean = around.reduce((sum, each) => sum + each, 0) / around.length;
			const deviation = Math.sqrt(around.reduce((sum, each) => sum + (each - mean) ** 2, 0) / around.length);
			return Math.min(255, Math.max(0, Math.round(128 + (64 * (level - mean)) / Math.max(6, deviation))));
		});
	test('sets each pixel off from the square around it', () => {
		const picture = grey(
			70,
			Array.from({ length: 70 * 72 }, (_, i) => (i * i * 7 + i * 31) % 97)
		);
		expect([...evenOut(picture).data]).toEqual(byTheBook(picture, 3));
	});
	test('the same pattern in light and in the dark comes out the same; a flat place stays flat', () => {
		const pattern = (dark: number, light: number) => [
			...evenOut(
				grey(
					60,
					Array.from({ length: 3600 }, (_, i) => ((i + Math.floor(i / 60)) % 2 ? light : dark))
				)
			).data
		];
		expect(pattern(4, 24)).toEqual(pattern(30, 230));
		expect(new Set(evenOut(grey(60, Array(3600).fill(9))).data)).toEqual(new Set([128]));
	});
});
