// Runs camera pictures through the scan worker. Newest wins: while one picture is being decoded the others go by, so a
// slow phone looks less often and never falls behind. The only place that makes this worker.

import { transfer, wrap, type Remote } from 'comlink';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { Frame, ScanApi } from '../../../workers/scan.worker.ts';
import { LIMIT } from '../domain/limit.ts';
import { problem, type Problem } from '../domain/problem.ts';

export interface ScanRead {
	readonly text: string;
	/** Milliseconds since the page was opened, of the clock that never jumps. */
	readonly atMs: number;
	readonly decoder: string;
	readonly decodeMs: number;
}

export interface ScanListener {
	/** A code was read. While the same one stays in view it is told once in `LIMIT.repeatCardMs`. */
	onRead(read: ScanRead): void;
	/** Pictures keep coming and for `SILENCE_MS` nothing could be read; told again after as long. */
	onSilence(): void;
	/** The worker does not start. Only manual entry is left. */
	onProblem(problem: Problem): void;
}

export interface Scanner {
	/** Looks at what this video shows from now on; while the video is paused or hidden nothing happens. */
	watch(video: HTMLVideoElement): void;
	/** Looks at nothing until the next `watch`. The worker stays warm. */
	pause(): void;
	/** Ends the worker. Nothing is called afterwards. */
	close(): void;
}

/** How long trying in vain counts as one failed scan. Our choice; the digest says only "three failures". */
export const SILENCE_MS = 10_000;
const GAP_MS = 3_000;

/** Starts the worker, in the background, and answers at once. */
export function openScanner(listener: ScanListener): Scanner {
	const worker = new Worker(new URL('../../../workers/scan.worker.ts', import.meta.url), { type: 'module' });
	const api: Remote<ScanApi> = wrap<ScanApi>(worker);
	let isReady = false;
	let isClosed = false;
	let isBusy = false;
	// Each watch has a number: what an older one still brings is dropped.
	let turn = 0;
	let quietSinceMs = 0;
	let lookedAtMs = 0;
	let last = { text: '', atMs: -Infinity };

	function breakDown(): void {
		if (isClosed) return;
		close();
		listener.onProblem(problem('scan.unavailable'));
	}

	function close(): void {
		isClosed = true;
		turn++;
		worker.terminate();
	}

	function look(video: HTMLVideoElement, mine: number): void {
		if (mine !== turn) return;
		// A picture that cannot be taken (no size yet, camera just gone) is followed by another.
		if (isReady && !isBusy) void decode(video, mine).catch(() => undefined);
		onNextPicture(video, () => look(video, mine));
	}

	async function decode(video: HTMLVideoElement, mine: number): Promise<void> {
		if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return;
		isBusy = true;
		try {
			const frame = await takeFrame(video);
			const { text, decoder, ms } = await api.decode(transfer(frame, [transferable(frame)]));
			if (mine === turn) tell(text, decoder, ms);
		} finally {
			isBusy = false;
		}
	}

	function tell(text: string | null, decoder: string, decodeMs: number): void {
		const atMs = performance.now();
		// After a gap, at the start or when the page was hidden, silence begins anew.
		if (atMs - lookedAtMs > GAP_MS) quietSinceMs = atMs;
		lookedAtMs = atMs;
		if (text === null) {
			if (atMs - quietSinceMs < SILENCE_MS) return;
			quietSinceMs = atMs;
			return listener.onSilence();
		}
		quietSinceMs = atMs;
		if (text === last.text && atMs - last.atMs < LIMIT.repeatCardMs) return;
		last = { text, atMs };
		listener.onRead({ text, atMs, decoder, decodeMs });
	}

	worker.onerror = breakDown;
	api
		.init(wasmUrl)
		.then(() => (isReady = true))
		.catch(breakDown);

	return {
		watch(video) {
			if (isClosed) return;
			lookedAtMs = 0;
			look(video, ++turn);
		},
		pause() {
			turn++;
		},
		close
	};
}

/** Calls back when the video shows another picture; where that cannot be known, when the screen is drawn next. */
function onNextPicture(video: HTMLVideoElement, then: () => void): void {
	if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(then);
	else requestAnimationFrame(then);
}

/** The picture as something that can be handed over without a copy; pixels where workers cannot draw (Safari 16.3). */
async function takeFrame(video: HTMLVideoElement): Promise<Frame> {
	if (typeof OffscreenCanvas !== 'undefined') return createImageBitmap(video);
	const canvas = document.createElement('canvas');
	canvas.width = video.videoWidth;
	canvas.height = video.videoHeight;
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('no 2d context');
	context.drawImage(video, 0, 0);
	return context.getImageData(0, 0, canvas.width, canvas.height);
}

function transferable(frame: Frame): Transferable {
	return frame instanceof ImageData ? frame.data.buffer : frame;
}
