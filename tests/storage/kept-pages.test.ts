// Records that came down together lie in one seal. Whatever happens to them afterwards, in whichever tab, what is there
// must be what a plain list of the same writes says.

import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../src/lib/domain/id.ts';
import { createPhoneDb, openPhoneDb } from '../../src/lib/device/db.ts';
import { eraseReadable, returnLent } from '../../src/lib/device/sealed-db.ts';
import type { OpenStore } from '../../src/lib/device/store-port.ts';
import { openStore } from '../../src/lib/device/store.ts';
import { makeDeviceKeys, makeVault } from '../../src/lib/device/vault.ts';
import { FRESH_STATE } from '../../src/lib/sync/phone-port.ts';
import type { PhoneRecord } from '../../src/lib/sync/record.ts';
import { hashPin } from '../../workers/vault.worker.ts';
import { makeEngine, PIN } from '../fixtures/device.ts';
import { newId, phoneRecord } from './samples.ts';

const vault = makeDeviceKeys().then(({ keys }) => makeVault(keys, PIN, { memoryKiB: 64, passes: 1 }, hashPin));
const MANY = 120;

async function makePhone() {
	const { cipher } = await vault;
	const engine = makeEngine();
	const state = (({ scope: _, ...fresh }) => ({ ...fresh, cid: newId<string>() }))(FRESH_STATE);
	await createPhoneDb('p', engine, state, await cipher.seal({ table: 'meta', id: 'me', v: 0 }, null));
	return { engine, openTab: () => openStore(openPhoneDb('p', engine), cipher, 'ward') };
}

type Phone = Awaited<ReturnType<typeof makePhone>>;

const comeDown = (count: number) =>
	Array.from({ length: count }, (_, i) => phoneRecord({ fields: { number: `${i}` } }));
const fresh = (records: readonly PhoneRecord[]) => records.map((record) => ({ ...record, base: record.fields }));

const write = (store: OpenStore, ...records: readonly PhoneRecord[]) =>
	store.transact(async (tx) => {
		for (const record of records) await tx.writeRecord(record);
	});
const remove = (store: OpenStore, ...records: readonly PhoneRecord[]) =>
	store.transact(async (tx) => {
		for (const { id } of records) await tx.removeRecord(id);
	});

const byId = (records: Iterable<PhoneRecord>) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));

async function reopened({ openTab }: Phone): Promise<{ records: PhoneRecord[]; damaged: number }> {
	const store = await openTab();
	const found = { records: byId(store.records.values()), damaged: store.damaged };
	await store.close();
	return found;
}

/** What lies on the disk, by table; `change` may write instead. */
async function withRaw<Value>(
	{ engine }: Phone,
	table: 'meta' | 'record',
	work: (rows: IDBObjectStore) => IDBRequest<Value>
): Promise<Value> {
	const done = <Result>(request: IDBRequest<Result>) =>
		new Promise<Result>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const db = await done(engine.indexedDB.open('gocua-p'));
	const value = await done(work(db.transaction(table, 'readwrite').objectStore(table)));
	db.close();
	return value;
}

const countRows = (phone: Phone) => withRaw(phone, 'record', (rows) => rows.count());
const listPages = async (phone: Phone) =>
	((await withRaw(phone, 'meta', (rows) => rows.getAllKeys())) as string[]).filter((key) => key.startsWith('page:'));

