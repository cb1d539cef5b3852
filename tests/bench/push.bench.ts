// How many batches of fifty entries a ward takes in a second, beside bare inserts of the same rows in the same run: what
// reading, checks, merge, log and projections cost on top of the store itself.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { AreaId, ClientId, EntryId, RecordId, WardId } from '../../src/lib/domain/id.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { inBatch } from '../../src/lib/server/db/batch-tx.ts';
import { openStore, type Store } from '../../src/lib/server/db/open-store.ts';
import { inWard } from '../../src/lib/server/db/ward-store.ts';
import { insertAreas, insertWard } from '../../src/lib/server/new-ward.ts';
import { makeWardTools, newId, openSite, type Site } from '../../src/lib/server/site.ts';
import type { PostedEntry } from '../../src/lib/sync/entry.ts';
import { encodeHlc } from '../../src/lib/sync/hlc.ts';
import { pushEntries } from '../../src/lib/sync/ward.ts';
import { startPostgres } from '../fixtures/postgres.ts';
import { round, weighLoad, type Figure } from './figures.ts';

const BATCH = 50;
const SQLITE_LEAST = 120;
const POSTGRES_LEAST = 500;
const SQLITE_BATCHES = 300;
const POSTGRES_BATCHES = 900;
const POSTGRES_AT_ONCE = 16;
/** Rows as they are written for one batch of visits: the record, the entry, the step of the log, the desk's line. */
const TABLES = ['record', 'entry', 'change', 'visit_row'] as const;

export async function* run(): AsyncGenerator<Figure> {
	yield* measure('SQLite', null, SQLITE_BATCHES, 1, SQLITE_LEAST);
	const postgres = await startPostgres();
	try {
		const databaseUrl = await postgres.makeDatabase();
		yield* measure('PostgreSQL', databaseUrl, POSTGRES_BATCHES, POSTGRES_AT_ONCE, POSTGRES_LEAST);
	} finally {
		await postgres.stop();
	}
	yield weighLoad();
}

async function* measure(
	engine: string,
	databaseUrl: string | null,
	batches: number,
	atOnce: number,
	least: number
): AsyncGenerator<Figure> {
	const dataDir = mkdtempSync(join(tmpdir(), 'gocua-push-'));
	const config = readConfig({ DATA_DIR: dataDir, DEMO: '0', ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) });
	const site = await openSite(config, { store: await openStore(config, atOnce) });
	try {
		const ground = await makeGround(site);
		// one after the other on a warm engine, so that neither has the disk to itself for long
		await pushAll(site, ground, makeBatches(site, ground, 20), atOnce);
		const pushed = await clock(() => pushAll(site, ground, makeBatches(site, ground, batches), atOnce), batches);
		const bare = await insertBare(site.store, ground.ward, batches, atOnce);
		const what = `${engine}, ${atOnce} connection${atOnce === 1 ? '' : 's'}, one ward`;
		yield {
			figure: `batches of ${BATCH} entries pushed, ${what}`,
			value: round(pushed),
			unit: 'batches/s',
			least,
			peer: 'bare inserts of the same rows',
			ratio: round(pushed / bare)
		};
		yield { figure: `bare inserts of the same rows, ${what}`, value: round(bare), unit: 'batches/s' };
	} finally {
		await site.store.close();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

interface Ground {
	readonly ward: WardId;
	readonly area: AreaId;
	readonly household: RecordId;
}

async function makeGround(site: Site): Promise<Ground> {
	const ward = newId<WardId>(site);
	const area = newId<AreaId>(site);
	await site.store.transact(async (trx) => {
		await insertWard(trx, site, { id: ward, name: 'Phường Thử' });
		await insertAreas(trx, ward, [{ id: area, parent: null, kind: 'quarter', name: 'Khu phố 1', aliases: [] }]);
	});
	const household = newId<RecordId>(site);
	const p = { area, lane: 'Ngõ 1', number: '1', kind: 'ordinary' };
	const cid = newId<ClientId>(site);
	await pushOne(site, { ward, area, household }, cid, [makeEntry(site, cid, 1, 'household.create', household, p)]);
	return { ward, area, household };
}

function makeEntry(site: Site, cid: ClientId, n: number, k: PostedEntry['k'], e: RecordId, p: object): PostedEntry {
	const t = encodeHlc(site.clock(), n % 65_536, cid);
	return { id: newId<EntryId>(site), n, sv: 1, k, e, bv: 0, t, body: { alg: 'plain', p: { ...p } } };
}

/** Visits at one door, as a busy evening brings them. */
function makeBatches(site: Site, { household }: Ground, count: number): PostedEntry[][] {
	const cid = newId<ClientId>(site);
	const p = { household, seenAt: site.clock(), outcome: 'nobodyHome', note: 'Chưa gặp, hẹn tối quay lại.' };
	return Array.from({ length: count }, (_, batch) =>
		Array.from({ length: BATCH }, (_, i) =>
			makeEntry(site, cid, batch * BATCH + i + 1, 'visit.add', newId<RecordId>(site), p)
		)
	);
}

async function pushOne(site: Site, { ward, area }: Ground, cid: ClientId, entries: PostedEntry[]): Promise<void> {
	const now = site.clock();
	const sender = { actor: 'volunteer/device', volunteer: 'volunteer', areas: new Set([area]) };
	const batch = { epoch: null, wm: null, cid, pend: 0, maxN: 0, now, entries };
	const answer = await inWard(site.store, ward, now, (tx) =>
		inBatch(tx, entries, (gathered) => pushEntries(gathered, batch, sender, makeWardTools(site, ward, now)))
	);
	if (answer.res.some(({ s }) => s !== 'ok')) throw new Error('a batch was not taken as it should be');
}

async function pushAll(site: Site, ground: Ground, batches: PostedEntry[][], atOnce: number): Promise<void> {
	const cid = newId<ClientId>(site);
	await inTurns(batches.length, atOnce, (at) => pushOne(site, ground, cid, batches[at]!));
}

/** The same rows again under other keys, many at a time, in a transaction for each batch that takes the ward's turn. */
async function insertBare(store: Store, ward: WardId, batches: number, atOnce: number): Promise<number> {
	const rows = await Promise.all(
		TABLES.map(async (table) => {
			const found = await store.db.selectFrom(table).selectAll().where('ward_id', '=', ward).limit(BATCH).execute();
			return found as { ward_id: string; seq?: number }[];
		})
	);
	const key = (at: number) => `bare-${at}`;
	return clock(
		() =>
			inTurns(batches, atOnce, (at) =>
				store.transact(async (trx) => {
					await sql`update ward set seq = seq where id = ${ward}`.execute(trx);
					for (const [i, table] of TABLES.entries()) {
						// a key of its own, in the column with which every key begins
						const values = rows[i]!.map((row) => ({ ...row, ward_id: key(at) }));
						await trx
							.insertInto(table)
							.values(values as never)
							.execute();
					}
				})
			),
		batches
	);
}

/** Batches per second. */
async function clock(work: () => Promise<void>, batches: number): Promise<number> {
	const began = performance.now();
	await work();
	return (batches * 1000) / (performance.now() - began);
}

async function inTurns(count: number, atOnce: number, work: (at: number) => Promise<void>): Promise<void> {
	let next = 0;
	const worker = async () => {
		for (let at = next++; at < count; at = next++) await work(at);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}
