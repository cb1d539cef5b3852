// Requests of residents about their own data: taken in with a number and a day, then answered by doing what was asked.

import {
	checkRequest,
	dueOn,
	REQUEST_KINDS,
	REQUEST_STATES,
	type CitizenRequest,
	type RequestDraft,
	type RequestPage,
	type RequestState
} from '../domain/citizen-request.ts';
import type { Consent } from '../domain/consent.ts';
import { dayAt, type Day } from '../domain/day.ts';
import type { RequestAct, PersonChoice } from '../domain/desk-privacy.ts';
import type { Staff } from '../domain/desk.ts';
import type { AreaId, PersonId, RecordId, WardId } from '../domain/id.ts';
import { nameDoor } from '../domain/household.ts';
import { LIMIT } from '../domain/limit.ts';
import { checkNote } from '../domain/note.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import type { Fields } from '../sync/record.ts';
import { writeAudit } from './audit.ts';
import { writePerson } from './correct.ts';
import { emptyLog, type Reader } from './db/open-store.ts';
import type { PeopleTables } from './db/schema-people.ts';
import { inWard, type KyselyWardTx } from './db/ward-store.ts';
import { erase, strip } from './erase.ts';
import { readRule } from './privacy-rule.ts';
import { readRecords, toHousehold, toPerson } from './record-view.ts';
import { listOrNone } from './search.ts';
import { newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';

export async function namePeople(db: Reader, ward: WardId, ids: readonly string[]): Promise<PersonChoice[]> {
	const records = await readRecords(db, ward, ids);
	const people = ids.flatMap((id) => {
		const record = records.get(id);
		return record?.table === 'person' ? [toPerson(record)] : [];
	});
	const doors = await readRecords(
		db,
		ward,
		people.map((person) => person.household)
	);
	return people.map((person) => {
		const door = doors.get(person.household);
		return { person, v: records.get(person.id)!.v, door: door ? nameDoor(toHousehold(door)) : '' };
	});
}

async function toRequests(
	db: Reader,
	ward: WardId,
	rows: readonly PeopleTables['citizen_request'][]
): Promise<CitizenRequest[]> {
	const people = await namePeople(
		db,
		ward,
		rows.flatMap((row) => row.person_id ?? [])
	);
	const byId = new Map<string | null, PersonChoice>(people.map((choice) => [choice.person.id, choice]));
	return rows.map((row) => {
		const found = byId.get(row.person_id);
		return {
			id: row.id,
			number: row.number,
			kind: REQUEST_KINDS.find((kind) => kind === row.kind) ?? 'view',
			person: row.person_id as PersonId | null,
			personName: found?.person.name ?? null,
			door: found?.door ?? null,
			asker: row.asker,
			contact: row.contact,
			detail: row.detail,
			receivedAt: row.received_at,
			receivedName: row.received_name,
			dueOn: row.due_on as Day,
			state: REQUEST_STATES.find((state) => state === row.state) ?? 'open',
			answeredAt: row.answered_at,
			answeredName: row.answered_name,
			answer: row.answer
		};
	});
}

function selectRequests(db: Reader, { ward, id }: Staff, within: readonly AreaId[] | null) {
	const query = db.selectFrom('citizen_request as q').where('q.ward_id', '=', ward);
	if (!within) return query;
	// whoever is confined sees those about people of their areas, and those that they took in
	return query.where(({ or, eb, exists, selectFrom }) =>
		or([
			eb('q.received_by', '=', id),
			exists(
				selectFrom('record as r')
					.select('r.id')
					.where('r.ward_id', '=', ward)
					.whereRef('r.id', '=', 'q.person_id')
					.where('r.area_id', 'in', listOrNone(within))
			)
		])
	);
}

/** What is open by the day on which it is due, the rest latest first; a page behind the request `after`. */
export async function listRequests(
	db: Reader,
	staff: Staff,
	within: readonly AreaId[] | null,
	state: 'open' | 'closed',
	after: string | null
): Promise<RequestPage> {
	const last = after
		? await db
				.selectFrom('citizen_request')
				.select(['due_on', 'number'])
				.where('ward_id', '=', staff.ward)
				.where('id', '=', after)
				.executeTakeFirst()
		: undefined;
	let query = selectRequests(db, staff, within).where('q.state', state === 'open' ? '=' : '!=', 'open');
	if (state === 'open') {
		if (last)
			query = query.where(({ or, and, eb }) =>
				or([
					eb('q.due_on', '>', last.due_on),
					and([eb('q.due_on', '=', last.due_on), eb('q.number', '>', last.number)])
				])
			);
		query = query.orderBy('q.due_on').orderBy('q.number');
	} else {
		if (last) query = query.where('q.number', '<', last.number);
		query = query.orderBy('q.number', 'desc');
	}
	const rows = await query
		.selectAll('q')
		.limit(LIMIT.listRows + 1)
		.execute();
	const shown = rows.slice(0, LIMIT.listRows);
	return {
		rows: await toRequests(db, staff.ward, shown),
		next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null
	};
}

/** One request with whom it is about; leaves an audit line. */
export async function readRequest(
	site: Site,
	staff: Staff,
	within: readonly AreaId[] | null,
	id: string
): Promise<{ readonly request: CitizenRequest; readonly about: PersonChoice | null } | null> {
	return site.store.transact(async (trx) => {
		const row = await selectRequests(trx, staff, within).selectAll('q').where('q.id', '=', id).executeTakeFirst();
		if (!row) return null;
		const [request] = await toRequests(trx, staff.ward, [row]);
		const [about] = row.person_id ? await namePeople(trx, staff.ward, [row.person_id]) : [];
		await writeAudit(trx, site, { ward: staff.ward, actor: staff, act: 'request.read', subject: id });
		return { request: request!, about: about ?? null };
	});
}

export async function addRequest(
	site: Site,
	staff: Staff,
	draft: RequestDraft
): Promise<Result<{ readonly id: string }>> {
	if (!isAllowed(staff.role, 'request')) return fail('staff.notAllowed');
	const [found] = checkRequest(draft);
	if (found) return failWith(found);
	const [secret] = draft.detail ? checkNote(draft.detail) : [];
	if (secret) return failWith({ ...secret, at: 'detail' });
	const { ward } = staff;
	const id = newId<string>(site);
	const rule = await readRule(site.store.db, ward);
	return inWard(site.store, ward, site.clock(), async ({ trx, now }) => {
		if (draft.person && (await namePeople(trx, ward, [draft.person])).length === 0)
			return fail('field.badChoice', 'person');
		const last = await trx
			.selectFrom('citizen_request')
			.select(({ fn }) => fn.max('number').as('number'))
			.where('ward_id', '=', ward)
			.executeTakeFirst();
		await trx
			.insertInto('citizen_request')
			.values({
				ward_id: ward,
				id,
				number: (last?.number ?? 0) + 1,
				kind: draft.kind,
				person_id: draft.person,
				asker: draft.asker.trim(),
				contact: draft.contact.trim(),
				detail: draft.detail.trim(),
				received_at: now,
				received_by: staff.id,
				received_name: staff.name,
				due_on: dueOn(dayAt(now), new Set(rule.daysOff)),
				state: 'open',
				answered_at: null,
				answered_name: null,
				answer: null
			})
			.execute();
		await writeAudit(trx, site, { ward, actor: staff, act: 'request.add', subject: id, reason: draft.kind });
		return succeed({ id });
	});
}

/** Does what was asked, or says why not, and closes the request; all of it or nothing. */
export async function answerRequest(
	site: Site,
	staff: Staff,
	within: readonly AreaId[] | null,
	id: string,
	{ act, answer }: { readonly act: RequestAct; readonly answer: string }
): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'rights')) return fail('staff.notAllowed');
	const text = answer.trim();
	if (text === '') return fail('field.required', 'answer');
	const [wrong] = checkNote(text);
	if (wrong) return failWith({ ...wrong, at: 'answer' });
	const { ward } = staff;
	const done = await inWard(site.store, ward, site.clock(), async (tx): Promise<Result<void>> => {
		const row = await selectRequests(tx.trx, staff, within).selectAll('q').where('q.id', '=', id).executeTakeFirst();
		if (!row || row.state !== 'open') return fail('desk.notOpen');
		const carried = await carryOut(tx, site, staff, row, act);
		if (!carried.ok) return carried;
		const state: RequestState = act.do === 'refuse' ? 'refused' : 'done';
		await tx.trx
			.updateTable('citizen_request')
			.set({ state, answered_at: tx.now, answered_name: staff.name, answer: text })
			.where('ward_id', '=', ward)
			.where('id', '=', id)
			.execute();
		await writeAudit(tx.trx, site, {
			ward,
			actor: staff,
			act: 'request.answer',
			subject: id,
			reason: `${row.kind}/${act.do}`
		});
		return succeed(undefined);
	});
	if (done.ok && act.do === 'erase') await emptyLog(site.store);
	return done;
}

