// Makes a small, soft code readable: a piece of the picture, edges sharpened, enlarged. Measured on card frames, the same
// decoder then reads 77 of 100 hard frames instead of 49 (docs/decisions.md). Pure functions on pixels; each is a loop
// over typed arrays, because they run on every picture of an old phone.

import type { Grey, Pixels } from './decoder.ts';

/** A piece of a picture and where it was cut out. */
export interface Piece extends Grey {
	readonly left: number;
	readonly top: number;
}

/** Grey levels that may lie beyond black and white until the last step, so that nothing is cut off in between. */
export interface Levels {
	readonly data: Int16Array;
	readonly width: number;
	readonly height: number;
}

/** Grey by the usual weights of red, green and blue. */
export function toGrey({ data, width, height }: Pixels): Grey {
	const grey = new Uint8Array(width * height);
	greyInto(data, grey, 0, grey.length);
	return { data: grey, width, height };
}

function greyInto(rgba: Uint8Array | Uint8ClampedArray, grey: Uint8Array, at: number, count: number): void {
	for (let i = 0, from = 0; i < count; i++, from += 4) {
		grey[at + i] = (306 * rgba[from]! + 601 * rgba[from + 1]! + 117 * rgba[from + 2]! + 512) >> 10;
	}
}

/** Grey as the RGBA that decoders take. */
export function toPixels({ data, width, height }: Grey): Pixels {
	const words = new Uint32Array(data.length);
	for (let i = 0; i < words.length; i++) words[i] = data[i]! * 0x010101 + 0xff000000;
	return { data: new Uint8ClampedArray(words.buffer), width, height };
}

/** The square of `side` pixels around a point, moved inside the picture and cut down to it where it must be, as grey. */
export function cutSquare(picture: Grey | Pixels, middleX: number, middleY: number, side: number): Piece {
	const width = Math.min(picture.width, Math.round(side));
	const height = Math.min(picture.height, Math.round(side));
	const left = clamp(Math.round(middleX - width / 2), 0, picture.width - width);
	const top = clamp(Math.round(middleY - height / 2), 0, picture.height - height);
	const step = picture.data.length / (picture.width * picture.height);
	const data = new Uint8Array(width * height);
	for (let y = 0; y < height; y++) {
		const from = ((top + y) * picture.width + left) * step;
		const row = picture.data.subarray(from, from + width * step);
		if (step === 1) data.set(row, y * width);
		else greyInto(row, data, y * width, width);
	}
	return { data, width, height, left, top };
}

/** Unsharp mask: each pixel moves away from the blur around it (5 x 5, binomial) by `gain` times the difference. */
export function sharpen({ data, width, height }: Grey, gain: number): Levels {
	const rows = new Uint16Array(width * height);
	for (let y = 0; y < height; y++) {
		const first = y * width;
		const last = first + width - 1;
		for (let i = first; i <= last; i++) {
			const far = data[i - 2 < first ? first : i - 2]! + data[i + 2 > last ? last : i + 2]!;
			const near = data[i - 1 < first ? first : i - 1]! + data[i + 1 > last ? last : i + 1]!;
			rows[i] = far + 4 * near + 6 * data[i]!;
		}
	}
	const levels = new Int16Array(width * height);
	for (let y = 0; y < height; y++) {
		const here = y * width;
		const up1 = Math.max(0, y - 1) * width;
		const up2 = Math.max(0, y - 2) * width;
		const down1 = Math.min(height - 1, y + 1) * width;
		const down2 = Math.min(height - 1, y + 2) * width;
		for (let x = 0; x < width; x++) {
			const far = rows[up2 + x]! + rows[down2 + x]!;
			const near = rows[up1 + x]! + rows[down1 + x]!;
			// the two sums of weights are 16 each
			const blurred = (far + 4 * near + 6 * rows[here + x]!) / 256;
			const level = data[here + x]!;
			levels[here + x] = Math.round(level + gain * (level - blurred));
		}
	}
	return { data: levels, width, height };
}

/** Twice as wide and high, each new pixel between its neighbours at a quarter (bilinear). */
export function enlargeTwice({ data, width, height }: Levels): Grey {
	const wide = width * 2;
	const rows = new Int32Array(wide * height);
	for (let y = 0; y < height; y++) {
		const first = y * width;
		for (let x = 0, to = y * wide; x < width; x++, to += 2) {
			const here = 3 * data[first + x]!;
			rows[to] = here + data[first + (x > 0 ? x - 1 : 0)]!;
			rows[to + 1] = here + data[first + (x < width - 1 ? x + 1 : x)]!;
		}
	}
	const large = new Uint8Array(wide * height * 2);
	for (let y = 0; y < height; y++) {
		const above = (y > 0 ? y - 1 : 0) * wide;
		const below = (y < height - 1 ? y + 1 : y) * wide;
		for (let x = 0, from = y * wide, to = y * 2 * wide; x < wide; x++, from++, to++) {
			const here = 3 * rows[from]! + 8;
			large[to] = toByte((here + rows[above + x]!) >> 4);
			large[to + wide] = toByte((here + rows[below + x]!) >> 4);
		}
	}
	return { data: large, width: wide, height: height * 2 };
}

