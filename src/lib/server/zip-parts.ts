// An archive that somebody else made, as workbooks come in: its directory is read before anything is unpacked, and what
// is unpacked is counted, whatever the directory says.

import { createInflateRaw } from 'node:zlib';
import { Breather } from './breath.ts';

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** Bytes that are handed on at once: little enough that requests of others come in between. */
const PIECE_BYTES = 64 * 1024;

/** One file of an archive. */
export interface ZipPart {
	readonly name: string;
	readonly method: number;
	readonly packed: number;
	/** As the directory says. */
	readonly unpacked: number;
	readonly at: number;
}

/** The parts of an archive by their own names, by its directory; null where it has none. */
export function listParts(bytes: Uint8Array): ReadonlyMap<string, ZipPart> | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let end = bytes.length - 22;
	while (end >= 0 && view.getUint32(end, true) !== DIRECTORY_END) end--;
	if (end < 0) return null;
	let at = view.getUint32(end + 16, true);
	const parts = new Map<string, ZipPart>();
	for (let left = view.getUint16(end + 10, true); left > 0; left--) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
		const nameBytes = view.getUint16(at + 28, true);
		const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameBytes)).toString('utf8');
		parts.set(name, {
			name,
			method: view.getUint16(at + 10, true),
			packed: view.getUint32(at + 20, true),
			unpacked: view.getUint32(at + 24, true),
			at: view.getUint32(at + 42, true)
		});
		at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return parts;
}

/** A part's own bytes, piece by piece; throws where it is damaged or grows beyond `most`. */
export async function* openPart(bytes: Uint8Array, part: ZipPart, most: number): AsyncGenerator<Uint8Array> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (part.at + 30 > bytes.length || view.getUint32(part.at, true) !== LOCAL_ENTRY) throw new Error('no such part');
	const from = part.at + 30 + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true);
	const packed = bytes.subarray(from, from + part.packed);
	if (packed.length < part.packed) throw new Error('a part that ends too early');
	const breather = new Breather();
	let left = most;
	for await (const piece of part.method === DEFLATED ? inflate(packed) : cut(packed, part.method)) {
		left -= piece.length;
		if (left < 0) throw new Error('a part that grows too large');
		yield piece;
		await breather.rest();
	}
}

function* cut(bytes: Uint8Array, method: number): Generator<Uint8Array> {
	if (method !== STORED) throw new Error('a part that is packed in a way of its own');
	for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

async function* inflate(packed: Uint8Array): AsyncGenerator<Uint8Array> {
	// on a thread of its own, no further ahead than it is read
	const stream = createInflateRaw({ chunkSize: PIECE_BYTES });
	stream.end(packed);
	for await (const piece of stream) yield piece as Uint8Array;
}
