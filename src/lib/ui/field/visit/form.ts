// The visit form: which question comes next, and what an answer settles or opens again. Plain data, so that it can be
// kept as a draft after each answer and taken up after the phone was locked or the page closed.
//
//   who -> presence -> consent -> person -> card -> standing -> evidence -> guide -> notice
//       -> outcome -> barriers -> flags -> next -> summary           (what is known already is not asked)
//   who -> unnamed -> summary       (only informed, or refuses to be written down: scenario S17)
//   consent -- no --> unnamed

import type { Birth } from '$lib/domain/birth.ts';
import type { BarrierCode } from '$lib/domain/catalogue/barriers.ts';
import type { RaisedFlag } from '$lib/domain/catalogue/data-flags.ts';
import { makeConsent, type Consent } from '$lib/domain/consent.ts';
import { dayAt, type Day } from '$lib/domain/day.ts';
import type { GuideResult, GuideState } from '$lib/domain/guide.ts';
import type { HouseholdId, PersonId } from '$lib/domain/id.ts';
import { decideCountdown, decideStep, type Evidence, type LadderState, type Standing } from '$lib/domain/ladder.ts';
import { LIMIT } from '$lib/domain/limit.ts';
import type { CardState, Person, Presence } from '$lib/domain/person.ts';
import { decideNextStep, type NextBestStep } from '$lib/domain/next-step.ts';
import { openBarriers, proposeFlags, proposeFromGuide } from '$lib/domain/proposal.ts';
import { proposeOutcome, type GuideUse, type NextStep, type Outcome } from '$lib/domain/visit.ts';
import { birthOf, type PersonForm } from '../person/form.ts';

export const VISIT_STEPS = [
	'who',
	'presence',
	'consent',
	'unnamed',
	'person',
	'card',
	'standing',
	'evidence',
	'guide',
	'notice',
	'outcome',
	'barriers',
	'flags',
	'next',
	'summary'
] as const;
export type VisitStep = (typeof VISIT_STEPS)[number];

/** What was known about the person before this visit. */
export type KnownPerson = Pick<
	Person,
	| 'id'
	| 'name'
	| 'birth'
	| 'sex'
	| 'presence'
	| 'card'
	| 'cardIssuedOn'
	| 'phone'
	| 'consent'
	| 'standing'
	| 'barriers'
	| 'needsHomeHelp'
>;

export interface VisitForm {
	readonly household: HouseholdId;
	/** When it was opened: its day decides about ages and days that are left, and must not change under an open form. */
	readonly openedAt: number;
	/** Nobody by name: only informed, or people who refused and are counted. */
	readonly isUnnamed: boolean;
	readonly person: PersonId | 'new' | null;
	readonly presence: Presence | null;
	readonly consent: Consent;
	/** The person being added; once saved, `person` holds the id and this stays for the summary. */
	readonly added: PersonForm | null;
	readonly card: CardState | null;
	readonly cardIssuedOn: Day | null;
	/** Read from a card in this visit about a person who was known before. */
	readonly personalId: string | null;
	readonly cardBy: 'scan' | 'manual' | null;
	readonly phone: string;
	readonly state: LadderState | null;
	readonly evidence: Evidence | null;
	readonly reason: string;
	readonly approvedOn: Day | null;
	readonly walk: GuideState | null;
	/** A guide that was chosen instead of the one that is proposed. */
	readonly guide: string | null;
	/** The walk has put the account on a borrowed phone, which is not unlinked yet (scenario S09). */
	readonly isBorrowing: boolean;
	readonly guides: readonly GuideUse[];
	readonly outcome: Outcome | null;
	readonly barriers: readonly BarrierCode[];
	readonly solved: readonly BarrierCode[];
	readonly flags: readonly RaisedFlag[];
	readonly next: NextStep | null;
	readonly leaflet: boolean;
	readonly refusedCount: number;
	readonly needsHomeHelp: boolean;
	readonly note: string;
	/** Steps that have their answer. */
	readonly answered: readonly VisitStep[];
	/** Steps behind the one on screen, latest last; the one on screen is the last one. */
	readonly path: readonly VisitStep[];
}

