// What the phone's snapshot must keep: it may make an opening quicker and may never change what is there afterwards.

import { describe, expect, it, vi } from 'vitest';
import type { EntryId, RecordId } from '../../src/lib/domain/id.ts';
import { createPhoneDb, openPhoneDb } from '../../src/lib/device/db.ts';
import { readSealed } from '../../src/lib/device/sealed-read.ts';
import type { OpenStore } from '../../src/lib/device/store-port.ts';
import { openStore } from '../../src/lib/device/store.ts';
import { makeDeviceKeys, makeVault, type Cipher } from '../../src/lib/device/vault.ts';
import { saveEntries } from '../../src/lib/sync/phone.ts';
import { FRESH_STATE } from '../../src/lib/sync/phone-port.ts';
import type { PhoneRecord } from '../../src/lib/sync/record.ts';
import { hashPin } from '../../workers/vault.worker.ts';
import { makeEngine, PIN } from '../fixtures/device.ts';
import { newId, ODD_VALUES, phoneRecord, START } from './samples.ts';

const COST = { memoryKiB: 64, passes: 1 };
const vault = makeDeviceKeys().then(({ keys }) => makeVault(keys, PIN, COST, hashPin));
const goOn = async () => true;
const COUNT = 450;

type Raw = { stamp: number; pages: Uint8Array[] };

/** A phone with records enough for a snapshot, which has been written. */
async function makePhone() {
	const { cipher } = await vault;
	const engine = makeEngine();
	const state = (({ scope: _, ...fresh }) => ({ ...fresh, cid: newId<string>() }))(FRESH_STATE);
	await createPhoneDb('p', engine, state, await cipher.seal({ table: 'meta', id: 'me', v: 0 }, null));
	const opened = vi.fn<(table: string) => void>();
	const counting: Cipher = {
		seal: cipher.seal,
		open(place, sealed) {
			opened(place.table);
			return cipher.open(place, sealed);
		}
	};
	const openTab = () => openStore(openPhoneDb('p', engine), counting, 'ward');
	const records = Array.from({ length: COUNT }, (_, i) =>
		phoneRecord(i % 3 === 0 ? { fields: { ...ODD_VALUES, i }, deleted: i % 9 === 0 } : {})
	);
	const store = await openTab();
	// few at once, as they come while somebody works: many at once would lie in pages (kept-pages.ts)
	for (let at = 0; at < COUNT; at += 40) await write(store, ...records.slice(at, at + 40));
	await store.keepSnapshot(goOn);
	return { engine, openTab, records, store, opened };
}

type Phone = Awaited<ReturnType<typeof makePhone>>;

const write = (store: OpenStore, ...records: PhoneRecord[]) =>
	store.transact(async (tx) => {
		for (const record of records) await tx.writeRecord(record);
	});

/** Opens anew, says what is there and what was opened for it. */
async function reopen({ openTab, opened }: Phone) {
	opened.mockClear();
	const store = await openTab();
	const tables = opened.mock.calls.map(([table]) => table);
	const rows = tables.filter((table) => table !== 'snapshot').length;
	return { store, records: byId(store.records.values()), pages: tables.length - rows, rows };
}

const byId = (records: Iterable<PhoneRecord>) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Changes what lies on the disk behind everybody's back. */
async function changeRaw(
	{ engine }: Phone,
	table: 'meta' | 'record',
	key: string,
	change: (value: any) => unknown
): Promise<void> {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = engine.indexedDB.open('gocua-p');
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	await new Promise<void>((resolve, reject) => {
		const rows = db.transaction(table, 'readwrite').objectStore(table);
		const reading = rows.get(key);
		reading.onsuccess = () => {
			const writing = rows.put(change(reading.result));
			writing.onsuccess = () => resolve();
			writing.onerror = () => reject(writing.error);
		};
	});
	db.close();
}

const changeSnapshot = (phone: Phone, change: (raw: Raw) => Raw) =>
	changeRaw(phone, 'meta', 'snapshot', (row: { k: string; value: Raw }) => ({ ...row, value: change(row.value) }));

