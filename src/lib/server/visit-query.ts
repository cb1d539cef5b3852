// What a filter of visits asks the store: from which rows, by which conditions. Where a search or a code names few visits,
// only those are looked at; where it names many, the list in its own order (`visit-list.ts`).

import { sql, type Expression, type ExpressionBuilder } from 'kysely';
import { listWithin, type Area } from '../domain/area.ts';
import { BARRIERS } from '../domain/catalogue/barriers.ts';
import { DATA_FLAG_CODES } from '../domain/catalogue/data-flags.ts';
import type { VisitFilter } from '../domain/desk.ts';
import type { WardId } from '../domain/id.ts';
import { REVIEW_STATES, type ReviewState } from '../domain/review.ts';
import { countUpTo } from './count-up-to.ts';
import type { MarkKind } from './db/mark-row.ts';
import type { Reader } from './db/open-store.ts';
import type { Database } from './db/schema.ts';
import type { FoundTable } from './db/word-row.ts';
import {
	countFound,
	hasWord,
	listOrNone,
	nameBegun,
	readTyped,
	selectWords,
	type Begun,
	type Reach,
	type TypedWord
} from './search.ts';

/** All that a filter means; made once for a page. */
export interface Ground {
	readonly db: Reader;
	readonly ward: WardId;
	readonly areas: readonly Area[];
	readonly filter: VisitFilter;
	readonly typed: readonly TypedWord[];
	readonly reach: Reach;
	/** From where rows are taken: the list in its order, or only those that a search or a code names. */
	readonly source: 'list' | 'words' | 'marks';
}

/** What a filter means; null where nothing can be found. */
export async function layGround(
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
	// walked through, so that many rows are asked for each word
	if (rarest)
		return { ...ground, typed: await Promise.all(typed.map((one) => nameBegun(db, ward, one))), source: 'list' };
	if (code && (await countUpTo(db, selectMarked(db, ward, code), reach.many)) <= reach.many)
		return { ...ground, source: 'marks' };
	return { ...ground, source: 'list' };
}

/** Marks of a code that visits bear. */
export function selectMarked(db: Reader, ward: WardId, code: string) {
	return db
		.selectFrom('mark_row as m')
		.where('m.ward_id', '=', ward)
		.where('m.kind', 'in', kindsOf(code))
		.where('m.code', '=', code);
}

/** What a code is of: a barrier that was met, or a flag. */
function kindsOf(code: string): readonly MarkKind[] {
	if (Object.hasOwn(BARRIERS, code)) return ['met'];
	return DATA_FLAG_CODES.some((known) => known === code) ? ['flag'] : ['met', 'flag'];
}

/** Whether a filter asks for nothing but a code. */
export function isCodeAlone({ filter, typed }: Ground): boolean {
	const { state, area, within, volunteer, isLate, outcome } = filter;
	return typed.length === 0 && !state && !area && !within && !volunteer && !isLate && !outcome;
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

/** Every visit of a ward. */
export function selectAll(db: Reader, ward: WardId) {
	return db.selectFrom('visit_row as x').where('x.ward_id', '=', ward);
}
export type Visits = ReturnType<typeof selectAll>;

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
export function selectVisits(ground: Ground, states: readonly ReviewState[]): Visits {
	const { ward, filter, areas } = ground;
	let query = selectFromSource(ground);
	if (states.length < REVIEW_STATES.length)
		query =
			states.length === 1
				? query.where('x.review_state', '=', states[0]!)
				: query.where('x.review_state', 'in', states);
	// as a sum it enters no index of days, which would be read through whole for it
	const area = sql<string>`x.area_id || ''`;
	if (filter.area) query = query.where(area, 'in', [filter.area, ...listWithin(areas, [filter.area])]);
	if (filter.within) query = query.where(area, 'in', listOrNone(filter.within));
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
					.where('m.kind', 'in', kindsOf(code))
					.where('m.code', '=', code)
			)
		);
	}
	return hasTyped(query, ground);
}

/** Visits whose door or person has each of the words; those that only people have are asked of one look at the person. */
function hasTyped(from: Visits, { ward, typed }: Ground): Visits {
	let query = from;
	for (const { begun } of typed) if (begun) query = query.where(hasBegun(ward, begun));
	const others = typed.filter(({ begun }) => !begun);
	const ofPeople = others.filter(({ doors, people }) => doors === 0 && people > 0);
	for (const words of [ofPeople, ...others.filter((word) => !ofPeople.includes(word)).map((word) => [word])]) {
		if (words.length === 0) continue;
		query = query.where(({ exists, selectFrom, or }) => {
			let door = selectFrom('household_row as h')
				.select('h.id')
				.where('h.ward_id', '=', ward)
				.whereRef('h.id', '=', 'x.household_id');
			let person = selectFrom('person_row as p')
				.select('p.id')
				.where('p.ward_id', '=', ward)
				.whereRef('p.id', '=', 'x.person_id');
			for (const { pattern } of words) {
				door = door.where(hasWord('h.search', pattern));
				person = person.where(hasWord('p.search', pattern));
			}
			return or([
				...(words.some(({ doors }) => doors > 0) ? [exists(door)] : []),
				...(words.some(({ people }) => people > 0) ? [exists(person)] : [])
			]);
		});
	}
	return query;
}

/** A visit whose door or person stands under one of these words in the index. */
function hasBegun(ward: WardId, { household, person }: Begun) {
	return ({ exists, selectFrom, or, ref }: ExpressionBuilder<Database & { x: Database['visit_row'] }, 'x'>) => {
		const under = (table: FoundTable, words: readonly string[], id: Expression<string | null>) =>
			exists(
				selectFrom('word_row as w')
					.select('w.word')
					.where('w.ward_id', '=', ward)
					.where('w.tbl', '=', table)
					.where('w.word', 'in', words)
					.where('w.record_id', '=', id as Expression<string>)
			);
		return or([
			...(person.length > 0 ? [under('person', person, ref('x.person_id'))] : []),
			...(household.length > 0 ? [under('household', household, ref('x.household_id'))] : [])
		]);
	};
}

/** The states that a filter asks for. */
export function statesOf({ state }: VisitFilter): readonly ReviewState[] {
	if (state === 'open') return ['waiting', 'corrected'];
	return state ? [state] : REVIEW_STATES;
}
