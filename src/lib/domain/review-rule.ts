// How long a volunteer may take to answer what the ward sent back. The digest names no number of days, so there is none
// until the ward has set one; how long ago it was sent back is told anyway.

import { addDays, dayAt, daysBetween, type Day } from './day.ts';
import { fail, succeed, type Result } from './problem.ts';
import type { Review } from './review.ts';

export interface ReviewRule {
	/** Days to answer in; null where the ward has set none. */
	readonly fixDays: number | null;
}

export const FIRST_REVIEW_RULE: ReviewRule = { fixDays: null };
export const FIX_DAYS = { least: 1, most: 60 };

/** As typed: nothing is no rule. */
export function parseReviewRule(text: string): Result<ReviewRule> {
	const typed = text.trim();
	if (typed === '') return succeed(FIRST_REVIEW_RULE);
	const fixDays = Number(typed);
	const isFit = Number.isSafeInteger(fixDays) && fixDays >= FIX_DAYS.least && fixDays <= FIX_DAYS.most;
	return isFit ? succeed({ fixDays }) : fail('field.badChoice', 'fixDays');
}

/** Whatever was sent back before this day is late; null where nothing can be. */
export function lateBefore({ fixDays }: ReviewRule, today: Day): Day | null {
	return fixDays === null ? null : addDays(today, -fixDays);
}

/** How long a visit has been with the volunteer. */
export interface TimeToFix {
	readonly days: number;
	/** The last day; null without a rule. */
	readonly dueOn: Day | null;
	readonly isLate: boolean;
}

/** Null for what is not with the volunteer. */
export function tellTimeToFix(review: Review | undefined, rule: ReviewRule, today: Day): TimeToFix | null {
	if (review?.state !== 'returned' || review.decidedAt === undefined) return null;
	const on = dayAt(review.decidedAt);
	const before = lateBefore(rule, today);
	return {
		days: Math.max(0, daysBetween(on, today)),
		dueOn: rule.fixDays === null ? null : addDays(on, rule.fixDays),
		isLate: before !== null && on < before
	};
}
