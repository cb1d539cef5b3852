// An entry is a thing done at a door, waiting for the ward: written once, never changed, sent as it was written.

import type { AreaId, ClientId, EntryId, RecordId } from '../domain/id.ts';
import type { ProblemCode } from '../domain/problem.ts';
import { canonicalText } from './json.ts';
import type { Fields, Row, Table } from './record.ts';
import type { Scope } from './scope.ts';

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
	'review.answer': { table: 'visit', creates: false },
	/** What a volunteer asks the ward: written once. */
	'difficulty.add': { table: 'difficulty', creates: true },
	/** An event beside the doors; amended or taken back by whoever told it. */
	'outreach.add': { table: 'outreach', creates: true },
	'outreach.set': { table: 'outreach', creates: false },
	/** Somebody who was helped at a table; taken back by whoever told it. */
	'help.add': { table: 'help', creates: true },
	'help.set': { table: 'help', creates: false }
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

/** Everything of an entry but its payload: readable to whoever carries it. */
export type EntryHead = Omit<Entry, 'p'>;

/**
 * A payload that only the ward can read: HPKE base mode with DHKEM(P-256), HKDF-SHA256 and AES-256-GCM, bound to its
 * head by `describeHead`. All three texts: the key's name, the encapsulated key and the ciphertext in base64url.
 */
export interface SealedBody {
	readonly alg: 'hpke';
	readonly kid: string;
	readonly enc: string;
	readonly ct: string;
}

/** How a payload is carried. */
export type Body = { readonly alg: 'plain'; readonly p: Fields } | SealedBody;

/** An entry as it travels: sent as it was written, however often and by whomever. */
export interface PostedEntry extends EntryHead {
	readonly body: Body;
}

/** The head as one text: what a sealed body is bound to, so that nobody on the way can give it another. */
export function describeHead({ id, n, sv, k, e, bv, t }: EntryHead): string {
	return canonicalText({ id, n, sv, k, e, bv, t });
}

/** What a sealed body is sealed for: one ward and one of its keys (the `info` of HPKE). */
export function describeSeal(ward: string, kid: string): string {
	return `gocua entry 1|${ward}|${kid}`;
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
	readonly entries: readonly PostedEntry[];
}

export interface PushAnswer {
	readonly epoch: string;
	readonly wm: string;
	readonly now: number;
	readonly res: readonly Verdict[];
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
	/**
	 * Back-fill of areas that were added, beside the phone's own counter: their rows after `cur` and up to `until`, and
	 * no other. `cur` is then the back-fill's.
	 */
	readonly fill?: { readonly areas: readonly AreaId[]; readonly until: number };
	/** Later tables that the phone knows (`record.ts`); who names none gets no rows of them. */
	readonly tables?: readonly string[];
	/** These records and no other, whatever their counter, to mend copies that differ. The counter stays as it is. */
	readonly ids?: readonly RecordId[];
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

/** Where a phone stands, in every request that is not about rows: who asks, and what it last heard of the ward. */
export interface Standing {
	readonly epoch: string | null;
	readonly wm: string | null;
	readonly cid: ClientId;
	readonly now: number;
}

/** Where the ward stands: in every answer. */
export interface WardStanding {
	readonly epoch: string;
	readonly wm: string;
	readonly now: number;
}

/** After a new epoch: which of these entries, acknowledged once, does the ward still have? */
export interface ReconcileRequest extends Standing {
	readonly ids: readonly EntryId[];
}

export interface ReconcileAnswer extends WardStanding {
	/** Those that are lost: the phone sends them again from what it retained. */
	readonly missing: readonly EntryId[];
}

/** Entries from a phone that may no longer push: kept aside for a human, each with its verdict. */
export type DepositRequest = Pick<PushBatch, 'epoch' | 'wm' | 'cid' | 'now' | 'entries'>;

/**
 * Entries that travel apart from the phone that wrote them, in a file or a row of QR pictures. Sealed bodies only, and
 * signed by the writer's key (`describeBundle`), so that a carrier can neither read nor change them.
 */
export interface Bundle {
	readonly ward: string;
	readonly device: string;
	readonly cid: ClientId;
	readonly madeAt: number;
	readonly entries: readonly PostedEntry[];
	/** ECDSA P-256 with SHA-256 over `describeBundle`, r and s, base64url. */
	readonly signature: string;
}

/** What the writer of a bundle signs. */
export function describeBundle({ ward, device, cid, madeAt, entries }: Omit<Bundle, 'signature'>): string {
	return canonicalText({ what: 'gocua bundle 1', ward, device, cid, madeAt, entries });
}

export interface CarryRequest extends Standing {
	readonly bundle: Bundle;
}

/** The sums of one area's copies, one for each of the sixteen buckets (`digest.ts`). */
export interface AreaSums {
	readonly area: AreaId;
	readonly sums: readonly string[];
}

/** Do our copies agree? Asked once a day, and after a full read. */
export interface DigestRequest extends Standing {
	readonly cur: number;
	readonly scope: string | null;
	/** As in `PullRequest`: what the phone cannot have is not missing. */
	readonly tables?: readonly string[];
	readonly areas: readonly AreaSums[];
}

export interface DigestAnswer extends WardStanding {
	/**
	 * Buckets that differ, with every record that the ward has there and its version. An area in which something newer
	 * than `cur` stands is left out: its rows come down first.
	 */
	readonly differ: readonly {
		readonly area: AreaId;
		readonly bucket: number;
		readonly rows: readonly (readonly [RecordId, number])[];
	}[];
	/** Areas that could not be compared yet. */
	readonly later: readonly AreaId[];
}
