// Runs in a worker of the browser that is measured: asks the bench for its job, does it picture by picture, and tells.
// Every decoder gets the same pixels, one after the other, so that what slows the machine slows them all.

import { parseCard } from '../../../src/lib/domain/card.ts';
import type { Day } from '../../../src/lib/domain/day.ts';
import { readPicture, type Patience } from '../../../workers/decoders/cascade.ts';
import type { Gate, Pixels } from '../../../workers/decoders/decoder.ts';
import { openHtml5 } from '../../../workers/decoders/html5.ts';
import { fromPixels } from '../../../workers/decoders/picture.ts';
import { openZxing } from '../../../workers/decoders/zxing.ts';

export interface ReadItem {
	/** Its place in the folder's list. */
	readonly at: number;
	readonly file: string;
	readonly gate: Gate;
	readonly patience: Patience;
	readonly decoders: readonly DecoderName[];
}

/** `ours, glance` and `ours, quick` are looks without patience, for the pace of a live camera; `ours, still` is the gallery's. */
export type DecoderName =
	'ours' | 'zxing-wasm' | 'html5-qrcode' | 'ours, glance' | 'ours, quick' | 'ours, no wasm' | 'ours, still';

export interface ReadJob {
	readonly items: readonly ReadItem[];
	readonly today: string;
	/** The worker may compile no WebAssembly, as on phones whose owner or maker forbids it. */
	readonly isWasmBlocked?: boolean;
}

export interface Reading {
	readonly decoder: DecoderName;
	readonly text: string | null;
	readonly ms: number;
}
export interface ReadResult {
	readonly at: number;
	readonly readings: readonly Reading[];
}

/** The code is compiled and the tables are made before anything counts. */
const WARM_UP = 4;

async function work(): Promise<void> {
	const { items, today } = (await (await fetch('/job')).json()) as ReadJob;
	await read(items, today as Day);
	await fetch('/done', { method: 'POST' });
}

async function read(items: readonly ReadItem[], today: Day): Promise<void> {
	const zxing = await openZxing({ wasmUrl: '/zxing.wasm' });
	const html5 = openHtml5();
	const isCard = (text: string) => parseCard(text, today).kind === 'card';
	const readers: Record<DecoderName, (pixels: Pixels, item: ReadItem) => Promise<string | null>> = {
		ours: async (pixels, { gate, patience }) => {
			const tools = { zxing, gate, isCard, last: patience === 'still' ? html5 : null };
			return (await readPicture(tools, fromPixels(pixels), patience)).text;
		},
		'zxing-wasm': async (pixels, { patience }) =>
			(await zxing.read(pixels, patience === 'still' ? 'picture' : 'frame', 'any'))[0] ?? null,
		'html5-qrcode': (pixels) => html5.decode(pixels),
		'ours, glance': async (pixels, { gate }) =>
			(await readPicture({ zxing, gate, isCard }, fromPixels(pixels), 'glance')).text,
		'ours, quick': async (pixels, { gate }) =>
			(await readPicture({ zxing, gate, isCard }, fromPixels(pixels), 'quick')).text,
		'ours, no wasm': async (pixels, { gate }) =>
			(await readPicture({ zxing: null, gate, isCard }, fromPixels(pixels), 'patient')).text,
		'ours, still': async (pixels) =>
			(await readPicture({ zxing, gate: 'any', isCard, last: html5 }, fromPixels(pixels), 'still')).text
	};
	for (let round = -Math.min(WARM_UP, items.length); round < items.length; round++) {
		const item = items[round < 0 ? round + Math.min(WARM_UP, items.length) : round]!;
		const pixels = await fetchPixels(item.file);
		const readings: Reading[] = [];
		for (const decoder of item.decoders) {
			const from = performance.now();
			const text = await readers[decoder](pixels, item);
			readings.push({ decoder, text, ms: performance.now() - from });
		}
		if (round >= 0)
			await fetch('/result', { method: 'POST', body: JSON.stringify({ at: item.at, readings } satisfies ReadResult) });
	}
}

async function fetchPixels(file: string): Promise<Pixels> {
	const response = await fetch(`/image?${new URLSearchParams({ file })}`);
	const bitmap = await createImageBitmap(await response.blob());
	const { width, height } = bitmap;
	const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('no 2d context');
	context.drawImage(bitmap, 0, 0);
	bitmap.close();
	return context.getImageData(0, 0, width, height);
}

work().catch((error: unknown) => {
	void fetch('/failed', {
		method: 'POST',
		body: error instanceof Error ? `${error.message}\n${error.stack}` : String(error)
	});
});
