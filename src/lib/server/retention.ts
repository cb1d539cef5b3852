// What goes when its time has come: first a plan that writes nothing, then the same plan carried out in small steps, and a
// proof that anybody may count again. Figures of what went stay by area.

import { dayAt, type Day } from '../domain/day.ts';
import type { DeskSession } from '../domain/desk-people.ts';
import type { Staff } from '../domain/desk.ts';
import type { AreaId, RecordId, WardId } from '../domain/id.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { countFigures, type Figures } from '../domain/report.ts';
import {
	decideCutoff,
	type RetentionChoice,
	type RetentionCounts,
	type RetentionPlan,
	type RetentionRun
} from '../domain/retention.ts';
import { ERASED } from '../sync/erase.ts';
import type { WardRecord } from '../sync/record.ts';
import { readAreas } from './area.ts';
import { REASONS_PURGED } from './audit-chain.ts';
import { writeAudit } from './audit.ts';
import { emptyLog, type Reader } from './db/open-store.ts';
import { readRecordRow } from './db/ward-row.ts';
import { inWard } from './db/ward-store.ts';
import { erase, wipeAsides } from './erase.ts';
import { countFigureTexts, wipeFigureTexts } from './figure-text.ts';
import { readRule } from './privacy-rule.ts';
import { toHousehold, toPerson, toVisit } from './record-view.ts';
import { newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';
import { hashText } from './vault.ts';

const VIETNAM_MS = 7 * 3600_000;
/** Records of one transaction: between two of them phones get their turn. */
const RECORDS_AT_ONCE = 200;
/** Acts whose reason a person has typed. */
const TYPED = ['person.reveal', 'aside.dismiss', 'aside.replay', 'request.answer', 'list.export', 'report.appendix'];

function startOf(day: Day): number {
	return Date.parse(day) - VIETNAM_MS;
}

interface Found {
	readonly records: readonly WardRecord[];
	readonly asides: number;
	readonly requests: number;
	readonly texts: number;
}

/**
 * Records to which nothing has happened since: a visit by itself; a person when none of their visits stays; a door when
 * nobody behind it does and no visit.
 */
async function find(db: Reader, ward: WardId, before: Day): Promise<Found> {
	const instant = startOf(before);
	const rows = await db
		.selectFrom('record as r')
		.innerJoin('change as c', (on) => on.onRef('c.ward_id', '=', 'r.ward_id').onRef('c.seq', '=', 'r.seq'))
		.selectAll('r')
		.select('c.at')
		.where('r.ward_id', '=', ward)
		.where('r.deleted', '=', 0)
		.orderBy('r.id')
		.execute();
	const held = new Set<string>();
	const old: WardRecord[] = [];
	// visits hold their person and door, people hold their door
	for (const table of ['visit', 'person', 'household', 'difficulty']) {
		for (const row of rows.filter((one) => one.tbl === table)) {
			const record = readRecordRow(row);
			if (row.at < instant && !held.has(record.id)) {
				old.push(record);
				continue;
			}
			for (const id of [record.fields['household'], record.fields['person']]) if (typeof id === 'string') held.add(id);
		}
	}
	const [asides, requests, texts] = await Promise.all([
		db
			.selectFrom('aside')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('ward_id', '=', ward)
			.where('at', '<', instant)
			.where('body', 'not like', '%"p":{}%')
			.executeTakeFirstOrThrow(),
		db
			.selectFrom('citizen_request')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('ward_id', '=', ward)
			.where('answered_at', '<', instant)
			.where('asker', '!=', '')
			.executeTakeFirstOrThrow(),
		countFigureTexts(db, ward, instant)
	]);
	return { records: old, asides: Number(asides.count), requests: Number(requests.count), texts };
}

function countOf({ records, asides, requests, texts }: Found): RetentionCounts {
	const of = (table: string) => records.filter((record) => record.table === table).length;
	const counts = { households: of('household'), people: of('person'), visits: of('visit') };
	return { ...counts, difficulties: of('difficulty'), asides, requests, texts };
}

function figuresOf(records: readonly WardRecord[]): Figures {
	const of = (table: string) => records.filter((record) => record.table === table);
	return countFigures(of('household').map(toHousehold), of('person').map(toPerson), of('visit').map(toVisit));
}

function hashOf(found: Found): string {
	const lines = found.records.map(({ id, v }) => `${id} ${v}`).sort();
	return hashText([...lines, `${found.asides} ${found.requests} ${found.texts}`].join('\n'));
}

function areasOf(records: readonly WardRecord[]): AreaId[] {
	return [...new Set(records.map((record) => record.area))].sort();
}

/** What would go; nothing is written. Null while the time of the campaign is not over. */
export async function planRetention(site: Site, staff: Staff, choice: RetentionChoice): Promise<RetentionPlan | null> {
	if (!isAllowed(staff.role, 'retain')) return null;
	const { db } = site.store;
	const rule = await readRule(db, staff.ward);
	const before = decideCutoff(choice, rule, dayAt(site.clock()));
	if (!before) return null;
	const found = await find(db, staff.ward, before);
	const areas = await readAreas(db, staff.ward);
	const open = ['waiting', 'returned', 'corrected'];
	return {
		before,
		counts: countOf(found),
		openVisits: found.records.filter((record) => {
			const review = record.fields['review'] as { state?: string } | undefined;
			return record.table === 'visit' && open.includes(review?.state ?? 'waiting');
		}).length,
		byArea: areasOf(found.records).map((id) => ({
			areaName: areas.find((area) => area.id === id)?.name ?? '',
			figures: figuresOf(found.records.filter((record) => record.area === id))
		})),
		hash: hashOf(found)
	};
}

/** Carries a plan out. `hash` is the plan's: what has changed since is looked at again first. */
export async function runRetention(
	site: Site,
	staff: Staff,
	session: DeskSession,
	{ choice, hash }: { readonly choice: RetentionChoice; readonly hash: string }
): Promise<Result<{ readonly id: string }>> {
	if (!isAllowed(staff.role, 'retain')) return fail('staff.notAllowed');
	if (session.freshUntil <= site.clock()) return fail('staff.freshNeeded');
	const { ward } = staff;
	const { db } = site.store;
	const before = decideCutoff(choice, await readRule(db, ward), dayAt(site.clock()));
	if (!before) return fail('field.badDay', 'endedOn');
	const found = await find(db, ward, before);
	if (hashOf(found) !== hash) return fail('desk.changedSince');
	const id = newId<string>(site);
	const label = choice.by === 'age' ? '' : choice.name.trim();
	await inWard(site.store, ward, site.clock(), async ({ trx, now }) => {
		const { seq } = await trx.selectFrom('ward').select('seq').where('id', '=', ward).executeTakeFirstOrThrow();
		const counts = JSON.stringify(countOf(found));
		await trx
			.insertInto('retention_run')
			.values({
				ward_id: ward,
				id,
				at: now,
				staff_name: staff.name,
				label,
				before_day: before,
				state: 'running',
				counts,
				hash,
				from_seq: seq,
				to_seq: seq
			})
			.execute();
		const kept = areasOf(found.records).map((area) => ({
			ward_id: ward,
			run_id: id,
			area_id: area,
			body: JSON.stringify(figuresOf(found.records.filter((record) => record.area === area)))
		}));
		if (kept.length > 0) await trx.insertInto('kept_figure').values(kept).execute();
		await writeAudit(trx, site, { ward, actor: staff, act: 'retention.run', subject: id, reason: `${before}/${hash}` });
	});
	const ids = found.records.map((record) => record.id);
	for (let start = 0; start < ids.length; start += RECORDS_AT_ONCE)
		await eraseSome(site, staff, id, ids.slice(start, start + RECORDS_AT_ONCE), startOf(before));
	await finish(site, staff, id, startOf(before));
	await emptyLog(site.store);
	return succeed({ id });
}

async function eraseSome(
	site: Site,
	staff: Staff,
	run: string,
	ids: readonly RecordId[],
	instant: number
): Promise<void> {
	await inWard(site.store, staff.ward, site.clock(), async (tx) => {
		// what somebody has written since the plan was made stays
		const rows = await tx.trx
			.selectFrom('record as r')
			.innerJoin('change as c', (on) => on.onRef('c.ward_id', '=', 'r.ward_id').onRef('c.seq', '=', 'r.seq'))
			.select('r.id')
			.where('r.ward_id', '=', tx.ward)
			.where('r.id', 'in', ids)
			.where('c.at', '<', instant)
			.execute();
		const { seq } = await erase(
			tx,
			site,
			staff,
			rows.map((row) => row.id as RecordId)
		);
		await tx.trx
			.updateTable('retention_run')
			.set({ to_seq: seq })
			.where('ward_id', '=', tx.ward)
			.where('id', '=', run)
			.execute();
	});
}

/** What is no record: entries kept aside, answered requests, texts beside figures, and reasons in the audit. */
async function finish(site: Site, staff: Staff, run: string, instant: number): Promise<void> {
	const { ward } = staff;
	await inWard(site.store, ward, site.clock(), async (tx) => {
		await wipeAsides(tx, staff, (_entry, at) => at < instant);
		await tx.trx
			.updateTable('citizen_request')
			.set({ asker: '', contact: '', detail: '', answer: null })
			.where('ward_id', '=', ward)
			.where('answered_at', '<', instant)
			.execute();
		await wipeFigureTexts(tx.trx, ward, instant);
		const last = await tx.trx
			.selectFrom('audit')
			.select(({ fn }) => fn.max('seq').as('seq'))
			.where('ward_id', '=', ward)
			.where('at', '<', instant)
			.where('act', 'in', TYPED)
			.where('reason', 'is not', null)
			.executeTakeFirst();
		if (last?.seq) {
			await tx.trx
				.updateTable('audit')
				.set({ reason: null })
				.where('ward_id', '=', ward)
				.where('at', '<', instant)
				.where('act', 'in', TYPED)
				.execute();
			await writeAudit(tx.trx, site, { ward, actor: staff, act: REASONS_PURGED, subject: String(last.seq) });
		}
		await tx.trx
			.updateTable('retention_run')
			.set({ state: 'done' })
			.where('ward_id', '=', ward)
			.where('id', '=', run)
			.execute();
	});
}

/** Of runs from before there were any. */
const NONE_YET = { texts: 0, difficulties: 0 };

/** What was carried out, latest first, each counted again. */
export async function listRuns(db: Reader, ward: WardId): Promise<RetentionRun[]> {
	const [rows, kept, areas] = await Promise.all([
		db.selectFrom('retention_run').selectAll().where('ward_id', '=', ward).orderBy('at', 'desc').limit(50).execute(),
		db.selectFrom('kept_figure').selectAll().where('ward_id', '=', ward).orderBy('area_id').execute(),
		readAreas(db, ward)
	]);
	const runs: RetentionRun[] = [];
	for (const row of rows) {
		runs.push({
			id: row.id,
			at: row.at,
			staffName: row.staff_name,
			label: row.label,
			before: row.before_day as Day,
			isDone: row.state === 'done',
			counts: { ...NONE_YET, ...(JSON.parse(row.counts) as RetentionCounts) },
			hash: row.hash,
			left: await countLeft(db, ward, row.from_seq, row.to_seq),
			byArea: kept
				.filter((one) => one.run_id === row.id)
				.map((one) => ({
					areaName: areas.find((area) => area.id === one.area_id)?.name ?? '',
					figures: JSON.parse(one.body) as Figures
				}))
		});
	}
	return runs;
}

/** Places in the store that still say something of records that went between two steps of the log. */
async function countLeft(db: Reader, ward: WardId, fromSeq: number, toSeq: number): Promise<number> {
	const gone = db
		.selectFrom('change')
		.select('record_id')
		.where('ward_id', '=', ward)
		.where('seq', '>', fromSeq)
		.where('seq', '<=', toSeq)
		.where('kind', '=', ERASED);
	const [records, steps, entries, marks] = await Promise.all([
		db
			.selectFrom('record')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('ward_id', '=', ward)
			.where('id', 'in', gone)
			.where(({ or, eb }) => or([eb('deleted', '=', 0), eb('body', '!=', '{}')]))
			.executeTakeFirstOrThrow(),
		db
			.selectFrom('change')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('ward_id', '=', ward)
			.where('record_id', 'in', gone)
			.where('seq', '<=', toSeq)
			.where(({ or, eb }) => or([eb('before', '!=', '{}'), eb('after', '!=', '{}')]))
			.executeTakeFirstOrThrow(),
		db
			.selectFrom('entry as e')
			.innerJoin('change as c', (on) => on.onRef('c.ward_id', '=', 'e.ward_id').onRef('c.entry_id', '=', 'e.id'))
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('e.ward_id', '=', ward)
			.where('c.record_id', 'in', gone)
			.where('c.seq', '<=', toSeq)
			.where('e.body', 'not like', '%"p":{}%')
			.executeTakeFirstOrThrow(),
		db
			.selectFrom('mark_row')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('ward_id', '=', ward)
			.where('record_id', 'in', gone)
			.executeTakeFirstOrThrow()
	]);
	return [records, steps, entries, marks].reduce((sum, row) => sum + Number(row.count), 0);
}
