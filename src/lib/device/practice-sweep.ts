// Taking away what practice has left. Apart from practice.ts, because the erase of a phone needs this and nothing else.

import type { Engine } from './door.ts';

/** How the names of its databases begin: never as a profile's. */
export const PRACTICE_DB = 'practice-db-';

/**
 * Takes every database of practice away, one that is open in another tab too. A browser that does not list its databases
 * keeps what a page that died has left, which nobody can read.
 */
export async function sweepPractice({ indexedDB }: Engine): Promise<void> {
	const there = await (indexedDB as Partial<IDBFactory>).databases?.call(indexedDB);
	await Promise.all(
		(there ?? []).flatMap(({ name }) => {
			if (!name?.startsWith(PRACTICE_DB)) return [];
			return new Promise<void>((resolve) => {
				const request = indexedDB.deleteDatabase(name);
				// Blocked by a tab that sleeps: it goes when that tab does.
				request.onsuccess = request.onerror = request.onblocked = () => resolve();
			});
		})
	);
}
