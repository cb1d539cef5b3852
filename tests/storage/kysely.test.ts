// The ward's store on SQLite (file and memory) and on PostgreSQL keeps the same laws as the one in memory.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { WardId } from '../../src/lib/domain/id.ts';
import { openStore, openStoreInMemory, type Store } from '../../src/lib/server/db/open-store.ts';
import { inBatch } from '../../src/lib/server/db/batch-tx.ts';
import { KyselyWardStore, type KyselyWardTx } from '../../src/lib/server/db/ward-store.ts';
import type { WardStore } from '../../src/lib/sync/ward-port.ts';
import { makeAppRole } from '../fixtures/app-role.ts';
import { startPostgres, type TestPostgres } from '../fixtures/postgres.ts';
import { newId, START } from './samples.ts';
import { wardLaws, type OpenWard } from './ward-laws.ts';

/** A ward of its own in a store that others may share. */
async function insertWard(store: Store): Promise<WardId> {
	const id = newId<WardId>();
	const join_tag = id.slice(-8);
	const row = { id, name: 'w', join_tag, seq: 0, head: '', epoch: newId<string>(), min_seq: 0, created_at: START };
	await store.db
		.insertInto('ward')
		.values({ ...row, key_check: '', is_demo: 0 })
		.execute();
	return id;
}

async function openWard(
	open: () => Promise<Store>,
	canReopen: boolean,
	drop: () => void = () => {}
): Promise<OpenWard> {
	let store = await open();
	const ward = await insertWard(store);
	const clock = () => START;
	return {
		store: new KyselyWardStore(store, ward, clock),
		async reopen() {
			if (canReopen) {
				await store.close();
				store = await open();
			}
			return new KyselyWardStore(store, ward, clock);
		},
		async close() {
			await store.close();
			drop();
		}
	};
}

/** The same store seen through what gathers the work of a batch. */
function gather(ward: OpenWard): OpenWard {
	const wrap = (store: WardStore): WardStore => ({
		transact: (work) => store.transact((tx) => inBatch(tx as KyselyWardTx, [], work))
	});
	return { store: wrap(ward.store), reopen: async () => wrap(await ward.reopen()), close: () => ward.close() };
}

wardLaws('SQLite in memory', () => openWard(openStoreInMemory, false));
wardLaws('SQLite in memory, gathered', async () => gather(await openWard(openStoreInMemory, false)));

wardLaws('SQLite in a file', () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'ward-'));
	const open = () => openStore({ dataDir, databaseUrl: null });
	return openWard(open, true, () => rmSync(dataDir, { recursive: true }));
});

describe('PostgreSQL', () => {
	let postgres: TestPostgres;
	let databaseUrl: string;
	beforeAll(async () => {
		postgres = await startPostgres();
		databaseUrl = await makeAppRole(await postgres.makeDatabase());
	});
	afterAll(() => postgres.stop());
	const openIt = () => openWard(() => openStore({ dataDir: '', databaseUrl }), true);
	wardLaws('PostgreSQL', openIt);
	wardLaws('PostgreSQL, gathered', async () => gather(await openIt()));
});
