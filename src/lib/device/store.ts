// The phone's store while the vault is open: all records readable in memory, sealed rows below. Work runs on what is in
// memory, which is one commit's state and nothing in between; what it wrote is sealed and committed in one strict
// transaction, if nobody committed meanwhile, else it runs again on what is there now. WebCrypto cannot be awaited
// inside a transaction of the browser's, so there is no other order to do it in.

import type { EntryId, RecordId } from '../domain/id.ts';
import { isEntryKind, type Entry, type OutboxEntry, type Verdict } from '../sync/entry.ts';
import { isSameJson } from '../sync/json.ts';
import type { PhoneState, PhoneStore, PhoneTx } from '../sync/phone-port.ts';
import { TABLES, type Fields, type PhoneRecord, type Table } from '../sync/record.ts';
import { ROW_FORMAT, type Changed, type OutboxRow, type PhoneDb, type RecordRow } from './db.ts';
import { Trouble } from './trouble.ts';
import type { Cipher } from './vault.ts';

/** What is known of an entry without opening it, closed ones included. */
export interface EntryNote {
	readonly id: EntryId;
	readonly n: number;
	readonly e: RecordId;
	readonly k: string;
	readonly state: 'open' | 'closed';
	readonly savedAt: number;
	readonly verdict?: Verdict;
}

/** What one commit or another tab changed; `all` after opening. */
export type Change = ReadonlySet<RecordId> | 'all';

export interface OpenStore extends PhoneStore {
	readonly state: PhoneState;
	readonly records: ReadonlyMap<RecordId, PhoneRecord>;
	/** By number. */
	readonly notes: ReadonlyMap<number, EntryNote>;
	notesOf(id: RecordId): readonly EntryNote[];
	/** Rows that could not be opened: they lie untouched, and somebody must be told. */
	readonly damaged: number;
	/**
	 * The records whose fields, notes or both changed, and whether this tab changed them; told after the commit, before
	 * `transact` resolves.
	 */
	onChange(listener: (change: Change, isOwn: boolean) => void): void;
	/** Takes in what another tab has committed. */
	refresh(): Promise<void>;
	/** Takes no new work, finishes what was begun or waits, then forgets everything. */
	close(): Promise<void>;
}

/** Rows are opened this many at a time, so that a cheap phone keeps answering. */
const CHUNK_ROWS = 500;

export async function openStore(db: PhoneDb, cipher: Cipher): Promise<OpenStore> {
	const store = new Memory(db, cipher);
	await store.refresh();
	return store;
}

class Memory implements OpenStore {
	readonly #db: PhoneDb;
	readonly #cipher: Cipher;
	readonly records = new Map<RecordId, PhoneRecord>();
	readonly notes = new Map<number, EntryNote>();
	/** Entries that the ward has not answered, by number in rising order. */
	readonly #open = new Map<number, OutboxEntry>();
	readonly #numbersOf = new Map<RecordId, number[]>();
	readonly #numberOf = new Map<EntryId, number>();
	readonly #damaged = new Set<string>();
	#state: PhoneState | null = null;
	#stamp = -1;
	#tail: Promise<unknown> = Promise.resolve();
	#listeners: ((change: Change, isOwn: boolean) => void)[] = [];
	#isClosed = false;

	constructor(db: PhoneDb, cipher: Cipher) {
		this.#db = db;
		this.#cipher = cipher;
	}

