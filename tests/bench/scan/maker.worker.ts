// Runs in a worker of a browser: asks the bench which frames are wanted, makes one after the other, and hands them over.

import { makeDecoy, makeNegative, makeTexture } from './decoys.ts';
import { makeBurst, makeFrame, type MadeFrame } from './frames.ts';
import type { LevelName } from './levels.ts';

/** One frame, or all frames of one burst. */
export interface Wanted {
	readonly level: LevelName | 'negative' | 'texture' | 'decoy' | 'burst';
	readonly index: number;
}

export interface MakeJob {
	readonly seed: number;
	readonly wanted: readonly Wanted[];
	readonly burstFrames: number;
}

async function work(): Promise<void> {
	const { seed, wanted, burstFrames } = (await (await fetch('/job')).json()) as MakeJob;
	for (const { level, index } of wanted) {
		const give = (name: string, { file, text }: MadeFrame) =>
			fetch(`/frame?${new URLSearchParams({ name: `${level}/${name}.jpg`, level, text })}`, {
				method: 'POST',
				body: file
			});
		let frame = 0;
		if (level === 'burst') {
			for await (const made of makeBurst(seed, index, burstFrames))
				await give(`${three(index)}_${three(frame++)}`, made);
		} else await give(three(index), await make(seed, level, index));
	}
	await fetch('/done', { method: 'POST' });
}

function make(seed: number, level: Exclude<Wanted['level'], 'burst'>, index: number): Promise<MadeFrame> {
	switch (level) {
		case 'negative':
			return makeNegative(seed, index);
		case 'texture':
			return makeTexture(seed, index);
		case 'decoy':
			return makeDecoy(seed, index);
		default:
			return makeFrame(seed, level, index);
	}
}

function three(count: number): string {
	return String(count).padStart(3, '0');
}

work().catch((error: unknown) => {
	void fetch('/failed', {
		method: 'POST',
		body: error instanceof Error ? `${error.message}\n${error.stack}` : String(error)
	});
});
