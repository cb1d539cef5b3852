// A visit: one knock at one door, about one person or about nobody by name. It is written once; only what the ward
// sent back may be amended.

import type { BarrierCode, Receiver } from './catalogue/barriers.ts';
import type { RaisedFlag } from './catalogue/data-flags.ts';
import type { Consent } from './consent.ts';
import type { Day } from './day.ts';
import type { HouseholdId, PersonId, VisitId } from './id.ts';
import { checkKnocker, type Knocker } from './knocker.ts';
import { decideStep, type LadderState, type Standing } from './ladder.ts';
import { LIMIT } from './limit.ts';
import { checkNote } from './note.ts';
import type { Presence } from './person.ts';
import { problem, type Problem } from './problem.ts';
import type { ReferralWords } from './referral.ts';
import type { Review } from './review.ts';

export const OUTCOMES = ['nobodyHome', 'informed', 'done', 'activatedOnly', 'notDone', 'referred', 'refused'] as const;
/**
 * Không gặp ai / Đã tuyên truyền / Đã kích hoạt và đăng nhập được / Đã kích hoạt, chưa đăng nhập / Chưa xong, hẹn lại /
 * Chuyển cơ quan / Không muốn làm (terms.md 2, result buttons).
 */
export type Outcome = (typeof OUTCOMES)[number];

export const NEXT_STEPS = ['none', 'revisit', 'selfServe', 'referral', 'appointment'] as const;
export type NextStepKind = (typeof NEXT_STEPS)[number];

export interface NextStep {
	readonly kind: NextStepKind;
	/** Day of the revisit or appointment; must be there for both. */
	readonly on?: Day;
	/** HH:mm, where an hour was agreed. */
	readonly at?: string;
	/** Who gets a referral. */
	readonly receiver?: Receiver;
}

/** A guide that was walked through in this visit, and which edition of it, so that an outdated one can be found. */
export interface GuideUse {
	readonly guide: string;
	readonly packVersion: number;
	/** Step at which it ended. */
	readonly ended: string;
	/** Points that were ticked on the way, by `step/point`: that a borrowed phone was unlinked is one of them. */
	readonly ticks?: readonly string[];
}

/** The guide about a scam that is going on, or that has happened (scenario S16). */
export const SCAM_GUIDE = 'P16-scam';

/** Where that guide ends when the visitor turned out to be from the ward: nobody was warned of anything. */
export const NO_SCAM_END = 'real';

/** A guide's use that warned somebody about a scam. */
export function isScamUse(use: Pick<GuideUse, 'guide' | 'ended'>): boolean {
	return use.guide === SCAM_GUIDE && use.ended !== NO_SCAM_END;
}

/** A visit that warned somebody about a scam: what the leader counts. */
export function isScamWarning(visit: Pick<Visit, 'guides'>): boolean {
	return visit.guides?.some(isScamUse) ?? false;
}

export interface Visit {
	readonly id: VisitId;
	readonly household: HouseholdId;
	/** Whom the visit was about; absent for nobody home, for plain information, and for who refuses to be written down. */
	readonly person?: PersonId;
	/** Instant by the phone's clock: a fact about the visit, not an authority. */
	readonly seenAt: number;
	readonly outcome: Outcome;
	readonly leaflet?: boolean;
	readonly presence?: Presence;
	readonly consent?: Consent;
	/** The state that this visit saw, and the one known before it. */
	readonly standing?: Standing;
	readonly before?: LadderState;
	/** At most three: the first is the primary barrier. */
	readonly barriers?: readonly BarrierCode[];
	/** Barriers that were open and that this visit solved. */
	readonly solved?: readonly BarrierCode[];
	readonly flags?: readonly RaisedFlag[];
	readonly next?: NextStep;
	readonly guides?: readonly GuideUse[];
	/** How the card's text came in; null where none was read. */
	readonly cardBy?: 'scan' | 'manual';
	/** People who refused and are therefore counted without a name (scenario S17). */
	readonly refusedCount?: number;
	readonly note?: string;
	/** Who of a crew was at the door, where one phone records for several (`knocker.ts`). */
	readonly knocker?: Knocker;
	/** Whose phone wrote it: set by the ward from the session, absent until it comes back. */
	readonly by?: string;
	/** What the ward says of it: set by the ward only. */
	readonly review?: Review;
	/** How far its flags and its referral are: set by the ward only. */
	readonly referrals?: ReferralWords;
}

/** A visit informs its household when anybody was met: also when nothing was done and when they said no (F071, F082). */
export function isInforming(visit: Pick<Visit, 'outcome'>): boolean {
	return visit.outcome !== 'nobodyHome';
}

/** What is wrong with a visit that somebody wrote; empty when it may be saved. */
export function checkVisit(visit: Omit<Visit, 'id' | 'by' | 'review' | 'referrals'>): Problem[] {
	const found: Problem[] = [];
	if (!OUTCOMES.includes(visit.outcome)) found.push(problem('field.required', 'outcome'));
	if (visit.person !== undefined && visit.outcome !== 'nobodyHome' && !visit.consent?.record) {
		found.push(problem('field.noConsent', 'consent'));
	}
	if ((visit.barriers?.length ?? 0) > LIMIT.barriersPerVisit) found.push(problem('field.tooLong', 'barriers'));
	if (visit.standing) {
		const step = decideStep(visit.before ?? 'unknown', visit.standing.state);
		if (step === 'jump' && !visit.standing.reason?.trim()) found.push(problem('field.reasonNeeded', 'standing'));
		if ((visit.standing.reason?.length ?? 0) > LIMIT.reasonChars) found.push(problem('field.tooLong', 'standing'));
	}
	const next = visit.next;
	if (next && (next.kind === 'revisit' || next.kind === 'appointment') && !next.on)
		found.push(problem('field.required', 'next'));
	if (next?.kind === 'referral' && !next.receiver) found.push(problem('field.required', 'next'));
	if (next?.at !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(next.at)) found.push(problem('field.badDay', 'next'));
	if (visit.note) found.push(...checkNote(visit.note));
	if (visit.knocker) found.push(...checkKnocker(visit.knocker));
	if (visit.standing?.reason) found.push(...checkNote(visit.standing.reason, 'standing'));
	return found;
}

/**
 * The outcome that follows from what a guide or a picker says of the ladder: the resident's own screen decides, so
 * that nobody has to say the same thing twice.
 */
export function proposeOutcome(state: LadderState): Outcome {
	if (state === 'l1LoggedIn' || state === 'l2LoggedIn') return 'done';
	if (state === 'l1Active' || state === 'l2Active') return 'activatedOnly';
	if (state === 'refused') return 'refused';
	return 'notDone';
}
