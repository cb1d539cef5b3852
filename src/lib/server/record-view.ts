// Records as the desk sees them. NOTE: the casts are safe because the engine lets nothing into a record that the
// contract and the domain have not read; what a newer version added travels along untouched.

import type { Difficulty } from '../domain/difficulty.ts';
import type { Household } from '../domain/household.ts';
import type { Person } from '../domain/person.ts';
import type { Visit } from '../domain/visit.ts';
import type { RecordId, WardId } from '../domain/id.ts';
import type { WardRecord } from '../sync/record.ts';
import type { Reader } from './db/open-store.ts';
import { readRecordRow, readShownRow } from './db/ward-row.ts';
import type { KeptNumber } from './vault.ts';

/** A record without the versions of its fields, of which the desk shows nothing: they are half of what would be read. */
export type ShownRecord = Omit<WardRecord, 'fver'>;

export function toHousehold(record: Pick<ShownRecord, 'id' | 'area' | 'fields'>): Household {
	return { ...record.fields, id: record.id, area: record.area } as unknown as Household;
}

/** With the last digits only, as everywhere but in `revealNumber`. */
export function toPerson(record: ShownRecord): Person {
	const { idKeep, ...fields } = record.fields;
	const tail = (idKeep as KeptNumber | undefined)?.tail;
	return { ...fields, ...(tail ? { idTail: tail } : {}), id: record.id } as unknown as Person;
}

export function toVisit(record: ShownRecord): Visit {
	return { ...record.fields, id: record.id } as unknown as Visit;
}

export function toDifficulty(record: ShownRecord): Difficulty {
	return { ...record.fields, id: record.id, area: record.area } as unknown as Difficulty;
}

/** At most so many ids in one statement: far below what either database takes. */
const IDS_AT_ONCE = 1000;

/** Records by id, deleted ones left out. */
export async function readRecords(db: Reader, ward: WardId, ids: Iterable<string>): Promise<Map<string, ShownRecord>> {
	const wanted = [...new Set(ids)];
	const found = new Map<string, ShownRecord>();
	for (let start = 0; start < wanted.length; start += IDS_AT_ONCE) {
		const rows = await db
			.selectFrom('record')
			.select(['id', 'tbl', 'area_id', 'v', 'seq', 'deleted', 'body'])
			.where('ward_id', '=', ward)
			.where('id', 'in', wanted.slice(start, start + IDS_AT_ONCE))
			.where('deleted', '=', 0)
			.execute();
		for (const row of rows) found.set(row.id, readShownRow(row));
	}
	return found;
}

/** The record of one table, or null when there is none, it is another table's, or it was deleted. */
export async function readLiveRecord(
	db: Reader,
	ward: WardId,
	table: WardRecord['table'],
	id: RecordId
): Promise<WardRecord | null> {
	const row = await db
		.selectFrom('record')
		.selectAll()
		.where('ward_id', '=', ward)
		.where('id', '=', id)
		.where('deleted', '=', 0)
		.executeTakeFirst();
	const record = row ? readRecordRow(row) : null;
	return record?.table === table ? record : null;
}
