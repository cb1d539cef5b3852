// The photo of a badge: a JPEG that is taken apart and put together again from the parts that draw it. What cameras add
// about place, time and maker, and whatever else may hide in a file, is left out; what is no small JPEG is refused.

import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
/** Tables for quantising and for codes, and the restart interval. */
const TABLES = [0xdb, 0xc4, 0xdd];
/** Baseline, extended and progressive frames, as browsers draw them. */
const FRAMES = [0xc0, 0xc1, 0xc2];
const APPLICATION = [0xe0, 0xef] as const;
const COMMENT = 0xfe;
const SCANS_MOST = 20;

/** The same picture in base64, and nothing but the picture. */
export function cleanPhoto(bytes: Uint8Array): Result<string> {
	const parts = readParts(Buffer.from(bytes));
	if (!parts) return fail('badge.badPhoto', 'photo');
	const cleaned = Buffer.concat(parts);
	return cleaned.length <= LIMIT.badgePhotoBytes
		? succeed(cleaned.toString('base64'))
		: fail('badge.badPhoto', 'photo');
}

/** The pieces that are kept, in order; null where something is not as it must be. */
function readParts(bytes: Buffer): Buffer[] | null {
	if (bytes[0] !== 0xff || bytes[1] !== START) return null;
	const kept = [bytes.subarray(0, 2)];
	let at = 2;
	let frames = 0;
	let scans = 0;
	for (;;) {
		if (bytes[at] !== 0xff) return null;
		const marker = bytes[at + 1];
		if (marker === undefined) return null;
		if (marker === END) return frames === 1 && scans > 0 ? [...kept, bytes.subarray(at, at + 2)] : null;
		if (at + 4 > bytes.length) return null;
		const end = at + 2 + bytes.readUInt16BE(at + 2);
		if (end > bytes.length || end < at + 4) return null;
		if (FRAMES.includes(marker)) {
			frames += 1;
			if (!isPortrait(bytes.subarray(at + 4, end))) return null;
			kept.push(bytes.subarray(at, end));
		} else if (TABLES.includes(marker)) {
			kept.push(bytes.subarray(at, end));
		} else if (marker === SCAN) {
			scans += 1;
			if (frames !== 1 || scans > SCANS_MOST) return null;
			const stop = findMarker(bytes, end);
			if (stop === null) return null;
			kept.push(bytes.subarray(at, stop));
			at = stop;
			continue;
		} else if (marker !== COMMENT && !(marker >= APPLICATION[0] && marker <= APPLICATION[1])) {
			return null;
		}
		at = end;
	}
}

/** Eight bits, grey or three colours, neither too small to know somebody by nor larger than a badge needs. */
function isPortrait(frame: Buffer): boolean {
	if (frame.length < 6) return false;
	const [height, width] = [frame.readUInt16BE(1), frame.readUInt16BE(3)];
	const isSize = (px: number) => px >= LIMIT.badgePhotoMinPx && px <= LIMIT.badgePhotoMaxPx;
	return frame[0] === 8 && (frame[5] === 1 || frame[5] === 3) && isSize(height) && isSize(width);
}

/** Where the coded lines of a scan end: the next marker that is neither a restart nor a stuffed byte. */
function findMarker(bytes: Buffer, from: number): number | null {
	for (let at = from; at + 1 < bytes.length; at++) {
		if (bytes[at] !== 0xff) continue;
		const next = bytes[at + 1]!;
		if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
	}
	return null;
}
