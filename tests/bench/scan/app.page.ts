// Runs in a page of the browser that is measured and does what the app does: opens the app's scan worker, hands it one
// frame after the other, and hears what was read. A frame is held to it for some looks, as a card is to a camera.

import { transfer, wrap } from 'comlink';
import type { Day } from '../../../src/lib/domain/day.ts';
import type { Frame, ScanApi } from '../../../workers/scan.worker.ts';
import type { ReadJob, ReadResult } from './reader.worker.ts';

/** Glances first, then patience (workers/decoders/pace.ts): after so many looks all of it has been tried. */
const LOOKS = 14;

async function work(): Promise<void> {
	const { items, today, isWasmBlocked = false } = (await (await fetch('/job')).json()) as ReadJob;
	const api = wrap<ScanApi>(new Worker('/worker.js'));
	const { hasWasm } = await api.open({ wasmUrl: '/zxing.wasm', gate: 'card', today: today as Day });
	if (hasWasm === isWasmBlocked) throw new Error(`WebAssembly in the worker: ${hasWasm}`);
	for (const { at, file } of items) {
		const response = await fetch(`/image?${new URLSearchParams({ file })}`);
		const picture = await response.blob();
		const from = performance.now();
		let text: string | null = null;
		for (let look = 0; look < LOOKS && text === null; look++) {
			const frame = await takeFrame(picture, at);
			text = (await api.decode(transfer(frame, [frame]))).text;
		}
		const result: ReadResult = { at, readings: [{ decoder: 'ours', text, ms: performance.now() - from }] };
		await fetch('/result', { method: 'POST', body: JSON.stringify(result) });
	}
	await fetch('/done', { method: 'POST' });
}

/** Every other one as the frame of a video, where the browser has such: both are ways in which pictures travel. */
async function takeFrame(picture: Blob, at: number): Promise<Exclude<Frame, ImageData>> {
	const bitmap = await createImageBitmap(picture);
	if (at % 2 === 0 || typeof VideoFrame === 'undefined') return bitmap;
	const frame = new VideoFrame(bitmap, { timestamp: 0 });
	bitmap.close();
	return frame;
}

work().catch((error: unknown) => {
	const said = error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
	void fetch('/failed', { method: 'POST', body: said });
});
