// What goes when its time has come: a plan (retention-plan.ts) carried out in small steps. Figures of what went stay by
// area.

import { dayAt } from '../domain/day.ts';
import type { DeskSession } from '../domain/desk-people.ts';
import type { Staff } from '../domain/desk.ts';
import type { RecordId } from '../domain/id.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { decideCutoff, type RetentionChoice } from '../domain/retention.ts';
import { REASONS_PURGED } from './audit-chain.ts';
import { writeAudit } from './audit.ts';
import { emptyLog } from './db/open-store.ts';
import { inWard } from './db/ward-store.ts';
import { erase, wipeAsides } from './erase.ts';
import { wipeFigureTexts } from './figure-text.ts';
import { readRule } from './privacy-rule.ts';
import { areasOf, countOf, figuresOf, findOld, hashOf, startOf } from './retention-plan.ts';
import { newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';

/** Records of one transaction: between two of them phones get their turn. */
const RECORDS_AT_ONCE = 200;
/** Acts whose reason a person has typed. */
const TYPED = ['person.reveal', 'aside.dismiss', 'aside.replay', 'request.answer', 'list.export', 'report.appendix'];

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
	const found = await findOld(db, ward, before);
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
