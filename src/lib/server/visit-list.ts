// The list of what came in, by filter, search and page. It is read in its own order until the page is full, or from the
// few visits that can be meant where a search or a code names few; never whole.

import { listWithin, type Area } from '../domain/area.ts';
import type { Page, VisitFilter, VisitRow } from '../domain/desk.ts';
import type { VisitId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { REVIEW_STATES, type ReviewState } from '../domain/review.ts';
import { readAreas } from './area.ts';
import { countUpTo, totalOf } from './count-up-to.ts';
import type { Reader } from './db/open-store.ts';
import {
	countFound,
	hasWord,
	listOrNone,
	readTyped,
	selectWords,
	VISIT_REACH,
	type Reach,
	type TypedWord
} from './search.ts';
import { readVisitRows } from './visit-row.ts';

/** All that a filter means; made once for a page. */
interface Ground {
	readonly db: Reader;
	readonly ward: WardId;
	readonly areas: readonly Area[];
	readonly filter: VisitFilter;
	readonly typed: readonly TypedWord[];
	readonly reach: Reach;
	/** From where rows are taken: the list in its order, or only those that a search or a code names. */
	readonly source: 'list' | 'words' | 'marks';
}

async function layGround(
	db: Reader,
	ward: WardId,
	filter: VisitFilter,
	areas: readonly Area[],
	reach: Reach
): Promise<Ground | null> {
	const typed = await readTyped(db, ward, filter.search, reach);
	const [rarest] = typed;
	// a word that nobody has
	if (rarest && countFound(rarest) === 0) return null;
	const ground = { db, ward, areas, filter, typed, reach };
	if (rarest && countFound(rarest) <= reach.many) return { ...ground, source: 'words' };
	const { code } = filter;
	if (!rarest && code && (await countUpTo(db, selectMarked(db, ward, code), reach.many)) <= reach.many)
		return { ...ground, source: 'marks' };
	return { ...ground, source: 'list' };
}

function selectMarked(db: Reader, ward: WardId, code: string) {
	return db
		.selectFrom('mark_row as m')
		.where('m.ward_id', '=', ward)
		.where('m.kind', 'in', ['met', 'flag'])
		.where('m.code', '=', code);
}

/** Visits that have the rarest word of a search, by their person or their door; the other words narrow where they can. */
function selectNamed({ db, ward, typed }: Ground) {
	const [rarest, ...others] = typed as [TypedWord, ...TypedWord[]];
	let people = selectWords(db, ward, 'person', rarest.word);
	for (const { pattern } of others.filter(({ doors }) => doors === 0)) {
		people = people.where(({ exists, selectFrom }) =>
			exists(
				selectFrom('person_row as p')
					.select('p.id')
					.where('p.ward_id', '=', ward)
					.whereRef('p.id', '=', 'w.record_id')
					.where(hasWord('p.search', pattern))
			)
		);
	}
	let doors = selectWords(db, ward, 'household', rarest.word);
	for (const { pattern } of others.filter((word) => word.people === 0)) {
		doors = doors.where(({ exists, selectFrom }) =>
			exists(
				selectFrom('household_row as h')
					.select('h.id')
					.where('h.ward_id', '=', ward)
					.whereRef('h.id', '=', 'w.record_id')
					.where(hasWord('h.search', pattern))
			)
		);
	}
	// a cross join is read in the order in which it is written: from the words to the visits
	return people
		.crossJoin('visit_row as v')
		.where('v.ward_id', '=', ward)
		.whereRef('v.person_id', '=', 'w.record_id')
		.select('v.id')
		.union(
			doors
				.crossJoin('visit_row as v')
				.where('v.ward_id', '=', ward)
				.whereRef('v.household_id', '=', 'w.record_id')
				.select('v.id')
		);
}

function selectAll(db: Reader, ward: WardId) {
	return db.selectFrom('visit_row as x').where('x.ward_id', '=', ward);
}
type Visits = ReturnType<typeof selectAll>;

/** The visits from which a list takes its rows. */
function selectFromSource(ground: Ground): Visits {
	const { db, ward, source, filter } = ground;
	if (source === 'list') return selectAll(db, ward);
	const chosen =
		source === 'words' ? selectNamed(ground) : selectMarked(db, ward, filter.code ?? '').select('m.record_id as id');
	const rows = db
		.selectFrom(chosen.as('c'))
		.crossJoin('visit_row as x')
		.where('x.ward_id', '=', ward)
		.whereRef('x.id', '=', 'c.id');
	// NOTE: what follows asks for columns of `x` alone, which both have
	return rows as unknown as Visits;
}

/** The rows of a filter, unordered. */
function selectVisits(ground: Ground, states: readonly ReviewState[]): Visits {
	const { ward, filter, areas, typed } = ground;
	let query = selectFromSource(ground);
	if (states.length < REVIEW_STATES.length)
		query =
			states.length === 1
				? query.where('x.review_state', '=', states[0]!)
				: query.where('x.review_state', 'in', states);
	if (filter.area) query = query.where('x.area_id', 'in', [filter.area, ...listWithin(areas, [filter.area])]);
	if (filter.within) query = query.where('x.area_id', 'in', listOrNone(filter.within));
	if (filter.volunteer) query = query.where('x.volunteer_id', '=', filter.volunteer);
	if (filter.isLate) {
		// the empty text stands before every day: without a rule nothing is late
		query = query.where('x.returned_on', '>', '').where('x.returned_on', '<', filter.returnedBefore ?? '');
	}
	if (filter.outcome) query = query.where('x.outcome', '=', filter.outcome);
	const { code } = filter;
	if (code && ground.source !== 'marks') {
		query = query.where(({ exists, selectFrom }) =>
			exists(
				selectFrom('mark_row as m')
					.select('m.record_id')
					.where('m.ward_id', '=', ward)
					.whereRef('m.record_id', '=', 'x.id')
					.where('m.kind', 'in', ['met', 'flag'])
					.where('m.code', '=', code)
			)
		);
	}
	for (const { pattern, doors, people } of typed) {
		query = query.where(({ exists, selectFrom, or }) => {
			const door = selectFrom('household_row as h')
				.select('h.id')
				.where('h.ward_id', '=', ward)
				.whereRef('h.id', '=', 'x.household_id')
				.where(hasWord('h.search', pattern));
			const person = selectFrom('person_row as p')
				.select('p.id')
				.where('p.ward_id', '=', ward)
				.whereRef('p.id', '=', 'x.person_id')
				.where(hasWord('p.search', pattern));
			return or([...(doors > 0 ? [exists(door)] : []), ...(people > 0 ? [exists(person)] : [])]);
		});
	}
	return query;
}

function statesOf({ state }: VisitFilter): readonly ReviewState[] {
	if (state === 'open') return ['waiting', 'corrected'];
	return state ? [state] : REVIEW_STATES;
}

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
	/** Found by looking through the list: how many more there are was not counted. */
	readonly isCut: boolean;
}

