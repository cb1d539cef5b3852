// A square of the drawing in words, for pages of the door at the phone and at the desk, for whoever cannot see the drawing,
// and beside each move.

import { depthOf, sideOf, type Spot } from '../domain/sketch.ts';
import { formatNumber } from './words.ts';
import type { SketchWords } from './words/vi/sketch.ts';

/** Which side of the lane, how far in, and how far off it: `Bên trái, ô 4 từ đầu ngõ`. */
export function saySpot(spot: Spot, words: SketchWords): string {
	const depth = depthOf(spot);
	return words.place(words.sides[sideOf(spot)], formatNumber(spot.y + 1), depth > 1 ? formatNumber(depth) : '');
}
