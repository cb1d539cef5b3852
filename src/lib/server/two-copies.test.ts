// Two servers run on two copies of one store, and a phone meets now the one and now the other: each ends up with all that
// the phone has written, once.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Browser, makeTools, PIN } from '../../../tests/fixtures/device.ts';
import { KHANG, openTestWard, type TestWard } from '../../../tests/fixtures/ward.ts';
import { openWardFetch, ORIGIN } from '../../../tests/fixtures/ward-fetch.ts';
import { openDevice, type Device } from '../device/device.ts';
import type { Result } from '../domain/problem.ts';
import { readConfig, type Config } from './config.ts';
import { openStoreAsIs } from './db/open-store.ts';
import { openWard } from './open.ts';
import type { Ward } from './ward.ts';

let test: TestWard;
let other: { readonly ward: Ward; readonly config: Config };
let device: Device;
let isAway = false;

beforeEach(async () => {
	isAway = false;
	test = await openTestWard();
	const [here, there] = [
		openWardFetch(test, []),
		openWardFetch(
			{
				get ward() {
					return other.ward;
				}
			},
			[]
		)
	];
	const fetch: typeof globalThis.fetch = (address, init) => (isAway ? there : here)(address, init);
	device = openDevice(makeTools(new Browser(), ORIGIN, { clock: test.now, fetch }));
	await vi.waitFor(() => expect(device.phase.kind).toBe('new'));
	take(await device.join(take(await device.lookAtInvitation(await test.invite(KHANG))), test.now(), PIN));
	take(await device.syncNow());
});
afterEach(async () => {
	await device.close();
	await other.ward.close();
	await test.close();
	rmSync(other.config.dataDir, { recursive: true, force: true });
});

function take<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(`${result.problem.code} ${result.problem.at ?? ''}`);
	return result.value;
}

/** The copy begins to work beside the store that it was made of. */
async function splitInTwo(): Promise<void> {
	const dataDir = mkdtempSync(join(tmpdir(), 'gocua-copy-'));
	await test.reopen(async () => cpSync(test.config.dataDir, dataDir, { recursive: true }));
	const config = readConfig({ DATA_DIR: dataDir });
	other = { config, ward: await openWard(config, { clock: test.now, version: 'test' }) };
}

/** Numbers of the doors in this test's lane, as the store has them. */
async function listDoors(config: Config): Promise<string[]> {
	const store = openStoreAsIs(config);
	const rows = await store.db.selectFrom('record').select('body').where('tbl', '=', 'household').execute();
	await store.close();
	return rows.flatMap(({ body }) => {
		const { lane, number } = JSON.parse(body);
		return lane === 'ngõ Hai Máy' ? [number as string] : [];
	});
}

async function save(number: string): Promise<void> {
	const area = device.book.areas.find(({ assigned }) => assigned)!.id;
	take(await device.createHousehold({ area, lane: 'ngõ Hai Máy', number, kind: 'ordinary' }));
	take(await device.syncNow());
	expect(device.sync).toMatchObject({ waiting: 0, problem: null });
}

it('fault 36: a phone that meets both brings to each what the other has, and nothing twice', async () => {
	await save('1');
	await splitInTwo();
	await save('2');
	isAway = true;
	await save('3');
	expect((await listDoors(other.config)).toSorted()).toEqual(['1', '2', '3']);
	isAway = false;
	await save('4');
	expect((await listDoors(test.config)).toSorted()).toEqual(['1', '2', '3', '4']);
	isAway = true;
	await save('5');
	isAway = false;
	take(await device.syncNow());
	const all = ['1', '2', '3', '4', '5'];
	for (const { config } of [test, other]) expect((await listDoors(config)).toSorted()).toEqual(all);
	const shown = [...device.book.households.values()].filter(({ lane }) => lane === 'ngõ Hai Máy');
	expect(shown.map(({ number }) => number).toSorted()).toEqual(all);
	// The desk of the copy sees that its history is not the one that phones were told of.
	const store = openStoreAsIs(other.config);
	const incidents = await store.db.selectFrom('incident').select('kind').execute();
	await store.close();
	expect(incidents.map(({ kind }) => kind)).toContain('timeTravel');
});
