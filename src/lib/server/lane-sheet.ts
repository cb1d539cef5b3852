// An area at the desk: its lanes in walking order, the doors of one of them, who walks which, and what lending one out
// would do.

import { listWithin } from '../domain/area.ts';
import { dayAt, daysBetween, type Day } from '../domain/day.ts';
import type { AreaSheet, HoldInput, HoldPlan, LaneDoor, LaneHolder, LaneRow } from '../domain/desk-lane.ts';
import type { Household } from '../domain/household.ts';
import type { AreaId, HouseholdId, VolunteerId, WardId } from '../domain/id.ts';
import { foldLane, isInPart, keyOfLane, orderLanes, sortDoors, type WalkOrder } from '../domain/lane.ts';
import { isLentOn } from '../domain/lease.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import type { WardRecord } from '../sync/record.ts';
import { readAreas } from './area.ts';
import { listPhones } from './assignment.ts';
import type { Reader } from './db/open-store.ts';
import { groupBy } from './group-by.ts';
import { listHolders, listLanes, type HolderRow } from './lane.ts';
import { countLanes } from './lane-count.ts';
import { readRecords, toHousehold } from './record-view.ts';

/** A door of an area with its version, and whether somebody was met there. */
export interface AreaDoor {
	readonly household: Household;
	readonly v: number;
	readonly isInformed: boolean;
}

/** An area as it is walked. */
export interface WalkedArea {
	readonly order: WalkOrder;
	/** Names of its lanes in walking order, each as it was written first. */
	readonly lanes: readonly string[];
	/** Doors of a lane in walking order. */
	doorsOf(lane: string): readonly AreaDoor[];
}

export async function readWalkedArea(db: Reader, ward: WardId, area: AreaId): Promise<WalkedArea> {
	const [said, rows] = await Promise.all([
		listLanes(db, ward, [area]),
		// from the desk's rows to the records: an area has few doors beside everything else that was recorded there
		db
			.selectFrom('household_row as h')
			.innerJoin('record as r', (on) => on.onRef('r.ward_id', '=', 'h.ward_id').onRef('r.id', '=', 'h.id'))
			.select(['r.id', 'r.area_id', 'r.v', 'r.body', 'h.informed_on'])
			.where('h.ward_id', '=', ward)
			.where('h.area_id', '=', area)
			.execute()
	]);
	const order = orderLanes([area], said);
	// put in order here: a database that does not know how few they are would walk the whole ward in the order of its ids
	rows.sort((a, b) => (a.id < b.id ? -1 : 1));
	const doors = rows.map(({ id, area_id, v, body, informed_on }): AreaDoor => ({
		household: toHousehold({
			id: id as HouseholdId,
			area: area_id as AreaId,
			fields: JSON.parse(body) as WardRecord['fields']
		}),
		v,
		isInformed: informed_on !== null
	}));
	const names = new Map(said.map(({ name }) => [foldLane(name), name]));
	// many doors write their lane in one way: each way is folded once
	const groups = new Map<string, AreaDoor[]>();
	for (const [written, own] of groupBy(doors, ({ household }) => household.lane.trim())) {
		const key = foldLane(written);
		if (!names.has(key)) names.set(key, written);
		const known = groups.get(key);
		groups.set(key, known ? [...known, ...own].sort((a, b) => (a.household.id < b.household.id ? -1 : 1)) : own);
	}
	const lanes = sortLanes(area, [...names.values()], order);
	const doorsOf = (lane: string) => sortDoors(groups.get(foldLane(lane)) ?? [], ({ household }) => household, order);
	return { order, lanes, doorsOf };
}

function sortLanes(area: AreaId, names: readonly string[], order: WalkOrder): string[] {
	return names
		.map((name) => ({ name, key: order.keyOf(area, name) }))
		.sort((a, b) => (a.key < b.key ? -1 : 1))
		.map(({ name }) => name);
}

/** How many of the others each lane lies in, by their keys. */
function findDepths(lanes: readonly string[]): number[] {
	const keys = lanes.map(keyOfLane);
	return keys.map((key) => keys.filter((other) => key.startsWith(`${other}/`)).length);
}

function tellHolders(rows: readonly HolderRow[], lane: string, today: Day): LaneHolder[] {
	return rows
		.filter((row) => row.lane === foldLane(lane))
		.map(({ volunteer, name, part, untilOn }) => ({
			volunteer,
			name,
			part,
			untilOn,
			isOver: !isLentOn(untilOn, today)
		}));
}

