// Content with a life: what a guide, an article or one step says, from where, since when and until when.
// Later packs add guides and articles, not fields. All text is plain text, never markup. How an item is written:
// src/content/README.md.
//
// NOTE: the format has no field for anything a person types. A guide can only offer choices, ask on which day a
// notice came, and ask for ticks; so no pack, however it was made, can ask for a code, a password or a bank number.

import type { BarrierCode, Receiver } from './catalogue/barriers.ts';
import type { DataFlagCode } from './catalogue/data-flags.ts';
import { addDays, type Day } from './day.ts';
import type { Evidence, LadderState } from './ladder.ts';
import type { CardState } from './person.ts';

export const SOURCE_TAGS = ['000', '001', '002', '003', '004', 'law', 'web'] as const;
export const CONFIDENCES = ['C', 'S', 'U'] as const;

/** Where a statement comes from (digest 0.1) and how sure it is today (digest 0.2). `place` is a citation, not a link. */
export interface Source {
	readonly tag: (typeof SOURCE_TAGS)[number];
	readonly place: string;
	readonly confidence: (typeof CONFIDENCES)[number];
}

export const LIFE_STATUSES = ['current', 'historical', 'toConfirm'] as const;
export type LifeStatus = (typeof LIFE_STATUSES)[number];

export interface Life {
	readonly sources: readonly Source[];
	readonly checkedOn: Day;
	readonly validFrom: Day;
	/** Last day on which it holds. */
	readonly validTo?: Day;
	readonly status: LifeStatus;
	/** Item that took its place. */
	readonly successor?: string;
	/** Words inside the text that the ward must confirm before it relies on them, for instance a telephone number. */
	readonly wardConfirms?: readonly string[];
}

export interface Item extends Life {
	readonly id: string;
	readonly title: string;
	/** Language of its words where it is not the pack's: there is no translation yet, and the screen says so. */
	readonly language?: string;
}

export const TOPICS = [
	'start',
	'account',
	'keep',
	'safety',
	'residence',
	'family',
	'services',
	'organisation',
	'archive'
] as const;
/** Shelf on which a guide stands. */
export type Topic = (typeof TOPICS)[number];

/** Facts of this ward that a text may name in braces, for instance `{deskHours}`; the ward fills them in. */
export const WARD_FACTS = ['wardName', 'policePlace', 'deskPlace', 'deskHours', 'wardPhone'] as const;
export type WardFact = (typeof WARD_FACTS)[number];

export const PHONE_NEEDS = ['smartphone', 'storage', 'internet', 'camera', 'nfc', 'ownSim'] as const;
/** What a phone must have (digest P0). */
export type PhoneNeed = (typeof PHONE_NEEDS)[number];

export const GROUPS = ['foreigner', 'dependent', 'organisation'] as const;
export type Group = (typeof GROUPS)[number];

/** Every part that is written must hold; a part that is absent asks for nothing. */
export interface Condition {
	readonly states?: readonly LadderState[];
	readonly card?: readonly CardState[];
	readonly phone?: Readonly<Partial<Record<PhoneNeed, boolean>>>;
	/** Completed years: `from` and more, less than `below`. */
	readonly ages?: { readonly from?: number; readonly below?: number };
	readonly groups?: readonly Group[];
}

export const PLACES = ['wardPolice', 'oneStopDesk', 'home', 'mobileSession'] as const;

/** What a guide proposes; nothing is written before the volunteer confirms it. `when` limits it to some people. */
export type Effect = { readonly when?: Condition } & (
	| { readonly kind: 'ladder'; readonly state: LadderState; readonly evidence: Evidence }
	| { readonly kind: 'barrier'; readonly code: BarrierCode; readonly change: 'opened' | 'closed' }
	| { readonly kind: 'dataFlag'; readonly code: DataFlagCode }
	| { readonly kind: 'referral'; readonly receiver: Receiver; readonly words: string }
	| {
			readonly kind: 'appointment';
			readonly place: (typeof PLACES)[number];
			readonly words: string;
			readonly bring?: readonly string[];
	  }
	| { readonly kind: 'task'; readonly words: string; readonly afterDays: number }
);

/** Words on the resident's screen, exactly as printed there; `gloss` says what they mean in the pack's language. */
export interface ScreenLabel {
	readonly text: string;
	readonly gloss?: string;
}

export interface Link {
	/** Id of a guide or article. */
	readonly to: string;
	readonly words: string;
}

export interface Branch {
	readonly id: string;
	readonly words: string;
	/** The message on the resident's screen by which this branch is known. */
	readonly screen?: ScreenLabel;
	readonly to: string;
	readonly effects?: readonly Effect[];
	/** The way most walks go: "4/9" counts along it. */
	readonly usual?: boolean;
	/** In a step that asks for the day of a notice: which answer leads here. */
	readonly day?: 'inTime' | 'overdue' | 'unknown';
}

export const ACTORS = ['resident', 'volunteer', 'officer'] as const;
export type Actor = (typeof ACTORS)[number];

export const STOP_OUTCOMES = ['success', 'partial', 'later', 'referred', 'declined'] as const;
export type StopOutcome = (typeof STOP_OUTCOMES)[number];

export type GuideTimer =
	/** A code that dies after `lifeMs`; starts when the step is shown. */
	| { readonly kind: 'otp'; readonly lifeMs: number }
	/** Asks on which day the notice came; the account must be activated within `days` of it. */
	| { readonly kind: 'activation'; readonly days: number };

