// From the finger on "save" to "Đã lưu trên máy" on the screen, on a page six times slower and with no network: work of
// the page, sealing, and a strict transaction that is on the disk. The peer is that transaction alone, with the very
// rows of the last save.

import type { Page } from '@playwright/test';
import { barrier } from '../../src/lib/ui/words/vi/barrier.ts';
import { doors } from '../../src/lib/ui/words/vi/doors.ts';
import { flag } from '../../src/lib/ui/words/vi/flag.ts';
import { visit } from '../../src/lib/ui/words/vi/visit.ts';
import { WardServer } from '../e2e/stage.ts';
import { fillQuarter, LARGE_QUARTER } from './crowd.ts';
import { median, ms, quantile, round, weighLoad, type Figure } from './figures.ts';
import { DOOR_ROW, goToDoors, Handset, joinWard, measureTap, SLOW, slowDown, unlock } from './handset.ts';

/** Issue 7, speed; issue 2 had asked for 200. */
const MOST_MS = 100;
const NOBODY_HOME_SAVES = 30;
const FULL_VISITS = 30;
/** What is measured here may be slower than what was saved before: the first save also warms up. */
const WARM_UP = 2;

interface Bench {
	build(): Promise<string>;
	browser(): Promise<string>;
	say(line: string): void;
}

export async function* run({ build, browser, say }: Bench): AsyncGenerator<Figure> {
	await build();
	const browserPath = await browser();
	for (const crowd of [null, LARGE_QUARTER]) {
		const name = crowd ? `${crowd.households} doors` : '12 doors';
		const ward = await new WardServer().start();
		const handset = new Handset(ward.origin, browserPath);
		try {
			if (crowd) {
				await ward.stop();
				await fillQuarter(ward.dataDir, crowd);
				await ward.start();
			}
			await joinWard(await handset.open('/'), ward);
			await handset.close();
			await ward.stop();
			const page = await handset.open('/doors', { isOffline: true });
			await unlock(page, DOOR_ROW);
			await slowDown(page, SLOW);
			yield* measure(page, name, say);
		} finally {
			await handset.throwAway();
			await ward.close();
		}
	}
	yield weighLoad();
}

async function* measure(page: Page, name: string, say: (line: string) => void): AsyncGenerator<Figure> {
	const away: number[] = [];
	for (let i = 0; i < WARM_UP + NOBODY_HOME_SAVES; i++) {
		const tookMs = await saveNobodyHome(page);
		if (i >= WARM_UP) away.push(tookMs);
	}
	say(`${name}, nobody home: ${away.map(Math.round).join(' ')}`);
	const bare = await putBare(page, NOBODY_HOME_SAVES);
	const peer = 'the same rows in a strict transaction alone';
	const ratio = round(median(away) / median(bare));
	yield ms(`${name}: ${peer}, median`, median(bare));
	yield ms(`${name}: ${peer}, p95`, quantile(bare, 0.95));
	yield ms(`${name}: nobody home, p95 of ${away.length}`, quantile(away, 0.95), { most: MOST_MS });
	yield ms(`${name}: nobody home, median`, median(away), { peer, ratio });

	const full: number[] = [];
	for (let place = 0; full.length < WARM_UP + FULL_VISITS; place++) {
		const tookMs = await saveVisit(page, place % (await countDoors(page)));
		if (tookMs !== null) full.push(tookMs);
	}
	full.splice(0, WARM_UP);
	say(`${name}, whole visits: ${full.map(Math.round).join(' ')}`);
	const bareVisit = await putBare(page, NOBODY_HOME_SAVES);
	yield ms(`${name}: whole visit, p95 of ${full.length}`, quantile(full, 0.95), { most: MOST_MS });
	yield ms(`${name}: whole visit, worst of ${full.length}`, Math.max(...full));
	yield ms(`${name}: whole visit, median`, median(full), { peer, ratio: round(median(full) / median(bareVisit)) });
}

/**
 * Nobody home at the first door of the list, as the list offers it. The next tap waits until this one cannot be taken back
 * any more: nobody walks from door to door in less.
 */
