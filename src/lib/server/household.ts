// Doors at the desk: the list in walking order, and one door with its people and visits.

import type { HouseholdRow, Page, Staff } from '../domain/desk.ts';
import type { HouseholdFilter } from '../domain/desk-filter.ts';
import type { HouseholdId, VisitId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import { totalOf } from './count-up-to.ts';
import type { Reader } from './db/open-store.ts';
import { findDoors } from './door-list.ts';
import { readLiveRecord, readRecords, toHousehold, toPerson } from './record-view.ts';
import { DOOR_REACH } from './search.ts';
import type { Site } from './site.ts';
import { readVisitRows } from './visit-row.ts';
import type { Desk } from './ward-desk.ts';

export async function listHouseholds(
	db: Reader,
	ward: WardId,
	filter: HouseholdFilter,
	reach = DOOR_REACH
): Promise<Page<HouseholdRow>> {
	const areas = await readAreas(db, ward);
	const { ids, count, isCut } = await findDoors(db, ward, filter, areas, LIMIT.listRows + 1, reach);
	const shown = ids.slice(0, LIMIT.listRows);
	const nameOf = new Map(areas.map((area) => [area.id, area.name]));
	const counts = await countBehind(db, ward, shown);
	const records = await readRecords(db, ward, shown);
	return {
		rows: shown.flatMap((id) => {
			const record = records.get(id);
			if (!record) return [];
			const household = toHousehold(record);
			return { household, areaName: nameOf.get(household.area) ?? '', ...counts(id) };
		}),
		...(isCut ? { total: LIMIT.listRows, hasMore: true } : totalOf(count)),
		next: ids.length > shown.length ? (shown.at(-1) ?? null) : null
	};
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
		// put in order here: a database that does not know how few they are would walk the whole ward in the order of its ids
		const people = (await behind('person_row').execute()).sort(byId);
		const visits = (await behind('visit_row').execute()).sort(byId).reverse();
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

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
	return a.id < b.id ? -1 : 1;
}
