// The pen with which guides and articles are written: short words for what every item repeats, so that a file reads
// like the guide itself. Whatever rests on a source that is not confirmed ([S], [U]) is marked `toConfirm` here, once.

import type { ArticleKind } from '../lib/domain/article-kind.ts';
import type { BarrierCode, Receiver } from '../lib/domain/catalogue/barriers.ts';
import type { DataFlagCode } from '../lib/domain/catalogue/data-flags.ts';
import type {
	Actor,
	Article,
	Block,
	Branch,
	Condition,
	Effect,
	Guide,
	GuideStep,
	Item,
	Source,
	StopOutcome
} from '../lib/domain/content.ts';
import { parseDay, type Day } from '../lib/domain/day.ts';
import type { Evidence, LadderState } from '../lib/domain/ladder.ts';

/** A day of the calendar, written `yyyy-MM-dd`. */
export function day(text: string): Day {
	const read = parseDay(text);
	if (!read) throw new Error(`not a day: ${text}`);
	return read;
}

/** Day on which the whole pack was last compared with the digest. */
const CHECKED_ON = '2026-11-20';

/** `at('002', 'A4.2 B3')`; a third word says how sure it is today (digest 0.2), confirmed if it is left out. */
export function at(tag: Source['tag'], place: string, confidence: Source['confidence'] = 'C'): Source {
	return { tag, place, confidence };
}

interface Birth {
	readonly from: readonly Source[];
	/** First day on which it held; `2024-07-01`, the day of the law on identification, if it is left out. */
	readonly since?: string;
	readonly until?: string;
	readonly checked?: string;
	readonly successor?: string;
	readonly status?: Item['status'];
}

function lifeOf({ from, since = '2024-07-01', until, checked = CHECKED_ON, successor, status }: Birth) {
	return {
		sources: from,
		checkedOn: day(checked),
		validFrom: day(since),
		...(until === undefined ? {} : { validTo: day(until) }),
		status: status ?? (from.every((source) => source.confidence === 'C') ? 'current' : 'toConfirm'),
		...(successor === undefined ? {} : { successor })
	} as const;
}

type GuideHead = Birth &
	Pick<Guide, 'id' | 'topic' | 'title' | 'summary' | 'minutes' | 'entry' | 'keywords' | 'links' | 'wardConfirms'>;

/** A guide that starts at its first step. */
export function guide(head: GuideHead, steps: readonly GuideStep[]): Guide {
	const { from, since, until, checked, successor, status, ...rest } = head;
	const life = lifeOf({ from, since, until, checked, successor, status } as Birth);
	// A step that says of itself what its guide says anyway would show the banner twice.
	const own = steps.map(({ status: of, ...row }) =>
		of === undefined || of === life.status ? row : { ...row, status: of }
	);
	return { ...rest, ...life, start: steps[0]?.id ?? '', steps: own };
}

type More = Partial<Omit<GuideStep, 'id' | 'who' | 'title' | 'say' | 'sources'>> & {
	readonly from?: readonly Source[];
	/** Words of resident mode; what is said, if it is left out. */
	readonly read?: string;
};

function step(id: string, who: Actor, title: string, say: string, { from, read, ...more }: More): GuideStep {
	const isUnsure = from?.some((source) => source.confidence !== 'C') ?? false;
	return {
		id,
		title,
		who,
		say,
		...(who === 'resident' || read !== undefined ? { residentText: read ?? say } : {}),
		...(from ? { sources: from } : {}),
		...(isUnsure && more.status === undefined ? { status: 'toConfirm' } : {}),
		...more
	};
}

/** What the resident does with their own hands; `then` is the way on, or the answers to choose from. */
export function resident(
	id: string,
	title: string,
	say: string,
	then: string | readonly Branch[],
	more: More = {}
): GuideStep {
	return step(id, 'resident', title, say, { ...wayOn(then), ...more });
}

/** What the volunteer asks, looks at or explains. */
export function volunteer(
	id: string,
	title: string,
	say: string,
	then: string | readonly Branch[],
	more: More = {}
): GuideStep {
	return step(id, 'volunteer', title, say, { ...wayOn(then), ...more });
}

/** What an officer does at the desk. */
export function officer(
	id: string,
	title: string,
	say: string,
	then: string | readonly Branch[],
	more: More = {}
): GuideStep {
	return step(id, 'officer', title, say, { ...wayOn(then), ...more });
}

