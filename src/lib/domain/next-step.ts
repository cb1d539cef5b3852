// The next best step: which guide helps a person on from where they stand, and why. Pure and without the packs: it names
// guides by id, and a test holds the ids to what ships. The volunteer may always choose another one.
//
// Order: who cannot be helped here -> who needs another way (child, foreigner, no papers) -> what holds an account up
// (a barrier, the primary one first) -> the ladder itself (digest n.1, f; terms.md "Account state").

import { ageOn } from './birth.ts';
import type { BarrierCode } from './catalogue/barriers.ts';
import type { PhoneNeed } from './content.ts';
import type { Day } from './day.ts';
import { decideCountdown, type LadderState } from './ladder.ts';
import { OWN_ACCOUNT_AGE, type CardState, type Person } from './person.ts';

/** Every guide that a step may lead to. */
export const NEXT_GUIDES = [
	'P0-readiness',
	'P4-level2',
	'P5',
	'P15-change-number',
	'P15-forgot-passcode',
	'P15-forgot-password',
	'P15-lock',
	'P15-new-phone',
	'child-under-6',
	'child-6-13',
	'guardianship',
	'foreigners',
	'sim-verification'
] as const;
export type NextGuide = (typeof NEXT_GUIDES)[number];

export const STEP_REASONS = [
	'gone',
	'refused',
	'foreigner',
	'noPapers',
	'child',
	'childGuardianFirst',
	'dependent',
	'barrier',
	'locked',
	'deviceLost',
	'approved',
	'overdue',
	'loginOnce',
	'waitForNotice',
	'waitForCard',
	'cardFirst',
	'booked',
	'levelTwo',
	'noPhone',
	'phoneNotReady',
	'checkPhone',
	'askState',
	'done'
] as const;
/** Why it is this step; the sentence stands in ui/words. */
export type StepReason = (typeof STEP_REASONS)[number];

export interface NextBestStep {
	/** Null where no guide is of use now: nothing is left, or waiting is all there is. */
	readonly guide: NextGuide | null;
	readonly reason: StepReason;
	/** The barrier that decided it. */
	readonly barrier?: BarrierCode;
	/** Days that are left for activation. */
	readonly daysLeft?: number;
}

export interface StepGround {
	readonly person: Pick<Person, 'birth' | 'presence' | 'card' | 'standing' | 'barriers'>;
	readonly today: Day;
	/** What the phone can do, as far as it was looked at. */
	readonly phone?: Readonly<Partial<Record<PhoneNeed, boolean>>>;
	/** Best state among those who may speak for a child: whoever of the household is grown up. */
	readonly guardian?: LadderState;
}

/** Barriers with a guide of their own. */
const HELP: Partial<Record<BarrierCode, NextGuide>> = {
	'B3.2': 'sim-verification',
	'B3.3': 'P15-change-number',
	'B3.5': 'sim-verification',
	'B4.5': 'P15-forgot-password',
	'B4.6': 'P15-forgot-passcode',
	'B4.7': 'P15-new-phone',
	'B4.8': 'P15-lock'
};

/** Below it a child's card has no photo and its account only level 1 (digest P0, age). */
const LITTLE_AGE = 6;

const PHONE_BARRIERS: readonly BarrierCode[] = ['B2.2', 'B2.3', 'B2.5', 'B2.6', 'B2.7', 'B3.1', 'B3.4'];
const NO_CARD: readonly CardState[] = ['expired', 'lost', 'none', 'oldIdOnly'];

