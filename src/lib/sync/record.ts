// A record is a household, a person or a visit as both sides keep it: named fields, a version, and where it stands in
// the ward's counter.

import type { AreaId, ClientId, RecordId } from '../domain/id.ts';

/** Tables that came after the first phones: the ward sends rows of them to whoever names them (DF2). */
export const LATER_TABLES = ['difficulty', 'outreach', 'help'] as const;
export const TABLES = ['household', 'person', 'visit', ...LATER_TABLES] as const;
export type Table = (typeof TABLES)[number];
/** What is told of the work beside the doors: whoever told it may amend it and take it back, and nobody else on a phone. */
export const TOLD_TABLES = ['outreach', 'help'] as const satisfies readonly Table[];
export type ToldTable = (typeof TOLD_TABLES)[number];
/** Of these a phone reads what its own volunteer wrote. */
const OF_ONE: readonly Table[] = ['difficulty', ...TOLD_TABLES];

/** Plain JSON by field name. A field that is absent has no value; a value that we do not know is kept untouched. */
export type Fields = Readonly<Record<string, unknown>>;

/** Who wrote a field last, as the ward saw it: what a concurrent write is measured against. */
export interface FieldVersion {
	/** Version of the record in which the field last changed. */
	readonly v: number;
	readonly cid: ClientId | 'ward';
	readonly n: number;
	/** Hybrid time of the write (`hlc.ts`): orders fields that may be merged without a human. */
	readonly t: string;
}

/** What the ward keeps. `v` rises by one with each accepted change, `seq` is the ward's counter at the last one. */
export interface WardRecord {
	readonly table: Table;
	readonly id: RecordId;
	readonly area: AreaId;
	readonly v: number;
	readonly seq: number;
	readonly deleted: boolean;
	readonly fields: Fields;
	readonly fver: Readonly<Record<string, FieldVersion>>;
}

/** What travels down: a record as a phone may see it, or the word that it has left the phone's areas. */
export type Row =
	| {
			readonly table: Table;
			readonly id: RecordId;
			readonly area: AreaId;
			readonly v: number;
			readonly seq: number;
			readonly fields: Fields;
			readonly deleted?: boolean;
	  }
	| { readonly id: RecordId; readonly out: true; readonly seq: number };

/** What a phone keeps: the ward's copy (`base`, version 0 until it came down) and what is shown (base and open entries). */
export interface PhoneRecord {
	readonly table: Table;
	readonly id: RecordId;
	readonly area: AreaId;
	readonly v: number;
	readonly seq: number;
	readonly deleted: boolean;
	readonly base: Fields;
	readonly fields: Fields;
}

/** Whether a phone that names these later tables can take a row of `table` in. */
export function isKnownTo(table: Table, named: readonly string[] | undefined): boolean {
	return !LATER_TABLES.some((later) => later === table) || (named ?? []).includes(table);
}

/**
 * Whether a record is for a volunteer's eyes: a difficulty, an event, and a person at a table for those of whoever wrote
 * it alone. Others get the row without what it says, so that counters and sums are the same for all.
 */
export function isForEyesOf({ table, fields }: Pick<WardRecord, 'table' | 'fields'>, volunteer: string): boolean {
	return !OF_ONE.includes(table) || fields.by === volunteer;
}

export function isTold(table: Table): table is ToldTable {
	return TOLD_TABLES.some((told) => told === table);
}

/** `fields` with `changes` laid over it; null takes a field away. */
export function applyChanges(fields: Fields, changes: Fields): Fields {
	const result: Record<string, unknown> = { ...fields };
	for (const [field, value] of Object.entries(changes)) {
		if (value === null || value === undefined) delete result[field];
		else result[field] = value;
	}
	return result;
}
