// A square of the drawing in words, for the door's page, for whoever cannot see the drawing, and beside each move.

import { depthOf, sideOf, type Spot } from '$lib/domain/sketch.ts';
import { formatNumber } from '$lib/ui/words.ts';
import type { SketchWords } from '$lib/ui/words/vi/sketch.ts';

export function saySpot(spot: Spot, words: SketchWords): string {
	const depth = depthOf(spot);
	return words.place(words.sides[sideOf(spot)], formatNumber(spot.y + 1), depth > 1 ? formatNumber(depth) : '');
}