/** A fresh form: every tick off, nothing presumed but that who opens the door is at home. */
export function openVisitForm(household: HouseholdId, now: number): VisitForm {
	return {
		household,
		openedAt: now,
		isUnnamed: false,
		person: null,
		presence: null,
		consent: makeConsent(now),
		added: null,
		card: null,
		cardIssuedOn: null,
		personalId: null,
		cardBy: null,
		phone: '',
		state: null,
		evidence: null,
		reason: '',
		approvedOn: null,
		walk: null,
		guide: null,
		isBorrowing: false,
		guides: [],
		outcome: null,
		barriers: [],
		solved: [],
		flags: [],
		next: null,
		leaflet: false,
		refusedCount: 0,
		needsHomeHelp: false,
		note: '',
		answered: [],
		path: ['who']
	};
}

/** Where the draft of a door's visit lies: one visit at a time behind one door. */
export function visitDraftKey(household: HouseholdId): string {
	return `visit/${household}`;
}

export function currentVisitStep(form: Pick<VisitForm, 'path'>): VisitStep {
	return form.path.at(-1) ?? 'who';
}

const isMet = (presence: Presence | null) => presence === 'home' || presence === 'newcomer';

/** Whether a step is part of this visit at all, as far as the form is filled. */
export function needsStep(step: VisitStep, form: VisitForm, known: KnownPerson | null): boolean {
	if (step === 'summary' || step === 'who') return true;
	if (step === 'unnamed') return form.isUnnamed;
	// a guide that was chosen is walked whoever the visit is about, also before anybody was named (scenario S16)
	if (step === 'guide' && (form.guide !== null || form.walk !== null)) return true;
	if (form.isUnnamed || form.person === null) return false;
	const { state, outcome } = form;
	switch (step) {
		case 'presence':
			return true;
		case 'consent':
			return !known?.consent?.record;
		case 'person':
			return form.added !== null;
		case 'card':
			return form.presence !== 'deceased';
		case 'standing':
			return form.presence !== 'deceased';
		case 'evidence': {
			// Nothing new was said and a guide follows: what its last screen shows is the evidence, and saves the question.
			const isUnchanged = state !== null && known?.standing?.state === state;
			const isLeftToGuide = isUnchanged && !form.answered.includes('guide') && needsStep('guide', form, known);
			return form.presence !== 'deceased' && !isLeftToGuide;
		}
		case 'guide':
			return state !== null && isMet(form.presence) && nextStepOf(form, known).guide !== null;
		case 'notice':
			return (state === 'l1Approved' || state === 'l2Approved') && form.guides.length === 0;
		case 'outcome':
			return form.presence !== 'deceased';
		case 'barriers':
			return outcome !== null && outcome !== 'done' && outcome !== 'informed';
		case 'flags':
			return proposeFlags(form.barriers, form.presence).length > 0 || form.flags.length > 0;
		case 'next':
			// an appointment that a guide proposes has no day yet, whatever came of the visit
			if (form.next?.kind === 'appointment' && form.next.on === undefined) return true;
			return outcome !== null && outcome !== 'done' && outcome !== 'refused';
	}
}

/** Answers that fall when an earlier one changes: they were given under other circumstances. */
const DEPENDS: Partial<Record<VisitStep, readonly VisitStep[]>> = {
	presence: ['guide', 'barriers', 'flags', 'next'],
	standing: ['evidence', 'guide', 'notice', 'outcome', 'barriers', 'next'],
	outcome: ['barriers', 'next'],
	barriers: ['flags', 'next']
};

/** The form after a step has its answer: later answers that hang on it are open again, and the next question comes. */
export function answerStep(
	form: VisitForm,
	step: VisitStep,
	changes: Partial<VisitForm>,
	known: KnownPerson | null
): VisitForm {
	// what a guide had settled before the state was asked for the first time was not said under another state
	const isFirst = step === 'standing' && form.state === null;
	const fallen = (DEPENDS[step] ?? []).filter((each) => !isFirst || each === 'evidence' || each === 'guide');
	const isChanged = Object.entries(changes).some(
		([field, value]) => JSON.stringify(form[field as keyof VisitForm]) !== JSON.stringify(value)
	);
	const kept = form.answered.filter((each) => each !== step && !(isChanged && fallen.includes(each)));
	return goOn({ ...form, ...changes, answered: [...kept, step] }, known);
}

/** Moves to the first question that is still open, or to the summary. */
export function goOn(form: VisitForm, known: KnownPerson | null): VisitForm {
	const open = VISIT_STEPS.find(
		(step) => step !== 'summary' && needsStep(step, form, known) && !form.answered.includes(step)
	);
	const to = open ?? 'summary';
	return currentVisitStep(form) === to ? form : { ...form, path: [...form.path, to] };
}

