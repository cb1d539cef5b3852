// Records, entries and the scope as sealed rows, and back. What the seal covers besides the bytes is where the row lies.

import type { EntryId, RecordId } from '../domain/id.ts';
import { isEntryKind, type Entry, type OutboxEntry, type Scope } from '../sync/entry.ts';
import { isSameJson } from '../sync/json.ts';
import { TABLES, type Fields, type PhoneRecord, type Table } from '../sync/record.ts';
import { ROW_FORMAT, type OutboxRow, type RecordRow } from './db.ts';
import type { Bytes, Cipher, Place } from './vault.ts';

const SCOPE_PLACE: Place = { table: 'meta', id: 'scope', v: 0 };

export async function sealRecord(cipher: Cipher, record: PhoneRecord, stamp: number): Promise<RecordRow> {
	const { id, table, area, seq, v, deleted, base, fields } = record;
	// Most records are shown as the ward has them: one copy is enough.
	const value = isSameJson(base, fields) ? { fields } : { fields, base };
	const c = await cipher.seal({ table, id, v }, value);
	return { id, table, area, seq, v, deleted, format: ROW_FORMAT, stamp, c };
}

/** Rejects when the row was harmed, or written in a way that this build does not know. */
export async function openRecord(cipher: Cipher, row: RecordRow): Promise<PhoneRecord> {
	if (row.format > ROW_FORMAT || !isTable(row.table)) throw new Error('a row of a later build');
	// Sealed above: the tag says that it is still what was put in.
	const { fields, base = fields } = (await cipher.open(row, row.c)) as { fields: Fields; base?: Fields };
	const { seq, v, deleted } = row;
	return {
		table: row.table,
		id: row.id as RecordId,
		area: row.area as PhoneRecord['area'],
		seq,
		v,
		deleted,
		base,
		fields
	};
}

export async function sealEntry(
	cipher: Cipher,
	{ entry, state, savedAt, verdict }: OutboxEntry,
	stamp: number
): Promise<OutboxRow> {
	const { p, ...clear } = entry;
	const c = await cipher.seal(placeOf(entry), p);
	return { ...clear, state, savedAt, ...(verdict ? { verdict } : {}), format: ROW_FORMAT, stamp, alg: 'dek', c };
}

/** Rejects as `openRecord` does. */
export async function openEntry(cipher: Cipher, row: OutboxRow): Promise<OutboxEntry> {
	if (row.format > ROW_FORMAT || row.alg !== 'dek' || !isEntryKind(row.k)) throw new Error('a row of a later build');
	const p = (await cipher.open(placeOf(row), row.c)) as Fields;
	const { n, sv, k, bv, t } = row;
	const entry: Entry = { id: row.id as EntryId, n, sv, k, e: row.e as RecordId, bv, t, p };
	return { entry, state: row.state, savedAt: row.savedAt };
}

export function sealScope(cipher: Cipher, scope: Scope): Promise<Bytes> {
	return cipher.seal(SCOPE_PLACE, scope);
}

export async function openScope(cipher: Cipher, sealed: Bytes): Promise<Scope> {
	return (await cipher.open(SCOPE_PLACE, sealed)) as Scope;
}

function placeOf({ id, n }: { readonly id: string; readonly n: number }): Place {
	return { table: 'outbox', id, v: n };
}

function isTable(text: string): text is Table {
	return TABLES.some((table) => table === text);
}
