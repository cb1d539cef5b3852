// The ward's areas, and the part of them that one volunteer works in.

import { AREA_KINDS, listWithin, type Area, type AreaKind } from '../domain/area.ts';
import type { AreaId, VolunteerId, WardId } from '../domain/id.ts';
import { addDays, type Day } from '../domain/day.ts';
import { isLentOn } from '../domain/lease.ts';
import { LIMIT } from '../domain/limit.ts';
import { relayWeek } from '../domain/relay.ts';
import type { RelayKey, Scope } from '../sync/scope.ts';
import { listCommonAnswers } from './common-answer.ts';
import type { Reader } from './db/open-store.ts';
import { readAims } from './campaign-list.ts';
import { listScopeLanes } from './lane.ts';
import { hashText, type Vault } from './vault.ts';

/** In the order in which the ward lists them. */
export async function readAreas(db: Reader, ward: WardId): Promise<Area[]> {
	const rows = await db
		.selectFrom('area')
		.selectAll()
		.where('ward_id', '=', ward)
		.orderBy('position')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({
		id: row.id as AreaId,
		parent: row.parent_id as AreaId | null,
		kind: AREA_KINDS.find((kind) => kind === row.kind) ?? ('group' satisfies AreaKind),
		name: row.name,
		aliases: JSON.parse(row.aliases) as string[]
	}));
}

/** Areas into which a volunteer was sent, without those below; with a day, those that are still lent on it. */
export async function readAssignment(
	db: Reader,
	ward: WardId,
	volunteer: VolunteerId,
	day: Day | null = null
): Promise<AreaId[]> {
	const rows = await db
		.selectFrom('assignment')
		.select(['area_id', 'until_on'])
		.where('ward_id', '=', ward)
		.where('volunteer_id', '=', volunteer)
		.orderBy('area_id')
		.execute();
	return rows.filter((row) => day === null || isLentOn(row.until_on, day)).map((row) => row.area_id as AreaId);
}

/** Where a volunteer's records may stand: the assignment and everything below it. */
export async function readOwnAreas(db: Reader, ward: WardId, volunteer: VolunteerId): Promise<ReadonlySet<AreaId>> {
	const [areas, own] = await Promise.all([readAreas(db, ward), readAssignment(db, ward, volunteer)]);
	return new Set(listWithin(areas, own));
}

export interface Assigned {
	readonly volunteer: { readonly id: VolunteerId; readonly name: string; readonly role: string };
	/** Where the volunteer reads today. */
	readonly scope: Scope;
	/** Where what they write may stand: also where an assignment has just ended, for they heard of it later than the ward. */
	readonly areas: ReadonlySet<AreaId>;
}

/** What a volunteer may touch, from the store and never from a request; null when the volunteer is gone. */
export async function readAssigned(
	db: Reader,
	vault: Pick<Vault, 'publicKeys' | 'relayKey'>,
	ward: WardId,
	volunteer: VolunteerId,
	today: Day
): Promise<Assigned | null> {
	const row = await db
		.selectFrom('volunteer as v')
		.innerJoin('ward as w', 'w.id', 'v.ward_id')
		.select(['v.id', 'v.name', 'v.role', 'w.name as wardName'])
		.where('v.ward_id', '=', ward)
		.where('v.id', '=', volunteer)
		.where('v.left_at', 'is', null)
		.executeTakeFirst();
	if (!row) return null;
	const areas = await readAreas(db, ward);
	const [now, lately] = await Promise.all([
		readAssignment(db, ward, volunteer, today),
		readAssignment(db, ward, volunteer, addDays(today, -LIMIT.holdGraceDays))
	]);
	const within = new Set(listWithin(areas, now));
	const shown = new Set<AreaId>(within);
	for (const id of within) {
		for (let above = find(areas, id)?.parent; above; above = find(areas, above)?.parent) shown.add(above);
	}
	const [lanes, campaign, answers] = await Promise.all([
		listScopeLanes(db, ward, [...within], today),
		readAims(db, ward, [...within], today),
		within.size > 0 ? listCommonAnswers(db, ward, [...shown]) : []
	]);
	const named = {
		ward: { id: ward, name: row.wardName },
		volunteer: { id: row.id, name: row.name, role: row.role },
		areas: areas.filter((area) => shown.has(area.id)).map((area) => ({ ...area, assigned: within.has(area.id) })),
		...(lanes.length > 0 ? { lanes } : {}),
		...(campaign ? { campaign } : {}),
		relayKeys: listRelayKeys(vault, ward, [...within], today),
		...(answers.length > 0 ? { answers } : {}),
		// so that a new key reaches every phone with its next scope
		keys: vault.publicKeys
	};
	return {
		volunteer: { id: row.id as VolunteerId, name: row.name, role: row.role },
		scope: { hash: hashText(JSON.stringify(named)).slice(0, 32), ...named },
		areas: new Set(listWithin(areas, lately))
	};
}

/**
 * Keys of two weeks: a phone that was last here in this one can still open what another seals in the next, and one that
 * was not here for longer holds no records any more (`LIMIT.leaseMs`).
 */
function listRelayKeys(
	vault: Pick<Vault, 'relayKey'>,
	ward: WardId,
	within: readonly AreaId[],
	today: Day
): RelayKey[] {
	const now = relayWeek(today);
	return within
		.toSorted()
		.flatMap((area) => [now, now + 1].map((week) => ({ area, week, key: vault.relayKey(ward, area, week) })));
}

function find(areas: readonly Area[], id: AreaId): Area | undefined {
	return areas.find((area) => area.id === id);
}
