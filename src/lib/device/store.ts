// The phone's store while the vault is open: all records readable in memory, sealed rows below. Work runs on what is in
// memory, which is one commit's state and nothing in between; what it wrote is sealed and committed in one strict
// transaction, if nobody committed meanwhile, else it runs again on what is there now. WebCrypto cannot be awaited
// inside a transaction of the browser's, so there is no other order to do it in.

import type { EntryId, RecordId } from '../domain/id.ts';
import type { OutboxEntry, PostedEntry } from '../sync/entry.ts';
import type { WardKeys } from '../sync/scope.ts';
import type { PhoneState, PhoneStore, PhoneTx } from '../sync/phone-port.ts';
import type { PhoneRecord } from '../sync/record.ts';
import type { Changed, OutboxRow, PhoneDb, SnapshotRow } from './db.ts';
import { KeptPages, openPageRow, sealPages } from './kept-pages.ts';
import {
	changeRows,
	noteOf,
	openEntry,
	openRecord,
	openScope,
	postRow,
	sealEntry,
	sealRecord,
	sealScope
} from './row.ts';
import { FEW_ROWS, listUnchanged, openSnapshot, sealSnapshot } from './snapshot.ts';
import { Step, type EntryNote, type Ground } from './step.ts';
import { Trouble } from './trouble.ts';
import type { Cipher } from './vault.ts';
import { makeReadySeal, type ReadySeal } from './vault/seal.ts';

/** What one commit or another tab changed; `all` after opening. */
export type Change = ReadonlySet<RecordId> | 'all';

export interface OpenStore extends PhoneStore, Ground {
	/** Rows that could not be opened: they lie untouched, and somebody must be told. */
	readonly damaged: number;
	/**
	 * The records whose fields, notes or both changed, and whether this tab changed them; told after the commit, before
	 * `transact` resolves.
	 */
	onChange(listener: (change: Change, isOwn: boolean) => void): void;
	/** As `PhoneStore.transact`; the draft of the form `formDone` goes in the same commit. */
	transact<Value>(work: (tx: PhoneTx) => Promise<Value>, formDone?: string): Promise<Value>;
	/** Takes in what another tab has committed. */
	refresh(): Promise<void>;
	/**
	 * Writes down what makes the next opening quick (snapshot.ts), where it is worth it. `rest` is awaited often, so that
	 * saves come between; false from it, and nothing is written.
	 */
	keepSnapshot(rest: () => Promise<boolean>): Promise<void>;
	/** Seals to the ward what was written before its key was known, so that it can be sent whatever becomes of the vault. */
	sealWaiting(): Promise<void>;
	/** Does ahead what sealing the next entries to the ward needs. Never rejects: what is not ready is made with the seal. */
	readySeals(): Promise<void>;
	/** Takes no new work, finishes what was begun or waits, then forgets everything. */
	close(): Promise<void>;
}

/** Rows are opened this many at a time, so that a cheap phone keeps answering. */
const CHUNK_ROWS = 500;

/** As many entries as an act at a door makes: a newcomer, what changes about somebody, the visit, and one more. */
const READY_SEALS = 4;

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
 * `ward`: whom entries are sealed to; null for nobody, whatever keys may come. `ahead`: what was read while the key was not
 * there yet; of use when nobody has committed since.
 */
export async function openStore(
	db: PhoneDb,
	cipher: Cipher,
	ward: string | null,
	ahead: SealedRead | null = null
): Promise<OpenStore> {
	const store = new Memory(db, cipher, ward, ahead);
	await store.refresh();
	return store;
}

class Memory implements OpenStore {
	readonly #db: PhoneDb;
	readonly #cipher: Cipher;
	readonly #ward: string | null;
	#ahead: SealedRead | null;
	#seal: { readonly keys: WardKeys['seal']; readonly made: ReadySeal } | null = null;
	readonly records = new Map<RecordId, PhoneRecord>();
	readonly notes = new Map<number, EntryNote>();
	readonly open = new Map<number, OutboxEntry>();
	readonly posted = new Map<number, PostedEntry>();
	readonly #numbersOf = new Map<RecordId, number[]>();
	readonly #numbers = new Map<EntryId, number>();
	readonly #damaged = new Set<string>();
	readonly #kept = new KeptPages();
	#state: PhoneState | null = null;
	#stamp = -1;
	/** Rows that the snapshot on the disk does not have, or has as they were. */
	readonly #unsnapped = new Set<RecordId>();
	#tail: Promise<unknown> = Promise.resolve();
	#listeners: ((change: Change, isOwn: boolean) => void)[] = [];
	#isClosed = false;

