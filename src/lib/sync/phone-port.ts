// What the engine demands of a phone's store and of its way to the ward. Memory (tests), Dexie and fetch implement it.

import type { AreaId, EntryId, RecordId } from '../domain/id.ts';
import type { Problem } from '../domain/problem.ts';
import type {
	CarryRequest,
	DepositRequest,
	DigestAnswer,
	DigestRequest,
	OutboxEntry,
	PostedEntry,
	PullAnswer,
	PullRequest,
	PushAnswer,
	PushBatch,
	ReconcileAnswer,
	ReconcileRequest,
	Verdict,
	WardStanding
} from './entry.ts';
import type { Scope, WardKeys } from './scope.ts';
import type { PhoneRecord } from './record.ts';

/** Areas that were added: their rows after `cur` and up to `until` are still to come, beside the phone's own counter. */
export interface Fill {
	readonly areas: readonly AreaId[];
	readonly cur: number;
	readonly until: number;
}

/** What the phone remembers between rounds. */
export interface PhoneState {
	readonly cid: string;
	readonly epoch: string | null;
	readonly wm: string | null;
	readonly cur: number;
	readonly scope: Scope | null;
	/** Highest entry number given so far. */
	readonly n: number;
	/** Hybrid time of the last write or of what came down, whichever is later. */
	readonly hlc: string;
	/** Ward's clock minus the phone's, in milliseconds; 0 until the ward was met. */
	readonly clockOffsetMs: number;
	readonly lastSuccessAt: number | null;
	/** What entries are sealed to and words of the ward are proved by; null until the ward has said. */
	readonly keys: WardKeys | null;
	readonly fills: readonly Fill[];
	/**
	 * In a new history: number of the last retained entry that the ward was asked about, 0 before the first; null when
	 * there is nothing to ask.
	 */
	readonly reconcileAfter: number | null;
	/** Instant of the last comparison of copies; null when one is due. */
	readonly digestAt: number | null;
}

/** What a phone's state says before it has met the ward. */
export const FRESH_STATE: Omit<PhoneState, 'cid'> = {
	epoch: null,
	wm: null,
	cur: 0,
	scope: null,
	n: 0,
	hlc: '',
	clockOffsetMs: 0,
	lastSuccessAt: null,
	keys: null,
	fills: [],
	reconcileAfter: null,
	digestAt: null
};

/** An entry that the ward has answered, and that the phone could send again. */
export interface Retained {
	readonly n: number;
	readonly id: EntryId;
}

/** An entry that was answered where its record could not be read: what the record shows has still to follow. */
export interface Unsettled {
	readonly id: EntryId;
	readonly e: RecordId;
	readonly verdict: Verdict;
}

/**
 * One atomic step on the phone's store. A store promises: everything written in a transaction appears at once or not
 * at all; when the transaction's promise resolves it survives a killed tab and a power cut (strict durability); two
 * transactions never interleave, in any tab. Inside a transaction only these calls may be awaited.
 */
export interface PhoneTx {
	readState(): Promise<PhoneState>;
	writeState(changes: Partial<PhoneState>): Promise<void>;
	readRecord(id: RecordId): Promise<PhoneRecord | null>;
	writeRecord(record: PhoneRecord): Promise<void>;
	removeRecord(id: RecordId): Promise<void>;
	/** Every record, in no order: for scope changes only. */
	listRecords(): Promise<PhoneRecord[]>;
	/** Fails by throwing when the id or the number is taken. */
	addEntry(entry: OutboxEntry): Promise<void>;
	/**
	 * Closes exactly this entry with its verdict; true when it was open, false when unknown or closed before. `isUnsettled`:
	 * its record is out of reach, and the entry is listed until `noteSettled`.
	 */
	closeEntry(verdict: Verdict, closedAt: number, isUnsettled?: boolean): Promise<boolean>;
	/** Closed entries whose record has still to follow their verdict, by number. */
	listUnsettled(): Promise<Unsettled[]>;
	/** The record has followed. */
	noteSettled(id: EntryId): Promise<void>;
	/** Open entries with a number above `afterN`, by number, at most `most`, as they are sent. */
	listPosted(afterN: number, most: number): Promise<PostedEntry[]>;
	/** Closed entries that could be sent again, with a number above `afterN`, by number, at most `most`. */
	listRetained(afterN: number, most: number): Promise<Retained[]>;
	/** Opens a retained entry again, to be sent as it was; false when it is not retained, or open. */
	reopenEntry(id: EntryId): Promise<boolean>;
	/** Forgets what could be sent again of entries that were closed before this instant; their receipts stay. */
	dropRetained(closedBefore: number): Promise<void>;
	/** Open entries about one record, by number. `p` is empty where by now only the ward can read it. */
	listOpenFor(id: RecordId): Promise<OutboxEntry[]>;
	countOpen(): Promise<number>;
}

export interface PhoneStore {
	/** Rolls back and rethrows when `work` throws. */
	transact<Value>(work: (tx: PhoneTx) => Promise<Value>): Promise<Value>;
}

/** The ward's answer, or why there is none. Also a ward that refuses may say where its history stands. */
export type Answer<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly problem: Problem; readonly ward?: WardStanding };

/**
 * The way to the ward. Answers that are not the ward's own (a captive portal's page, a cut body, an error status)
 * come back as a problem of the `net.` family and never as an answer. `net.revoked` comes back only where the ward has
 * proved that it said so.
 */
export interface WardLink {
	push(batch: PushBatch): Promise<Answer<PushAnswer>>;
	pull(request: PullRequest): Promise<Answer<PullAnswer>>;
	reconcile(request: ReconcileRequest): Promise<Answer<ReconcileAnswer>>;
	digest(request: DigestRequest): Promise<Answer<DigestAnswer>>;
	deposit(request: DepositRequest): Promise<Answer<PushAnswer>>;
	carry(request: CarryRequest): Promise<Answer<PushAnswer>>;
}
