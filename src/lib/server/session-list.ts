// Mobile sessions with who comes to them, and appointments that still wait for a slot.

import { addDays, type Day } from '../domain/day.ts';
import { nameDoor } from '../domain/household.ts';
import type { AreaId, MobileSessionId, VisitId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import {
	listSlots,
	type AppointmentRow,
	type Booked,
	type MobileSession,
	type SessionRow,
	type SessionSheet,
	type Wish
} from '../domain/mobile-session.ts';
import { isOldEnough } from '../domain/person.ts';
import { readAreas } from './area.ts';
import { countUpTo } from './count-up-to.ts';
import type { Reader } from './db/open-store.ts';
import type { Database } from './db/schema.ts';
import { readRecords, toPerson } from './record-view.ts';
import { listOrNone } from './search.ts';
import { readVisitRows } from './visit-row.ts';

/** Who asks, and on which day. */
export interface SessionGround {
	readonly ward: WardId;
	readonly within: readonly AreaId[] | null;
	readonly today: Day;
}

function toSession(row: Database['mobile_session']): MobileSession {
	return {
		id: row.id as MobileSessionId,
		place: row.place,
		area: row.area_id as AreaId | null,
		day: row.on_day as Day,
		from: row.from_at,
		to: row.to_at,
		slotMinutes: row.slot_minutes,
		perSlot: row.per_slot
	};
}

function selectSessions(db: Reader, { ward, within, today }: SessionGround) {
	let query = db
		.selectFrom('mobile_session')
		.selectAll()
		.where('ward_id', '=', ward)
		.where('on_day', '>=', today)
		.where('cancelled_at', 'is', null);
	// one for the whole ward is for everybody
	if (within)
		query = query.where(({ eb, or }) => or([eb('area_id', 'is', null), eb('area_id', 'in', listOrNone(within))]));
	return query;
}

/** Sessions from today on, the next first. */
export async function listSessions(db: Reader, ground: SessionGround): Promise<SessionRow[]> {
	const [rows, areas, counts] = await Promise.all([
		selectSessions(db, ground).orderBy('on_day').orderBy('from_at').orderBy('id').execute(),
		readAreas(db, ground.ward),
		db
			.selectFrom('session_booking')
			.select(({ fn }) => ['session_id', fn.countAll<number>().as('count')])
			.where('ward_id', '=', ground.ward)
			.groupBy('session_id')
			.execute()
	]);
	const countOf = new Map(counts.map((row) => [row.session_id, Number(row.count)]));
	return rows.map(toSession).map((session) => ({
		session,
		areaName: areas.find((area) => area.id === session.area)?.name ?? null,
		slots: listSlots(session).length * session.perSlot,
		booked: countOf.get(session.id) ?? 0
	}));
}

/** Null where there is none from today on that this member of staff may see. */
export async function readSessionRow(
	db: Reader,
	ground: SessionGround,
	id: MobileSessionId
): Promise<MobileSession | null> {
	const row = await selectSessions(db, ground).where('id', '=', id).executeTakeFirst();
	return row ? toSession(row) : null;
}

/** Slots that are taken, by whomever. */
export async function listBooked(db: Reader, ward: WardId, id: MobileSessionId): Promise<Booked[]> {
	const rows = await db
		.selectFrom('session_booking')
		.select(['record_id', 'slot_at'])
		.where('ward_id', '=', ward)
		.where('session_id', '=', id)
		.orderBy('slot_at')
		.orderBy('record_id')
		.execute();
	return rows.map((row) => ({ visit: row.record_id as VisitId, at: row.slot_at }));
}

/** Appointments without a slot that are not long past. */
function selectWaiting(db: Reader, { ward, within, today }: SessionGround) {
	let query = db
		.selectFrom('mark_row as m')
		.leftJoin('session_booking as b', (on) =>
			on.onRef('b.ward_id', '=', 'm.ward_id').onRef('b.record_id', '=', 'm.record_id')
		)
		.where('m.ward_id', '=', ward)
		.where('m.kind', '=', 'appointment')
		// says nothing of an appointment, and makes the index give them in the order of their days
		.where('m.state', '=', '')
		.where('m.on_day', '>=', addDays(today, -LIMIT.appointmentDays))
		.where('b.record_id', 'is', null)
		// whoever was seen again since has another answer, or none
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('visit_row as earlier')
						.innerJoin('visit_row as later', (on) =>
							on
								.onRef('later.ward_id', '=', 'earlier.ward_id')
								.onRef('later.person_id', '=', 'earlier.person_id')
								.onRef('later.seen_at', '>', 'earlier.seen_at')
						)
						.select('later.id')
						.where('earlier.ward_id', '=', ward)
						.whereRef('earlier.id', '=', 'm.record_id')
				)
			)
		);
	if (within) query = query.where('m.area_id', 'in', listOrNone(within));
	return query;
}

