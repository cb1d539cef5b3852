// What leaves the phone next, and what a record shows while entries about it wait.

import { LIMIT } from '../domain/limit.ts';
import type { Review } from '../domain/review.ts';
import type { Entry, OutboxEntry, PostedEntry, Verdict } from './entry.ts';
import { canonicalText, countBytes } from './json.ts';
import { applyChanges, type Fields, type PhoneRecord } from './record.ts';

export interface BatchLimits {
	readonly batchEntries: number;
	readonly batchBytes: number;
}

/** The longest beginning of `open` that fits the limits; always at least one, so that nothing can block the way. */
export function cutBatch(open: readonly PostedEntry[], limits: BatchLimits): PostedEntry[] {
	const batch: PostedEntry[] = [];
	let bytes = 0;
	for (const entry of open) {
		bytes += countBytes(canonicalText(entry)) + 1;
		if (batch.length > 0 && (batch.length >= limits.batchEntries || bytes > limits.batchBytes)) break;
		batch.push(entry);
	}
	return batch;
}

/** What a record shows once `entry` is written, before the ward has seen it. */
export function applyEntry(fields: Fields, entry: Pick<Entry, 'k' | 'p'>): Fields {
	if (entry.k === 'review.answer') {
		// Only the ward writes the field; until it does, the record shows that it was seen to.
		const review = fields.review as Review | undefined;
		return review?.state === 'returned' ? { ...fields, review: { ...review, state: 'corrected' } } : fields;
	}
	// A number that changes leaves no tail of the old one behind.
	const hasNumber = Object.hasOwn(entry.p, 'personalId');
	return applyChanges(hasNumber ? applyChanges(fields, { idTail: null }) : fields, entry.p);
}

/** The ward's copy with the entries that wait laid over it. */
export function rebase(base: Fields, open: readonly OutboxEntry[]): Fields {
	return open.reduce((fields, { entry }) => applyEntry(fields, entry), base);
}

/** A verdict after which the ward's copy does not hold what the entry says. */
export function isChecking(verdict: Verdict): boolean {
	return verdict.why !== undefined && verdict.s !== 'ok' && verdict.s !== 'merged';
}

/** Where a record stands on its way to the ward and back. */
export type RecordStanding = 'waiting' | 'received' | 'returned' | 'corrected' | 'approved' | 'checking' | 'conflict';

/**
 * In a person's words, what the ward knows of a record: `openCount` entries wait on the phone, `lastVerdict` is the
 * latest about it. What only the phone knows comes first, then what a human must look into, then the review.
 */
export function decideRecordState(
	record: Pick<PhoneRecord, 'v' | 'fields'>,
	openCount: number,
	lastVerdict: Verdict | null
): RecordStanding {
	if (openCount > 0) return 'waiting';
	if (lastVerdict?.cf && lastVerdict.cf.length > 0) return 'conflict';
	if (lastVerdict && isChecking(lastVerdict)) return 'checking';
	if (record.v === 0 && !lastVerdict) return 'waiting';
	const state = (record.fields.review as Review | undefined)?.state;
	return state === undefined || state === 'waiting' ? 'received' : state;
}

export const BATCH: BatchLimits = { batchEntries: LIMIT.batchEntries, batchBytes: LIMIT.batchBytes };
