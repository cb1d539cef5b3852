// What a browser is given to do: make frames, read pictures with the decoders side by side, or read them as the app does.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH_DAY, planReading, type Entry } from './corpus.ts';
import { BURST_FRAMES, KeptFrames, KeptReadings } from './kept.ts';
import type { Wanted } from './maker.worker.ts';
import type { DecoderName, ReadResult } from './reader.worker.ts';
import { APP_WORKER, buildScript, runIn, type Browser } from './stand.ts';

interface Place {
	readonly root: string;
	say(line: string): void;
}

/** So many frames of a level, from the first one on. */
export function list(level: Wanted['level'], count: number): Wanted[] {
	return Array.from({ length: count }, (_, index) => ({ level, index }));
}

/** Made where they are not there yet. */
export async function makeFrames(
	{ root, say }: Place,
	seed: number,
	wanted: readonly Wanted[],
	where: Browser
): Promise<{ folder: string; entries: Entry[] }> {
	const maker = await buildScript(root, 'tests/bench/scan/maker.worker.ts');
	const frames = new KeptFrames(root, seed, maker);
	const missing = frames.missing(wanted);
	if (missing.length > 0) {
		say(`making frames of seed ${seed}: ${missing.length} of ${wanted.length}`);
		const job = { seed, wanted: missing, burstFrames: BURST_FRAMES };
		await runIn(where, { worker: maker }, job, { takeFrame: (frame) => frames.take(frame) });
	}
	return { folder: frames.folder, entries: frames.entries(wanted) };
}

/** By each decoder, where that was not done before; all of it anew where `isAgain`. */
export async function readFrames(
	{ root, say }: Place,
	folder: string,
	entries: readonly Entry[],
	where: Browser,
	isAgain = false
): Promise<ReadResult[]> {
	const reader = await buildScript(root, 'tests/bench/scan/reader.worker.ts');
	const kept = new KeptReadings(root, folder, where.name, reader);
	const plan = planReading(entries);
	const open = plan.filter((item) => isAgain || !kept.find(item));
	let done = plan.length - open.length;
	if (done > 0) say(`  ${done} of ${plan.length} pictures were read before`);
	const job = { items: open, today: BENCH_DAY };
	await runIn(where, { worker: reader }, job, {
		readImage: (file) => readFileSync(join(folder, file)),
		takeResult(result) {
			kept.take(plan[result.at]!, result);
			if (++done % 100 === 0) say(`  ${done} of ${plan.length} pictures`);
		}
	});
	return plan.map((item) => kept.find(item)!);
}

/** By the app's own worker, frame by frame as a camera hands them over, with WebAssembly or without; nothing is kept. */
export async function readAsApp(
	{ root }: Pick<Place, 'root'>,
	folder: string,
	entries: readonly Entry[],
	where: Browser,
	isWasmBlocked = false
): Promise<ReadResult[]> {
	const worker = await buildScript(root, APP_WORKER);
	const page = await buildScript(root, 'tests/bench/scan/app.page.ts');
	const decoders: readonly DecoderName[] = ['ours'];
	const items = planReading(entries).map((item) => ({ ...item, decoders }));
	const results: ReadResult[] = [];
	await runIn(
		where,
		{ page, worker },
		{ items, today: BENCH_DAY, isWasmBlocked },
		{
			readImage: (file) => readFileSync(join(folder, file)),
			takeResult: (result) => results.push(result)
		}
	);
	return results;
}
