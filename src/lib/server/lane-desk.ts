// Areas and lanes at the desk of one signed-in member of staff. Lanes are the ward's own words and lie beside the
// records; a door's place is a field of the door, so that a phone may move it too, without a network.

import type { AreaMove } from '../domain/area-move.ts';
import { dayAt } from '../domain/day.ts';
import type { Staff } from '../domain/desk.ts';
import type { HoldInput } from '../domain/desk-lane.ts';
import type { AreaId, HouseholdId } from '../domain/id.ts';
import { foldLane, keyOfLane, placeBetween, standsAt, writePlace, type Lane } from '../domain/lane.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import { checkChanges } from '../sync/check.ts';
import { writeFromDesk } from '../sync/erase.ts';
import type { Fields, WardRecord } from '../sync/record.ts';
import { addArea, listAreaRows, writeArea } from './area-desk.ts';
import { moveArea, planAreaMove } from './area-move.ts';
import { readAreas } from './area.ts';
import { writeAudit, type AuditAct } from './audit.ts';
import { inWard, type KyselyWardTx } from './db/ward-store.ts';
import type { LaneDesk } from './lane-port.ts';
import { findDoor, planHold, readAreaSheet, readWalkedArea, type WalkedArea } from './lane-sheet.ts';
import { listHolders, writeLane } from './lane.ts';
import { readLiveRecord } from './record-view.ts';
import type { StaffScope } from './scope.ts';
import { answerWithTrouble, makeWardTools, type Site } from './site.ts';
import { isAllowed } from './staff.ts';

export function openLaneDesk(site: Site, staff: Staff, scope: StaffScope): LaneDesk {
	const { ward } = staff;
	const { db } = site.store;
	/** One step of the ward about an area that this member of staff sees and may draw. */
	const draw = async (area: AreaId, work: (tx: KyselyWardTx) => Promise<Result<void>>): Promise<Result<void>> => {
		if (!isAllowed(staff.role, 'assign') || !scope.holdsAreas([area])) return fail('staff.notAllowed');
		return answerWithTrouble(inWard(site.store, ward, site.clock(), work));
	};
	const note = (tx: KyselyWardTx, act: AuditAct, subject: string, reason: string) =>
		writeAudit(tx.trx, site, { ward, actor: staff, act, subject, reason });
	const isLane = ({ lanes }: WalkedArea, name: string) => lanes.some((one) => foldLane(one) === foldLane(name));

	/** Whoever moves an area sees it, where it is and where it goes. */
	const maySeeMove = async ({ area, to }: AreaMove) => {
		const from = (await readAreas(db, ward)).find((one) => one.id === area)?.parent;
		return isAllowed(staff.role, 'assign') && scope.holdsAreas([area, to, ...(from ? [from] : [])]);
	};

	return {
		may: { order: isAllowed(staff.role, 'assign'), callers: isAllowed(staff.role, 'move') },
		listAreas: (search) => listAreaRows(db, ward, search, site.clock(), scope),
		addArea: (input) => draw(input.parent, (tx) => addArea(tx, site, staff, input)),
		writeArea: (input) => draw(input.area, (tx) => writeArea(tx, site, staff, input)),
		planAreaMove: async (move) =>
			(await maySeeMove(move)) ? planAreaMove(db, ward, move, dayAt(site.clock())) : fail('staff.notAllowed'),
		moveArea: async (move) =>
			(await maySeeMove(move)) ? answerWithTrouble(moveArea(site, staff, move)) : fail('staff.notAllowed'),
		readArea: async (area, lane) =>
			scope.holdsAreas([area]) ? readAreaSheet(db, ward, area, lane, site.clock()) : null,
		setWay: ({ area, lane, way }) =>
			draw(area, async (tx) => {
				const walked = await readWalkedArea(tx.trx, ward, area);
				if (!isLane(walked, lane)) return fail('field.badChoice', 'lane');
				const said = walked.order.laneOf(area, lane) ?? { area, name: lane };
				await writeLane(tx.trx, ward, { ...said, way });
				await note(tx, 'lane.order', area, `${lane}: ${way}`);
				return succeed(undefined);
			}),
		moveLane: ({ area, lane, after }) =>
			draw(area, async (tx) => {
				const walked = await readWalkedArea(tx.trx, ward, area);
				const moved = findLanePlace(walked, area, lane, after);
				if (!moved.ok) return moved;
				await writeLane(tx.trx, ward, moved.value);
				await note(tx, 'lane.order', area, `${lane} → ${after ?? '1'}`);
				return succeed(undefined);
			}),
		moveDoor: ({ household, v, after }) =>
			changeDoor(site, staff, scope, 'assign', { household, v }, moveDoorTo(after)),
		resetLane: ({ area, lane }) =>
			draw(area, async (tx) => {
				const walked = await readWalkedArea(tx.trx, ward, area);
				const moved = walked.doorsOf(lane).filter(({ household }) => household.place !== undefined);
				for (const { household, v } of moved) {
					const input = { record: household.id, v, fields: { place: null } };
					await writeFromDesk(tx, input, staff, makeWardTools(site, ward, tx.now));
				}
				await note(tx, 'lane.order', area, `${lane}: 0`);
				return succeed(undefined);
			}),
		setCallers: ({ household, v, callers }) =>
			changeDoor(site, staff, scope, 'move', { household, v }, async () =>
				succeed({ act: 'household.callers', fields: { callers }, reason: callers ?? '' })
			),
		planHold: async (input) =>
			scope.holdsAreas([input.area]) ? planHold(db, ward, input, site.clock()) : fail('staff.notAllowed'),
		holdLane: (input) => draw(input.area, (tx) => holdLane(tx, site, staff, input)),
		dropLane: ({ area, lane, volunteer }) =>
			draw(area, async (tx) => {
				const gone = await tx.trx
					.deleteFrom('lane_holder')
					.where('ward_id', '=', ward)
					.where('area_id', '=', area)
					.where('lane_key', '=', foldLane(lane))
					.where('volunteer_id', '=', volunteer)
					.executeTakeFirst();
				if (Number(gone.numDeletedRows) === 0) return fail('field.badChoice', 'holder');
				await note(tx, 'lane.drop', volunteer, lane);
				return succeed(undefined);
			})
	};
}

