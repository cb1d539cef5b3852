// The camera of the real app for some seconds, on a film of 30 pictures a second: how many reach the worker, how long the
// page's own thread is ever kept from drawing, and how soon after its first picture a card is read.

import type { Page } from '@playwright/test';
import { WardServer } from '../e2e/stage.ts';
import { CARD_S01 } from '../fixtures/cards.ts';
import { doors } from '../../src/lib/ui/words/vi/doors.ts';
import { person } from '../../src/lib/ui/words/vi/person.ts';
import { scan } from '../../src/lib/ui/words/vi/scan.ts';
import { median, ms, round, weighLoad, type Figure } from './figures.ts';
import { DOOR_ROW, goToDoors, Handset, joinWard } from './handset.ts';

const FRAMES_PER_SECOND = 30;
const FILM_FRAMES = 30;
const WATCH_MS = 4000;
const RUNS = 5;

interface Bench {
	build(): Promise<string>;
	browser(): Promise<string>;
}

export async function* run({ build, browser }: Bench): AsyncGenerator<Figure> {
	await build();
	const ward = await new WardServer().start();
	const handset = new Handset(ward.origin, await browser());
	try {
		handset.holdToCamera([{ text: null, frames: FILM_FRAMES }], FRAMES_PER_SECOND);
		const page = await handset.open('/');
		await page.context().addInitScript(watchCamera);
		await page.reload();
		await joinWard(page, ward);
		await goToDoors(page);
		await page.locator(DOOR_ROW.selector).first().tap();
		await page.getByRole('link', { name: doors.household.addPerson }).tap();
		const button = page.getByRole('button', { name: person.scan, exact: true });

		await button.tap();
		await page.waitForFunction(() => globalThis.liveWatch.pictureAt > 0);
		await page.evaluate(() => globalThis.liveWatch.begin());
		await page.waitForTimeout(WATCH_MS);
		const seen = await page.evaluate(() => globalThis.liveWatch.read());
		yield {
			figure: 'pictures that reach the worker',
			value: round((seen.looks * 1000) / seen.tookMs),
			unit: '/s',
			least: 25
		};
		yield ms('longest that the page was kept from drawing', seen.longestMs, { most: 50 });
		await page.getByRole('button', { name: scan.close }).tap();

		handset.holdToCamera([{ text: CARD_S01, frames: FILM_FRAMES }], FRAMES_PER_SECOND);
		const firsts: number[] = [];
		for (let i = 0; i < RUNS; i++) firsts.push(await readFirst(page));
		yield ms(`first picture to first read, median of ${RUNS}`, median(firsts), { most: 250 });
	} finally {
		await handset.throwAway();
		await ward.close();
	}
	yield weighLoad();
}

async function readFirst(page: Page): Promise<number> {
	await page.getByRole('button', { name: new RegExp(`^(${person.scan}|${person.rescan})$`) }).tap();
	const drop = page.getByRole('button', { name: person.dropNumber });
	await drop.waitFor();
	const tookMs = await page.evaluate(() => globalThis.liveWatch.readAt - globalThis.liveWatch.pictureAt);
	await drop.tap();
	return tookMs;
}

interface LiveWatch {
	pictureAt: number;
	readAt: number;
	begin(): void;
	read(): { looks: number; longestMs: number; tookMs: number };
}
declare global {
	var liveWatch: LiveWatch;
}

/** Runs in the page before it. The worker tells of each look through a channel of its own. */
function watchCamera(): void {
	let [looks, beganAt, lastAt, longestMs] = [0, 0, 0, 0];
	const watch: LiveWatch = {
		pictureAt: 0,
		readAt: 0,
		begin() {
			[looks, longestMs] = [0, 0];
			beganAt = lastAt = performance.now();
			const tick = () => {
				const now = performance.now();
				longestMs = Math.max(longestMs, now - lastAt);
				lastAt = now;
				setTimeout(tick, 0);
			};
			tick();
		},
		read: () => ({ looks, longestMs, tookMs: performance.now() - beganAt })
	};
	globalThis.liveWatch = watch;
	const begin = () => Object.assign(watch, { pictureAt: performance.now(), readAt: 0 });
	document.addEventListener('loadeddata', begin, { capture: true });
	globalThis.MessageChannel = class extends MessageChannel {
		constructor() {
			super();
			this.port1.addEventListener('message', ({ data }) => {
				const text = JSON.stringify(data ?? null);
				if (text.includes('"isLikely":')) looks++;
				if (watch.readAt === 0 && text.includes('"text":"')) watch.readAt = performance.now();
			});
		}
	};
}
