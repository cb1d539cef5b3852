// A snapshot: every record of one commit in a few large seals, so that an unlock need not open thousands of small ones.
//
// The rows stay the truth. A snapshot is bound to the stamp of the commit that it was taken after; of what a later commit
// wrote, the rows are read, and on any doubt all of them. It may be absent, old or harmed at any time: that costs time
// and nothing else. It needs no migration: a build that does not know it leaves it alone, and still moves the stamp.

import type { RecordId } from '../domain/id.ts';
import { isSameJson } from '../sync/json.ts';
import type { Fields, PhoneRecord, Table } from '../sync/record.ts';
import { ROW_FORMAT, type Changed, type SnapshotRow } from './db.ts';
import type { Cipher, Place } from './vault.ts';

/** Large enough that seals cost little, small enough that a cheap phone answers between two of them. */
const PAGE_ROWS = 100;

/** Below this many records rows are as quick, and so are the ones that came after a snapshot. */
export const FEW_ROWS = 200;

type Packed = readonly [
	id: RecordId,
	table: Table,
	area: PhoneRecord['area'],
	seq: number,
	v: number,
	deleted: boolean,
	fields: Fields,
	base?: Fields
];

/** Seals page by page; `rest` gives the screen its turn between two of them and says whether to go on. */
export async function sealSnapshot(
	cipher: Cipher,
	stamp: number,
	records: readonly PhoneRecord[],
	rest: () => Promise<boolean>
): Promise<SnapshotRow | null> {
	const count = Math.ceil(records.length / PAGE_ROWS);
	const pages: SnapshotRow['pages'][number][] = [];
	for (let page = 0; page < count; page++) {
		if (!(await rest())) return null;
		const packed = records.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS).map(pack);
		pages.push(await cipher.seal(placeOf(stamp, page, count), packed));
	}
	return { stamp, pages };
}

/** What it holds, or null when a page was harmed, is of another snapshot, or was sealed in a way not known here. */
export async function openSnapshot(
	cipher: Cipher,
	{ stamp, pages }: SnapshotRow
): Promise<ReadonlyMap<RecordId, PhoneRecord> | null> {
	try {
		const opened = await Promise.all(
			pages.map((sealed, page) => cipher.open(placeOf(stamp, page, pages.length), sealed) as Promise<Packed[]>)
		);
		const records = new Map<RecordId, PhoneRecord>();
		for (const packed of opened) for (const row of packed) records.set(row[0], unpack(row));
		return records;
	} catch {
		return null;
	}
}

/**
 * The records of a snapshot that are still as their rows are: those that are there and that no later commit wrote. Null
 * when there is a row that neither the snapshot nor the later commits know.
 */
export function listUnchanged(
	snapshot: ReadonlyMap<RecordId, PhoneRecord>,
	stamp: number,
	changed: Changed
): PhoneRecord[] | null {
	if (changed.stamp < stamp) return null;
	const isLater = new Set(changed.records.map((row) => row.id));
	const unchanged: PhoneRecord[] = [];
	for (const id of changed.recordIds) {
		if (isLater.has(id)) continue;
		const record = snapshot.get(id as RecordId);
		if (!record) return null;
		unchanged.push(record);
	}
	return unchanged;
}

/** Which commit, which page of how many, and how it is packed: no page is of use in another snapshot. */
function placeOf(stamp: number, page: number, count: number): Place {
	return { table: 'snapshot', id: `${stamp}/${page}/${count}`, v: ROW_FORMAT };
}

function pack({ id, table, area, seq, v, deleted, base, fields }: PhoneRecord): Packed {
	const packed = [id, table, area, seq, v, deleted, fields] as const;
	return base === fields || isSameJson(base, fields) ? packed : [...packed, base];
}

function unpack([id, table, area, seq, v, deleted, fields, base = fields]: Packed): PhoneRecord {
	return { table, id, area, seq, v, deleted, base, fields };
}
