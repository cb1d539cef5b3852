// Finding somebody among 10,000 people behind 4,000 doors, on a page six times slower: each letter that a person types is
// a search, the first one after a start included with all that has to be made before it. Beside the app's index a plain
// scan over folded texts and minisearch, in turn, in the same page.

import { chromium, type Page } from '@playwright/test';
import { LAUNCH_ARGS } from '../playwright.config.ts';
import { buildPage } from './built-page.ts';
import { median, quantile, round, weighLoad, type Figure } from './figures.ts';
import { SLOW, slowDown } from './handset.ts';
import { WAYS, type Searched, type Way } from './search.page.ts';

/** Issue 7, speed and size. */
const MOST_MS = 100;
const RUNS = 5;

/** What is looked for, letter by letter: a common name, two letters, one letter, digits, an address, nobody. */
const WANTED = ['nguyen thi la', 'vu', 'ý', 'an', '0042', '12/3', 'ngo 12', 'quynh le', 'zz', 'đặng ngọc sen'];
const QUERIES = WANTED.flatMap((text) => [...text].map((_, at) => text.slice(0, at + 1)));
const RARE = ['zz', ...QUERIES];

interface Bench {
	readonly root: string;
	browser(): Promise<string>;
	say(line: string): void;
}

export async function* run({ root, browser, say }: Bench): AsyncGenerator<Figure> {
	const script = await buildPage(root, 'tests/bench/search.page.ts');
	const started = await chromium.launch({ executablePath: await browser(), args: LAUNCH_ARGS });
	try {
		const runs: Record<Way, Searched[]> = { index: [], warmed: [], rare: [], scan: [], minisearch: [] };
		for (let turn = 0; turn < RUNS; turn++)
			for (const way of WAYS) {
				// a page of its own is a start: nothing is warm
				const page = await started.newPage();
				runs[way].push(await search(page, script, way));
				await page.close();
			}
		const of = (way: Way, tell: (one: Searched) => number) => round(median(runs[way].map(tell)));
		const p95 = (way: Way) => of(way, ({ times }) => quantile(times, 0.95));
		const first = (way: Way) => of(way, ({ times }) => times[0]!);
		const [sought] = runs.index;
		const odd = runs.scan[0]!.found.findIndex((count, at) => count !== sought!.found[at]);
		if (odd >= 0) throw new Error(`"${QUERIES[odd]}": the index finds ${sought!.found[odd]} doors, the scan others`);
		say(`${QUERIES.length} searches a run, ${RUNS} runs each, at ${SLOW}x`);
		const unit = 'ms';
		for (const way of ['scan', 'minisearch'] as const) {
			yield { figure: `${way}: p95, the first after a start included`, value: p95(way), unit };
			yield { figure: `${way}: the first after a start`, value: first(way), unit };
			yield { figure: `${way}: the first after a save`, value: of(way, (one) => one.afterWrite), unit };
		}
		const beside = (value: number, tell: (way: Way) => number) => ({
			value,
			unit,
			peer: 'scan',
			ratio: round(value / tell('scan'))
		});
		yield { figure: `ours: p95, the first after a start included`, most: MOST_MS, ...beside(p95('index'), p95) };
		yield {
			figure: 'ours: the first after a start, nothing ready',
			most: MOST_MS,
			...beside(first('index'), first)
		};
		yield {
			figure: 'ours: the first after a start, nothing ready and nothing found',
			most: MOST_MS,
			...beside(first('rare'), first)
		};
		yield {
			figure: 'ours: the first after a start, the list having been open',
			most: MOST_MS,
			...beside(first('warmed'), first)
		};
		const saved = (way: Way) => of(way, (one) => one.afterWrite);
		yield { figure: 'ours: the first after a save', most: MOST_MS, ...beside(saved('index'), saved) };
	} finally {
		await started.close();
	}
	yield weighLoad();
}

async function search(page: Page, script: string, way: Way): Promise<Searched> {
	await page.setContent('<!doctype html><title>search</title>');
	await page.addScriptTag({ content: script });
	await slowDown(page, SLOW);
	return page.evaluate(([which, queries]) => globalThis.searchBench(which, queries), [
		way,
		way === 'rare' ? RARE : QUERIES
	] as const);
}
