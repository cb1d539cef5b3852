// A phone that has just joined reads its whole area: how long until there is something to work with, until everything
// is there, how many bytes that cost on the wire, and what it takes up on the phone. PouchDB 9 reads the same records in
// the same browser and run.

import { chromium, type Page } from '@playwright/test';
import { join } from '../../src/lib/ui/words/vi/join.ts';
import { WardServer } from '../e2e/stage.ts';
import { LAUNCH_ARGS } from '../playwright.config.ts';
import { CouchServer, replicate } from './couch.ts';
import { fillQuarter, readRevealed, type Crowd } from './crowd.ts';
import { median, ms, round, weighLoad, type Figure } from './figures.ts';
import { Handset, typeCode, typePins, waitUntilLaidDown } from './handset.ts';
import { watchWire } from './wire.ts';

/** Issue 3, speed and size. */
const ALL_MOST_MS = 20_000;
const FIRST_MOST_MS = 3_000;
const LEAST_TIMES = 5;
const ROW_MOST_BYTES = 2_048;
const CROWD: Crowd = { households: 2_000, people: 5_000, visits: 5_000 };
/** Rows that the peer asks for at once: its own default. At 500 it takes as long and a sixth fewer bytes. */
const PEER_BATCH = 100;
const RUNS = 5;

interface Bench {
	build(): Promise<string>;
	browser(): Promise<string>;
	say(line: string): void;
}

interface Sync {
	readonly firstMs: number;
	readonly allMs: number;
	readonly bytes: number;
	/** Bytes in the browser's databases. */
	readonly kept: number;
}

export async function* run({ build, browser, say }: Bench): AsyncGenerator<Figure> {
	await build();
	const browserPath = await browser();
	const ours: Sync[] = [];
	const peers: Sync[] = [];
	let records = 0;
	const ward = new WardServer();
	const couch = new CouchServer();
	try {
		await ward.start();
		await ward.stop();
		await fillQuarter(ward.dataDir, CROWD);
		const documents = await readRevealed(ward.dataDir);
		records = documents.length;
		say(`${records} records`);
		await couch.start(
			documents.map(({ id, ...rest }) => ({ _id: id, ...rest })),
			say
		);
		// One after the other and in turn: what the machine does meanwhile falls on both.
		for (let i = 0; i < RUNS; i++) {
			ours.push(await syncOurs(await ward.start(), browserPath));
			await ward.stop();
			peers.push(await syncPeer(couch, browserPath, records));
			say(`ours ${tell(ours.at(-1)!)}; PouchDB ${tell(peers.at(-1)!)}`);
		}
	} finally {
		await ward.close();
		await couch.close();
	}
	const peer = `PouchDB 9 from its own server, ${PEER_BATCH} at once`;
	const of = (list: readonly Sync[], what: keyof Sync) => median(list.map((one) => one[what]));
	const all = `${CROWD.people} people and ${CROWD.visits} visits`;
	yield ms(`${all}: first page is there`, of(ours, 'firstMs'), { most: FIRST_MOST_MS });
	yield ms(`${all}: everything is there`, of(ours, 'allMs'), { most: ALL_MOST_MS });
	yield ms(`${all}: everything at the peer`, of(peers, 'allMs'));
	yield { figure: `${all}: on the wire`, value: kb(of(ours, 'bytes')), unit: 'kB' };
	yield { figure: `${all}: on the peer's wire`, value: kb(of(peers, 'bytes')), unit: 'kB' };
	const perRow = (list: readonly Sync[]) => Math.round(of(list, 'kept') / records);
	yield { figure: `${all}: on the phone, per row`, value: perRow(ours), unit: 'bytes', most: ROW_MOST_BYTES };
	yield { figure: `${all}: at the peer, per row`, value: perRow(peers), unit: 'bytes' };
	// pair by pair: what the machine did meanwhile fell on both of a pair
	const times = (what: keyof Sync) => round(median(ours.map((one, i) => peers[i]![what] / one[what])));
	const [faster, fewer] = [times('allMs'), times('bytes')];
	yield { figure: 'times faster than the peer', value: faster, unit: 'times', peer, least: LEAST_TIMES };
	yield { figure: 'times fewer bytes than the peer', value: fewer, unit: 'times', peer, least: LEAST_TIMES };
	yield weighLoad();
}