	get state(): PhoneState {
		if (!this.#state) throw new Trouble('vault.locked');
		return this.#state;
	}

	get damaged(): number {
		return this.#damaged.size;
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

	transact<Value>(work: (tx: PhoneTx) => Promise<Value>): Promise<Value> {
		return this.#queue(async () => {
			for (;;) {
				const draft = new Draft(this);
				const value = await work(draft);
				if (draft.isEmpty ? (await this.#db.readStamp()) === this.#stamp : await this.#commit(draft)) return value;
				await this.#refresh();
			}
		});
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		this.#listeners = [];
		await this.#tail;
		this.#db.close();
		this.#state = null;
		for (const map of [this.records, this.notes, this.#open, this.#numbersOf, this.#numberOf]) map.clear();
	}

	readOpen(): ReadonlyMap<number, OutboxEntry> {
		return this.#open;
	}

	readNumber(id: EntryId): number | undefined {
		return this.#numberOf.get(id);
	}

	/** One after the other in this tab; a failed one does not hold up the next. */
	#queue<Value>(work: () => Promise<Value>): Promise<Value> {
		if (this.#isClosed) return Promise.reject(new Trouble('vault.locked'));
		const run = this.#tail.then(work);
		this.#tail = run.catch(() => undefined);
		return run;
	}

	async #commit(draft: Draft): Promise<boolean> {
		const stamp = this.#stamp + 1;
		const state = { ...this.state, ...draft.state };
		const { scope: _, ...clear } = state;
		const written = [...draft.records].filter((row): row is [RecordId, PhoneRecord] => row[1] !== null);
		const [records, added, sealedScope] = await Promise.all([
			Promise.all(written.map(([, record]) => this.#sealRecord(record, stamp))),
			Promise.all(draft.added.map((entry) => this.#sealEntry(entry, stamp))),
			draft.state.scope ? this.#cipher.seal(SCOPE_PLACE, draft.state.scope) : null
		]);
		const isCommitted = await this.#db.commit(this.#stamp, {
			records,
			removed: [...draft.records].flatMap(([id, record]) => (record === null ? [id] : [])),
			added,
			closed: draft.closed,
			...(draft.hasState ? { state: clear } : {}),
			...(draft.state.scope === undefined ? {} : { scope: sealedScope })
		});
		if (!isCommitted) return false;
		this.#stamp = stamp;
		this.#state = state;
		const changed = new Set<RecordId>();
		for (const [id, record] of draft.records) {
			if (record) this.records.set(id, record);
			else this.records.delete(id);
			this.#damaged.delete(id);
			changed.add(id);
		}
		for (const entry of draft.added) {
			this.#take(noteOf(entry), entry.state === 'open' ? entry : null);
			changed.add(entry.entry.e);
		}
		for (const { n, verdict } of draft.closed) {
			const note = this.notes.get(n);
			if (!note) continue;
			this.#take({ ...note, state: 'closed', verdict }, null);
			changed.add(note.e);
		}
		this.#tell(changed, true);
		return true;
	}

	async #refresh(): Promise<void> {
		const isFirst = this.#stamp < 0;
		const changed = await this.#db.readSince(this.#stamp);
		if (changed.stamp === this.#stamp) return;
		const [records, entries, scope] = await Promise.all([
			inChunks(changed.records, (row) => this.#openRecord(row)),
			inChunks(
				changed.outbox.filter((row) => row.state === 'open'),
				(row) => this.#openEntry(row)
			),
			this.#openScope(changed)
		]);
		const told = new Set<RecordId>();
		for (const record of records) {
			if (!record) continue;
			this.records.set(record.id, record);
			told.add(record.id);
		}
		const isThere = new Set(changed.recordIds);
		for (const id of this.records.keys()) {
			if (isThere.has(id)) continue;
			this.records.delete(id);
			told.add(id);
		}
		const opened = new Map(entries.flatMap((entry) => (entry ? [[entry.entry.n, entry] as const] : [])));
		for (const row of [...changed.outbox].sort((a, b) => a.n - b.n)) {
			this.#take(noteOfRow(row), opened.get(row.n) ?? null);
			told.add(row.e as RecordId);
		}
		this.#state = { ...changed.state, scope };
		this.#stamp = changed.stamp;
		this.#tell(isFirst ? 'all' : told, false);
	}

	#take(note: EntryNote, open: OutboxEntry | null): void {
		if (!this.notes.has(note.n)) {
			const numbers = this.#numbersOf.get(note.e);
			if (numbers) numbers.push(note.n);
			else this.#numbersOf.set(note.e, [note.n]);
		}
		this.notes.set(note.n, note);
		this.#numberOf.set(note.id, note.n);
		if (open) this.#open.set(note.n, open);
		else this.#open.delete(note.n);
	}

	#tell(change: Change, isOwn: boolean): void {
		for (const listener of this.#listeners) listener(change, isOwn);
	}

	async #sealRecord(record: PhoneRecord, stamp: number): Promise<RecordRow> {
		const { id, table, area, seq, v, deleted, base, fields } = record;
		// Most records are shown as the ward has them: one copy is enough.
		const value = isSameJson(base, fields) ? { fields } : { fields, base };
		const c = await this.#cipher.seal({ table, id, v }, value);
		return { id, table, area, seq, v, deleted, format: ROW_FORMAT, stamp, c };
	}

	async #openRecord(row: RecordRow): Promise<PhoneRecord | null> {
		return this.#tryOpen(row.id, row.format, async () => {
			// Sealed by this file: the tag says that it is still what was put in.
			const { fields, base = fields } = (await this.#cipher.open(row, row.c)) as { fields: Fields; base?: Fields };
			if (!isTable(row.table)) throw new Error('a table of a later build');
			const { seq, v, deleted } = row;
			return { table: row.table, id: row.id as RecordId, area: row.area, seq, v, deleted, base, fields } as PhoneRecord;
		});
	}

	async #sealEntry({ entry, state, savedAt }: OutboxEntry, stamp: number): Promise<OutboxRow> {
		const { p, ...clear } = entry;
		const c = await this.#cipher.seal({ table: 'outbox', id: entry.id, v: entry.n }, p);
		return { ...clear, state, savedAt, format: ROW_FORMAT, stamp, alg: 'dek', c };
	}

	async #openEntry(row: OutboxRow): Promise<OutboxEntry | null> {
		return this.#tryOpen(row.id, row.format, async () => {
			if (row.alg !== 'dek' || !isEntryKind(row.k)) throw new Error('an entry of a later build');
			const p = (await this.#cipher.open({ table: 'outbox', id: row.id, v: row.n }, row.c)) as Fields;
			const { id, n, sv, k, e, bv, t } = row;
			return { entry: { id, n, sv, k, e, bv, t, p } as Entry, state: row.state, savedAt: row.savedAt };
		});
	}

	/** A row that cannot be opened stays where it is, is counted, and is as if absent. */
	async #tryOpen<Value>(id: string, format: number, open: () => Promise<Value>): Promise<Value | null> {
		try {
			if (format > ROW_FORMAT) throw new Error('a row of a later build');
			return await open();
		} catch {
			this.#damaged.add(id);
			return null;
		}
	}

	async #openScope({ scope }: Changed): Promise<PhoneState['scope']> {
		if (!scope) return null;
		// The ward sends it again when the phone says that it has none.
		return (await this.#tryOpen('scope', 0, () => this.#cipher.open(SCOPE_PLACE, scope))) as PhoneState['scope'];
	}
}

