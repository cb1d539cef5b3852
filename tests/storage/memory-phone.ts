// The phone's store in memory, for worlds and as the first to keep the laws. Everything is kept as JSON text, so that
// nobody can change what was written by holding on to an object.

import type { EntryId, RecordId } from '../../src/lib/domain/id.ts';
import type { OutboxEntry, PostedEntry, Verdict } from '../../src/lib/sync/entry.ts';
import {
	FRESH_STATE,
	type PhoneState,
	type PhoneStore,
	type PhoneTx,
	type Retained,
	type Unsettled
} from '../../src/lib/sync/phone-port.ts';
import type { PhoneRecord } from '../../src/lib/sync/record.ts';

/** What a killed tab's calls end with. */
export class Killed extends Error {
	constructor() {
		super('this tab was killed');
	}
}

interface Slip {
	readonly e: RecordId;
	readonly isOpen: boolean;
	/** Null while it is open, and once it could not be sent again. */
	readonly retainedSince: number | null;
	/** As on a real phone, what was answered once can be sent again and no longer be read. */
	readonly isUnreadable: boolean;
	/** It was answered where its record could not be read. */
	readonly isUnsettled: boolean;
	readonly text: string;
}

interface Shelf {
	state: string;
	readonly records: Map<RecordId, string>;
	readonly outbox: Map<number, Slip>;
	readonly numbers: Map<EntryId, number>;
}

/** The disk: what survives tabs. Transactions of all its tabs are serial. */
export class PhoneDisk {
	#shelf: Shelf;
	#turn: Promise<unknown> = Promise.resolve();
	/** How often it changed. */
	commits = 0;

	constructor(cid: string) {
		const state: PhoneState = { cid, ...FRESH_STATE };
		this.#shelf = { state: JSON.stringify(state), records: new Map(), outbox: new Map(), numbers: new Map() };
	}

	openTab(): PhoneTab {
		return new PhoneTab(this);
	}

