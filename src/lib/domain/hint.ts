// What whoever reviews a visit may want to look at twice: quiet, about one visit, never a ranking of people. A hint decides
// nothing and is kept nowhere.

import type { HouseholdId } from './id.ts';
import { LIMIT } from './limit.ts';
import type { Visit } from './visit.ts';

export const HINTS = ['clock', 'pace', 'copies'] as const;
/**
 * The phone's clock was ahead of the ward's; another door was visited within the same minute by the same hand; several
 * visits of that day say word for word the same about other people.
 */
export type HintKind = (typeof HINTS)[number];

export interface Hint {
	readonly kind: HintKind;
	/** How many other visits it is about; for the clock, by how many minutes. */
	readonly count: number;
}

/** Other visits of the same hand on the same day. */
export type Other = Pick<Visit, 'household' | 'seenAt' | 'person'> & Told;
type Told = Pick<Visit, 'outcome' | 'barriers' | 'standing' | 'next' | 'flags' | 'note'>;

/** All that a visit says about somebody, as one text. */
function tellAll({ outcome, barriers, standing, next, flags, note }: Told): string {
	return JSON.stringify([
		outcome,
		barriers?.toSorted() ?? [],
		[standing?.state, standing?.evidence],
		[next?.kind, next?.on, next?.receiver],
		flags?.map((flag) => flag.code).toSorted() ?? [],
		note?.trim() ?? ''
	]);
}

export function listHints(visit: Visit, receivedAt: number, others: readonly Other[]): Hint[] {
	const ahead = visit.seenAt - receivedAt;
	const isElsewhere = (household: HouseholdId) => household !== visit.household;
	const near = others.filter(
		(other) => isElsewhere(other.household) && Math.abs(other.seenAt - visit.seenAt) < LIMIT.plainPaceMs
	);
	const told = tellAll(visit);
	// doors at which nobody was spoken to by name are alike by nature
	const isAbout = visit.person !== undefined && visit.standing !== undefined;
	const alike = isAbout
		? others.filter((other) => isElsewhere(other.household) && other.person !== undefined && tellAll(other) === told)
		: [];
	const found: Record<HintKind, number> = {
		clock: ahead > LIMIT.clockSkewMs ? Math.ceil(ahead / 60_000) : 0,
		pace: near.length,
		copies: alike.length >= LIMIT.copiesLeast ? alike.length : 0
	};
	return HINTS.filter((kind) => found[kind] > 0).map((kind) => ({ kind, count: found[kind] }));
}
