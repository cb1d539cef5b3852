// An entry is a thing done at a door, waiting for the ward: written once, never changed, sent as it was written.

import type { AreaId, ClientId, EntryId, RecordId } from '../domain/id.ts';
import type { ProblemCode } from '../domain/problem.ts';
import type { Fields, Row, Table } from './record.ts';

/** Version of the payload shapes in `contract/entry.ts`. The ward reads every version ever shipped. */
export const SCHEMA_VERSION = 1;

/** Each kind, the table it touches, and whether it brings the record into being. */
export const ENTRY_KINDS = {
	'household.create': { table: 'household', creates: true },
	'household.set': { table: 'household', creates: false },
	'person.add': { table: 'person', creates: true },
	'person.set': { table: 'person', creates: false },
	'visit.add': { table: 'visit', creates: true },
	/** Amends a visit that the ward sent back. */
	'visit.set': { table: 'visit', creates: false },
	/** Says that the returned field was seen to: the visit goes back to the ward. */
	'review.answer': { table: 'visit', creates: false }
} as const satisfies Record<string, { table: Table; creates: boolean }>;
export type EntryKind = keyof typeof ENTRY_KINDS;

export function isEntryKind(text: string): text is EntryKind {
	return Object.hasOwn(ENTRY_KINDS, text);
}

export interface Entry {
	readonly id: EntryId;
	/** 1, 2, 3 ... in one client's life, taken in the same transaction as the entry. */
	readonly n: number;
	/** Schema version of `p`. */
	readonly sv: number;
	readonly k: EntryKind;
	/** The record that it is about. */
	readonly e: RecordId;
	/** Version of that record that the person saw; 0 where the phone made it. */
	readonly bv: number;
	/** Hybrid time of the write. */
	readonly t: string;
	/** Changed fields only; null clears a field. */
	readonly p: Fields;
}

/** How an entry lies in the outbox. `open` until its own verdict comes; nothing else closes it. */
export interface OutboxEntry {
	readonly entry: Entry;
	readonly state: 'open' | 'closed';
	/** Instant at which it was saved, for "waiting since". */
	readonly savedAt: number;
	readonly verdict?: Verdict;
}

export const VERDICTS = ['ok', 'dup', 'merged', 'conflict', 'held', 'quar'] as const;
/**
 * The ward's answer to one entry. All six mean: durably kept, do not send again. `dup` repeats the receipt of the
 * first time; `merged` says that a newer value of an automatic field stayed; `conflict` that a human decides; `held`
 * that its parent has not arrived; `quar` that the ward looks into it.
 */
export type VerdictState = (typeof VERDICTS)[number];

export interface Verdict {
	readonly id: EntryId;
	readonly s: VerdictState;
	/** The receipt: the ward's counter when the entry was accepted. */
	readonly seq: number;
	/** The record's version after it; 0 where no record was touched. */
	readonly v: number;
	/** Fields in conflict. */
	readonly cf?: readonly string[];
	readonly why?: ProblemCode;
}

/** A batch on its way up, and the phone's word on itself: how many entries are open and the highest number it gave. */
export interface PushBatch {
	readonly epoch: string | null;
	/** The watermark that the phone holds, as the ward gave it: opaque to the phone. */
	readonly wm: string | null;
	readonly cid: ClientId;
	readonly pend: number;
	readonly maxN: number;
	/** The phone's clock, only to tell it how far it is off. */
	readonly now: number;
	readonly entries: readonly Entry[];
}

export interface PushAnswer {
	readonly epoch: string;
	readonly wm: string;
	readonly now: number;
	readonly res: readonly Verdict[];
}

/** The area or areas that a phone works in, with what it needs to name them. `hash` changes with any of it. */
export interface Scope {
	readonly hash: string;
	readonly ward: { readonly id: string; readonly name: string };
	readonly volunteer: { readonly id: string; readonly name: string; readonly role: string };
	/** The areas of the assignment, everything below them, and the ones above as far as they name the place. */
	readonly areas: readonly {
		readonly id: AreaId;
		readonly parent: AreaId | null;
		readonly kind: string;
		readonly name: string;
		readonly aliases: readonly string[];
		/** True where the phone's records may stand; false for those that only name the place. */
		readonly assigned: boolean;
	}[];
}

export interface PullRequest {
	readonly epoch: string | null;
	readonly wm: string | null;
	readonly cid: ClientId;
	readonly pend: number;
	/** The last counter that the phone has seen; 0 for everything. */
	readonly cur: number;
	/** Hash of the scope that the phone holds; null when it has none. */
	readonly scope: string | null;
	readonly limit: number;
	readonly now: number;
}

export interface PullAnswer {
	readonly epoch: string;
	readonly wm: string;
	readonly now: number;
	readonly rows: readonly Row[];
	readonly cur: number;
	readonly more: boolean;
	/** Present when it differs from the one that the phone named. */
	readonly scope?: Scope;
}
