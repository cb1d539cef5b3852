// Reads pictures of cards with our scanner and, on the same pixels in the same worker of a real browser, with its peers:
// html5-qrcode's decoder and zxing-wasm alone.
//
//   npm run bench:scan                        frames made here (--seed N --per-level N --bursts N --negatives N)
//   npm run bench:scan -- --images DIR        any folder of pictures; scan/corpus.ts says how it may tell their texts
//   npm run bench:scan -- --browsers          60 made frames by the app's own worker, in Chromium, Firefox and WebKitGTK
//
// Frames that were made and pictures that were read are kept, by what made and read them: what was stopped goes on where
// it was. `--make` makes frames and reads none, `--again` reads all anew.

import { resolve } from 'node:path';
import { weighLoad, type Figure } from './figures.ts';
import { findOthers } from './scan/browsers.ts';
import { readCorpus } from './scan/corpus.ts';
import { list, makeFrames, readAsApp, readFrames } from './scan/jobs.ts';
import { chromium } from './scan/stand.ts';
import { tally, type Line } from './scan/tally.ts';

interface Bench {
	readonly root: string;
	readonly args: readonly string[];
	browser(): Promise<string>;
	say(line: string): void;
}

export async function* run(bench: Bench): AsyncGenerator<Figure | Line | Record<string, unknown>> {
	const { args, say } = bench;
	const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
	const count = (name: string, usual: number) => Number(option(name) ?? usual);
	const own = chromium(await bench.browser());
	const isAgain = args.includes('--again');

	const images = option('--images');
	if (images !== undefined) {
		const folder = resolve(images);
		const entries = readCorpus(folder);
		yield* tally(entries, await readFrames(bench, folder, entries, own, isAgain));
		return;
	}
	const isAcross = args.includes('--browsers');
	const perLevel = count('--per-level', isAcross ? 20 : 60);
	const negatives = isAcross ? 0 : count('--negatives', 30);
	const wanted = [
		...(['easy', 'medium', 'hard'] as const).flatMap((level) => list(level, perLevel)),
		...list('negative', negatives),
		...list('texture', negatives),
		...list('decoy', negatives),
		...list('burst', isAcross ? 0 : count('--bursts', 10))
	];
	const { folder, entries } = await makeFrames(bench, count('--seed', 1), wanted, own);
	if (args.includes('--make')) return;
	if (isAcross) {
		for (const where of [own, ...findOthers(say)])
			yield* compare(where.name, tally(entries, await readAsApp(bench, folder, entries, where)));
		return;
	}
	const lines = tally(entries, await readFrames(bench, folder, entries, own, isAgain));
	yield* lines;
	yield* judge(lines);
	yield weighLoad();
}

/** The bounds of issue 5, over the levels that were measured. */
function* judge(lines: readonly Line[]): Generator<Figure> {
	const at = (decoder: string, level: string) => lines.find((line) => line.decoder === decoder && line.level === level);
	const share = (line: Line) => Math.round((1000 * line.read) / line.frames) / 10;
	const meanOf = (decoder: string, levels: readonly string[]) => {
		const some = levels.flatMap((level) => at(decoder, level) ?? []);
		return (
			some.reduce((sum, line) => sum + line.meanMs * line.frames, 0) / some.reduce((sum, line) => sum + line.frames, 0)
		);
	};
	for (const [level, least] of Object.entries({ easy: 100, medium: 99, hard: 85 })) {
		const line = at('ours', level);
		if (line) yield { figure: `${level} read`, value: share(line), unit: '%', least };
	}
	const [ours, html5, zxing] = ['ours', 'html5-qrcode', 'zxing-wasm'].map((decoder) => at(decoder, 'hard'));
	if (ours && html5 && zxing) {
		const times = (peer: Line) => ours.read / Math.max(1, peer.read);
		yield { figure: 'hard read, times html5-qrcode', value: times(html5), unit: 'x', peer: 'html5-qrcode', least: 5 };
		yield { figure: 'hard read, times zxing-wasm', value: times(zxing), unit: 'x', peer: 'zxing-wasm', least: 1.7 };
	}
	const blind = at('ours, no wasm', 'medium');
	if (blind) yield { figure: 'medium read, WebAssembly blocked', value: share(blind), unit: '%', least: 80 };
	yield {
		figure: 'wrong texts',
		value: lines.filter(({ decoder }) => decoder.startsWith('ours')).reduce((sum, { wrong }) => sum + wrong, 0),
		unit: 'texts',
		most: 0
	};
	const peer = 'html5-qrcode';
	const ratio = (levels: readonly string[]) => meanOf('ours', levels) / meanOf(peer, levels);
	if (ours && html5)
		yield { figure: 'mean time, medium and hard', value: ratio(['medium', 'hard']), unit: 'x', peer, most: 1.2 };
	if (at('ours', 'negative'))
		yield { figure: 'mean time, no code', value: ratio(['negative']), unit: 'x', peer, most: 1.5 };
	const [hit, peerHit] = [at('ours', 'medium')?.hitMedianMs, at(peer, 'medium')?.hitMedianMs];
	if (hit && peerHit) yield { figure: 'median of hits, medium', value: hit / peerHit, unit: 'x', peer, most: 1 };
	const burst = at('ours', 'burst');
	if (burst?.cards) {
		yield { figure: 'bursts read in 2 s', value: (100 * burst.cardsRead!) / burst.cards, unit: '%', least: 95 };
		yield { figure: 'bursts, median', value: burst.cardMedianMs!, unit: 'ms', most: 600 };
		yield {
			figure: 'bursts read in 2 s, 8 times slower',
			value: (100 * burst.cardsReadSlow8!) / burst.cards,
			unit: '%',
			least: 90
		};
		yield { figure: 'bursts, median, 8 times slower', value: burst.cardMedianSlow8Ms!, unit: 'ms', most: 900 };
	}
}

function* compare(name: string, lines: readonly Line[]): Generator<Record<string, unknown>> {
	for (const line of lines) yield { browser: name, ...line };
	const own = lines.filter(({ decoder }) => decoder === 'ours');
	yield {
		browser: name,
		figure: 'wrong texts',
		value: own.reduce((sum, { wrong }) => sum + wrong, 0),
		unit: 'texts',
		most: 0
	};
	const read = own.reduce((sum, line) => sum + line.read, 0);
	const frames = own.reduce((sum, line) => sum + line.frames, 0);
	yield { browser: name, figure: 'frames read', value: (100 * read) / frames, unit: '%', least: 90 };
}
