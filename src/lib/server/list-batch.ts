// Lists on their way into the store and out again, a chunk of rows to a transaction: phones and other staff come in
// between, and a list that breaks off says how far it came and can be taken back.

import type { EntryId, HouseholdId, PersonId, RecordId } from '../domain/id.ts';
import type { ListFinding } from '../domain/list-row.ts';
import type { PostedEntry } from '../sync/entry.ts';
import { removeFromWard } from '../sync/removal.ts';
import { writeFromWard } from '../sync/ward.ts';
import { writeAudit } from './audit.ts';
import { takeBreath } from './breath.ts';
import { inBatch } from './db/batch-tx.ts';
import { insertRows } from './db/insert-rows.ts';
import { emptyLog, type Writer } from './db/open-store.ts';
import { inWard } from './db/ward-store.ts';
import type { NewRecord } from './list-book.ts';
import { holdOn, setBatch, stayAllowed, type Lease } from './list-lease.ts';
import { writeFindings } from './packed-findings.ts';
import { makeWardTools, newId, type Site } from './site.ts';

const RECORDS_AT_ONCE = 100;

export interface Step {
	/** Rows gone through since the step before. */
	readonly rows: number;
	readonly skipped: number;
	readonly findings: readonly ListFinding[];
	readonly records: readonly NewRecord[];
}

/** Writes one step of a batch. */
export async function writeStep(site: Site, lease: Lease, step: Step): Promise<void> {
	const { ward, batch, by } = lease;
	const now = site.clock();
	const tools = makeWardTools(site, ward, now);
	const all = step.records.map((record) => ({ ...record, entry: newId<EntryId>(site) }));
	await inWard(site.store, ward, now, async (tx) => {
		await holdOn(tx.trx, lease);
		await stayAllowed(tx.trx, lease);
		const heads = all.map(({ entry, id }) => makeHead(entry, id));
		await inBatch(tx, heads, async (gathered) => {
			for (const { area, ...record } of all)
				await writeFromWard(gathered, { ...record, area: area as never, kind: 'ward.list' }, by, tools);
		});
		const rows = all.map(({ id, table }) => ({ ward_id: ward, batch_id: batch, record_id: id, tbl: table }));
		await insertRows(tx.trx, 'list_record', rows);
		await keepFindings(tx.trx, lease, step.findings);
		const count = (table: string) => all.filter((record) => record.table === table).length;
		await tx.trx
			.updateTable('list_batch')
			.set(({ eb }) => ({
				done: eb('done', '+', step.rows),
				skipped: eb('skipped', '+', step.skipped),
				found: eb('found', '+', step.findings.length),
				households: eb('households', '+', count('household')),
				people: eb('people', '+', count('person'))
			}))
			.where('ward_id', '=', ward)
			.where('id', '=', batch)
			.execute();
	});
	await takeBreath();
}

/** Steps follow each other down the list, so each begins with a row of its own. */
async function keepFindings(trx: Writer, { ward, batch }: Lease, findings: readonly ListFinding[]): Promise<void> {
	const [first] = findings;
	if (!first) return;
	const row = { ward_id: ward, batch_id: batch, from_row: first.row, findings: writeFindings(findings) };
	await trx.insertInto('list_report').values(row).execute();
}

/**
 * Takes back the next of what a batch brought, people before doors; what somebody has worked on stays and is counted.
 * False when nothing is left. Whoever began may have lost the right meanwhile: half a list would be worse.
 */
export async function removeStep(site: Site, lease: Lease): Promise<boolean> {
	const { ward, batch, by } = lease;
	const now = site.clock();
	const isMore = await inWard(site.store, ward, now, async (tx) => {
		await holdOn(tx.trx, lease);
		const next = await listNext(tx.trx, ward, batch);
		if (!next) return false;
		const { table, ids } = next;
		const free = await keepFree(tx.trx, ward, table, ids);
		const all = free.map((id) => ({ id, entry: newId<EntryId>(site), kind: 'ward.undo' }));
		const tools = makeWardTools(site, ward, now);
		const heads = all.map(({ entry, id }) => makeHead(entry, id));
		await inBatch(tx, heads, async (gathered) => {
			for (const input of all) await removeFromWard(gathered, input, by, tools);
		});
		await scrub(tx, free);
		await tx.trx
			.deleteFrom('list_record')
			.where('ward_id', '=', ward)
			.where('batch_id', '=', batch)
			.where('record_id', 'in', ids)
			.execute();
		await tx.trx
			.updateTable('list_batch')
			.set(({ eb }) => ({
				removed: eb('removed', '+', free.length),
				kept: eb('kept', '+', ids.length - free.length)
			}))
			.where('ward_id', '=', ward)
			.where('id', '=', batch)
			.execute();
		return true;
	});
	await takeBreath();
	return isMore;
}

/** The last step of an undo. */
export async function endUndo(site: Site, lease: Lease): Promise<void> {
	const { ward, batch, by } = lease;
	await inWard(site.store, ward, site.clock(), async ({ trx }) => {
		await holdOn(trx, lease);
		const { removed, kept } = await trx
			.selectFrom('list_batch')
			.select(['removed', 'kept'])
			.where('ward_id', '=', ward)
			.where('id', '=', batch)
			.executeTakeFirstOrThrow();
		await setBatch(trx, lease, { state: 'undone', holder: null, beat_at: 0, found: 0 });
		await trx.deleteFrom('list_report').where('ward_id', '=', ward).where('batch_id', '=', batch).execute();
		const { name } = await trx
			.selectFrom('staff')
			.select('name')
			.where('ward_id', '=', ward)
			.where('id', '=', by)
			.executeTakeFirstOrThrow();
		const reason = `${removed}/${removed + kept}`;
		await writeAudit(trx, site, { ward, actor: { id: by, name }, act: 'list.undo', subject: batch, reason });
	});
	await emptyLog(site.store);
}

async function listNext(
	trx: Writer,
	ward: string,
	batch: string
): Promise<{ readonly table: 'person' | 'household'; readonly ids: RecordId[] } | null> {
	for (const table of ['person', 'household'] as const) {
		const rows = await trx
			.selectFrom('list_record')
			.select('record_id')
			.where('ward_id', '=', ward)
			.where('batch_id', '=', batch)
			.where('tbl', '=', table)
			.orderBy('record_id')
			.limit(RECORDS_AT_ONCE)
			.execute();
		if (rows.length > 0) return { table, ids: rows.map((row) => row.record_id as PersonId | HouseholdId) };
	}
	return null;
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
