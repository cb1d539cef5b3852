import { IDBDatabase, IDBObjectStore } from 'fake-indexeddb';
import { expect, it, vi } from 'vitest';
import type { EntryId, RecordId } from '../../src/lib/domain/id.ts';
import { createPhoneDb, openPhoneDb } from '../../src/lib/device/db.ts';
import type { Engine } from '../../src/lib/device/door.ts';
import type { OpenStore } from '../../src/lib/device/store-port.ts';
import { openStore } from '../../src/lib/device/store.ts';
import { makeDeviceKeys, makeVault, type Cipher } from '../../src/lib/device/vault.ts';
import { saveEntries } from '../../src/lib/sync/phone.ts';
import { FRESH_STATE } from '../../src/lib/sync/phone-port.ts';
import { hashPin } from '../../workers/vault.worker.ts';
import { makeEngine, PIN } from '../fixtures/device.ts';
import { makeWardKeys } from '../fixtures/ward-keys.ts';
import { phoneLaws } from './phone-laws.ts';
import { makeEntry, newId, ODD_VALUES, phoneRecord, START } from './samples.ts';

const WARD = newId<string>();
const COST = { memoryKiB: 64, passes: 1 };
const vault = makeDeviceKeys().then(({ keys }) => makeVault(keys, PIN, COST, hashPin));

interface Disk {
	readonly engine: Engine;
	readonly cipher: Cipher;
	openTab(): Promise<OpenStore>;
}

async function makeDisk(): Promise<Disk> {
	const { cipher } = await vault;
	const engine = makeEngine();
	const { scope: _, ...fresh } = FRESH_STATE;
	const state = { ...fresh, cid: newId() };
	await createPhoneDb('p', engine, state, await cipher.seal({ table: 'meta', id: 'me', v: 0 }, null));
	return { engine, cipher, openTab: () => openStore(openPhoneDb('p', engine), cipher, WARD) };
}

phoneLaws('dexie', async () => {
	const disk = await makeDisk();
	let store = await disk.openTab();
	return {
		store,
		async reopen() {
			await store.close();
			return (store = await disk.openTab());
		},
		close: () => store.close()
	};
});

const save = (store: OpenStore, e: RecordId) =>
	store.transact((tx) =>
		saveEntries(tx, [{ k: 'household.create', e, table: 'household', area: newId(), p: { number: '1' } }], {
			now: START,
			newId: () => newId<EntryId>()
		})
	);

