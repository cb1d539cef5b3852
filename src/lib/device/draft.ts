// Half-filled forms: kept encrypted under the screen's own key, one step after the other, so that what was dropped does
// not come back. They outlive a lock, a closed tab and an update.

import type { PhoneDb } from './db.ts';
import type { Cipher } from './vault.ts';

export interface Drafts {
	read<Value>(key: string): Promise<Value | null>;
	write(key: string, value: unknown): Promise<void>;
	drop(key: string): Promise<void>;
	/** Waits for what is under way. */
	settle(): Promise<void>;
}

export function openDrafts(db: PhoneDb, cipher: Cipher): Drafts {
	let tail: Promise<unknown> = Promise.resolve();
	const queue = <Value>(step: () => Promise<Value>): Promise<Value> => {
		const run = tail.then(step);
		tail = run.catch(() => undefined);
		return run;
	};
	const placeOf = (key: string) => ({ table: 'draft', id: key, v: 0 });
	return {
		read: <Value>(key: string) =>
			queue(async () => {
				const sealed = await db.readDraft(key);
				// A screen reads what it has written itself. What no longer opens (an older way to seal) is no draft any more.
				const value = sealed && (await cipher.open(placeOf(key), sealed).catch(() => null));
				return value as Value | null;
			}),
		write(key, value) {
			// Taken at once: a form goes on changing.
			const text = JSON.stringify(value) ?? 'null';
			return queue(async () => db.writeDraft(key, await cipher.seal(placeOf(key), JSON.parse(text))));
		},
		drop: (key) => queue(() => db.dropDraft(key)),
		settle: () => queue(async () => undefined)
	};
}
