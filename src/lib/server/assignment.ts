// Who works where: a volunteer's areas and a door's area, each with a dry run that says what would move, whose phones it
// concerns and what it does to the figures. A plan writes nothing; carrying it out asks for what the plan was made on.

import { listWithin, type Area } from '../domain/area.ts';
import { dayAt, type Day } from '../domain/day.ts';
import type { AreaLoad, AssignmentPlan, ConcernedPhone, MovePlan } from '../domain/desk-case.ts';
import type { Staff } from '../domain/desk.ts';
import type { AreaId, DeviceId, HouseholdId, VolunteerId, WardId } from '../domain/id.ts';
import { isLentOn } from '../domain/lease.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { countFigures } from '../domain/report.ts';
import { moveHousehold as moveDoor } from '../sync/desk.ts';
import type { WardRecord } from '../sync/record.ts';
import { readAreas, readAssignment } from './area.ts';
import { writeAudit } from './audit.ts';
import type { Reader } from './db/open-store.ts';
import { readRecordRow } from './db/ward-row.ts';
import { inWard } from './db/ward-store.ts';
import { readUntil } from './last-day.ts';
import { readLiveRecord, toHousehold, toPerson, toVisit } from './record-view.ts';
import { makeWardTools, type Site } from './site.ts';
import { isAllowed } from './staff.ts';

const OPEN_REVIEWS = ['waiting', 'returned', 'corrected'];

interface Wanted {
	readonly volunteer: VolunteerId;
	readonly areas: readonly AreaId[];
	/** Last day as it was typed; empty for none. */
	readonly until?: string | undefined;
}

/** What would happen if this volunteer had these areas; null when there is no such volunteer or area. */
export async function planAssignment(
	db: Reader,
	ward: WardId,
	{ volunteer, areas: wanted, until }: Wanted,
	today: Day
): Promise<AssignmentPlan | null> {
	const areas = await readAreas(db, ward);
	const person = await db
		.selectFrom('volunteer')
		.select('name')
		.where('ward_id', '=', ward)
		.where('id', '=', volunteer)
		.where('left_at', 'is', null)
		.executeTakeFirst();
	if (!person || !wanted.every((id) => areas.some((area) => area.id === id))) return null;
	const before = await readAssignment(db, ward, volunteer, today);
	const after = areas.filter((area) => wanted.includes(area.id)).map((area) => area.id);
	const [had, gets] = [new Set(listWithin(areas, before)), new Set(listWithin(areas, after))];
	const added = areas.filter((area) => gets.has(area.id) && !had.has(area.id));
	const removed = areas.filter((area) => had.has(area.id) && !gets.has(area.id));
	const others = await readOthers(db, ward, volunteer, areas, today);
	const records = await readIn(db, ward, [...had, ...gets]);
	const figuresOf = (ids: ReadonlySet<AreaId>) => countAll(records.filter((record) => ids.has(record.area)));
	return {
		volunteer: { id: volunteer, name: person.name },
		before,
		after,
		until: await readUntil(db, ward, volunteer, until, today),
		added: added.map((area) => loadOf(area, records)).filter(isLoaded),
		removed: removed.map((area) => loadOf(area, records)).filter(isLoaded),
		phones: await listPhones(db, ward, [volunteer]),
		orphaned: removed.filter((area) => !others.has(area.id) && isLoaded(loadOf(area, records))).map(({ name }) => name),
		figures: { before: figuresOf(had), after: figuresOf(gets) }
	};
}

/** Areas of everybody else. */
async function readOthers(
	db: Reader,
	ward: WardId,
	volunteer: VolunteerId,
	areas: readonly Area[],
	today: Day
): Promise<ReadonlySet<AreaId>> {
	const rows = await db
		.selectFrom('assignment as a')
		.innerJoin('volunteer as v', (on) => on.onRef('v.ward_id', '=', 'a.ward_id').onRef('v.id', '=', 'a.volunteer_id'))
		.select(['a.area_id', 'a.until_on'])
		.where('a.ward_id', '=', ward)
		.where('a.volunteer_id', '!=', volunteer)
		.where('v.left_at', 'is', null)
		.execute();
	return new Set(
		listWithin(
			areas,
			rows.filter((row) => isLentOn(row.until_on, today)).map((row) => row.area_id as AreaId)
		)
	);
}

