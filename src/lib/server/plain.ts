// Visits of the list that are plain (`domain/plain.ts`), and the ward's word on several of them at once.

import { dayAt } from '../domain/day.ts';
import type { Staff, VisitRow } from '../domain/desk.ts';
import type { EntryId, VolunteerId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { listDoubts, type Approved, type Seen } from '../domain/plain.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { decideVisit } from '../sync/ward.ts';
import { readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import type { Reader } from './db/open-store.ts';
import { inWard } from './db/ward-store.ts';
import { listOrNone } from './search.ts';
import { makeWardTools, newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';
import { readVisitRows } from './visit-row.ts';

/** Those of the rows that nothing speaks against, as they are on the screen. */
export async function choosePlain(db: Reader, ward: WardId, rows: readonly VisitRow[]): Promise<Seen[]> {
	if (rows.length === 0) return [];
	const [inConflict, knocks] = await Promise.all([readInConflict(db, ward, rows), readKnocks(db, ward, rows)]);
	return rows.flatMap(({ visit, v, household, receivedAt }) => {
		const around = {
			receivedAt,
			hasConflict: [visit.id, visit.person, household.id].some((id) => id !== undefined && inConflict.has(id)),
			others: knocks.filter((knock) => knock.by === visit.by && knock.id !== visit.id)
		};
		return listDoubts(visit, around).length === 0 ? [{ id: visit.id, v }] : [];
	});
}

async function readInConflict(db: Reader, ward: WardId, rows: readonly VisitRow[]): Promise<ReadonlySet<string>> {
	const ids = rows.flatMap(({ visit, household }) => [visit.id, visit.person ?? [], household.id].flat());
	const found = await db
		.selectFrom('conflict')
		.select('record_id')
		.where('ward_id', '=', ward)
		.where('record_id', 'in', listOrNone([...new Set<string>(ids)]))
		.where('state', '=', 'open')
		.execute();
	return new Set(found.map((row) => row.record_id));
}

/** Whatever the same hands wrote around the time of these visits. */
async function readKnocks(db: Reader, ward: WardId, rows: readonly VisitRow[]) {
	const days = rows.flatMap(({ visit: { seenAt } }) =>
		[seenAt - LIMIT.plainPaceMs, seenAt, seenAt + LIMIT.plainPaceMs].map(dayAt)
	);
	const hands = rows.flatMap(({ visit }) => (visit.by === undefined ? [] : [visit.by as VolunteerId]));
	const found = await db
		.selectFrom('visit_row')
		.select(['id', 'volunteer_id', 'household_id', 'seen_at'])
		.where('ward_id', '=', ward)
		.where('seen_on', 'in', listOrNone([...new Set(days)]))
		.where('volunteer_id', 'in', listOrNone([...new Set(hands)]))
		.execute();
	return found.map((row) => ({
		id: row.id,
		by: row.volunteer_id ?? '',
		household: row.household_id as VisitRow['household']['id'],
		seenAt: row.seen_at
	}));
}

/**
 * Approves what is on the screen as plain and still is, each with its own line. What somebody else decided or changed
 * meanwhile, and what is plain no more, is left as it is and counted.
 */
export async function approvePlain(site: Site, staff: Staff, seen: readonly Seen[]): Promise<Result<Approved>> {
	if (!isAllowed(staff.role, 'review')) return fail('staff.notAllowed');
	if (seen.length === 0) return fail('field.required', 'visit');
	if (seen.length > LIMIT.listRows) return fail('field.tooLong', 'visit');
	const { ward } = staff;
	const now = site.clock();
	return inWard(site.store, ward, now, async (tx) => {
		const ids = [...new Set(seen.map((one) => one.id))];
		const rows = await readVisitRows(tx.trx, ward, ids, await readAreas(tx.trx, ward));
		const plain = new Map((await choosePlain(tx.trx, ward, rows)).map(({ id, v }) => [id, v]));
		const tools = makeWardTools(site, ward, now);
		let approved = 0;
		for (const id of ids) {
			const v = seen.find((one) => one.id === id)?.v;
			if (v === undefined || plain.get(id) !== v) continue;
			const input = { visit: id, v, act: { act: 'approve' }, entry: newId<EntryId>(site) } as const;
			const decided = await decideVisit(tx, input, { id: staff.id, name: staff.name }, tools);
			if (!decided.ok) continue;
			await writeAudit(tx.trx, site, { ward, actor: staff, act: 'visit.approvePlain', subject: id });
			approved++;
		}
		return succeed({ approved, left: ids.length - approved });
	});
}
