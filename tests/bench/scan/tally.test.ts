import { expect, test } from 'vitest';
import type { DecoderName, ReadResult } from './reader.worker.ts';
import { tally } from './tally.ts';

const reading = (decoder: DecoderName, text: string | null, ms: number) => ({ decoder, text, ms });

test('counts what was read, what was read wrongly, and reads where no code is as wrong', () => {
	const entries = ['x', 'x', 'x', ''].map((text, at) => ({ file: `${at}`, level: 'hard', text }));
	const texts = ['x', null, 'y', 'z'];
	const results: ReadResult[] = texts.map((text, at) => ({ at, readings: [reading('ours', text, 10 * (at + 1))] }));
	expect(tally(entries, results)).toEqual([
		{
			decoder: 'ours',
			level: 'hard',
			frames: 4,
			read: 1,
			wrong: 2,
			medianMs: 20,
			p95Ms: 40,
			meanMs: 25,
			hitMedianMs: 10
		}
	]);
});

test('a burst is played as a live camera: the newest picture whenever the worker is free, at most two seconds', () => {
	// 30 pictures at 15 a second; those from the tenth on can be read
	const entries = Array.from({ length: 30 }, (_, at) => ({
		file: `burst/000_${String(at).padStart(3, '0')}.jpg`,
		level: 'burst',
		text: 'x'
	}));
	const read = (decoder: DecoderName, ms: number): ReadResult[] =>
		entries.map((_, at) => ({ at, readings: [reading(decoder, at >= 10 ? 'x' : null, ms)] }));
	const [quick] = tally(entries, read('zxing-wasm', 5));
	expect(quick).toMatchObject({
		cards: 1,
		cardsRead: 1,
		cardMedianMs: Math.round((10 * 1000) / 15 + 5),
		cardsReadSlow8: 1
	});
	// one look takes a second: pictures 0 and 15 are looked at, and the second one is read at two seconds
	expect(tally(entries, read('zxing-wasm', 1000))[0]).toMatchObject({
		cardsRead: 1,
		cardMedianMs: 2000,
		cardsReadSlow8: 0
	});
});

test('our own pace: ten looks without patience first, then a patient one', () => {
	const entries = Array.from({ length: 13 }, (_, at) => ({
		file: `burst/000_0${10 + at}.jpg`,
		level: 'burst',
		text: 'x'
	}));
	const read = (quickMs: number): ReadResult[] =>
		entries.map((_, at) => ({
			at,
			readings: [reading('ours', 'x', 60), reading('ours, quick', null, quickMs), reading('ours, glance', null, 10)]
		}));
	expect(tally(entries, read(20))[0]).toMatchObject({ cardsRead: 1, cardMedianMs: Math.round((10 * 1000) / 15 + 60) });
	// a phone that is quick enough has the time for patience from the fourth picture on
	expect(tally(entries, read(10))[0]).toMatchObject({ cardsRead: 1, cardMedianMs: Math.round((3 * 1000) / 15 + 60) });
});
