// What lies around the records of a made-up ward after a long campaign: conflicts, entries kept aside, numbers that two
// share, the audit, phones, mobile sessions, people helped at a table, requests of residents. As much for each person in
// a small ward as in a large one, so that a list may be compared between the two.

import { sql } from 'kysely';
import { addDays, dayAt } from '../../src/lib/domain/day.ts';
import { makeId } from '../../src/lib/domain/id.ts';
import { HELP_OUTCOMES, HELP_TOPICS, OUTREACH_CHANNELS, OUTREACH_PLACES } from '../../src/lib/domain/outreach.ts';
import { appendLine, type AuditRow } from '../../src/lib/server/audit-chain.ts';
import { insertRows } from '../../src/lib/server/db/insert-rows.ts';
import type { Database } from '../../src/lib/server/db/schema.ts';
import { fillSharedMarks } from '../../src/lib/server/db/shared-mark-fill.ts';
import type { Site } from '../../src/lib/server/site.ts';
import type { WardRecord } from '../../src/lib/sync/record.ts';
import { makeChance, type MadeWard } from '../fixtures/made-ward.ts';

const ROWS_AT_ONCE = 200;
const DAY_MS = 24 * 3600_000;

/** For a thousand people. */
const SHARES = {
	conflicts: 20,
	asides: 20,
	audit: 1_000,
	help: 300,
	events: 10,
	sessions: 2,
	volunteers: 2,
	requests: 5,
	/** Pairs with one number, and as many with one name and day of birth. */
	twins: 10
};

/** Writes it; the ward is one that `makeWard` made. */
export async function makeAround(site: Site, made: MadeWard, people: number): Promise<void> {
	const chance = makeChance(people);
	const { ward } = made;
	const now = site.clock();
	const base = { ward_id: ward as string };
	const count = (share: number) => Math.ceil((people / 1_000) * share);
	const id = () => makeId<string>(now - chance.below(60 * DAY_MS), chance.bytes);
	const all = [...made.records.values()];
	const persons = all.filter((record) => record.table === 'person');
	const visits = all.filter((record) => record.table === 'visit');
	const day = (spread: number) => addDays(dayAt(now), -chance.below(spread));
	const at = () => now - chance.below(60 * DAY_MS);

	const volunteers = Array.from({ length: count(SHARES.volunteers) }, (_, nth) => {
		return { ...base, id: id(), name: `Tình Nguyện Thử ${nth}`, role: 'volunteer', created_at: at(), left_at: null };
	});
	await write(site, 'volunteer', volunteers);
	await write(
		site,
		'assignment',
		volunteers.map((row) => ({ ...base, volunteer_id: row.id, area_id: chance.pick(made.quarters).id, until_on: '' }))
	);
	await write(
		site,
		'device',
		volunteers.map((row) => makeDevice(base.ward_id, row.id, id(), at()))
	);
	const settled = { decided_by: 'x', decided_at: now, choice: 'keep', note: null };
	const open = { decided_by: null, decided_at: null, choice: null, note: null };
	await write(
		site,
		'conflict',
		Array.from({ length: count(SHARES.conflicts) }, (_, nth) => ({
			...base,
			entry_id: id(),
			record_id: chance.pick(persons).id,
			field: chance.pick(['presence', 'birth', 'card']),
			kept: '"home"',
			other: '"away"',
			actor: `${chance.pick(volunteers).id}/x`,
			at: at(),
			state: nth % 2 ? 'open' : 'settled',
			...(nth % 2 ? open : settled)
		}))
	);
	await write(
		site,
		'aside',
		Array.from({ length: count(SHARES.asides) }, (_, nth) => {
			const entry = makeAsideEntry(id(), chance.pick(visits), nth);
			return {
				...base,
				seq: nth + 1,
				entry_id: entry.id,
				cid: 'made-up',
				n: nth,
				actor: `${chance.pick(volunteers).id}/x`,
				why: chance.pick(['entry.unknownKind', 'field.tooLong']),
				parent_id: null,
				body: JSON.stringify(entry),
				at: at(),
				state: nth % 2 ? 'open' : 'settled',
				...(nth % 2 ? open : settled)
			};
		})
	);
	await writeAuditLines(site, ward, count(SHARES.audit), (nth) => ({
		...base,
		id: id(),
		// in the order of time, as a chain is
		at: now - (count(SHARES.audit) - nth) * 1_000,
		actor_id: chance.pick(volunteers).id,
		actor_name: 'Cán bộ Thử',
		act: 'visit.read',
		subject: chance.pick(visits).id,
		reason: null
	}));
	await write(
		site,
		'help_case',
		Array.from({ length: count(SHARES.help) }, () => ({
			...base,
			id: id(),
			on_day: day(60),
			at: at(),
			area_id: chance.pick(made.quarters).id,
			topic: chance.pick(HELP_TOPICS),
			outcome: chance.pick(HELP_OUTCOMES),
			barrier: '',
			staff_id: 'x',
			staff_name: 'Cán bộ Thử',
			volunteer_id: null,
			withdrawn_at: null
		}))
	);
	await write(
		site,
		'outreach_event',
		Array.from({ length: count(SHARES.events) }, () => ({
			...base,
			id: id(),
			on_day: day(60),
			area_id: chance.pick(made.quarters).id,
			place: chance.pick(OUTREACH_PLACES),
			channel: chance.pick(OUTREACH_CHANNELS),
			topic: 'Họp tổ thử',
			materials: '',
			audience: 40,
			households: 20,
			helped: 5,
			follow_ups: 2,
			staff_name: 'Cán bộ Thử',
			volunteer_id: null,
			withdrawn_at: null
		}))
	);
	await write(
		site,
		'mobile_session',
		Array.from({ length: count(SHARES.sessions) }, (_, nth) => ({
			...base,
			id: id(),
			place: `Nhà văn hóa thử ${nth}`,
			area_id: chance.pick(made.quarters).id,
			on_day: addDays(dayAt(now), nth % 30),
			from_at: '08:00',
			to_at: '11:00',
			slot_minutes: 15,
			per_slot: 2,
			changed_at: now,
			staff_name: 'Cán bộ Thử',
			cancelled_at: null
		}))
	);
	await write(
		site,
		'citizen_request',
		Array.from({ length: count(SHARES.requests) }, (_, nth) => ({
			...base,
			id: id(),
			number: nth + 1,
			kind: 'view',
			person_id: chance.pick(persons).id,
			asker: 'Người Hỏi Thử',
			contact: 'đến tận nơi',
			detail: '',
			received_at: at(),
			received_by: 'x',
			received_name: 'Cán bộ Thử',
			due_on: day(10),
			state: nth % 2 ? 'open' : 'done',
			answered_at: null,
			answered_name: null,
			answer: null
		}))
	);
	await markPeople(site, ward, count(SHARES.twins));
	await spreadVisits(site, ward, volunteers);
	await sql`analyze`.execute(site.store.db);
}

