// Visits that need no second look: nothing in them asks for a human, so that staff may approve them together. Whatever
// is in doubt is looked at alone; when in doubt about a doubt, it is one.

import type { HouseholdId, VisitId } from './id.ts';
import { decideStep } from './ladder.ts';
import { LIMIT } from './limit.ts';
import type { Visit } from './visit.ts';

export const DOUBTS = ['decided', 'flag', 'jump', 'text', 'conflict', 'clock', 'pace'] as const;
/**
 * The ward has spoken about it already (also where it was mended and came again); it raises a flag; the ladder was left,
 * and why is to be read; somebody wrote words; two values wait for a choice; the phone's clock was far off; nobody is at
 * two doors within a minute.
 */
export type Doubt = (typeof DOUBTS)[number];

/** A visit as it was on the screen. */
export interface Seen {
	readonly id: VisitId;
	readonly v: number;
}

/** What became of visits that were approved together. */
export interface Approved {
	readonly approved: number;
	/** Left alone: somebody was faster, or something came up since the page was made. */
	readonly left: number;
}

/** What is known around a visit. */
export interface Around {
	readonly receivedAt: number;
	/** Whether something about the visit, its person or its door waits for a choice. */
	readonly hasConflict: boolean;
	/** Other knocks by the same hand; those at the same door say nothing. */
	readonly others: readonly { readonly household: HouseholdId; readonly seenAt: number }[];
}

/** Why a visit is not plain, in the order of `DOUBTS`; empty when it is. */
export function listDoubts(visit: Visit, { receivedAt, hasConflict, others }: Around): Doubt[] {
	const { review, flags, standing, note, seenAt, household } = visit;
	const isFar = seenAt > receivedAt + LIMIT.clockSkewMs || seenAt < receivedAt - LIMIT.plainAgeMs;
	const isHasty = others.some(
		(other) => other.household !== household && Math.abs(other.seenAt - seenAt) < LIMIT.plainPaceMs
	);
	const found: Record<Doubt, boolean> = {
		decided: review !== undefined && (review.state !== 'waiting' || review.decidedAt !== undefined),
		flag: (flags?.length ?? 0) > 0,
		jump: standing !== undefined && decideStep(visit.before ?? 'unknown', standing.state) === 'jump',
		text: Boolean(note?.trim()) || Boolean(standing?.reason?.trim()),
		conflict: hasConflict,
		clock: isFar,
		pace: isHasty
	};
	return DOUBTS.filter((doubt) => found[doubt]);
}
