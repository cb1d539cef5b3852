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
import { readAreas } from './area.ts';
import { listPhones } from './assignment.ts';
import type { Reader } from './db/open-store.ts';
import { readRecordRow } from './db/ward-store.ts';
import { listHolders, listLanes, type HolderRow } from './lane.ts';
import { toHousehold } from './record-view.ts';

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
			.selectAll('r')
			.select('h.informed_on')
			.where('h.ward_id', '=', ward)
			.where('h.area_id', '=', area)
			.execute()
	]);
	const order = orderLanes([area], said);
	// put in order here: a database that does not know how few they are would walk the whole ward in the order of its ids
	rows.sort((a, b) => (a.id < b.id ? -1 : 1));
	const doors = rows.map(({ informed_on, ...row }): AreaDoor => ({
		household: toHousehold(readRecordRow(row)),
		v: row.v,
		isInformed: informed_on !== null
	}));
	const names = new Map<string, string>();
	for (const name of [...said.map((lane) => lane.name), ...doors.map(({ household }) => household.lane.trim())])
		if (!names.has(foldLane(name))) names.set(foldLane(name), name);
	const groups = new Map<string, AreaDoor[]>();
	for (const door of doors) {
		const key = foldLane(door.household.lane);
		groups.set(key, [...(groups.get(key) ?? []), door]);
	}
	const lanes = [...names.values()].sort((a, b) => (order.keyOf(area, a) < order.keyOf(area, b) ? -1 : 1));
	return {
		order,
		lanes,
		doorsOf(lane) {
			return sortDoors(groups.get(foldLane(lane)) ?? [], ({ household }) => household, order);
		}
	};
}

/** How many of the lanes before it a lane lies in. */
function depthOf(name: string, lanes: readonly string[]): number {
	const key = keyOfLane(name);
	return lanes.filter((other) => key.startsWith(`${keyOfLane(other)}/`)).length;
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
	const [walked, holders, volunteers] = await Promise.all([
		readWalkedArea(db, ward, id),
		listHolders(db, ward, [id]),
		listWorkers(db, ward, id, dayAt(now))
	]);
	const { lanes, order } = walked;
	const rows = lanes.map((name): LaneRow => {
		const doors = walked.doorsOf(name);
		const said = order.laneOf(id, name);
		return {
			name,
			depth: depthOf(name, lanes),
			doors: doors.length,
			informed: doors.filter(({ isInformed }) => isInformed).length,
			way: order.wayOf(id, name),
			isMoved: said?.place !== undefined,
			holders: tellHolders(holders, name, dayAt(now))
		};
	});
	const chosen = lane === null ? undefined : rows.find((row) => foldLane(row.name) === foldLane(lane));
	const open = chosen && {
		lane: chosen,
		doors: walked.doorsOf(chosen.name).map(({ household, v }): LaneDoor => ({
			id: household.id,
			v,
			number: household.number,
			access: household.access ?? '',
			gateLocked: household.gateLocked === true,
			callers: household.callers ?? null,
			isMoved: household.place?.startsWith(chosen.way.charAt(0)) ?? false
		}))
	};
	return { area, lanes: rows, open: open ?? null, volunteers };
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
	const own = rows.filter(
		(row) => isLentOn(row.until_on, today) && listWithin(areas, [row.area_id as AreaId]).includes(area)
	);
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
