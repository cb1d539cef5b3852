// Volunteers of the ward with their quarters and phones.

import type { Day } from '../domain/day.ts';
import type { DeviceRow, VolunteerRow } from '../domain/desk.ts';
import type { AreaId, DeviceId, VolunteerId, WardId } from '../domain/id.ts';
import { isLentOn } from '../domain/lease.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import type { Reader } from './db/open-store.ts';
import { listDevices } from './device.ts';
import { groupBy } from './group-by.ts';
import { parseHeld } from './incident.ts';
import { newId, type Site } from './site.ts';

/** Who works for the ward, in the order in which they came: for a choice by name. `within` as in `listVolunteers`. */
export async function nameVolunteers(
	db: Reader,
	ward: WardId,
	within: readonly AreaId[] | null
): Promise<Pick<VolunteerRow, 'id' | 'name'>[]> {
	const [all, assigned] = await Promise.all([readOwn(db, ward), within && groupAssignments(db, ward)]);
	const people = within && assigned ? all.filter(({ id }) => isWithin(assigned.get(id), within)) : all;
	return people.map(({ id, name }) => ({ id: id as VolunteerId, name }));
}

/** Those of the whole ward, or those all of whose areas lie within some; with the areas that they have on that day. */
export async function listVolunteers(
	db: Reader,
	ward: WardId,
	within: readonly AreaId[] | null,
	today: Day
): Promise<VolunteerRow[]> {
	const [all, assigned, devices, areas, uses] = await Promise.all([
		readOwn(db, ward),
		groupAssignments(db, ward),
		listDevices(db, ward),
		readAreas(db, ward),
		db
			.selectFrom('content_use')
			.select(['device_id', 'version'])
			.where('ward_id', '=', ward)
			.orderBy('at', 'desc')
			.execute()
	]);
	const phones = groupBy(devices, (device) => device.volunteer_id);
	const used = new Map(uses.toReversed().map((use) => [use.device_id, use.version]));
	const people = within ? all.filter(({ id }) => isWithin(assigned.get(id), within)) : all;
	return people.map((row) => {
		const held = assigned.get(row.id)?.filter((one) => isLentOn(one.until_on, today)) ?? [];
		const own = new Set(held.map((one) => one.area_id));
		return {
			id: row.id as VolunteerId,
			name: row.name,
			role: row.role,
			areas: areas.filter((area) => own.has(area.id)).map((area) => area.name),
			devices: (phones.get(row.id) ?? []).map((device): DeviceRow => ({
				id: device.id as DeviceId,
				joinedAt: device.joined_at,
				pledgedAt: device.pledged_at,
				seenAt: device.seen_at,
				waiting: device.waiting,
				waitingSince: device.waiting_since,
				appVersion: device.app_version,
				contentVersion: used.get(device.id) ?? null,
				revokedAt: device.revoked_at,
				held: parseHeld(device.held)
			}))
		};
	});
}

/** Whoever has not left. */
function readOwn(db: Reader, ward: WardId) {
	return db
		.selectFrom('volunteer')
		.select(['id', 'name', 'role'])
		.where('ward_id', '=', ward)
		.where('left_at', 'is', null)
		.orderBy('created_at')
		.orderBy('id')
		.execute();
}

/** Assignments by volunteer, whenever they end. */
async function groupAssignments(db: Reader, ward: WardId) {
	const rows = await db
		.selectFrom('assignment')
		.select(['volunteer_id', 'area_id', 'until_on'])
		.where('ward_id', '=', ward)
		.execute();
	return groupBy(rows, (row) => row.volunteer_id);
}

function isWithin(assigned: readonly { readonly area_id: string }[] | undefined, within: readonly AreaId[]): boolean {
	return assigned !== undefined && assigned.every((one) => within.includes(one.area_id as AreaId));
}

export interface NewVolunteer {
	readonly name: string;
	readonly role: string;
	readonly areas: readonly AreaId[];
}

export async function addVolunteer(
	site: Site,
	ward: WardId,
	volunteer: NewVolunteer,
	actor: { readonly id: string; readonly name: string }
): Promise<Result<VolunteerId>> {
	const name = volunteer.name.trim();
	if (name === '') return fail('field.required', 'name');
	if (name.length > LIMIT.nameChars) return fail('field.tooLong', 'name');
	const known = new Set((await readAreas(site.store.db, ward)).map((area) => area.id));
	if (volunteer.areas.length === 0 || !volunteer.areas.every((area) => known.has(area)))
		return fail('field.badChoice', 'areas');
	const id = newId<VolunteerId>(site);
	await site.store.transact(async (trx) => {
		await trx
			.insertInto('volunteer')
			.values({ ward_id: ward, id, name, role: volunteer.role, created_at: site.clock(), left_at: null })
			.execute();
		await trx
			.insertInto('assignment')
			.values([...new Set(volunteer.areas)].map((area) => ({ ward_id: ward, volunteer_id: id, area_id: area })))
			.execute();
		await writeAudit(trx, site, { ward, actor, act: 'volunteer.add', subject: id });
	});
	return succeed(id);
}
