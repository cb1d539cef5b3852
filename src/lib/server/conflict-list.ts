// Conflicts in a list: one case for each field of a record for which more than one value stands. A page of them is read in
// the order of the list and no further, however many wait.

import { listWithin } from '../domain/area.ts';
import type { AreaId, WardId } from '../domain/id.ts';
import type { ConflictFilter, ConflictRow } from '../domain/desk-case.ts';
import type { Page } from '../domain/desk.ts';
import { LIMIT } from '../domain/limit.ts';
import type { Case, Conflict } from '../sync/ward-port.ts';
import { readNames } from './actor.ts';
import { readAreas } from './area.ts';
import { listAround, nameCase, nameField, nameRecord, readAnyRecords } from './case-record.ts';
import { countUpTo, totalOf } from './count-up-to.ts';
import type { Reader } from './db/open-store.ts';
import { readConflictRow } from './db/ward-row.ts';
import { listOrNone } from './search.ts';

/** How many cases are open, up to one more than is counted. */
export function countConflicts(db: Reader, ward: WardId, within: readonly AreaId[] | null): Promise<number> {
	return countCases(db, ward, 'open', within && [within]);
}

/** Areas in which a record must stand: in one of each list. */
type Places = readonly (readonly AreaId[])[] | null;

function countCases(db: Reader, ward: WardId, state: ConflictFilter['state'], places: Places): Promise<number> {
	return countUpTo(db, selectConflicts(db, ward, state, places).groupBy(['c.record_id', 'c.field']));
}

function selectConflicts(db: Reader, ward: WardId, state: ConflictFilter['state'], places: Places) {
	let query = db.selectFrom('conflict as c').where('c.ward_id', '=', ward).where('c.state', '=', state);
	for (const areas of places ?? [])
		query = query.where(({ exists, selectFrom }) =>
			exists(
				selectFrom('record as r')
					.select('r.id')
					.where('r.ward_id', '=', ward)
					.whereRef('r.id', '=', 'c.record_id')
					.where('r.area_id', 'in', listOrNone(areas))
			)
		);
	return query;
}

async function findPlaces(db: Reader, ward: WardId, { area, within }: ConflictFilter): Promise<Places> {
	const chosen = area ? [[area, ...listWithin(await readAreas(db, ward), [area])]] : [];
	const places = within ? [...chosen, within] : chosen;
	return places.length > 0 ? places : null;
}

/** Open ones by age, so that nobody waits for ever; settled ones latest first. */
export async function listConflicts(db: Reader, ward: WardId, filter: ConflictFilter): Promise<Page<ConflictRow>> {
	const places = await findPlaces(db, ward, filter);
	const found = await findCases(db, ward, filter, places, LIMIT.listRows + 1);
	const shown = found.slice(0, LIMIT.listRows);
	return {
		rows: await nameCases(db, ward, shown),
		...totalOf(await countCases(db, ward, filter.state, places)),
		next: found.length > shown.length ? (shown.at(-1)?.key ?? null) : null
	};
}

/** The open case behind another in the list, or the first one where that was the last. */
export async function findNextOpen(
	db: Reader,
	ward: WardId,
	filter: ConflictFilter,
	key: string
): Promise<string | null> {
	const { after: _, ...whole } = { ...filter, state: 'open' as const };
	const places = await findPlaces(db, ward, whole);
	for (const from of [{ ...whole, after: key }, whole]) {
		const next = (await findCases(db, ward, from, places, 2)).find((one) => one.key !== key);
		if (next) return next.key;
	}
	return null;
}

interface FoundCase {
	readonly key: string;
	/** What was written about one field of one record, in the order of the list. */
	readonly all: [Case<Conflict>, ...Case<Conflict>[]];
}

/** Where a case stands in the list: where what was first written about it does, or what was last settled. */
interface Place {
	readonly time: number;
	readonly entry_id: string;
	readonly record_id: string;
	readonly field: string;
}