/** Everybody has a number and a day of birth, and some share them. */
async function markPeople(site: Site, ward: string, pairs: number): Promise<void> {
	const { db } = site.store;
	await sql`update person_row set id_index = 'n' || id, twin = search || '|' || id where ward_id = ${ward}`.execute(db);
	const rows = await db.selectFrom('person_row').select('id').where('ward_id', '=', ward).orderBy('id').execute();
	const ids = rows.map((row) => row.id);
	const step = Math.floor(ids.length / (pairs * 4));
	for (let nth = 0; nth < pairs * 2; nth++) {
		const [one, other] = [ids[nth * 2 * step]!, ids[nth * 2 * step + 1]!];
		const mark = nth % 2 ? { id_index: `n${one}` } : { twin: `t${one}` };
		await db.updateTable('person_row').set(mark).where('ward_id', '=', ward).where('id', 'in', [one, other]).execute();
	}
	// what the program would have written with them
	await fillSharedMarks(db, ward);
}

/** Visits are of somebody, and some that were sent back wait long. */
async function spreadVisits(site: Site, ward: string, volunteers: readonly { id: string }[]): Promise<void> {
	const { db } = site.store;
	for (const [nth, { id }] of volunteers.entries()) {
		await sql`update visit_row set volunteer_id = ${id}
			where ward_id = ${ward} and rowid % ${volunteers.length} = ${nth}`.execute(db);
	}
	// they came in one after the other, as from phones
	await sql`update visit_row set received_at = seen_at + rowid % 1000 where ward_id = ${ward}`.execute(db);
	await sql`update visit_row set returned_on = seen_on where ward_id = ${ward} and review_state = 'returned'`.execute(
		db
	);
}

/** By the chain itself: a week of the audit proves its lines, and lines that were put in would end the proof early. */
async function writeAuditLines(site: Site, ward: string, lines: number, make: (nth: number) => AuditRow) {
	const of = site.store.of(ward);
	for (let start = 0; start < lines; start += ROWS_AT_ONCE) {
		await of.transact(async (trx) => {
			for (let nth = start; nth < Math.min(lines, start + ROWS_AT_ONCE); nth++)
				await appendLine(trx, site.vault, make(nth));
		});
	}
}

function makeDevice(ward: string, volunteer: string, id: string, at: number): Database['device'] {
	return {
		ward_id: ward,
		id,
		volunteer_id: volunteer,
		public_key: id,
		cid: id,
		joined_at: at,
		pledged_at: at,
		pledge_wording: 1,
		seen_at: at,
		waiting: 0,
		waiting_since: null,
		app_version: null,
		revoked_at: null,
		deposited: 0,
		fresh_seq: 0,
		held: null,
		pace_at: 0,
		pace_count: 0
	} as unknown as Database['device'];
}

function makeAsideEntry(id: string, visit: WardRecord, nth: number) {
	return { id, e: visit.id, n: nth, sv: 1, k: 'visit.set', bv: 0, t: '', p: { household: visit.fields['household'] } };
}

async function write<Table extends keyof Database>(site: Site, table: Table, rows: readonly unknown[]): Promise<void> {
	for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
		const some = rows.slice(start, start + ROWS_AT_ONCE) as Database[Table][];
		await site.store.transact((trx) => insertRows(trx, table, some));
	}
}