async function listIds(ground: Ground, most: number): Promise<FoundIds> {
	const { db, ward, filter, typed, source, reach } = ground;
	const last = filter.after ? await readPlace(db, ward, filter.after) : null;
	const streams = listStreams(ground);
	const read = async (bound: Place | null, from: Ground = ground): Promise<VisitId[]> => {
		const found = await Promise.all(
			(from === ground ? streams : listStreams(from)).map((states) =>
				orderVisits(selectVisits(from, states), last, bound).limit(most).execute()
			)
		);
		const rows = found.flat().sort(isBefore).slice(0, most);
		return rows.map((row) => row.id as VisitId);
	};
	if (typed.length === 0 || source !== 'list') return { ids: await read(null), isCut: false };
	// common words: they are soon met, unless those that have the one are seldom those that have the other
	const { typed: _, ...bare } = ground;
	const bounds = await Promise.all(
		streams.map((states) =>
			orderVisits(selectVisits({ ...bare, typed: [] }, states), last, null)
				.limit(1)
				.offset(reach.walk)
				.executeTakeFirst()
		)
	);
	// no further down in one state than in the others, or what was not looked at would be passed over
	const [bound] = bounds.filter((place) => place !== undefined).sort(isBefore);
	if (bound) {
		const ids = await read(bound);
		if (ids.length === most) return { ids, isCut: true };
	}
	return { ids: await read(null, { ...ground, source: 'words' }), isCut: false };
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
	const source = typed.length > 0 ? 'words' : ground.source;
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
