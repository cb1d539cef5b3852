// One picture, as the camera gave it: grey already (luma of a video frame) or in colours. What a step needs of it is made
// when it is first asked for, and only as much as it asks for: turning a whole frame grey costs as much as finding a code.

import type { Grey, Pixels } from './decoder.ts';
import type { Brightness } from './locate.ts';
import { cutSquare, toGrey, toPixels, type Piece } from './prepare.ts';

export interface Picture {
	readonly width: number;
	readonly height: number;
	readonly brightness: Brightness;
	grey(): Grey;
	pixels(): Pixels;
	/** The square of `side` pixels around a point, as grey. */
	cut(middleX: number, middleY: number, side: number): Piece;
}

export function fromGrey(grey: Grey): Picture {
	let pixels: Pixels | undefined;
	return {
		width: grey.width,
		height: grey.height,
		brightness: { ...grey, step: 1, offset: 0 },
		grey: () => grey,
		pixels: () => (pixels ??= toPixels(grey)),
		cut: (middleX, middleY, side) => cutSquare(grey, middleX, middleY, side)
	};
}

export function fromPixels(pixels: Pixels): Picture {
	let grey: Grey | undefined;
	return {
		width: pixels.width,
		height: pixels.height,
		brightness: { data: pixels.data, width: pixels.width, height: pixels.height, step: 4, offset: 1 },
		grey: () => (grey ??= toGrey(pixels)),
		pixels: () => pixels,
		cut: (middleX, middleY, side) => cutSquare(grey ?? pixels, middleX, middleY, side)
	};
}