/** Cases behind the last one of the page before, in the order of the list. */
async function findCases(
	db: Reader,
	ward: WardId,
	filter: ConflictFilter,
	places: Places,
	most: number
): Promise<FoundCase[]> {
	const { state } = filter;
	const isOpen = state === 'open';
	const [time, earlier] = isOpen ? (['c.at', 'o.at'] as const) : (['c.decided_at', 'o.decided_at'] as const);
	let firsts = selectConflicts(db, ward, state, places).where(({ not, exists, selectFrom }) =>
		not(
			exists(
				selectFrom('conflict as o')
					.select('o.entry_id')
					.where('o.ward_id', '=', ward)
					.whereRef('o.record_id', '=', 'c.record_id')
					.whereRef('o.field', '=', 'c.field')
					.where('o.state', '=', state)
					.where(({ eb, or, and }) =>
						or([
							eb(earlier, isOpen ? '<' : '>', eb.ref(time)),
							and([eb(earlier, '=', eb.ref(time)), eb('o.entry_id', '<', eb.ref('c.entry_id'))])
						])
					)
			)
		)
	);
	const last = filter.after ? await readPlace(db, ward, state, filter.after) : null;
	if (last)
		firsts = firsts
			// said by itself, so that the index is entered there
			.where(time, isOpen ? '>=' : '<=', last.time)
			.where(({ eb, or, refTuple, tuple }) =>
				or([
					eb(time, isOpen ? '>' : '<', last.time),
					eb(refTuple('c.entry_id', 'c.record_id', 'c.field'), '>', tuple(last.entry_id, last.record_id, last.field))
				])
			);
	const found = await firsts
		.select(['c.record_id', 'c.field'])
		.orderBy(time, isOpen ? 'asc' : 'desc')
		.orderBy('c.entry_id')
		.orderBy('c.record_id')
		.orderBy('c.field')
		.limit(most)
		.execute();
	const all = await readCases(db, ward, state, [...new Set(found.map((row) => row.record_id))]);
	return found.flatMap((row): FoundCase[] => {
		const key = nameCase(row.record_id, row.field);
		const [first, ...rest] = all.get(key) ?? [];
		return first ? [{ key, all: [first, ...rest] }] : [];
	});
}

/** All that was written about these records, case by case, in the order of the list. */
async function readCases(
	db: Reader,
	ward: WardId,
	state: ConflictFilter['state'],
	records: readonly string[]
): Promise<Map<string, Case<Conflict>[]>> {
	const isOpen = state === 'open';
	const rows = await db
		.selectFrom('conflict')
		.selectAll()
		.where('ward_id', '=', ward)
		.where('record_id', 'in', listOrNone(records))
		.where('state', '=', state)
		.orderBy(isOpen ? 'at' : 'decided_at', isOpen ? 'asc' : 'desc')
		.orderBy('entry_id')
		.execute();
	const cases = new Map<string, Case<Conflict>[]>();
	for (const row of rows) {
		const key = nameCase(row.record_id, row.field);
		const known = cases.get(key);
		if (known) known.push(readConflictRow(row));
		else cases.set(key, [readConflictRow(row)]);
	}
	return cases;
}

/** Null for a case that is in no such list any more: the list then begins anew. */
async function readPlace(db: Reader, ward: WardId, state: ConflictFilter['state'], key: string): Promise<Place | null> {
	const record = key.slice(0, Math.max(0, key.indexOf('.')));
	const first = (await readCases(db, ward, state, [record])).get(key)?.[0];
	if (!first) return null;
	const time = state === 'open' ? first.at : (first.settled?.at ?? 0);
	return { time, entry_id: first.entry, record_id: first.record, field: first.field };
}

async function nameCases(db: Reader, ward: WardId, cases: readonly FoundCase[]): Promise<ConflictRow[]> {
	const [areas, nameOf] = await Promise.all([readAreas(db, ward), readNames(db, ward)]);
	const records = await readAnyRecords(
		db,
		ward,
		cases.map(({ all }) => all[0].record)
	);
	const around = await readAnyRecords(
		db,
		ward,
		[...records.values()].flatMap((record) => listAround(record.fields))
	);
	const known = new Map([...around, ...records]);
	return cases.flatMap(({ key, all }): ConflictRow[] => {
		const [first] = all;
		const record = records.get(first.record);
		if (!record) return [];
		const { door, personName, areaName } = nameRecord(record.table, record.id, record.fields, known, areas);
		return [
			{
				key,
				record: record.id,
				table: record.table,
				field: nameField(first.field),
				door,
				personName,
				areaName,
				byNames: [...new Set(all.map((one) => nameOf(one.actor)))],
				at: Math.max(...all.map((one) => one.at))
			}
		];
	});
}
