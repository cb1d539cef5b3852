// The worker in which camera pictures are decoded. It sees one picture at a time, answers with a text or nothing, and
// keeps no picture. No dynamic import here: the service worker would not find its chunk (sveltejs/kit#12438); the wasm
// address comes from the page for the same reason.

import { expose } from 'comlink';
import { openCascade, type Cascade } from './decoders/cascade.ts';
import type { Pixels } from './decoders/decoder.ts';
import { openHtml5 } from './decoders/html5.ts';
import { openZxing } from './decoders/zxing.ts';

export type Frame = ImageBitmap | VideoFrame | ImageData;

export interface DecodedFrame {
	readonly text: string | null;
	readonly decoder: string;
	readonly ms: number;
}

let cascade: Cascade | null = null;
let surface: OffscreenCanvas | null = null;

const api = {
	/** Loads the decoders. `hasWasm` is false where WebAssembly is blocked or missing: slower, weaker, but it works. */
	async init(wasmUrl: string): Promise<{ hasWasm: boolean }> {
		// A failure here has an answer, the second decoder, and is told to the page as `hasWasm`.
		const zxing = await openZxing({ wasmUrl }).catch(() => null);
		cascade = openCascade(zxing, openHtml5());
		return { hasWasm: zxing !== null };
	},

	/** Reads one picture, which must be transferred; it is closed when this returns. */
	async decode(frame: Frame): Promise<DecodedFrame> {
		if (!cascade) throw new Error('decode before init');
		const startedAt = performance.now();
		const read = await cascade.decode(takePixels(frame));
		return { ...read, ms: performance.now() - startedAt };
	}
};

export type ScanApi = typeof api;

function takePixels(frame: Frame): Pixels {
	if (frame instanceof ImageData) return frame;
	const isVideo = 'displayWidth' in frame;
	const width = isVideo ? frame.displayWidth : frame.width;
	const height = isVideo ? frame.displayHeight : frame.height;
	if (surface?.width !== width || surface.height !== height) surface = new OffscreenCanvas(width, height);
	const context = surface.getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('no 2d context in the worker');
	context.drawImage(frame, 0, 0, width, height);
	frame.close();
	return context.getImageData(0, 0, width, height);
}

expose(api);
