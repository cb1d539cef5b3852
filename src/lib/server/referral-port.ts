// The desk's part about flags and referrals, as its routes see it.

import type { Page } from '../domain/desk.ts';
import type { Result } from '../domain/problem.ts';
import type { ReferralAnswer, ReferralFilter, ReferralRow, ReferralRule } from '../domain/referral.ts';

export interface ReferralDesk {
	readonly may: Readonly<Record<'answer' | 'rule', boolean>>;
	list(filter: ReferralFilter): Promise<Page<ReferralRow>>;
	/** How many are past their last day, with whoever they are. */
	countLate(): Promise<number>;
	readRule(): Promise<ReferralRule>;
	/** One act on several cases, all of them or none, each with its audit line. */
	answer(answer: Result<ReferralAnswer>): Promise<Result<void>>;
	writeRule(rule: Result<ReferralRule>): Promise<Result<void>>;
}
