// Databases that released builds have left on phones, opened by today's: nothing of them is lost, and no byte of what
// waits is touched before the ward has answered.

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import type { HouseholdId, PersonId, VisitId } from '../../src/lib/domain/id.ts';
import { openSealedDb, type OutboxRow } from '../../src/lib/device/db.ts';
import { openDevice } from '../../src/lib/device/device.ts';
import type { Result } from '../../src/lib/domain/problem.ts';
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

async function putBack(indexedDB: IDBFactory): Promise<void> {
	for (const { name, version, stores } of saved.databases) {
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

	const server = await WardServer.open();
	server.take(ids, saved.keys.publicKey);
	server.mood = () => ({ status: 503, body: '' });
	const device = openDevice({ ...makeTools(new Browser(), server.origin), engine });
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
