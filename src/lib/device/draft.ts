// Half-filled forms: kept encrypted under the screen's own key, one step after the other, so that what was dropped does
// not come back. They outlive a lock, a closed tab and an update; on a full disk at least a lock, until there is room.

import type { PhoneDb } from './db.ts';
import type { Bytes, Cipher } from './vault.ts';

/** Sealed drafts that could not be written, by key: whoever makes room on the phone may be locked out meanwhile. */
export type UnwrittenDrafts = Map<string, Bytes>;

export interface Drafts {
	read<Value>(key: string): Promise<Value | null>;
	write(key: string, value: unknown): Promise<void>;
	drop(key: string): Promise<void>;
	/** Runs a commit that takes the draft with it, after whatever is still being written of it. */
	dropWith(key: string, commit: () => Promise<unknown>): Promise<void>;
	/** Keys of what is kept, by how they begin. */
	list(prefix: string): Promise<string[]>;
	/** Waits for what is under way, and tries once more what could not be written. */
	settle(): Promise<void>;
}

export function openDrafts(db: PhoneDb, cipher: Cipher, unwritten: UnwrittenDrafts): Drafts {
	let tail: Promise<unknown> = Promise.resolve();
	const queue = <Value>(step: () => Promise<Value>): Promise<Value> => {
		const run = tail.then(step);
		tail = run.catch(() => undefined);
		return run;
	};
	const keep = async (key: string, c: Bytes): Promise<void> => {
		unwritten.set(key, c);
		await db.writeDraft(key, c);
		unwritten.delete(key);
	};
	const placeOf = (key: string) => ({ table: 'draft', id: key, v: 0 });
	return {
		read: <Value>(key: string) =>
			queue(async () => {
				const sealed = unwritten.get(key) ?? (await db.readDraft(key));
				// A screen reads what it has written itself. What no longer opens (an older way to seal) is no draft any more.
				const value = sealed && (await cipher.open(placeOf(key), sealed).catch(() => null));
				return value as Value | null;
			}),
		write(key, value) {
			// Taken at once: a form goes on changing.
			const text = JSON.stringify(value) ?? 'null';
			return queue(async () => keep(key, await cipher.seal(placeOf(key), JSON.parse(text))));
		},
		drop: (key) =>
			queue(async () => {
				unwritten.delete(key);
				await db.dropDraft(key);
			}),
		dropWith: (key, commit) =>
			queue(async () => {
				await commit();
				unwritten.delete(key);
			}),
		list: (prefix) =>
			queue(async () => {
				const keys = new Set([...unwritten.keys(), ...(await db.listDrafts())]);
				return [...keys].filter((key) => key.startsWith(prefix));
			}),
		settle: () =>
			queue(async () => {
				// What fails again stays where it is, sealed, for the next session of this page.
				for (const [key, c] of [...unwritten]) await keep(key, c).catch(() => undefined);
			})
	};
}
