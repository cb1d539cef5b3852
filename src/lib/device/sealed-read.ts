// What an opening reads: the sealed rows as they lie there, and the snapshot that makes most of them unneeded.

import type { PhoneRecord } from '../sync/record.ts';
import type { Changed, PhoneDb, SnapshotRow } from './db.ts';
import { listUnchanged, openSnapshot } from './snapshot.ts';
import type { Cipher } from './vault.ts';

/** What an opening reads before it needs a key: the rows, and a snapshot of most of them. */
export interface SealedRead {
	readonly snapshot: SnapshotRow | null;
	/** Without the records that a snapshot may have, where there is one. */
	readonly changed: Changed;
}

export async function readSealed(db: PhoneDb): Promise<SealedRead> {
	const snapshot = await db.readSnapshot();
	return { snapshot, changed: await db.readSince(-1, snapshot?.stamp) };
}

/**
 * What the snapshot still has as the rows have it, and the rows of everything else. `ahead` is what was read before the
 * key was there.
 */
export async function readWhole(
	db: PhoneDb,
	cipher: Cipher,
	ahead: SealedRead | null
): Promise<{ changed: Changed; unchanged: readonly PhoneRecord[] }> {
	const isFresh = ahead !== null && ahead.changed.stamp === (await db.readStamp());
	const { snapshot, changed } = isFresh ? ahead : await readSealed(db);
	if (!snapshot) return { changed, unchanged: [] };
	const records = await openSnapshot(cipher, snapshot);
	const unchanged = records && listUnchanged(records, snapshot.stamp, changed);
	if (unchanged) return { changed, unchanged };
	await db.dropSnapshot();
	return { changed: await db.readSince(-1), unchanged: [] };
}
