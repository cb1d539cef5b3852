// A snapshot: every record that has a row of its own, as of one commit, in a few large seals, so that an unlock need not
// open thousands of small ones.
//
// The rows stay the truth. A snapshot is bound to the stamp of the commit that it was taken after; of what a later commit
// wrote, the rows are read, and on any doubt all of them. It may be absent, old or harmed at any time: that costs time
// and nothing else. It needs no migration: a build that does not know it leaves it alone, and still moves the stamp.

import type { RecordId } from '../domain/id.ts';
import type { PhoneRecord } from '../sync/record.ts';
import { ROW_FORMAT, type Changed, type SnapshotRow } from './db.ts';
import { openPage, sealPage } from './record-page.ts';
import type { Cipher, Place } from './vault.ts';

/** Large enough that seals cost little, small enough that a cheap phone answers between two of them. */
const PAGE_ROWS = 100;

/** Below this many records rows are as quick, and so are the ones that came after a snapshot. */
export const FEW_ROWS = 200;

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
		const some = records.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS);
		pages.push(await sealPage(cipher, placeOf(stamp, page, count), some));
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
			pages.map((sealed, page) => openPage(cipher, placeOf(stamp, page, pages.length), sealed))
		);
		return new Map(opened.flat().map((record) => [record.id, record]));
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
	for (const id of changed.rowIds) {
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
