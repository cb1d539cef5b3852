// Who did what at the desk: one line per act, written in the transaction of the act, never changed. A line holds ids
// and codes; names are looked up when it is read, so that a purge leaves nothing behind (ASVS 16.2.5).

import { nameRequest } from '../domain/citizen-request.ts';
import { dayAt } from '../domain/day.ts';
import type { AuditLine } from '../domain/desk.ts';
import { nameDoor } from '../domain/household.ts';
import type { WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { appendLine, type AuditRow } from './audit-chain.ts';
import type { Reader, Writer } from './db/open-store.ts';
import { newId, type Site } from './site.ts';

export const AUDIT_ACTS = [
	'ward.init',
	'ward.timeTravel',
	'ward.restore',
	'ward.move',
	'staff.add',
	'staff.signIn',
	'staff.signInFailed',
	'staff.signOut',
	'staff.codeFailed',
	'staff.codeSet',
	'staff.codeDropped',
	'staff.passkeyAdd',
	'staff.passkeyRemove',
	'staff.passkeyFailed',
	'staff.freshFailed',
	'staff.password',
	'staff.endSession',
	'staff.role',
	'staff.disable',
	'staff.enable',
	'ward.codeOn',
	'ward.codeOff',
	'request.add',
	'request.read',
	'request.answer',
	'privacy.rule',
	'retention.run',
	'breach.open',
	'breach.step',
	'audit.export',
	'audit.purge',
	'volunteer.add',
	'volunteer.leave',
	'visit.read',
	'visit.approve',
	'visit.approvePlain',
	'visit.return',
	'filter.save',
	'filter.drop',
	'review.rule',
	'household.read',
	'person.reveal',
	'person.correct',
	'twin.merge',
	'twin.apart',
	'twin.undo',
	'invite.make',
	'device.join',
	'device.revoke',
	'badge.issue',
	'badge.revoke',
	'difficulty.answer',
	'referral.answer',
	'referral.rule',
	'conflict.read',
	'conflict.decide',
	'aside.read',
	'aside.replay',
	'aside.correct',
	'aside.dismiss',
	'volunteer.assign',
	'household.move',
	'household.callers',
	'area.add',
	'area.write',
	'area.move',
	'lane.order',
	'lane.hold',
	'lane.drop',
	'content.publish',
	'content.book',
	'content.film',
	'rescue.import',
	'list.import',
	'list.undo',
	'list.report',
	'campaign.write',
	'reported.add',
	'reported.withdraw',
	'report.make',
	'report.write',
	'report.export',
	'report.appendix',
	'list.export',
	'session.write',
	'session.cancel',
	'session.read',
	'session.book',
	'session.move',
	'session.free',
	'outreach.add',
	'outreach.withdraw',
	'help.add',
	'help.withdraw',
	'export.token',
	'export.revoke',
	'export.read'
] as const;
export type AuditAct = (typeof AUDIT_ACTS)[number];

/** Who the audit says it was: whoever may run programs on this machine. */
export const OPERATOR = { id: 'operator', name: 'Người vận hành máy chủ' };

export interface Act {
	readonly ward: WardId;
	/** A member of staff, a volunteer, or the operator at the machine. */
	readonly actor: { readonly id: string; readonly name: string };
	readonly act: AuditAct;
	readonly subject?: string | null;
	readonly reason?: string | null;
}

export async function writeAudit(trx: Writer, site: Site, act: Act): Promise<void> {
	await appendLine(trx, site.vault, {
		ward_id: act.ward,
		id: newId(site),
		at: site.clock(),
		actor_id: act.actor.id,
		actor_name: act.actor.name,
		act: act.act,
		subject: act.subject ?? null,
		reason: act.reason ?? null
	});
}

/** Lines before an instant, newest first; of everybody or of one. */
export async function listAudit(
	db: Reader,
	ward: WardId,
	before: number | undefined,
	actor?: string
): Promise<AuditLine[]> {
	let query = db.selectFrom('audit').selectAll().where('ward_id', '=', ward);
	if (actor !== undefined) query = query.where('actor_id', '=', actor);
	if (before !== undefined) query = query.where('at', '<', before);
	const rows = await query.orderBy('at', 'desc').orderBy('seq', 'desc').limit(LIMIT.listRows).execute();
	return nameLines(db, ward, rows);
}

/** Subjects of one question to the store: far below what either database takes. */
const SUBJECTS_AT_ONCE = 1_000;

/** Lines as a reader sees them, in the order of the rows. */
export async function nameLines(db: Reader, ward: WardId, rows: readonly AuditRow[]): Promise<AuditLine[]> {
	const subjects = [...new Set(rows.flatMap((row) => row.subject ?? []))];
	const names = new Map<string, string>();
	for (let start = 0; start < subjects.length; start += SUBJECTS_AT_ONCE) {
		const named = await nameSubjects(db, ward, subjects.slice(start, start + SUBJECTS_AT_ONCE));
		for (const [id, name] of named) names.set(id, name);
	}
	return rows.map((row) => ({
		at: row.at,
		actorName: row.actor_name,
		act: row.act,
		subject: row.subject === null ? null : (names.get(row.subject) ?? row.subject),
		reason: row.reason
	}));
}

/** What a reader may call the subjects: the door of a visit, person or household; the name of an area, of staff or a volunteer. */
async function nameSubjects(db: Reader, ward: WardId, ids: readonly string[]): Promise<Map<string, string>> {
	const names = new Map<string, string>();
	if (ids.length === 0) return names;
	const [requests, areas, staff, volunteers, devices, records] = await Promise.all([
		db
			.selectFrom('citizen_request')
			.select(['id', 'number', 'received_at'])
			.where('ward_id', '=', ward)
			.where('id', 'in', ids)
			.execute(),
		db.selectFrom('area').select(['id', 'name']).where('ward_id', '=', ward).where('id', 'in', ids).execute(),
		db.selectFrom('staff').select(['id', 'name']).where('ward_id', '=', ward).where('id', 'in', ids).execute(),
		db.selectFrom('volunteer').select(['id', 'name']).where('ward_id', '=', ward).where('id', 'in', ids).execute(),
		db
			.selectFrom('device as d')
			.innerJoin('volunteer as v', (on) => on.onRef('v.ward_id', '=', 'd.ward_id').onRef('v.id', '=', 'd.volunteer_id'))
			.select(['d.id', 'v.name'])
			.where('d.ward_id', '=', ward)
			.where('d.id', 'in', ids)
			.execute(),
		db
			.selectFrom('record')
			.select(['id', 'tbl', 'area_id', 'body'])
			.where('ward_id', '=', ward)
			.where('id', 'in', ids)
			.where('deleted', '=', 0)
			.execute()
	]);
	for (const row of [...areas, ...staff, ...volunteers, ...devices]) names.set(row.id, row.name);
	for (const row of requests) names.set(row.id, nameRequest(row.number, dayAt(row.received_at)));
	const doors = new Map<string, string>();
	const asked = records.filter((row) => row.tbl === 'difficulty');
	if (asked.length > 0) {
		const all = await db.selectFrom('area').select(['id', 'name']).where('ward_id', '=', ward).execute();
		for (const row of asked) names.set(row.id, all.find(({ id }) => id === row.area_id)?.name ?? row.id);
	}
	for (const row of records) {
		const fields = JSON.parse(row.body) as { household?: string; lane?: string; number?: string };
		doors.set(row.id, row.tbl === 'household' ? row.id : (fields.household ?? ''));
	}
	const missing = [...new Set(doors.values())].filter(Boolean);
	if (missing.length === 0) return names;
	const households = await db
		.selectFrom('record')
		.select(['id', 'body'])
		.where('ward_id', '=', ward)
		.where('id', 'in', missing)
		// what was erased has no name any more
		.where('deleted', '=', 0)
		.execute();
	const doorNames = new Map(
		households.map((row) => [row.id, nameDoor(JSON.parse(row.body) as { lane: string; number: string })])
	);
	for (const [id, household] of doors) {
		const name = doorNames.get(household);
		if (name) names.set(id, name);
	}
	return names;
}