/** One screen of a guide. What it leaves out of its life, it takes from its guide. */
export interface GuideStep extends Partial<Life> {
	readonly id: string;
	readonly title: string;
	readonly who: Actor;
	/** What to do, short. */
	readonly say: string;
	/** Further lines, one thought each. */
	readonly notes?: readonly string[];
	readonly labels?: readonly ScreenLabel[];
	/** What you will see when it worked. */
	readonly see?: string;
	/** A text that residents know from their phone, to compare with; `from` says where it was seen. */
	readonly example?: { readonly text: string; readonly from: string };
	/** The only words in resident mode. */
	readonly residentText?: string;
	/** Name of a drawing that ships with the app. */
	readonly picture?: string;
	/** Glossary articles for words in this step. */
	readonly terms?: readonly string[];
	readonly branches?: readonly Branch[];
	readonly next?: string;
	readonly stop?: { readonly outcome: StopOutcome; readonly reason: string };
	/** All of these must be ticked before it goes on. */
	readonly check?: readonly { readonly id: string; readonly words: string }[];
	readonly timer?: GuideTimer;
	/** From here on the account is on a phone that is not the resident's, until a point `unlinked` is ticked. */
	readonly borrows?: true;
	/** Proposed whenever the guide passes this step. */
	readonly effects?: readonly Effect[];
	/** On arrival, the first condition that holds leads on without showing this step. */
	readonly redirects?: readonly { readonly when: Condition; readonly to: string }[];
	/** On the arrival after `times` earlier ones, lead to `to` instead: no guide goes round for ever. */
	readonly limit?: { readonly times: number; readonly to: string };
	readonly links?: readonly Link[];
}

export interface Guide extends Item {
	readonly summary: string;
	readonly topic?: Topic;
	readonly minutes?: number;
	/** For whom this guide is the next step. */
	readonly entry?: Condition;
	readonly start: string;
	readonly steps: readonly GuideStep[];
	readonly links?: readonly Link[];
	readonly keywords?: readonly string[];
}

/** A part of an article. A part with dates of its own (a row of fees) expires by itself. */
export type Block = Partial<Life> &
	(
		| { readonly kind: 'heading' | 'text' | 'warning'; readonly text: string }
		| { readonly kind: 'list' | 'steps'; readonly rows: readonly string[] }
		| { readonly kind: 'label'; readonly label: ScreenLabel }
		| { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
		| { readonly kind: 'picture'; readonly picture: string; readonly text: string }
	);

/** Handbook page, answer, catalogue row, pitch card, glossary word: `kind` (`article-kind.ts`) says which. */
export interface Article extends Item {
	readonly kind: string;
	readonly summary?: string;
	readonly body: readonly Block[];
	readonly facts?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
	readonly keywords?: readonly string[];
	readonly audiences?: readonly string[];
	readonly links?: readonly Link[];
}

export interface Pack {
	readonly id: string;
	/** Rises with each publication. */
	readonly version: number;
	readonly language: string;
	readonly publishedOn: Day;
	readonly articles: readonly Article[];
	readonly guides: readonly Guide[];
	/** Ids that links may already name although the item is not written yet. */
	readonly plannedGuides?: readonly string[];
}

export type Banner =
	| { readonly kind: 'expired'; readonly since?: Day; readonly successor?: string }
	| { readonly kind: 'future'; readonly from: Day }
	| { readonly kind: 'toConfirm' };

/** The banner that an item or step must carry on `today`, or null where it simply holds. The gravest one wins. */
export function decideBanner(life: Partial<Life>, today: Day): Banner | null {
	const isOver = life.validTo !== undefined && life.validTo < today;
	if (isOver || life.status === 'historical') {
		return {
			kind: 'expired',
			...(life.validTo === undefined ? {} : { since: addDays(life.validTo, 1) }),
			...(life.successor === undefined ? {} : { successor: life.successor })
		};
	}
	if (life.validFrom !== undefined && life.validFrom > today) return { kind: 'future', from: life.validFrom };
	return life.status === 'toConfirm' ? { kind: 'toConfirm' } : null;
}

/** True where an item may be offered as a next step: an expired or future one never is (architecture, section 5.3). */
export function canFollow(life: Partial<Life>, today: Day): boolean {
	const banner = decideBanner(life, today);
	return banner === null || banner.kind === 'toConfirm';
}

/** What is known about the person and the phone when a guide is opened. */
export interface GuideContext {
	readonly state: LadderState;
	readonly card?: CardState;
	readonly phone?: Readonly<Partial<Record<PhoneNeed, boolean>>>;
	readonly age?: number;
	readonly groups?: readonly Group[];
}

/** True where every written part of the condition is known to hold; what is not known does not hold. */
export function meetsCondition(condition: Condition | undefined, context: GuideContext): boolean {
	if (!condition) return true;
	const { states, card, phone, ages, groups } = condition;
	if (states && !states.includes(context.state)) return false;
	if (card && (context.card === undefined || !card.includes(context.card))) return false;
	for (const need of PHONE_NEEDS) {
		if (phone?.[need] !== undefined && context.phone?.[need] !== phone[need]) return false;
	}
	if (ages) {
		if (context.age === undefined) return false;
		if (ages.from !== undefined && context.age < ages.from) return false;
		if (ages.below !== undefined && context.age >= ages.below) return false;
	}
	if (groups && !groups.some((group) => context.groups?.includes(group))) return false;
	return true;
}

/** The text with the ward's facts filled in; a fact that the ward has not given yet is worded by `fallback`. */
export function fillText(
	text: string,
	facts: Partial<Record<WardFact, string>>,
	fallback: Record<WardFact, string>
): string {
	return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
		const fact = WARD_FACTS.find((known) => known === name);
		return fact ? (facts[fact] ?? fallback[fact]) : whole;
	});
}
