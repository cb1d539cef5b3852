// Fields and values of records in words, for tables of the desk: one way for a visit, its history and its differences.

import { isBarrierCode, RECEIVERS, type Receiver } from '$lib/domain/catalogue/barriers.ts';
import { DATA_FLAGS, type RaisedFlag } from '$lib/domain/catalogue/data-flags.ts';
import type { Consent } from '$lib/domain/consent.ts';
import type { Knocker } from '$lib/domain/knocker.ts';
import { formatDay, parseDay } from '$lib/domain/day.ts';
import type { CaseTable } from '$lib/domain/desk-case.ts';
import type { VisitSheet } from '$lib/domain/desk.ts';
import type { Callers, HouseholdKind } from '$lib/domain/household.ts';
import { LADDER_STATES, type LadderState, type Standing } from '$lib/domain/ladder.ts';
import type { Person } from '$lib/domain/person.ts';
import type { Problem } from '$lib/domain/problem.ts';
import type { ReviewState, ReviewTarget } from '$lib/domain/review.ts';
import type { Spot } from '$lib/domain/sketch.ts';
import { UNLINKED_POINT } from '$lib/domain/guide.ts';
import { isScamUse, type GuideUse, type NextStep, type Outcome, type Visit } from '$lib/domain/visit.ts';
import { saySpot } from '../say-spot.ts';
import { barrier as barrierEn } from '../words/en/barrier.ts';
import { desk as deskEn } from '../words/en/desk.ts';
import { doors as doorsEn } from '../words/en/doors.ts';
import { flag as flagEn } from '../words/en/flag.ts';
import { lanes as lanesEn } from '../words/en/lanes.ts';
import { ladder as ladderEn } from '../words/en/ladder.ts';
import { person as personEn } from '../words/en/person.ts';
import { problem as problemEn } from '../words/en/problem.ts';
import { sketch as sketchEn } from '../words/en/sketch.ts';
import { step as stepEn } from '../words/en/step.ts';
import { visit as visitEn } from '../words/en/visit.ts';
import { barrier as barrierVi } from '../words/vi/barrier.ts';
import { desk as deskVi } from '../words/vi/desk.ts';
import { doors as doorsVi } from '../words/vi/doors.ts';
import { flag as flagVi } from '../words/vi/flag.ts';
import { lanes as lanesVi } from '../words/vi/lanes.ts';
import { ladder as ladderVi } from '../words/vi/ladder.ts';
import { person as personVi } from '../words/vi/person.ts';
import { problem as problemVi } from '../words/vi/problem.ts';
import { sketch as sketchVi } from '../words/vi/sketch.ts';
import { step as stepVi } from '../words/vi/step.ts';
import { visit as visitVi } from '../words/vi/visit.ts';
import { nameToldField } from './describe-told.ts';
import type { Language } from './desk-words.ts';

const WORDS = {
	vi: {
		barrier: barrierVi,
		desk: deskVi,
		doors: doorsVi,
		flag: flagVi,
		ladder: ladderVi,
		lanes: lanesVi,
		person: personVi,
		problem: problemVi,
		sketch: sketchVi,
		step: stepVi,
		visit: visitVi
	},
	en: {
		barrier: barrierEn,
		desk: deskEn,
		doors: doorsEn,
		flag: flagEn,
		ladder: ladderEn,
		lanes: lanesEn,
		person: personEn,
		problem: problemEn,
		sketch: sketchEn,
		step: stepEn,
		visit: visitEn
	}
};

export function describeProblem(problem: Problem, language: Language): string {
	return WORDS[language].problem[problem.code];
}

export function describeOutcome(outcome: Outcome, language: Language): string {
	return WORDS[language].doors.outcomes[outcome];
}