export async function readIn(db: Reader, ward: WardId, areas: readonly AreaId[]): Promise<WardRecord[]> {
	if (areas.length === 0) return [];
	const rows = await db
		.selectFrom('record')
		.selectAll()
		.where('ward_id', '=', ward)
		.where('area_id', 'in', [...new Set(areas)])
		.where('deleted', '=', 0)
		.execute();
	return rows.map(readRecordRow);
}

export function countAll(records: readonly WardRecord[]) {
	const of = (table: WardRecord['table']) => records.filter((record) => record.table === table);
	return countFigures(of('household').map(toHousehold), of('person').map(toPerson), of('visit').map(toVisit));
}

function loadOf(area: Area, records: readonly WardRecord[]): AreaLoad {
	const here = records.filter((record) => record.area === area.id);
	return {
		area,
		households: here.filter((record) => record.table === 'household').length,
		people: here.filter((record) => record.table === 'person').length,
		openVisits: here.filter(isOpenVisit).length
	};
}

/** The parts of an area that hold nothing are named by the whole. */
function isLoaded(load: AreaLoad): boolean {
	return load.households > 0 || load.area.kind !== 'group';
}

function isOpenVisit(record: WardRecord): boolean {
	return record.table === 'visit' && OPEN_REVIEWS.includes(toVisit(record).review?.state ?? 'waiting');
}

/** Phones of some volunteers, with what still waits on each. */
export async function listPhones(db: Reader, ward: WardId, volunteers: readonly string[]): Promise<ConcernedPhone[]> {
	if (volunteers.length === 0) return [];
	const rows = await db
		.selectFrom('device as d')
		.innerJoin('volunteer as v', (on) => on.onRef('v.ward_id', '=', 'd.ward_id').onRef('v.id', '=', 'd.volunteer_id'))
		.select(['d.id', 'v.name', 'd.seen_at', 'd.waiting'])
		.where('d.ward_id', '=', ward)
		.where('d.volunteer_id', 'in', volunteers)
		.where('d.revoked_at', 'is', null)
		.orderBy('v.name')
		.orderBy('d.id')
		.execute();
	return rows.map((row) => ({
		id: row.id as DeviceId,
		volunteerName: row.name,
		seenAt: row.seen_at,
		waiting: row.waiting
	}));
}

/** `before` is what the plan was made on: when somebody else has assigned meanwhile, nothing is written. */
export async function assignAreas(
	site: Site,
	staff: Staff,
	input: {
		readonly volunteer: VolunteerId;
		readonly before: readonly AreaId[];
		readonly after: readonly AreaId[];
		readonly until?: string;
	}
): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'assign')) return fail('staff.notAllowed');
	const { ward } = staff;
	const { volunteer, before, until } = input;
	const today = dayAt(site.clock());
	return inWard(site.store, ward, site.clock(), async ({ trx }) => {
		const plan = await planAssignment(trx, ward, { volunteer, areas: input.after, until }, today);
		if (!plan || plan.after.length === 0) return fail('field.badChoice', 'areas');
		if (!isSame(plan.before, before)) return fail('desk.changedSince');
		if (plan.until.after === null) return fail('field.badDay', 'until');
		if (isSame(plan.before, plan.after) && plan.until.before === plan.until.after) return succeed(undefined);
		await trx.deleteFrom('assignment').where('ward_id', '=', ward).where('volunteer_id', '=', volunteer).execute();
		const rows = plan.after.map((area) => ({
			ward_id: ward,
			volunteer_id: volunteer,
			area_id: area,
			until_on: plan.until.after ?? ''
		}));
		await trx.insertInto('assignment').values(rows).execute();
		const names = new Map((await readAreas(trx, ward)).map((area) => [area.id, area.name]));
		const say = (ids: readonly AreaId[]) => ids.map((id) => names.get(id) ?? '').join(', ');
		const till = plan.until.after === '' ? '' : ` · ${plan.until.after}`;
		const reason = `${say(plan.before)} → ${say(plan.after)}${till}`;
		await writeAudit(trx, site, { ward, actor: staff, act: 'volunteer.assign', subject: volunteer, reason });
		return succeed(undefined);
	});
}

