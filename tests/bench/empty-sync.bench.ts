// What a sync costs that has nothing to say, however much the phone holds: "send now" on a phone that has everything,
// every request of the app counted, headers and both directions. (Once a day copies are compared on top of it.)

import { app } from '../../src/lib/ui/words/vi/app.ts';
import { sync } from '../../src/lib/ui/words/vi/sync.ts';
import { WardServer } from '../e2e/stage.ts';
import { fillQuarter, type Crowd } from './crowd.ts';
import { median, weighLoad, type Figure } from './figures.ts';
import { Handset, joinWard, until } from './handset.ts';
import { watchWire, type Traffic } from './wire.ts';

/** Issue 3, speed and size. */
const MOST_REQUESTS = 1;
const MOST_BYTES = 2_048;
const ROWS = [1_000, 10_000, 50_000] as const;
const RUNS = 5;
/** Fifty thousand rows on a busy machine. */
const FIRST_SYNC_MOST_MS = 300_000;
/** What belongs to a round comes soon after it. */
const QUIET_MS = 3_000;

interface Bench {
	build(): Promise<string>;
	browser(): Promise<string>;
	say(line: string): void;
}

export async function* run({ build, browser, say }: Bench): AsyncGenerator<Figure> {
	await build();
	const browserPath = await browser();
	const ward = new WardServer();
	try {
		await ward.start();
		for (const rows of ROWS) {
			await ward.stop();
			say(`filling the ward up to ${rows} rows`);
			await fillQuarter(ward.dataDir, spread(rows));
			const runs = await measure(await ward.start(), browserPath);
			say(`${rows} rows: ${runs.map(({ requests, bytes }) => `${requests} / ${bytes}`).join(', ')} bytes`);
			const of = (what: 'requests' | 'bytes') => median(runs.map((one) => one[what]));
			const name = `sync with nothing to say, ${rows} rows`;
			yield { figure: name, value: of('requests'), unit: 'requests', most: MOST_REQUESTS };
			yield { figure: name, value: of('bytes'), unit: 'bytes', most: MOST_BYTES };
		}
	} finally {
		await ward.close();
	}
	yield weighLoad();
}

function spread(rows: number): Crowd {
	const households = rows / 5;
	return { households, people: 2 * households, visits: 2 * households };
}

async function measure(ward: WardServer, browserPath: string): Promise<Traffic[]> {
	const handset = new Handset(ward.origin, browserPath);
	try {
		const page = await handset.open('/');
		page.setDefaultTimeout(FIRST_SYNC_MOST_MS);
		await joinWard(page, ward);
		const wire = watchWire(page.context(), '/api/');
		await page.getByRole('link', { name: app.sync.open }).tap();
		await until(page, { selector: 'button', text: sync.act });
		await wire.read(QUIET_MS);
		const runs: Traffic[] = [];
		for (let i = 0; i < RUNS; i++) {
			await page.getByRole('button', { name: sync.act, exact: true }).tap();
			await until(page, { selector: 'main', text: sync.done });
			runs.push(await wire.read(QUIET_MS));
		}
		return runs;
	} finally {
		await handset.throwAway();
	}
}
