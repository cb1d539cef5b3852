// The text of a rescue file made short for pictures. Ciphertext does not shrink, but base64 and field names do: to about
// half (measured in rescue.test.ts).

import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import type { Bytes } from './vault.ts';

/** The first byte says how the rest is packed. */
const PLAIN = 0;
const DEFLATED = 1;

export async function packText(text: string): Promise<Bytes> {
	const bytes = new TextEncoder().encode(text);
	if (typeof CompressionStream === 'undefined') return mark(PLAIN, bytes);
	const deflated = await readAll(pour(bytes, new CompressionStream('deflate')), Number.POSITIVE_INFINITY);
	return mark(DEFLATED, deflated ?? bytes);
}

/** `rescue.tooLarge` where something small would become more than any file of ours. */
export async function unpackText(packed: Bytes): Promise<Result<string>> {
	const rest = packed.subarray(1);
	let bytes: Uint8Array | null = rest;
	if (packed[0] === DEFLATED) {
		if (typeof DecompressionStream === 'undefined') return fail('rescue.tooOld');
		try {
			bytes = await readAll(pour(rest, new DecompressionStream('deflate')), LIMIT.rescueFileBytes);
		} catch {
			return fail('rescue.damaged');
		}
		if (!bytes) return fail('rescue.tooLarge');
	} else if (packed[0] !== PLAIN) return fail('rescue.foreign');
	return succeed(new TextDecoder().decode(bytes));
}

function mark(by: number, bytes: Uint8Array): Bytes {
	const marked = new Uint8Array(bytes.length + 1);
	marked[0] = by;
	marked.set(bytes, 1);
	return marked;
}

function pour(bytes: Bytes, through: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> {
	return new Blob([bytes]).stream().pipeThrough(through);
}

/** Null where there is more than `most`; rejects where the stream is broken. */
async function readAll(stream: ReadableStream<Uint8Array>, most: number): Promise<Bytes | null> {
	const reader = stream.getReader();
	const pieces: Uint8Array[] = [];
	let length = 0;
	for (let read = await reader.read(); !read.done; read = await reader.read()) {
		length += read.value.length;
		if (length > most) {
			await reader.cancel();
			return null;
		}
		pieces.push(read.value);
	}
	const whole = new Uint8Array(length);
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}