/** What was agreed with those of the named who still wait, in the order in which they were agreed for. */
export async function readWishes(db: Reader, ground: SessionGround, visits: readonly VisitId[]): Promise<Wish[]> {
	const rows = await selectWaiting(db, ground)
		.select('m.record_id')
		.where('m.record_id', 'in', listOrNone(visits))
		.orderBy('m.on_day')
		.orderBy('m.record_id')
		.execute();
	const ids = rows.map((row) => row.record_id as VisitId);
	const agreed = await readAppointments(db, ground, ids, new Map());
	return agreed.map(({ visit, on, hour }) => ({ visit, on, at: hour }));
}

export async function readSessionSheet(
	db: Reader,
	ground: SessionGround,
	id: MobileSessionId
): Promise<SessionSheet | null> {
	const session = await readSessionRow(db, ground, id);
	if (!session) return null;
	const [booked, waiting, total, areas] = await Promise.all([
		listBooked(db, ground.ward, id),
		selectWaiting(db, ground)
			.select('m.record_id')
			.orderBy('m.on_day')
			.orderBy('m.record_id')
			.limit(LIMIT.appointmentRows)
			.execute(),
		countUpTo(db, selectWaiting(db, ground), LIMIT.countedAppointments),
		readAreas(db, ground.ward)
	]);
	const atOf = new Map(booked.map(({ visit, at }) => [visit, at]));
	const rows = await readAppointments(db, ground, [...atOf.keys()], atOf);
	const seen = new Set(rows.map((row) => row.visit));
	const waitingIds = waiting.map((row) => row.record_id as VisitId);
	return {
		session,
		areaName: areas.find((area) => area.id === session.area)?.name ?? null,
		slots: listSlots(session).length * session.perSlot,
		booked: booked.length,
		times: listSlots(session),
		rows,
		hidden: booked.filter(({ visit }) => !seen.has(visit)).map(({ at }) => at),
		waiting: await readAppointments(db, ground, waitingIds, new Map()),
		waitingTotal: Math.min(total, LIMIT.countedAppointments),
		waitsMore: total > LIMIT.countedAppointments
	};
}

/** Appointments in the order of the ids, as far as somebody may see them. */
async function readAppointments(
	db: Reader,
	{ ward, within, today }: SessionGround,
	ids: readonly VisitId[],
	atOf: ReadonlyMap<VisitId, string>
): Promise<AppointmentRow[]> {
	const rows = await readVisitRows(db, ward, ids, await readAreas(db, ward));
	const people = await readRecords(
		db,
		ward,
		rows.flatMap(({ visit }) => visit.person ?? [])
	);
	return rows
		.filter(({ household }) => within === null || within.includes(household.area))
		.map(({ visit, household, areaName, personName, volunteerName }) => {
			const record = visit.person ? people.get(visit.person) : undefined;
			const person = record ? toPerson(record) : null;
			return {
				visit: visit.id,
				door: nameDoor(household),
				areaName,
				personName,
				volunteerName,
				on: visit.next?.on ?? null,
				hour: visit.next?.at ?? null,
				papers: { card: person?.card ?? null, isWithParent: person !== null && !isOldEnough(person, today) },
				at: atOf.get(visit.id) ?? null
			};
		});
}
