// Outreach events and people helped at a table: typed in by staff or told from the phones of volunteers, beside what is
// counted at doors.

import { dayAt, type Day } from '../domain/day.ts';
import type { Staff } from '../domain/desk.ts';
import type { BarrierCode } from '../domain/catalogue/barriers.ts';
import type { AreaId, EntryId, OutreachId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import {
	checkHelp,
	checkOutreach,
	HELP_OUTCOMES,
	type HelpCase,
	type HelpDay,
	type HelpDraft,
	type HelpOutcome,
	type HelpTopic,
	type OutreachChannel,
	type OutreachDraft,
	type OutreachEvent,
	type OutreachPlace
} from '../domain/outreach.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import { withdrawToldEvent } from '../sync/told.ts';
import { readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import type { Reader } from './db/open-store.ts';
import { inWard } from './db/ward-store.ts';
import type { OutreachDesk } from './outreach-port.ts';
import type { StaffScope } from './scope.ts';
import { countUpTo } from './count-up-to.ts';
import { listOrNone } from './search.ts';
import { answerWithTrouble, makeWardTools, newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';

export function openOutreachDesk(site: Site, staff: Staff, scope: Pick<StaffScope, 'within'>): OutreachDesk {
	const mayWrite = isAllowed(staff.role, 'outreach');
	const { within } = scope;
	const decide = async (work: () => Promise<Result<void>>) =>
		mayWrite ? answerWithTrouble(work()) : fail<void>('staff.notAllowed');
	/** Whoever is confined writes about their own areas alone. */
	const holds = (area: AreaId | null) => within === null || (area !== null && within.includes(area));
	return {
		mayWrite,
		listEvents: () => listEvents(site, staff, within),
		addEvent: (draft) =>
			decide(async () => (holds(draft.area) ? addEvent(site, staff, draft) : fail('staff.notAllowed'))),
		withdrawEvent: (id) => decide(() => withdrawEvent(site, staff, within, id)),
		readHelp: () => readHelp(site, staff, within),
		addHelp: (draft) =>
			decide(async () => (holds(draft.area) ? addHelp(site, staff, draft) : fail('staff.notAllowed'))),
		withdrawHelp: (id) => decide(() => withdrawHelp(site, staff, id))
	};
}

async function listEvents(site: Site, { ward }: Staff, within: readonly AreaId[] | null): Promise<OutreachEvent[]> {
	const { db } = site.store;
	let query = db.selectFrom('outreach_event').selectAll().where('ward_id', '=', ward).where('withdrawn_at', 'is', null);
	if (within) query = query.where('area_id', 'in', listOrNone(within));
	const [rows, areas, tellers] = await Promise.all([
		query.orderBy('on_day', 'desc').orderBy('id', 'desc').limit(LIMIT.outreachEvents).execute(),
		readAreas(db, ward),
		readTellers(db, ward)
	]);
	const names = new Map<string, string>(areas.map((area) => [area.id, area.name]));
	return rows.map((row) => ({
		id: row.id,
		day: row.on_day as Day,
		area: row.area_id as AreaId | null,
		areaName: names.get(row.area_id ?? '') ?? null,
		place: row.place as OutreachPlace,
		channel: row.channel as OutreachChannel,
		topic: row.topic,
		materials: row.materials,
		audience: row.audience,
		households: row.households,
		helped: row.helped,
		followUps: row.follow_ups,
		...tellers(row)
	}));
}

/** Who told a row: the member of staff by the name of that day, a volunteer by today's. */
async function readTellers(db: Reader, ward: WardId) {
	const volunteers = await db.selectFrom('volunteer').select(['id', 'name']).where('ward_id', '=', ward).execute();
	const names = new Map(volunteers.map(({ id, name }) => [id, name]));
	return ({ volunteer_id: id, staff_name: typed }: { volunteer_id: string | null; staff_name: string }) => ({
		staffName: id === null ? typed : (names.get(id) ?? ''),
		isVolunteer: id !== null
	});
}

async function isOdd(site: Site, { ward }: Staff, area: AreaId | null): Promise<boolean> {
	return area !== null && !(await readAreas(site.store.db, ward)).some((one) => one.id === area);
}

async function addEvent(site: Site, staff: Staff, draft: OutreachDraft): Promise<Result<void>> {
	const { ward } = staff;
	const now = site.clock();
	const [wrong] = checkOutreach(draft, dayAt(now));
	if (wrong) return failWith(wrong);
	if (await isOdd(site, staff, draft.area)) return fail('field.badChoice', 'area');
	return site.store.transact(async (trx) => {
		await trx
			.insertInto('outreach_event')
			.values({
				ward_id: ward,
				id: newId<string>(site),
				// checkOutreach has seen day, choices and counts
				on_day: draft.day as Day,
				area_id: draft.area,
				place: draft.place as OutreachPlace,
				channel: draft.channel as OutreachChannel,
				topic: draft.topic,
				materials: draft.materials,
				audience: draft.audience ?? 0,
				households: draft.households ?? 0,
				helped: draft.helped ?? 0,
				follow_ups: draft.followUps ?? 0,
				staff_name: staff.name,
				volunteer_id: null,
				withdrawn_at: null
			})
			.execute();
		await writeAudit(trx, site, { ward, actor: staff, act: 'outreach.add', reason: `${draft.day} ${draft.topic}` });
		return succeed(undefined);
	});
}

async function withdrawEvent(
	site: Site,
	staff: Staff,
	within: readonly AreaId[] | null,
	id: string
): Promise<Result<void>> {
	const { ward } = staff;
	const now = site.clock();
	return inWard(site.store, ward, now, async (tx) => {
		const { trx } = tx;
		const open = await trx
			.selectFrom('outreach_event')
			.select(['area_id', 'volunteer_id'])
			.where('ward_id', '=', ward)
			.where('id', '=', id)
			.where('withdrawn_at', 'is', null)
			.executeTakeFirst();
		if (!open || (within && !within.some((area) => area === open.area_id))) return fail('desk.notOpen');
		if (open.volunteer_id !== null) {
			// what a phone told is taken back in the log, so that the phone hears of it
			const word = { event: id as OutreachId, entry: newId<EntryId>(site) };
			const taken = await withdrawToldEvent(tx, word, staff, makeWardTools(site, ward, now));
			if (!taken.ok) return taken;
		} else {
			await trx
				.updateTable('outreach_event')
				.set({ withdrawn_at: now })
				.where('ward_id', '=', ward)
				.where('id', '=', id)
				.execute();
		}
		await writeAudit(trx, site, { ward, actor: staff, act: 'outreach.withdraw' });
		return succeed(undefined);
	});
}

async function readHelp(site: Site, staff: Staff, within: readonly AreaId[] | null): Promise<HelpDay> {
	const { db } = site.store;
	const select = () => {
		const query = db.selectFrom('help_case').where('ward_id', '=', staff.ward).where('withdrawn_at', 'is', null);
		return within ? query.where('area_id', 'in', listOrNone(within)) : query;
	};
	const today = dayAt(site.clock());
	const [rows, counts, total, tellers] = await Promise.all([
		select()
			.selectAll()
			.where('on_day', '=', today)
			.orderBy('at', 'desc')
			.orderBy('id', 'desc')
			.limit(LIMIT.listRows)
			.execute(),
		select()
			.select(({ fn }) => ['outcome', fn.countAll<number>().as('count')])
			.where('on_day', '=', today)
			.groupBy('outcome')
			.execute(),
		countUpTo(db, select()),
		readTellers(db, staff.ward)
	]);
	const countOf = (outcome: HelpOutcome) => Number(counts.find((row) => row.outcome === outcome)?.count ?? 0);
	return {
		cases: rows.map((row): HelpCase => ({
			id: row.id,
			topic: row.topic as HelpTopic,
			outcome: row.outcome as HelpOutcome,
			barrier: (row.barrier || null) as BarrierCode | null,
			area: row.area_id as AreaId | null,
			at: row.at,
			...tellers(row),
			isOwn: row.volunteer_id === null && row.staff_id === staff.id
		})),
		counts: Object.fromEntries(HELP_OUTCOMES.map((outcome) => [outcome, countOf(outcome)])) as HelpDay['counts'],
		total
	};
}

async function addHelp(site: Site, staff: Staff, draft: HelpDraft): Promise<Result<void>> {
	const [wrong] = checkHelp(draft);
	if (wrong) return failWith(wrong);
	if (await isOdd(site, staff, draft.area)) return fail('field.badChoice', 'area');
	const { ward } = staff;
	const now = site.clock();
	return site.store.transact(async (trx) => {
		await trx
			.insertInto('help_case')
			.values({
				ward_id: ward,
				id: newId<string>(site),
				on_day: dayAt(now),
				at: now,
				area_id: draft.area,
				// checkHelp has seen both
				topic: draft.topic as HelpTopic,
				outcome: draft.outcome as HelpOutcome,
				barrier: draft.barrier ?? '',
				staff_id: staff.id,
				staff_name: staff.name,
				volunteer_id: null,
				withdrawn_at: null
			})
			.execute();
		await writeAudit(trx, site, { ward, actor: staff, act: 'help.add', reason: `${draft.topic}/${draft.outcome}` });
		return succeed(undefined);
	});
}

async function withdrawHelp(site: Site, staff: Staff, id: string): Promise<Result<void>> {
	const { ward } = staff;
	return site.store.transact(async (trx) => {
		const { numUpdatedRows } = await trx
			.updateTable('help_case')
			.set({ withdrawn_at: site.clock() })
			.where('ward_id', '=', ward)
			.where('id', '=', id)
			.where('staff_id', '=', staff.id)
			.where('volunteer_id', 'is', null)
			.where('on_day', '=', dayAt(site.clock()))
			.where('withdrawn_at', 'is', null)
			.executeTakeFirst();
		if (numUpdatedRows !== 1n) return fail('desk.notOpen');
		await writeAudit(trx, site, { ward, actor: staff, act: 'help.withdraw' });
		return succeed(undefined);
	});
}