/** From the end of the join until the phone says that everything came; the first page by the first doors. */
async function syncOurs(ward: WardServer, browserPath: string): Promise<Sync> {
	const handset = new Handset(ward.origin, browserPath);
	try {
		const page = await handset.open('/');
		await typeCode(page, ward);
		const wire = watchWire(page.context(), '/api/v1/sync/');
		await page.evaluate(watchWords, { title: join.ready.title('').trim(), first: FIRST_DOORS, all: ALL_DOORS });
		await typePins(page);
		const { title, first, all } = await page.evaluate(() => globalThis.wordsSeen);
		const [firstMs, allMs] = [Math.min(first, all) - title, all - title];
		const { bytes } = await wire.read();
		await waitUntilLaidDown(page);
		return { firstMs, allMs, bytes, kept: await weighDatabases(page) };
	} finally {
		await handset.throwAway();
	}
}

/** How the words of the join begin while the list comes, and when it is whole. */
const FIRST_DOORS = join.ready.pulling('…').split(', ')[1]!.split('…')[0]!.trim();
const ALL_DOORS = join.ready.pulled('…').split('…')[0]!.trim();

declare global {
	var wordsSeen: Promise<Record<'title' | 'first' | 'all', number>>;
}

/**
 * When each text first stood in the page, by what changes in it: looking at every frame would have the browser draw
 * frames all the time, which the peer's page need not.
 */
function watchWords(texts: Record<'title' | 'first' | 'all', string>): void {
	const seen = { title: 0, first: 0, all: 0 };
	globalThis.wordsSeen = new Promise((resolve) => {
		const look = () => {
			for (const [key, selector] of [
				['title', 'h1'],
				['first', 'p'],
				['all', 'p']
			] as const) {
				if (seen[key] > 0) continue;
				const lines = [...document.querySelectorAll(`main ${selector}`)];
				if (lines.some((line) => line.textContent.includes(texts[key]))) seen[key] = performance.now();
			}
			// a list of one page is whole at once
			if (seen.all > 0) resolve({ ...seen, first: seen.first || seen.all });
		};
		new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
	});
}

async function syncPeer(couch: CouchServer, browserPath: string, expected: number): Promise<Sync> {
	const browser = await chromium.launch({ executablePath: browserPath, args: LAUNCH_ARGS });
	try {
		const page = await browser.newPage();
		await page.goto(`http://localhost:${couch.port}/phone`);
		const wire = watchWire(page.context(), '/couch/');
		const { firstMs, allMs, documents } = await replicate(page, PEER_BATCH);
		if (documents !== expected) throw new Error(`the peer has ${documents} of ${expected} records`);
		const { bytes } = await wire.read();
		return { firstMs, allMs, bytes, kept: await weighDatabases(page) };
	} finally {
		await browser.close();
	}
}

/** What the page's databases take up, once the browser has written down everything. */
async function weighDatabases(page: Page): Promise<number> {
	return page.evaluate(async () => {
		// Chromium tells them apart; the figure is the size of the files
		const estimate: StorageEstimate & { usageDetails?: { indexedDB?: number } } = await navigator.storage.estimate();
		return estimate.usageDetails?.indexedDB ?? Number.NaN;
	});
}

function tell({ firstMs, allMs, bytes, kept }: Sync): string {
	return `${Math.round(firstMs)} / ${Math.round(allMs)} ms, ${kb(bytes)} kB, ${kb(kept)} kB kept`;
}

function kb(bytes: number): number {
	return round(bytes / 1000);
}
