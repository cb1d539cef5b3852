// A walk of the end-to-end tests as a moving picture for the README: what stood on the screen before each press, then the
// same with a mark where the finger comes down. An animated WebP, of which each frame holds only what has changed; the
// browser encodes the pieces, because Node has no encoder.

import { writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Role } from './hand.ts';
import { Volunteer } from './hands.ts';

/** How long a screen stands before the finger, and the finger on it. */
const READ_MS = 2_200;
const PRESS_MS = 700;
/** Until what slides or fades has come to rest. */
const REST_MS = 450;

interface Shot {
	readonly png: string;
	readonly finger: { readonly x: number; readonly y: number } | null;
	readonly ms: number;
}

/** What a frame adds to the one before: its place, and a WebP of its own. */
interface Piece {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly webp: string;
}

/** A volunteer of whom a film is made, once `begin` was called and until `end`. */
export class Filmed extends Volunteer {
	#shots: Shot[] | null = null;

	begin(): void {
		this.#shots = [];
	}

	override async act(target: Locator, role: Role): Promise<void> {
		if (this.#shots) {
			await target.scrollIntoViewIfNeeded();
			await this.page.waitForTimeout(REST_MS);
			const box = await target.boundingBox();
			const png = await this.#shoot();
			this.#shots.push({ png, finger: null, ms: READ_MS });
			if (box) this.#shots.push({ png, finger: { x: box.x + box.width / 2, y: box.y + box.height / 2 }, ms: PRESS_MS });
		}
		await super.act(target, role);
	}

	/** The last screen stays for so long; the film is written and forgotten. */
	async end(file: string, lastMs: number): Promise<void> {
		const shots = this.#shots ?? [];
		this.#shots = null;
		await this.page.waitForTimeout(REST_MS);
		shots.push({ png: await this.#shoot(), finger: null, ms: lastMs });
		const page = await this.phone.context.newPage();
		writeFileSync(file, await encodeFilm(page, shots));
		await page.close();
	}

	async #shoot(): Promise<string> {
		return (await this.page.screenshot({ scale: 'css' })).toString('base64');
	}
}

async function encodeFilm(page: Page, shots: readonly Shot[]): Promise<Buffer> {
	const frames: { piece: Piece; ms: number }[] = [];
	for (const { png, finger, ms } of shots) {
		const piece = await page.evaluate(encodePiece, { png, finger });
		const last = frames.at(-1);
		if (piece) frames.push({ piece, ms });
		else if (last) last.ms += ms;
	}
	const [first] = frames;
	if (!first) throw new Error('nothing was filmed');
	const body = [
		// an animation without transparency, as large as its first frame
		chunk(
			'VP8X',
			Buffer.concat([Buffer.from([2, 0, 0, 0]), uint24(first.piece.width - 1), uint24(first.piece.height - 1)])
		),
		chunk('ANIM', Buffer.from([255, 255, 255, 255, 0, 0])), // a white ground, again and again
		...frames.map(({ piece, ms }) =>
			chunk(
				'ANMF',
				Buffer.concat([
					...[piece.x / 2, piece.y / 2, piece.width - 1, piece.height - 1, ms].map(uint24),
					Buffer.from([2]), // laid over what is there, which stays
					takePicture(Buffer.from(piece.webp, 'base64'))
				])
			)
		)
	];
	return chunk('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), ...body]));
}

/** The chunk that holds the picture: a frame may have neither a header nor a colour profile of its own. */
function takePicture(webp: Buffer): Buffer {
	for (let at = 12; at < webp.length;) {
		const end = at + 8 + webp.readUInt32LE(at + 4);
		if (/^VP8[ L]$/.test(webp.toString('latin1', at, at + 4))) return webp.subarray(at, end + (end % 2));
		at = end + (end % 2);
	}
	throw new Error('no picture in what the browser has encoded');
}

function chunk(name: string, body: Buffer): Buffer {
	const size = Buffer.alloc(4);
	size.writeUInt32LE(body.length);
	return Buffer.concat([Buffer.from(name, 'latin1'), size, body, Buffer.alloc(body.length % 2)]);
}

function uint24(value: number): Buffer {
	const bytes = Buffer.alloc(3);
	bytes.writeUIntLE(value, 0, 3);
	return bytes;
}

/** Runs in the page. What differs from the frame before, which the page remembers; null where nothing does. */
async function encodePiece({ png, finger }: Pick<Shot, 'png' | 'finger'>): Promise<Piece | null> {
	const memory = globalThis as { lastFrame?: Uint32Array };
	const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
	const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
	const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
	const context = canvas.getContext('2d', { alpha: false })!;
	context.drawImage(bitmap, 0, 0);
	if (finger) {
		context.beginPath();
		context.arc(finger.x, finger.y, 22, 0, 2 * Math.PI);
		context.fillStyle = 'rgb(230 120 20 / 45%)';
		context.fill();
		context.lineWidth = 3;
		context.strokeStyle = 'rgb(190 80 0)';
		context.stroke();
	}
	const { width, height } = canvas;
	const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
	const before = memory.lastFrame;
	memory.lastFrame = pixels;
	let [left, top, right, bottom] = before ? [width, height, -1, -1] : [0, 0, width - 1, height - 1];
	if (before) {
		for (let at = 0; at < pixels.length; at++) {
			if (pixels[at] === before[at]) continue;
			const [x, y] = [at % width, Math.floor(at / width)];
			[left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
		}
	}
	if (right < 0) return null;
	// the container counts places in steps of two
	[left, top] = [left - (left % 2), top - (top % 2)];
	const size = { width: right - left + 1, height: bottom - top + 1 };
	const piece = new OffscreenCanvas(size.width, size.height);
	piece.getContext('2d', { alpha: false })!.drawImage(canvas, -left, -top);
	const webp = new Uint8Array(await (await piece.convertToBlob({ type: 'image/webp', quality: 0.8 })).arrayBuffer());
	let binary = '';
	const PIECE = 32_768; // more arguments than that are too many for one call
	for (let at = 0; at < webp.length; at += PIECE) binary += String.fromCharCode(...webp.subarray(at, at + PIECE));
	return { x: left, y: top, ...size, webp: btoa(binary) };
}
