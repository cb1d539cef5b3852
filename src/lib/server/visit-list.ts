// The list of what came in, by filter, search and page. It is read in its own order until the page is full, or from the
// few visits that can be meant where a search or a code names few; never whole.

import type { Area } from '../domain/area.ts';
import type { Page, VisitFilter, VisitRow } from '../domain/desk.ts';
import type { VisitId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { REVIEW_STATES, type ReviewState } from '../domain/review.ts';
import { readAreas } from './area.ts';
import { countUpTo, totalOf } from './count-up-to.ts';
import type { Reader } from './db/open-store.ts';
import { VISIT_REACH } from './search.ts';
import {
	isCodeAlone,
	layGround,
	selectAll,
	selectMarked,
	selectVisits,
	statesOf,
	type Ground,
	type Visits
} from './visit-query.ts';
import { readVisitRows } from './visit-row.ts';

/** The first part of a long look through the list, so that it goes no deeper than it must. */
const FIRST_PART = 8;

/** A place in the list: what came in last stands first. */
interface Place {
	readonly received_at: number;
	readonly id: string;
}

function isBefore(a: Place, b: Place): number {
	return b.received_at - a.received_at || (a.id < b.id ? 1 : -1);
}

function orderVisits(query: Visits, last: Place | null, bound: Place | null) {
	let rows = query;
	if (last)
		rows = rows.where(({ eb, refTuple, tuple }) =>
			eb(refTuple('x.received_at', 'x.id'), '<', tuple(last.received_at, last.id))
		);
	if (bound)
		rows = rows.where(({ eb, refTuple, tuple }) =>
			eb(refTuple('x.received_at', 'x.id'), '>=', tuple(bound.received_at, bound.id))
		);
	return rows.select(['x.id', 'x.received_at']).orderBy('x.received_at', 'desc').orderBy('x.id', 'desc');
}

/**
 * The streams that make up the list. One state at a time stands in its index in the order of the list, two of them would
 * have to be sorted whole; what one volunteer brought stands in an index of its own.
 */
function listStreams({ filter, source }: Ground): readonly (readonly ReviewState[])[] {
	const states = statesOf(filter);
	return source !== 'list' || filter.volunteer ? [states] : states.map((state) => [state]);
}

interface FoundIds {
	readonly ids: readonly VisitId[];
	/** Found by looking through the list for words: how many more there are was not counted. */
	readonly isCut: boolean;
}

async function listIds(ground: Ground, most: number): Promise<FoundIds> {
	const { db, ward, filter, typed, source } = ground;
	const last = filter.after ? await readPlace(db, ward, filter.after) : null;
	const toIds = (rows: readonly Place[]) => rows.map((row) => row.id as VisitId);
	const isTyped = typed.length > 0;
	if (source !== 'list' || !(isTyped || filter.code))
		return { ids: toIds(await readRows(ground, most, last, null)), isCut: false };
	// what many have is soon met, unless those that have the one word are seldom those that have the other, or a code was
	// told long ago
	const met = await lookThrough(ground, most, last);
	if (met) return { ids: toIds(met), isCut: isTyped };
	const rare = { ...ground, source: isTyped ? 'words' : 'marks' } as const;
	return { ids: toIds(await readRows(rare, most, last, null)), isCut: false };
}

/** What stands behind one place and down to another, put together from the streams. */
async function readRows(ground: Ground, most: number, last: Place | null, bound: Place | null): Promise<Place[]> {
	const found = await Promise.all(
		listStreams(ground).map((states) => orderVisits(selectVisits(ground, states), last, bound).limit(most).execute())
	);
	return found.flat().sort(isBefore).slice(0, most);
}

/** Looks through the newest visits part by part until the page is full; null where it is not after all of them. */
async function lookThrough(ground: Ground, most: number, from: Place | null): Promise<Place[] | null> {
	const { walk } = ground.reach;
	const found: Place[] = [];
	let last = from;
	let part = Math.ceil(walk / FIRST_PART);
	for (let walked = 0; walked < walk;) {
		const bound = await findBound(ground, last, part);
		if (!bound) return null;
		found.push(...(await readRows(ground, most - found.length, last, bound)));
		if (found.length === most) return found;
		last = bound;
		walked += part;
		// as far as what was found until here lets expect, and somewhat further: each part is a statement for each stream
		const rest = found.length > 0 ? ((most - found.length) / found.length) * walked * 1.25 : walk;
		part = Math.min(walk - walked, Math.max(part, Math.ceil(rest)));
	}
	return null;
}

/** Where the next so many visits end that may be looked at; null where there are not so many. */
async function findBound(ground: Ground, last: Place | null, rows: number): Promise<Place | null> {
	const { code: _, ...filter } = ground.filter;
	const all = { ...ground, filter, typed: [] };
	let bound: Place | null = null;
	// no further down in one state than in the others, or what was not looked at would be passed over
	for (const states of listStreams(all)) {
		const own: Place | undefined = await orderVisits(selectVisits(all, states), last, bound)
			.limit(1)
			.offset(rows)
			.executeTakeFirst();
		bound = own ?? bound;
	}
	return bound;
}

async function readPlace(db: Reader, ward: WardId, id: VisitId): Promise<Place | null> {
	const row = await selectAll(db, ward).select(['x.id', 'x.received_at']).where('x.id', '=', id).executeTakeFirst();
	return row ?? null;
}

/** How many visits a filter has; one more than `LIMIT.countedRows` where there are more than that. */
export async function countVisits(db: Reader, ward: WardId, filter: VisitFilter, areas: readonly Area[] = []) {
	const ground = await layGround(db, ward, filter, areas, VISIT_REACH);
	return ground ? countOn(ground) : 0;
}

function countOn(ground: Ground): Promise<number> {
	const { db, filter, typed } = ground;
	// what was sent back has a day, and the index of that day holds few
	const states = filter.isLate && filter.state === 'returned' ? REVIEW_STATES : statesOf(filter);
	// marks of a code are read until there are enough of them, and not the list
	const source = typed.length > 0 ? 'words' : filter.code ? 'marks' : ground.source;
	// a mark is there as long as its visit
	if (source === 'marks' && isCodeAlone(ground)) return countUpTo(db, selectMarked(db, ground.ward, filter.code ?? ''));
	return countUpTo(db, selectVisits({ ...ground, source }, states));
}

export async function listVisits(
	db: Reader,
	ward: WardId,
	filter: VisitFilter,
	reach = VISIT_REACH
): Promise<Page<VisitRow>> {
	const areas = await readAreas(db, ward);
	const ground = await layGround(db, ward, filter, areas, reach);
	if (!ground) return { rows: [], total: 0, hasMore: false, next: null };
	const { ids, isCut } = await listIds(ground, LIMIT.listRows + 1);
	const shown = ids.slice(0, LIMIT.listRows);
	return {
		rows: await readVisitRows(db, ward, shown, areas),
		...(isCut ? { total: LIMIT.listRows, hasMore: true } : totalOf(await countOn(ground))),
		next: ids.length > shown.length ? (shown.at(-1) ?? null) : null
	};
}

/** What comes after a visit in the list; behind the last one what stands first, so that work ends when nothing waits. */
export async function readNext(
	db: Reader,
	ward: WardId,
	filter: VisitFilter,
	areas: readonly Area[],
	id: VisitId
): Promise<VisitId | null> {
	const { after: _, ...whole } = { ...filter, state: filter.state ?? ('open' as const) };
	const ground = await layGround(db, ward, whole, areas, VISIT_REACH);
	if (!ground) return null;
	const [next] = (await listIds({ ...ground, filter: { ...whole, after: id } }, 1)).ids;
	return next ?? (await listIds(ground, 2)).ids.find((other) => other !== id) ?? null;
}
