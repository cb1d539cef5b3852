// Hints about one visit, from what the same hand wrote on the same day.

import type { VisitRow } from '../domain/desk.ts';
import { dayAt } from '../domain/day.ts';
import { listHints, type Hint } from '../domain/hint.ts';
import type { WardId } from '../domain/id.ts';
import type { Reader } from './db/open-store.ts';
import { readRecords, toVisit } from './record-view.ts';

/** More visits than anybody makes in a day. */
const VISITS_A_DAY = 300;

export async function readHints(db: Reader, ward: WardId, { visit, receivedAt }: VisitRow): Promise<Hint[]> {
	if (visit.by === undefined) return listHints(visit, receivedAt, []);
	const rows = await db
		.selectFrom('visit_row')
		.select('id')
		.where('ward_id', '=', ward)
		.where('seen_on', '=', dayAt(visit.seenAt))
		.where('volunteer_id', '=', visit.by)
		.where('id', '!=', visit.id)
		.orderBy('id')
		.limit(VISITS_A_DAY)
		.execute();
	const records = await readRecords(
		db,
		ward,
		rows.map(({ id }) => id)
	);
	return listHints(visit, receivedAt, [...records.values()].map(toVisit));
}
