// How long records are kept: so many days after the last thing that happened to them, or after a campaign has ended. What
// goes leaves its id, its version and its hash in the log, and the figures that it was part of.

import { addDays, daysBetween, type Day } from './day.ts';
import type { Figures } from './report.ts';

export interface PrivacyRule {
	/** Days after the last change, or after the end of a campaign, for which a record is kept. */
	readonly keepDays: number;
	/** Days on which the ward does not work beside weekends. */
	readonly daysOff: readonly Day[];
}

/** Until the ward says otherwise (digest n.3, question 3: the ward answers it). */
export const FIRST_RULE: PrivacyRule = { keepDays: 365, daysOff: [] };
export const KEEP_DAYS = { least: 30, most: 3650 } as const;

/** By age, or after the end of a campaign. */
export type RetentionChoice =
	{ readonly by: 'age' } | { readonly by: 'campaign'; readonly name: string; readonly endedOn: Day };

/** Records of which nothing changed on or after this day are to go; null while the campaign's time is not over. */
export function decideCutoff(choice: RetentionChoice, rule: PrivacyRule, today: Day): Day | null {
	if (choice.by === 'age') return addDays(today, -rule.keepDays);
	return daysBetween(choice.endedOn, today) >= rule.keepDays ? addDays(choice.endedOn, 1) : null;
}

export interface RetentionCounts {
	readonly households: number;
	readonly people: number;
	readonly visits: number;
	/** What volunteers asked, with its answers. */
	readonly difficulties: number;
	/** Entries that were kept aside, and requests of residents that were answered. */
	readonly asides: number;
	readonly requests: number;
	/** Reports with texts, and notes on figures. */
	readonly texts: number;
}

export interface RetentionPlan {
	readonly before: Day;
	readonly counts: RetentionCounts;
	/** Visits that nobody has decided on, and requests that are open: they go with it, or wait. */
	readonly openVisits: number;
	readonly byArea: readonly { readonly areaName: string; readonly figures: Figures }[];
	/** Over ids and versions of what would go: carrying it out asks for the same. */
	readonly hash: string;
}

export interface RetentionRun {
	readonly id: string;
	readonly at: number;
	readonly staffName: string;
	readonly label: string;
	readonly before: Day;
	readonly isDone: boolean;
	readonly counts: RetentionCounts;
	readonly hash: string;
	/** Of what went: fields that are still to be found anywhere in the store. 0, or something is wrong. */
	readonly left: number;
	readonly byArea: readonly { readonly areaName: string; readonly figures: Figures }[];
}
