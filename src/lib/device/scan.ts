// Runs camera pictures through the scan worker. Newest wins: while one picture is being decoded the others go by, so a
// slow phone looks less often and never falls behind. The only place that makes the scanner's workers.

import { proxy, transfer, wrap, type Remote } from 'comlink';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { DecodedFrame, Frame, ScanApi } from '../../../workers/scan.worker.ts';
import type { Day } from '../domain/day.ts';
import { LIMIT } from '../domain/limit.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { LastResort } from './scan-last.ts';
import { onNextPicture, openPictureFile, openStream, takeFrame, transferable } from './scan-source.ts';

export interface ScanRead {
	readonly text: string;
	/** Milliseconds since the page was opened, of the clock that never jumps. */
	readonly atMs: number;
	readonly decoder: string;
	readonly decodeMs: number;
}

/** What a person could do so that the next picture is read. */
export type ScanHint = 'nearer' | 'light' | 'two';

export interface ScanListener {
	/** A code was read. While the same one stays in view it is told once in `LIMIT.repeatCardMs`. */
	onRead(read: ScanRead): void;
	/** Pictures keep coming and for `SILENCE_MS` nothing could be read; told again after as long. */
	onSilence(): void;
	/** The worker does not start. Only manual entry is left. */
	onProblem(problem: Problem): void;
	/** For some pictures in a row the same thing was amiss; null when it no longer is. */
	onHint?(hint: ScanHint | null): void;
}

export interface ScanAims {
	/** `card`: only a card's text is believed from a second try; `any`: an invitation is wanted. */
	readonly gate: 'card' | 'any';
	readonly today: Day;
}

export interface Scanner {
	/** Looks at what this video shows from now on; while the video is paused or hidden nothing happens. */
	watch(video: HTMLVideoElement): void;
	/** Looks at nothing until the next `watch`. The worker stays warm. */
	pause(): void;
	/** Reads one picture from a file, patiently; the text or null. The picture is neither kept nor shown. */
	readFile(file: Blob): Promise<string | null>;
	/** Ends the workers. Nothing is called afterwards. */
	close(): void;
}

/** How long trying in vain counts as one failed scan. Our choice; the digest says only "three failures". */
export const SILENCE_MS = 10_000;
const GAP_MS = 3_000;
/** A hint is told when this many pictures in a row agree on it, and taken back when as many do not. */
const HINT_PICTURES = 8;
/** Without WebAssembly every so many misses the last decoder looks too. */
const LAST_EVERY_MISSES = 6;

/** Starts the worker, in the background, and answers at once. */
export function openScanner(listener: ScanListener, aims: ScanAims): Scanner {
	const worker = new Worker(new URL('../../../workers/scan.worker.ts', import.meta.url), { type: 'module' });
	const api: Remote<ScanApi> = wrap<ScanApi>(worker);
	const last = new LastResort();
	let hasWasm = true;
	let isClosed = false;
	let isBusy = false;
	let misses = 0;
	// Each watch has a number: what an older one still brings is dropped.
	let turn = 0;
	let quietSinceMs = 0;
	let lookedAtMs = 0;
	const toldAtMs = new Map<string, number>();
	const hint = { seen: null as ScanHint | null, times: 0, told: null as ScanHint | null };

	function breakDown(): void {
		if (isClosed) return;
		close();
		listener.onProblem(problem('scan.unavailable'));
	}

	function close(): void {
		isClosed = true;
		turn++;
		worker.terminate();
		last.close();
		toldAtMs.clear();
	}

	function look(video: HTMLVideoElement, mine: number): void {
		if (mine !== turn) return;
		// A picture that cannot be taken (no size yet, camera just gone) is followed by another.
		if (!isBusy) void decode(video, mine).catch(() => undefined);
		onNextPicture(video, () => look(video, mine));
	}

	async function decode(video: HTMLVideoElement, mine: number): Promise<void> {
		if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return;
		isBusy = true;
		try {
			const seen = await api.decode(hand(await takeFrame(video)));
			if (mine !== turn) return;
			tell(seen);
			if (seen.text !== null || hasWasm || misses % LAST_EVERY_MISSES !== 0) return;
			// the live picture does not wait for a file that may have to come over a bad network
			const text = last.isOpen ? await last.decode(hand(await takeFrame(video))) : (void last.open(), null);
			if (mine === turn && text !== null) tell({ ...seen, text, decoder: 'html5-qrcode' });
		} finally {
			isBusy = false;
		}
	}

	function tell({ text, decoder, ms, hint: amiss }: DecodedFrame): void {
		const atMs = performance.now();
		// After a gap, at the start or when the page was hidden, silence begins anew.
		if (atMs - lookedAtMs > GAP_MS) quietSinceMs = atMs;
		lookedAtMs = atMs;
		weighHint(amiss);
		if (text === null) {
			misses++;
			if (atMs - quietSinceMs < SILENCE_MS) return;
			quietSinceMs = atMs;
			return listener.onSilence();
		}
		quietSinceMs = atMs;
		const before = toldAtMs.get(text) ?? -Infinity;
		if (atMs - before < LIMIT.repeatCardMs) return;
		toldAtMs.set(text, atMs);
		listener.onRead({ text, atMs, decoder, decodeMs: ms });
	}

	function weighHint(amiss: ScanHint | null): void {
		hint.times = amiss === hint.seen ? hint.times + 1 : 1;
		hint.seen = amiss;
		if (hint.times < HINT_PICTURES || hint.told === amiss) return;
		hint.told = amiss;
		listener.onHint?.(amiss);
	}

	worker.onerror = breakDown;
	api
		.open({ wasmUrl, gate: aims.gate, today: aims.today })
		.then((opened) => (hasWasm = opened.hasWasm))
		.catch(breakDown);

	return {
		watch(video) {
			if (isClosed) return;
			lookedAtMs = 0;
			const mine = ++turn;
			const frames = openStream(video);
			if (!frames) return look(video, mine);
			const onLook = (seen: DecodedFrame) => void (mine === turn && tell(seen));
			// A stream that breaks in the middle is followed picture by picture.
			api.follow(transfer(frames, [frames]), proxy(onLook)).catch(() => look(video, mine));
		},
		pause() {
			turn++;
			if (!isClosed) void api.leave().catch(() => undefined);
		},
		async readFile(file) {
			const read = await api.decodeStill(hand(await openPictureFile(file)));
			if (read.text !== null || !(await last.open())) return read.text;
			return last.decode(hand(await openPictureFile(file)));
		},
		close
	};
}

/** A frame on its way to a worker: handed over, not copied. */
function hand(frame: Frame): Frame {
	return transfer(frame, [transferable(frame)]);
}
