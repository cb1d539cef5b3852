// What the engine demands of the ward's store. Memory (tests) and Kysely (SQLite, PostgreSQL) implement it.

import type { AreaId, ClientId, EntryId, RecordId, StaffId } from '../domain/id.ts';
import type { ProblemCode } from '../domain/problem.ts';
import type { Copy } from './digest.ts';
import type { Entry, Verdict } from './entry.ts';
import type { Fields, Table, WardRecord } from './record.ts';

export interface WardState {
	/** The ward's counter: rises by one with every acceptance, gap-free, in commit order. */
	readonly seq: number;
	/** Head of the hash chain over all acceptances, hex. */
	readonly head: string;
	/** Names one history of the store; a restore begins a new one. */
	readonly epoch: string;
	/** What left the ward's lists before this step is no longer told to phones. */
	readonly minSeq: number;
}

/** What somebody has to look into: the store went back in time, or a phone that had unsent work is gone. */
export interface Incident {
	readonly id: string;
	/**
	 * `timeTravel`: a phone knew steps that the store does not hold. `restore`: the operator put a copy back. `unsent`:
	 * a phone was lost, shut out or replaced that last said it had entries to send.
	 */
	readonly kind: 'timeTravel' | 'restore' | 'unsent';
	readonly at: number;
	readonly before: string;
	readonly epoch: string;
	/** The ward's counter then. */
	readonly seq: number;
	/** Steps that are missing at least, or entries that may be lost; null where nobody knows. */
	readonly count: number | null;
	/** The phone that it is about, where it is about one. */
	readonly subject: string | null;
}

/** A record that left an area at this step of the counter: phones of that area drop it. */
export interface Exit {
	readonly seq: number;
	readonly area: AreaId;
	readonly id: RecordId;
}

/** An entry that was accepted once. `entry.p` holds protected fields (a personal number sealed and indexed). */
export interface KeptEntry {
	readonly entry: Entry;
	readonly cid: ClientId;
	/** Who sent it: device and volunteer, or a staff id. */
	readonly actor: string;
	/** Hash of the entry as it came, to tell a repeat from a reused id. */
	readonly hash: string;
	readonly verdict: Verdict;
	readonly receivedAt: number;
}

/** One step in the ward's log. `before` and `after` hold the changed fields only, protected. */
export interface Change {
	readonly seq: number;
	/** Head of the chain after this step. */
	readonly head: string;
	readonly entry: EntryId;
	readonly kind: string;
	readonly actor: string;
	readonly at: number;
	readonly table: Table | null;
	readonly record: RecordId | null;
	readonly v: number;
	readonly before: Fields;
	readonly after: Fields;
}

/** Two values for one field that a human must choose between. */
export interface Conflict {
	readonly entry: EntryId;
	readonly record: RecordId;
	readonly field: string;
	/** What the ward keeps until somebody chooses. */
	readonly kept: unknown;
	readonly other: unknown;
	readonly actor: string;
	readonly at: number;
}

/** An entry kept aside, with what its sender might touch then: it may land long after the sender's session is over. */
export interface AsideEntry extends Entry {
	readonly sender?: { readonly volunteer: string; readonly areas: readonly AreaId[] };
}

/** An entry that the ward keeps aside: because its parent has not arrived (`held`), or because it is odd (`quar`). */
export interface SetAside {
	/** Kept whole, as JSON: whatever stands in it comes back. */
	readonly entry: AsideEntry;
	readonly cid: ClientId;
	readonly actor: string;
	readonly why: ProblemCode;
	/** The record that it waits for, where it waits for one. */
	readonly parent: RecordId | null;
	readonly at: number;
	readonly seq: number;
}

/** What somebody at the desk made of a case, once. */
export interface Settled {
	readonly by: StaffId;
	readonly at: number;
	/** `DecisionChoice` of `domain/decision.ts`. */
	readonly choice: string;
	readonly note: string | null;
}

/** A conflict or a quarantined entry with what became of it; null while it waits for a human. */
export type Case<What> = What & { readonly settled: Settled | null };

/**
 * One atomic step on one ward's store. A store promises: transactions of one ward are serial (a second one waits), so
 * the counter commits in order; everything is durable when the transaction's promise resolves; nothing of it remains
 * when the work throws.
 */
export interface WardTx {
	readWard(): Promise<WardState>;
	writeWard(state: WardState): Promise<void>;
	readRecord(id: RecordId): Promise<WardRecord | null>;
	writeRecord(record: WardRecord): Promise<void>;
	readEntry(id: EntryId): Promise<KeptEntry | null>;
	/** Replaces what was kept under the same id: a held entry gets its verdict when it lands. */
	writeEntry(kept: KeptEntry): Promise<void>;
	/** One entry may have two: when it was held, and when it landed. */
	appendChange(change: Change): Promise<void>;
	addConflict(conflict: Conflict): Promise<void>;
	addAside(aside: SetAside): Promise<void>;
	/** Entries that were held for this record, by number. */
	listHeldFor(parent: RecordId): Promise<SetAside[]>;
	/** Takes the held one with this id away; one that is quarantined stays. */
	removeHeld(id: EntryId): Promise<void>;
	/** Records of these areas with a counter above `afterSeq` and not above `upTo`, by counter, at most `most`. */
	listRecords(areas: readonly AreaId[], afterSeq: number, most: number, upTo?: number): Promise<WardRecord[]>;
	/** Head of the chain after this step; null where there is no such step, empty before the first. */
	readHead(seq: number): Promise<string | null>;
	/** Those of the ids under which an entry is kept. */
	listKnown(ids: readonly EntryId[]): Promise<EntryId[]>;
	/** What the sums of areas are made of, removed records included. */
	listCopies(areas: readonly AreaId[]): Promise<(Copy & { readonly seq: number; readonly table: Table })[]>;
	addExit(exit: Exit): Promise<void>;
	/** What left these areas after this step and stands in none of them now, by counter, at most `most`. */
	listExits(areas: readonly AreaId[], afterSeq: number, most: number): Promise<Exit[]>;
	addIncident(incident: Incident): Promise<void>;

	// What waits for a human (`desk.ts`). A case is settled once and never removed.
	/** Conflicts about this record, in the order in which they came. */
	listConflicts(record: RecordId): Promise<Case<Conflict>[]>;
	settleConflict(key: Pick<Conflict, 'entry' | 'record' | 'field'>, settled: Settled): Promise<void>;
	/** The entry of this id in quarantine, not one that is held. */
	readAside(id: EntryId): Promise<Case<SetAside> | null>;
	settleAside(id: EntryId, settled: Settled): Promise<void>;
	/** People and visits of this household that were not removed, by id. */
	listBehind(household: RecordId): Promise<WardRecord[]>;
}

export interface WardStore {
	transact<Value>(work: (tx: WardTx) => Promise<Value>): Promise<Value>;
}

/** Turns what a phone sent into what the ward may keep, and back into what a phone may see. */
export interface Protection {
	/** Replaces `personalId` by `idKeep` (sealed number, keyed index, last four digits). */
	protect(fields: Fields): Promise<Fields>;
	/** Replaces `idKeep` by `idTail`; drops whatever a phone must not see. */
	reveal(table: Table, fields: Fields): Fields;
}

/** Who sends, and what they may touch: from the session, never from the request. */
export interface Sender {
	readonly actor: string;
	readonly volunteer: string;
	readonly areas: ReadonlySet<AreaId>;
	/** Where everything of this sender is kept aside for a human, why. */
	readonly aside?: ProblemCode;
}