	/** Runs `work` alone on a copy; the copy becomes the disk when the work ends well and `canCommit` agrees. */
	transact<Value>(work: (tx: PhoneTx) => Promise<Value>, canCommit: () => void): Promise<Value> {
		const turn = this.#turn.then(async () => {
			canCommit();
			const shelf = new Layer(this.#shelf);
			const value = await work(shelf);
			canCommit();
			shelf.pour();
			this.commits += 1;
			return value;
		});
		this.#turn = turn.catch(() => undefined); // the caller gets the failure; the next one starts anew
		return turn;
	}

	/** The disk as it is, for a power cut that takes back what was only promised. */
	copy(): string {
		const { state, records, outbox, numbers } = this.#shelf;
		return JSON.stringify({ state, records: [...records], outbox: [...outbox], numbers: [...numbers] });
	}

	putBack(copy: string): void {
		const { state, records, outbox, numbers } = JSON.parse(copy);
		this.#shelf = { state, records: new Map(records), outbox: new Map(outbox), numbers: new Map(numbers) };
		this.commits += 1;
	}

	/** Looks without a transaction: for laws, which must not disturb what they watch. */
	look(): { state: PhoneState; records: PhoneRecord[]; outbox: OutboxEntry[]; unsettled: ReadonlySet<RecordId> } {
		const outbox = [...this.#shelf.outbox].sort(([a], [b]) => a - b);
		return {
			unsettled: new Set(outbox.flatMap(([, slip]) => (slip.isUnsettled ? [slip.e] : []))),
			state: JSON.parse(this.#shelf.state),
			records: [...this.#shelf.records.values()].map((text) => JSON.parse(text)),
			outbox: outbox.map(([, slip]) => JSON.parse(slip.text))
		};
	}
}

/** One tab's way to the disk. */
export class PhoneTab implements PhoneStore {
	readonly #disk: PhoneDisk;
	#isKilled = false;
	/** How many more steps this tab lives; for kills between the steps of a round. */
	#stepsLeft = Infinity;
	isCutBefore = false;

	constructor(disk: PhoneDisk) {
		this.#disk = disk;
	}

	/** From now on every call fails; what was committed stays, what was under way does not. */
	kill(): void {
		this.#isKilled = true;
	}

	/** Dies at the `count`-th transaction from now: before its commit, or right after. */
	killAfter(count: number, isBeforeCommit: boolean): void {
		this.#stepsLeft = count;
		this.isCutBefore = isBeforeCommit;
	}

	get isKilled(): boolean {
		return this.#isKilled;
	}

	async transact<Value>(work: (tx: PhoneTx) => Promise<Value>): Promise<Value> {
		this.#stepsLeft -= 1;
		const isLast = this.#stepsLeft <= 0;
		const value = await this.#disk.transact(
			async (tx) => {
				const value = await work(tx);
				if (isLast && this.isCutBefore) this.kill();
				return value;
			},
			() => {
				if (this.#isKilled) throw new Killed();
			}
		);
		if (isLast) this.kill();
		if (this.#isKilled) throw new Killed();
		return value;
	}
}

/** Changes of one transaction above the shelf. */
class Layer implements PhoneTx {
	readonly #shelf: Shelf;
	#state: string | null = null;
	readonly #records = new Map<RecordId, string | null>();
	readonly #outbox = new Map<number, Slip>();
	readonly #numbers = new Map<EntryId, number>();

	constructor(shelf: Shelf) {
		this.#shelf = shelf;
	}

	pour(): void {
		if (this.#state !== null) this.#shelf.state = this.#state;
		for (const [id, text] of this.#records) {
			if (text === null) this.#shelf.records.delete(id);
			else this.#shelf.records.set(id, text);
		}
		for (const [n, slip] of this.#outbox) this.#shelf.outbox.set(n, slip);
		for (const [id, n] of this.#numbers) this.#shelf.numbers.set(id, n);
	}

	async readState(): Promise<PhoneState> {
		return JSON.parse(this.#state ?? this.#shelf.state);
	}

	async writeState(changes: Partial<PhoneState>): Promise<void> {
		this.#state = JSON.stringify({ ...(await this.readState()), ...changes });
	}

	async readRecord(id: RecordId): Promise<PhoneRecord | null> {
		const text = this.#records.has(id) ? this.#records.get(id) : this.#shelf.records.get(id);
		return text ? JSON.parse(text) : null;
	}

	async writeRecord(record: PhoneRecord): Promise<void> {
		this.#records.set(record.id, JSON.stringify(record));
	}

	async removeRecord(id: RecordId): Promise<void> {
		this.#records.set(id, null);
	}

	async listRecords(): Promise<PhoneRecord[]> {
		const ids = new Set([...this.#shelf.records.keys(), ...this.#records.keys()]);
		const records = await Promise.all([...ids].map((id) => this.readRecord(id)));
		return records.filter((record) => record !== null);
	}

	async addEntry(entry: OutboxEntry): Promise<void> {
		const { id, n } = entry.entry;
		if (this.#slip(n) || this.#find(id) !== undefined) throw new Error(`entry ${id} or its number ${n} is taken`);
		this.#numbers.set(id, n);
		this.#write(entry);
	}

	async closeEntry(verdict: Verdict, closedAt: number, isUnsettled = false): Promise<boolean> {
		const n = this.#find(verdict.id);
		const slip = n === undefined ? undefined : this.#slip(n);
		if (!slip?.isOpen) return false;
		this.#write(
			{ ...JSON.parse(slip.text), state: 'closed', verdict },
			{ retainedSince: closedAt, isUnreadable: true, isUnsettled }
		);
		return true;
	}

	async listUnsettled(): Promise<Unsettled[]> {
		return this.#numbersOf((slip) => slip.isUnsettled).flatMap((n) => {
			const { entry, verdict }: OutboxEntry = JSON.parse(this.#slip(n)?.text ?? 'null');
			return verdict ? [{ id: entry.id, e: entry.e, verdict }] : [];
		});
	}

	async noteSettled(id: EntryId): Promise<void> {
		const n = this.#find(id);
		const slip = n === undefined ? undefined : this.#slip(n);
		if (n !== undefined && slip) this.#outbox.set(n, { ...slip, isUnsettled: false });
	}

	async listRetained(afterN: number, most: number): Promise<Retained[]> {
		const found: Retained[] = [];
		for (const n of this.#numbersOf((slip, n) => slip.retainedSince !== null && n > afterN)) {
			const { entry }: OutboxEntry = JSON.parse(this.#slip(n)?.text ?? 'null');
			if (found.length < most) found.push({ n, id: entry.id });
		}
		return found;
	}

	async reopenEntry(id: EntryId): Promise<boolean> {
		const n = this.#find(id);
		const slip = n === undefined ? undefined : this.#slip(n);
		if (!slip || slip.retainedSince === null) return false;
		const { verdict: _, ...entry }: OutboxEntry = JSON.parse(slip.text);
		this.#write({ ...entry, state: 'open' }, { isUnreadable: true });
		return true;
	}

	async dropRetained(closedBefore: number): Promise<void> {
		const isDue = (slip: Slip) => slip.retainedSince !== null && slip.retainedSince < closedBefore;
		for (const n of this.#numbersOf(isDue)) this.#outbox.set(n, { ...this.#slip(n)!, retainedSince: null });
	}

	async listPosted(afterN: number, most: number): Promise<PostedEntry[]> {
		return this.#listOpen((slip, n) => n > afterN, most).map(({ entry: { p, ...head } }) => ({
			...head,
			body: { alg: 'plain', p }
		}));
	}

	async listOpenFor(id: RecordId): Promise<OutboxEntry[]> {
		return this.#listOpen((slip) => slip.e === id, Infinity).map((one) =>
			this.#slip(one.entry.n)?.isUnreadable ? { ...one, entry: { ...one.entry, p: {} } } : one
		);
	}

	async countOpen(): Promise<number> {
		return this.#numbersOf((slip) => slip.isOpen).length;
	}

	#write(entry: OutboxEntry, marks: Partial<Slip> = {}): void {
		const { e, n } = entry.entry;
		const slip = { e, isOpen: entry.state === 'open', retainedSince: null, isUnreadable: false, isUnsettled: false };
		this.#outbox.set(n, { ...slip, ...marks, text: JSON.stringify(entry) });
	}

	#find(id: EntryId): number | undefined {
		return this.#numbers.get(id) ?? this.#shelf.numbers.get(id);
	}

	#slip(n: number): Slip | undefined {
		return this.#outbox.get(n) ?? this.#shelf.outbox.get(n);
	}

	#numbersOf(isWanted: (slip: Slip, n: number) => boolean): number[] {
		const found = new Set<number>();
		for (const numbers of [this.#shelf.outbox.keys(), this.#outbox.keys()]) {
			for (const n of numbers) {
				const slip = this.#slip(n);
				if (slip && isWanted(slip, n)) found.add(n);
			}
		}
		return [...found].sort((a, b) => a - b);
	}

	#listOpen(isWanted: (slip: Slip, n: number) => boolean, most: number): OutboxEntry[] {
		return this.#numbersOf((slip, n) => slip.isOpen && isWanted(slip, n))
			.slice(0, most)
			.map((n) => JSON.parse(this.#slip(n)?.text ?? 'null'));
	}
}
