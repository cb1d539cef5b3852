// One transaction on the phone's store before it is committed: reads what the last commit left and its own writes.

import type { EntryId, RecordId } from '../domain/id.ts';
import type { OutboxEntry, PostedEntry, Verdict } from '../sync/entry.ts';
import type { PhoneState, PhoneTx, Retained, Unsettled } from '../sync/phone-port.ts';
import type { PhoneRecord } from '../sync/record.ts';

/** What is known of an entry without opening it, closed ones included. */
export interface EntryNote {
	readonly id: EntryId;
	readonly n: number;
	readonly e: RecordId;
	readonly k: string;
	readonly state: 'open' | 'closed';
	readonly savedAt: number;
	readonly verdict?: Verdict;
	readonly closedAt?: number;
	/** It lies here sealed to the ward, and could be sent (again). */
	readonly isSealed: boolean;
	/** It was answered where its record could not be read. */
	readonly isUnsettled?: boolean;
}

/** What the last commit left. */
export interface Ground {
	readonly state: PhoneState;
	readonly records: ReadonlyMap<RecordId, PhoneRecord>;
	/** By number. */
	readonly notes: ReadonlyMap<number, EntryNote>;
	/** Entries that the ward has not answered and that can be read or sent, by number. */
	readonly open: ReadonlyMap<number, OutboxEntry>;
	/** Those of them that lie sealed, as they travel. */
	readonly posted: ReadonlyMap<number, PostedEntry>;
	notesOf(id: RecordId): readonly EntryNote[];
	numberOf(id: EntryId): number | undefined;
}

/** What one transaction reads and has written so far. Takes and hands out copies: what is kept changes by commits alone. */
export class Step implements PhoneTx {
	readonly records = new Map<RecordId, PhoneRecord | null>();
	readonly added: OutboxEntry[] = [];
	readonly closed: { n: number; verdict: Verdict; closedAt: number; isUnsettled: boolean }[] = [];
	readonly settled: number[] = [];
	readonly reopened: number[] = [];
	readonly dropped: number[] = [];
	readonly #ground: Ground;
	/** Entries of the ground that this step closed or opened again. */
	readonly #states = new Map<number, 'open' | 'closed'>();
	state: Partial<PhoneState> = {};
	hasState = false;

	constructor(ground: Ground) {
		this.#ground = ground;
	}

	get isEmpty(): boolean {
		const { records, added, closed, settled, reopened, dropped } = this;
		const changed = closed.length + settled.length + reopened.length + dropped.length;
		return !this.hasState && records.size + added.length + changed === 0;
	}

