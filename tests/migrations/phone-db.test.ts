// Databases that released builds have left on phones, opened by today's: nothing of them is lost, and no byte of what
// waits is touched before the ward has answered.

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { AreaId, HouseholdId, PersonId, VisitId } from '../../src/lib/domain/id.ts';
import type { OutboxRow } from '../../src/lib/device/db.ts';
import { openSealedDb } from '../../src/lib/device/sealed-db.ts';
import { openDevice } from '../../src/lib/device/device.ts';
import type { Result } from '../../src/lib/domain/problem.ts';
import { problem as problems } from '../../src/lib/ui/words/vi/problem.ts';
import { Browser, makeTools } from '../fixtures/device.ts';
import { WardServer } from '../fixtures/ward-server.ts';

interface SavedStore {
	readonly name: string;
	readonly keyPath: string;
	readonly autoIncrement: boolean;
	readonly indexes: { name: string; keyPath: string; unique: boolean; multiEntry: boolean }[];
	readonly rows: unknown[];
}

interface Saved {
	readonly pin: string;
	readonly ids: Record<
		'ward' | 'volunteer' | 'device' | 'area' | 'household' | 'person' | 'visit' | 'newHousehold',
		string
	>;
	readonly keys: { signing: JsonWebKey; device: string; publicKey: string };
	readonly databases: { name: string; version: number; stores: SavedStore[] }[];
}

const saved: Saved = JSON.parse(readFileSync(new URL('phone-1.json', import.meta.url), 'utf8'));

/** Bytes and keys have no JSON: keys are put back as a browser keeps them, not to be taken out. */
async function revive(value: any): Promise<any> {
	if (Array.isArray(value)) return Promise.all(value.map(revive));
	if (typeof value !== 'object' || value === null) return value;
	if ('$bytes' in value) return new Uint8Array(Buffer.from(value.$bytes, 'base64'));
	if (value.$key === 'ECDSA') {
		const { key_ops: _, ext: __, ...jwk } = saved.keys.signing;
		return crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
	}
	if (value.$key === 'HMAC') {
		const raw = Buffer.from(saved.keys.device, 'base64');
		return crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
	}
	const pairs = Object.entries(value).map(async ([key, item]) => [key, await revive(item)] as const);
	return Object.fromEntries(await Promise.all(pairs));
}

async function putBack(indexedDB: IDBFactory, databases = saved.databases): Promise<void> {
	for (const { name, version, stores } of databases) {
		const rows = await Promise.all(stores.map((store) => revive(store.rows) as Promise<unknown[]>));
		await new Promise<void>((resolve, reject) => {
			const request = indexedDB.open(name, version);
			request.onerror = () => reject(request.error);
			request.onupgradeneeded = () => {
				for (const [i, { name, keyPath, autoIncrement, indexes }] of stores.entries()) {
					const store = request.result.createObjectStore(name, { keyPath, autoIncrement });
					for (const { name, keyPath, ...rest } of indexes) store.createIndex(name, keyPath, rest);
					for (const row of rows[i]!) store.put(row);
				}
			};
			request.onsuccess = () => {
				request.result.close();
				resolve();
			};
		});
	}
}

/** The phone was saved on 2026-11-20: its lease must not be over, on whatever day this runs. */
const AWAY_MS = Date.UTC(2026, 10, 21) - Date.now();
const clock = () => Date.now() + AWAY_MS;

async function openServer(): Promise<WardServer> {
	const server = await WardServer.open();
	server.skewMs = AWAY_MS;
	return server;
}

function take<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(result.problem.code);
	return result.value;
}

it('version 1: shows all, sends what waits as it was written, and leaves its bytes alone until then', async () => {
	const engine = { indexedDB: new IDBFactory(), IDBKeyRange };
	await putBack(engine.indexedDB);
	const { ids, pin } = saved;
	const profileId = `${ids.ward}-${ids.volunteer}`;
	const readOutbox = async (): Promise<readonly OutboxRow[]> => {
		const db = openSealedDb(profileId, engine);
		const { outbox } = await db.readOutbox();
		db.close();
		return outbox;
	};
	const before = await readOutbox();
	expect(before.map(({ format, state, alg }) => [format, state, alg])).toEqual([
		...[1, 1].map((format) => [format, 'closed', 'dek']),
		...[1, 1, 1].map((format) => [format, 'open', 'dek'])
	]);

	const server = await openServer();
	server.take(ids, saved.keys.publicKey);
	server.mood = () => ({ status: 503, body: '' });
	const device = openDevice({ ...makeTools(new Browser(), server.origin, { clock }), engine });
	await vi.waitFor(() => expect(device.phase.kind).toBe('locked'));
	take(await device.unlock(pin));
	expect(device.me).toMatchObject({ volunteer: { name: 'Trần Thị Tình Nguyện' } });
	const { book } = device;
	expect(book.households.get(ids.household as HouseholdId)).toMatchObject({ lane: 'hẻm Bí Mật' });
	expect(book.people.get(ids.person as PersonId)).toMatchObject({ name: 'Người Thử Hai', idTail: '0001' });
	expect(book.visits.get(ids.visit as VisitId)).toMatchObject({ note: 'ghi chú riêng' });
	expect(book.stateOf(ids.visit as VisitId)).toEqual({ state: 'waiting' });
	expect(device.sync).toMatchObject({ waiting: 3, received: 2 });
	expect(await device.readDraft('form')).toEqual({ name: 'Người Nháp' });
	expect(await readOutbox()).toEqual(before);

	server.mood = null;
	take(await device.syncNow());
	expect(device.sync.waiting).toBe(0);
	const sent = server.ward.look().entries.map(({ entry: { id, n, sv, k, e, bv, t } }) => ({ id, n, sv, k, e, bv, t }));
	expect(sent).toEqual(before.slice(2).map(({ id, n, sv, k, e, bv, t }) => ({ id, n, sv, k, e, bv, t })));
	// The ward of this test has never seen the door that the visit is about: it holds it, and says so.
	expect((await readOutbox()).map(({ state }) => state)).toEqual(Array(5).fill('closed'));
	await device.close();
	await server.close();
});

