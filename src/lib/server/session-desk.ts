// Mobile sessions at the desk: planned for a quarter or the whole ward, filled with appointments that were agreed at
// doors. Slots stay at the desk; a phone knows what was agreed with the resident and nothing of the plan.

import { dayAt } from '../domain/day.ts';
import type { Staff } from '../domain/desk.ts';
import type { AreaId, MobileSessionId, VisitId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { checkSession, fillSlots, listSlots, type MobileSession, type SessionDraft } from '../domain/mobile-session.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import { readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import { isUniqueViolation } from './db/trouble.ts';
import type { Writer } from './db/open-store.ts';
import type { StaffScope } from './scope.ts';
import {
	listBooked,
	listSessions,
	readSessionRow,
	readSessionSheet,
	readWishes,
	type SessionGround
} from './session-list.ts';
import type { SessionPlanDesk } from './session-port.ts';
import { answerWithTrouble, newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';

export function openSessionDesk(
	site: Site,
	staff: Staff,
	scope: Pick<StaffScope, 'within' | 'holdsRecord'>
): SessionPlanDesk {
	const { db } = site.store;
	const { ward } = staff;
	const mayPlan = isAllowed(staff.role, 'session');
	const ground = (): SessionGround => ({ ward, within: scope.within, today: dayAt(site.clock()) });
	const decide = async <Value>(work: () => Promise<Result<Value>>) =>
		mayPlan ? answerWithTrouble(work()) : fail<Value>('staff.notAllowed');
	const holds = (area: AreaId | null) => scope.within === null || (area !== null && scope.within.includes(area));
	/** Does something to a session that is still to come, alone: whoever else wants to waits until it is done. */
	const change = <Value>(
		id: MobileSessionId,
		visits: readonly VisitId[],
		work: (trx: Writer, session: MobileSession) => Promise<Result<Value>>
	) =>
		decide(async () => {
			const held = await Promise.all(visits.map((visit) => scope.holdsRecord(visit)));
			if (held.includes(false)) return fail('staff.notAllowed');
			return site.store.transact(async (trx) => {
				const { numUpdatedRows } = await trx
					.updateTable('mobile_session')
					.set({ changed_at: site.clock() })
					.where('ward_id', '=', ward)
					.where('id', '=', id)
					.where('cancelled_at', 'is', null)
					.executeTakeFirst();
				const session = numUpdatedRows === 1n ? await readSessionRow(trx, ground(), id) : null;
				return session ? work(trx, session) : fail('desk.notOpen');
			});
		});
	return {
		mayPlan,
		list: () => listSessions(db, ground()),
		read: (id) =>
			site.store.transact(async (trx) => {
				const sheet = await readSessionSheet(trx, ground(), id);
				if (sheet)
					await writeAudit(trx, site, { ward, actor: staff, act: 'session.read', reason: nameSession(sheet.session) });
				return sheet;
			}),
		add: (draft) => decide(async () => (holds(draft.area) ? addSession(site, staff, draft) : fail('staff.notAllowed'))),
		cancel: (id) =>
			change(id, [], async (trx, session) => {
				// a session that others see too is not for one quarter to call off
				if (!holds(session.area)) return fail('staff.notAllowed');
				await trx
					.updateTable('mobile_session')
					.set({ cancelled_at: site.clock() })
					.where('ward_id', '=', ward)
					.where('id', '=', id)
					.execute();
				await trx.deleteFrom('session_booking').where('ward_id', '=', ward).where('session_id', '=', id).execute();
				await writeAudit(trx, site, { ward, actor: staff, act: 'session.cancel', reason: nameSession(session) });
				return succeed(undefined);
			}),
		book: (id, visits) =>
			orTaken(() =>
				change(id, visits, async (trx, session) => {
					const wishes = await readWishes(trx, ground(), visits);
					if (wishes.length !== new Set(visits).size) return fail('desk.changedSince');
					const { placed, left } = fillSlots(session, await listBooked(trx, ward, id), wishes);
					if (placed.length === 0) return fail('session.full');
					const rows = placed.map(({ visit, at }) => ({
						ward_id: ward,
						record_id: visit,
						session_id: id,
						slot_at: at
					}));
					try {
						await trx.insertInto('session_booking').values(rows).execute();
					} catch (error) {
						// somebody gave one of them a slot of another session meanwhile
						if (isUniqueViolation(error)) throw new Taken();
						throw error;
					}
					for (const { visit, at } of placed)
						await writeAudit(trx, site, { ward, actor: staff, act: 'session.book', subject: visit, reason: at });
					return succeed({ left: left.length });
				})
			),
		move: (id, visit, at) =>
			change(id, [visit], async (trx, session) => {
				if (!listSlots(session).includes(at)) return fail('field.badChoice', 'at');
				const others = (await listBooked(trx, ward, id)).filter((one) => one.visit !== visit && one.at === at);
				if (others.length >= session.perSlot) return fail('session.full', 'at');
				const { numUpdatedRows } = await trx
					.updateTable('session_booking')
					.set({ slot_at: at })
					.where('ward_id', '=', ward)
					.where('session_id', '=', id)
					.where('record_id', '=', visit)
					.executeTakeFirst();
				if (numUpdatedRows !== 1n) return fail('desk.changedSince');
				await writeAudit(trx, site, { ward, actor: staff, act: 'session.move', subject: visit, reason: at });
				return succeed(undefined);
			}),
		free: (id, visit) =>
			change(id, [visit], async (trx) => {
				const { numDeletedRows } = await trx
					.deleteFrom('session_booking')
					.where('ward_id', '=', ward)
					.where('session_id', '=', id)
					.where('record_id', '=', visit)
					.executeTakeFirst();
				if (numDeletedRows !== 1n) return fail('desk.changedSince');
				await writeAudit(trx, site, { ward, actor: staff, act: 'session.free', subject: visit });
				return succeed(undefined);
			})
	};
}

/** Ends a transaction that found an appointment in another session. */
class Taken extends Error {}

async function orTaken<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Taken) return fail('desk.changedSince');
		throw error;
	}
}

/** How the audit calls a session: day, hour and place. */
function nameSession({ day, from, place }: MobileSession): string {
	return `${day} ${from} ${place}`;
}

async function addSession(site: Site, staff: Staff, draft: SessionDraft): Promise<Result<MobileSessionId>> {
	const { ward } = staff;
	const now = site.clock();
	const today = dayAt(now);
	const [wrong] = checkSession(draft, today);
	if (wrong) return failWith(wrong);
	return site.store.transact(async (trx) => {
		const areas = await readAreas(trx, ward);
		if (draft.area !== null && !areas.some((area) => area.id === draft.area)) return fail('field.badChoice', 'area');
		const ahead = await listSessions(trx, { ward, within: null, today });
		if (ahead.length >= LIMIT.sessions) return fail('session.tooMany');
		const id = newId<MobileSessionId>(site);
		// checkSession has seen the day
		const on_day = draft.day as string;
		await trx
			.insertInto('mobile_session')
			.values({
				ward_id: ward,
				id,
				place: draft.place.trim(),
				area_id: draft.area,
				on_day,
				from_at: draft.from,
				to_at: draft.to,
				slot_minutes: draft.slotMinutes,
				per_slot: draft.perSlot,
				changed_at: now,
				staff_name: staff.name,
				cancelled_at: null
			})
			.execute();
		await writeAudit(trx, site, {
			ward,
			actor: staff,
			act: 'session.write',
			reason: `${on_day} ${draft.from} ${draft.place.trim()}`
		});
		return succeed(id);
	});
}