const SCOPE_PLACE = { table: 'meta', id: 'scope', v: 0 };

/** What one transaction reads and has written so far. Takes and hands out copies: what is kept changes by commits alone. */
class Draft implements PhoneTx {
	readonly records = new Map<RecordId, PhoneRecord | null>();
	readonly added: OutboxEntry[] = [];
	readonly closed: { n: number; verdict: Verdict; closedAt: number }[] = [];
	readonly #memory: Memory;
	readonly #closedNumbers = new Set<number>();
	state: Partial<PhoneState> = {};
	hasState = false;

	constructor(memory: Memory) {
		this.#memory = memory;
	}

	get isEmpty(): boolean {
		return !this.hasState && this.records.size + this.added.length + this.closed.length === 0;
	}

	async readState(): Promise<PhoneState> {
		return { ...this.#memory.state, ...this.state };
	}

	async writeState(changes: Partial<PhoneState>): Promise<void> {
		this.state = { ...this.state, ...changes };
		this.hasState = true;
	}

	async readRecord(id: RecordId): Promise<PhoneRecord | null> {
		const written = this.records.get(id);
		return structuredClone(written === undefined ? (this.#memory.records.get(id) ?? null) : written);
	}

	async writeRecord(record: PhoneRecord): Promise<void> {
		this.records.set(record.id, structuredClone(record));
	}

	async removeRecord(id: RecordId): Promise<void> {
		this.records.set(id, null);
	}

	async listRecords(): Promise<PhoneRecord[]> {
		const all = new Map<RecordId, PhoneRecord | null>([...this.#memory.records, ...this.records]);
		return structuredClone([...all.values()].filter((record) => record !== null));
	}

	async addEntry(entry: OutboxEntry): Promise<void> {
		const { id, n } = entry.entry;
		const isTaken =
			this.#memory.readNumber(id) !== undefined ||
			this.#memory.notes.has(n) ||
			this.added.some((other) => other.entry.id === id || other.entry.n === n);
		if (isTaken) throw new Error(`entry ${n} is there already`);
		this.added.push(structuredClone(entry));
	}

	async closeEntry(verdict: Verdict, closedAt: number): Promise<boolean> {
		const fresh = this.added.findIndex(({ entry, state }) => entry.id === verdict.id && state === 'open');
		if (fresh >= 0) {
			this.added[fresh] = { ...this.added[fresh]!, state: 'closed', verdict };
			return true;
		}
		const n = this.#memory.readNumber(verdict.id);
		if (n === undefined || !this.#isOpen(n)) return false;
		this.closed.push({ n, verdict, closedAt });
		this.#closedNumbers.add(n);
		return true;
	}

	async listOpen(afterN: number, most: number): Promise<OutboxEntry[]> {
		const found: OutboxEntry[] = [];
		for (const entry of this.#listOpen()) {
			if (found.length >= most) break;
			if (entry.entry.n > afterN) found.push(entry);
		}
		return structuredClone(found);
	}

	async listOpenFor(id: RecordId): Promise<OutboxEntry[]> {
		const kept = this.#memory.notesOf(id).flatMap(({ n }) => (this.#isOpen(n) ? this.#memory.readOpen().get(n)! : []));
		const added = this.added.filter(({ entry, state }) => entry.e === id && state === 'open');
		return structuredClone([...kept, ...added].sort(byNumber));
	}

	async countOpen(): Promise<number> {
		let count = this.added.filter(({ state }) => state === 'open').length - this.closed.length;
		for (const note of this.#memory.notes.values()) if (note.state === 'open') count++;
		return count;
	}

	#isOpen(n: number): boolean {
		return this.#memory.readOpen().has(n) && !this.#closedNumbers.has(n);
	}

	#listOpen(): OutboxEntry[] {
		const kept = [...this.#memory.readOpen().values()].filter(({ entry }) => this.#isOpen(entry.n));
		return [...kept, ...this.added.filter(({ state }) => state === 'open')].sort(byNumber);
	}
}

const byNumber = (a: OutboxEntry, b: OutboxEntry): number => a.entry.n - b.entry.n;

function noteOf({ entry: { id, n, e, k }, state, savedAt, verdict }: OutboxEntry): EntryNote {
	return { id, n, e, k, state, savedAt, ...(verdict ? { verdict } : {}) };
}

function noteOfRow({ id, n, e, k, state, savedAt, verdict }: OutboxRow): EntryNote {
	// Ids were checked when the row was written.
	return { id: id as EntryId, n, e: e as RecordId, k, state, savedAt, ...(verdict ? { verdict } : {}) };
}

function isTable(text: string): text is Table {
	return TABLES.some((table) => table === text);
}

async function inChunks<From, To>(from: readonly From[], step: (item: From) => Promise<To>): Promise<To[]> {
	const to: To[] = [];
	for (let at = 0; at < from.length; at += CHUNK_ROWS) {
		to.push(...(await Promise.all(from.slice(at, at + CHUNK_ROWS).map(step))));
	}
	return to;
}
