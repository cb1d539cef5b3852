import { describe, expect, it } from 'vitest';
import type { StaffId, VisitId } from './id.ts';
import { decideReview, REVIEW_STATES, WAITING, type Review, type ReviewAct } from './review.ts';

const actor = { by: 'huy' as StaffId, byName: 'Đặng Quốc Huy', decidedAt: 5, seq: 7 };
const target = { table: 'visit', id: 'v' as VisitId, field: 'outcome' } as const;
const acts: Record<ReviewAct['act'], ReviewAct> = {
	approve: { act: 'approve' },
	return: { act: 'return', target, comment: 'Xem lại kết quả' },
	answer: { act: 'answer' }
};
const next: Record<Review['state'], Record<ReviewAct['act'], Review['state'] | null>> = {
	waiting: { approve: 'approved', return: 'returned', answer: null },
	returned: { approve: null, return: null, answer: 'corrected' },
	corrected: { approve: 'approved', return: 'returned', answer: null },
	approved: { approve: null, return: null, answer: null }
};

describe('every state against every act', () => {
	for (const state of REVIEW_STATES) {
		for (const [name, act] of Object.entries(acts)) {
			const expected = next[state][act.act];
			it(`${state} ${name}: ${expected ?? 'refused'}`, () => {
				const answer = decideReview({ ...WAITING, state }, act, actor);
				if (expected === null) expect(answer).toMatchObject({ ok: false, problem: { code: 'review.notWaiting' } });
				else expect(answer).toMatchObject({ ok: true, value: { state: expected } });
			});
		}
	}
});

it('keeps what was asked when the volunteer answers, and where the difference begins', () => {
	const returned = decideReview(WAITING, acts.return, actor);
	if (!returned.ok) throw new Error('must be returned');
	expect(returned.value).toMatchObject({ target, comment: 'Xem lại kết quả', returnedSeq: 7, byName: 'Đặng Quốc Huy' });
	expect(decideReview(returned.value, acts.answer, null)).toMatchObject({
		ok: true,
		value: { target, returnedSeq: 7 }
	});
});

it('needs a comment that says what to mend, within its limit', () => {
	expect(decideReview(WAITING, { act: 'return', target, comment: ' ' }, actor)).toMatchObject({
		problem: { code: 'field.required', at: 'comment' }
	});
	expect(decideReview(WAITING, { act: 'return', target, comment: 'x'.repeat(301) }, actor)).toMatchObject({
		problem: { code: 'field.tooLong' }
	});
});

it('lets nobody decide without a name', () => {
	expect(decideReview(WAITING, acts.approve, null)).toMatchObject({ ok: false });
});
