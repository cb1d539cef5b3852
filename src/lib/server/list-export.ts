// Who stands on a list, for a file or an appendix. Reading the names is the act that the audit tells of; a count of them
// is not.

import { listWithin, type Area } from '../domain/area.ts';
import { dayAt, type Day } from '../domain/day.ts';
import type { Staff } from '../domain/desk.ts';
import { nameDoor } from '../domain/household.ts';
import type { AreaId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import {
	checkListRequest,
	LEVEL_2_ISSUED,
	NOT_ACTIVATED,
	type ListKind,
	type ListRequest,
	type ListRow
} from '../domain/list-export.ts';
import { isOldEnough, type Person } from '../domain/person.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import type { Visit } from '../domain/visit.ts';
import { readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import type { Reader } from './db/open-store.ts';
import { readRecords, toHousehold, toPerson, toVisit } from './record-view.ts';
import type { Site } from './site.ts';
import { listOrNone } from './search.ts';
import { isAllowed } from './staff.ts';

/** How far back a referral still belongs on a list. */
const REFERRAL_DAYS = 92;
const DAY_MS = 24 * 3600_000;

/**
 * The rows of a list, with its line in the audit: who took what for which purpose. `seen`: the areas of whoever takes
 * it, or null for the whole ward.
 */
export async function exportList(
	site: Site,
	staff: Staff,
	seen: readonly AreaId[] | null,
	request: ListRequest
): Promise<Result<readonly ListRow[]>> {
	if (!isAllowed(staff.role, 'listExport')) return fail('staff.notAllowed');
	const [wrong] = checkListRequest(request);
	if (wrong) return failWith(wrong);
	const { ward } = staff;
	return site.store.transact(async (trx) => {
		const rows = await readList(trx, ward, request.kind, seen, request.area, site.clock());
		if (rows === null) return fail('list.tooMany');
		const subject = `list/${request.kind}/${rows.length}`;
		await writeAudit(trx, site, { ward, actor: staff, act: 'list.export', subject, reason: request.purpose.trim() });
		return succeed(rows);
	});
}

/** In walking order, or by day where days matter; null when they are too many for one file. */
export async function readList(
	db: Reader,
	ward: WardId,
	kind: ListKind,
	seen: readonly AreaId[] | null,
	area: AreaId | null,
	now: number
): Promise<ListRow[] | null> {
	const areas = await readAreas(db, ward);
	const within = narrow(areas, seen, area);
	return kind === 'referrals' || kind === 'sessions'
		? readVisitList(db, ward, kind, within, areas, now)
		: readPeopleList(db, ward, kind, within, areas, dayAt(now));
}

/** The chosen area with all below it, as far as somebody may see it; null for the whole ward. */
function narrow(areas: readonly Area[], seen: readonly AreaId[] | null, area: AreaId | null): readonly string[] | null {
	if (area === null) return seen && listOrNone(seen);
	const chosen = [area, ...listWithin(areas, [area])];
	return seen ? listOrNone(chosen.filter((id) => seen.includes(id))) : chosen;
}

async function readPeopleList(
	db: Reader,
	ward: WardId,
	kind: 'withoutLevel2' | 'notActivated',
	within: readonly string[] | null,
	areas: readonly Area[],
	today: Day
): Promise<ListRow[] | null> {
	let query = db
		.selectFrom('person_row as p')
		.innerJoin('household_row as h', (on) =>
			on.onRef('h.ward_id', '=', 'p.ward_id').onRef('h.id', '=', 'p.household_id')
		)
		.select(['p.id', 'p.household_id'])
		.where('p.ward_id', '=', ward)
		.where('p.presence', '!=', 'deceased')
		.where('p.state', '!=', 'moved');
	query =
		kind === 'notActivated'
			? query.where('p.state', 'in', NOT_ACTIVATED)
			: query.where(({ or, eb }) => or([eb('p.official', '=', 0), eb('p.state', 'not in', LEVEL_2_ISSUED)]));
	if (within) query = query.where('p.area_id', 'in', within);
	const found = await query
		.orderBy('h.area_id')
		.orderBy('h.walk')
		.orderBy('p.id')
		.limit(LIMIT.listExportRows + 1)
		.execute();
	if (found.length > LIMIT.listExportRows) return null;
	const records = await readRecords(
		db,
		ward,
		found.flatMap((row) => [row.id, row.household_id])
	);
	const nameOf = new Map(areas.map((one) => [one.id, one.name]));
	return found.flatMap((row) => {
		const record = records.get(row.id);
		const door = records.get(row.household_id);
		if (!record || !door) return [];
		const person = toPerson(record);
		if (kind === 'withoutLevel2' && !isOldEnough(person, today)) return [];
		return {
			...describePerson(person),
			door: nameDoor(toHousehold(door)),
			areaName: nameOf.get(door.area) ?? '',
			barriers: person.barriers ?? [],
			on: person.standing?.approvedOn ?? null,
			at: null,
			receiver: null
		};
	});
}

function describePerson(person: Person | null): Pick<ListRow, 'name' | 'birth' | 'state' | 'evidence' | 'card'> {
	return {
		name: person?.name ?? null,
		birth: person?.birth ?? null,
		state: person?.standing?.state ?? null,
		evidence: person?.standing?.evidence ?? null,
		card: person?.card ?? null
	};
}

async function readVisitList(
	db: Reader,
	ward: WardId,
	kind: 'referrals' | 'sessions',
	within: readonly string[] | null,
	areas: readonly Area[],
	now: number
): Promise<ListRow[] | null> {
	let query = db
		.selectFrom('mark_row as m')
		.select('m.record_id')
		.where('m.ward_id', '=', ward)
		.where('m.kind', '=', kind === 'referrals' ? 'referral' : 'appointment')
		// appointments to come, referrals of the last three months
		.where('m.on_day', '>=', kind === 'sessions' ? dayAt(now) : dayAt(now - REFERRAL_DAYS * DAY_MS));
	if (within) query = query.where('m.area_id', 'in', within);
	const found = await query
		.orderBy('m.on_day')
		.orderBy('m.record_id')
		.limit(LIMIT.listExportRows + 1)
		.execute();
	if (found.length > LIMIT.listExportRows) return null;
	const visits = await readRecords(
		db,
		ward,
		found.map((row) => row.record_id)
	);
	const around = await readRecords(
		db,
		ward,
		[...visits.values()].map(toVisit).flatMap(({ household, person }) => [household, ...(person ? [person] : [])])
	);
	const nameOf = new Map(areas.map((one) => [one.id, one.name]));
	const rows = found.flatMap((row) => {
		const record = visits.get(row.record_id);
		const visit = record ? toVisit(record) : null;
		const door = visit ? around.get(visit.household) : undefined;
		if (!visit || !door) return [];
		const person = visit.person ? around.get(visit.person) : undefined;
		return {
			...describePerson(person ? toPerson(person) : null),
			door: nameDoor(toHousehold(door)),
			areaName: nameOf.get(door.area) ?? '',
			barriers: visit.barriers ?? [],
			...describeNext(visit, kind)
		};
	});
	return rows.sort((a, b) => `${a.on} ${a.at ?? '99'}`.localeCompare(`${b.on} ${b.at ?? '99'}`, 'en'));
}

function describeNext(visit: Visit, kind: ListKind): Pick<ListRow, 'on' | 'at' | 'receiver'> {
	return {
		on: kind === 'sessions' ? (visit.next?.on ?? null) : dayAt(visit.seenAt),
		at: visit.next?.at ?? null,
		receiver: visit.next?.receiver ?? null
	};
}

/** How long each list would be, for the page that offers them: no name is read. */
export async function countLists(
	db: Reader,
	ward: WardId,
	seen: readonly AreaId[] | null,
	area: AreaId | null,
	now: number
): Promise<Readonly<Record<Exclude<ListKind, 'withoutLevel2'>, number>>> {
	const within = narrow(await readAreas(db, ward), seen, area);
	const countMarks = async (kind: 'referral' | 'appointment', from: Day) => {
		let query = db
			.selectFrom('mark_row')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('ward_id', '=', ward)
			.where('kind', '=', kind)
			.where('on_day', '>=', from);
		if (within) query = query.where('area_id', 'in', within);
		return Number((await query.executeTakeFirstOrThrow()).count);
	};
	let people = db
		.selectFrom('person_row')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('ward_id', '=', ward)
		.where('presence', '!=', 'deceased')
		.where('state', 'in', NOT_ACTIVATED);
	if (within) people = people.where('area_id', 'in', within);
	const [notActivated, referrals, sessions] = await Promise.all([
		people.executeTakeFirstOrThrow(),
		countMarks('referral', dayAt(now - REFERRAL_DAYS * DAY_MS)),
		countMarks('appointment', dayAt(now))
	]);
	return { notActivated: Number(notActivated.count), referrals, sessions };
}
