// What every decoder is to the rest: pixels in, a text or nothing out.

/** RGBA pixels, row by row. An ImageData is one; so is what tests draw where there is no browser. */
export interface Pixels {
	readonly data: Uint8ClampedArray;
	readonly width: number;
	readonly height: number;
}

/** One byte per pixel: 0 black, 255 white. What a camera calls luma. */
export interface Grey {
	readonly data: Uint8Array;
	readonly width: number;
	readonly height: number;
}

/** A decoder never throws for a picture without a code, keeps no picture, and answers the exact text of a code or null. */
export interface Decoder {
	readonly name: string;
	decode(image: Pixels): Promise<string | null>;
}

/**
 * Which texts count. `card`: a second opinion, got by trying again and again, counts only when the text is that of a
 * card, so that a chance agreement can never become a number. `any`: codes of every kind are wanted (an invitation, a
 * folder of ordinary codes), and a text got by trying must come out twice.
 */
export type Gate = 'card' | 'any';
