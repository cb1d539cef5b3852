import { describe, expect, test } from 'vitest';
import type { Pixels } from './decoder.ts';
import { cropMiddle, enlarge, prepareMiddle, sharpen, toPixels, type Grey } from './prepare.ts';

const grey = (width: number, values: number[]): Grey => ({
	data: Uint8ClampedArray.from(values),
	width,
	height: values.length / width
});
const rgba = (width: number, values: number[]): Pixels => toPixels(grey(width, values));

describe('cropMiddle', () => {
	test('takes the middle square of a wide picture', () => {
		const crop = cropMiddle(rgba(6, [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15]), 1);
		expect([crop.width, crop.height, [...crop.data]]).toEqual([2, 2, [2, 3, 12, 13]]);
	});
	test('takes a share of the shorter side, of a high picture too', () => {
		const crop = cropMiddle(
			rgba(
				4,
				Array.from({ length: 32 }, (_, i) => i)
			),
			0.5
		);
		expect([crop.width, crop.height, [...crop.data]]).toEqual([2, 2, [13, 14, 17, 18]]);
	});
	test('weighs red, green and blue', () => {
		const data = Uint8ClampedArray.from([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255]);
		expect([...cropMiddle({ data, width: 2, height: 2 }, 1).data]).toEqual([76, 149, 29, 255]);
	});
});

describe('enlarge', () => {
	test('an even picture stays even', () => {
		const large = enlarge(grey(3, Array(9).fill(77)));
		expect([large.width, large.height]).toEqual([6, 6]);
		expect(new Set(large.data)).toEqual(new Set([77]));
	});
	test('between two pixels stand their means at a quarter and three quarters', () => {
		expect([...enlarge(grey(2, [0, 200])).data]).toEqual([0, 50, 150, 200, 0, 50, 150, 200]);
		expect([...enlarge(grey(1, [0, 200])).data]).toEqual([0, 0, 50, 50, 150, 150, 200, 200]);
	});
});

describe('sharpen', () => {
	test('an even picture stays even, edges included', () => {
		expect(new Set(sharpen(grey(4, Array(16).fill(123)), 1.5).data)).toEqual(new Set([123]));
	});
	test('an edge gets steeper: dark side darker, light side lighter, kept between 0 and 255', () => {
		const row = [...sharpen(grey(8, [100, 100, 100, 100, 160, 160, 160, 160]), 1.5).data];
		expect(row).toEqual([100, 100, 94, 72, 188, 166, 160, 160]);
		const clipped = [...sharpen(grey(4, [0, 0, 255, 255]), 1.5).data];
		expect(clipped).toEqual([0, 0, 255, 255]);
	});
	test('gain 0 changes nothing', () => {
		expect([...sharpen(grey(3, [1, 50, 9]), 0).data]).toEqual([1, 50, 9]);
	});
});

test('prepareMiddle gives an opaque picture of twice the middle square and leaves the input alone', () => {
	const input = rgba(20, Array(200).fill(64));
	const before = [...input.data];
	const output = prepareMiddle(input);
	expect([output.width, output.height, output.data.length]).toEqual([14, 14, 14 * 14 * 4]);
	expect([...output.data.slice(0, 4)]).toEqual([64, 64, 64, 255]);
	expect([...input.data]).toEqual(before);
});