	constructor(db: PhoneDb, cipher: Cipher, ward: string | null, ahead: SealedRead | null) {
		this.#db = db;
		this.#cipher = cipher;
		this.#ward = ward;
		this.#ahead = ahead;
	}

	get state(): PhoneState {
		if (!this.#state) throw new Trouble('vault.locked');
		return this.#state;
	}

	get damaged(): number {
		return this.#damaged.size + this.#kept.harmed.size;
	}

	notesOf(id: RecordId): readonly EntryNote[] {
		return (this.#numbersOf.get(id) ?? []).flatMap((n) => this.notes.get(n) ?? []);
	}

	onChange(listener: (change: Change, isOwn: boolean) => void): void {
		this.#listeners.push(listener);
	}

	refresh(): Promise<void> {
		return this.#queue(() => this.#refresh());
	}

	transact<Value>(work: (tx: PhoneTx) => Promise<Value>, formDone?: string): Promise<Value> {
		return this.#queue(async () => {
			for (;;) {
				const step = new Step(this);
				const value = await work(step);
				const isDone = step.isEmpty ? (await this.#db.readStamp()) === this.#stamp : await this.#commit(step, formDone);
				if (isDone) return value;
				await this.#refresh();
			}
		});
	}

	async keepSnapshot(rest: () => Promise<boolean>): Promise<void> {
		// A row that nobody can open belongs in no snapshot: it would not be looked for any more.
		if (this.#unsnapped.size < FEW_ROWS || this.#damaged.size > 0) return;
		const written = [...this.#unsnapped];
		// Records are replaced and never changed, so this is one commit's state however long the sealing takes.
		const rows = [...this.records.values()].filter(({ id }) => this.#kept.hasRow(id));
		const snapshot = await sealSnapshot(this.#cipher, this.#stamp, rows, rest);
		if (!snapshot || this.#isClosed) return;
		await this.#db.writeSnapshot(snapshot);
		for (const id of written) this.#unsnapped.delete(id);
	}

	sealWaiting(): Promise<void> {
		return this.#queue(async () => {
			const seal = this.#sealTo(this.state.keys)?.seal;
			const bare = [...this.open.values()].filter(({ entry }) => !this.posted.has(entry.n));
			if (!seal || bare.length === 0) return;
			const changed = await inChunks(bare, async ({ entry: { p, ...head } }) => {
				return { n: head.n, to: { alg: 'hpke' as const, s: await seal(head, p) } };
			});
			// Another tab may come first; then the next opening does it.
			await this.#db.commit(this.#stamp, { records: [], removed: [], added: [], changed });
			await this.#refresh();
		});
	}

	async readySeals(): Promise<void> {
		if (!this.#isClosed)
			await this.#sealTo(this.state.keys)
				?.ready(READY_SEALS)
				.catch(() => undefined);
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		this.#listeners = [];
		await this.#tail;
		this.#db.close();
		this.#seal?.made.forget();
		this.#seal = null;
		this.#kept.forget();
		this.#state = null;
		for (const kept of [
			this.records,
			this.notes,
			this.open,
			this.posted,
			this.#numbersOf,
			this.#numbers,
			this.#unsnapped
		])
			kept.clear();
	}

	numberOf(id: EntryId): number | undefined {
		return this.#numbers.get(id);
	}

	/** One after the other in this tab; a failed one does not hold up the next. */
	#queue<Value>(work: () => Promise<Value>): Promise<Value> {
		if (this.#isClosed) return Promise.reject(new Trouble('vault.locked'));
		const run = this.#tail.then(work);
		this.#tail = run.catch(() => undefined);
		return run;
	}

	async #commit(step: Step, formDone?: string): Promise<boolean> {
		const stamp = this.#stamp + 1;
		const { harmed } = this.#kept;
		// What a harmed page held was the ward's: it comes down again.
		const state = { ...this.state, ...step.state, ...(harmed.size > 0 ? { cur: 0 } : {}) };
		const layout = this.#kept.plan(stamp, step.records, this.records);
		const { scope, ...rest } = state;
		const captureArea = scope?.areas.find((area) => area.assigned)?.id;
		const clear = { ...rest, ...(captureArea === undefined ? {} : { captureArea }) };
		const seal = (step.added.length > 0 && this.#sealTo(state.keys)?.seal) || null;
		const changed = changeRows(step);
		const [records, pages, added, sealedScope] = await Promise.all([
			Promise.all(layout.rows.map((record) => sealRecord(this.#cipher, record, stamp))),
			sealPages(this.#cipher, layout.pages),
			Promise.all(step.added.map((entry) => sealEntry(this.#cipher, seal, entry, stamp))),
			step.state.scope ? sealScope(this.#cipher, step.state.scope) : null
		]);
		const isWritten = await this.#db.commit(this.#stamp, {
			records,
			removed: layout.removed,
			pages,
			pagesGone: layout.pagesGone,
			added,
			changed,
			...(formDone === undefined ? {} : { formDone }),
			...(step.hasState || harmed.size > 0 ? { state: clear } : {}),
			...(step.state.scope === undefined ? {} : { scope: sealedScope })
		});
		if (!isWritten) return false;
		this.#stamp = stamp;
		this.#state = state;
		if (step.state.scope !== undefined) this.#damaged.delete('scope');
		this.#kept.follow(layout);
		const told = new Set<RecordId>();
		for (const [id, record] of step.records) {
			if (record) this.records.set(id, record);
			else this.records.delete(id);
			this.#damaged.delete(id);
			told.add(id);
		}
		for (const { id } of layout.rows) this.#unsnapped.add(id);
		for (const [i, row] of added.entries()) {
			this.#take(row, step.added[i] ?? null);
			told.add(row.e as RecordId);
		}
		for (const { n, verdict, closedAt, isUnsettled } of step.closed) {
			const note = this.notes.get(n);
			if (!note) continue;
			this.#note({ ...note, state: 'closed', verdict, closedAt, isUnsettled }, null, null);
			told.add(note.e);
		}
		for (const n of step.settled) {
			const note = this.notes.get(n);
			if (note) this.#note({ ...note, isUnsettled: false }, null, null);
		}
		for (const n of step.dropped) {
			const note = this.notes.get(n);
			if (note) this.#note({ ...note, isSealed: false }, null, null);
		}
		this.#tell(told, true);
		// What comes back lies on the disk alone.
		if (step.reopened.length > 0) await this.#readAgain(step.reopened);
		return true;
	}

	async #readAgain(numbers: readonly number[]): Promise<void> {
		const told = new Set<RecordId>();
		for (const row of await this.#db.readRows(numbers)) {
			this.#take(row, await openEntry(this.#cipher, row));
			told.add(row.e as RecordId);
		}
		this.#tell(told, true);
	}

	#sealTo(keys: WardKeys | null): ReadySeal | null {
		if (!keys || this.#ward === null) return null;
		const known = this.#seal;
		if (known?.keys.kid === keys.seal.kid && known.keys.publicKey === keys.seal.publicKey) return known.made;
		const made = makeReadySeal(this.#ward, keys.seal);
		this.#seal = { keys: keys.seal, made };
		return made;
	}

	async #refresh(): Promise<void> {
		const isFirst = this.#stamp < 0;
		const { changed, unchanged } = isFirst
			? await this.#readAll()
			: { changed: await this.#db.readSince(this.#stamp), unchanged: [] };
		if (changed.stamp === this.#stamp) return;
		const [pages, records, entries, scope] = await Promise.all([
			this.#openPages(changed),
			inChunks(changed.records, (row) => this.#tryOpen(row.id, openRecord(this.#cipher, row))),
			inChunks(
				changed.outbox.filter((row) => row.state === 'open'),
				(row) => this.#tryOpen(row.id, openEntry(this.#cipher, row)).then((entry) => entry ?? this.#sendUnread(row))
			),
			// The ward sends it again when the phone says that it has none.
			changed.scope && this.#tryOpen('scope', openScope(this.#cipher, changed.scope))
		]);
		const told = new Set<RecordId>();
		for (const record of unchanged) this.records.set(record.id, record);
		for (const record of this.#kept.read(changed.rowIds, changed.pageKeys, pages)) {
			this.records.set(record.id, record);
			told.add(record.id);
		}
		for (const record of records) {
			if (!record) continue;
			this.records.set(record.id, record);
			this.#unsnapped.add(record.id);
			this.#damaged.delete(record.id);
			told.add(record.id);
		}
		// What an opening has just read is there.
		for (const id of isFirst ? [] : this.records.keys()) {
			if (this.#kept.has(id)) continue;
			this.records.delete(id);
			told.add(id);
		}
		const opened = new Map(entries.flatMap((entry) => (entry ? [[entry.entry.n, entry] as const] : [])));
		for (const row of [...changed.outbox].sort((a, b) => a.n - b.n)) {
			this.#take(row, opened.get(row.n) ?? null);
			told.add(row.e as RecordId);
		}
		this.#state = { ...changed.state, scope };
		this.#stamp = changed.stamp;
		this.#tell(isFirst ? 'all' : told, false);
	}

	/** By key. One that cannot be opened goes with the next commit. */
	async #openPages({ pages }: Changed): Promise<ReadonlyMap<string, readonly PhoneRecord[]>> {
		const opened = new Map<string, readonly PhoneRecord[]>();
		await Promise.all(
			pages.map(async (page) => {
				try {
					opened.set(page.key, await openPageRow(this.#cipher, page));
				} catch {
					this.#kept.harmed.add(page.key);
				}
			})
		);
		return opened;
	}

	/** What the snapshot still has as the rows have it, and the rows of everything else. */
	async #readAll(): Promise<{ changed: Changed; unchanged: readonly PhoneRecord[] }> {
		const ahead = this.#ahead;
		this.#ahead = null;
		const isFresh = ahead !== null && ahead.changed.stamp === (await this.#db.readStamp());
		const { snapshot, changed } = isFresh ? ahead : await readSealed(this.#db);
		if (!snapshot) return { changed, unchanged: [] };
		const records = await openSnapshot(this.#cipher, snapshot);
		const unchanged = records && listUnchanged(records, snapshot.stamp, changed);
		if (unchanged) return { changed, unchanged };
		await this.#db.dropSnapshot();
		return { changed: await this.#db.readSince(-1), unchanged: [] };
	}

	/** What can no longer be read here can still be sent, where it is sealed. */
	async #sendUnread(row: OutboxRow): Promise<OutboxEntry | null> {
		return postRow(row) && openEntry(null, row);
	}

	#take(row: OutboxRow, entry: OutboxEntry | null): void {
		const isOpen = row.state === 'open';
		this.#note(noteOf(row), isOpen ? entry : null, isOpen ? postRow(row) : null);
	}

	#note(note: EntryNote, open: OutboxEntry | null, posted: PostedEntry | null): void {
		if (!this.notes.has(note.n)) {
			const numbers = this.#numbersOf.get(note.e);
			if (numbers) numbers.push(note.n);
			else this.#numbersOf.set(note.e, [note.n]);
		}
		this.notes.set(note.n, note);
		this.#numbers.set(note.id, note.n);
		if (open) this.open.set(note.n, open);
		else this.open.delete(note.n);
		if (posted) this.posted.set(note.n, posted);
		else this.posted.delete(note.n);
	}

	#tell(change: Change, isOwn: boolean): void {
		for (const listener of this.#listeners) listener(change, isOwn);
	}

	/** A row that cannot be opened stays where it is, is counted, and is as if absent. */
	async #tryOpen<Value>(id: string, opening: Promise<Value>): Promise<Value | null> {
		try {
			return await opening;
		} catch {
			this.#damaged.add(id);
			return null;
		}
	}
}

async function inChunks<From, To>(from: readonly From[], step: (item: From) => Promise<To>): Promise<To[]> {
	const to: To[] = [];
	for (let at = 0; at < from.length; at += CHUNK_ROWS) {
		to.push(...(await Promise.all(from.slice(at, at + CHUNK_ROWS).map(step))));
	}
	return to;
}