async function carryOut(
	tx: KyselyWardTx,
	site: Site,
	staff: Staff,
	row: PeopleTables['citizen_request'],
	act: RequestAct
): Promise<Result<void>> {
	if (act.do === 'answer' || act.do === 'refuse') return succeed(undefined);
	const person = row.person_id ? await tx.readRecord(row.person_id as RecordId) : null;
	if (!person || person.deleted || person.table !== 'person') return fail('field.badChoice', 'person');
	if (act.do === 'erase') {
		const visits = await tx.trx
			.selectFrom('visit_row')
			.select('id')
			.where('ward_id', '=', tx.ward)
			.where('person_id', '=', person.id)
			.execute();
		await strip(
			tx,
			site,
			staff,
			visits.map((visit) => visit.id as RecordId)
		);
		await erase(tx, site, staff, [person.id]);
		return succeed(undefined);
	}
	const changes = act.do === 'withdraw' ? withdrawn(person.fields) : act.fields;
	return writePerson(tx, site, staff, { person, v: act.v, changes });
}

/** Phone and reminders go; that the name may be kept is another matter, which only erasing ends. */
function withdrawn(fields: Fields): Fields {
	const consent = fields['consent'] as Consent | undefined;
	return { phone: null, ...(consent ? { consent: { ...consent, phone: false, remind: false } } : {}) };
}
