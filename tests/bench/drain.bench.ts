// A day's outbox on a signal that hardly is one: 300 entries written without network, then 64 kbit/s in both directions,
// in a real browser against the production server. The peer is the wire itself: how long it takes to carry so many bytes.

import { app } from '../../src/lib/ui/words/vi/app.ts';
import { doors } from '../../src/lib/ui/words/vi/doors.ts';
import { sync } from '../../src/lib/ui/words/vi/sync.ts';
import { WardServer } from '../e2e/stage.ts';
import { fillQuarter } from './crowd.ts';
import { median, ms, round, weighLoad, type Figure } from './figures.ts';
import { Handset, joinWard, until } from './handset.ts';
import { holdSignal, watchWire, type Traffic } from './wire.ts';

/** Issue 3, speed and size. */
const MOST_MS = 20_000;
const ENTRIES = 300;
const BITS_PER_SECOND = 64_000;
/** As GPRS and a crowded cell answer. */
const LATENCY_MS = 300;
const RUNS = 3;
/** Each takes one tap and, for some seconds, no other. */
const DOORS = 100;

interface Bench {
	build(): Promise<string>;
	browser(): Promise<string>;
	say(line: string): void;
}

interface Drain extends Traffic {
	/** Until nothing waits: every entry has its receipt. */
	readonly sentMs: number;
	/** Until the round is over: what the ward made of them has come down, too. */
	readonly allMs: number;
}

export async function* run({ build, browser, say }: Bench): AsyncGenerator<Figure> {
	await build();
	const browserPath = await browser();
	const ward = new WardServer();
	const runs: Drain[] = [];
	try {
		await ward.start();
		await ward.stop();
		await fillQuarter(ward.dataDir, { households: DOORS, people: 2 * DOORS, visits: 0 });
		for (let i = 0; i < RUNS; i++) {
			runs.push(await drain(await ward.start(), browserPath));
			await ward.stop();
			const { sentMs, allMs, up, bytes, requests } = runs.at(-1)!;
			say(`${Math.round(sentMs)} / ${Math.round(allMs)} ms, ${up} of ${bytes} bytes up, ${requests} requests`);
		}
	} finally {
		await ward.close();
	}
	const of = (what: keyof Drain) => median(runs.map((one) => one[what]));
	const name = `${ENTRIES} entries at ${BITS_PER_SECOND / 1000} kbit/s and ${LATENCY_MS} ms`;
	const bareMs = (of('up') * 8 * 1000) / BITS_PER_SECOND;
	const peer = 'the wire alone, for as many bytes up';
	yield ms(`${name}: ${peer}`, bareMs);
	yield ms(`${name}: every entry has its receipt, median of ${RUNS}`, of('sentMs'), {
		most: MOST_MS,
		peer,
		ratio: round(of('sentMs') / bareMs)
	});
	yield ms(`${name}: the round is over`, of('allMs'));
	yield { figure: `${name}: up, per entry`, value: Math.round(of('up') / ENTRIES), unit: 'bytes' };
	yield { figure: `${name}: both ways`, value: round(of('bytes') / 1000), unit: 'kB' };
	yield { figure: `${name}: requests`, value: of('requests'), unit: 'requests' };
	yield weighLoad();
}

async function drain(ward: WardServer, browserPath: string): Promise<Drain> {
	const handset = new Handset(ward.origin, browserPath);
	try {
		const page = await handset.open('/');
		await joinWard(page, ward);
		const wire = watchWire(page.context(), '/api/');
		await wire.read(2_000);
		const signal = await holdSignal(page);
		await signal.cut();
		// as many rows at once as there are doors
		await page.setViewportSize({ width: 360, height: 90 * DOORS });
		await page.evaluate(writeMany, { count: ENTRIES, away: doors.awayAt('') });
		await page.setViewportSize({ width: 360, height: 740 });
		await page.getByRole('link', { name: app.sync.open }).tap();
		await page.getByText(sync.waiting(String(ENTRIES), '').split(',')[0]!).waitFor();
		await wire.read();
		// the app hears of the network by itself and begins
		const from = await page.evaluate(() => performance.now());
		const sent = until(page, { selector: 'p.ok', text: sync.noneWaiting });
		await signal.weaken(BITS_PER_SECOND, LATENCY_MS);
		const sentAt = await sent;
		const endedAt = await until(page, { selector: 'button', text: sync.act });
		return { sentMs: sentAt - from, allMs: endedAt - from, ...(await wire.read()) };
	} finally {
		await handset.throwAway();
	}
}

/** Nobody home, one tap at the first door of the list that takes one; each becomes an entry some seconds later. */
async function writeMany({ count, away }: { count: number; away: string }): Promise<void> {
	const find = () => document.querySelector<HTMLElement>(`button[aria-label^="${away}"]`);
	const until = async <Value>(look: () => Value | null | undefined | false): Promise<Value> => {
		for (let frames = 0; frames < 2_000; frames++) {
			const found = look();
			if (found) return found;
			await new Promise((resolve) => requestAnimationFrame(resolve));
		}
		throw new Error('no door takes a tap');
	};
	for (let i = 0; i < count; i++) {
		const button = await until(find);
		button.click();
		await until(() => find() !== button);
	}
}
