// From the tap on the icon to a list to work with: no network, no server, browser closed before, a page six times slower.
// Reading the lock screen and typing the PIN is the person's own time: it is left out.

import { WardServer } from '../e2e/stage.ts';
import { fillQuarter, LARGE_QUARTER, type Crowd } from './crowd.ts';
import { median, ms, quantile, round, weighLoad, type Figure } from './figures.ts';
import {
	DOOR_ROW,
	Handset,
	joinWard,
	LOCK_SCREEN,
	SLOW,
	unlock,
	until,
	waitUntilLaidDown,
	type Sight
} from './handset.ts';

/** Issue 2, speed and size. */
const MOST_MS = 2_500;
/** Issue 7: with all that one volunteer may have. */
const MOST_LARGE_MS = 2_000;
const RUNS = 5;
/** What the slowest phone may spend on its PIN: domain of device/pin.ts, which chooses the cost by it. */
const MOST_PIN_MS = 800;

const CROWDS: readonly { readonly name: string; readonly crowd: Crowd | null; readonly most: number }[] = [
	{ name: '12 doors', crowd: null, most: MOST_MS },
	{ name: `${LARGE_QUARTER.households} doors`, crowd: LARGE_QUARTER, most: MOST_LARGE_MS }
];
const LISTS: readonly { readonly path: string; readonly name: string; readonly sight: Sight }[] = [
	{ path: '/', name: 'today', sight: { selector: 'main a[href^="/doors/"], main a[href="/doors"]' } },
	{ path: '/doors', name: 'doors', sight: DOOR_ROW }
];

interface Bench {
	build(): Promise<string>;
	browser(): Promise<string>;
	say(line: string): void;
}

export async function* run({ build, browser, say }: Bench): AsyncGenerator<Figure> {
	await build();
	const browserPath = await browser();
	for (const { name, crowd, most } of CROWDS) {
		const ward = await new WardServer().start();
		const handset = new Handset(ward.origin, browserPath);
		try {
			if (crowd) {
				await ward.stop();
				await fillQuarter(ward.dataDir, crowd);
				await ward.start();
			}
			// Joined as slowly as it is opened later: the phone measures itself to choose what its PIN may cost.
			const page = await handset.open('/', { slow: SLOW });
			await joinWard(page, ward);
			if (crowd) await waitUntilLaidDown(page);
			await handset.close();
			await ward.stop();
			yield* measure(handset, name, most, say);
		} finally {
			await handset.throwAway();
			await ward.close();
		}
	}
	yield weighLoad();
}

async function* measure(
	handset: Handset,
	name: string,
	most: number,
	say: (line: string) => void
): AsyncGenerator<Figure> {
	const emptyMs: number[] = [];
	for (let i = 0; i < RUNS; i++) emptyMs.push(await openPicture(handset));
	const peer = 'a picture of the app, opened the same way';
	yield ms(`${name}: ${peer}`, median(emptyMs));
	for (const list of LISTS) {
		const runs: Start[] = [];
		const bare: Start[] = [];
		for (let i = 0; i < RUNS; i++) {
			const start = await openList(handset, list, SLOW);
			say(`${name}, ${list.name}: ${Object.values(start).map(Math.round).join(' + ')} (of it the PIN)`);
			runs.push(start);
			bare.push(await openList(handset, list, 1));
		}
		const totals = runs.map(sumUp);
		const title = `${name}, ${list.name}`;
		const ratio = round(median(totals) / median(emptyMs));
		yield ms(`${title}: cold start, median of ${RUNS}`, median(totals), { peer, ratio, most });
		yield ms(`${title}: cold start, p95`, quantile(totals, 0.95));
		yield ms(`${title}: to the lock screen`, median(runs.map(({ lockMs }) => lockMs)));
		yield ms(`${title}: from the tap to the list`, median(runs.map(({ openMs }) => openMs)));
		yield ms(`${title}: of it until the PIN's worker was done, not slowed`, median(runs.map(({ pinMs }) => pinMs)));
		yield ms(`${title}: the same with nothing slowed, median`, median(bare.map(sumUp)));
		const withSlowPin = runs.map(({ lockMs, openMs, pinMs }) => lockMs + openMs - pinMs + Math.max(pinMs, MOST_PIN_MS));
		yield ms(`${title}: the same if the PIN takes its longest`, median(withSlowPin), { most: MOST_MS });
	}
}

interface Start {
	readonly lockMs: number;
	readonly openMs: number;
	/** Of `openMs`. */
	readonly pinMs: number;
}

const sumUp = ({ lockMs, openMs }: Start) => lockMs + openMs;

async function openList(handset: Handset, { path, sight }: (typeof LISTS)[number], slow: number): Promise<Start> {
	const page = await handset.open(path, { isOffline: true, slow });
	const lockMs = await until(page, LOCK_SCREEN);
	const { openMs, pinMs } = await unlock(page, sight);
	await handset.close();
	return { lockMs, openMs, pinMs };
}

/** The peer: what browser, service worker and one cached file cost without any script of ours. */
async function openPicture(handset: Handset): Promise<number> {
	const page = await handset.open('/icon.svg', { isOffline: true, slow: SLOW });
	await page.waitForLoadState('load');
	const loadedMs = await page.evaluate(() => {
		const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
		return entry?.loadEventEnd ?? 0;
	});
	await handset.close();
	if (loadedMs <= 0) throw new Error('the picture was not loaded');
	return loadedMs;
}
