// What somebody has to look into beyond single records: a store that went back in time, entries that may be lost, and a
// phone that was shut out, with what it may have held by class of data (security.md 5.2, revocation).

import { INCIDENT_KINDS, type IncidentKind, type IncidentRow } from '../domain/desk-case.ts';
import type { Held } from '../domain/held.ts';
import type { VolunteerId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { Fields } from '../sync/record.ts';
import { readOwnAreas } from './area.ts';
import type { Reader } from './db/open-store.ts';
import { readRecordRow } from './db/ward-row.ts';

/**
 * What a phone may have held when it was last heard: records of its volunteer's areas that were there by then, counted
 * by class of data. Never less than it held; entries of its own that it had not sent come on top.
 */
export async function countHeld(
	db: Reader,
	ward: WardId,
	volunteer: VolunteerId,
	{ seenAt, waiting }: Pick<Held, 'seenAt' | 'waiting'>
): Promise<Held> {
	const areas = [...(await readOwnAreas(db, ward, volunteer))];
	const rows =
		seenAt === null || areas.length === 0
			? []
			: await db
					.selectFrom('record as r')
					.innerJoin('change as c', (on) => on.onRef('c.ward_id', '=', 'r.ward_id').onRef('c.record_id', '=', 'r.id'))
					.selectAll('r')
					.where('r.ward_id', '=', ward)
					.where('r.area_id', 'in', areas)
					.where('r.deleted', '=', 0)
					.where('c.v', '=', 1)
					.where('c.at', '<=', seenAt)
					.distinct()
					.execute();
	const records = rows.map(readRecordRow);
	const count = (table: string, has: (fields: Fields) => boolean = () => true) =>
		records.filter((record) => record.table === table && has(record.fields)).length;
	return {
		seenAt,
		waiting,
		households: count('household'),
		people: count('person'),
		phones: count('person', (fields) => Boolean(fields.phone)),
		standings: count('person', (fields) => Boolean(fields.standing)),
		numberTails: count('person', (fields) => Boolean(fields.idKeep)),
		visits: count('visit'),
		notes: count('visit', (fields) => Boolean(fields.note))
	};
}

export function parseHeld(text: string | null): Held | null {
	return text === null ? null : (JSON.parse(text) as Held);
}

/**
 * Latest first. A phone that was shut out is one, whoever did it; where it last said that it had unsent entries, the
 * incident that was written then tells its report too.
 */
export async function listIncidents(db: Reader, ward: WardId): Promise<IncidentRow[]> {
	const [incidents, phones] = await Promise.all([
		db
			.selectFrom('incident as i')
			.leftJoin('device as d', (on) => on.onRef('d.ward_id', '=', 'i.ward_id').onRef('d.id', '=', 'i.subject'))
			.leftJoin('volunteer as v', (on) => on.onRef('v.ward_id', '=', 'd.ward_id').onRef('v.id', '=', 'd.volunteer_id'))
			.select(['i.id', 'i.kind', 'i.at', 'i.count', 'i.subject', 'v.name', 'd.held'])
			.where('i.ward_id', '=', ward)
			.orderBy('i.at', 'desc')
			.orderBy('i.id', 'desc')
			.limit(LIMIT.listRows)
			.execute(),
		db
			.selectFrom('device as d')
			.innerJoin('volunteer as v', (on) => on.onRef('v.ward_id', '=', 'd.ward_id').onRef('v.id', '=', 'd.volunteer_id'))
			.select(['d.id', 'v.name', 'd.revoked_at', 'd.held'])
			.where('d.ward_id', '=', ward)
			.where('d.revoked_at', 'is not', null)
			.orderBy('d.revoked_at', 'desc')
			.limit(LIMIT.listRows)
			.execute()
	]);
	const told = new Set(incidents.filter((row) => row.kind === 'unsent').map((row) => row.subject));
	const rows = [
		...incidents.map((row): IncidentRow => ({
			id: row.id,
			// a kind of a newer version is told as the gravest one rather than not at all
			kind: INCIDENT_KINDS.find((kind) => kind === row.kind) ?? ('timeTravel' satisfies IncidentKind),
			at: row.at,
			count: row.count,
			volunteerName: row.name,
			held: parseHeld(row.held)
		})),
		...phones
			.filter((row) => !told.has(row.id))
			.map((row): IncidentRow => ({
				id: row.id,
				kind: 'revoked',
				at: row.revoked_at ?? 0,
				count: null,
				volunteerName: row.name,
				held: parseHeld(row.held)
			}))
	];
	return rows.sort((a, b) => b.at - a.at).slice(0, LIMIT.listRows);
}
