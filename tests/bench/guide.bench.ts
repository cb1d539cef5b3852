// From the finger on a guide to its first step, from a letter typed to the results, and what one changed article costs on
// the wire. The peer of opening a guide is opening an article of the same pack: the same screen change without a player.

import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { app } from '../../src/lib/ui/words/vi/app.ts';
import { guide as guideWords } from '../../src/lib/ui/words/vi/guide.ts';
import { handbook } from '../../src/lib/ui/words/vi/handbook.ts';
import { search } from '../../src/lib/ui/words/vi/search.ts';
import { WardServer } from '../e2e/stage.ts';
import { median, ms, quantile, round, weighLoad, type Figure } from './figures.ts';
import { Handset, joinWard, measureTap, SLOW, slowDown } from './handset.ts';

/** Issue 4, speed and size. */
const MOST_OPEN_MS = 100;
const MOST_SEARCH_MS = 50;
const MOST_UPDATE_KB = 10;
const MOST_PACK_KB = 200;
const RUNS = 9;
/** As people type: without diacritics, with a slip, in the words of the door. */
const ASKED = [
	'quen mat khau',
	'kich hoat',
	'em be moi sinh',
	'the bao hiem y te',
	'lua dao',
	'tam tru',
	'doi so dien thoai',
	'mat dien thoai',
	'pascode',
	'giay to can mang'
];

interface Bench {
	build(): Promise<string>;
	browser(): Promise<string>;
	say(line: string): void;
}

export async function* run({ build, browser, say }: Bench): AsyncGenerator<Figure> {
	await build();
	const ward = await new WardServer().start();
	const handset = new Handset(ward.origin, await browser());
	try {
		const page = await handset.open('/');
		await joinWard(page, ward);
		yield* weighWire(await readEdition(ward.origin));
		await goToShelf(page);
		await slowDown(page, SLOW);
		const [opened, articles]: [number[], number[]] = [[], []];
		for (let at = 0; at < RUNS; at++) {
			opened.push(await openGuide(page));
			articles.push(await openArticle(page));
		}
		say(`guide: ${opened.map(Math.round).join(' ')}; article: ${articles.map(Math.round).join(' ')}`);
		const peer = 'opening an article';
		yield ms(`${peer}, median of ${RUNS}`, median(articles));
		const ratio = round(median(opened) / median(articles));
		yield ms(`opening a guide at ${SLOW}x, median of ${RUNS}`, median(opened), { peer, ratio, most: MOST_OPEN_MS });
		yield ms(`opening a guide at ${SLOW}x, p95`, quantile(opened, 0.95));

		const searched = await measureSearch(page);
		say(`search: ${searched.map(Math.round).join(' ')}`);
		yield ms(`search at ${SLOW}x, median`, median(searched));
		yield ms(`search at ${SLOW}x, p95 of ${searched.length} letters`, quantile(searched, 0.95), {
			most: MOST_SEARCH_MS
		});
	} finally {
		await handset.throwAway();
		await ward.close();
	}
	yield weighLoad();
}

async function goToShelf(page: Page): Promise<void> {
	await page.getByRole('link', { name: app.tabs.guide, exact: true }).tap();
	await page.getByRole('heading', { name: handbook.guides, exact: true }).waitFor();
}

async function openGuide(page: Page): Promise<number> {
	const link = page.getByRole('link', { name: /^Kích hoạt tài khoản VNeID/ }).first();
	await link.scrollIntoViewIfNeeded();
	const tookMs = await measureTap(page, link, { selector: 'section.player button', text: guideWords.neverAsk.start });
	await page.getByRole('button', { name: guideWords.close, exact: true }).tap();
	await page.getByRole('heading', { name: handbook.guides, exact: true }).waitFor();
	return tookMs;
}

async function openArticle(page: Page): Promise<number> {
	await page.getByRole('link', { name: new RegExp(`^${handbook.kinds['faq']}`) }).tap();
	const link = page.locator('a[href^="/handbook/read/"]').first();
	await link.waitFor();
	const tookMs = await measureTap(page, link, { selector: 'button', text: handbook.share });
	await goToShelf(page);
	return tookMs;
}

/** Letter by letter, the time in which the page's own thread answers each: results are drawn within it. */
async function measureSearch(page: Page): Promise<number[]> {
	const box = page.getByRole('searchbox');
	await box.tap();
	// the index is made once, when somebody first types
	await box.fill(ASKED[0]!);
	await page.getByText(search.found('5')).waitFor();
	return page.evaluate(async (asked) => {
		const input = document.querySelector<HTMLInputElement>('input[name=content]')!;
		const took: number[] = [];
		const drawn = () =>
			new Promise<void>((resolve) => {
				requestAnimationFrame(() => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => resolve();
					port2.postMessage(null);
				});
			});
		for (const words of asked)
			for (let length = 1; length <= words.length; length++) {
				await drawn();
				const from = performance.now();
				input.value = words.slice(0, length);
				input.dispatchEvent(new Event('input', { bubbles: true }));
				// Svelte writes in a microtask: when it is over, the hits are found and stand in the page
				await Promise.resolve();
				await new Promise((resolve) => queueMicrotask(() => resolve(null)));
				took.push(performance.now() - from);
			}
		return took;
	}, ASKED);
}

interface Published {
	readonly articles: readonly { readonly id: string }[];
	readonly guides: readonly { readonly id: string }[];
}

async function readEdition(origin: string): Promise<Published> {
	return (await (await fetch(`${origin}/api/v1/content?language=vi`)).json()) as Published;
}

/** The pack as it travels once, and an update of the largest article: the list of all items, and that one. */
function* weighWire(pack: Published): Generator<Figure> {
	const kB = (value: unknown) => Math.round(gzipSync(JSON.stringify(value), { level: 9 }).byteLength / 100) / 10;
	yield { figure: 'the whole pack on the wire', value: kB(pack), unit: 'kB gz', most: MOST_PACK_KB };
	// a hash does not shrink: sixteen digits of chance each, as the ward sends them
	const chance = () => crypto.randomUUID().replaceAll('-', '').slice(0, 16);
	const list = [...pack.guides, ...pack.articles].map(({ id }) => ({ id, kind: 'article', hash: chance() }));
	const largest = pack.articles.reduce((best, one) =>
		JSON.stringify(one).length > JSON.stringify(best).length ? one : best
	);
	const value = Math.round((kB({ items: list }) + kB({ items: [largest] })) * 10) / 10;
	yield { figure: 'update of one article (the largest) on the wire', value, unit: 'kB gz', most: MOST_UPDATE_KB };
}
