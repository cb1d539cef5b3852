// What somebody should look into, as the desk reads it: the store went back in time, a backup was put back, a phone that
// had unsent work is gone.

import type { IncidentRow } from '../domain/desk.ts';
import type { WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { Reader } from './db/open-store.ts';

/** The latest, newest first; of a phone the name of its volunteer. */
export async function listIncidents(db: Reader, ward: WardId): Promise<IncidentRow[]> {
	const rows = await db
		.selectFrom('incident as i')
		.leftJoin('device as d', (on) => on.onRef('d.ward_id', '=', 'i.ward_id').onRef('d.id', '=', 'i.subject'))
		.leftJoin('volunteer as v', (on) => on.onRef('v.ward_id', '=', 'd.ward_id').onRef('v.id', '=', 'd.volunteer_id'))
		.select(['i.id', 'i.kind', 'i.at', 'i.seq', 'i.count', 'v.name'])
		.where('i.ward_id', '=', ward)
		.orderBy('i.at', 'desc')
		.orderBy('i.id', 'desc')
		.limit(LIMIT.listRows)
		.execute();
	return rows.map(({ name, ...row }) => ({ ...row, volunteerName: name }));
}
