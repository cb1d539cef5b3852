// The phone's store while the vault is open: all records readable in memory, sealed rows below. Work runs on what is in
// memory, which is one commit's state and nothing in between; what it wrote is sealed and committed in one strict
// transaction, if nobody committed meanwhile, else it runs again on what is there now. WebCrypto cannot be awaited
// inside a transaction of the browser's, so there is no other order to do it in.

import type { EntryId, RecordId } from '../domain/id.ts';
import type { OutboxEntry } from '../sync/entry.ts';
import type { WardKeys } from '../sync/scope.ts';
import type { PhoneState, PhoneTx } from '../sync/phone-port.ts';
import type { PhoneRecord } from '../sync/record.ts';
import type { OutboxRow, PhoneDb } from './db.ts';
import { inChunks } from './in-chunks.ts';
import { KeptOutbox } from './kept-outbox.ts';
import { KeptPages, sealPages } from './kept-pages.ts';
import { changeRows, openEntry, openRecord, openScope, postRow, sealEntry, sealRecord, sealScope } from './row.ts';
import { readWhole, type SealedRead } from './sealed-read.ts';
import { FEW_ROWS, sealSnapshot } from './snapshot.ts';
import { Step, type EntryNote } from './step.ts';
import type { Change, OpenStore } from './store-port.ts';
import { Trouble } from './trouble.ts';
import type { Cipher } from './vault.ts';
import { makeReadySeal, type ReadySeal } from './vault/seal.ts';

/** As many entries as an act at a door makes: a newcomer, what changes about somebody, the visit, and one more. */
const READY_SEALS = 4;

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
	readonly #outbox = new KeptOutbox();
	readonly notes = this.#outbox.notes;
	readonly open = this.#outbox.open;
	readonly posted = this.#outbox.posted;
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
		return this.#outbox.notesOf(id);
	}

	numberOf(id: EntryId): number | undefined {
		return this.#outbox.numberOf(id);
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
		this.#outbox.forget();
		this.records.clear();
		this.#unsnapped.clear();
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
			this.#outbox.take(row, step.added[i] ?? null);
			told.add(row.e as RecordId);
		}
		for (const id of this.#outbox.followStep(step)) told.add(id);
		this.#tell(told, true);
		// What comes back lies on the disk alone.
		if (step.reopened.length > 0) await this.#readAgain(step.reopened);
		return true;
	}

	async #readAgain(numbers: readonly number[]): Promise<void> {
		const told = new Set<RecordId>();
		for (const row of await this.#db.readRows(numbers)) {
			this.#outbox.take(row, await openEntry(this.#cipher, row));
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
		const ahead = this.#ahead;
		this.#ahead = null;
		const { changed, unchanged } = isFirst
			? await readWhole(this.#db, this.#cipher, ahead)
			: { changed: await this.#db.readSince(this.#stamp), unchanged: [] };
		if (changed.stamp === this.#stamp) return;
		const [pages, records, entries, scope] = await Promise.all([
			this.#kept.open(this.#cipher, changed.pages),
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
			this.#outbox.take(row, opened.get(row.n) ?? null);
			told.add(row.e as RecordId);
		}
		this.#state = { ...changed.state, scope };
		this.#stamp = changed.stamp;
		this.#tell(isFirst ? 'all' : told, false);
	}

	/** What can no longer be read here can still be sent, where it is sealed. */
	async #sendUnread(row: OutboxRow): Promise<OutboxEntry | null> {
		return postRow(row) && openEntry(null, row);
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
