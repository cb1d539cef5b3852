// From readings to the lines of the bench: how many were read, how many wrongly, how long it took, and what a person
// with a live camera would have seen of a burst.

import { Pace } from '../../../workers/decoders/pace.ts';
import { quantile, round } from '../figures.ts';
import { groupBy, isExpected, type Entry } from './corpus.ts';
import type { DecoderName, ReadResult } from './reader.worker.ts';

export interface Line {
	readonly decoder: DecoderName;
	readonly level: string;
	readonly frames: number;
	readonly read: number;
	readonly wrong: number;
	readonly medianMs: number;
	readonly p95Ms: number;
	readonly meanMs: number;
	/** Of the pictures that were read; absent where none was. */
	readonly hitMedianMs?: number;
	/** Of a burst: cards that a live camera would have read within two seconds, and when; also at an eighth of the pace. */
	readonly cards?: number;
	readonly cardsRead?: number;
	readonly cardMedianMs?: number;
	readonly cardsReadSlow8?: number;
	readonly cardMedianSlow8Ms?: number;
}

const FRAME_MS = 1000 / 15;
const LIVE_MS = 2000;
const SLOW = 8;
const SHOWN = ['ours', 'zxing-wasm', 'html5-qrcode', 'ours, no wasm', 'ours, still'] as const;

export function tally(entries: readonly Entry[], results: readonly ReadResult[]): Line[] {
	const byLevel = groupBy(results, ({ at }) => entries[at]!.level);
	return [...byLevel].flatMap(([level, some]) =>
		SHOWN.filter((decoder) => some[0]!.readings.some((reading) => reading.decoder === decoder)).map((decoder) => {
			const readings = some.map(({ at, readings: all }) => {
				const reading = all.find((each) => each.decoder === decoder)!;
				const isRead = reading.text !== null && isExpected(reading.text, entries[at]!.text) && entries[at]!.text !== '';
				return { ms: reading.ms, isRead, isWrong: reading.text !== null && !isRead };
			});
			const times = readings.map(({ ms }) => ms);
			const hits = readings.filter(({ isRead }) => isRead).map(({ ms }) => ms);
			return {
				decoder,
				level,
				frames: readings.length,
				read: hits.length,
				wrong: readings.filter(({ isWrong }) => isWrong).length,
				medianMs: round(quantile(times, 0.5)),
				p95Ms: round(quantile(times, 0.95)),
				meanMs: round(times.reduce((sum, ms) => sum + ms, 0) / times.length),
				...(hits.length > 0 ? { hitMedianMs: round(quantile(hits, 0.5)) } : {}),
				...(level === 'burst' ? tallyBursts(entries, some, decoder) : {})
			};
		})
	);
}

function tallyBursts(entries: readonly Entry[], results: readonly ReadResult[], decoder: DecoderName): Partial<Line> {
	const byCard = groupBy(results, ({ at }) => /(\d+)_\d+\.\w+$/.exec(entries[at]!.file)?.[1] ?? '');
	const play = (slow: number) =>
		[...byCard.values()].map((frames) => {
			const inTurn = frames.toSorted((a, b) => entries[a.at]!.file.localeCompare(entries[b.at]!.file));
			return replay(inTurn, entries, decoder, slow);
		});
	const count = (moments: readonly number[]) => moments.filter((ms) => ms <= LIVE_MS).length;
	const [live, slow] = [play(1), play(SLOW)];
	return {
		cards: live.length,
		cardsRead: count(live),
		cardMedianMs: Math.round(quantile(live, 0.5)),
		cardsReadSlow8: count(slow),
		cardMedianSlow8Ms: Math.round(quantile(slow, 0.5))
	};
}

const LOOKS = { glance: 'ours, glance', quick: 'ours, quick', patient: 'ours' } as const;

/** When the card is read by a worker that takes the newest picture whenever it is free; infinite when never. */
function replay(frames: readonly ReadResult[], entries: readonly Entry[], decoder: DecoderName, slow: number): number {
	const pace = new Pace();
	let now = 0;
	for (;;) {
		const newest = Math.floor(now / FRAME_MS);
		const frame = frames[newest];
		if (!frame) return Infinity;
		const find = (name: DecoderName) => frame.readings.find((reading) => reading.decoder === name)!;
		const { text, ms } = find(decoder === 'ours' ? LOOKS[pace.choose(now)] : decoder);
		const tookMs = ms * slow;
		if (decoder === 'ours') pace.note({ text, isLikely: true }, now, tookMs);
		if (text !== null && isExpected(text, entries[frame.at]!.text)) return now + tookMs;
		// the next look is at a picture that has come since
		now = Math.max(now + tookMs, (newest + 1) * FRAME_MS);
	}
}
