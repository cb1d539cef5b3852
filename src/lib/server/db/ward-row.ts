// Rows of the engine's tables as what they mean: records, conflicts, what was set aside, and how each was settled; and
// what needs care on its way into a column.

import type { AreaId, ClientId, EntryId, RecordId, StaffId } from '../../domain/id.ts';
import type { ProblemCode } from '../../domain/problem.ts';
import type { Fields, FieldVersion, Table, WardRecord } from '../../sync/record.ts';
import type { AsideEntry, Case, Conflict, SetAside, Settled } from '../../sync/ward-port.ts';
import type { Database } from './schema.ts';

export function readRecordRow(row: Database['record']): WardRecord {
	return { ...readShownRow(row), fver: JSON.parse(row.fver) as Record<string, FieldVersion> };
}

/** Without the versions of its fields. */
export function readShownRow(row: Omit<Database['record'], 'ward_id' | 'fver'>): Omit<WardRecord, 'fver'> {
	return {
		table: row.tbl as Table,
		id: row.id as RecordId,
		area: row.area_id as AreaId,
		v: row.v,
		seq: row.seq,
		deleted: row.deleted === 1,
		fields: JSON.parse(row.body) as Fields
	};
}

export function readConflictRow(row: Database['conflict']): Case<Conflict> {
	return {
		entry: row.entry_id as EntryId,
		record: row.record_id as RecordId,
		field: row.field,
		kept: JSON.parse(row.kept),
		other: JSON.parse(row.other),
		actor: row.actor,
		at: row.at,
		settled: readSettled(row)
	};
}

export function readAsideRow(row: Database['aside']): SetAside {
	return {
		entry: JSON.parse(row.body) as AsideEntry,
		cid: row.cid as ClientId,
		actor: row.actor,
		why: row.why as ProblemCode,
		parent: row.parent_id as RecordId | null,
		at: row.at,
		seq: row.seq
	};
}

/** The word of the desk on a case; null while it is open. */
export function readSettled(row: Database['conflict'] | Database['aside']): Settled | null {
	if (row.state === 'open') return null;
	return { by: row.decided_by as StaffId, at: row.decided_at ?? 0, choice: row.choice ?? '', note: row.note };
}

/** A value that may be absent, as JSON text. */
export function encodeValue(value: unknown): string {
	return JSON.stringify(value ?? null);
}

/** A kind that no ward knows is kept as it came inside the entry; the column only has to hold it. */
export function cleanKind(kind: string): string {
	// eslint-disable-next-line no-control-regex -- PostgreSQL text holds no NUL
	return kind.replace(/[\u0000-\u001f]/g, '?');
}
