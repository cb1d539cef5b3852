// The photo of a badge: what is kept of a JPEG, and what is none.

import { describe, expect, test } from 'vitest';
import { JPEG_PORTRAIT } from '../../../tests/fixtures/portrait.ts';
import { LIMIT } from '../domain/limit.ts';
import { cleanPhoto } from './photo.ts';

/** A segment of a JPEG: marker, length, contents. */
function segment(marker: number, contents: Buffer): Buffer {
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(contents.length + 2, 2);
	return Buffer.concat([head, contents]);
}

/** The portrait with something between its start and the rest. */
function insert(...parts: Buffer[]): Buffer {
	return Buffer.concat([JPEG_PORTRAIT.subarray(0, 2), ...parts, JPEG_PORTRAIT.subarray(2)]);
}

/** The portrait with the frame's word at `offset` (height 1, width 3) changed. */
function resize(offset: number, px: number): Buffer {
	const copy = Buffer.from(JPEG_PORTRAIT);
	const at = copy.findIndex((byte, i) => byte === 0xff && [0xc0, 0xc2].includes(copy[i + 1]!));
	copy.writeUInt16BE(px, at + 4 + offset);
	return copy;
}

const clean = (bytes: Uint8Array) => {
	const cleaned = cleanPhoto(bytes);
	return cleaned.ok ? Buffer.from(cleaned.value, 'base64') : null;
};

test('F004 the picture stays what it was; place, comments and whatever follows its end are gone', () => {
	const plain = clean(JPEG_PORTRAIT)!;
	expect(plain.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
	expect(plain.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
	const exif = segment(0xe1, Buffer.from('Exif\0\0GPS 10.99, 106.66 HTC U11'));
	const comment = segment(0xfe, Buffer.from('<script>'));
	const hiding = Buffer.concat([insert(exif, comment), Buffer.from('PK\x03\x04 and a whole archive')]);
	expect(clean(hiding)).toEqual(plain);
	expect(clean(plain)).toEqual(plain);
	expect(plain.includes('Exif') || plain.includes('JFIF')).toBe(false);
});

describe('F004 what is no small portrait is refused', () => {
	const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
	test.each<[string, Uint8Array]>([
		['nothing', Buffer.alloc(0)],
		['a PNG', png],
		['text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
		['the start alone', JPEG_PORTRAIT.subarray(0, 2)],
		['a cut one', JPEG_PORTRAIT.subarray(0, -2)],
		['one without its picture', Buffer.concat([JPEG_PORTRAIT.subarray(0, 2), JPEG_PORTRAIT.subarray(-2)])],
		['a length beyond its end', insert(Buffer.from([0xff, 0xe1, 0xff, 0xff]))],
		['a length that leads back', insert(Buffer.from([0xff, 0xfe, 0, 0]))],
		['a part that nobody knows', insert(segment(0x9f, Buffer.alloc(4)))],
		['a row of tables that is too long', insert(...Array<Buffer>(5).fill(segment(0xdb, Buffer.alloc(6000))))],
		['two frames', insert(segment(0xc0, Buffer.from([8, 1, 0, 1, 0, 3])))],
		['too tall', resize(1, LIMIT.badgePhotoMaxPx + 1)],
		['too wide', resize(3, 60_000)],
		['too small', resize(3, LIMIT.badgePhotoMinPx - 1)]
	])('%s', (_name, bytes) => {
		expect(clean(bytes)).toBeNull();
	});
});
