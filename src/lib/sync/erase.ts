// Taking records away for good: what they said goes, that they were there stays. The log keeps its steps with their ids,
// versions and hashes, so that its chain still holds and a phone that sends an old entry again gets its old receipt.

import type { EntryId, RecordId } from '../domain/id.ts';
import { openLedger } from './ledger.ts';
import { decideMerge } from './merge.ts';
import { describeEntry, type WriteTools } from './intake.ts';
import type { DeskActor } from './desk.ts';
import type { Fields, WardRecord } from './record.ts';
import type { WardTx } from './ward-port.ts';
import { makeWardEntry, WARD_CLIENT } from './ward.ts';

type EraseTools = WriteTools & { newId(): string };

export const ERASED = 'record.erase';
export const STRIPPED = 'record.strip';

/** Fields of a visit that name nobody: what figures are counted from. */
const NAMELESS = ['household', 'seenAt', 'outcome', 'by', 'leaflet', 'refusedCount', 'cardBy'];

/**
 * Erases records that are there; answers which. Whoever calls also wipes what log, entries and shelves hold of them, in
 * the same transaction: the port of the engine knows no way to change what was written once.
 */
export async function eraseRecords(
	tx: WardTx,
	ids: readonly RecordId[],
	staff: DeskActor,
	tools: EraseTools
): Promise<{ readonly seq: number; readonly erased: readonly RecordId[] }> {
	return change(tx, ids, staff, tools, ERASED, (record) => ({
		...record,
		deleted: true,
		fields: {},
		fver: {}
	}));
}

/** Takes the person out of visits: knock, day and outcome stay, for the figures. */
export async function stripVisits(
	tx: WardTx,
	ids: readonly RecordId[],
	staff: DeskActor,
	tools: EraseTools
): Promise<{ readonly seq: number; readonly erased: readonly RecordId[] }> {
	return change(tx, ids, staff, tools, STRIPPED, (record) => {
		const kept = Object.entries(record.fields).filter(([field]) => NAMELESS.includes(field));
		const { state } = (record.fields.review ?? {}) as { state?: unknown };
		const fields: Fields = { ...Object.fromEntries(kept), ...(state === undefined ? {} : { review: { state } }) };
		const fver = Object.fromEntries(Object.entries(record.fver).filter(([field]) => field in fields));
		return { ...record, fields, fver };
	});
}

async function change(
	tx: WardTx,
	ids: readonly RecordId[],
	staff: DeskActor,
	tools: EraseTools,
	kind: string,
	of: (record: WardRecord) => WardRecord
): Promise<{ readonly seq: number; readonly erased: readonly RecordId[] }> {
	const ledger = await openLedger(tx, tools);
	const erased: RecordId[] = [];
	for (const id of ids) {
		const record = await tx.readRecord(id);
		// one that was merged into another is off the lists and still says all that it said
		if (!record || (record.deleted && Object.keys(record.fields).length === 0)) continue;
		const entry = makeWardEntry(tools.newId() as EntryId, kind, id, record.v, {}, tools);
		const hash = tools.hash(describeEntry(entry));
		const v = record.v + 1;
		const step = { entry: entry.id, hash, kind, actor: staff.id, table: record.table, record: id, v };
		const seq = await ledger.append({ ...step, before: {}, after: {} });
		await tx.writeRecord({ ...of(record), v, seq });
		const verdict = { id: entry.id, s: 'ok', seq, v } as const;
		await tx.writeEntry({ entry, cid: WARD_CLIENT, actor: staff.id, hash, verdict, receivedAt: tools.now });
		erased.push(id);
	}
	await ledger.close();
	return { seq: ledger.seq, erased };
}

/** The desk's own correction of one record; `v` is the version that was on the screen. Null when another one stands. */
export async function writeFromDesk(
	tx: WardTx,
	input: { readonly record: RecordId; readonly v: number; readonly fields: Fields },
	staff: DeskActor,
	tools: EraseTools
): Promise<{ readonly seq: number; readonly v: number } | null> {
	const record = await tx.readRecord(input.record);
	if (!record || record.deleted || record.v !== input.v) return null;
	const ledger = await openLedger(tx, tools);
	const entry = makeWardEntry(tools.newId() as EntryId, 'desk.set', input.record, input.v, input.fields, tools);
	const merge = decideMerge(record, entry, 'ward', record.table);
	const hash = tools.hash(describeEntry(entry));
	const step = { entry: entry.id, hash, kind: entry.k, actor: staff.id, table: record.table, record: record.id };
	const seq = await ledger.append({ ...step, v: merge.v, before: merge.before, after: merge.after });
	await tx.writeRecord({ ...record, v: merge.v, seq, fields: merge.fields, fver: merge.fver });
	const verdict = { id: entry.id, s: 'ok', seq, v: merge.v } as const;
	await tx.writeEntry({ entry, cid: WARD_CLIENT, actor: staff.id, hash, verdict, receivedAt: tools.now });
	await ledger.close();
	return { seq, v: merge.v };
}