function isSame(a: readonly AreaId[], b: readonly AreaId[]): boolean {
	return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
}

/** What would happen if this door stood in that area; null when either is unknown or it stands there. */
export async function planMove(
	db: Reader,
	ward: WardId,
	household: HouseholdId,
	to: AreaId,
	today: Day
): Promise<MovePlan | null> {
	const areas = await readAreas(db, ward);
	const door = await readLiveRecord(db, ward, 'household', household);
	const from = areas.find((area) => area.id === door?.area);
	const into = areas.find((area) => area.id === to);
	if (!door || !from || !into || from.id === into.id) return null;
	const records = await readIn(db, ward, [from.id, into.id]);
	const isMoving = (record: WardRecord) => record.id === household || record.fields.household === household;
	const moving = records.filter(isMoving);
	const at = (area: Area, isAfter: boolean) =>
		countAll(records.filter((record) => (isAfter && isMoving(record) ? into.id : record.area) === area.id));
	const [lose, gain] = await Promise.all([
		readWorkers(db, ward, areas, from.id, today),
		readWorkers(db, ward, areas, into.id, today)
	]);
	return {
		household,
		v: door.v,
		from,
		to: into,
		...countMoving(moving),
		...(await comparePhones(db, ward, lose, gain)),
		figures: [from, into].map((area) => ({ area, before: at(area, false), after: at(area, true) }))
	};
}

/** What goes along, behind its doors. */
export function countMoving(moving: readonly WardRecord[]): { people: number; visits: number; openVisits: number } {
	return {
		people: moving.filter((record) => record.table === 'person').length,
		visits: moving.filter((record) => record.table === 'visit').length,
		openVisits: moving.filter(isOpenVisit).length
	};
}

/** Phones of volunteers who had it and will not, and of those who will have it and did not. */
export async function comparePhones(
	db: Reader,
	ward: WardId,
	had: readonly string[],
	gets: readonly string[]
): Promise<{ losing: ConcernedPhone[]; gaining: ConcernedPhone[] }> {
	const [losing, gaining] = await Promise.all([
		listPhones(
			db,
			ward,
			had.filter((id) => !gets.includes(id))
		),
		listPhones(
			db,
			ward,
			gets.filter((id) => !had.includes(id))
		)
	]);
	return { losing, gaining };
}

/** Volunteers whose areas hold this one. */
export async function readWorkers(
	db: Reader,
	ward: WardId,
	areas: readonly Area[],
	area: AreaId,
	today: Day
): Promise<string[]> {
	const rows = await db
		.selectFrom('assignment')
		.select(['volunteer_id', 'area_id', 'until_on'])
		.where('ward_id', '=', ward)
		.execute();
	const held = rows.filter((row) => isLentOn(row.until_on, today));
	const own = held.filter((row) => listWithin(areas, [row.area_id as AreaId]).includes(area));
	return [...new Set(own.map((row) => row.volunteer_id))];
}

/** `v` is the version that the plan was made on. */
export async function moveHousehold(
	site: Site,
	staff: Staff,
	input: { readonly household: HouseholdId; readonly v: number; readonly to: AreaId }
): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'move')) return fail('staff.notAllowed');
	const { ward } = staff;
	const now = site.clock();
	return inWard(site.store, ward, now, async (tx) => {
		const plan = await planMove(tx.trx, ward, input.household, input.to, dayAt(now));
		if (!plan) return fail('field.badChoice', 'area');
		const moved = await moveDoor(tx, input, staff, makeWardTools(site, ward, now));
		if (!moved.ok) return moved;
		const reason = `${plan.from.name} → ${plan.to.name}`;
		await writeAudit(tx.trx, site, { ward, actor: staff, act: 'household.move', subject: input.household, reason });
		return succeed(undefined);
	});
}
