// What happens to machines: the disk is full in the middle of the day, and the server's clock is set back by one.

import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LIMIT } from '../../src/lib/domain/limit.ts';
import { SQLITE_FILE } from '../../src/lib/server/db/open-store.ts';
import type { Verdict } from '../../src/lib/sync/entry.ts';
import { buildWardProcess, checkKept, pushTo, startLife, type Sent } from '../fixtures/ward-life.ts';
import {
	eachEngine,
	joinPhone,
	KHANG,
	makeVisit,
	newId,
	openTestWard,
	pullAll,
	type TestPhone,
	type TestWard
} from '../fixtures/ward.ts';

const DAY_MS = 24 * 3600_000;
/** Room that is left when the day begins. */
const ROOM_BYTES = 400 * 1024;
const BATCH = 20;

let folder: string;
beforeAll(async () => void (folder = await buildWardProcess()), 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function makeBatch(test: TestWard, phone: TestPhone, household: string, changes: object = {}): Sent[] {
	const p = { household, seenAt: Date.now(), outcome: 'nobodyHome', ...changes };
	return Array.from({ length: BATCH }, () => phone.entry('visit.add', newId(test), p));
}

it('a process that can write no further says so, lives on, reads, and has kept what it acknowledged', async () => {
	const test = await openTestWard();
	test.pass(Date.now() - test.now());
	const phone = await joinPhone(test, KHANG);
	const household = (await pullAll(phone)).find((row) => row.table === 'household')!.id;
	await test.ward.close();
	const { size } = statSync(join(test.config.dataDir, SQLITE_FILE));
	const saved: Sent[] = [];
	const receipts = new Map<string, Verdict>();
	const push = async (port: number, entries: readonly Sent[]) => {
		const said = await pushTo(phone, port, entries, 61_000);
		for (const verdict of said?.verdicts ?? []) receipts.set(verdict.id, verdict);
		return said?.status;
	};
	const life = await startLife(folder, test.config, 61_000, size + ROOM_BYTES);
	try {
		const statuses: (number | undefined)[] = [];
		const note = 'Chưa gặp, hẹn tối quay lại. '.repeat(8);
		for (let i = 0; i < LIMIT.syncPerMinute - 10 && statuses.at(-1) !== 503; i++) {
			const batch = makeBatch(test, phone, household, { note });
			statuses.push(await push(life.port, batch));
			if (statuses.at(-1) === 200) saved.push(...batch);
		}
		expect(new Set(statuses)).toEqual(new Set([200, 503]));
		expect(life.child.exitCode).toBeNull();
		// the same receipt for what is there: reading goes on
		expect(await push(life.port, saved.slice(0, BATCH))).toBe(200);
	} finally {
		life.child.kill('SIGKILL');
		await life.ended;
	}
	const after = await startLife(folder, test.config, 122_000);
	const more = makeBatch(test, phone, household);
	const said = await pushTo(phone, after.port, more, 122_000);
	for (const verdict of said!.verdicts!) receipts.set(verdict.id, verdict);
	expect(said?.status).toBe(200);
	after.child.kill('SIGKILL');
	await after.ended;
	await checkKept(test.config, [...saved, ...more], receipts);
	rmSync(test.config.dataDir, { recursive: true, force: true });
}, 120_000);

eachEngine('a server’s clock that is set back by a day', (test) => {
	it('costs a phone one refused request, no entry, and no day of waiting', async () => {
		const phone = await joinPhone(test, KHANG);
		const { entries, household } = await makeVisit(test, phone);
		expect((await phone.push(entries)).status).toBe(200);
		// a phone that has just used up its minute
		while ((await phone.pull(0)).status === 200);
		expect((await phone.pull(0)).body.problem?.code).toBe('net.busy');
		const [wrongBefore, late] = [
			test.now(),
			phone.entry('visit.add', newId(test), { household, seenAt: 1, outcome: 'informed' })
		];
		test.pass(-DAY_MS);
		// signed by the clock of before: told the ward's time, and signed again
		const body = JSON.stringify({ protocol: 1, epoch: null, wm: null, cid: phone.cid, now: 0, ids: [entries[0]!.id] });
		const path = '/api/v1/sync/reconcile';
		const refused = await phone.send(path, body, await phone.sign(path, body, wrongBefore));
		expect(refused.body.problem?.code).toBe('net.clock');
		expect((await phone.push([late])).body.res.map(({ s }) => s)).toEqual(['ok']);
		for (let i = 0; i < LIMIT.syncPerMinute - 5; i++) expect((await phone.pull(0)).status).toBe(200);
		expect((await phone.push([...entries, late])).body.res.map(({ s }) => s)).toEqual(['dup', 'dup', 'dup']);
		test.pass(61_000);
		expect((await pullAll(phone)).length).toBeGreaterThan(30);
	});

	it('leaves nobody at the desk locked out for a day, and ends no rule about guessing', async () => {
		const wrong = async () => {
			const said = await test.ward.signIn({ ward: null, username: 'huy', password: 'sai', address: '10.0.0.5' });
			return said.ok ? 'ok' : said.problem.code;
		};
		for (let i = 0; i < LIMIT.signInTriesPerQuarterHour; i++) expect(await wrong()).toBe('staff.badSignIn');
		expect(await wrong()).toBe('staff.tooMany');
		test.pass(-DAY_MS);
		expect(await test.signIn('huy')).not.toBe('');
		for (let i = 0; i < LIMIT.signInTriesPerQuarterHour; i++) expect(await wrong()).toBe('staff.badSignIn');
		expect(await wrong()).toBe('staff.tooMany');
	});
});
