// What a volunteer hands on to somebody who can help: data flags and referrals of visits (digest f and g). Each is one
// case in an inbox; the state of a case is all that the phone hears of it, never what was found or written about it.
//
//   open --take up--> taken up --done / sent back--> done, sent back
//   sent back, done --take up--> taken up;   any of them --pass on--> open, at another receiver
//
// A flag that two receivers get at once is two cases, each with its own state; it is done when both are.

import type { AreaId, VisitId } from './id.ts';
import {
	DATA_FLAG_CODES,
	DATA_FLAGS,
	type DataFlag,
	type DataFlagCode,
	type RaisedFlag
} from './catalogue/data-flags.ts';
import { RECEIVERS, type Receiver } from './catalogue/barriers.ts';
import { addDays, type Day } from './day.ts';
import type { Household } from './household.ts';
import { fail, succeed, type Result } from './problem.ts';

export const REFERRAL_STATES = ['open', 'takenUp', 'sentBack', 'done'] as const;
/** New or sent; received or being verified; more is needed; fixed, not confirmed or closed (digest g, workflow). */
export type ReferralState = (typeof REFERRAL_STATES)[number];

export const FINDINGS = ['fixed', 'notConfirmed'] as const;
/** What came of a case that is done: for the desk alone. */
export type Finding = (typeof FINDINGS)[number];

/** The next step of a visit, beside its flags. */
export const NEXT_REFERRAL = 'referral';
/** What a visit hands on. */
export type ReferralKind = DataFlagCode | typeof NEXT_REFERRAL;
export const REFERRAL_KINDS: readonly ReferralKind[] = [...DATA_FLAG_CODES, NEXT_REFERRAL];
/** The second receiver's case of a flag that two have at once. */
export type BesideCode = `${DataFlagCode}b`;
/** Names a case within its visit. */
export type ReferralCode = ReferralKind | BesideCode;

export function nameBeside(flag: DataFlagCode): BesideCode {
	return `${flag}b`;
}
export const REFERRAL_CODES: readonly ReferralCode[] = [...REFERRAL_KINDS, ...DATA_FLAG_CODES.map(nameBeside)];

/** What a case is about, whosever it is. */
export function kindOf(code: ReferralCode): ReferralKind {
	return DATA_FLAG_CODES.find((flag) => nameBeside(flag) === code) ?? (code as ReferralKind);
}

function isBeside(code: ReferralCode): code is BesideCode {
	return kindOf(code) !== code;
}

/** The ward's word on a case, as it stands in the visit and travels down with it. */
export interface ReferralWord {
	readonly state: ReferralState;
	/** Whose case it is; absent while it is with whom it first came to. */
	readonly receiver?: Receiver;
	/** Counts the words on this case: what was on a screen is compared with it. */
	readonly n: number;
	readonly at: number;
}
export type ReferralWords = Readonly<Partial<Record<ReferralCode, ReferralWord>>>;

export type ReferralAct =
	| { readonly act: 'takeUp' | 'sendBack' }
	| { readonly act: 'done'; readonly finding: Finding }
	| { readonly act: 'pass'; readonly receiver: Receiver };
export const REFERRAL_ACTS = ['takeUp', 'done', 'sendBack', 'pass'] as const satisfies readonly ReferralAct['act'][];

const FITS: Readonly<Record<Exclude<ReferralAct['act'], 'pass'>, readonly ReferralState[]>> = {
	takeUp: ['open', 'sentBack', 'done'],
	sendBack: ['open', 'takenUp'],
	done: ['open', 'takenUp', 'sentBack']
};

/** The next word on a case, or why the act does not fit. `holder`: whose case it is now. */
export function decideReferral(
	current: ReferralWord | undefined,
	act: ReferralAct,
	{ holder, now }: { readonly holder: Receiver | null; readonly now: number }
): Result<ReferralWord> {
	const from = current ?? { state: 'open', n: 0 };
	const next = { ...from, n: from.n + 1, at: now };
	if (act.act === 'pass')
		return act.receiver === holder
			? fail('field.badChoice', 'receiver')
			: succeed({ ...next, state: 'open', receiver: act.receiver });
	if (!FITS[act.act].includes(from.state)) return fail('desk.notOpen');
	const state = act.act === 'takeUp' ? 'takenUp' : act.act === 'sendBack' ? 'sentBack' : 'done';
	return succeed({ ...next, state });
}

/** How a ward hands cases on: receivers of each flag in their order, and the days that a flag may take. */
export interface ReferralRule {
	readonly routes: Readonly<Record<DataFlagCode, readonly Receiver[]>>;
	/** Flags that both receivers of their route have from the start. */
	readonly atOnce: readonly DataFlagCode[];
	readonly days: number;
}

function mapRoutes(): ReferralRule['routes'] {
	const pairs = DATA_FLAG_CODES.map((code): [DataFlagCode, readonly Receiver[]] => [code, DATA_FLAGS[code].receivers]);
	// fromEntries forgets that every code is there
	return Object.fromEntries(pairs) as Record<DataFlagCode, readonly Receiver[]>;
}

/** As the digest has it, until the ward says otherwise. */
export const FIRST_REFERRAL_RULE: ReferralRule = {
	routes: mapRoutes(),
	atOnce: DATA_FLAG_CODES.filter((code) => (DATA_FLAGS[code] as DataFlag).isAtOnce),
	days: 15
};
export const REFERRAL_DAYS = { least: 1, most: 180 };
/** How many receivers a flag may go through. */
export const ROUTE_STOPS = 2;

