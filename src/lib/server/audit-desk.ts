// The audit for whoever leads: one week in numbers, and the lines as a file. Taking the file out is an act of its own.

import { lastWeek, mondayOf, sumWeek, type AuditWeek } from '../domain/audit-week.ts';
import { addDays, dayAt, formatClock, formatDay, type Day } from '../domain/day.ts';
import type { DeskSession } from '../domain/desk-people.ts';
import type { Staff } from '../domain/desk.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { nameLines, writeAudit } from './audit.ts';
import { makeCsv } from './csv.ts';
import type { Reader } from './db/open-store.ts';
import type { ProvedChains } from './proved-chains.ts';
import type { Site } from './site.ts';
import { isAllowed } from './staff.ts';

const VIETNAM_MS = 7 * 3600_000;
/** Lines in one file: a year of a large ward. */
const EXPORT_LINES = 200_000;
const MOST_LINES = 500;

/** The instant at which a day begins in Vietnam. */
function startOf(day: Day): number {
	return Date.parse(day) - VIETNAM_MS;
}

/** The week of a day, or the last whole one; null for whoever does not lead. */
export async function readWeek(
	site: Site,
	chains: ProvedChains,
	staff: Staff,
	day: Day | null
): Promise<AuditWeek | null> {
	if (!isAllowed(staff.role, 'oversee')) return null;
	const { db } = site.store;
	const { ward } = staff;
	const from = day ? mondayOf(day) : lastWeek(site.clock());
	const to = addDays(from, 6);
	const within = selectLines(db, staff, from, to);
	const [counts, rows, { lines, brokenAt }] = await Promise.all([
		within
			.select(({ fn }) => ['actor_id', 'actor_name', 'act', fn.countAll<number>().as('count')])
			.groupBy(['actor_id', 'actor_name', 'act'])
			.execute(),
		within
			.selectAll()
			.where((is) => is.or([is('act', '=', 'person.reveal'), is('act', 'like', '%.export')]))
			.orderBy('seq', 'desc')
			.limit(MOST_LINES)
			.execute(),
		chains.check(site, ward)
	]);
	return {
		from,
		to,
		people: sumWeek(
			counts.map((row) => ({ id: row.actor_id, name: row.actor_name, act: row.act, count: Number(row.count) }))
		),
		lines: await nameLines(db, ward, rows),
		chain: { lines, brokenAt }
	};
}

function selectLines(db: Reader, { ward }: Staff, from: Day, to: Day) {
	return db
		.selectFrom('audit')
		.where('ward_id', '=', ward)
		.where('at', '>=', startOf(from))
		.where('at', '<', startOf(addDays(to, 1)));
}

/** The lines of some days as CSV, for whoever leads and has just given the password. */
export async function exportAudit(
	site: Site,
	staff: Staff,
	session: DeskSession,
	{ from, to }: { readonly from: Day; readonly to: Day }
): Promise<Result<{ readonly name: string; readonly text: string }>> {
	if (!isAllowed(staff.role, 'oversee')) return fail('staff.notAllowed');
	if (session.freshUntil <= site.clock()) return fail('staff.freshNeeded');
	if (from > to) return fail('field.badDay', 'to');
	const { db } = site.store;
	const rows = await selectLines(db, staff, from, to).selectAll().orderBy('seq').limit(EXPORT_LINES).execute();
	const lines = await nameLines(db, staff.ward, rows);
	await site.store.transact((trx) =>
		writeAudit(trx, site, {
			ward: staff.ward,
			actor: staff,
			act: 'audit.export',
			reason: `${from}/${to}/${rows.length}`
		})
	);
	const table = lines.map((line, index) => {
		const row = rows[index]!;
		const at = `${formatDay(dayAt(line.at))} ${formatClock(line.at)}`;
		return [String(row.seq), at, line.actorName, line.act, line.subject ?? '', line.reason ?? '', row.head];
	});
	const head = ['seq', 'at', 'who', 'act', 'subject', 'reason', 'head'];
	return succeed({ name: `audit-${from}-${to}.csv`, text: makeCsv([head, ...table]) });
}
