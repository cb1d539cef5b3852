// What follows from what was seen: from a guide's result to the fields of a visit, from a barrier to a receiver and a
// data flag, from a state to the guide that helps. It only proposes; the volunteer confirms (architecture, rule 5.1).

import { BARRIERS, type BarrierCode, type Receiver } from './catalogue/barriers.ts';
import type { DataFlagCode } from './catalogue/data-flags.ts';
import { addDays, type Day } from './day.ts';
import type { GuideResult } from './guide.ts';
import { isActivated, isSuccess, type Evidence, type LadderState } from './ladder.ts';
import { LIMIT } from './limit.ts';
import type { Person } from './person.ts';
import type { NextStep, Outcome } from './visit.ts';

export interface Proposal {
	/** The last state that the guide saw; absent where it saw none. */
	readonly standing?: { readonly state: LadderState; readonly evidence: Evidence };
	readonly approvedOn?: Day;
	/** Barriers met on the way, the last one first: it is why the walk ended where it did. */
	readonly met: readonly BarrierCode[];
	/** Those among them, and among the ones open before, that the walk solved. */
	readonly solved: readonly BarrierCode[];
	readonly flags: readonly DataFlagCode[];
	readonly outcome: Outcome;
	readonly next: NextStep;
}

/** What a guide's confirmed result says about a visit that began with `state` and these open barriers. */
export function proposeFromGuide(
	result: GuideResult,
	before: { readonly state: LadderState; readonly barriers: readonly BarrierCode[] },
	today: Day
): Proposal {
	let standing: Proposal['standing'];
	let receiver: Receiver | undefined;
	let afterDays: number | undefined;
	let isAppointment = false;
	let met: BarrierCode[] = [];
	const solved = new Set<BarrierCode>();
	const flags = new Set<DataFlagCode>();
	for (const effect of result.effects) {
		if (effect.kind === 'ladder') standing = { state: effect.state, evidence: effect.evidence };
		else if (effect.kind === 'dataFlag') flags.add(effect.code);
		else if (effect.kind === 'referral') receiver ??= effect.receiver;
		else if (effect.kind === 'task') afterDays ??= effect.afterDays;
		else if (effect.kind === 'appointment') isAppointment = true;
		else if (effect.kind === 'barrier' && effect.change === 'closed') solved.add(effect.code);
		else if (effect.kind === 'barrier') {
			met = [effect.code, ...met.filter((code) => code !== effect.code)];
			solved.delete(effect.code);
		}
	}
	const state = standing?.state ?? before.state;
	if (isSuccess(state)) for (const code of before.barriers) solved.add(code);
	const on = afterDays === undefined ? {} : { on: addDays(today, afterDays) };
	// An appointment without a day yet is asked for its day; what a guide proposes is never made up here.
	const next: NextStep = receiver
		? { kind: 'referral', receiver, ...on }
		: isAppointment
			? { kind: 'appointment', ...on }
			: afterDays === undefined
				? { kind: 'none' }
				: { kind: 'revisit', ...on };
	return {
		...(standing ? { standing } : {}),
		...(result.approvedOn ? { approvedOn: result.approvedOn } : {}),
		met: met.slice(0, LIMIT.barriersPerVisit),
		solved: [...solved],
		flags: [...flags],
		outcome: outcomeOf(result, state),
		next
	};
}

function outcomeOf(result: GuideResult, state: LadderState): Outcome {
	if (isSuccess(state)) return 'done';
	if (isActivated(state)) return 'activatedOnly';
	if (result.outcome === 'referred') return 'referred';
	// A guide that went well and is about something else than the account (a scam, a dossier): they were told and shown.
	if (result.outcome === 'success') return 'informed';
	return result.outcome === 'declined' ? 'refused' : 'notDone';
}

/** Barriers that stay open on a person: what was open and what was met, less what was solved; success leaves none. */
export function openBarriers(
	before: readonly BarrierCode[],
	met: readonly BarrierCode[],
	solved: readonly BarrierCode[],
	state: LadderState
): BarrierCode[] {
	if (isSuccess(state)) return [];
	const open = [...met, ...before.filter((code) => !met.includes(code))].filter((code) => !solved.includes(code));
	return open.slice(0, LIMIT.barriersPerVisit);
}

/** The barriers that what is known already points at, most likely first; the volunteer still picks. */
export function proposeBarriers(
	person: Pick<Person, 'presence' | 'card'> | null,
	state: LadderState,
	isOverdue: boolean
): BarrierCode[] {
	const found: BarrierCode[] = [];
	if (person?.presence === 'away') found.push('B1.1');
	if (person?.presence === 'unclear' || state === 'moved') found.push('B1.2');
	const hasNoCard = person?.card === 'expired' || person?.card === 'lost' || person?.card === 'none';
	if (hasNoCard || person?.card === 'oldIdOnly' || state === 'noCard' || state === 'cardExpired') found.push('B5.1');
	if (state === 'l1Approved' || state === 'l2Approved') found.push(isOverdue ? 'B4.3' : 'B4.1');
	if (state === 'l1Submitted' || state === 'l2Submitted') found.push('B4.2');
	if (state === 'l1Active' || state === 'l2Active') found.push('B4.5', 'B4.6');
	if (state === 'locked') found.push('B4.8');
	if (state === 'deviceLost') found.push('B4.7');
	if (state === 'notEligible') found.push('B5.4');
	if (state === 'refused') found.push('B6.4', 'B6.3');
	return found;
}

/** Data flags that a barrier or a presence stands for (digest f, column help action; digest g, DF-04). */
export function proposeFlags(barriers: readonly BarrierCode[], presence: Person['presence'] | null): DataFlagCode[] {
	const found: DataFlagCode[] = [];
	if (presence === 'deceased') found.push('DF-04');
	if (barriers.includes('B1.2')) found.push('DF-05', 'DF-06');
	if (barriers.includes('B5.2')) found.push('DF-02');
	if (barriers.includes('B5.3')) found.push('DF-08');
	return found;
}

/** Who may be asked to help with these barriers, the primary one's receivers first, each once. */
export function proposeReceivers(barriers: readonly BarrierCode[]): Receiver[] {
	return [...new Set(barriers.flatMap((code): readonly Receiver[] => BARRIERS[code].receivers))];
}
