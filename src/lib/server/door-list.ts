// Doors of a list in walking order: all of a filter, or those that a search finds by lane, number, the name of somebody
// who lives there, or the name of the area. Common words are soon met on the walk; rare ones are asked of the index.

import { listWithin, type Area } from '../domain/area.ts';
import type { HouseholdFilter } from '../domain/desk-filter.ts';
import type { AreaId, WardId } from '../domain/id.ts';
import { foldText } from '../domain/search.ts';
import { countUpTo } from './count-up-to.ts';
import type { Reader } from './db/open-store.ts';
import { countFound, hasWord, listOrNone, readTyped, selectWords, type Reach, type TypedWord } from './search.ts';

/** Where a door stands in walking order. */
interface Place {
	readonly area_id: string;
	readonly walk: string;
	readonly id: string;
}

export interface FoundDoors {
	readonly ids: readonly string[];
	/** Without regard to the page; one more than `LIMIT.countedRows` where there are more than that. */
	readonly count: number;
	/** Found by looking through the list: they were not counted. */
	readonly isCut: boolean;
}

/** Doors of a filter behind the last one of the page before. */
export async function findDoors(
	db: Reader,
	ward: WardId,
	filter: HouseholdFilter,
	areas: readonly Area[],
	most: number,
	reach: Reach
): Promise<FoundDoors> {
	const last = filter.after ? await readPlace(db, ward, filter.after) : null;
	const read = async (query: Doors, bound: Place | null = null) => orderDoors(query, last, bound).limit(most).execute();
	const all = selectDoors(selectAll(db, ward), filter, areas);
	const typed = await readTyped(db, ward, filter.search, reach);
	const [rarest] = typed;
	if (!rarest) return { ids: listIds(await read(all), most), count: await countUpTo(db, all), isCut: false };

	// a door is found by the name of its area too, the old ones included
	const named = areas.filter((area) => isNamed(area, foldText(filter.search ?? ''))).map((area) => area.id);
	const inNamed = listWithin(areas, named);
	const found: Place[] = [];
	let count = 0;
	if (inNamed.length > 0) {
		const near = all.where('h.area_id', 'in', inNamed);
		found.push(...(await read(near)));
		count += await countUpTo(db, near);
	}
	if (countFound(rarest) === 0) return { ids: listIds(found, most), count, isCut: false };
	const search = (from: Doors) => hasTyped(selectDoors(from, filter, areas, inNamed), ward, typed);
	if (countFound(rarest) > reach.many) {
		const bound = await orderDoors(selectDoors(selectAll(db, ward), filter, areas, inNamed), last, null)
			.limit(1)
			.offset(reach.walk)
			.executeTakeFirst();
		if (bound) {
			const met = await read(search(selectAll(db, ward)), bound);
			// seldom met together: the others are asked for by word
			if (met.length === most) return { ids: listIds([...found, ...met], most), count: 0, isCut: true };
		}
	}
	const rare = search(selectNamed(db, ward, rarest));
	found.push(...(await read(rare)));
	return { ids: listIds(found, most), count: count + (await countUpTo(db, rare)), isCut: false };
}

function selectAll(db: Reader, ward: WardId) {
	return db.selectFrom('household_row as h').where('h.ward_id', '=', ward);
}
type Doors = ReturnType<typeof selectAll>;

/** Doors that have a word, by what they are called or by who lives there. */
function selectNamed(db: Reader, ward: WardId, { word }: TypedWord): Doors {
	const chosen = selectWords(db, ward, 'household', word)
		.select('w.door_id')
		.union(selectWords(db, ward, 'person', word).select('w.door_id'));
	// a cross join is read in the order in which it is written: from the words to the doors
	const rows = db
		.selectFrom(chosen.as('c'))
		.crossJoin('household_row as h')
		.where('h.ward_id', '=', ward)
		.whereRef('h.id', '=', 'c.door_id');
	// NOTE: what follows asks for columns of `h` alone, which both have
	return rows as unknown as Doors;
}

function selectDoors(
	from: Doors,
	filter: HouseholdFilter,
	areas: readonly Area[],
	without: readonly AreaId[] = []
): Doors {
	let query = from;
	if (filter.area) query = query.where('h.area_id', 'in', [filter.area, ...listWithin(areas, [filter.area])]);
	if (filter.within) query = query.where('h.area_id', 'in', listOrNone(filter.within));
	return without.length > 0 ? query.where('h.area_id', 'not in', without) : query;
}

/** Doors that have every word, each by themselves or by somebody who lives there. */
function hasTyped(from: Doors, ward: WardId, typed: readonly TypedWord[]): Doors {
	let query = from;
	for (const { pattern, doors, people } of typed) {
		query = query.where(({ exists, selectFrom, or }) => {
			const person = selectFrom('person_row as p')
				.select('p.id')
				.where('p.ward_id', '=', ward)
				.whereRef('p.household_id', '=', 'h.id')
				.where(hasWord('p.search', pattern));
			return or([...(doors > 0 ? [hasWord('h.search', pattern)] : []), ...(people > 0 ? [exists(person)] : [])]);
		});
	}
	return query;
}

function orderDoors(query: Doors, last: Place | null, bound: Place | null) {
	let rows = query;
	if (last)
		rows = rows.where(({ eb, refTuple, tuple }) =>
			eb(refTuple('h.area_id', 'h.walk', 'h.id'), '>', tuple(last.area_id, last.walk, last.id))
		);
	if (bound)
		rows = rows.where(({ eb, refTuple, tuple }) =>
			eb(refTuple('h.area_id', 'h.walk', 'h.id'), '<=', tuple(bound.area_id, bound.walk, bound.id))
		);
	return rows.select(['h.area_id', 'h.walk', 'h.id']).orderBy('h.area_id').orderBy('h.walk').orderBy('h.id');
}

async function readPlace(db: Reader, ward: WardId, id: string): Promise<Place | null> {
	const row = await selectAll(db, ward)
		.select(['h.area_id', 'h.walk', 'h.id'])
		.where('h.id', '=', id)
		.executeTakeFirst();
	return row ?? null;
}

/** In walking order, by bytes as the databases put it. */
function listIds(found: readonly Place[], most: number): string[] {
	const key = ({ area_id, walk, id }: Place) => Buffer.from(`${area_id}\0${walk}\0${id}`);
	return found
		.map((place) => ({ place, key: key(place) }))
		.sort((a, b) => Buffer.compare(a.key, b.key))
		.slice(0, most)
		.map(({ place }) => place.id);
}

/** Whether an area is or was called so: by one word its whole name, by more the beginning of it. */
function isNamed(area: Area, typed: string): boolean {
	// a quarter is found by its name, the ward and its province by what they were called before
	const names = area.kind === 'quarter' || area.kind === 'group' ? [area.name, ...area.aliases] : area.aliases;
	return names.map(foldText).some((name) => (typed.includes(' ') ? name.startsWith(typed) : name === typed));
}