describe('the snapshot of the phone', () => {
	it('SN1 opens as many records as the rows hold, each the same, in a few seals', async () => {
		const phone = await makePhone();
		await phone.store.close();
		const again = await reopen(phone);
		expect(again.records).toEqual(byId(phone.records));
		expect(again).toMatchObject({ pages: 5, rows: 0 });
		await again.store.close();
	});

	it('SN2 takes from the rows whatever a later commit wrote or took away, by this tab or another', async () => {
		const phone = await makePhone();
		const other = await phone.openTab();
		const [changed, gone, ...rest] = phone.records as [PhoneRecord, PhoneRecord, ...PhoneRecord[]];
		const now = { ...changed, v: 7, seq: 7, fields: { number: 'mới' } };
		const added = phoneRecord();
		await write(phone.store, now);
		await other.transact((tx) => tx.removeRecord(gone.id));
		await write(other, added);
		await phone.store.close();
		await other.close();
		const again = await reopen(phone);
		expect(again.records).toEqual(byId([now, added, ...rest]));
		expect(again).toMatchObject({ pages: 5, rows: 2 });
		await again.store.close();
	});

	it('SN3 has nothing to say about entries: open ones and numbers come from their rows', async () => {
		const phone = await makePhone();
		const e = newId<RecordId>();
		const draft = { k: 'household.create', e, table: 'household', area: newId(), p: { number: '1' } } as const;
		await phone.store.transact((tx) =>
			saveEntries(tx, [draft as never], { now: START, newId: () => newId<EntryId>() })
		);
		await phone.store.close();
		const { store } = await reopen(phone);
		const open = await store.transact((tx) => tx.listPosted(0, 10));
		expect(open.map((entry) => entry.e)).toEqual([e]);
		expect(store.records.get(e)?.fields).toMatchObject({ number: '1' });
		await store.close();
	});

	it.each([
		[
			'a byte of a page',
			({ stamp, pages }: Raw) => ({ stamp, pages: pages.map((page, i) => (i === 2 ? flip(page) : page)) })
		],
		['the order of its pages', ({ stamp, pages }: Raw) => ({ stamp, pages: pages.toReversed() })],
		['a page left out', ({ stamp, pages }: Raw) => ({ stamp, pages: pages.slice(1) })],
		['its stamp, earlier', ({ stamp, pages }: Raw) => ({ stamp: stamp - 1, pages })],
		['its stamp, later than any commit', ({ stamp, pages }: Raw) => ({ stamp: stamp + 5, pages })],
		['its shape', () => ({}) as Raw]
	])('SN4 is thrown away and all rows are read when somebody changed %s', async (_, change) => {
		const phone = await makePhone();
		await phone.store.close();
		await changeSnapshot(phone, change);
		const again = await reopen(phone);
		expect(again.records).toEqual(byId(phone.records));
		expect(again.rows).toBe(COUNT);
		await again.store.close();
		const third = await reopen(phone);
		expect(third).toMatchObject({ pages: 0, rows: COUNT });
		await third.store.close();
	});

	it('SN5 is of no use once a row is there that neither it nor a later commit knows', async () => {
		const phone = await makePhone();
		await phone.store.close();
		// A row under its old stamp, as from a disk that was put back: what the snapshot says of it is not known.
		await changeRaw(phone, 'record', phone.records[0]!.id, (row) => ({ ...row, id: newId() }));
		const again = await reopen(phone);
		expect(again.rows).toBe(COUNT + 1);
		expect(again.records).toEqual(byId(phone.records));
		expect(again.store.damaged).toBe(1);
		await again.store.close();
	});

	it('SN6 never brings back the older copy of a row that cannot be opened', async () => {
		const phone = await makePhone();
		const [harmed, ...rest] = phone.records as [PhoneRecord, ...PhoneRecord[]];
		await write(phone.store, { ...harmed, v: 2 });
		await phone.store.close();
		await changeRaw(phone, 'record', harmed.id, (row) => ({ ...row, c: flip(row.c) }));
		const again = await reopen(phone);
		expect(again.records).toEqual(byId(rest));
		expect(again.store.damaged).toBe(1);
		// Nor is there a new one as long as a row cannot be opened.
		await write(again.store, ...rest.map((record) => ({ ...record, v: 3 })));
		await again.store.keepSnapshot(goOn);
		await again.store.close();
		expect(await reopen(phone).then(async ({ store, rows }) => (await store.close(), rows))).toBe(COUNT);
	});

	it('SN7 is one commit whole, though others commit while it is sealed', async () => {
		const phone = await makePhone();
		const before = phone.records.map((record) => ({ ...record, v: 2 }));
		await write(phone.store, ...before);
		const after = before.map((record, i) => (i % 2 ? { ...record, v: 3 } : record));
		let isWritten = false;
		await phone.store.keepSnapshot(async () => {
			if (!isWritten) await write(phone.store, ...after.filter((_, i) => i % 2));
			return (isWritten = true);
		});
		await phone.store.close();
		const again = await reopen(phone);
		expect(again.records).toEqual(byId(after));
		expect(again).toMatchObject({ pages: 5, rows: COUNT / 2 });
		await again.store.close();
	});

	it('SN8 a tab that lags behind does not put its own in the place of a newer one', async () => {
		const phone = await makePhone();
		const lagging = await phone.openTab();
		const now = phone.records.map((record) => ({ ...record, v: 2 }));
		await write(lagging, ...now);
		// Sealed before, written after the other one.
		await lagging.keepSnapshot(async () => true);
		const late = phone.records.map((record) => ({ ...record, v: 3 }));
		await phone.store.refresh();
		let isNewerThere = false;
		await phone.store.keepSnapshot(async () => {
			if (!isNewerThere) {
				await write(lagging, ...late);
				await lagging.keepSnapshot(goOn);
			}
			return (isNewerThere = true);
		});
		await phone.store.close();
		await lagging.close();
		const again = await reopen(phone);
		expect(again.records).toEqual(byId(late));
		expect(again).toMatchObject({ pages: 5, rows: 0 });
		await again.store.close();
	});

	it('SN9 is not written when it is disturbed, nor after the lock', async () => {
		const phone = await makePhone();
		await write(phone.store, ...phone.records.map((record) => ({ ...record, v: 2 })));
		await phone.store.keepSnapshot(async () => false);
		await phone.store.keepSnapshot(() => phone.store.close().then(goOn)).catch(() => undefined);
		const again = await reopen(phone);
		expect(again).toMatchObject({ pages: 5, rows: COUNT });
		await again.store.close();
	});

	it('SN9 is not written again for a few rows, and is for many', async () => {
		const phone = await makePhone();
		await write(phone.store, ...phone.records.slice(0, 3).map((record) => ({ ...record, v: 2 })));
		await phone.store.keepSnapshot(goOn);
		await phone.store.close();
		const few = await reopen(phone);
		expect(few.rows).toBe(3);
		await write(few.store, ...phone.records.slice(0, 300).map((record) => ({ ...record, v: 3 })));
		await few.store.keepSnapshot(goOn);
		await few.store.close();
		const many = await reopen(phone);
		expect(many.rows).toBe(0);
		await many.store.close();
	});

	it('SN11 what was read ahead of the key opens as it lies, unless somebody has committed since', async () => {
		const phone = await makePhone();
		const { cipher } = await vault;
		const openAhead = async (commitBetween: boolean) => {
			const db = openPhoneDb('p', phone.engine);
			const ahead = await readSealed(db);
			if (commitBetween) await write(phone.store, { ...phone.records[0]!, v: 7 });
			const asked = vi.spyOn(db, 'readSince');
			const store = await openStore(db, cipher, 'ward', ahead);
			const found = { records: byId(store.records.values()), reads: asked.mock.calls.length };
			await store.close();
			return found;
		};
		expect(await openAhead(false)).toEqual({ records: byId(phone.store.records.values()), reads: 0 });
		const late = await openAhead(true);
		expect(late).toEqual({ records: byId(phone.store.records.values()), reads: 1 });
		expect(late.records.find(({ id }) => id === phone.records[0]!.id)?.v).toBe(7);
		await phone.store.close();
	});

	it('SN10 says nothing in clear', async () => {
		const phone = await makePhone();
		const secret = phoneRecord({ fields: { name: 'Người Thử Kín' } });
		await write(phone.store, secret, ...phone.records.map((record) => ({ ...record, v: 2 })));
		await phone.store.keepSnapshot(goOn);
		let text = '';
		await changeSnapshot(phone, (raw) => {
			text = raw.pages.map((page) => new TextDecoder().decode(page)).join();
			return raw;
		});
		expect(text.length).toBeGreaterThan(10_000);
		for (const clear of ['Người', 'Đình', 'household', secret.id]) expect(text).not.toContain(clear);
		await phone.store.close();
	});
});

function flip(bytes: Uint8Array): Uint8Array {
	return bytes.map((byte, i) => (i === bytes.length - 1 ? byte ^ 1 : byte));
}