/** One question back; null where the first one is on screen. */
export function goBack(form: VisitForm): VisitForm | null {
	return form.path.length > 1 ? { ...form, path: form.path.slice(0, -1) } : null;
}

/** From the summary to one question, and from there back to the summary. */
export function reopenStep(form: VisitForm, step: VisitStep): VisitForm {
	return { ...form, answered: form.answered.filter((each) => each !== step), path: [...form.path, step] };
}

/** About a person of this household: what the book knows need not be asked again. */
export function choosePerson(form: VisitForm, known: KnownPerson): VisitForm {
	const isKnownHome = isMet(known.presence);
	const presence = isKnownHome ? known.presence : null;
	const card = known.card && known.card !== 'unclear' ? known.card : null;
	// Somebody at the door has the card at hand: reading it tells number and issue date, which a list never does.
	const isCardRead = card !== null && (known.cardIssuedOn !== undefined || !isKnownHome);
	return goOn(
		{
			...form,
			isUnnamed: false,
			person: known.id,
			added: null,
			presence,
			card,
			cardIssuedOn: known.cardIssuedOn ?? null,
			consent: known.consent ?? { ...form.consent, record: false, phone: false, remind: false },
			phone: known.phone ?? '',
			approvedOn: known.standing?.approvedOn ?? null,
			needsHomeHelp: known.needsHomeHelp ?? false,
			answered: [
				'who',
				...(presence ? (['presence'] as const) : []),
				...(isCardRead ? (['card'] as const) : []),
				...settledByGuide(form)
			]
		},
		known
	);
}

/** About somebody who is not in the book: present at the door, or spoken of by the family. */
export function chooseNew(form: VisitForm, added: PersonForm, presence: Presence | null): VisitForm {
	return goOn(
		{
			...form,
			isUnnamed: false,
			person: 'new',
			added,
			presence,
			card: null,
			cardIssuedOn: null,
			approvedOn: null,
			consent: { ...form.consent, record: false, phone: false, remind: false },
			answered: ['who', ...(presence ? (['presence'] as const) : []), ...settledByGuide(form)]
		},
		null
	);
}

/** What a guide said of the visit before anybody was named: not asked again (scenario S16). */
function settledByGuide(form: VisitForm): VisitStep[] {
	if (form.guides.length === 0) return [];
	return (['outcome', 'barriers', 'next'] as const).filter((step) => form.answered.includes(step));
}

/** Nobody by name. Everything personal that was typed until now is dropped (consent was not given). */
export function chooseUnnamed(form: VisitForm, refusedCount: number, now: number): VisitForm {
	const fresh = openVisitForm(form.household, now);
	return goOn(
		{
			...fresh,
			isUnnamed: true,
			refusedCount,
			outcome: refusedCount > 0 ? 'refused' : 'informed',
			leaflet: form.leaflet,
			// what was shown, and who is asked on about it, names nobody
			guides: form.guides,
			next: form.guides.length > 0 ? form.next : null,
			answered: ['who'],
			path: form.path
		},
		null
	);
}

/** Where the person stands now according to the form, for guide, countdown and proposals. */
export function standingOf(form: VisitForm, known: KnownPerson | null): LadderState {
	return form.state ?? known?.standing?.state ?? 'unknown';
}

/** The guide that helps on from where the form stands, and why. */
export function nextStepOf(form: VisitForm, known: KnownPerson | null, guardian?: LadderState): NextBestStep {
	const today = dayAt(form.openedAt);
	const state = standingOf(form, known);
	const birth = known?.birth ?? (form.added ? birthOf(form.added, today) : null);
	const standing: Standing = {
		state,
		on: today,
		evidence: 'declared',
		observer: '',
		...(form.approvedOn ? { approvedOn: form.approvedOn } : {})
	};
	return decideNextStep({
		person: {
			// who has no birth yet is asked for it before any guide comes
			birth: birth ?? ('1900' as Birth),
			presence: form.presence ?? 'unclear',
			standing,
			barriers: openBarriersOf(form, known),
			...(form.card ? { card: form.card } : {})
		},
		today,
		...(guardian ? { guardian } : {})
	});
}

