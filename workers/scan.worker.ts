// The worker in which camera pictures are decoded. It sees one picture at a time, answers with a text or nothing, and
// keeps no picture. No dynamic import here: the service worker would not find its chunk (sveltejs/kit#12438); the wasm
// address comes from the page for the same reason.

import { expose } from 'comlink';
import { parseCard } from '../src/lib/domain/card.ts';
import type { Day } from '../src/lib/domain/day.ts';
import { readPicture, type CascadeRead, type Patience } from './decoders/cascade.ts';
import type { Gate } from './decoders/decoder.ts';
import { takePicture, type Frame } from './decoders/frame.ts';
import { openNative, type Native } from './decoders/native.ts';
import { Pace } from './decoders/pace.ts';
import { openZxing, type Zxing } from './decoders/zxing.ts';

export type { Frame };

export interface Opening {
	readonly wasmUrl: string;
	readonly gate: Gate;
	/** Today, for what is a date on a card. */
	readonly today: Day;
}

export interface DecodedFrame extends CascadeRead {
	readonly ms: number;
}

let opening: Opening | null = null;
let zxing: Zxing | null = null;
let native: Native | null = null;
let stream: ReadableStreamDefaultReader<VideoFrame> | null = null;
const pace = new Pace();

const api = {
	/**
	 * Loads the first engine; until it is there, and where WebAssembly is blocked, the second one reads alone. `hasWasm`
	 * is false then: slower, weaker, but it works.
	 */
	async open(wanted: Opening): Promise<{ hasWasm: boolean }> {
		opening = wanted;
		// Both failures have an answer, the second engine, and the first is told to the page.
		[zxing, native] = await Promise.all([
			openZxing({ wasmUrl: wanted.wasmUrl }).catch(() => null),
			openNative().catch(() => null)
		]);
		return { hasWasm: zxing !== null };
	},

	/** Reads one live picture, which must be transferred; it is closed when this returns. */
	decode: (frame: Frame) => decodeFrame(frame),

	/** Reads a picture that will not come again, by every means. */
	decodeStill: (frame: Frame) => decodeFrame(frame, 'still'),

	/** Reads the camera's own stream, the newest picture each time, until `leave` or the end of the camera. */
	async follow(frames: ReadableStream<VideoFrame>, onLook: (look: DecodedFrame) => void): Promise<void> {
		api.leave();
		const mine = frames.getReader();
		stream = mine;
		for (;;) {
			const { value: frame, done } = await mine.read();
			if (done) return;
			if (stream !== mine) return frame.close();
			onLook(await decodeFrame(frame));
		}
	},

	/** Looks at no more pictures of the stream. */
	leave(): void {
		void stream?.cancel().catch(() => undefined); // a stream that broke is left already
		stream = null;
	}
};

export type ScanApi = typeof api;

async function decodeFrame(frame: Frame, patience?: Patience): Promise<DecodedFrame> {
	if (!opening) throw new Error('decode before open');
	const { gate, today } = opening;
	const startedAt = performance.now();
	const isCard = (text: string) => parseCard(text, today).kind === 'card';
	const seen = native && gate === 'card' ? await native.read(frame) : null;
	const picture = await takePicture(frame);
	if (seen !== null && isCard(seen)) {
		const ms = performance.now() - startedAt;
		return { text: seen, decoder: 'native', isLikely: true, hint: null, ms };
	}
	const read = await readPicture({ zxing, gate, isCard }, picture, patience ?? pace.choose(startedAt));
	const ms = performance.now() - startedAt;
	pace.note(read, startedAt, ms);
	return { ...read, ms };
}

expose(api);
