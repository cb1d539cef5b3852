// One batch of entries costs the store a handful of statements instead of a dozen for each entry: what the engine will
// look at is fetched at once, and what it writes is gathered and written at the end. To the engine it is the same store
// (tests/storage runs the same laws over it); it lives inside one transaction and must be flushed before that ends.

import type { AreaId, EntryId, RecordId } from '../../domain/id.ts';
import type { PostedEntry } from '../../sync/entry.ts';
import type { WardRecord } from '../../sync/record.ts';
import type {
	Case,
	Change,
	Conflict,
	Exit,
	Incident,
	KeptEntry,
	SetAside,
	Settled,
	WardState,
	WardTx
} from '../../sync/ward-port.ts';
import type { KyselyWardTx } from './ward-store.ts';

export class BatchTx implements WardTx {
	readonly #tx: KyselyWardTx;
	#ward: WardState | null = null;
	#isWardNew = false;
	/** As JSON, because whoever reads may change what it gets; null where there is none. */
	readonly #records = new Map<RecordId, string | null>();
	readonly #entries = new Map<EntryId, string | null>();
	readonly #newRecords = new Map<RecordId, WardRecord>();
	readonly #newEntries = new Map<EntryId, KeptEntry>();
	/** Records for which nothing is held. */
	readonly #unheld = new Set<RecordId>();
	#changes: Change[] = [];

	constructor(tx: KyselyWardTx) {
		this.#tx = tx;
	}

	/** Fetches what a batch is about: its entries, their records and those that plain payloads name. */
	async prefetch(entries: readonly PostedEntry[]): Promise<void> {
		const records = new Set<RecordId>();
		for (const { e, body } of entries) {
			records.add(e);
			if (body.alg !== 'plain') continue;
			// a guess: what the payload truly names is checked by the engine, which reads whatever is missing here
			for (const named of [body.p.household, body.p.person])
				if (typeof named === 'string') records.add(named as RecordId);
		}
		const ids = [...new Set(entries.map((entry) => entry.id))];
		const wanted = [...records];
		const [kept, found, held] = [
			await this.#tx.listEntries(ids),
			await this.#tx.listNamed(wanted),
			await this.#tx.listHeldParents(wanted)
		];
		for (const id of ids) this.#entries.set(id, null);
		for (const entry of kept) this.#entries.set(entry.entry.id, JSON.stringify(entry));
		for (const id of wanted) this.#records.set(id, null);
		for (const record of found) this.#records.set(record.id, JSON.stringify(record));
		for (const id of wanted) if (!held.has(id)) this.#unheld.add(id);
	}

	/** Writes everything that was gathered. */
	async flush(): Promise<void> {
		const [changes, entries, records] = [this.#changes, [...this.#newEntries.values()], [...this.#newRecords.values()]];
		this.#changes = [];
		this.#newEntries.clear();
		this.#newRecords.clear();
		await this.#tx.appendChanges(changes);
		await this.#tx.writeEntries(entries);
		await this.#tx.writeRecords(records);
		if (this.#isWardNew && this.#ward) await this.#tx.writeWard(this.#ward);
		this.#isWardNew = false;
	}

	async readWard(): Promise<WardState> {
		this.#ward ??= await this.#tx.readWard();
		return { ...this.#ward };
	}

	async writeWard(state: WardState): Promise<void> {
		this.#ward = { ...state };
		this.#isWardNew = true;
	}

	async readRecord(id: RecordId): Promise<WardRecord | null> {
		let text = this.#records.get(id);
		if (text === undefined) {
			const record = await this.#tx.readRecord(id);
			text = record && JSON.stringify(record);
			this.#records.set(id, text);
		}
		// written by the two lines above and by writeRecord
		return text === null ? null : (JSON.parse(text) as WardRecord);
	}

	async writeRecord(record: WardRecord): Promise<void> {
		const text = JSON.stringify(record);
		this.#records.set(record.id, text);
		this.#newRecords.set(record.id, JSON.parse(text) as WardRecord);
	}

	async readEntry(id: EntryId): Promise<KeptEntry | null> {
		let text = this.#entries.get(id);
		if (text === undefined) {
			const kept = await this.#tx.readEntry(id);
			text = kept && JSON.stringify(kept);
			this.#entries.set(id, text);
		}
		// written by the two lines above and by writeEntry
		return text === null ? null : (JSON.parse(text) as KeptEntry);
	}

	async writeEntry(kept: KeptEntry): Promise<void> {
		const text = JSON.stringify(kept);
		this.#entries.set(kept.entry.id, text);
		this.#newEntries.set(kept.entry.id, JSON.parse(text) as KeptEntry);
	}

	async appendChange(change: Change): Promise<void> {
		this.#changes.push(change);
	}

	async listHeldFor(parent: RecordId): Promise<SetAside[]> {
		return this.#unheld.has(parent) ? [] : this.#tx.listHeldFor(parent);
	}

	async addAside(aside: SetAside): Promise<void> {
		if (aside.parent) this.#unheld.delete(aside.parent);
		await this.#tx.addAside(aside);
	}

	removeHeld(id: EntryId): Promise<void> {
		return this.#tx.removeHeld(id);
	}

	addConflict(conflict: Conflict): Promise<void> {
		return this.#tx.addConflict(conflict);
	}

	addExit(exit: Exit): Promise<void> {
		return this.#tx.addExit(exit);
	}

	addIncident(incident: Incident): Promise<void> {
		return this.#tx.addIncident(incident);
	}

	async listRecords(areas: readonly AreaId[], afterSeq: number, most: number, upTo?: number): Promise<WardRecord[]> {
		await this.flush();
		return this.#tx.listRecords(areas, afterSeq, most, upTo);
	}

	async readHead(seq: number): Promise<string | null> {
		await this.flush();
		return this.#tx.readHead(seq);
	}

	async listKnown(ids: readonly EntryId[]): Promise<EntryId[]> {
		await this.flush();
		return this.#tx.listKnown(ids);
	}

	async listCopies(areas: readonly AreaId[]): ReturnType<WardTx['listCopies']> {
		await this.flush();
		return this.#tx.listCopies(areas);
	}

	async listExits(areas: readonly AreaId[], afterSeq: number, most: number): Promise<Exit[]> {
		await this.flush();
		return this.#tx.listExits(areas, afterSeq, most);
	}

	// What the desk does stands alone and is no batch: it goes straight to the store.

	async listConflicts(record: RecordId): Promise<Case<Conflict>[]> {
		return this.#tx.listConflicts(record);
	}

	async settleConflict(key: Pick<Conflict, 'entry' | 'record' | 'field'>, settled: Settled): Promise<void> {
		await this.#tx.settleConflict(key, settled);
	}

	async readAside(id: EntryId): Promise<Case<SetAside> | null> {
		return this.#tx.readAside(id);
	}

	async settleAside(id: EntryId, settled: Settled): Promise<void> {
		await this.#tx.settleAside(id, settled);
	}

	async listBehind(household: RecordId): Promise<WardRecord[]> {
		await this.flush();
		return this.#tx.listBehind(household);
	}
}

/** Runs work on one batch over a store that gathers; everything is written when it answers. */
export async function inBatch<Value>(
	tx: KyselyWardTx,
	entries: readonly PostedEntry[],
	work: (tx: WardTx) => Promise<Value>
): Promise<Value> {
	const batch = new BatchTx(tx);
	await batch.prefetch(entries);
	const value = await work(batch);
	await batch.flush();
	return value;
}
