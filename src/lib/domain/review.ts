// The ward's word on a visit, and who may say which word when.
//
//   waiting  --approve--> approved
//   waiting  --return---> returned  --answer (volunteer)--> corrected
//   corrected --approve--> approved
//   corrected --return---> returned

import type { HouseholdId, PersonId, StaffId, VisitId } from './id.ts';
import { fail, succeed, type Result } from './problem.ts';
import { LIMIT } from './limit.ts';

export const REVIEW_STATES = ['waiting', 'returned', 'corrected', 'approved'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** The exact field that the ward asks about. */
export interface ReviewTarget {
	readonly table: 'visit' | 'person' | 'household';
	readonly id: VisitId | PersonId | HouseholdId;
	readonly field: string;
}

export interface Review {
	readonly state: ReviewState;
	readonly target?: ReviewTarget;
	readonly comment?: string;
	/** Who decided last, as the volunteer may see it. */
	readonly by?: StaffId;
	readonly byName?: string;
	readonly decidedAt?: number;
	/** The ward's counter when it was sent back: the difference shown later begins there. */
	readonly returnedSeq?: number;
}

export const WAITING: Review = { state: 'waiting' };

export type ReviewAct =
	| { readonly act: 'approve' }
	| { readonly act: 'return'; readonly target: ReviewTarget; readonly comment: string }
	| { readonly act: 'answer' };

/** Who does it: ids and the instant, which the review keeps. */
export interface ReviewActor {
	readonly by: StaffId;
	readonly byName: string;
	readonly decidedAt: number;
	readonly seq: number;
}

/** The next review after an act, or why the act does not fit. Answering needs no actor: the volunteer is known. */
export function decideReview(current: Review, act: ReviewAct, actor: ReviewActor | null): Result<Review> {
	switch (act.act) {
		case 'answer':
			return current.state === 'returned' ? succeed({ ...current, state: 'corrected' }) : fail('review.notWaiting');
		case 'approve':
		case 'return': {
			if (!actor || (current.state !== 'waiting' && current.state !== 'corrected')) return fail('review.notWaiting');
			const decided = { by: actor.by, byName: actor.byName, decidedAt: actor.decidedAt };
			if (act.act === 'approve') return succeed({ state: 'approved', ...decided });
			const comment = act.comment.trim();
			if (comment === '') return fail('field.required', 'comment');
			if (comment.length > LIMIT.commentChars) return fail('field.tooLong', 'comment');
			return succeed({ state: 'returned', target: act.target, comment, returnedSeq: actor.seq, ...decided });
		}
	}
}