const LATER_ROWS: Readonly<Record<string, readonly object[]>> = {
	outbox: [
		{
			...{
				id: '01a1f677-aa80-7abc-9000-000000000001',
				n: 6,
				sv: 9,
				k: 'journey.add',
				format: 99,
				stamp: 4,
				alg: 'dek'
			},
			...{ e: '01a1f677-aa80-7abc-9000-000000000002', bv: 0, t: '01a1f677aaf8-0009-7d84bee7', state: 'open' },
			...{ savedAt: 1795136400000, c: { $bytes: 'AQID' } }
		}
	],
	record: [
		{
			...{ id: '01a1f677-aa80-7abc-9000-000000000003', table: 'journey', area: 'a', seq: 2, v: 1, deleted: false },
			...{ format: 99, stamp: 4, c: { $bytes: 'AQID' } }
		}
	]
};

async function readAll(
	indexedDB: IDBFactory,
	name: string
): Promise<{ version: number; stores: Record<string, unknown[]> }> {
	const settle = <Value>(request: { result: Value; error: unknown; onsuccess: unknown; onerror: unknown }) =>
		new Promise<Value>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const db = await settle(indexedDB.open(name));
	const names = [...db.objectStoreNames];
	const stores: Record<string, unknown[]> = {};
	for (const one of names) stores[one] = await settle(db.transaction(one).objectStore(one).getAll());
	db.close();
	return { version: db.version, stores };
}

describe('fault 41: back to an older build', () => {
	/** The number that the newer build gave away. */
	const raise = (row: any) => (row.k === 'state' ? { ...row, value: { ...row.value, n: 6 } } : row);
	/** What a build of next year may leave: a later version of each database, a store and rows that we do not know. */
	const later = saved.databases.map(({ name, version, stores }) => ({
		name,
		version: version + 10,
		stores: [
			...stores.map((store) => ({ ...store, rows: [...store.rows.map(raise), ...(LATER_ROWS[store.name] ?? [])] })),
			{ name: 'journey', keyPath: 'id', autoIncrement: false, indexes: [], rows: [{ id: 'j', path: [1, 2, 3] }] }
		]
	}));

	it('works on with what it knows, and leaves the rest as it lies until the newer build is back', async () => {
		const engine = { indexedDB: new IDBFactory(), IDBKeyRange };
		await putBack(engine.indexedDB, later);
		const { ids, pin } = saved;
		const server = await openServer();
		server.take(ids, saved.keys.publicKey);
		const device = openDevice({ ...makeTools(new Browser(), server.origin, { clock }), engine });
		await vi.waitFor(() => expect(device.phase.kind).toBe('locked'));
		take(await device.unlock(pin));
		expect(device.book.households.get(ids.household as HouseholdId)).toMatchObject({ lane: 'hẻm Bí Mật' });
		take(await device.createHousehold({ area: ids.area as AreaId, lane: 'ngõ Mới', number: '1', kind: 'ordinary' }));
		take(await device.syncNow());
		// All that this build can read has arrived; what it cannot read still waits, and somebody is told.
		expect(server.ward.look().entries.map(({ entry }) => entry.n)).toEqual([3, 4, 5, 7]);
		expect(device.sync).toMatchObject({ waiting: 1, problem: { code: 'vault.damaged' } });
		expect(problems['vault.damaged']).toMatch(/Đừng xóa ứng dụng/);
		await device.close();
		await server.close();
		const found = await readAll(engine.indexedDB, later[0]!.name);
		expect(found.version).toBe(later[0]!.version);
		expect(found.stores['journey']).toEqual([{ id: 'j', path: [1, 2, 3] }]);
		for (const name of ['outbox', 'record'])
			expect(found.stores[name]).toEqual(expect.arrayContaining((await revive(LATER_ROWS[name])) as unknown[]));
	});
});
