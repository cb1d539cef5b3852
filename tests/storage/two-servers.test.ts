// Several servers on one PostgreSQL database, and a database whose connections break while phones are pushing: nothing is
// lost, nothing counts twice, no server ends. (Two servers on one SQLite file: kill.test.ts, WS24.)

import { rmSync } from 'node:fs';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Verdict } from '../../src/lib/sync/entry.ts';
import { makeAppRole } from '../fixtures/app-role.ts';
import { startPostgres, type TestPostgres } from '../fixtures/postgres.ts';
import { buildWardProcess, checkKept, pushTo, startLife, type Life, type Sent } from '../fixtures/ward-life.ts';
import { joinPhone, KHANG, newId, openTestWard, pullAll, type TestPhone, type TestWard } from '../fixtures/ward.ts';

const SERVERS = 2;
const BATCH = 5;
const BATCHES = 20;
const ROUNDS = 12;

let postgres: TestPostgres;
let folder: string;
let test: TestWard;
let phone: TestPhone;
let household: string;
let servers: Life[];
beforeAll(async () => {
	folder = await buildWardProcess();
	postgres = await startPostgres();
}, 120_000);
afterAll(async () => {
	await postgres.stop();
	rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
	test = await openTestWard(await makeAppRole(await postgres.makeDatabase()));
	// the processes go by the wall's clock; the phone's join lies before
	test.pass(Date.now() - test.now());
	phone = await joinPhone(test, KHANG);
	household = (await pullAll(phone)).find((row) => row.table === 'household')!.id;
	await test.ward.close();
	servers = [];
	for (let i = 0; i < SERVERS; i++) servers.push(await startLife(folder, test.config, 61_000));
});
afterEach(async () => {
	for (const { child, ended } of servers) {
		child.kill('SIGKILL');
		await ended;
	}
	await test.close();
});

function makeBatch(): Sent[] {
	const p = { household, seenAt: Date.now(), outcome: 'nobodyHome' };
	return Array.from({ length: BATCH }, () => phone.entry('visit.add', newId(test), p));
}

/** A receipt never changes, whoever gives it and however often. */
function keep(receipts: Map<string, Verdict>, verdicts: readonly Verdict[]): void {
	for (const verdict of verdicts) {
		const first = receipts.get(verdict.id);
		if (first) expect([verdict.seq, verdict.s]).toEqual([first.seq, 'dup']);
		receipts.set(verdict.id, first ?? verdict);
	}
}

it('WS24 two processes on one PostgreSQL lose nothing and double nothing, also what both get at once', async () => {
	const receipts = new Map<string, Verdict>();
	const oks = new Map<string, number>();
	const batches = Array.from({ length: BATCHES }, makeBatch);
	await Promise.all(
		batches.flatMap((batch, i) =>
			servers.map(async ({ port }, at) => {
				if (i < BATCHES / 2 && at !== i % SERVERS) return;
				const said = await pushTo(phone, port, batch, 61_000);
				expect(said?.status).toBe(200);
				for (const verdict of said!.verdicts!) {
					const first = receipts.get(verdict.id);
					if (first) expect(verdict.seq).toBe(first.seq);
					receipts.set(verdict.id, first ?? verdict);
					if (verdict.s === 'ok') oks.set(verdict.id, (oks.get(verdict.id) ?? 0) + 1);
				}
			})
		)
	);
	const saved = batches.flat();
	expect(saved.map(({ id }) => oks.get(id))).toEqual(saved.map(() => 1));
	await checkKept(test.config, saved, receipts);
});

it(`connections that the database cuts in ${ROUNDS} rounds of pushes are told as weather; both servers live on`, async () => {
	const admin = new pg.Client({ connectionString: test.config.databaseUrl! });
	await admin.connect();
	const cut = () =>
		admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
			where datname = current_database() and pid <> pg_backend_pid()`);
	const receipts = new Map<string, Verdict>();
	const saved: Sent[] = [];
	const statuses: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const batches = Array.from({ length: 2 }, makeBatch);
		saved.push(...batches.flat());
		const pushes = batches.map((batch, at) => pushTo(phone, servers[at]!.port, batch, 61_000));
		await new Promise((resolve) => setTimeout(resolve, (round * 3) % 20));
		await cut();
		for (const said of await Promise.all(pushes)) {
			// null would be a server that went away
			expect(said).not.toBeNull();
			statuses.push(said!.status);
			keep(receipts, said!.verdicts ?? []);
		}
	}
	await admin.end();
	expect(new Set(statuses)).toEqual(new Set([200, 503]));
	// what was not acknowledged is sent again, to the other server; it may well have been kept
	for (let at = 0; at < saved.length; at += BATCH) {
		if (receipts.has(saved[at]!.id)) continue;
		const again = await pushTo(phone, servers[(at / BATCH + 1) % SERVERS]!.port, saved.slice(at, at + BATCH), 61_000);
		expect(again?.status).toBe(200);
		for (const verdict of again!.verdicts!) receipts.set(verdict.id, verdict);
	}
	expect(saved.filter(({ id }) => !receipts.has(id))).toEqual([]);
	await checkKept(test.config, saved, receipts);
	expect(servers.map(({ child }) => child.exitCode)).toEqual([null, null]);
});
