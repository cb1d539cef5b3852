// Runs in a worker of the browser that is measured: asks the bench for its job, does it picture by picture, and tells.
// Every decoder gets the same pixels, one after the other, so that what slows the machine slows them all.

import { parseCard } from '../../../src/lib/domain/card.ts';
import type { Day } from '../../../src/lib/domain/day.ts';
import { readPicture, type Patience } from '../../../workers/decoders/cascade.ts';
import type { Gate, Pixels } from '../../../workers/decoders/decoder.ts';
import { openHtml5 } from '../../../workers/decoders/html5.ts';
import { fromPixels } from '../../../workers/decoders/picture.ts';
import { openZxing } from '../../../workers/decoders/zxing.ts';
import type { LevelName } from './levels.ts';
import { makeBurst, makeFrame, makeNegative, type MadeFrame } from './scene.ts';

export interface ReadItem {
	readonly file: string;
	readonly gate: Gate;
	readonly patience: Patience;
}

export interface MakeJob {
	readonly kind: 'make';
	readonly seed: number;
	readonly perLevel: number;
	readonly bursts: number;
	readonly burstFrames: number;
	readonly negatives: number;
}
export type Job = MakeJob | { readonly kind: 'read'; readonly items: readonly ReadItem[]; readonly today: string };

export interface Reading {
	readonly decoder: string;
	readonly text: string | null;
	readonly ms: number;
}
/** Readings of one picture; `quick` is our own look without patience, for the pace of a live camera. */
export interface ReadResult {
	readonly at: number;
	readonly readings: readonly Reading[];
}

/** The code is compiled and the tables are made before anything counts. */
const WARM_UP = 4;

async function work(): Promise<void> {
	const job = (await (await fetch('/job')).json()) as Job;
	if (job.kind === 'make') await make(job);
	else await read(job.items, job.today as Day);
	await fetch('/done', { method: 'POST' });
}

async function make({ seed, perLevel, bursts, burstFrames, negatives }: MakeJob): Promise<void> {
	const give = (name: string, level: string, { file, text }: MadeFrame) =>
		fetch(`/frame?${new URLSearchParams({ name, level, text })}`, { method: 'POST', body: file });
	const three = (count: number) => String(count).padStart(3, '0');
	for (const level of ['easy', 'medium', 'hard'] as LevelName[]) {
		for (let i = 0; i < perLevel; i++) await give(`${level}/${three(i)}.jpg`, level, await makeFrame(seed, level, i));
	}
	for (let i = 0; i < negatives; i++) await give(`negative/${three(i)}.jpg`, 'negative', await makeNegative(seed, i));
	for (let card = 0; card < bursts; card++) {
		let frame = 0;
		for await (const made of makeBurst(seed, card, burstFrames)) {
			await give(`burst/${three(card)}_${three(frame++)}.jpg`, 'burst', made);
		}
	}
}

async function read(items: readonly ReadItem[], today: Day): Promise<void> {
	const zxing = await openZxing({ wasmUrl: '/zxing.wasm' });
	const html5 = openHtml5();
	const isCard = (text: string) => parseCard(text, today).kind === 'card';
	const readers: Record<string, (pixels: Pixels, item: ReadItem) => Promise<string | null>> = {
		ours: async (pixels, { gate, patience }) => {
			const tools = { zxing, gate, isCard, last: patience === 'still' ? html5 : null };
			return (await readPicture(tools, fromPixels(pixels), patience)).text;
		},
		'zxing-wasm': async (pixels) => (await zxing.read(pixels, 'frame', 'any'))[0] ?? null,
		'html5-qrcode': (pixels) => html5.decode(pixels),
		'ours, quick': async (pixels, { gate }) =>
			(await readPicture({ zxing, gate, isCard }, fromPixels(pixels), 'quick')).text,
		'ours, no wasm': async (pixels, { gate }) =>
			(await readPicture({ zxing: null, gate, isCard }, fromPixels(pixels), 'patient')).text
	};
	for (let round = -Math.min(WARM_UP, items.length); round < items.length; round++) {
		const at = round < 0 ? round + Math.min(WARM_UP, items.length) : round;
		const item = items[at]!;
		const pixels = await fetchPixels(item.file);
		const readings: Reading[] = [];
		for (const [decoder, readOne] of Object.entries(readers)) {
			if (item.patience === 'still' && decoder.startsWith('ours, ')) continue;
			const from = performance.now();
			const text = await readOne(pixels, item);
			readings.push({ decoder, text, ms: performance.now() - from });
		}
		if (round >= 0)
			await fetch('/result', { method: 'POST', body: JSON.stringify({ at, readings } satisfies ReadResult) });
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
