// What volunteers and quarter heads tell from the phone of what they did beside the doors (features F077, F081): the same
// events and the same people at a table as at the desk (`outreach.ts`), as records of the ward's log. Counts and choices,
// and nobody's name.

import { isCount } from './campaign.ts';
import type { BarrierCode } from './catalogue/barriers.ts';
import { dayAt, type Day } from './day.ts';
import type { AreaId, HelpId, OutreachId } from './id.ts';
import {
	checkHelp,
	checkOutreach,
	EVENT_COUNTS,
	HELP_OUTCOMES,
	type HelpOutcome,
	type HelpTopic,
	type OutreachChannel,
	type OutreachPlace
} from './outreach.ts';
import { problem, type Problem } from './problem.ts';

/** An event as whoever held it told it. */
export interface ToldEvent {
	readonly id: OutreachId;
	readonly area: AreaId;
	readonly day: Day;
	readonly place: OutreachPlace;
	readonly channel: OutreachChannel;
	readonly topic: string;
	readonly materials?: string;
	readonly audience: number;
	readonly households: number;
	readonly helped: number;
	readonly followUps: number;
	/** Who told it, as the ward signed it. */
	readonly by?: string;
	/** When it was taken back; it counts no more and does not come back. */
	readonly withdrawn?: number;
	/** Whoever of the ward took it back; absent where the teller did. */
	readonly withdrawnBy?: string;
}

/** One person at the table: what for, what came of it, and what stood in the way. */
export interface ToldHelp {
	readonly id: HelpId;
	/** Where the table stands. */
	readonly area: AreaId;
	readonly topic: HelpTopic;
	readonly outcome: HelpOutcome;
	readonly barrier?: BarrierCode;
	readonly at: number;
	readonly by?: string;
	readonly withdrawn?: number;
}

/** What is wrong with an event that a phone tells; empty when it may be kept. */
export function checkToldEvent(told: Omit<ToldEvent, 'id'>, today: Day): Problem[] {
	const found = checkOutreach({ ...told, materials: told.materials ?? '' }, today);
	for (const at of EVENT_COUNTS) if (!isCount(told[at])) found.push(problem('figure.badCount', at));
	return found;
}

/** What is wrong with a person at the table; empty when they may be counted. */
export function checkToldHelp({ topic, outcome, barrier, area }: Omit<ToldHelp, 'id' | 'at'>): Problem[] {
	return checkHelp({ topic, outcome, barrier: barrier ?? null, area });
}

/** The latest day first, of one day the latest told. */
export function orderEvents(all: Iterable<ToldEvent>): ToldEvent[] {
	return [...all].sort((a, b) => (a.day === b.day ? (a.id < b.id ? 1 : -1) : a.day < b.day ? 1 : -1));
}

/** Whom one helped at a table on a day, the latest first, and how many by outcome; who was taken back is not counted. */
export function listHelpOn(
	all: Iterable<ToldHelp>,
	day: Day
): { readonly cases: readonly ToldHelp[]; readonly counts: Readonly<Record<HelpOutcome, number>> } {
	const cases = [...all]
		.filter(({ at, withdrawn }) => withdrawn === undefined && dayAt(at) === day)
		.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
	const countOf = (outcome: HelpOutcome) => cases.filter((one) => one.outcome === outcome).length;
	const counts = Object.fromEntries(HELP_OUTCOMES.map((outcome) => [outcome, countOf(outcome)]));
	return { cases, counts: counts as Record<HelpOutcome, number> };
}