export async function readAreaSheet(
	db: Reader,
	ward: WardId,
	id: AreaId,
	lane: string | null,
	now: number
): Promise<AreaSheet | null> {
	const areas = await readAreas(db, ward);
	const area = areas.find((one) => one.id === id);
	if (!area) return null;
	const said = await listLanes(db, ward, [id]);
	const [counted, holders, volunteers] = await Promise.all([
		countLanes(db, ward, id, said),
		listHolders(db, ward, [id]),
		listWorkers(db, ward, id, dayAt(now))
	]);
	const order = orderLanes([id], said);
	const names = [...counted.values()].map(({ name }) => name);
	const lanes = sortLanes(id, names, order);
	const depths = findDepths(lanes);
	const rows = lanes.map((name, at): LaneRow => {
		const { doors, informed } = counted.get(foldLane(name))!;
		return {
			name,
			depth: depths[at]!,
			doors: doors.length,
			informed,
			way: order.wayOf(id, name),
			isMoved: order.laneOf(id, name)?.place !== undefined,
			holders: tellHolders(holders, name, dayAt(now))
		};
	});
	const chosen = lane === null ? undefined : rows.find((row) => foldLane(row.name) === foldLane(lane));
	const open = chosen && {
		lane: chosen,
		doors: (await readDoors(db, ward, counted.get(foldLane(chosen.name))!.doors, order)).map(
			({ household, v }): LaneDoor => ({
				id: household.id,
				v,
				number: household.number,
				access: household.access ?? '',
				gateLocked: household.gateLocked === true,
				callers: household.callers ?? null,
				isMoved: household.place?.startsWith(chosen.way.charAt(0)) ?? false,
				...(household.sketch && { sketch: household.sketch })
			})
		)
	};
	return { area, lanes: rows, open: open ?? null, volunteers };
}

/** Doors in walking order. */
async function readDoors(db: Reader, ward: WardId, ids: readonly string[], order: WalkOrder) {
	const records = await readRecords(db, ward, ids);
	const doors = ids
		.flatMap((id) => records.get(id) ?? [])
		.map((record) => ({ household: toHousehold(record), v: record.v }));
	return sortDoors(doors, ({ household }) => household, order);
}

/** Volunteers whose areas hold this one today. */
export async function listWorkers(
	db: Reader,
	ward: WardId,
	area: AreaId,
	today: Day
): Promise<{ readonly id: VolunteerId; readonly name: string }[]> {
	const [areas, rows] = await Promise.all([
		readAreas(db, ward),
		db
			.selectFrom('assignment as a')
			.innerJoin('volunteer as v', (on) => on.onRef('v.ward_id', '=', 'a.ward_id').onRef('v.id', '=', 'a.volunteer_id'))
			.select(['v.id', 'v.name', 'a.area_id', 'a.until_on'])
			.where('a.ward_id', '=', ward)
			.where('v.left_at', 'is', null)
			.orderBy('v.name')
			.orderBy('v.id')
			.execute()
	]);
	const over = new Set<string>(areas.flatMap(({ id }) => (listWithin(areas, [id]).includes(area) ? [id] : [])));
	const own = rows.filter((row) => isLentOn(row.until_on, today) && over.has(row.area_id));
	return [...new Map(own.map((row) => [row.id, { id: row.id as VolunteerId, name: row.name }])).values()];
}

/** What lending a part of a lane to somebody would do. */
export async function planHold(db: Reader, ward: WardId, input: HoldInput, now: number): Promise<Result<HoldPlan>> {
	const today = dayAt(now);
	const { area, lane, volunteer, part, untilOn } = input;
	if (!untilOn || untilOn < today || daysBetween(today, untilOn) > LIMIT.holdDays)
		return fail('field.badDay', 'untilOn');
	const sheet = await readAreaSheet(db, ward, area, lane, now);
	const who = sheet?.volunteers.find((one) => one.id === volunteer);
	if (!sheet?.open) return fail('field.badChoice', 'lane');
	if (!who) return fail('field.badChoice', 'holder');
	const walked = await readWalkedArea(db, ward, area);
	const doors = walked.doorsOf(lane).filter(({ household }) => household.callers === undefined);
	const mine = doors.filter(({ household }) => isInPart(household.number, part));
	const others = sheet.open.lane.holders.filter((one) => one.volunteer !== volunteer && !one.isOver);
	const touching = others.filter((one) => mine.some(({ household }) => isInPart(household.number, one.part)));
	const parts = [part, ...others.map((one) => one.part)];
	return succeed({
		volunteer: who,
		part,
		untilOn,
		doors: mine.length,
		left: mine.filter(({ isInformed }) => !isInformed).length,
		others: touching,
		uncovered: doors.filter(({ household }) => !parts.some((one) => isInPart(household.number, one))).length,
		phones: await listPhones(db, ward, [volunteer, ...touching.map((one) => one.volunteer)])
	});
}

/** The door with its neighbours as it is walked; null where it is none of the area's. */
export function findDoor(walked: WalkedArea, id: HouseholdId): AreaDoor | null {
	for (const lane of walked.lanes) {
		const found = walked.doorsOf(lane).find(({ household }) => household.id === id);
		if (found) return found;
	}
	return null;
}