/** The name of a field; `idKeep` and `idTail` are how the ward and a phone keep the personal number. */
export function describeField(table: CaseTable, field: string, language: Language): string {
	const name = field === 'idKeep' || field === 'idTail' ? 'personalId' : field;
	if (name === 'person') return WORDS[language].desk.fields.person;
	if (name === 'review') return WORDS[language].desk.review.state;
	if (table === 'outreach' || table === 'help') return nameToldField(table, name, language);
	return WORDS[language].visit.fix.fields[`${table}.${name}`] ?? name;
}

/** The name of a field of which only the name was kept, not whose it is: the audit's reason for a return. */
export function describeTarget(field: string, language: Language): string {
	const { fields } = WORDS[language].visit.fix;
	if (field === 'idTail') return fields['person.personalId'] ?? field;
	return fields[`visit.${field}`] ?? fields[`person.${field}`] ?? fields[`household.${field}`] ?? field;
}

/** Any value that a field may hold, in one line; what we do not know is shown as it is and never hidden. */
export function describeValue(field: string, value: unknown, language: Language): string {
	const words = WORDS[language];
	if (value === undefined || value === null || value === '') return words.desk.review.none;
	if (typeof value === 'boolean') return value ? words.desk.values.yes : words.desk.values.no;
	const text = String(value);
	const day = parseDay(text);
	if (day) return formatDay(day);
	switch (field) {
		case 'outcome':
			return words.doors.outcomes[value as Outcome] ?? text;
		case 'sex':
			return words.person.sexes[value as Person['sex']] ?? text;
		case 'presence':
			return words.person.presences[value as Person['presence']] ?? text;
		case 'relation':
			return words.person.relations[value as NonNullable<Person['relation']>] ?? text;
		case 'card':
			return words.person.cards[value as NonNullable<Person['card']>] ?? text;
		case 'kind':
			return words.doors.form.kinds[value as HouseholdKind] ?? text;
		case 'callers':
			return words.lanes.callers[value as Callers] ?? text;
		case 'buddy':
			// whose link it is stands in the household; here only that there is one
			return words.desk.values.yes;
		case 'sketch':
			return saySpot(value as Spot, words.sketch);
		case 'place':
			return words.lanes.moved;
		case 'before':
			return words.ladder.names[value as LadderState] ?? text;
		case 'barriers':
		case 'solved':
			return (value as readonly string[])
				.map((code) => (isBarrierCode(code) ? `${words.barrier.names[code]} (${code})` : code))
				.join('; ');
		case 'standing':
			return describeStanding(value as Standing, language);
		case 'consent':
			return describeConsent(value as Consent, language);
		case 'next':
			return describeNext(value as NextStep, language);
		case 'flags':
			return (value as readonly RaisedFlag[]).map((raised) => describeFlag(raised, language)).join('; ');
		case 'guides':
			return (value as NonNullable<Visit['guides']>).map((use) => describeUse(use, language)).join(', ');
		case 'idKeep':
			return `•••• ${(value as { tail?: string }).tail ?? ''}`;
		case 'idTail':
			return `•••• ${text}`;
		case 'review':
			return words.desk.review.states[(value as { state: ReviewState }).state] ?? text;
		case 'knocker': {
			const { letter, name } = value as Knocker;
			return `${letter} · ${name}`;
		}
		case 'cardBy':
			return words.desk.values.cardBy[value as 'scan' | 'manual'] ?? text;
		default:
			return typeof value === 'object' ? JSON.stringify(value) : text;
	}
}

/** A scam guide is told as the warning that it was, a borrowed phone as what was ticked about it (scenarios S09, S16). */
function describeUse(use: GuideUse, language: Language): string {
	const words = WORDS[language];
	const parts = [words.desk.values.guide(use.guide, use.packVersion)];
	if (isScamUse(use)) parts.unshift(words.step.scam);
	if (use.ticks?.some((tick) => tick.endsWith(`/${UNLINKED_POINT}`))) parts.push(words.desk.values.unlinked);
	return parts.join(', ');
}

