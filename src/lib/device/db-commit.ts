// A commit in the browser's own words: one strict transaction, all of it handed in at once. Dexie would answer each request
// by script of its own, and on a phone six times slower that script took longer than the disk.
//
// The stamp is asked first and not waited for: a browser may hold its answer back until the next frame is drawn, and the
// writes need not wait with it. When the answer is the expected one, the transaction is told to end, so that the disk
// begins before the other answers are here; when another tab came first, all of it is taken back.

import { ERASED } from './stamp.ts';
import { Trouble } from './trouble.ts';

/** What of a commit (db.ts) is written as it is: rows with their keys in them. What is undefined stays. */
interface Writes {
	readonly records: readonly object[];
	readonly removed: readonly string[];
	readonly pages?: readonly { readonly key: string; readonly c: Uint8Array }[];
	readonly pagesGone?: readonly string[];
	readonly added: readonly object[];
	readonly changed: readonly { readonly n: number; readonly to: object }[];
	readonly state?: object;
	readonly scope?: Uint8Array | null;
	readonly formDone?: string;
}

/** True when it is on the disk; false, and nothing written, when the stamp is not `base`. Rejects when it failed, whole. */
export function writeCommit(idb: IDBDatabase, base: number, commit: Writes): Promise<boolean> {
	const names = ['record', 'outbox', 'meta', ...(commit.formDone === undefined ? [] : ['draft'])];
	return new Promise((resolve, reject) => {
		const trx = idb.transaction(names, 'readwrite', { durability: 'strict' });
		/** Why it was taken back; `stale` is no failure. */
		let reason: unknown = null;
		const giveUp = (why: unknown) => {
			reason ??= why;
			try {
				trx.abort();
			} catch {
				// it ended by itself, and says so
			}
		};
		trx.oncomplete = () => resolve(true);
		trx.onabort = () => {
			if (reason === STALE) resolve(false);
			else reject(reason ?? trx.error ?? new DOMException('the browser gave up a commit', 'AbortError'));
		};
		try {
			const asked: IDBRequest<{ readonly value: unknown } | undefined> = trx.objectStore('meta').get('stamp');
			asked.onsuccess = () => {
				const stamp = asked.result?.value;
				if (stamp === ERASED) giveUp(new Trouble('vault.locked'));
				else if (typeof stamp !== 'number') giveUp(new Trouble('vault.damaged'));
				else if (stamp !== base) giveUp(STALE);
				// what is changed is read first; such a transaction ends by itself. Safari before 15 knows no other way.
				else if (commit.changed.length === 0) (trx as Partial<IDBTransaction>).commit?.call(trx);
			};
			write(trx, base + 1, commit);
		} catch (error) {
			giveUp(error);
		}
	});
}

const STALE = Symbol('another tab came first');

function write(trx: IDBTransaction, next: number, commit: Writes): void {
	const record = trx.objectStore('record');
	const outbox = trx.objectStore('outbox');
	const meta = trx.objectStore('meta');
	for (const row of commit.records) record.put(row);
	for (const key of commit.pagesGone ?? []) meta.delete(key);
	for (const id of commit.removed) record.delete(id);
	for (const row of commit.added) outbox.add(row);
	for (const { n, to } of commit.changed) {
		const kept: IDBRequest<object | undefined> = outbox.get(n);
		kept.onsuccess = () => {
			if (!kept.result) return;
			const row = Object.entries({ ...kept.result, ...to, stamp: next });
			outbox.put(Object.fromEntries(row.filter(([, value]) => value !== undefined)));
		};
	}
	if (commit.formDone !== undefined) trx.objectStore('draft').delete(commit.formDone);
	for (const { key, c } of commit.pages ?? []) meta.put({ k: key, value: c });
	if (commit.state) meta.put({ k: 'state', value: commit.state });
	if (commit.scope !== undefined) meta.put({ k: 'scope', value: commit.scope });
	meta.put({ k: 'stamp', value: next });
}
