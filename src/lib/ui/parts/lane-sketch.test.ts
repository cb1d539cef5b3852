// Feature F021: the drawing shows each door in its square, marks the one that is meant, and says so in words.

import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { SKETCH } from '../../domain/sketch.ts';
import { sketch as words } from '../words/vi/sketch.ts';
import LaneSketch from './LaneSketch.svelte';

const door = (number: string) => ({ number });

/** Where a group of the drawing stands, in squares from the left and from the upper edge. */
function readPlaces(body: string): { x: number; y: number; text: string; isMark: boolean }[] {
	const side = Number(/viewBox="0 0 (\d+) /.exec(body)![1]) / SKETCH.columns;
	return [...body.matchAll(/<g([^>]*)transform="translate\((\d+) (\d+)\)".*?<text[^>]*>([^<]*)</gs)].map(
		([, before = '', left, top, text = '']) => ({
			x: Number(left) / side,
			y: Number(top) / side,
			text,
			isMark: before.includes('mark')
		})
	);
}

it('F021: marks the square of a door, begun at the lower edge, beside those of the others', () => {
	const squares = [
		{ spot: { x: 6, y: 0 }, doors: [door('12')] },
		{ spot: { x: 0, y: 9 }, doors: [door('14'), door('16')] }
	];
	const { body } = render(LaneSketch, { props: { squares, mark: { x: 2, y: 3 }, label: '23', said: 'Nhà 23', words } });
	expect(readPlaces(body)).toEqual([
		{ x: 6, y: 9, text: '12', isMark: false },
		{ x: 0, y: 0, text: '×2', isMark: false },
		{ x: 2, y: 6, text: '23', isMark: true }
	]);
	expect(body).toMatch(/role="img"[^>]* aria-label="Nhà 23"/);
	// the policy of pages lets no style attribute through
	expect(body).not.toContain('style=');
});

it('F021: without a mark only what others drew is shown', () => {
	const squares = [{ spot: { x: 4, y: 1 }, doors: [door('nhà mái tôn')] }];
	const { body } = render(LaneSketch, { props: { squares, said: 'Sơ đồ ngõ, 1 nhà đã vẽ', words } });
	expect(readPlaces(body)).toEqual([{ x: 4, y: 8, text: 'nhà…', isMark: false }]);
});
