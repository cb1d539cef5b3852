// What a phone's memory holds of the app with as many people as one volunteer may ever meet: joined to a ward with 5,000
// people behind 2,000 doors, closed, opened without network, unlocked, the list of doors open, a search typed, a visit
// saved.
//
// Counted is what the page's renderer process has for itself in RAM: Private_Clean and Private_Dirty of
// /proc/PID/smaps_rollup. That is the engine's own (heap of scripts, DOM, images, code that was compiled, the worker of
// the service worker and, for as long as it lives, the PIN's), and what the system gets back when the app is thrown out.
// Not counted are pages that all processes of the browser share (its program file, fonts), the browser's other processes,
// which serve every tab (store, network, drawing), and what was swapped out (told, to be near nought). No collection is asked
// for beforehand: a phone's system does not ask either. Beside it stands a page of the same origin that shows a picture and
// runs nothing, opened the same way in the same run: what an engine costs before any app. The heap of scripts after a
// collection (Runtime.getHeapUsage) tells what the app really holds.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { doors } from '../../src/lib/ui/words/vi/doors.ts';
import { LARGE_QUARTER } from './crowd.ts';
import { median, round, weighLoad, type Figure } from './figures.ts';
import { DOOR_ROW, joinLargeQuarter, unlock, waitUntilLaidDown, type Handset } from './handset.ts';

/** Issue 7, speed and size. */
const MOST_MB = 120;
const RUNS = 3;
const SOUGHT = 'nguyen thi';

interface Bench {
	build(): Promise<string>;
	browser(): Promise<string>;
	say(line: string): void;
}

interface Held {
	readonly privateMb: number;
	readonly swapMb: number;
	readonly heapMb: number;
}

export async function* run({ build, browser, say }: Bench): AsyncGenerator<Figure> {
	await build();
	const { ward, handset, page, throwAway } = await joinLargeQuarter(await browser());
	try {
		await waitUntilLaidDown(page);
		await handset.close();
		await ward.stop();
		const blank: Held[] = [];
		const app: Held[] = [];
		for (let i = 0; i < RUNS; i++) {
			const picture = await handset.open('/icon.svg', { isOffline: true });
			await picture.waitForLoadState('load');
			blank.push(await weigh(picture));
			await handset.close();
			app.push(await work(handset));
			say(`${JSON.stringify(blank.at(-1))} blank, ${JSON.stringify(app.at(-1))} the app`);
		}
		const of = (runs: readonly Held[], tell: (one: Held) => number) => round(median(runs.map(tell)));
		const peer = 'a picture of the app, opened the same way';
		const privateBlank = of(blank, ({ privateMb }) => privateMb);
		const privateApp = of(app, ({ privateMb }) => privateMb);
		yield { figure: peer, value: privateBlank, unit: 'MB' };
		const people = `${LARGE_QUARTER.people} people`;
		const ratio = round(privateApp / privateBlank);
		yield {
			figure: `${people}: memory of the page's process`,
			value: privateApp,
			unit: 'MB',
			peer,
			ratio,
			most: MOST_MB
		};
		yield {
			figure: `${people}: the most of ${RUNS} runs`,
			value: round(Math.max(...app.map((one) => one.privateMb))),
			unit: 'MB'
		};
		yield { figure: `${people}: swapped out beside it`, value: of(app, ({ swapMb }) => swapMb), unit: 'MB' };
		yield {
			figure: `${people}: heap of scripts after a collection`,
			value: of(app, ({ heapMb }) => heapMb),
			unit: 'MB'
		};
		yield { figure: `${peer}: heap of scripts`, value: of(blank, ({ heapMb }) => heapMb), unit: 'MB' };
	} finally {
		await throwAway();
	}
	yield weighLoad();
}

/** A search typed and a visit saved on a phone that was just opened; what it holds then. */
async function work(handset: Handset): Promise<Held> {
	const page = await handset.open('/doors', { isOffline: true });
	await unlock(page, DOOR_ROW);
	await page.getByLabel(doors.searchLabel).pressSequentially(SOUGHT, { delay: 60 });
	const row = page
		.getByRole('button', { name: doors.awayAt(''), exact: false })
		.first()
		.locator('xpath=..');
	const href = await row.locator('a').getAttribute('href');
	await row.getByRole('button', { name: doors.awayAt(''), exact: false }).tap();
	await page.locator(`a[href="${href}"] .nobodyHome`, { hasText: doors.notedHere }).waitFor();
	const held = await weigh(page);
	await handset.close();
	return held;
}

async function weigh(page: Page): Promise<Held> {
	const pids = await findRenderers(page);
	// the one page is the largest; the engine may keep an empty one in hand
	const [largest] = pids.map(readPrivate).sort((a, b) => b.privateMb - a.privateMb);
	if (!largest) throw new Error('no renderer was found');
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	return { ...largest, heapMb: round(usedSize / 1e6) };
}

async function findRenderers(page: Page): Promise<number[]> {
	const browser = page.context().browser();
	if (!browser) throw new Error('the phone has no browser');
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = await session.send('SystemInfo.getProcessInfo');
	return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

function readPrivate(pid: number): { privateMb: number; swapMb: number } {
	const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
	const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(rollup)?.[1] ?? NaN);
	const privateKb = kilobytes('Private_Clean') + kilobytes('Private_Dirty');
	return { privateMb: round((privateKb * 1024) / 1e6), swapMb: round((kilobytes('Swap') * 1024) / 1e6) };
}