/** The lane as it is said after it was put behind another; what lies in it goes with it and is no place to put it. */
function findLanePlace(walked: WalkedArea, area: AreaId, lane: string, after: string | null): Result<Lane> {
	const { order } = walked;
	const own = keyOfLane(lane);
	const isOwn = (name: string) => keyOfLane(name) === own || keyOfLane(name).startsWith(`${own}/`);
	if (!walked.lanes.some((name) => foldLane(name) === foldLane(lane))) return fail('field.badChoice', 'lane');
	const others = walked.lanes.filter((name) => !isOwn(name));
	const at = after === null ? -1 : others.findIndex((name) => foldLane(name) === foldLane(after));
	if (after !== null && at === -1) return fail('field.badChoice', 'after');
	const keyAt = (i: number) => (others[i] === undefined ? null : order.keyOf(area, others[i]));
	const place = placeBetween(keyAt(at), keyAt(at + 1));
	if (place === null) return fail('field.badChoice', 'after');
	if (place.length > LIMIT.placeChars) return fail('field.tooLong', 'place');
	return succeed({ ...(order.laneOf(area, lane) ?? { area, name: lane, way: 'number' }), place });
}

interface DoorChange {
	readonly act: AuditAct;
	readonly fields: Fields;
	readonly reason: string;
}

/** Writes fields of a door over the version that was on the screen, with what the change is called in the audit. */
async function changeDoor(
	site: Site,
	staff: Staff,
	scope: StaffScope,
	right: 'assign' | 'move',
	{ household, v }: { readonly household: HouseholdId; readonly v: number },
	decide: (tx: KyselyWardTx, record: WardRecord) => Promise<Result<DoorChange>>
): Promise<Result<void>> {
	if (!isAllowed(staff.role, right) || !(await scope.holdsRecord(household))) return fail('staff.notAllowed');
	const { ward } = staff;
	const write = inWard(site.store, ward, site.clock(), async (tx): Promise<Result<void>> => {
		const record = await readLiveRecord(tx.trx, ward, 'household', household);
		if (!record) return fail('field.badChoice', 'household');
		if (record.v !== v) return fail('desk.changedSince');
		const change = await decide(tx, record);
		if (!change.ok) return change;
		const { act, fields, reason } = change.value;
		const [found] = checkChanges('household', record.fields, fields);
		if (found) return failWith(found);
		const written = await writeFromDesk(tx, { record: household, v, fields }, staff, makeWardTools(site, ward, tx.now));
		if (!written) return fail('desk.changedSince');
		await writeAudit(tx.trx, site, { ward, actor: staff, act, subject: household, reason });
		return succeed(undefined);
	});
	return answerWithTrouble(write);
}

/** Behind another door of the same lane, or first in it. */
function moveDoorTo(after: HouseholdId | null) {
	return async (tx: KyselyWardTx, record: WardRecord): Promise<Result<DoorChange>> => {
		const walked = await readWalkedArea(tx.trx, tx.ward, record.area);
		const own = findDoor(walked, record.id as HouseholdId);
		if (!own) return fail('field.badChoice', 'household');
		const { lane } = own.household;
		const way = walked.order.wayOf(record.area, lane);
		const others = walked.doorsOf(lane).filter(({ household }) => household.id !== record.id);
		const at = after === null ? -1 : others.findIndex(({ household }) => household.id === after);
		if (after !== null && at === -1) return fail('field.badChoice', 'after');
		const keyAt = (i: number) => (others[i] ? standsAt(others[i].household, way) : null);
		const key = placeBetween(keyAt(at), keyAt(at + 1));
		if (key === null) return fail('field.badChoice', 'after');
		const fields = { place: writePlace(key, way) };
		return succeed({ act: 'lane.order', fields, reason: `→ ${others[at]?.household.number ?? '1'}` });
	};
}

async function holdLane(tx: KyselyWardTx, site: Site, staff: Staff, input: HoldInput): Promise<Result<void>> {
	const { ward } = staff;
	const { area, lane, volunteer, part } = input;
	const plan = await planHold(tx.trx, ward, input, tx.now);
	if (!plan.ok) return plan;
	const held = await listHolders(tx.trx, ward, [area]);
	const own = held.filter((one) => one.lane === foldLane(lane) && one.volunteer !== volunteer);
	if (own.length >= LIMIT.laneHolders) return fail('field.badChoice', 'holder');
	const walked = await readWalkedArea(tx.trx, ward, area);
	await writeLane(tx.trx, ward, walked.order.laneOf(area, lane) ?? { area, name: lane, way: 'number' });
	const values = { part, until_on: plan.value.untilOn };
	await tx.trx
		.insertInto('lane_holder')
		.values({ ward_id: ward, area_id: area, lane_key: foldLane(lane), volunteer_id: volunteer, ...values })
		.onConflict((on) => on.columns(['ward_id', 'area_id', 'lane_key', 'volunteer_id']).doUpdateSet(values))
		.execute();
	const reason = `${lane} · ${part} · ${plan.value.untilOn}`;
	await writeAudit(tx.trx, site, { ward, actor: staff, act: 'lane.hold', subject: volunteer, reason });
	return succeed(undefined);
}
