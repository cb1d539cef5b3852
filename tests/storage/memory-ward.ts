// The ward's store in memory, for worlds and as the first to keep the laws. Everything is kept as JSON text.

import type { AreaId, EntryId, RecordId } from '../../src/lib/domain/id.ts';
import type { WardRecord } from '../../src/lib/sync/record.ts';
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
	WardStore,
	WardTx
} from '../../src/lib/sync/ward-port.ts';

interface Shelf {
	ward: string;
	readonly records: Map<RecordId, string>;
	readonly entries: Map<EntryId, string>;
	readonly changes: string[];
	readonly conflicts: string[];
	readonly asides: string[];
	readonly exits: string[];
	readonly incidents: string[];
	/** What became of conflicts and quarantined entries, by their key. */
	readonly settled: Map<string, string>;
}

/** When the next commit goes wrong: before it (nothing of it remains) or after it (all of it does). */
export type Crash = 'beforeCommit' | 'afterCommit';

/** What a crashed ward's calls end with. */
export class Crashed extends Error {
	constructor() {
		super('the ward went down');
	}
}

export class MemoryWard implements WardStore {
	#shelf: Shelf;
	#turn: Promise<unknown> = Promise.resolve();
	#crash: Crash | null = null;

	constructor(epoch: string) {
		const ward: WardState = { seq: 0, head: '', epoch, minSeq: 0 };
		this.#shelf = emptyShelf(JSON.stringify(ward));
	}

	crashNext(crash: Crash): void {
		this.#crash = crash;
	}

	get state(): WardState {
		return JSON.parse(this.#shelf.ward);
	}

	/** The file as it lies there, to be put back some day. */
	copy(): string {
		const { records, entries, ...rest } = this.#shelf;
		return JSON.stringify({ ...rest, records: [...records], entries: [...entries] });
	}

	/** An older copy in place of what is there. */
	putBack(copy: string): void {
		const { records, entries, ...rest } = JSON.parse(copy);
		this.#shelf = { ...rest, records: new Map(records), entries: new Map(entries) };
		this.#crash = null;
	}

	transact<Value>(work: (tx: WardTx) => Promise<Value>): Promise<Value> {
		const turn = this.#turn.then(async () => {
			const layer = new Layer(this.#shelf);
			const value = await work(layer);
			const crash = this.#crash;
			this.#crash = null;
			if (crash === 'beforeCommit') throw new Crashed();
			layer.pour();
			if (crash === 'afterCommit') throw new Crashed();
			return value;
		});
		this.#turn = turn.catch(() => undefined); // the caller gets the failure; the next one starts anew
		return turn;
	}

	/** Looks without a transaction: for laws, which must not disturb what they watch. */
	look(): {
		ward: WardState;
		records: WardRecord[];
		entries: KeptEntry[];
		changes: Change[];
		conflicts: Conflict[];
		asides: SetAside[];
		exits: Exit[];
		incidents: Incident[];
	} {
		const read = (texts: Iterable<string>) => [...texts].map((text) => JSON.parse(text));
		const { ward, records, entries, changes, conflicts, asides, exits, incidents } = this.#shelf;
		return {
			ward: JSON.parse(ward),
			records: read(records.values()),
			entries: read(entries.values()),
			changes: read(changes),
			conflicts: read(conflicts),
			asides: read(asides),
			exits: read(exits),
			incidents: read(incidents)
		};
	}
}

function emptyShelf(ward: string): Shelf {
	const lists = { changes: [], conflicts: [], asides: [], exits: [], incidents: [] };
	return { ward, records: new Map(), entries: new Map(), settled: new Map(), ...lists };
}

/** Changes of one transaction above the shelf. */
class Layer implements WardTx {
	readonly #shelf: Shelf;
	readonly #own: Shelf;
	readonly #removed = new Set<EntryId>();

	constructor(shelf: Shelf) {
		this.#shelf = shelf;
		this.#own = emptyShelf(shelf.ward);
	}

