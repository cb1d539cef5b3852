// What it costs a phone to seal an entry to the ward, on a page six times slower. The peer is the seal that every row
// gets anyway, under the phone's own data key: one cipher, where sealing to the ward is a fresh key, a shared secret and
// a cipher.
//
// NOTE: as in handset.ts, WebCrypto's own threads are not slowed down. So each figure is told with the speed of the page
// as it is, too: what lies between the two is the page's own work.

import { chromium, type Page } from '@playwright/test';
import { makeWardKeys } from '../fixtures/ward-keys.ts';
import { LAUNCH_ARGS } from '../playwright.config.ts';
import { buildPage } from './built-page.ts';
import { median, round, weighLoad, type Figure } from './figures.ts';
import { SLOW, slowDown } from './handset.ts';
import type { SealTimes } from './seal.page.ts';

/** Issue 3, speed and size. */
const MOST_MS = 1.5;
const ENTRIES = 200;
const RUNS = 7;

interface Bench {
	readonly root: string;
	browser(): Promise<string>;
	say(line: string): void;
}

export async function* run({ root, browser, say }: Bench): AsyncGenerator<Figure> {
	const script = await buildPage(root, 'tests/bench/seal.page.ts');
	const { keys } = await makeWardKeys('2026');
	const started = await chromium.launch({ executablePath: await browser(), args: LAUNCH_ARGS });
	try {
		const page = await started.newPage();
		// keys and ciphers exist on trusted addresses only
		await page.route('http://localhost/', (route) =>
			route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>seal</title>' })
		);
		await page.goto('http://localhost/');
		await page.addScriptTag({ content: script });
		const seal = () =>
			page.evaluate(([key, count]) => globalThis.sealBench(key, count), [keys.seal.publicKey, ENTRIES] as const);
		await seal();
		const usual = await measure(page, 1, seal);
		const slow = await measure(page, SLOW, seal);
		say(`at ${SLOW}x: ${slow.map(({ alone }) => alone.toFixed(2)).join(' ')} ms`);
		const of = (runs: readonly SealTimes[], what: keyof SealTimes) => round(median(runs.map((one) => one[what])));
		const peer = 'the seal under the data key';
		const unit = 'ms';
		yield { figure: `${peer} at ${SLOW}x, per entry`, value: of(slow, 'vault'), unit };
		yield {
			figure: `sealing to the ward at ${SLOW}x, one after the other, per entry, median of ${RUNS}`,
			value: of(slow, 'alone'),
			unit,
			most: MOST_MS,
			peer,
			ratio: round(of(slow, 'alone') / of(slow, 'vault'))
		};
		yield {
			figure: `sealing to the ward at ${SLOW}x, ${ENTRIES} at once, per entry`,
			value: of(slow, 'together'),
			unit
		};
		yield { figure: 'sealing to the ward at 1x, one after the other, per entry', value: of(usual, 'alone'), unit };
		yield { figure: 'a sealed entry', value: slow[0]!.bytes, unit: 'bytes' };
	} finally {
		await started.close();
	}
	yield weighLoad();
}

async function measure(page: Page, rate: number, seal: () => Promise<SealTimes>): Promise<SealTimes[]> {
	await slowDown(page, rate);
	const runs: SealTimes[] = [];
	for (let i = 0; i < RUNS; i++) runs.push(await seal());
	return runs;
}
