// The ward's word on two values that differ, and on an entry that it had kept aside. It travels down inside the record
// that it is about, so that whoever wrote what was not taken learns of it at the same door.

import type { EntryId } from './id.ts';
import { LIMIT } from './limit.ts';

export const DECISION_CHOICES = ['kept', 'other', 'typed', 'replayed', 'corrected', 'dismissed'] as const;
/**
 * Between two values: what the ward had stayed, the other one was taken, or somebody wrote a third. Of an entry that was
 * kept aside: taken up after all, taken up corrected, or not used.
 */
export type DecisionChoice = (typeof DECISION_CHOICES)[number];

export interface Decision {
	readonly choice: DecisionChoice;
	/** The field that it was about; absent where it was about a whole entry. `deleted` stands for the record itself. */
	readonly field?: string;
	/** The entries that were waiting for it. */
	readonly entries: readonly EntryId[];
	/** Who decided, as the volunteer may see it. */
	readonly byName: string;
	readonly at: number;
	/** The ward's counter at the decision. */
	readonly seq: number;
	/** What was chosen and what was not; never a personal number. */
	readonly value?: unknown;
	readonly left?: readonly unknown[];
	/** The ward's sentence to the volunteer. */
	readonly note?: string;
}

/** The decisions of a record, oldest first; whatever else stands there is none. */
export function readDecisions(value: unknown): readonly Decision[] {
	return Array.isArray(value) ? value.filter(isDecision) : [];
}

function isDecision(value: unknown): value is Decision {
	if (typeof value !== 'object' || value === null) return false;
	const { choice, entries, byName, at, seq } = value as { [Key in keyof Decision]?: unknown };
	return (
		DECISION_CHOICES.some((known) => known === choice) &&
		Array.isArray(entries) &&
		typeof byName === 'string' &&
		typeof at === 'number' &&
		typeof seq === 'number'
	);
}

/** The list with one more; the oldest ones go. */
export function keepDecision(before: unknown, decision: Decision): readonly Decision[] {
	return [...readDecisions(before), decision].slice(-LIMIT.decisionsKept);
}

/**
 * True when the ward has spoken about the entry: about each of `fields`, or about all of it where none is named. One
 * that is older than everything in a full list was answered by something that is no longer told.
 */
export function isAnswered(
	decisions: readonly Decision[],
	entry: { readonly id: EntryId; readonly seq: number },
	fields: readonly string[]
): boolean {
	const first = decisions[0];
	if (first && decisions.length >= LIMIT.decisionsKept && first.seq > entry.seq) return true;
	const about = decisions.filter(({ entries }) => entries.includes(entry.id));
	if (fields.length === 0) return about.length > 0;
	return fields.every((field) => about.some((decision) => decision.field === field));
}
