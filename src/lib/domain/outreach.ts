// What is done beside the doors: outreach events (digest h) and people who were helped at a table, without a household
// and without a name (feature F077). Both are counts that somebody tells; they stand beside what is counted at doors and
// are never added to it.

import type { Area } from './area.ts';
import { isBarrierCode, type BarrierCode } from './catalogue/barriers.ts';
import { parseCount } from './campaign.ts';
import { parseTypedDay, type Day } from './day.ts';
import { isId, type AreaId } from './id.ts';
import { LIMIT } from './limit.ts';
import { checkNote, hasPhone } from './note.ts';
import { problem, type Problem } from './problem.ts';
import type { Outcome } from './visit.ts';

export const OUTREACH_PLACES = ['office', 'publicPlace', 'company', 'school', 'healthStation', 'cultureHouse'] as const;
/** Digest h, places; the culture house is where quarters meet (scenarios 2.2). */
export type OutreachPlace = (typeof OUTREACH_PLACES)[number];

export const OUTREACH_CHANNELS = [
	'meeting',
	'agencyMeeting',
	'groupChat',
	'press',
	'poster',
	'training',
	'counter'
] as const;
/** Digest h, forms; door to door is what visits are for. */
export type OutreachChannel = (typeof OUTREACH_CHANNELS)[number];

export interface OutreachDraft {
	readonly day: Day | null;
	readonly area: AreaId | null;
	readonly place: OutreachPlace | null;
	readonly channel: OutreachChannel | null;
	readonly topic: string;
	readonly materials: string;
	/** Null where something else than a count was typed. */
	readonly audience: number | null;
	readonly households: number | null;
	readonly helped: number | null;
	readonly followUps: number | null;
}

export interface OutreachEvent extends OutreachDraft {
	readonly id: string;
	readonly day: Day;
	readonly place: OutreachPlace;
	readonly channel: OutreachChannel;
	readonly audience: number;
	readonly households: number;
	readonly helped: number;
	readonly followUps: number;
	readonly areaName: string | null;
	/** Whoever told it, staff or volunteer. */
	readonly staffName: string;
	/** It came from a phone: amended there alone. */
	readonly isVolunteer: boolean;
}

export const EVENT_COUNTS = ['audience', 'households', 'helped', 'followUps'] as const;
export type EventCount = (typeof EVENT_COUNTS)[number];

/** What is wrong with an event that somebody typed; empty when it may be kept. */
export function checkOutreach(draft: OutreachDraft, today: Day): Problem[] {
	const found: Problem[] = [];
	if (draft.day === null || draft.day > today) found.push(problem('field.badDay', 'day'));
	if (draft.place === null) found.push(problem('field.required', 'place'));
	if (draft.channel === null) found.push(problem('field.required', 'channel'));
	for (const at of ['topic', 'materials'] as const) {
		if (draft[at].length > LIMIT.addressChars) found.push(problem('field.tooLong', at));
		found.push(...checkNote(draft[at], at));
		if (hasPhone(draft[at])) found.push(problem('note.phone', at));
	}
	if (draft.topic.trim() === '') found.push(problem('field.required', 'topic'));
	for (const at of EVENT_COUNTS) if (draft[at] === null) found.push(problem('figure.badCount', at));
	return found;
}

type Typed = Readonly<Record<string, string>>;

function find<Word extends string>(words: readonly Word[], text: unknown): Word | null {
	return words.find((word) => word === text) ?? null;
}

function readArea(typed: Typed): AreaId | null {
	const area = typed['area'] ?? '';
	return isId(area) ? (area as AreaId) : null;
}

/** As typed; an empty count is none. */
export function parseOutreachForm(typed: Typed): OutreachDraft {
	const count = (name: EventCount) => ((typed[name] ?? '').trim() === '' ? 0 : parseCount(typed[name] ?? ''));
	return {
		day: parseTypedDay(typed['day'] ?? ''),
		area: readArea(typed),
		place: find(OUTREACH_PLACES, typed['place']),
		channel: find(OUTREACH_CHANNELS, typed['channel']),
		topic: (typed['topic'] ?? '').trim(),
		materials: (typed['materials'] ?? '').trim(),
		audience: count('audience'),
		households: count('households'),
		helped: count('helped'),
		followUps: count('followUps')
	};
}

/**
 * The events, each at the place in which its area lies: a group's with its quarter, and what lies in none of the places with
 * the whole ward, as reports add them up.
 */
export function placeEvents(
	events: readonly OutreachEvent[],
	areas: readonly Area[],
	places: readonly AreaId[]
): OutreachEvent[] {
	const known = new Map(areas.map((area) => [area.id, area]));
	const placeOf = (area: AreaId | null): AreaId | null => {
		for (let at = area; at !== null; at = known.get(at)?.parent ?? null) if (places.includes(at)) return at;
		return null;
	};
	return events.map((event) => ({ ...event, area: placeOf(event.area) }));
}

/** All events of a place together; `null` for the whole ward. */
export function sumEvents(
	events: readonly OutreachEvent[],
	area: AreaId | null
): Readonly<Record<EventCount | 'events', number>> {
	const here = events.filter((event) => event.area === area);
	const sum = (name: EventCount) => here.reduce((all, event) => all + event[name], 0);
	return {
		events: here.length,
		audience: sum('audience'),
		households: sum('households'),
		helped: sum('helped'),
		followUps: sum('followUps')
	};
}

export const HELP_TOPICS = ['install', 'appAccount', 'level1', 'level2', 'activate', 'scam'] as const;
/** Processes P1 to P5 and P16 of the digest. */
export type HelpTopic = (typeof HELP_TOPICS)[number];

export const HELP_OUTCOMES = [
	'done',
	'activatedOnly',
	'informed',
	'notDone',
	'referred'
] as const satisfies readonly Outcome[];
export type HelpOutcome = (typeof HELP_OUTCOMES)[number];

export interface HelpDraft {
	readonly topic: HelpTopic | null;
	readonly outcome: HelpOutcome | null;
	readonly barrier: BarrierCode | null;
	readonly area: AreaId | null;
}

/** One person at the table: what for, and what came of it. */
export interface HelpCase extends HelpDraft {
	readonly id: string;
	readonly topic: HelpTopic;
	readonly outcome: HelpOutcome;
	readonly at: number;
	readonly staffName: string;
	readonly isVolunteer: boolean;
	/** Typed in by whoever looks: theirs to take back. */
	readonly isOwn: boolean;
}

export function parseHelpForm(typed: Typed): HelpDraft {
	const barrier = typed['barrier'] ?? '';
	return {
		topic: find(HELP_TOPICS, typed['topic']),
		outcome: find(HELP_OUTCOMES, typed['outcome']),
		barrier: isBarrierCode(barrier) ? barrier : null,
		area: readArea(typed)
	};
}

export function checkHelp(draft: HelpDraft): Problem[] {
	const found: Problem[] = [];
	if (draft.topic === null) found.push(problem('field.required', 'topic'));
	if (draft.outcome === null) found.push(problem('field.required', 'outcome'));
	return found;
}

export interface HelpDay {
	/** Of today, the latest first. */
	readonly cases: readonly HelpCase[];
	readonly counts: Readonly<Record<HelpOutcome, number>>;
	/** Since the beginning, counted no further than somebody reads: one more than that where there are more. */
	readonly total: number;
}
