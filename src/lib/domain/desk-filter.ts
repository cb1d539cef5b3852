// The desk's filters live in the address, so that a list can be bookmarked, sent on and gone back to.

import { ASIDE_STATES, type AsideFilter, type AsideState, type ConflictFilter } from './desk-case.ts';
import { isBarrierCode } from './catalogue/barriers.ts';
import { DATA_FLAG_CODES } from './catalogue/data-flags.ts';
import type { VisitFilter } from './desk.ts';
import { isId, type AreaId, type EntryId, type HouseholdId, type VisitId, type VolunteerId } from './id.ts';
import { LIMIT } from './limit.ts';
import type { Seen } from './plain.ts';
import { PROBLEMS, type ProblemCode } from './problem.ts';
import { REVIEW_STATES, type ReviewState, type ReviewTarget } from './review.ts';
import { OUTCOMES, type Outcome } from './visit.ts';

export interface HouseholdFilter {
	readonly area?: AreaId;
	readonly search?: string;
	readonly after?: HouseholdId;
	/** Only in these areas: set by the server from who asks, never by an address. */
	readonly within?: readonly AreaId[];
}

/** What an address offers to be read and written: URLSearchParams, without asking the stem to know browsers. */
export interface AddressQuery {
	get(name: string): string | null;
}

function readId<Id extends string>(query: AddressQuery, name: string): Id | undefined {
	const text = query.get(name);
	return text && isId(text) ? (text as Id) : undefined;
}

function readSearch(query: AddressQuery): string | undefined {
	return query.get('q')?.trim().slice(0, LIMIT.searchChars) || undefined;
}

function readCode(query: AddressQuery): VisitFilter['code'] {
	const text = query.get('code') ?? '';
	if (isBarrierCode(text)) return text;
	return DATA_FLAG_CODES.find((code) => code === text);
}

/** Drops what is absent: a filter holds only what filters. */
function keepPresent<Filter extends object>(filter: { [Name in keyof Filter]?: Filter[Name] | undefined }): Filter {
	return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Filter;
}

/** The filter that an address names; anything odd in it is left out. Without a state: what waits for the ward. */
export function parseVisitFilter(query: AddressQuery): VisitFilter {
	const state = query.get('state') ?? 'open';
	const outcome = query.get('outcome');
	const isLate = query.get('late') === '1' || undefined;
	const known =
		state === 'open' || REVIEW_STATES.includes(state as ReviewState) ? (state as ReviewState | 'open') : undefined;
	return keepPresent<VisitFilter>({
		// only what was sent back can be late
		state: isLate ? 'returned' : known,
		area: readId<AreaId>(query, 'area'),
		volunteer: readId<VolunteerId>(query, 'volunteer'),
		outcome: OUTCOMES.includes(outcome as Outcome) ? (outcome as Outcome) : undefined,
		code: readCode(query),
		isLate,
		search: readSearch(query),
		after: readId<VisitId>(query, 'after')
	});
}

export function parseHouseholdFilter(query: AddressQuery): HouseholdFilter {
	return keepPresent<HouseholdFilter>({
		area: readId<AreaId>(query, 'area'),
		search: readSearch(query),
		after: readId<HouseholdId>(query, 'after')
	});
}

/** The query part of an address for a filter, to which `extra` adds or from which a null takes away. */
export function encodeVisitFilter(filter: VisitFilter, extra: Record<string, string | null> = {}): string {
	return encodeParts({
		state: filter.state ?? 'all',
		area: filter.area,
		volunteer: filter.volunteer,
		outcome: filter.outcome,
		code: filter.code,
		late: filter.isLate ? '1' : undefined,
		q: filter.search,
		after: filter.after,
		...extra
	});
}

function encodeParts(parts: Record<string, string | null | undefined>): string {
	const pairs = Object.entries(parts).filter((pair): pair is [string, string] => Boolean(pair[1]));
	return '?' + pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
}

/** Names a conflict: the record and one of its fields. */
export function parseCaseKey(text: string | null): string | undefined {
	return text && /^[0-9a-f-]{36}\.\w{1,64}$/.test(text) ? text : undefined;
}

export function parseConflictFilter(query: AddressQuery): ConflictFilter {
	return keepPresent<ConflictFilter>({
		state: query.get('state') === 'settled' ? 'settled' : 'open',
		area: readId<AreaId>(query, 'area'),
		after: parseCaseKey(query.get('after'))
	});
}

export function encodeConflictFilter(filter: ConflictFilter, extra: Record<string, string | null> = {}): string {
	const { state, area, after } = filter;
	return encodeParts({ state, area, after, ...extra });
}

export function parseAsideFilter(query: AddressQuery): AsideFilter {
	const state = query.get('state') as AsideState | null;
	const why = query.get('why');
	return keepPresent<AsideFilter>({
		state: ASIDE_STATES.find((known) => known === state) ?? 'open',
		why: why && Object.hasOwn(PROBLEMS, why) ? (why as ProblemCode) : undefined,
		after: readId<EntryId>(query, 'after')
	});
}

export function encodeAsideFilter(filter: AsideFilter, extra: Record<string, string | null> = {}): string {
	return encodeParts({ ...filter, ...extra });
}

/** A visit and the version of it that is on the screen, written `id/v`. */
export function encodeSeen({ id, v }: Seen): string {
	return `${id}/${v}`;
}

/** Reads it again; what is none is a visit that is not there. */
export function parseSeen(text: string): Seen {
	const [id = '', v = ''] = text.split('/');
	return { id: id as VisitId, v: Number(v) };
}

/** The field that a visit is sent back for, written `table/id/field`. */
export function encodeReturnTarget(target: ReviewTarget): string {
	return `${target.table}/${target.id}/${target.field}`;
}

/** Reads it again; whether the record and the field exist is for the ward to say. */
export function parseReturnTarget(text: string): ReviewTarget {
	const [table, id, field] = text.split('/');
	return {
		table: table === 'person' || table === 'household' ? table : 'visit',
		id: (id ?? '') as ReviewTarget['id'],
		field: field ?? ''
	};
}