async function saveNobodyHome(page: Page): Promise<number> {
	const button = page.getByRole('button', { name: doors.awayAt(''), exact: false }).first();
	const row = button.locator('xpath=..');
	const href = await row.locator('a').getAttribute('href');
	const noted = `a[href="${href}"] .nobodyHome`;
	const tookMs = await measureTap(page, button, { selector: noted, text: doors.notedHere });
	await page.locator(noted, { hasText: doors.notedHere }).waitFor({ state: 'detached' });
	return tookMs;
}

async function countDoors(page: Page): Promise<number> {
	await goToDoors(page);
	return page.locator(DOOR_ROW.selector).count();
}

/** A visit about the first of the house: consent, card, account, outcome, barrier, next step. Null where nobody lives. */
async function saveVisit(page: Page, place: number): Promise<number | null> {
	await page.locator(DOOR_ROW.selector).nth(place).tap();
	const start = page.getByRole('button', { name: doors.household.start, exact: true });
	await start.waitFor();
	if (await page.getByText(doors.household.nobody, { exact: true }).isVisible()) return null;
	await start.tap();
	const press = (name: string) => page.getByRole('button', { name, exact: true }).tap();
	const anAnswer = () => page.locator('main .step ul button').filter({ visible: true }).first();
	const goOn = () => page.locator('main .step .bar .main').tap();
	for (let asked = ''; ;) {
		asked = await readNextQuestion(page, asked);
		switch (asked) {
			case visit.consent.title:
				await page.getByText(visit.consent.recordHint).tap();
				await goOn();
				break;
			case visit.guide.title:
				await press(visit.guide.skip);
				break;
			case barrier.title:
				if (!(await anAnswer().isVisible())) await page.locator('main .step summary').first().tap();
				await anAnswer().tap();
				await goOn();
				break;
			case flag.title:
				await goOn();
				break;
			case visit.next.title:
				await page.getByText(visit.next.selfServe, { exact: true }).tap();
				await goOn();
				break;
			case visit.summary.title: {
				const save = page.getByRole('button', { name: visit.summary.save, exact: true });
				const tookMs = await measureTap(page, save, { selector: 'main', text: visit.saved.title });
				await page.getByRole('link', { name: visit.saved.toDoor, exact: true }).tap();
				return tookMs;
			}
			default:
				// one tap answers: who, presence, card, account, how it is known, outcome
				await anAnswer().tap();
		}
	}
}

/** The heading that comes after `last`. */
async function readNextQuestion(page: Page, last: string): Promise<string> {
	const heading = await page.waitForFunction((before) => {
		const text = document.querySelector('main h2')?.textContent ?? before;
		return text !== before && text;
	}, last);
	return String(await heading.jsonValue());
}

/** Milliseconds of each of `count` strict transactions that put the rows of the last save into a store of our own. */
function putBare(page: Page, count: number): Promise<number[]> {
	return page.evaluate(async (times) => {
		const done = <Value>(request: IDBRequest<Value>) =>
			new Promise<Value>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
		const ours = await done(indexedDB.open(names.find((name) => name.startsWith('gocua-'))!));
		const readAll = (store: string) => done(ours.transaction(store).objectStore(store).getAll());
		const outbox: { n: number; e: string; stamp: number }[] = await readAll('outbox');
		const stamp = Math.max(...outbox.map((row) => row.stamp));
		const entries = outbox.filter((row) => row.stamp === stamp);
		const all: { id: string; stamp: number }[] = await readAll('record');
		const records = all.filter((row) => row.stamp === stamp);
		const meta: { k: string }[] = (await readAll('meta')).filter(({ k }) => k === 'stamp' || k === 'state');
		ours.close();

		const stores = ['outbox', 'record', 'meta'];
		const opening = indexedDB.open('bench-bare', 1);
		opening.onupgradeneeded = () => {
			for (const name of stores) opening.result.createObjectStore(name);
		};
		const bare = await done(opening);
		const took: number[] = [];
		for (let i = 0; i < times; i++) {
			const from = performance.now();
			await new Promise((resolve, reject) => {
				const put = bare.transaction(stores, 'readwrite', { durability: 'strict' });
				for (const row of entries) put.objectStore('outbox').put(row, `${i}/${row.n}`);
				for (const row of records) put.objectStore('record').put(row, `${i}/${row.id}`);
				for (const row of meta) put.objectStore('meta').put(row, row.k);
				put.oncomplete = resolve;
				put.onabort = () => reject(put.error);
			});
			took.push(performance.now() - from);
		}
		bare.close();
		return took;
	}, count);
}
