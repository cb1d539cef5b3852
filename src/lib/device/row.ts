// Records, entries and the scope as sealed rows, and back. What the seal covers besides the bytes is where the row lies.

import type { EntryId, RecordId } from '../domain/id.ts';
import {
	isEntryKind,
	type Entry,
	type EntryHead,
	type EntryKind,
	type OutboxEntry,
	type PostedEntry
} from '../sync/entry.ts';
import type { Scope } from '../sync/scope.ts';
import { isSameJson } from '../sync/json.ts';
import { TABLES, type Fields, type PhoneRecord, type Table } from '../sync/record.ts';
import { OUTBOX_FORMAT, ROW_FORMAT, type OutboxChange, type OutboxRow, type RecordRow } from './db.ts';
import type { EntryNote, Step } from './step.ts';
import { Trouble } from './trouble.ts';
import { encodeSealed, type Bytes, type Cipher, type Place, type Seal } from './vault.ts';

/** Where there is nothing to read. */
export const NO_BYTES: Bytes = new Uint8Array();

const SCOPE_PLACE: Place = { table: 'meta', id: 'scope', v: 0 };

/** A record as a row. */
export async function sealRecord(cipher: Cipher, record: PhoneRecord, stamp: number): Promise<RecordRow> {
	const { id, table, area, seq, v, deleted, base, fields } = record;
	// Most records are shown as the ward has them: one copy is enough.
	const c = await cipher.seal({ table, id, v }, isSameJson(base, fields) ? { fields } : { fields, base });
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

/**
 * An entry as a row: what it says under the data key, where there is one, and sealed to the ward, where its key is known.
 * Without either of them it could never be read again.
 */
export async function sealEntry(
	cipher: Cipher | null,
	seal: Seal | null,
	{ entry, state, savedAt, verdict }: OutboxEntry,
	stamp: number
): Promise<OutboxRow> {
	if (!cipher && !seal) throw new Trouble('vault.locked');
	const { p, ...head } = entry;
	const [c, s] = await Promise.all([cipher?.seal(placeOf(entry), p), seal?.(head, p)]);
	return {
		...head,
		state,
		savedAt,
		...(verdict ? { verdict } : {}),
		format: OUTBOX_FORMAT,
		stamp,
		alg: s ? 'hpke' : 'dek',
		c: c ?? NO_BYTES,
		...(s ? { s } : {})
	};
}

/** Rejects as `openRecord` does; the payload is empty where only the ward can read it. */
export async function openEntry(cipher: Cipher | null, row: OutboxRow): Promise<OutboxEntry> {
	if (row.format > OUTBOX_FORMAT || !isEntryKind(row.k)) throw new Error('a row of a later build');
	const p = cipher && row.c.length > 0 ? ((await cipher.open(placeOf(row), row.c)) as Fields) : {};
	const entry: Entry = { ...headOf(row, row.k), p };
	return { entry, state: row.state, savedAt: row.savedAt };
}

/** The entry as it travels, sealed; null where it is not, or is of a later build. */
export function postRow(row: OutboxRow): PostedEntry | null {
	if (!row.s || row.format > OUTBOX_FORMAT || !isEntryKind(row.k)) return null;
	return { ...headOf(row, row.k), body: { alg: 'hpke', ...encodeSealed(row.s) } };
}

/** What is known of an entry without opening it. Ids were checked when the row was written. */
export function noteOf({ id, n, e, k, state, savedAt, verdict, closedAt, s, unsettled }: OutboxRow): EntryNote {
	return {
		id: id as EntryId,
		n,
		e: e as RecordId,
		k,
		state,
		savedAt,
		...(verdict ? { verdict } : {}),
		...(closedAt === undefined ? {} : { closedAt }),
		isSealed: s !== undefined,
		...(unsettled ? { isUnsettled: true } : {})
	};
}

/** What a step did to entries that lie here. Once it is answered, no entry can be read on this phone any more. */
export function changeRows({
	closed,
	settled,
	reopened,
	dropped
}: Pick<Step, 'closed' | 'settled' | 'reopened' | 'dropped'>): OutboxChange[] {
	return [
		...closed.map(({ n, verdict, closedAt, isUnsettled }) => ({
			n,
			to: {
				state: 'closed' as const,
				verdict,
				closedAt,
				c: NO_BYTES,
				unsettled: isUnsettled ? (1 as const) : undefined
			}
		})),
		...settled.map((n) => ({ n, to: { unsettled: undefined } })),
		...reopened.map((n) => ({
			n,
			to: { state: 'open' as const, verdict: undefined, closedAt: undefined, unsettled: undefined }
		})),
		...dropped.map((n) => ({ n, to: { alg: 'dek' as const, s: undefined } }))
	];
}

function headOf({ id, n, sv, bv, t, e }: OutboxRow, k: EntryKind): EntryHead {
	return { id: id as EntryId, n, sv, k, e: e as RecordId, bv, t };
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
