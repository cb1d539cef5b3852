// Where a person stands on the way to a used VNeID account: the account state machine of digest n.1.
//
//   unknown -> noCard -> cardInProgress -> hasCard
//   hasCard -> appAccount
//           -> l1Submitted -> l1Approved -> l1Active -> l1LoggedIn*
//           -> l2Booked -> l2Submitted -> l2Approved -> l2Active -> l2LoggedIn*
//   any     -> locked | deviceLost | cardExpired | moved | deceased | refused | notEligible
//
// * counts as success. A step that is not an arrow is a jump: allowed, but only with a reason (feature F072).

import { addDays, daysBetween, type Day } from './day.ts';

export const LADDER_STATES = [
	'unknown',
	'noCard',
	'cardInProgress',
	'hasCard',
	'appAccount',
	'l1Submitted',
	'l1Approved',
	'l1Active',
	'l1LoggedIn',
	'l2Booked',
	'l2Submitted',
	'l2Approved',
	'l2Active',
	'l2LoggedIn',
	'locked',
	'deviceLost',
	'cardExpired',
	'moved',
	'deceased',
	'refused',
	'notEligible'
] as const;
export type LadderState = (typeof LADDER_STATES)[number];

export const EVIDENCE = ['seenOnScreen', 'declared', 'policeList'] as const;
/** How we know. Only `seenOnScreen` and `policeList` count in official numbers (digest n.1). */
export type Evidence = (typeof EVIDENCE)[number];

/** One observation of a person's state. `observer` is the id of who saw it, or 'ward' for an imported list. */
export interface Standing {
	readonly state: LadderState;
	readonly on: Day;
	readonly evidence: Evidence;
	readonly observer: string;
	/** Why, where the step was a jump. */
	readonly reason?: string;
	/** Day of the approval notice, from which the 7 days for activation run (NĐ 69/2024 art. 14, digest m row 6). */
	readonly approvedOn?: Day;
}

const SIDE_STATES: readonly LadderState[] = [
	'locked',
	'deviceLost',
	'cardExpired',
	'moved',
	'deceased',
	'refused',
	'notEligible'
];

const NEXT: Partial<Record<LadderState, readonly LadderState[]>> = {
	noCard: ['cardInProgress', 'hasCard'],
	cardInProgress: ['hasCard'],
	hasCard: ['appAccount', 'l1Submitted', 'l2Booked', 'l2Submitted'],
	appAccount: ['l1Submitted', 'l2Booked', 'l2Submitted'],
	l1Submitted: ['l1Approved'],
	l1Approved: ['l1Active'],
	l1Active: ['l1LoggedIn', 'l2Booked', 'l2Submitted'],
	l1LoggedIn: ['l2Booked', 'l2Submitted'],
	l2Booked: ['l2Submitted'],
	l2Submitted: ['l2Approved'],
	l2Approved: ['l2Active'],
	l2Active: ['l2LoggedIn'],
	// Coming back from a side state: to the step where the person is found again.
	locked: ['l1LoggedIn', 'l2LoggedIn', 'l1Active', 'l2Active'],
	deviceLost: ['l1LoggedIn', 'l2LoggedIn', 'l1Active', 'l2Active'],
	cardExpired: ['cardInProgress', 'hasCard']
};

export type Step = 'same' | 'legal' | 'jump';

/**
 * What kind of step a new observation is. The first observation of a person is legal whatever it says, and one visit
 * may pass through several arrows at once (activate, then log in), so a chain of arrows is legal too.
 */
export function decideStep(from: LadderState, to: LadderState): Step {
	if (from === to) return 'same';
	if (from === 'unknown' || SIDE_STATES.includes(to)) return 'legal';
	const seen = new Set<LadderState>([from]);
	const open: LadderState[] = [from];
	for (let state = open.pop(); state !== undefined; state = open.pop()) {
		for (const next of NEXT[state] ?? []) {
			if (next === to) return 'legal';
			if (!seen.has(next)) {
				seen.add(next);
				open.push(next);
			}
		}
	}
	return 'jump';
}

/** Issued, activated and logged in are three numbers; success is activated and logged in (digest 0.3, e.2). */
export function isSuccess(state: LadderState): boolean {
	return state === 'l1LoggedIn' || state === 'l2LoggedIn';
}

export function isActivated(state: LadderState): boolean {
	return isSuccess(state) || state === 'l1Active' || state === 'l2Active';
}

export function isIssued(state: LadderState): boolean {
	return isActivated(state) || state === 'l1Approved' || state === 'l2Approved';
}

/** The level that an account stands for, from its application on; null where there is none yet or none any more. */
export function levelOf(state: LadderState): 1 | 2 | null {
	return state.startsWith('l1') ? 1 : state.startsWith('l2') ? 2 : null;
}

export function isOfficial(evidence: Evidence): boolean {
	return evidence !== 'declared';
}

/** Days within which an approved account must be activated (NĐ 69/2024/NĐ-CP art. 14 [C], digest P5). */
export const ACTIVATION_DAYS = 7;

export interface Countdown {
	readonly lastDay: Day;
	/** Days that remain, today included in none: 4 means "còn 4 ngày"; negative when it is over. */
	readonly daysLeft: number;
	/** Day 5 after the notice: remind. Day 8: refer to the police (feature F040). */
	readonly stage: 'running' | 'remind' | 'over';
}

/** The activation countdown, or null where nothing waits for activation or the day of the notice is not known. */
export function decideCountdown(standing: Standing | null, today: Day): Countdown | null {
	if (!standing?.approvedOn) return null;
	if (standing.state !== 'l1Approved' && standing.state !== 'l2Approved') return null;
	const lastDay = addDays(standing.approvedOn, ACTIVATION_DAYS);
	const daysLeft = daysBetween(today, lastDay);
	const dayNumber = daysBetween(standing.approvedOn, today);
	return { lastDay, daysLeft, stage: daysLeft < 0 ? 'over' : dayNumber >= 5 ? 'remind' : 'running' };
}