	pour(): void {
		this.#shelf.ward = this.#own.ward;
		for (const [id, text] of this.#own.records) this.#shelf.records.set(id, text);
		for (const [id, text] of this.#own.entries) this.#shelf.entries.set(id, text);
		this.#shelf.changes.push(...this.#own.changes);
		this.#shelf.conflicts.push(...this.#own.conflicts);
		this.#shelf.exits.push(...this.#own.exits);
		this.#shelf.incidents.push(...this.#own.incidents);
		for (const [key, text] of this.#own.settled) this.#shelf.settled.set(key, text);
		if (this.#removed.size > 0) {
			const asides = this.#listAsides().map((aside) => JSON.stringify(aside));
			this.#shelf.asides.splice(0, this.#shelf.asides.length, ...asides);
		} else this.#shelf.asides.push(...this.#own.asides);
	}

	async readWard(): Promise<WardState> {
		return JSON.parse(this.#own.ward);
	}

	async writeWard(state: WardState): Promise<void> {
		this.#own.ward = JSON.stringify(state);
	}

	async readRecord(id: RecordId): Promise<WardRecord | null> {
		const text = this.#own.records.get(id) ?? this.#shelf.records.get(id);
		return text === undefined ? null : JSON.parse(text);
	}

	async writeRecord(record: WardRecord): Promise<void> {
		this.#own.records.set(record.id, JSON.stringify(record));
	}

	async readEntry(id: EntryId): Promise<KeptEntry | null> {
		const text = this.#own.entries.get(id) ?? this.#shelf.entries.get(id);
		return text === undefined ? null : JSON.parse(text);
	}

	async writeEntry(kept: KeptEntry): Promise<void> {
		this.#own.entries.set(kept.entry.id, JSON.stringify(kept));
	}

	async appendChange(change: Change): Promise<void> {
		// The log has no holes, so a change's place follows from its counter.
		if (change.seq !== this.#shelf.changes.length + this.#own.changes.length + 1) {
			throw new Error(`counter ${change.seq} is taken or leaves a hole`);
		}
		this.#own.changes.push(JSON.stringify(change));
	}

	async addConflict(conflict: Conflict): Promise<void> {
		this.#own.conflicts.push(JSON.stringify(conflict));
	}

	async addAside(aside: SetAside): Promise<void> {
		this.#own.asides.push(JSON.stringify(aside));
	}

	async listHeldFor(parent: RecordId): Promise<SetAside[]> {
		return this.#listAsides()
			.filter((aside) => aside.parent === parent)
			.sort((a, b) => a.entry.n - b.entry.n);
	}

	async removeHeld(id: EntryId): Promise<void> {
		const isHeld = (text: string) => JSON.parse(text).entry.id === id && JSON.parse(text).parent !== null;
		const own = this.#own.asides.findIndex(isHeld);
		if (own >= 0) this.#own.asides.splice(own, 1);
		else this.#removed.add(id);
	}

	async listRecords(
		areas: readonly AreaId[],
		afterSeq: number,
		most: number,
		upTo = Number.MAX_SAFE_INTEGER
	): Promise<WardRecord[]> {
		return (await this.#listAll())
			.filter((record) => record.seq > afterSeq && record.seq <= upTo && areas.includes(record.area))
			.sort((a, b) => a.seq - b.seq)
			.slice(0, most);
	}

	async readHead(seq: number): Promise<string | null> {
		if (seq === 0) return '';
		const text = [...this.#shelf.changes, ...this.#own.changes][seq - 1];
		return text === undefined ? null : JSON.parse(text).head;
	}

	async listKnown(ids: readonly EntryId[]): Promise<EntryId[]> {
		return ids.filter((id) => this.#own.entries.has(id) || this.#shelf.entries.has(id));
	}

	async listCopies(areas: readonly AreaId[]): ReturnType<WardTx['listCopies']> {
		const records = (await this.#listAll()).filter((record) => areas.includes(record.area));
		return records.map(({ id, area, v, seq, table }) => ({ id, area, v, seq, table }));
	}

	async addExit(exit: Exit): Promise<void> {
		this.#own.exits.push(JSON.stringify(exit));
	}

	async listExits(areas: readonly AreaId[], afterSeq: number, most: number): Promise<Exit[]> {
		const exits: Exit[] = [...this.#shelf.exits, ...this.#own.exits].map((text) => JSON.parse(text));
		const inside = new Set((await this.listCopies(areas)).map((copy) => copy.id));
		return exits
			.filter((exit) => exit.seq > afterSeq && areas.includes(exit.area) && !inside.has(exit.id))
			.sort((a, b) => a.seq - b.seq)
			.slice(0, most);
	}

	async addIncident(incident: Incident): Promise<void> {
		this.#own.incidents.push(JSON.stringify(incident));
	}

	async #listAll(): Promise<WardRecord[]> {
		const ids = new Set([...this.#shelf.records.keys(), ...this.#own.records.keys()]);
		const records = await Promise.all([...ids].map((id) => this.readRecord(id)));
		return records.filter((record) => record !== null);
	}

	async listConflicts(record: RecordId): Promise<Case<Conflict>[]> {
		return [...this.#shelf.conflicts, ...this.#own.conflicts]
			.map((text): Conflict => JSON.parse(text))
			.filter((conflict) => conflict.record === record)
			.map((conflict) => ({ ...conflict, settled: this.#readSettled(nameConflict(conflict)) }));
	}

	async settleConflict(key: Pick<Conflict, 'entry' | 'record' | 'field'>, settled: Settled): Promise<void> {
		this.#settle(nameConflict(key), settled);
	}

	async readAside(id: EntryId): Promise<Case<SetAside> | null> {
		const aside = this.#listAsides().find((one) => one.entry.id === id && one.parent === null);
		return aside ? { ...aside, settled: this.#readSettled(id) } : null;
	}

	async settleAside(id: EntryId, settled: Settled): Promise<void> {
		this.#settle(id, settled);
	}

	async listBehind(household: RecordId): Promise<WardRecord[]> {
		const ids = new Set([...this.#shelf.records.keys(), ...this.#own.records.keys()]);
		const records = await Promise.all([...ids].map((id) => this.readRecord(id)));
		return records
			.filter((record) => record !== null)
			.filter((record) => !record.deleted && record.table !== 'household' && record.fields.household === household)
			.sort((a, b) => (a.id < b.id ? -1 : 1));
	}

	#settle(key: string, settled: Settled): void {
		if (!this.#readSettled(key)) this.#own.settled.set(key, JSON.stringify(settled));
	}

	#readSettled(key: string): Settled | null {
		const text = this.#own.settled.get(key) ?? this.#shelf.settled.get(key);
		return text === undefined ? null : JSON.parse(text);
	}

	#listAsides(): SetAside[] {
		const stays = (aside: SetAside) => aside.parent === null || !this.#removed.has(aside.entry.id);
		const kept: SetAside[] = this.#shelf.asides.map((text) => JSON.parse(text)).filter(stays);
		return [...kept, ...this.#own.asides.map((text) => JSON.parse(text))];
	}
}

function nameConflict({ entry, record, field }: Pick<Conflict, 'entry' | 'record' | 'field'>): string {
	return `${entry} ${record} ${field}`;
}
