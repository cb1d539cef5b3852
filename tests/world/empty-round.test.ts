// What a sync costs that has nothing to say: one question and its answer, and not a byte more where the phone holds ten
// times as much. The whole phone over the real request handlers, content included.

import { afterEach, expect, it, vi } from 'vitest';
import { openDevice, type Device } from '../../src/lib/device/device.ts';
import type { Result } from '../../src/lib/domain/problem.ts';
import { fillQuarter } from '../bench/crowd.ts';
import { Browser, makeTools, PIN } from '../fixtures/device.ts';
import { openTestWard, type TestWard } from '../fixtures/ward.ts';
import { openWardFetch, ORIGIN, type Exchange } from '../fixtures/ward-fetch.ts';

/** Issue 3, speed and size. */
const BYTES_MOST = 2048;
const WAIT_MS = 240_000;
const CONTENT = '/api/v1/content';
/** Long enough for whatever a round sets off: content, and the round of a save. */
const AFTER_MS = 400;

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
	for (const one of opened.splice(0).reverse()) await one.close();
});

function take<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(`${result.problem.code} ${result.problem.at ?? ''}`);
	return result.value;
}

/** A phone that holds so many rows, and what it has asked so far. */
async function openPhone(rows: number): Promise<{ test: TestWard; device: Device; log: Exchange[]; held: number }> {
	const test = await openTestWard();
	opened.push(test);
	const crowd = { households: rows * 0.2, people: rows * 0.5, visits: rows * 0.3 };
	await test.reopen(() => fillQuarter(test.config.dataDir, crowd));
	const log: Exchange[] = [];
	const fetch = openWardFetch(test, log);
	const device = openDevice(makeTools(new Browser(), ORIGIN, { clock: test.now, fetch }));
	opened.push(device);
	await import('../../src/lib/device/content.ts'); // as after the first round in a browser: it takes no time any more
	await vi.waitFor(() => expect(device.phase.kind).toBe('new'), WAIT_MS);
	const offer = take(await device.lookAtInvitation(await test.invite('Lê Minh Khang')));
	take(await device.join(offer, test.now(), PIN));
	await settle(device, log);
	const { households, people, visits } = device.book;
	return { test, device, log, held: households.size + people.size + visits.size };
}

const pathsOf = (round: readonly Exchange[]) => round.map(({ path }) => path);

/** Rounds until two in a row ask for nothing but rows, once the ward's content was asked for and found to be the same. */
async function settle(device: Device, log: Exchange[]): Promise<void> {
	for (let quiet = 0, rounds = 0; quiet < 2 || pathsOf(log).filter((path) => path === CONTENT).length < 2; rounds++) {
		if (rounds > 50) throw new Error(`still asking: ${pathsOf(log.slice(-6)).join()}`);
		quiet = pathsOf(await syncOnce(device, log)).includes(CONTENT) ? 0 : quiet + 1;
	}
}

async function syncOnce(device: Device, log: Exchange[]): Promise<Exchange[]> {
	const from = log.length;
	take(await device.syncNow());
	await new Promise((resolve) => setTimeout(resolve, AFTER_MS));
	return log.slice(from);
}

it(
	'an empty round is one question of at most 2 KB, as long with 10,000 rows as with 1,000',
	async () => {
		const bytes: number[] = [];
		for (const rows of [1_000, 10_000]) {
			const { device, log, held } = await openPhone(rows);
			expect(held).toBeGreaterThanOrEqual(rows);
			const round = await syncOnce(device, log);
			expect(round.map(({ path, status }) => [path, status])).toEqual([['/api/v1/sync/pull', 200]]);
			bytes.push(round[0]!.bytes);
		}
		console.log(`an empty round: ${bytes.join(' and ')} bytes`);
		expect(Math.max(...bytes)).toBeLessThanOrEqual(BYTES_MOST);
		// The counter itself has a digit more, in the question and in the answer.
		expect(Math.abs(bytes[1]! - bytes[0]!)).toBeLessThanOrEqual(2);
	},
	WAIT_MS
);

it(
	'content is asked for when the ward has published something, until the ward knows that it is in use',
	async () => {
		const { test, device, log } = await openPhone(50);
		const desk = await test.desk('huy');
		take(await desk.content.writeBook({ facts: { deskHours: '7:30–11:30' }, contacts: [], videos: [] }));
		const paths = pathsOf(await syncOnce(device, log));
		expect(paths[0]).toBe('/api/v1/sync/pull');
		expect(paths.slice(1).every((path) => path === CONTENT)).toBe(true);
		expect(paths.length).toBeGreaterThan(1);
		await settle(device, log);
		expect(pathsOf(await syncOnce(device, log))).toEqual(['/api/v1/sync/pull']);
	},
	WAIT_MS
);

it(
	'a round with something to send is two questions: up, then down',
	async () => {
		const { device, log } = await openPhone(50);
		const area = device.book.areas.find((one) => one.assigned)!.id;
		take(await device.createHousehold({ area, lane: 'ngõ Thử', number: '1', kind: 'ordinary' }));
		const round = await syncOnce(device, log);
		expect(pathsOf(round)).toEqual(['/api/v1/sync/push', '/api/v1/sync/pull']);
		expect(pathsOf(await syncOnce(device, log))).toEqual(['/api/v1/sync/pull']);
	},
	WAIT_MS
);