/** The guide to go on with, or none, and the reason: the same for everybody who stands at the same place. */
export function decideNextStep({ person, today, phone, guardian }: StepGround): NextBestStep {
	const state = person.standing?.state ?? 'unknown';
	const barriers = person.barriers ?? [];
	if (person.presence === 'deceased' || state === 'deceased' || state === 'moved')
		return { guide: null, reason: 'gone' };
	if (state === 'refused') return { guide: null, reason: 'refused' };
	if (barriers.includes('B5.5')) return { guide: 'foreigners', reason: 'foreigner', barrier: 'B5.5' };
	if (barriers.includes('B5.3')) return { guide: null, reason: 'noPapers', barrier: 'B5.3' };
	const age = ageOn(person.birth, today);
	if (age < OWN_ACCOUNT_AGE) {
		const isGuardianReady = guardian === 'l2LoggedIn' || guardian === 'l2Active';
		return {
			guide: age < LITTLE_AGE ? 'child-under-6' : 'child-6-13',
			reason: isGuardianReady ? 'child' : 'childGuardianFirst'
		};
	}
	if (state === 'notEligible') return { guide: 'guardianship', reason: 'dependent' };
	if (state === 'l2LoggedIn') return { guide: null, reason: 'done' };
	const barrier = barriers.find((code) => HELP[code]);
	if (barrier && HELP[barrier]) return { guide: HELP[barrier], reason: 'barrier', barrier };
	return climb(state, person, today, barriers, phone);
}

function climb(
	state: LadderState,
	person: StepGround['person'],
	today: Day,
	barriers: readonly BarrierCode[],
	phone: StepGround['phone']
): NextBestStep {
	switch (state) {
		case 'locked':
			return { guide: 'P15-lock', reason: 'locked' };
		case 'deviceLost':
			return { guide: 'P15-new-phone', reason: 'deviceLost' };
		case 'l1Approved':
		case 'l2Approved': {
			const countdown = decideCountdown(person.standing ?? null, today);
			if (countdown?.stage === 'over') return { guide: 'P5', reason: 'overdue' };
			return { guide: 'P5', reason: 'approved', ...(countdown ? { daysLeft: countdown.daysLeft } : {}) };
		}
		case 'l1Active':
		case 'l2Active':
			return { guide: 'P5', reason: 'loginOnce' };
		case 'l1Submitted':
		case 'l2Submitted':
			return { guide: null, reason: 'waitForNotice' };
		case 'cardInProgress':
			return { guide: null, reason: 'waitForCard' };
		case 'l2Booked':
			return { guide: 'P4-level2', reason: 'booked' };
	}
	const hasNoCard = person.card !== undefined && NO_CARD.includes(person.card);
	if (hasNoCard || state === 'noCard' || state === 'cardExpired' || barriers.includes('B5.1'))
		return { guide: 'P4-level2', reason: 'cardFirst' };
	if (state === 'l1LoggedIn' || state === 'appAccount') return { guide: 'P4-level2', reason: 'levelTwo' };
	if (state === 'unknown') return { guide: null, reason: 'askState' };
	// A card and no account yet: level 2 is done at the police with any phone, but using it needs one that can.
	if (phone?.smartphone === false || barriers.includes('B2.1')) return { guide: 'P4-level2', reason: 'noPhone' };
	const blocked = barriers.find((code) => PHONE_BARRIERS.includes(code));
	if (blocked) return { guide: 'P0-readiness', reason: 'phoneNotReady', barrier: blocked };
	if (phone?.smartphone) return { guide: 'P4-level2', reason: 'levelTwo' };
	return { guide: 'P0-readiness', reason: 'checkPhone' };
}

/** The best state among people of a household who are old enough to speak for a child. */
export function findGuardianState(
	people: readonly Pick<Person, 'birth' | 'presence' | 'standing'>[],
	today: Day
): LadderState | undefined {
	const RANK: readonly LadderState[] = ['l2LoggedIn', 'l2Active', 'l2Approved', 'l1LoggedIn', 'l1Active'];
	const GROWN_UP = 18;
	const states = people
		.filter((person) => person.presence !== 'deceased' && ageOn(person.birth, today) >= GROWN_UP)
		.flatMap((person) => person.standing?.state ?? []);
	return RANK.find((state) => states.includes(state)) ?? states[0];
}
