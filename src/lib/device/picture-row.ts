// Bytes as an endless row of QR texts, and back. The first `count` pictures are the parts in order; every later one is a
// sum (XOR) of parts that its number draws by lot. A reader solves for the parts, so it does not matter which pictures it
// misses: about as many as there are parts, in any order, are enough. Shown again and again, part by part, one missed
// part would cost a whole further round.

import { LIMIT } from '../domain/limit.ts';
import { decodeBase45, encodeBase45 } from './base45.ts';

/** Tells our pictures from any other code. All of it can be written with the 45 signs. */
const WORD = 'GCR1:';
/**
 * Of the payload in one picture, which makes a code of version 15, 77 modules wide: read, blurred and noisy, at 3.2 pixels
 * to the module, where 640 bytes (89 modules) are not read any more, and 360 (69) need a third more pictures.
 */
export const PART_BYTES = 480;
/** sum of the picture (4), name of the row (4), length of the payload (3), parts (2), number (2) */
const HEAD_BYTES = 15;
const NUMBERS = 0x10000;

export interface PictureRow {
	/** Parts; a reader that misses nothing is ready after so many pictures. */
	readonly count: number;
	/** The text of the picture of any number from 0 on; after 65,536 of them the row begins anew. */
	text(number: number): string;
}

export function makeRow(payload: Uint8Array, partBytes = PART_BYTES): PictureRow {
	const name = sumBytes(payload);
	const count = Math.max(1, Math.ceil(payload.length / partBytes));
	const size = Math.ceil(payload.length / count);
	return {
		count,
		text(endless) {
			const number = endless % NUMBERS;
			const bytes = new Uint8Array(HEAD_BYTES + size);
			const view = new DataView(bytes.buffer);
			view.setUint32(4, name);
			view.setUint8(8, payload.length >> 16);
			view.setUint16(9, payload.length & 0xffff);
			view.setUint16(11, count);
			view.setUint16(13, number);
			const sum = bytes.subarray(HEAD_BYTES);
			drawLots(name, count, number).forEach((isIn, part) => {
				if (isIn) addTo(sum, payload.subarray(part * size, (part + 1) * size));
			});
			view.setUint32(0, sumBytes(bytes.subarray(4)));
			return WORD + encodeBase45(bytes);
		}
	};
}

/** What a picture was to a reader. */
export type Sight =
	/** It brought the reader further. */
	| 'new'
	/** It says nothing that is not known. */
	| 'known'
	/** It belongs to another row than the one that is being read. */
	| 'other'
	/** It is none of these pictures. */
	| 'foreign';

/** Reads one row. What it is shown may come in any order, with gaps, twice, and mixed with anything. */
export class RowReader {
	#name: number | null = null;
	#length = 0;
	#size = 0;
	#count = 0;
	/** Sums that were not solved yet, each under the first part that is in it and in no earlier one. */
	readonly #sums = new Map<number, { readonly lots: Uint8Array; readonly bytes: Uint8Array }>();

	/** Parts of the row that is being read; 0 before its first picture. */
	get count(): number {
		return this.#count;
	}

	/** How many parts' worth is there. */
	get got(): number {
		return this.#sums.size;
	}

	take(text: string): Sight {
		const bytes = text.startsWith(WORD) ? decodeBase45(text.slice(WORD.length)) : null;
		if (!bytes || bytes.length <= HEAD_BYTES) return 'foreign';
		const view = new DataView(bytes.buffer);
		if (view.getUint32(0) !== sumBytes(bytes.subarray(4))) return 'foreign';
		const [name, length] = [view.getUint32(4), view.getUint8(8) * 0x10000 + view.getUint16(9)];
		const [count, number] = [view.getUint16(11), view.getUint16(13)];
		const size = bytes.length - HEAD_BYTES;
		const isOdd = count === 0 || count > LIMIT.rowPictures || Math.ceil(length / count) !== size;
		if (isOdd) return 'foreign';
		if (this.#name === null) [this.#name, this.#length, this.#count, this.#size] = [name, length, count, size];
		if (name !== this.#name || length !== this.#length || count !== this.#count) return 'other';
		return this.#solve(drawLots(name, count, number), bytes.slice(HEAD_BYTES)) ? 'new' : 'known';
	}

	/** The payload once all of it is there, else null; also null where the sum of the whole does not hold. */
	finish(): Uint8Array<ArrayBuffer> | null {
		if (this.#count === 0 || this.got < this.#count) return null;
		const whole = new Uint8Array(this.#count * this.#size);
		// from the last part on: an earlier one holds later ones only
		for (let part = this.#count - 1; part >= 0; part--) {
			const { lots, bytes } = this.#sums.get(part)!;
			const solved = whole.subarray(part * this.#size, (part + 1) * this.#size);
			solved.set(bytes);
			for (let later = part + 1; later < this.#count; later++) {
				if (lots[later]) addTo(solved, whole.subarray(later * this.#size, (later + 1) * this.#size));
			}
		}
		const payload = whole.slice(0, this.#length);
		return sumBytes(payload) === this.#name ? payload : null;
	}

	/** Takes out what is known; what is left, if anything, is new. */
	#solve(lots: Uint8Array, bytes: Uint8Array): boolean {
		for (let part = 0; part < this.#count; part++) {
			if (!lots[part]) continue;
			const known = this.#sums.get(part);
			if (!known) {
				this.#sums.set(part, { lots, bytes });
				return true;
			}
			addTo(lots, known.lots);
			addTo(bytes, known.bytes);
		}
		return false;
	}
}

/** Which parts are in the picture of this number: one of them, in order, and after that half of them by lot. */
function drawLots(name: number, count: number, number: number): Uint8Array {
	const lots = new Uint8Array(count);
	if (number < count) {
		lots[number] = 1;
		return lots;
	}
	// mulberry32, stirred by the row and the number
	let state = (name ^ Math.imul(number, 0x9e3779b1)) >>> 0;
	for (let part = 0; part < count; part++) {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		lots[part] = ((mixed ^ (mixed >>> 14)) >>> 16) & 1;
	}
	// nothing in it would be a picture for nothing
	if (!lots.includes(1)) lots[number % count] = 1;
	return lots;
}

function addTo(sum: Uint8Array, bytes: Uint8Array): void {
	for (let at = 0; at < bytes.length; at++) sum[at]! ^= bytes[at]!;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
	return value;
});

/** CRC-32: it tells misread pictures; whether somebody meddled is for the signatures inside to say. */
function sumBytes(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
	return (crc ^ 0xffffffff) >>> 0;
}
