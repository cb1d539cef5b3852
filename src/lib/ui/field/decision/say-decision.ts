// The ward's word on a record in lines for the volunteer: what was chosen, what was not, by whom and when.

import { isBarrierCode } from '$lib/domain/catalogue/barriers.ts';
import { formatDay, parseDay, type Day } from '$lib/domain/day.ts';
import type { Decision } from '$lib/domain/decision.ts';
import { LADDER_STATES, type LadderState } from '$lib/domain/ladder.ts';
import { PRESENCES, SEXES, type Presence, type Sex } from '$lib/domain/person.ts';
import type { BarrierWords } from '$lib/ui/words/vi/barrier.ts';
import type { DecisionWords } from '$lib/ui/words/vi/decision.ts';
import type { LadderWords } from '$lib/ui/words/vi/ladder.ts';
import type { PersonWords } from '$lib/ui/words/vi/person.ts';
import type { VisitWords } from '$lib/ui/words/vi/visit.ts';
import { formatMoment } from '$lib/ui/words.ts';

export interface DecisionTexts {
	readonly decision: DecisionWords;
	readonly visit: VisitWords;
	readonly person: PersonWords;
	readonly ladder: LadderWords;
	readonly barrier: BarrierWords;
}

export interface SaidDecision {
	readonly title: string;
	readonly lines: readonly string[];
	readonly foot: string;
}

export function sayDecision(
	decision: Decision,
	table: 'household' | 'person' | 'visit',
	today: Day,
	words: DecisionTexts
): SaidDecision {
	const { decision: says } = words;
	const foot = says.by(decision.byName, formatMoment(decision.at, today));
	const note = decision.note ? [says.note(decision.note)] : [];
	const { choice, field } = decision;
	if (choice === 'replayed' || choice === 'corrected' || choice === 'dismissed')
		return { title: says.looked, lines: [says[choice], ...note], foot };
	if (field === 'deleted')
		return { title: says.title, lines: [choice === 'kept' ? says.removed : says.restored, ...note], foot };
	const isNumber = field === 'idKeep';
	const name = words.visit.fix.fields[`${table}.${isNumber ? 'personalId' : field}`] ?? field ?? '';
	const value = isNumber ? says.number : sayValue(field ?? '', decision.value, words);
	const left = (decision.left ?? []).map((one) => sayValue(field ?? '', one, words));
	return {
		title: says.title,
		lines: [says.line(name, value), ...(left.length > 0 ? [says.left(left.join('; '))] : []), ...note],
		foot
	};
}

function sayValue(field: string, value: unknown, words: DecisionTexts): string {
	if (value === null || value === undefined || value === '') return words.decision.empty;
	if (Array.isArray(value)) return value.map((code: unknown) => sayBarrier(String(code), words)).join(', ');
	if (typeof value === 'object') {
		const { state } = value as { state?: unknown };
		return LADDER_STATES.includes(state as LadderState) ? words.ladder.names[state as LadderState] : '…';
	}
	const text = String(value);
	if (field === 'sex' && SEXES.includes(value as Sex)) return words.person.sexes[value as Sex];
	if (field === 'presence' && PRESENCES.includes(value as Presence)) return words.person.presences[value as Presence];
	const day = parseDay(text);
	return day ? formatDay(day) : text;
}

function sayBarrier(code: string, { barrier }: DecisionTexts): string {
	return isBarrierCode(code) ? barrier.names[code] : code;
}

/** Older words were read long ago; a door shows what is new. */
const SHOWN_MS = 30 * 24 * 3600_000;
const SHOWN_MOST = 3;

/** The words that are still news, latest first. */
export function listNews(decisions: readonly Decision[], now: number): readonly Decision[] {
	return decisions
		.filter(({ at }) => now - at < SHOWN_MS)
		.slice(-SHOWN_MOST)
		.reverse();
}