/** Barriers that stay open after this visit. */
export function openBarriersOf(form: VisitForm, known: KnownPerson | null): BarrierCode[] {
	return openBarriers(known?.barriers ?? [], form.barriers, form.solved, standingOf(form, known));
}

/** Whether the chosen state is no arrow of the ladder and must be explained (feature F072). */
export function needsReason(form: Pick<VisitForm, 'state'>, known: KnownPerson | null): boolean {
	return form.state !== null && decideStep(known?.standing?.state ?? 'unknown', form.state) === 'jump';
}

/** True once the seven days are over, by what the form knows. */
export function isOverdue(form: VisitForm, today: Day): boolean {
	if (form.state === null || form.approvedOn === null) return false;
	const standing: Standing = {
		state: form.state,
		on: today,
		evidence: 'declared',
		observer: '',
		approvedOn: form.approvedOn
	};
	return decideCountdown(standing, today)?.stage === 'over';
}

/** The form after a guide's result was confirmed: what it proposed is taken over and not asked again. */
export function takeGuideResult(
	form: VisitForm,
	result: GuideResult,
	known: KnownPerson | null,
	today: Day
): VisitForm {
	const state = standingOf(form, known);
	const proposal = proposeFromGuide(result, { state, barriers: known?.barriers ?? [] }, today);
	const settled: VisitStep[] = ['guide', 'notice', 'outcome'];
	const hasReason = proposal.met.some((code) => !proposal.solved.includes(code));
	if (hasReason) settled.push('barriers');
	const isDayOpen = proposal.next.kind === 'appointment' && proposal.next.on === undefined;
	if (proposal.next.kind !== 'none' && !isDayOpen) settled.push('next');
	const seen = proposal.standing;
	if (seen) settled.push('evidence');
	const use: GuideUse = {
		guide: result.guide,
		packVersion: result.packVersion,
		ended: result.ended,
		...(result.ticks.length > 0 ? { ticks: result.ticks } : {})
	};
	// A second guide in one visit adds to what the first one met; what it solved is met no more.
	const isFirst = form.guides.length === 0;
	const before = isFirst ? [] : form.barriers.filter((code) => !proposal.solved.includes(code));
	const barriers = [...proposal.met, ...before.filter((code) => !proposal.met.includes(code))];
	const solved = isFirst ? [] : form.solved.filter((code) => !proposal.met.includes(code));
	const flags = isFirst ? [] : form.flags.filter((flag) => !proposal.flags.includes(flag.code));
	return goOn(
		{
			...form,
			...(seen ? { state: seen.state, evidence: seen.evidence } : {}),
			approvedOn: proposal.approvedOn ?? form.approvedOn,
			walk: null,
			guide: null,
			isBorrowing: false,
			guides: [...form.guides, use],
			outcome: proposal.outcome,
			barriers: barriers.slice(0, LIMIT.barriersPerVisit),
			solved: [...new Set([...solved, ...proposal.solved])],
			flags: [...flags, ...proposal.flags.map((code) => ({ code, source: 'self' as const }))],
			next: proposal.next.kind === 'none' && !isFirst ? (form.next ?? proposal.next) : proposal.next,
			answered: [...form.answered.filter((step) => !settled.includes(step)), ...settled]
		},
		known
	);
}

/** Another guide than the one that is proposed, or one more: the question about the guide is open again, with this one. */
export function chooseGuide(form: VisitForm, guide: string): VisitForm {
	const isOther = form.walk !== null && form.walk.guideId !== guide;
	const path = currentVisitStep(form) === 'guide' ? form.path : [...form.path, 'guide' as const];
	return {
		...form,
		guide,
		...(isOther ? { walk: null, isBorrowing: false } : {}),
		answered: form.answered.filter((step) => step !== 'guide'),
		path
	};
}

/** The outcome that the form points at before anybody chose one. */
export function proposedOutcome(form: VisitForm, known: KnownPerson | null): Outcome {
	return form.outcome ?? proposeOutcome(standingOf(form, known));
}

/** The barriers after a tap on one: at most three, the first stays the primary one. */
export function toggleBarrier(barriers: readonly BarrierCode[], code: BarrierCode): readonly BarrierCode[] {
	if (barriers.includes(code)) return barriers.filter((each) => each !== code);
	return barriers.length >= LIMIT.barriersPerVisit ? barriers : [...barriers, code];
}