	async readState(): Promise<PhoneState> {
		return { ...this.#ground.state, ...this.state };
	}

	async writeState(changes: Partial<PhoneState>): Promise<void> {
		this.state = { ...this.state, ...changes };
		this.hasState = true;
	}

	async readRecord(id: RecordId): Promise<PhoneRecord | null> {
		const written = this.records.get(id);
		return structuredClone(written === undefined ? (this.#ground.records.get(id) ?? null) : written);
	}

	async writeRecord(record: PhoneRecord): Promise<void> {
		this.records.set(record.id, structuredClone(record));
	}

	async removeRecord(id: RecordId): Promise<void> {
		this.records.set(id, null);
	}

	async listRecords(): Promise<PhoneRecord[]> {
		const all = new Map<RecordId, PhoneRecord | null>([...this.#ground.records, ...this.records]);
		// Of thousands of records one level is copied: what lies deeper is replaced and never changed, by anybody.
		return [...all.values()].flatMap((record) => (record ? [{ ...record }] : []));
	}

	async addEntry(entry: OutboxEntry): Promise<void> {
		const { id, n } = entry.entry;
		const isTaken =
			this.#ground.numberOf(id) !== undefined ||
			this.#ground.notes.has(n) ||
			this.added.some((other) => other.entry.id === id || other.entry.n === n);
		if (isTaken) throw new Error(`entry ${n} is there already`);
		this.added.push(structuredClone(entry));
	}

	async closeEntry(verdict: Verdict, closedAt: number, isUnsettled = false): Promise<boolean> {
		const fresh = this.added.findIndex(({ entry, state }) => entry.id === verdict.id && state === 'open');
		if (fresh >= 0) {
			this.added[fresh] = { ...this.added[fresh]!, state: 'closed', verdict };
			return true;
		}
		const n = this.#ground.numberOf(verdict.id);
		if (n === undefined || !this.#isOpen(n)) return false;
		this.closed.push({ n, verdict, closedAt, isUnsettled });
		this.#states.set(n, 'closed');
		return true;
	}

	async listUnsettled(): Promise<Unsettled[]> {
		const late = [...this.#ground.notes.values()].filter(
			({ n, state, isUnsettled }) =>
				state === 'closed' && isUnsettled === true && !this.#states.has(n) && !this.settled.includes(n)
		);
		const fresh = this.closed
			.filter(({ n, isUnsettled }) => isUnsettled && !this.settled.includes(n))
			.map((one) => ({ ...this.#ground.notes.get(one.n)!, ...one }));
		return [...late, ...fresh]
			.sort((a, b) => a.n - b.n)
			.flatMap(({ id, e, verdict }) => (verdict ? [structuredClone({ id, e, verdict })] : []));
	}

	async noteSettled(id: EntryId): Promise<void> {
		const n = this.#ground.numberOf(id);
		if (n !== undefined) this.settled.push(n);
	}

	async listRetained(afterN: number, most: number): Promise<Retained[]> {
		const numbers = [...this.#ground.notes.keys()].filter((n) => n > afterN && this.#isRetained(n));
		return numbers
			.sort((a, b) => a - b)
			.slice(0, most)
			.map((n) => ({ n, id: this.#ground.notes.get(n)!.id }));
	}

	async reopenEntry(id: EntryId): Promise<boolean> {
		const n = this.#ground.numberOf(id);
		if (n === undefined || !this.#isRetained(n)) return false;
		this.reopened.push(n);
		this.#states.set(n, 'open');
		return true;
	}

	async dropRetained(closedBefore: number): Promise<void> {
		for (const [n, { closedAt }] of this.#ground.notes) {
			if (closedAt !== undefined && closedAt < closedBefore && this.#isRetained(n)) this.dropped.push(n);
		}
	}

	async listPosted(afterN: number, most: number): Promise<PostedEntry[]> {
		const found: PostedEntry[] = [];
		for (const { entry } of this.#listOpen()) {
			if (found.length >= most) break;
			const { p, ...head } = entry;
			if (head.n > afterN) found.push(this.#ground.posted.get(head.n) ?? { ...head, body: { alg: 'plain', p } });
		}
		return structuredClone(found);
	}

	async listOpenFor(id: RecordId): Promise<OutboxEntry[]> {
		const kept = this.#ground.notesOf(id).flatMap(({ n }) => (this.#isOpen(n) ? this.#ground.open.get(n)! : []));
		const added = this.added.filter(({ entry, state }) => entry.e === id && state === 'open');
		return structuredClone([...kept, ...added].sort(byNumber));
	}

	async countOpen(): Promise<number> {
		let count = this.added.filter(({ state }) => state === 'open').length + this.reopened.length - this.closed.length;
		for (const note of this.#ground.notes.values()) if (note.state === 'open') count++;
		return count;
	}

	#isOpen(n: number): boolean {
		return this.#ground.open.has(n) && this.#states.get(n) !== 'closed';
	}

	#isRetained(n: number): boolean {
		const note = this.#ground.notes.get(n);
		return note !== undefined && note.state === 'closed' && note.isSealed && !this.#states.has(n);
	}

	#listOpen(): OutboxEntry[] {
		const kept = [...this.#ground.open.values()].filter(({ entry }) => this.#isOpen(entry.n));
		return [...kept, ...this.added.filter(({ state }) => state === 'open')].sort(byNumber);
	}
}

const byNumber = (a: OutboxEntry, b: OutboxEntry): number => a.entry.n - b.entry.n;