/** Where a walk ends, and what it proposes there. */
export function end(
	id: string,
	outcome: StopOutcome,
	title: string,
	say: string,
	reason: string,
	effects: readonly Effect[] = [],
	more: More = {}
): GuideStep {
	return step(id, 'volunteer', title, say, {
		stop: { outcome, reason },
		...(effects.length > 0 ? { effects } : {}),
		...more
	});
}

function wayOn(then: string | readonly Branch[]): Pick<GuideStep, 'next' | 'branches'> {
	return typeof then === 'string' ? { next: then } : { branches: then };
}

/** An answer and where it leads. */
export function to(target: string, id: string, words: string, ...effects: readonly Effect[]): Branch {
	return { id, words, to: target, ...(effects.length > 0 ? { effects } : {}) };
}

/** The answer that most walks give. */
export function usual(target: string, id: string, words: string, ...effects: readonly Effect[]): Branch {
	return { ...to(target, id, words, ...effects), usual: true };
}

/** The answer by which words on the screen are recognised. */
export function shows(text: string, branch: Branch): Branch {
	return { ...branch, screen: { text } };
}

/** Exact words on the screen, in the order in which they are tapped. */
export function labels(...texts: readonly string[]): { readonly labels: GuideStep['labels'] } {
	return { labels: texts.map((text) => ({ text })) };
}

export const met = (code: BarrierCode): Effect => ({ kind: 'barrier', code, change: 'opened' });
export const solved = (code: BarrierCode): Effect => ({ kind: 'barrier', code, change: 'closed' });
export const flag = (code: DataFlagCode, when?: Condition): Effect => ({
	...(when ? { when } : {}),
	kind: 'dataFlag',
	code
});
export const refer = (receiver: Receiver, words: string): Effect => ({ kind: 'referral', receiver, words });
export const again = (words: string, afterDays: number): Effect => ({ kind: 'task', words, afterDays });

/** A step on the ladder, proposed only to who stands on one of these steps now. */
export function rises(state: LadderState, states: readonly LadderState[], evidence: Evidence = 'seenOnScreen'): Effect {
	return { when: { states }, kind: 'ladder', state, evidence };
}

const L1_ISSUED = ['l1Submitted', 'l1Approved'] as const;
const L2_ISSUED = ['l2Booked', 'l2Submitted', 'l2Approved'] as const;
const IS_BACK = ['locked', 'deviceLost'] as const;

/** Signed in and seen, on the ladder of the level that is known; who comes back from a lost or locked phone too. */
export const SIGNED_IN: readonly Effect[] = [
	rises('l2LoggedIn', [...L2_ISSUED, 'l2Active']),
	rises('l1LoggedIn', [...L1_ISSUED, 'l1Active'])
];
export const SIGNED_IN_AT_2: readonly Effect[] = [rises('l2LoggedIn', ['unknown', ...IS_BACK])];
export const SIGNED_IN_AT_1: readonly Effect[] = [rises('l1LoggedIn', ['unknown', ...IS_BACK])];

/** Links of a step or item, `[id, words]` each. */
export function links(...rows: readonly (readonly [string, string])[]) {
	return { links: rows.map(([target, words]) => ({ to: target, words })) };
}

type ArticleHead = Birth &
	Pick<Article, 'id' | 'title' | 'summary' | 'facts' | 'keywords' | 'audiences' | 'links' | 'wardConfirms'>;

/** An article; a plain text in the body is a paragraph, a list of texts is a list. */
export function article(
	kind: ArticleKind,
	head: ArticleHead,
	...body: readonly (string | readonly string[] | Block)[]
): Article {
	const { from, since, until, checked, successor, status, ...rest } = head;
	const life = lifeOf({ from, since, until, checked, successor, status } as Birth);
	return { kind, ...rest, ...life, body: body.map(blockOf) };
}

function blockOf(part: string | readonly string[] | Block): Block {
	if (typeof part === 'string') return { kind: 'text', text: part };
	return isList(part) ? { kind: 'list', rows: part } : part;
}

const isList = (part: readonly string[] | Block): part is readonly string[] => Array.isArray(part);
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const warning = (text: string): Block => ({ kind: 'warning', text });
export const numbered = (...rows: readonly string[]): Block => ({ kind: 'steps', rows });
export const table = (head: readonly string[], ...rows: readonly (readonly string[])[]): Block => ({
	kind: 'table',
	head,
	rows
});