/** Weights of the four neighbours (Catmull-Rom), of 1024, for the three places inside a pixel; the middle one is it. */
const THIRDS = [
	[-38, 341, 796, -75],
	[0, 1024, 0, 0],
	[-75, 796, 341, -38]
] as const;

/** Three times as wide and high, on a smooth curve through the pixels (bicubic): it reads codes that twice does not. */
export function enlargeThrice({ data, width, height }: Levels): Grey {
	const wide = width * 3;
	const rows = new Int32Array(wide * height);
	for (let y = 0; y < height; y++) {
		const first = y * width;
		for (let x = 0, to = y * wide; x < width; x++) {
			const left = data[first + Math.max(0, x - 1)]!;
			const here = data[first + x]!;
			const right = data[first + Math.min(width - 1, x + 1)]!;
			const farLeft = data[first + Math.max(0, x - 2)]!;
			const farRight = data[first + Math.min(width - 1, x + 2)]!;
			rows[to++] = THIRDS[0][0] * farLeft + THIRDS[0][1] * left + THIRDS[0][2] * here + THIRDS[0][3] * right;
			rows[to++] = 1024 * here;
			rows[to++] = THIRDS[2][0] * left + THIRDS[2][1] * here + THIRDS[2][2] * right + THIRDS[2][3] * farRight;
		}
	}
	const large = new Uint8Array(wide * height * 3);
	for (let y = 0; y < height; y++) {
		for (let part = 0; part < 3; part++) {
			const [a, b, c, d] = THIRDS[part]!;
			// the upper third lies between the row above and this one, so its four rows begin one row earlier
			const first = part === 0 ? y - 2 : y - 1;
			const row = (offset: number) => clamp(first + offset, 0, height - 1) * wide;
			const [row0, row1, row2, row3] = [row(0), row(1), row(2), row(3)];
			for (let x = 0, to = (y * 3 + part) * wide; x < wide; x++, to++) {
				const sum = a * rows[row0 + x]! + b * rows[row1 + x]! + c * rows[row2 + x]! + d * rows[row3 + x]!;
				large[to] = toByte(Math.round(sum / 1048576));
			}
		}
	}
	return { data: large, width: wide, height: height * 3 };
}

/** Half as wide and high, each new pixel the mean of four: less noise, and print whose dots are seen no longer. */
export function halve({ data, width, height }: Grey): Grey {
	const wide = width >> 1;
	const high = height >> 1;
	const small = new Uint8Array(wide * high);
	for (let y = 0, to = 0; y < high; y++) {
		for (let x = 0, at = 2 * y * width; x < wide; x++, at += 2, to++) {
			small[to] = (data[at]! + data[at + 1]! + data[at + width]! + data[at + width + 1]! + 2) >> 2;
		}
	}
	return { data: small, width: wide, height: high };
}

/** The part of the shorter side over which light is evened out, to each side. */
const EVEN_SHARE = 1 / 24;
/** Flat places are not made rougher than this: what is there is noise. */
const EVEN_LEAST = 6;
const EVEN_DEVIATION = 64;

/**
 * The same light everywhere: each pixel by how far it lies from the mean of the square around it, in deviations of that
 * square. What was lost in the dark, in a shadow's edge or beside a lamp is read again.
 */
export function evenOut({ data, width, height }: Grey): Grey {
	const reach = Math.max(2, Math.round(Math.min(width, height) * EVEN_SHARE));
	const even = new Uint8Array(width * height);
	// sums of each column over the rows around this one; a whole table of sums would be too much for an old phone
	const sums = new Float64Array(width);
	const squares = new Float64Array(width);
	const addRow = (y: number, sign: 1 | -1) => {
		if (y < 0 || y >= height) return;
		for (let x = 0, at = y * width; x < width; x++, at++) {
			const level = data[at]!;
			sums[x]! += sign * level;
			squares[x]! += sign * level * level;
		}
	};
	for (let y = 0; y < reach; y++) addRow(y, 1);
	for (let y = 0; y < height; y++) {
		addRow(y + reach, 1);
		addRow(y - reach - 1, -1);
		const rows = Math.min(height, y + reach + 1) - Math.max(0, y - reach);
		let [sum, square] = [0, 0];
		for (let x = 0; x < Math.min(reach, width); x++) {
			sum += sums[x]!;
			square += squares[x]!;
		}
		for (let x = 0; x < width; x++) {
			if (x + reach < width) {
				sum += sums[x + reach]!;
				square += squares[x + reach]!;
			}
			if (x - reach > 0) {
				sum -= sums[x - reach - 1]!;
				square -= squares[x - reach - 1]!;
			}
			const count = rows * (Math.min(width, x + reach + 1) - Math.max(0, x - reach));
			const mean = sum / count;
			const deviation = Math.sqrt(Math.max(0, square / count - mean * mean));
			const level = (data[y * width + x]! - mean) / Math.max(EVEN_LEAST, deviation);
			even[y * width + x] = toByte(Math.round(128 + EVEN_DEVIATION * level));
		}
	}
	return { data: even, width, height };
}

/** Levels as they are, cut off at black and white. */
export function toBytes({ data, width, height }: Levels): Grey {
	return { data: Uint8Array.from(data, toByte), width, height };
}

function toByte(level: number): number {
	return level < 0 ? 0 : level > 255 ? 255 : level;
}

function clamp(value: number, least: number, most: number): number {
	return value < least ? least : value > most ? most : value;
}
