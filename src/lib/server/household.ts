// Doors at the desk: the list in walking order, and one door with its people and visits.

import { listWithin, type Area } from '../domain/area.ts';
import type { HouseholdRow, Page, Staff } from '../domain/desk.ts';
import type { HouseholdFilter } from '../domain/desk-filter.ts';
import type { HouseholdId, VisitId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { foldText } from '../domain/search.ts';
import { readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import type { Reader } from './db/open-store.ts';
import { readLiveRecord, readRecords, toHousehold, toPerson } from './record-view.ts';
import { hasWord, listOrNone, listPatterns } from './search.ts';
import type { Site } from './site.ts';
import { readVisitRows } from './visit.ts';
import type { Desk } from './ward-desk.ts';

export async function listHouseholds(db: Reader, ward: WardId, filter: HouseholdFilter): Promise<Page<HouseholdRow>> {
	const areas = await readAreas(db, ward);
	let query = db.selectFrom('household_row as h').where('h.ward_id', '=', ward);
	if (filter.area) query = query.where('h.area_id', 'in', [filter.area, ...listWithin(areas, [filter.area])]);
	if (filter.within) query = query.where('h.area_id', 'in', listOrNone(filter.within));
	// a door is found by the name of its area too, the old ones included
	const named = areas.filter((area) => isNamed(area, foldText(filter.search ?? ''))).map((area) => area.id);
	const inNamed = listOrNone(listWithin(areas, named));
	for (const pattern of listPatterns(filter.search)) {
		query = query.where(({ eb, exists, selectFrom, or }) => {
			const people = selectFrom('person_row as p')
				.select('p.id')
				.where('p.ward_id', '=', ward)
				.whereRef('p.household_id', '=', 'h.id')
				.where(hasWord('p.search', pattern));
			return or([hasWord('h.search', pattern), eb('h.area_id', 'in', inNamed), exists(people)]);
		});
	}
	const total = await query.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
	const last = filter.after
		? await db
				.selectFrom('household_row')
				.select(['area_id', 'walk', 'id'])
				.where('ward_id', '=', ward)
				.where('id', '=', filter.after)
				.executeTakeFirst()
		: undefined;
	if (last) {
		query = query.where(({ eb, or, and }) =>
			or([
				eb('h.area_id', '>', last.area_id),
				and([eb('h.area_id', '=', last.area_id), eb('h.walk', '>', last.walk)]),
				and([eb('h.area_id', '=', last.area_id), eb('h.walk', '=', last.walk), eb('h.id', '>', last.id)])
			])
		);
	}
	const found = await query
		.select('h.id')
		.orderBy('h.area_id')
		.orderBy('h.walk')
		.orderBy('h.id')
		.limit(LIMIT.listRows + 1)
		.execute();
	const ids = found.slice(0, LIMIT.listRows).map((row) => row.id);
	const nameOf = new Map(areas.map((area) => [area.id, area.name]));
	const counts = await countBehind(db, ward, ids);
	const records = await readRecords(db, ward, ids);
	return {
		rows: ids.flatMap((id) => {
			const record = records.get(id);
			if (!record) return [];
			const household = toHousehold(record);
			return { household, areaName: nameOf.get(household.area) ?? '', ...counts(id) };
		}),
		total: Number(total.count),
		next: found.length > ids.length ? (ids.at(-1) ?? null) : null
	};
}

/** Whether an area is or was called so: by one word its whole name, by more the beginning of it. */
function isNamed(area: Area, typed: string): boolean {
	// a quarter is found by its name, the ward and its province by what they were called before
	const names = area.kind === 'quarter' || area.kind === 'group' ? [area.name, ...area.aliases] : area.aliases;
	return names.map(foldText).some((name) => (typed.includes(' ') ? name.startsWith(typed) : name === typed));
}

/** People, successes and the last visit behind each door. */
async function countBehind(db: Reader, ward: WardId, ids: readonly string[]) {
	if (ids.length === 0) return () => ({ people: 0, successes: 0, lastVisitAt: null });
	const [people, visits] = await Promise.all([
		db
			.selectFrom('person_row')
			.select(({ fn }) => [
				'household_id',
				fn.countAll<number>().as('people'),
				fn.sum<number | string>('success').as('successes')
			])
			.where('ward_id', '=', ward)
			.where('household_id', 'in', ids)
			.where('deceased', '=', 0)
			.groupBy('household_id')
			.execute(),
		db
			.selectFrom('visit_row')
			.select(({ fn }) => ['household_id', fn.max('seen_at').as('lastVisitAt')])
			.where('ward_id', '=', ward)
			.where('household_id', 'in', ids)
			.groupBy('household_id')
			.execute()
	]);
	const peopleOf = new Map(people.map((row) => [row.household_id, row]));
	const visitOf = new Map(visits.map((row) => [row.household_id, row.lastVisitAt]));
	return (id: string) => ({
		people: Number(peopleOf.get(id)?.people ?? 0),
		successes: Number(peopleOf.get(id)?.successes ?? 0),
		lastVisitAt: visitOf.get(id) ?? null
	});
}

export async function readHousehold(site: Site, staff: Staff, id: HouseholdId): ReturnType<Desk['readHousehold']> {
	const { ward } = staff;
	return site.store.transact(async (trx) => {
		const record = await readLiveRecord(trx, ward, 'household', id);
		if (!record) return null;
		const behind = (table: 'person_row' | 'visit_row') =>
			trx.selectFrom(table).select('id').where('ward_id', '=', ward).where('household_id', '=', id);
		const people = await behind('person_row').orderBy('id').execute();
		const visits = await behind('visit_row').orderBy('id', 'desc').execute();
		const areas = await readAreas(trx, ward);
		const records = await readRecords(
			trx,
			ward,
			people.map((row) => row.id)
		);
		const visitIds = visits.map((row) => row.id as VisitId);
		await writeAudit(trx, site, { ward, actor: staff, act: 'household.read', subject: id });
		return {
			household: toHousehold(record),
			areaName: areas.find((area) => area.id === record.area)?.name ?? '',
			people: people.flatMap((row) => {
				const person = records.get(row.id);
				return person ? [toPerson(person)] : [];
			}),
			visits: (await readVisitRows(trx, ward, visitIds, areas)).sort((a, b) => b.visit.seenAt - a.visit.seenAt)
		};
	});
}
