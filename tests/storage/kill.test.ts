// The server is killed outright in the middle of pushes, fifty times: what it had acknowledged is there, what it had not
// may be sent again, nothing counts twice, and the chain over everything holds (faults 26 to 29). Then two servers at once
// work on the same store (fault 36).

import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROTOCOL } from '../../src/lib/contract/version.ts';
import type { WardId } from '../../src/lib/domain/id.ts';
import { LIMIT } from '../../src/lib/domain/limit.ts';
import { findChainBreak } from '../../src/lib/server/chain.ts';
import { openStore } from '../../src/lib/server/db/open-store.ts';
import { openVault } from '../../src/lib/server/site.ts';
import type { PushAnswer, Verdict } from '../../src/lib/sync/entry.ts';
import { joinPhone, KHANG, newId, openTestWard, pullAll, type TestPhone, type TestWard } from '../fixtures/ward.ts';
import { Random } from '../world/random.ts';

const ROOT = join(import.meta.dirname, '../..');
const KILLS = 50;
const BATCHES = 4;
const BATCH = 5;
/** Every life of the server plays another minute, so that the limit of requests does not end the test. */
const LIFE_MS = 61_000;
const random = new Random(20261120);

let test: TestWard;
let phone: TestPhone;
let household: string;
/** Inside the project, so that the bundle finds the packages. */
const room = join(ROOT, 'tests/.tmp');
mkdirSync(room, { recursive: true });
const folder = mkdtempSync(join(room, 'kill-'));

beforeAll(async () => {
	await build({
		configFile: false,
		root: ROOT,
		publicDir: false,
		logLevel: 'error',
		resolve: { alias: { $lib: join(ROOT, 'src/lib') } },
		build: { ssr: join(ROOT, 'tests/fixtures/ward-process.ts'), outDir: folder, target: 'node20' }
	});
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

interface Life {
	readonly child: ChildProcess;
	readonly port: number;
	readonly ended: Promise<unknown>;
}

async function start(aheadMs: number): Promise<Life> {
	const env = { ...process.env, DATA_DIR: test.config.dataDir, AHEAD_MS: String(aheadMs) };
	const child = fork(join(folder, 'ward-process.js'), { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
	const ended = new Promise((resolve) => child.once('exit', resolve));
	const port = await new Promise<number>((resolve, reject) => {
		child.once('message', (said) => resolve(Number(said)));
		child.once('exit', (code) => reject(new Error(`the ward ended with ${code}`)));
	});
	return { child, port, ended };
}

type Sent = ReturnType<TestPhone['entry']>;

/** The verdicts, or null when the server went away before it had said them all. */
async function push(port: number, entries: readonly Sent[], aheadMs: number): Promise<readonly Verdict[] | null> {
	const sum = createHash('sha256').update(JSON.stringify(entries)).digest('hex');
	const known = { protocol: PROTOCOL, epoch: null, wm: null, cid: phone.cid, pend: 0, maxN: 0, now: 0 };
	const body = JSON.stringify({ ...known, entries, sum });
	const headers = await phone.sign('/api/v1/sync/push', body, Date.now() + aheadMs);
	try {
		const response = await fetch(`http://127.0.0.1:${port}/api/v1/sync/push`, {
			method: 'POST',
			body,
			headers: { 'content-type': 'application/json', 'x-ward-sync': '1', ...headers }
		});
		expect(response.status).toBe(200);
		return ((await response.json()) as PushAnswer).res;
	} catch (error) {
		// killed: nothing was said, so nothing is believed
		if (error instanceof TypeError || error instanceof SyntaxError) return null;
		throw error;
	}
}

/** Everything that was acknowledged is there once, under its receipt, in a chain without a hole. */
async function checkStore(saved: readonly Sent[], receipts: ReadonlyMap<string, Verdict>): Promise<void> {
	const store = await openStore({ dataDir: test.config.dataDir, databaseUrl: null });
	const { db } = store;
	const { id: ward, seq } = await db.selectFrom('ward').select(['id', 'seq']).executeTakeFirstOrThrow();
	expect(await findChainBreak(db, openVault(test.config, Date.now), ward as WardId)).toBeNull();
	const changes = await db.selectFrom('change').select(['seq', 'entry_id', 'record_id', 'v']).orderBy('seq').execute();
	expect(changes.map((change) => change.seq)).toEqual(Array.from({ length: seq }, (_, i) => i + 1));
	const own = changes.filter((change) => receipts.has(change.entry_id));
	expect(own).toHaveLength(saved.length);
	expect(own.every((change) => change.v === 1 && receipts.get(change.entry_id)?.seq === change.seq)).toBe(true);
	const visits = await db.selectFrom('record').select('id').where('tbl', '=', 'visit').execute();
	const kept = new Set(visits.map((visit) => visit.id));
	expect(saved.filter((entry) => !kept.has(entry.e))).toEqual([]);
	const rows = await db.selectFrom('visit_row').select('id').execute();
	expect(new Set(rows.map((row) => row.id))).toEqual(kept);
	await store.close();
}

it(`WS21 loses nothing and doubles nothing when the server is killed ${KILLS} times in the middle of pushes`, async () => {
	const open: Sent[] = [];
	const receipts = new Map<string, Verdict>();
	const saved: Sent[] = [];
	let inFlight = 0;
	for (let life = 0; life <= KILLS; life++) {
		const ahead = life * LIFE_MS;
		const isLast = life === KILLS;
		const { child, port, ended } = await start(ahead);
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

	await checkStore(saved, receipts);
}, 240_000);

it('WS24 loses nothing and doubles nothing when two servers work on one store', async () => {
	const ahead = (KILLS + 1) * LIFE_MS;
	const servers = [await start(ahead), await start(ahead)];
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
	await checkStore(saved, receipts);
}, 120_000);
