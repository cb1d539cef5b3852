// Lanes as the store keeps them: what the ward has said of them, and who walks which until when.

import type { Day } from '../domain/day.ts';
import type { AreaId, VolunteerId, WardId } from '../domain/id.ts';
import { foldLane, LANE_PARTS, LANE_WAYS, type Lane, type LanePart, type LaneWay } from '../domain/lane.ts';
import { isLentOn } from '../domain/lease.ts';
import { LIMIT } from '../domain/limit.ts';
import type { ScopeLane } from '../sync/scope.ts';
import type { Reader, Writer } from './db/open-store.ts';
import { listOrNone } from './search.ts';

/** Lanes of some areas, in no order that means anything. */
export async function listLanes(db: Reader, ward: WardId, areas: readonly AreaId[]): Promise<Lane[]> {
	const rows = await db
		.selectFrom('lane')
		.selectAll()
		.where('ward_id', '=', ward)
		.where('area_id', 'in', listOrNone(areas))
		.orderBy('area_id')
		.orderBy('lane_key')
		.execute();
	return rows.map((row) => ({
		area: row.area_id as AreaId,
		name: row.name,
		way: LANE_WAYS.find((way) => way === row.way) ?? ('number' satisfies LaneWay),
		...(row.place ? { place: row.place } : {})
	}));
}

export interface HolderRow {
	readonly area: AreaId;
	/** The folded name. */
	readonly lane: string;
	readonly volunteer: VolunteerId;
	readonly name: string;
	readonly part: LanePart;
	readonly untilOn: string;
}

/** Who walks the lanes of some areas, those whose time is over included; whoever has left the ward walks none. */
export async function listHolders(db: Reader, ward: WardId, areas: readonly AreaId[]): Promise<HolderRow[]> {
	const rows = await db
		.selectFrom('lane_holder as h')
		.innerJoin('volunteer as v', (on) => on.onRef('v.ward_id', '=', 'h.ward_id').onRef('v.id', '=', 'h.volunteer_id'))
		.select(['h.area_id', 'h.lane_key', 'h.volunteer_id', 'h.part', 'h.until_on', 'v.name'])
		.where('h.ward_id', '=', ward)
		.where('h.area_id', 'in', listOrNone(areas))
		.where('v.left_at', 'is', null)
		.orderBy('v.name')
		.orderBy('h.volunteer_id')
		.execute();
	return rows.map((row) => ({
		area: row.area_id as AreaId,
		lane: row.lane_key,
		volunteer: row.volunteer_id as VolunteerId,
		name: row.name,
		part: LANE_PARTS.find((part) => part === row.part) ?? ('all' satisfies LanePart),
		untilOn: row.until_on
	}));
}

/** What a phone is told of the lanes of its areas. */
export async function listScopeLanes(
	db: Reader,
	ward: WardId,
	areas: readonly AreaId[],
	today: Day
): Promise<ScopeLane[]> {
	const [lanes, holders] = await Promise.all([listLanes(db, ward, areas), listHolders(db, ward, areas)]);
	return lanes.slice(0, LIMIT.scopeLanes).map((lane) => {
		const own = holders.filter(
			(holder) => holder.area === lane.area && holder.lane === foldLane(lane.name) && isLentOn(holder.untilOn, today)
		);
		const named = own.map(({ volunteer, name, part }) => ({ volunteer, name, part }));
		return { ...lane, ...(named.length > 0 ? { holders: named } : {}) };
	});
}

/** Writes what is said of a lane. */
export async function writeLane(trx: Writer, ward: WardId, { area, name, way, place }: Lane): Promise<void> {
	const row = { name, way, place: place ?? '' };
	await trx
		.insertInto('lane')
		.values({ ward_id: ward, area_id: area, lane_key: foldLane(name), ...row })
		.onConflict((on) => on.columns(['ward_id', 'area_id', 'lane_key']).doUpdateSet({ way, place: place ?? '' }))
		.execute();
}
