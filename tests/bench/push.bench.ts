// How many batches of fifty entries a ward takes in a second, beside bare inserts of the same rows in the same run: what
// reading, checks, merge, log and projections cost on top of the store itself.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { AreaId, ClientId, EntryId, RecordId, WardId } from '../../src/lib/domain/id.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { inBatch } from '../../src/lib/server/db/batch-tx.ts';
import { insertRows } from '../../src/lib/server/db/insert-rows.ts';
import { openStore, type Store } from '../../src/lib/server/db/open-store.ts';
import { inWard } from '../../src/lib/server/db/ward-store.ts';
import { insertAreas, insertWard } from '../../src/lib/server/new-ward.ts';
import { makeWardTools, newId, openSite, type Site } from '../../src/lib/server/site.ts';
import type { PostedEntry } from '../../src/lib/sync/entry.ts';
import { encodeHlc } from '../../src/lib/sync/hlc.ts';
import { pushEntries } from '../../src/lib/sync/ward.ts';
import { startPostgres } from '../fixtures/postgres.ts';
import { median, round, weighLoad, type Figure } from './figures.ts';

const BATCH = 50;
const SQLITE_LEAST = 120;
const POSTGRES_LEAST = 500;
const SQLITE_BATCHES = 300;
const POSTGRES_BATCHES = 900;
const POSTGRES_AT_ONCE = 16;
const TURNS = 3;
const NOTE = 'Chưa gặp, hẹn tối quay lại.';
/** Rows as they are written for one batch of visits: the record, the entry, the step of the log, the desk's line. */
const TABLES = ['record', 'entry', 'change', 'visit_row'] as const;

export async function* run(): AsyncGenerator<Figure> {
	yield* measure('SQLite', null, SQLITE_BATCHES, 1, 1, SQLITE_LEAST);
	const postgres = await startPostgres();
	try {
		for (const wards of [1, POSTGRES_AT_ONCE]) {
			const databaseUrl = await postgres.makeDatabase();
			yield* measure('PostgreSQL', databaseUrl, POSTGRES_BATCHES, POSTGRES_AT_ONCE, wards, POSTGRES_LEAST);
		}
	} finally {
		await postgres.stop();
	}
	yield weighLoad();
}

/** Steps of one ward wait for each other; wards do not. */
async function* measure(
	engine: string,
	databaseUrl: string | null,
	batches: number,
	atOnce: number,
	wards: number,
	least: number
): AsyncGenerator<Figure> {
	const dataDir = mkdtempSync(join(tmpdir(), 'gocua-push-'));
	const config = readConfig({ DATA_DIR: dataDir, DEMO: '0', ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) });
	const site = await openSite(config, { store: await openStore(config, atOnce) });
	try {
		const grounds: Ground[] = [];
		for (let i = 0; i < wards; i++) grounds.push(await makeGround(site));
		await pushAll(site, makeBatches(site, grounds, 20), atOnce);
		// in turn, so that what the machine does meanwhile falls on both
		const [pushes, bares]: [Run[], Run[]] = [[], []];
		for (let turn = 0; turn < TURNS; turn++) {
			const made = makeBatches(site, grounds, batches / TURNS);
			pushes.push(await clock(() => pushAll(site, made, atOnce), made.length));
			bares.push(await clock(() => insertBare(site.store, grounds, turn, made.length, atOnce), made.length));
		}
		const of = (runs: readonly Run[], what: keyof Run) => median(runs.map((run) => run[what]));
		const what = `${engine}, ${atOnce} connection${atOnce === 1 ? '' : 's'}, ${wards} ward${wards === 1 ? '' : 's'}`;
		yield {
			figure: `batches of ${BATCH} entries pushed, ${what}`,
			value: round(of(pushes, 'perSecond')),
			unit: 'batches/s',
			least,
			peer: 'bare inserts of the same rows',
			ratio: round(of(pushes, 'perSecond') / of(bares, 'perSecond'))
		};
		yield { figure: `bare inserts of the same rows, ${what}`, value: round(of(bares, 'perSecond')), unit: 'batches/s' };
		yield {
			figure: `of the ward's own process, per batch pushed, ${what}`,
			value: round(of(pushes, 'cpuMs')),
			unit: 'ms'
		};
		yield {
			figure: `of the ward's own process, per bare batch, ${what}`,
			value: round(of(bares, 'cpuMs')),
			unit: 'ms'
		};
	} finally {
		await site.store.close();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

interface Run {
	readonly perSecond: number;
	/** Processor time of this process for one batch: a busy machine changes it less. */
	readonly cpuMs: number;
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

interface Batch {
	readonly ground: Ground;
	readonly cid: ClientId;
	readonly entries: PostedEntry[];
}

/** Visits at one door of each ward, as a busy evening brings them; a phone of its own for each batch. */
function makeBatches(site: Site, grounds: readonly Ground[], count: number): Batch[] {
	return Array.from({ length: count }, (_, batch) => {
		const ground = grounds[batch % grounds.length]!;
		const cid = newId<ClientId>(site);
		const p = { household: ground.household, seenAt: site.clock(), outcome: 'nobodyHome', note: NOTE };
		const entries = Array.from({ length: BATCH }, (_, i) =>
			makeEntry(site, cid, i + 1, 'visit.add', newId<RecordId>(site), p)
		);
		return { ground, cid, entries };
	});
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

async function pushAll(site: Site, batches: readonly Batch[], atOnce: number): Promise<void> {
	await inTurns(batches.length, atOnce, async (at) => {
		const { ground, cid, entries } = batches[at]!;
		await pushOne(site, ground, cid, entries);
	});
}

/**
 * The same rows again under other keys, in the quickest way that we know (insert-rows.ts), in a transaction for each
 * batch that takes the ward's turn.
 */
async function insertBare(
	store: Store,
	grounds: readonly Ground[],
	turn: number,
	batches: number,
	atOnce: number
): Promise<void> {
	const rows = await Promise.all(
		TABLES.map((table) =>
			store.db.selectFrom(table).selectAll().where('ward_id', '=', grounds[0]!.ward).limit(BATCH).execute()
		)
	);
	await inTurns(batches, atOnce, (at) =>
		store.transact(async (trx) => {
			await sql`update ward set seq = seq where id = ${grounds[at % grounds.length]!.ward}`.execute(trx);
			for (const [i, table] of TABLES.entries()) {
				// a key of its own, in the column with which every key begins
				await insertRows(
					trx,
					table,
					rows[i]!.map((row) => ({ ...row, ward_id: `bare-${turn}-${at}` }))
				);
			}
		})
	);
}

async function clock(work: () => Promise<void>, batches: number): Promise<Run> {
	const [began, spent] = [performance.now(), process.cpuUsage()];
	await work();
	const { user, system } = process.cpuUsage(spent);
	return { perSecond: (batches * 1000) / (performance.now() - began), cpuMs: (user + system) / 1000 / batches };
}

async function inTurns(count: number, atOnce: number, work: (at: number) => Promise<void>): Promise<void> {
	let next = 0;
	const worker = async () => {
		for (let at = next++; at < count; at = next++) await work(at);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}
