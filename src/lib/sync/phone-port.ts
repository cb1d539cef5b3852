// What the engine demands of a phone's store and of its way to the ward. Memory (tests), Dexie and fetch implement it.

import type { RecordId } from '../domain/id.ts';
import type { Result } from '../domain/problem.ts';
import type {
	OutboxEntry,
	PostedEntry,
	PullAnswer,
	PullRequest,
	PushAnswer,
	PushBatch,
	Scope,
	Verdict
} from './entry.ts';
import type { PhoneRecord } from './record.ts';

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
	/** Closes exactly this entry with its verdict; true when it was open, false when unknown or closed before. */
	closeEntry(verdict: Verdict, closedAt: number): Promise<boolean>;
	/** Open entries with a number above `afterN`, by number, at most `most`, as they are sent. */
	listPosted(afterN: number, most: number): Promise<PostedEntry[]>;
	/** Open entries about one record, by number. */
	listOpenFor(id: RecordId): Promise<OutboxEntry[]>;
	countOpen(): Promise<number>;
}

export interface PhoneStore {
	/** Rolls back and rethrows when `work` throws. */
	transact<Value>(work: (tx: PhoneTx) => Promise<Value>): Promise<Value>;
}

/**
 * The way to the ward. Answers that are not the ward's own (a captive portal's page, a cut body, an error status)
 * come back as a problem of the `net.` family and never as an answer.
 */
export interface WardLink {
	push(batch: PushBatch): Promise<Result<PushAnswer>>;
	pull(request: PullRequest): Promise<Result<PullAnswer>>;
}
