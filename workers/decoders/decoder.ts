// What every decoder is to the rest: pixels in, a text or nothing out.

/** RGBA pixels, row by row. An ImageData is one; so is what tests draw where there is no browser. */
export interface Pixels {
	readonly data: Uint8ClampedArray;
	readonly width: number;
	readonly height: number;
}

/** A decoder never throws for a picture without a code, keeps no picture, and answers the exact text of a code or null. */
export interface Decoder {
	readonly name: string;
	decode(image: Pixels): Promise<string | null>;
}
