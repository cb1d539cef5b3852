// Visits as a list shows them: each with its door, person, volunteer and area.

import type { Area } from '../domain/area.ts';
import type { VisitRow } from '../domain/desk.ts';
import type { VisitId, WardId } from '../domain/id.ts';
import { readNames } from './actor.ts';
import type { Reader } from './db/open-store.ts';
import { readRecords, toHousehold, toPerson, toVisit } from './record-view.ts';

/** Rows in the order of the ids; a visit whose door is gone is left out. */
export async function readVisitRows(
	db: Reader,
	ward: WardId,
	ids: readonly VisitId[],
	areas: readonly Area[]
): Promise<VisitRow[]> {
	if (ids.length === 0) return [];
	const [rows, visits, nameOf] = await Promise.all([
		db
			.selectFrom('visit_row')
			.select(['id', 'household_id', 'person_id', 'volunteer_id', 'received_at'])
			.where('ward_id', '=', ward)
			.where('id', 'in', ids)
			.execute(),
		readRecords(db, ward, ids),
		readNames(db, ward)
	]);
	const around = await readRecords(
		db,
		ward,
		rows.flatMap((row) => [row.household_id, ...(row.person_id ? [row.person_id] : [])])
	);
	const byId = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => {
		const row = byId.get(id);
		const visit = visits.get(id);
		const household = row && around.get(row.household_id);
		if (!row || !visit || !household) return [];
		const person = row.person_id ? around.get(row.person_id) : undefined;
		return {
			visit: toVisit(visit),
			v: visit.v,
			household: toHousehold(household),
			personName: person ? toPerson(person).name : null,
			volunteerName: row.volunteer_id ? nameOf(row.volunteer_id) : '',
			areaName: areas.find((area) => area.id === household.area)?.name ?? '',
			receivedAt: row.received_at
		};
	});
}