describe('records that came down together', () => {
	it('KP1 lie in one seal and in no row, and open as they were; a few lie in rows', async () => {
		const phone = await makePhone();
		const [many, few] = [fresh(comeDown(MANY)), fresh(comeDown(3))];
		const store = await phone.openTab();
		await write(store, ...many);
		await write(store, ...few);
		expect(await listPages(phone)).toHaveLength(1);
		expect(await countRows(phone)).toBe(few.length);
		await store.close();
		expect(await reopened(phone)).toEqual({ records: byId([...many, ...few]), damaged: 0 });
	});

	it('KP2 say nothing in clear, their names no more than their fields', async () => {
		const phone = await makePhone();
		const store = await phone.openTab();
		const many = fresh(comeDown(MANY));
		await write(store, ...many);
		const [key] = await listPages(phone);
		const row = (await withRaw(phone, 'meta', (rows) => rows.get(key!))) as { k: string; value: Uint8Array };
		const text = row.k + new TextDecoder().decode(row.value);
		expect(text.length).toBeGreaterThan(5_000);
		for (const clear of ['household', 'number', many[0]!.id, many[0]!.area]) expect(text).not.toContain(clear);
		await store.close();
	});

	it('KP3 give way to a row of their own once changed, and do not come back when that goes', async () => {
		const phone = await makePhone();
		const [changed, gone, both, ...rest] = fresh(comeDown(MANY)) as [PhoneRecord, PhoneRecord, PhoneRecord];
		const store = await phone.openTab();
		await write(store, changed, gone, both, ...rest);
		const now = { ...changed, v: 2, fields: { number: 'mới' } };
		await write(store, now, { ...both, v: 2, fields: { number: 'hai' } });
		await remove(store, gone);
		await remove(store, both);
		await store.close();
		expect(await reopened(phone)).toEqual({ records: byId([now, ...rest]), damaged: 0 });
		expect(await countRows(phone)).toBe(1);
	});

	it('KP4 are seen by another tab, come and gone', async () => {
		const phone = await makePhone();
		const [here, there] = [await phone.openTab(), await phone.openTab()];
		const many = fresh(comeDown(MANY));
		await write(here, ...many);
		await there.refresh();
		expect(byId(there.records.values())).toEqual(byId(many));
		await remove(there, ...many.slice(0, 100));
		await here.refresh();
		expect(byId(here.records.values())).toEqual(byId(many.slice(100)));
		await remove(here, ...many.slice(100));
		await there.refresh();
		expect([...there.records]).toEqual([]);
		expect(await listPages(phone)).toEqual([]);
		for (const store of [here, there]) await store.close();
	});

	it.each(['a byte', 'its place'])(
		'KP5 are asked for again when %s was changed; the other pages stay',
		async (what) => {
			const phone = await makePhone();
			const [first, second] = [fresh(comeDown(MANY)), fresh(comeDown(MANY))];
			const store = await phone.openTab();
			await write(store, ...first);
			await store.transact((tx) => tx.writeState({ cur: 9 }));
			await write(store, ...second);
			await store.close();
			const keys = (await listPages(phone)).sort();
			const [one, two] = await Promise.all(
				keys.map((key) => withRaw<{ k: string; value: Uint8Array }>(phone, 'meta', (rows) => rows.get(key)))
			);
			const value = what === 'a byte' ? one!.value.map((byte, i) => (i === 30 ? byte ^ 1 : byte)) : two!.value;
			await withRaw(phone, 'meta', (rows) => rows.put({ k: keys[0], value }));
			const again = await phone.openTab();
			expect({ records: byId(again.records.values()), damaged: again.damaged }).toEqual({
				records: byId(second),
				damaged: 1
			});
			// any commit lets the page go and asks from the beginning, in one
			await write(again, ...fresh(comeDown(1)));
			expect(again.damaged).toBe(0);
			expect(again.state.cur).toBe(0);
			await write(again, ...first);
			const all = byId(again.records.values());
			await again.close();
			expect(await reopened(phone)).toEqual({ records: all, damaged: 0 });
		}
	);

	it('KP6 go back to the ward with what it lent, and with an erase', async () => {
		const phone = await makePhone();
		const store = await phone.openTab();
		await write(store, ...fresh(comeDown(MANY)));
		expect(await returnLent('p', phone.engine, () => true)).toBe(true);
		await store.refresh();
		expect([...store.records]).toEqual([]);
		expect(await listPages(phone)).toEqual([]);
		await write(store, ...fresh(comeDown(MANY)));
		expect(await listPages(phone)).toHaveLength(1);
		await eraseReadable('p', phone.engine);
		expect(await listPages(phone)).toEqual([]);
		await store.close();
	});

	it('KP7 are cut at what one answer of the ward may hold', async () => {
		const phone = await makePhone();
		const store = await phone.openTab();
		const many = fresh(comeDown(1_001));
		await write(store, ...many);
		expect(await listPages(phone)).toHaveLength(3);
		await store.close();
		expect((await reopened(phone)).records).toEqual(byId(many));
	});

	it.each(Array.from({ length: 12 }, (_, seed) => seed))(
		'KP8 are, after any writes in any tab, what a plain list says (seed %i)',
		async (seed) => {
			const phone = await makePhone();
			const next = makeRandom(seed);
			const model = new Map<RecordId, PhoneRecord>();
			let tabs = [await phone.openTab(), await phone.openTab()];
			const pick = () => [...model.values()].filter(() => next() < 0.2);
			for (let step = 0; step < 25; step++) {
				const at = next() < 0.5 ? 0 : 1;
				const tab = tabs[at]!;
				const what = next();
				if (what < 0.3) {
					const some = fresh(comeDown(next() < 0.7 ? 60 + Math.floor(next() * 40) : 3));
					await write(tab, ...some);
					for (const record of some) model.set(record.id, record);
				} else if (what < 0.55) {
					const some = pick().map((record) => ({ ...record, v: record.v + 1, fields: { number: `${step}` } }));
					await write(tab, ...some);
					for (const record of some) model.set(record.id, record);
				} else if (what < 0.75) {
					const some = pick();
					await remove(tab, ...some);
					for (const { id } of some) model.delete(id);
				} else if (what < 0.85) {
					await tab.keepSnapshot(async () => true);
				} else {
					await tab.close();
					tabs = tabs.with(at, await phone.openTab());
				}
				await tabs[1 - at]!.refresh();
				for (const each of tabs) expect(byId(each.records.values())).toEqual(byId(model.values()));
			}
			for (const each of tabs) await each.close();
			expect(await reopened(phone)).toEqual({ records: byId(model.values()), damaged: 0 });
		}
	);
});

function makeRandom(seed: number): () => number {
	let state = seed * 2_654_435_761 + 1;
	return () => {
		state = (Math.imul(state ^ (state >>> 15), 2_246_822_507) + 0x9e3779b9) | 0;
		return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
	};
}