it('two tabs on one database never give a number twice, nor lose what the other wrote', async () => {
	const disk = await makeDisk();
	const [left, right] = [await disk.openTab(), await disk.openTab()];
	await Promise.all(Array.from({ length: 20 }, (_, i) => save(i % 2 ? left : right, newId<RecordId>())));
	for (const tab of [left, right]) {
		const { state, open } = await tab.transact(async (tx) => ({
			state: await tx.readState(),
			open: await tx.listPosted(0, 100)
		}));
		expect(state.n).toBe(20);
		expect(open.map(({ n }) => n)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
		expect(tab.records.size).toBe(20);
	}
	await left.close();
	await right.close();
});

it('a tab takes in what another one wrote, closed and took away', async () => {
	const disk = await makeDisk();
	const [left, right] = [await disk.openTab(), await disk.openTab()];
	const [stays, goes] = [phoneRecord(), phoneRecord()];
	await left.transact(async (tx) => {
		await tx.writeRecord(stays);
		await tx.writeRecord(goes);
	});
	await right.refresh();
	expect(right.records.size).toBe(2);
	const entry = makeEntry({ n: 1, e: stays.id });
	await right.transact(async (tx) => {
		await tx.removeRecord(goes.id);
		await tx.addEntry({ entry, state: 'open', savedAt: START });
	});
	await right.transact((tx) => tx.closeEntry({ id: entry.id, s: 'ok', seq: 5, v: 1 }, START));
	const changes: unknown[] = [];
	left.onChange((change, isOwn) => changes.push([change, isOwn]));
	await left.refresh();
	expect([...left.records.keys()]).toEqual([stays.id]);
	expect(left.notesOf(stays.id)).toMatchObject([{ n: 1, state: 'closed', verdict: { seq: 5 } }]);
	expect(changes).toEqual([[new Set([goes.id, stays.id]), false]]);
	await left.close();
	await right.close();
});

it('runs the work again, on what is there then, when another tab came first', async () => {
	const disk = await makeDisk();
	const [left, right] = [await disk.openTab(), await disk.openTab()];
	const seen: number[] = [];
	await left.transact(async (tx) => {
		const { cur } = await tx.readState();
		seen.push(cur);
		if (seen.length === 1) await right.transact((other) => other.writeState({ cur: 5 }));
		await tx.writeState({ cur: cur + 1 });
	});
	expect(seen).toEqual([0, 5]);
	expect(await right.transact(async (tx) => (await tx.readState()).cur)).toBe(6);
	await left.close();
	await right.close();
});

it('counts a row whose bytes were changed, leaves it where it is and shows the rest', async () => {
	const disk = await makeDisk();
	const store = await disk.openTab();
	const [sound, harmed] = [phoneRecord(), phoneRecord()];
	await store.transact(async (tx) => {
		await tx.writeRecord(sound);
		await tx.writeRecord(harmed);
	});
	await store.close();
	await changeRow(disk.engine, harmed.id, (row) => ({ ...row, v: row.v + 1 }));
	const again = await disk.openTab();
	expect([...again.records.keys()]).toEqual([sound.id]);
	expect(again.damaged).toBe(1);
	await again.transact((tx) => tx.writeRecord({ ...harmed, v: 9 }));
	expect(again.damaged).toBe(0);
	await again.close();
});

it('seals what was written before the ward had a key, and sends what it can no longer read', async () => {
	const disk = await makeDisk();
	const ward = await makeWardKeys('2027-1');
	const store = await disk.openTab();
	const [early, late] = [makeEntry({ n: 1, p: ODD_VALUES }), makeEntry({ n: 2 })];
	const add = (entry: typeof early) => store.transact((tx) => tx.addEntry({ entry, state: 'open', savedAt: START }));
	const list = (tab: OpenStore) => tab.transact((tx) => tx.listPosted(0, 9));
	await add(early);
	await store.sealWaiting();
	expect(await list(store)).toMatchObject([{ body: { alg: 'plain', p: ODD_VALUES } }]);
	await store.transact((tx) => tx.writeState({ keys: ward.keys }));
	await add(late);
	await store.sealWaiting();
	const sealed = await list(store);
	for (const [i, entry] of [early, late].entries()) {
		expect(sealed[i]).toMatchObject({ id: entry.id, body: { alg: 'hpke', kid: '2027-1' } });
		expect(await ward.open(WARD, sealed[i]!, sealed[i]!.body)).toEqual(entry.p);
		// Under another head, or to another ward, it is of no use.
		await expect(ward.open(WARD, { ...sealed[i]!, e: newId() }, sealed[i]!.body)).rejects.toThrow();
		await expect(ward.open(newId(), sealed[i]!, sealed[i]!.body)).rejects.toThrow();
	}
	await store.close();
	await changeRow(disk.engine, 1, (row) => ({ ...row, c: row.c.map((byte: number) => byte ^ 1) }), 'outbox');
	const again = await disk.openTab();
	expect(again.damaged).toBe(1);
	expect(await list(again)).toEqual(sealed);
	await again.close();
});

it('says that the vault is damaged when the browser has emptied the database', async () => {
	const { cipher } = await vault;
	await expect(openStore(openPhoneDb('gone', makeEngine()), cipher, WARD)).rejects.toMatchObject({
		problem: { code: 'vault.damaged' }
	});
});

it('opens the connection again when the browser has dropped it', async () => {
	const disk = await makeDisk();
	const store = await disk.openTab();
	await save(store, newId<RecordId>());
	// Another connection that wants a newer version makes ours let go, as iOS does in the background.
	await closeConnections(disk.engine);
	await save(store, newId<RecordId>());
	expect(await store.transact(async (tx) => (await tx.readState()).n)).toBe(2);
	await store.close();
});

it('a save is one strict transaction, and is told only when that is complete', async () => {
	const disk = await makeDisk();
	const store = await disk.openTab();
	const order: string[] = [];
	const open = IDBDatabase.prototype.transaction;
	const opened = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
		this: IDBDatabase,
		...asked
	) {
		const trx = open.apply(this, asked);
		trx.addEventListener('complete', () => order.push('complete'));
		return trx;
	});
	await save(store, newId<RecordId>()).then(() => order.push('told'));
	expect(order).toEqual(['complete', 'told']);
	expect(opened.mock.calls.map(([, mode, how]) => [mode, how])).toEqual([['readwrite', { durability: 'strict' }]]);
	opened.mockRestore();
	await store.close();
});

it('says that the disk is full, and keeps nothing of what did not fit', async () => {
	const disk = await makeDisk();
	const store = await disk.openTab();
	const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
		throw new DOMException('no room', 'QuotaExceededError');
	});
	await expect(save(store, newId<RecordId>())).rejects.toMatchObject({ problem: { code: 'store.full' } });
	full.mockRestore();
	expect(await store.transact((tx) => tx.countOpen())).toBe(0);
	expect(store.records.size).toBe(0);
	await save(store, newId<RecordId>());
	expect(await store.transact(async (tx) => (await tx.readState()).n)).toBe(1);
	await store.close();
});

function openRaw(engine: Engine): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = engine.indexedDB.open('gocua-p');
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

async function changeRow(
	engine: Engine,
	id: string | number,
	change: (row: any) => unknown,
	table = 'record'
): Promise<void> {
	const db = await openRaw(engine);
	await new Promise<void>((resolve) => {
		const rows = db.transaction(table, 'readwrite').objectStore(table);
		rows.get(id).onsuccess = ({ target }) => {
			rows.put(change((target as IDBRequest).result)).onsuccess = () => resolve();
		};
	});
	db.close();
}

/** Every connection hears `versionchange` and lets go; the wish itself is taken back. */
async function closeConnections(engine: Engine): Promise<void> {
	await new Promise<void>((resolve) => {
		const request = engine.indexedDB.open('gocua-p', 1000);
		request.onupgradeneeded = () => request.transaction?.abort();
		request.onerror = () => resolve();
	});
}
