// Second engine: @nuintun/qrcode, 15 kB of plain JavaScript. It is there before the wasm is, and where WebAssembly is
// blocked; and it finds the corners of codes that the first engine cannot read, for the lattice (lattice.ts).

import { binarize, BitMatrix, Decoder as BitDecoder, Detector } from '@nuintun/qrcode';
import type { Gate, Grey } from './decoder.ts';
import { fitCorners, readLattice, type Bits, type Corners } from './lattice.ts';

/** Each picture gives several guesses at where the corners are; later ones seldom are the right ones. */
const GUESSES = 3;
/** Smaller codes hold no card and have so little error correction that trying often would find a text in noise. */
const LATTICE_MIN_SIZE = 29;

const utf8 = new TextDecoder('utf-8', { fatal: true });
// Its default takes bytes for Latin-1; cards hold UTF-8 without saying so, and other bytes are refused (they throw).
const decoder = new BitDecoder({ decode: (bytes) => utf8.decode(bytes) });

/** How a text that is got by trying is judged: null asks for more tries. */
export type Judge = (text: string) => string | null;

/** Takes only what `isCard` agrees to; where any code is wanted, only what came out twice. */
export function openJudge(gate: Gate, isCard: (text: string) => boolean): Judge {
	let last: string | null = null;
	return (text) => {
		if (gate === 'card') return isCard(text) ? text : null;
		const isSame = last === text;
		last = text;
		return isSame ? text : null;
	};
}

/** The text of a code in `large`, which is `scale` times `piece`: read as it is, or from the lattice in `piece`. */
export function readPatiently(large: Grey, piece: Grey, scale: number, judge: Judge, guesses = GUESSES): string | null {
	let left = guesses;
	for (const { matrix, size, corners } of detect(large)) {
		const plain = decodeBits(matrix);
		const read = (plain === null ? null : judge(plain)) ?? readByLattice(piece, scale, corners, size, judge);
		if (read !== null) return read;
		if (--left === 0) break;
	}
	return null;
}

/** The text of a code as the engine alone reads it. */
export function readPlainly(grey: Grey): string | null {
	let left = GUESSES;
	for (const { matrix } of detect(grey)) {
		const text = decodeBits(matrix);
		if (text !== null) return text;
		if (--left === 0) break;
	}
	return null;
}

function readByLattice(piece: Grey, scale: number, corners: Corners, size: number, judge: Judge): string | null {
	if (size < LATTICE_MIN_SIZE) return null;
	const take = (bits: Bits) => {
		const text = decodeBits(toMatrix(bits));
		return text === null ? null : judge(text);
	};
	const here = corners.map((at) => at / scale);
	return readLattice(piece, here, size, take) ?? readLattice(piece, fitCorners(piece, here, size), size, take);
}

interface Guess {
	readonly matrix: BitMatrix;
	readonly size: number;
	readonly corners: Corners;
}

function* detect({ data, width, height }: Grey): Generator<Guess> {
	const found = new Detector().detect(binarize(data, width, height));
	for (let next = found.next(); !next.done; next = found.next(false)) {
		const { matrix, size } = next.value;
		const corner = (x: number, y: number) => {
			const point = next.value!.mapping(x, y);
			return [point.x, point.y];
		};
		yield { matrix, size, corners: [corner(0, 0), corner(size, 0), corner(size, size), corner(0, size)].flat() };
	}
}

function toMatrix({ size, data }: Bits): BitMatrix {
	const matrix = new BitMatrix(size, size);
	for (let y = 0, at = 0; y < size; y++) {
		for (let x = 0; x < size; x++, at++) if (data[at]) matrix.set(x, y);
	}
	return matrix;
}

function decodeBits(matrix: BitMatrix): string | null {
	try {
		return decoder.decode(matrix).content || null;
	} catch {
		return null; // what it throws for bits that are no code, and for bytes that are no UTF-8
	}
}
