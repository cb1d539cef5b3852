// Lists on their way into the store and out again, a chunk of rows to a transaction: phones and other staff come in
// between, and a list that breaks off says how far it came and can be taken back.

import type { EntryId, HouseholdId, PersonId, RecordId } from '../domain/id.ts';
import type { Staff } from '../domain/desk.ts';
import type { PostedEntry } from '../sync/entry.ts';
import { removeFromWard } from '../sync/removal.ts';
import { writeFromWard } from '../sync/ward.ts';
import { writeAudit } from './audit.ts';
import { inBatch } from './db/batch-tx.ts';
import { insertRows } from './db/insert-rows.ts';
import type { Writer } from './db/open-store.ts';
import { inWard } from './db/ward-store.ts';
import type { NewRecord } from './list-book.ts';
import { makeWardTools, newId, type Site } from './site.ts';

const RECORDS_AT_ONCE = 500;

export interface Step {
	/** Rows gone through since the step before. */
	readonly rows: number;
	readonly skipped: number;
	readonly records: readonly NewRecord[];
}

/** Lets requests of others in: SQLite answers without ever leaving this turn of the loop. */
export function takeBreath(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

/** Writes one step of a batch. */
export async function writeStep(site: Site, staff: Staff, batch: string, step: Step): Promise<void> {
	const { ward } = staff;
	const now = site.clock();
	const tools = makeWardTools(site, ward, now);
	const all = step.records.map((record) => ({ ...record, entry: newId<EntryId>(site) }));
	await inWard(site.store, ward, now, async (tx) => {
		const heads = all.map(({ entry, id }) => makeHead(entry, id));
		await inBatch(tx, heads, async (gathered) => {
			for (const { area, ...record } of all)
				await writeFromWard(gathered, { ...record, area: area as never, kind: 'ward.list' }, staff.id, tools);
		});
		const rows = all.map(({ id, table }) => ({ ward_id: ward, batch_id: batch, record_id: id, tbl: table }));
		await insertRows(tx.trx, 'list_record', rows);
		const count = (table: string) => all.filter((record) => record.table === table).length;
		await tx.trx
			.updateTable('list_batch')
			.set(({ eb }) => ({
				done: eb('done', '+', step.rows),
				skipped: eb('skipped', '+', step.skipped),
				households: eb('households', '+', count('household')),
				people: eb('people', '+', count('person'))
			}))
			.where('ward_id', '=', ward)
			.where('id', '=', batch)
			.execute();
	});
	await takeBreath();
}

/** Takes back what a batch brought, people before doors; answers how much stays because somebody has worked on it. */
export async function removeBatch(site: Site, staff: Staff, batch: string): Promise<{ removed: number; kept: number }> {
	const { ward } = staff;
	const counts = { removed: 0, kept: 0 };
	for (const table of ['person', 'household'] as const) {
		for (;;) {
			const now = site.clock();
			const step = await inWard(site.store, ward, now, async (tx) => {
				const ids = await listNext(tx.trx, ward, batch, table);
				if (ids.length === 0) return null;
				const free = await keepFree(tx.trx, ward, table, ids);
				const all = free.map((id) => ({ id, entry: newId<EntryId>(site), kind: 'ward.undo' }));
				const tools = makeWardTools(site, ward, now);
				const heads = all.map(({ entry, id }) => makeHead(entry, id));
				await inBatch(tx, heads, async (gathered) => {
					for (const input of all) await removeFromWard(gathered, input, staff.id, tools);
				});
				await scrub(tx, free);
				await tx.trx
					.deleteFrom('list_record')
					.where('ward_id', '=', ward)
					.where('batch_id', '=', batch)
					.where('record_id', 'in', ids)
					.execute();
				const kept = ids.length - free.length;
				await tx.trx
					.updateTable('list_batch')
					.set(({ eb }) => ({ kept: eb('kept', '+', kept) }))
					.where('ward_id', '=', ward)
					.where('id', '=', batch)
					.execute();
				return { removed: free.length, kept };
			});
			if (!step) break;
			counts.removed += step.removed;
			counts.kept += step.kept;
			await takeBreath();
		}
	}
	await site.store.transact(async (trx) => {
		await trx
			.updateTable('list_batch')
			.set({ state: 'undone' })
			.where('ward_id', '=', ward)
			.where('id', '=', batch)
			.execute();
		const reason = `${counts.removed}/${counts.removed + counts.kept}`;
		await writeAudit(trx, site, { ward, actor: staff, act: 'list.undo', subject: batch, reason });
	});
	return counts;
}

async function listNext(trx: Writer, ward: string, batch: string, table: string): Promise<RecordId[]> {
	const rows = await trx
		.selectFrom('list_record')
		.select('record_id')
		.where('ward_id', '=', ward)
		.where('batch_id', '=', batch)
		.where('tbl', '=', table)
		.orderBy('record_id')
		.limit(RECORDS_AT_ONCE)
		.execute();
	return rows.map((row) => row.record_id as PersonId | HouseholdId);
}

/** Those that are as the list brought them, and that nothing else leans on. */
async function keepFree(
	trx: Writer,
	ward: string,
	table: 'person' | 'household',
	ids: readonly RecordId[]
): Promise<RecordId[]> {
	const column = table === 'person' ? 'person_id' : 'household_id';
	const untouched = await trx
		.selectFrom('record')
		.select('id')
		.where('ward_id', '=', ward)
		.where('id', 'in', ids)
		.where('v', '=', 1)
		.where('deleted', '=', 0)
		.execute();
	const leaning = await trx
		.selectFrom('visit_row')
		.select(`${column} as id`)
		.where('ward_id', '=', ward)
		.where(column, 'in', ids)
		.execute();
	const living =
		table === 'person'
			? []
			: await trx
					.selectFrom('person_row')
					.select('household_id as id')
					.where('ward_id', '=', ward)
					.where('household_id', 'in', ids)
					.execute();
	const used = new Set([...leaning, ...living].map((row) => row.id));
	return untouched.flatMap(({ id }) => (used.has(id) ? [] : [id as RecordId]));
}

/**
 * Takes out of the log what it said of these records. The chain hashes what an entry was by its keyed hash, which stays:
 * the log can still be proved, and says nothing of anybody.
 */
async function scrub(tx: Parameters<Parameters<typeof inWard>[3]>[0], ids: readonly RecordId[]): Promise<void> {
	if (ids.length === 0) return;
	const { trx, ward } = tx;
	const steps = await trx
		.selectFrom('change')
		.select('entry_id')
		.where('ward_id', '=', ward)
		.where('record_id', 'in', ids)
		.execute();
	await trx
		.updateTable('change')
		.set({ before: '{}', after: '{}' })
		.where('ward_id', '=', ward)
		.where('record_id', 'in', ids)
		.execute();
	const entries = await tx.listEntries(steps.map((step) => step.entry_id as EntryId));
	await tx.writeEntries(entries.map((kept) => ({ ...kept, entry: { ...kept.entry, p: {} } })));
}

/** What a batch's store fetches ahead; nothing of it is written. */
function makeHead(id: EntryId, e: RecordId): PostedEntry {
	return { id, e, n: 0, sv: 1, k: 'person.add', bv: 0, t: '', body: { alg: 'plain', p: {} } };
}
