import { describe, expect, test } from 'vitest';
import { drawCard, toRgba, type Picture } from '../../tests/fixtures/camera.ts';
import { CARD_S01 } from '../../tests/fixtures/cards.ts';
import { findSpots, STRONG } from './locate.ts';

const look = ({ luma, width, height }: Picture) => findSpots({ data: luma, width, height, step: 1, offset: 0 });

describe('findSpots', () => {
	test('the code on a card is the first spot, strong, and hardly larger than it is', () => {
		const [spot] = look(drawCard(CARD_S01));
		expect(spot!.score).toBeGreaterThan(STRONG);
		expect(Math.abs(spot!.middleX - 640)).toBeLessThan(16);
		expect(Math.abs(spot!.middleY - 360)).toBeLessThan(16);
		// 45 modules and more of 4 pixels
		expect(spot!.side).toBeGreaterThan(170);
		expect(spot!.side).toBeLessThan(300);
	});
	test('finds the same in the green of a picture in colours', () => {
		const picture = drawCard(CARD_S01);
		const { data, width, height } = toRgba(picture);
		expect(findSpots({ data, width, height, step: 4, offset: 1 })).toEqual(look(picture));
	});
	test('a card without a code has no strong spot, nor has a picture of one colour, of lines, or of no size', () => {
		const size = { width: 640, height: 480 };
		const draw = (level: (x: number, y: number) => number): Picture => ({
			...size,
			luma: Uint8Array.from({ length: 640 * 480 }, (_, i) => level(i % 640, Math.floor(i / 640)))
		});
		for (const picture of [drawCard(null), draw(() => 90), draw((x) => (x % 4 < 2 ? 0 : 255))]) {
			expect(look(picture).filter((spot) => spot.score >= STRONG)).toEqual([]);
		}
		expect(look({ luma: new Uint8Array(4), width: 2, height: 2 })).toEqual([]);
	});
});
