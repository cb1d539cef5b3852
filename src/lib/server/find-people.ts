// People to choose from for a request, by what was typed.

import type { PersonChoice } from '../domain/desk-privacy.ts';
import type { AreaId, WardId } from '../domain/id.ts';
import { namePeople } from './citizen-request.ts';
import type { Reader } from './db/open-store.ts';
import { countFound, DOOR_REACH, hasWord, listOrNone, readTyped, selectWords, type TypedWord } from './search.ts';

const FOUND_PEOPLE = 10;

/** People to choose from, by name, door or last digits. */
export async function findPeople(
	db: Reader,
	ward: WardId,
	search: string,
	within: readonly AreaId[] | null,
	reach = DOOR_REACH
): Promise<PersonChoice[]> {
	const typed = await readTyped(db, ward, search, reach);
	const [rarest] = typed;
	if (!rarest || countFound(rarest) === 0) return [];
	// common words are soon met in the order of the people; whoever has a rare one is asked of the index
	let query = countFound(rarest) > reach.many ? selectAll(db, ward) : selectNamed(db, ward, rarest);
	if (within) query = query.where('p.area_id', 'in', listOrNone(within));
	for (const { pattern, doors, people } of typed) {
		query = query.where(({ exists, selectFrom, or }) => {
			const door = selectFrom('household_row as h')
				.select('h.id')
				.where('h.ward_id', '=', ward)
				.whereRef('h.id', '=', 'p.household_id')
				.where(hasWord('h.search', pattern));
			return or([...(people > 0 ? [hasWord('p.search', pattern)] : []), ...(doors > 0 ? [exists(door)] : [])]);
		});
	}
	// not by `exists`: SQLite would make it a join, and look at every door of the ward before the first person
	query = query.where(({ eb, selectFrom }) =>
		eb(
			selectFrom('household_row as h')
				.select('h.id')
				.where('h.ward_id', '=', ward)
				.whereRef('h.id', '=', 'p.household_id'),
			'is not',
			null
		)
	);
	const rows = await query.select('p.id').orderBy('p.id').limit(FOUND_PEOPLE).execute();
	return namePeople(
		db,
		ward,
		rows.map((row) => row.id)
	);
}

function selectAll(db: Reader, ward: WardId) {
	return db.selectFrom('person_row as p').where('p.ward_id', '=', ward);
}
type People = ReturnType<typeof selectAll>;

/** People who have a word, and those behind doors that have it. */
function selectNamed(db: Reader, ward: WardId, { word }: TypedWord): People {
	const chosen = selectWords(db, ward, 'person', word)
		.select('w.record_id')
		.union(
			selectWords(db, ward, 'household', word)
				.crossJoin('person_row as o')
				.where('o.ward_id', '=', ward)
				.whereRef('o.household_id', '=', 'w.record_id')
				.select('o.id as record_id')
		);
	const rows = db
		.selectFrom(chosen.as('c'))
		.crossJoin('person_row as p')
		.where('p.ward_id', '=', ward)
		.whereRef('p.id', '=', 'c.record_id');
	// NOTE: what follows asks for columns of `p` alone, which both have
	return rows as unknown as People;
}
