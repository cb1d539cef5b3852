// Taking away what the ward's store holds of records, beside the records themselves: the payloads of their entries, the
// values in their steps of the log, conflicts about them and what was kept aside. Ids, versions and hashes stay, so that
// the chain still holds (`sync/erase.ts`).

import type { Staff } from '../domain/desk.ts';
import type { RecordId } from '../domain/id.ts';
import { eraseRecords, stripVisits } from '../sync/erase.ts';
import type { AsideEntry } from '../sync/ward-port.ts';
import type { KyselyWardTx } from './db/ward-store.ts';
import { makeWardTools, type Site } from './site.ts';

const EMPTY = '{}';
const IDS_AT_ONCE = 500;

export interface Erased {
	readonly seq: number;
	readonly erased: readonly RecordId[];
}

/** Erases records and everything that the store says of them. */
export async function erase(tx: KyselyWardTx, site: Site, staff: Staff, ids: readonly RecordId[]): Promise<Erased> {
	const all = [...ids, ...(await listMerged(tx, ids))];
	const done = await eraseRecords(tx, all, staff, makeWardTools(site, staff.ward, tx.now));
	await wipe(tx, staff, done.erased);
	return done;
}

/** Whoever was merged into these, and into those: they say the same of the same person. */
async function listMerged(tx: KyselyWardTx, ids: readonly RecordId[]): Promise<RecordId[]> {
	const found = new Set<RecordId>();
	for (let next: readonly RecordId[] = ids; next.length > 0;) {
		const rows = await tx.trx
			.selectFrom('twin')
			.select('other_id')
			.where('ward_id', '=', tx.ward)
			.where('one_id', 'in', next)
			.where('state', '=', 'merged')
			.execute();
		next = rows.map((row) => row.other_id as RecordId).filter((id) => !found.has(id) && !ids.includes(id));
		for (const id of next) found.add(id);
	}
	return [...found];
}

/** Takes the person out of visits, and out of everything that the store says of them. */
export async function strip(tx: KyselyWardTx, site: Site, staff: Staff, ids: readonly RecordId[]): Promise<Erased> {
	const done = await stripVisits(tx, ids, staff, makeWardTools(site, staff.ward, tx.now));
	await wipe(tx, staff, done.erased);
	return done;
}

async function wipe(tx: KyselyWardTx, staff: Staff, all: readonly RecordId[]): Promise<void> {
	for (let start = 0; start < all.length; start += IDS_AT_ONCE) {
		const ids = all.slice(start, start + IDS_AT_ONCE);
		await tx.trx
			.updateTable('change')
			.set({ before: EMPTY, after: EMPTY })
			.where('ward_id', '=', tx.ward)
			.where('record_id', 'in', ids)
			.execute();
		const steps = await tx.trx
			.selectFrom('change')
			.select('entry_id')
			.distinct()
			.where('ward_id', '=', tx.ward)
			.where('record_id', 'in', ids)
			.execute();
		await wipeEntries(
			tx,
			steps.map((step) => step.entry_id)
		);
		// what the desk found and wrote about its flags and referrals
		await tx.trx.deleteFrom('referral_note').where('ward_id', '=', tx.ward).where('record_id', 'in', ids).execute();
		await tx.trx.deleteFrom('session_booking').where('ward_id', '=', tx.ward).where('record_id', 'in', ids).execute();
		await tx.trx
			.updateTable('conflict')
			.set({ kept: 'null', other: 'null', note: null })
			.where('ward_id', '=', tx.ward)
			.where('record_id', 'in', ids)
			.execute();
		await tx.trx
			.updateTable('conflict')
			.set({ state: 'settled', decided_by: staff.id, decided_at: tx.now, choice: 'dismissed' })
			.where('ward_id', '=', tx.ward)
			.where('record_id', 'in', ids)
			.where('state', '=', 'open')
			.execute();
	}
	const gone = new Set<string>(all);
	await wipeAsides(tx, staff, ({ e, p }) => [e, p['person'], p['household']].some((id) => gone.has(id as string)));
}

/** Payloads of entries; head, hash and receipt stay. */
async function wipeEntries(tx: KyselyWardTx, all: readonly string[]): Promise<void> {
	for (let start = 0; start < all.length; start += IDS_AT_ONCE) {
		const rows = await tx.trx
			.selectFrom('entry')
			.select(['id', 'body'])
			.where('ward_id', '=', tx.ward)
			.where('id', 'in', all.slice(start, start + IDS_AT_ONCE))
			.execute();
		for (const { id, body } of rows) {
			const bare = JSON.stringify({ ...(JSON.parse(body) as object), p: {} });
			if (bare === body) continue;
			await tx.trx
				.updateTable('entry')
				.set({ body: bare })
				.where('ward_id', '=', tx.ward)
				.where('id', '=', id)
				.execute();
		}
	}
}

/** What was kept aside and is chosen; answers how many. */
export async function wipeAsides(
	tx: KyselyWardTx,
	staff: Staff,
	isChosen: (entry: AsideEntry, at: number) => boolean
): Promise<number> {
	const rows = await tx.trx
		.selectFrom('aside')
		.select(['seq', 'entry_id', 'body', 'at', 'state'])
		.where('ward_id', '=', tx.ward)
		.execute();
	const chosen = rows.filter((row) => {
		// only the engine writes the column
		const entry = JSON.parse(row.body) as AsideEntry;
		return Object.keys(entry.p).length > 0 && isChosen(entry, row.at);
	});
	for (const row of chosen) {
		const settled =
			row.state === 'open'
				? { state: 'settled', decided_by: staff.id, decided_at: tx.now, choice: 'dismissed', parent_id: null }
				: {};
		await tx.trx
			.updateTable('aside')
			.set({ body: JSON.stringify({ ...(JSON.parse(row.body) as object), p: {} }), note: null, ...settled })
			.where('ward_id', '=', tx.ward)
			.where('seq', '=', row.seq)
			.where('entry_id', '=', row.entry_id)
			.execute();
	}
	await wipeEntries(
		tx,
		chosen.map((row) => row.entry_id)
	);
	return chosen.length;
}