function describeStanding(standing: Standing, language: Language): string {
	const words = WORDS[language];
	const parts = [
		LADDER_STATES.includes(standing.state) ? words.ladder.names[standing.state] : standing.state,
		words.ladder.evidence[standing.evidence],
		formatDay(standing.on)
	];
	if (standing.approvedOn) parts.push(`${words.desk.values.noticeOf} ${formatDay(standing.approvedOn)}`);
	if (standing.reason) parts.push(`“${standing.reason}”`);
	return parts.join(' · ');
}

function describeConsent(consent: Consent, language: Language): string {
	const { consents } = WORDS[language].visit.summary;
	const given = (['record', 'phone', 'remind'] as const).filter((tick) => consent[tick]).map((tick) => consents[tick]);
	return given.length > 0 ? given.join(', ') : WORDS[language].desk.values.refused;
}

function describeNext(next: NextStep, language: Language): string {
	const words = WORDS[language];
	const receiver = RECEIVERS.includes(next.receiver as Receiver)
		? words.barrier.receivers[next.receiver as Receiver]
		: '';
	const on = next.on ? formatDay(next.on) : '';
	return [words.desk.values.next[next.kind] ?? next.kind, receiver, on, next.at ?? ''].filter(Boolean).join(' · ');
}

function describeFlag(raised: RaisedFlag, language: Language): string {
	const { flag, barrier } = WORDS[language];
	const isKnown = raised.code in DATA_FLAGS;
	const name = isKnown ? flag.names[raised.code] : raised.code;
	const receivers = isKnown ? DATA_FLAGS[raised.code].receivers.map((receiver) => barrier.receivers[receiver]) : [];
	const shown = (text: string | undefined) => (text ? formatShort(text) : '');
	const detail = raised.field
		? flag.detail(flag.fields[raised.field], shown(raised.onCard), shown(raised.onPaper))
		: '';
	const said = [`${raised.code} ${name}`, detail].filter(Boolean).join(': ');
	return receivers.length > 0 ? `${said} → ${receivers.join(', ')}` : said;
}

function formatShort(text: string): string {
	const day = parseDay(text);
	return day ? formatDay(day) : text;
}

const VISIT_FIELDS = [
	'outcome',
	'presence',
	'standing',
	'barriers',
	'solved',
	'flags',
	'next',
	'guides',
	'consent',
	'leaflet',
	'refusedCount',
	'cardBy',
	'note',
	'knocker'
] as const;
const PERSON_FIELDS = [
	'birth',
	'sex',
	'relation',
	'presence',
	'card',
	'cardIssuedOn',
	'phone',
	'standing',
	'barriers',
	'needsHomeHelp',
	'buddy'
] as const;
const HOUSEHOLD_FIELDS = ['number', 'lane', 'kind', 'access', 'sketch'] as const;

/** The fields of a visit that hold something, in the order in which they are read. */
export function listVisitFields(visit: Visit): (typeof VISIT_FIELDS)[number][] {
	return VISIT_FIELDS.filter((field) => visit[field] !== undefined);
}

export function listPersonFields(person: Person): (typeof PERSON_FIELDS)[number][] {
	return PERSON_FIELDS.filter((field) => person[field] !== undefined);
}

/** Every field that staff may ask the volunteer to look at again. */
export function listReturnTargets(sheet: VisitSheet): ReviewTarget[] {
	const of = (table: ReviewTarget['table'], id: ReviewTarget['id'], fields: readonly string[]) =>
		fields.map((field) => ({ table, id, field }));
	return [
		...of('visit', sheet.visit.id, ['outcome', 'standing', 'barriers', 'flags', 'next', 'note']),
		...(sheet.person
			? of('person', sheet.person.id, ['name', 'birth', 'sex', 'presence', 'relation', 'card', 'phone', 'standing'])
			: []),
		...of('household', sheet.household.id, HOUSEHOLD_FIELDS)
	];
}
