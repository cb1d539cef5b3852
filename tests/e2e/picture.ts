// Pictures of the README small enough to live in git: at most 256 colours, one byte per pixel. A screenshot has a few
// thousand, nearly all of them steps at the edge of a letter that nobody tells apart.

import { crc32, deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

interface Pixels {
	readonly width: number;
	readonly height: number;
	/** Four bytes per pixel. */
	readonly rgba: Buffer;
}

/** What the page looks like, as a PNG with a palette. */
export async function takePicture(page: Page): Promise<Buffer> {
	const shot = await page.screenshot({ scale: 'css' });
	return encodePicture(await readPixels(page, shot));
}

/** The browser reads its own PNG back: it has a decoder and Node has none. */
async function readPixels(page: Page, png: Buffer): Promise<Pixels> {
	const { width, height, base64 } = await page.evaluate(async (text) => {
		const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
		const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
		const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
		if (!context) throw new Error('no canvas');
		context.drawImage(bitmap, 0, 0);
		const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
		let binary = '';
		const PIECE = 32_768; // more arguments than that are too many for one call
		for (let at = 0; at < data.length; at += PIECE) binary += String.fromCharCode(...data.subarray(at, at + PIECE));
		return { width: bitmap.width, height: bitmap.height, base64: btoa(binary) };
	}, png.toString('base64'));
	return { width, height, rgba: Buffer.from(base64, 'base64') };
}

function encodePicture({ width, height, rgba }: Pixels): Buffer {
	const counts = new Map<number, number>();
	const colourAt = (pixel: number) => rgba.readUInt32BE(pixel * 4) >>> 8;
	for (let pixel = 0; pixel < width * height; pixel++) {
		const colour = colourAt(pixel);
		counts.set(colour, (counts.get(colour) ?? 0) + 1);
	}
	const byUse = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
	const palette = byUse.slice(0, COLOURS);
	const places = new Map(byUse.map((colour) => [colour, findNearest(palette, colour)]));

	const rows = Buffer.alloc((width + 1) * height); // a row begins with its filter: none
	for (let pixel = 0; pixel < width * height; pixel++) {
		rows[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)] = places.get(colourAt(pixel)) ?? 0;
	}
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 3], 8); // eight bits, palette
	const colours = Buffer.alloc(palette.length * 3);
	palette.forEach((colour, at) => colours.writeUIntBE(colour, at * 3, 3));
	return Buffer.concat([
		SIGNATURE,
		encodeChunk('IHDR', head),
		encodeChunk('PLTE', colours),
		encodeChunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
		encodeChunk('IEND', Buffer.alloc(0))
	]);
}

function findNearest(palette: readonly number[], colour: number): number {
	const distance = (other: number) =>
		[16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
	let best = 0;
	for (let at = 1; at < palette.length; at++) {
		if (distance(palette[at] ?? 0) < distance(palette[best] ?? 0)) best = at;
	}
	return best;
}

function encodeChunk(name: string, body: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
	const ends = Buffer.alloc(8);
	ends.writeUInt32BE(body.length, 0);
	ends.writeUInt32BE(crc32(named), 4);
	return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
