// The server is killed outright in the middle of pushes, fifty times: what it had acknowledged is there, what it had not
// may be sent again, nothing counts twice, and the chain over everything holds (faults 26 to 29). Then two servers at once
// work on the same store (fault 36).

import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LIMIT } from '../../src/lib/domain/limit.ts';
import type { Verdict } from '../../src/lib/sync/entry.ts';
import { buildWardProcess, checkKept, pushTo, startLife, type Sent } from '../fixtures/ward-life.ts';
import { joinPhone, KHANG, newId, openTestWard, pullAll, type TestPhone, type TestWard } from '../fixtures/ward.ts';
import { Random } from '../world/random.ts';

const KILLS = 50;
const BATCHES = 4;
const BATCH = 5;
/** Every life of the server plays another minute, so that the limit of requests does not end the test. */
const LIFE_MS = 61_000;
const random = new Random(20261120);

let test: TestWard;
let phone: TestPhone;
let household: string;
let folder: string;

beforeAll(async () => {
	folder = await buildWardProcess();
	test = await openTestWard();
	// the process goes by the wall's clock; the phone's join lies before
	test.pass(Date.now() - test.now());
	phone = await joinPhone(test, KHANG);
	household = (await pullAll(phone)).find((row) => row.table === 'household')!.id;
	await test.ward.close();
}, 120_000);
afterAll(async () => {
	rmSync(test.config.dataDir, { recursive: true, force: true });
	rmSync(folder, { recursive: true, force: true });
});

async function push(port: number, entries: readonly Sent[], aheadMs: number): Promise<readonly Verdict[] | null> {
	const said = await pushTo(phone, port, entries, aheadMs);
	if (said) expect(said.status).toBe(200);
	return said && said.verdicts;
}

it(`WS21 loses nothing and doubles nothing when the server is killed ${KILLS} times in the middle of pushes`, async () => {
	const open: Sent[] = [];
	const receipts = new Map<string, Verdict>();
	const saved: Sent[] = [];
	let inFlight = 0;
	for (let life = 0; life <= KILLS; life++) {
		const ahead = life * LIFE_MS;
		const isLast = life === KILLS;
		const { child, port, ended } = await startLife(folder, test.config, ahead);
		const fresh = isLast ? 0 : BATCHES * BATCH;
		for (let i = 0; i < fresh; i++) {
			const p = { household, seenAt: Date.now(), outcome: 'nobodyHome' };
			const entry = phone.entry('visit.add', newId(test), p);
			saved.push(entry);
			open.push(entry);
		}
		const batches: Sent[][] = [];
		for (let at = 0; at < open.length; at += BATCH) batches.push(open.slice(at, at + BATCH));
		expect(batches.length).toBeLessThan(LIMIT.syncPerMinute);
		let answered = 0;
		// the moment of the kill: so many answers are out, and the next ones are being worked on
		let isEnough = () => {};
		const enough = new Promise<void>((resolve) => (isEnough = resolve));
		const after = isLast ? batches.length : batches.length - random.between(1, 3);
		const pushes = batches.map(async (batch) => {
			const verdicts = await push(port, batch, ahead);
			answered += verdicts ? 1 : 0;
			if (answered >= after) isEnough();
			for (const verdict of verdicts ?? []) {
				const first = receipts.get(verdict.id);
				// a receipt never changes, however often it is asked for
				if (first) expect([verdict.seq, verdict.s]).toEqual([first.seq, 'dup']);
				expect(['ok', 'dup']).toContain(verdict.s);
				receipts.set(verdict.id, first ?? verdict);
			}
		});
		await enough;
		await new Promise((resolve) => setTimeout(resolve, random.between(0, 8)));
		child.kill('SIGKILL');
		await Promise.all(pushes);
		await ended;
		if (answered < batches.length) inFlight += 1;
		// some acknowledged ones are sent again all the same, as by a phone whose own store was slow
		const again = new Set(open.filter((entry) => receipts.has(entry.id) && !random.happens(0.1)));
		open.splice(0, open.length, ...open.filter((entry) => !again.has(entry)));
	}
	expect(saved).toHaveLength(KILLS * BATCHES * BATCH);
	// a test in which every kill came too late would prove nothing
	expect(inFlight).toBeGreaterThan(KILLS / 4);
	expect(saved.filter(({ id }) => !receipts.has(id))).toEqual([]);

	await checkKept(test.config, saved, receipts);
}, 240_000);

it('WS24 loses nothing and doubles nothing when two servers work on one store', async () => {
	const ahead = (KILLS + 1) * LIFE_MS;
	const servers = [await startLife(folder, test.config, ahead), await startLife(folder, test.config, ahead)];
	const receipts = new Map<string, Verdict>();
	const saved: Sent[] = [];
	const batches = Array.from({ length: 20 }, () => {
		const p = { household, seenAt: Date.now(), outcome: 'nobodyHome' };
		const batch = Array.from({ length: BATCH }, () => phone.entry('visit.add', newId(test), p));
		saved.push(...batch);
		return batch;
	});
	const done = new Map<string, number>();
	await Promise.all(
		batches.flatMap((batch, i) =>
			// The second half goes to both at once, as when an answer was lost and the phone meets the other server.
			servers.map(async ({ port }, at) => {
				if (i < 10 && at !== i % 2) return;
				const verdicts = await push(port, batch, ahead);
				expect(verdicts).not.toBeNull();
				for (const verdict of verdicts!) {
					const first = receipts.get(verdict.id);
					if (first) expect(verdict.seq).toBe(first.seq);
					receipts.set(verdict.id, first ?? verdict);
					if (verdict.s === 'ok') done.set(verdict.id, (done.get(verdict.id) ?? 0) + 1);
				}
			})
		)
	);
	expect(saved.map(({ id }) => done.get(id))).toEqual(saved.map(() => 1));
	for (const { child, ended } of servers) {
		child.kill('SIGKILL');
		await ended;
	}
	await checkKept(test.config, saved, receipts);
}, 120_000);