/** What is wrong with a rule that somebody typed; null where nothing is. */
export function checkReferralRule(rule: ReferralRule): Result<ReferralRule> {
	const { days, routes, atOnce } = rule;
	if (!Number.isSafeInteger(days) || days < REFERRAL_DAYS.least || days > REFERRAL_DAYS.most)
		return fail('field.badChoice', 'days');
	for (const code of DATA_FLAG_CODES) {
		const stops = routes[code];
		const isKnown = stops.every((stop) => RECEIVERS.includes(stop));
		if (!isKnown || stops.length > ROUTE_STOPS || new Set(stops).size < stops.length)
			return fail('field.badChoice', code);
		if (atOnce.includes(code) && stops.length < ROUTE_STOPS) return fail('field.badChoice', code);
	}
	return succeed(rule);
}

/** Whose case it is: who was named last, else the first of its route, or whom the volunteer named. */
export function holderOf(
	code: ReferralCode,
	word: Pick<ReferralWord, 'receiver'> | undefined,
	named: Receiver | null,
	rule: ReferralRule
): Receiver | null {
	if (word?.receiver) return word.receiver;
	const kind = kindOf(code);
	return kind === NEXT_REFERRAL ? named : (rule.routes[kind][isBeside(code) ? 1 : 0] ?? null);
}

/**
 * Whether two receivers have this flag at once: as it was when the ward said its first word on it, else by its rule. So
 * another rule moves what nobody has touched, and takes no case from whoever is at it.
 */
export function isAtOnce(flag: DataFlagCode, words: ReferralWords, rule: ReferralRule): boolean {
	return words[nameBeside(flag)] !== undefined || (words[flag] === undefined && rule.atOnce.includes(flag));
}

/** The cases of what a visit hands on: two where two have it at once. */
export function listCases(kind: ReferralKind, words: ReferralWords, rule: ReferralRule): readonly ReferralCode[] {
	return kind !== NEXT_REFERRAL && isAtOnce(kind, words, rule) ? [kind, nameBeside(kind)] : [kind];
}

/** How far something is for whoever noted it: done when every case of it is done; null until the ward has said a word. */
export function sumState(kind: ReferralKind, words: ReferralWords): ReferralState | null {
	const word = words[kind];
	if (!word) return null;
	const beside = kind === NEXT_REFERRAL ? undefined : words[nameBeside(kind)];
	if (!beside || beside.state === word.state) return word.state;
	// what the volunteer may have to answer comes first; one receiver at work is work
	return word.state === 'sentBack' || beside.state === 'sentBack' ? 'sentBack' : 'takenUp';
}

/** To whom a flag goes after its holder; null at the end of its route, and where both have it already. */
export function nextStop(
	code: ReferralCode,
	holder: Receiver,
	words: ReferralWords,
	rule: ReferralRule
): Receiver | null {
	const kind = kindOf(code);
	if (kind === NEXT_REFERRAL || isAtOnce(kind, words, rule)) return null;
	const route = rule.routes[kind];
	const at = route.indexOf(holder);
	return at < 0 ? null : (route[at + 1] ?? null);
}

/** The last day of a case: flags have one (digest g), for referrals the digest names none. */
export function dueOf(code: ReferralCode, raisedOn: Day, rule: ReferralRule): Day | null {
	return kindOf(code) === NEXT_REFERRAL ? null : addDays(raisedOn, rule.days);
}

export interface ReferralFilter {
	/** Absent: whoever it is with. */
	readonly receiver?: Receiver;
	/** `waiting`: all that is not done. Absent: every state. */
	readonly state?: ReferralState | 'waiting';
	readonly area?: AreaId;
	readonly code?: ReferralKind;
	/** Only what is past its last day and not done. */
	readonly isLate?: boolean;
	/** Rows after this case (the page before ended with it). */
	readonly after?: string;
}

export interface ReferralRow {
	/** Names the case: its visit and its code. */
	readonly key: string;
	readonly n: number;
	readonly visit: VisitId;
	readonly code: ReferralCode;
	readonly household: Household;
	readonly areaName: string;
	readonly personName: string | null;
	readonly volunteerName: string;
	readonly raisedOn: Day;
	readonly dueOn: Day | null;
	readonly isLate: boolean;
	readonly state: ReferralState;
	readonly receiver: Receiver;
	/** Who comes after the receiver, by the ward's route. */
	readonly next: Receiver | null;
	/** Who has the same flag at the same time, and how far they are; null where nobody else has. */
	readonly beside: { readonly receiver: Receiver; readonly state: ReferralState } | null;
	/** What the flag says; null for a referral. */
	readonly flag: RaisedFlag | null;
	readonly barriers: readonly string[];
	/** The desk's last word; null while there is none. */
	readonly said: ReferralNote | null;
}

/** For the desk alone. */
export interface ReferralNote {
	readonly finding: Finding | null;
	readonly note: string;
	readonly staffName: string;
	readonly at: number;
}

/** One act on several cases, each as it was on the screen. */
export interface ReferralAnswer {
	readonly cases: readonly { readonly visit: VisitId; readonly code: ReferralCode; readonly n: number }[];
	readonly act: ReferralAct;
	readonly note: string;
}

export function encodeReferralKey(visit: string, code: ReferralCode): string {
	return `${visit}.${code}`;
}
