// One's own account at the desk: the password, giving it again, the authenticator app, and where one is signed in.

import type { AccountPage, DeskSession, SessionRow } from '../domain/desk-people.ts';
import type { Staff } from '../domain/desk.ts';
import type { StaffId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { checkNewPassword } from '../domain/password.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { writeAudit } from './audit.ts';
import type { Reader, Writer } from './db/open-store.ts';
import { countTry, forgetTries, QUARTER_HOUR_MS } from './pace.ts';
import { listPasskeys, takePasskey } from './passkey.ts';
import { dropCode } from './second-step.ts';
import type { Site } from './site.ts';
import { hashPassword, verifyPassword } from './vault.ts';

/** Sessions that are open at this moment, of one member of staff or of all. */
export async function listSessions(
	db: Reader,
	ward: WardId,
	{ staff, own, now }: { readonly staff?: StaffId; readonly own: string; readonly now: number }
): Promise<SessionRow[]> {
	let query = db
		.selectFrom('session as s')
		.innerJoin('staff as t', (on) => on.onRef('t.ward_id', '=', 's.ward_id').onRef('t.id', '=', 's.staff_id'))
		.select(['s.id', 's.staff_id', 't.name', 's.agent', 's.started_at', 's.seen_at'])
		.where('s.ward_id', '=', ward)
		.where('s.stage', '=', 'open')
		.where('s.expires_at', '>', now)
		.where('s.seen_at', '>', now - LIMIT.sessionIdleMs);
	if (staff) query = query.where('s.staff_id', '=', staff);
	const rows = await query.orderBy('s.seen_at', 'desc').orderBy('s.id').execute();
	return rows.map((row) => ({
		id: row.id,
		staff: row.staff_id as StaffId,
		staffName: row.name,
		agent: row.agent,
		startedAt: row.started_at,
		seenAt: row.seen_at,
		isOwn: row.id === own
	}));
}

export async function readAccount(site: Site, staff: Staff, session: DeskSession): Promise<AccountPage> {
	const { db } = site.store;
	const [row, papers, own, sessions, passkeys] = await Promise.all([
		db
			.selectFrom('staff')
			.select(['username', 'code_set_at'])
			.where('ward_id', '=', staff.ward)
			.where('id', '=', staff.id)
			.executeTakeFirstOrThrow(),
		db
			.selectFrom('recovery_code')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('ward_id', '=', staff.ward)
			.where('staff_id', '=', staff.id)
			.executeTakeFirstOrThrow(),
		db.selectFrom('ward').select('code_required').where('id', '=', staff.ward).executeTakeFirstOrThrow(),
		listSessions(db, staff.ward, { staff: staff.id, own: session.id, now: site.clock() }),
		listPasskeys(db, staff.ward, staff.id)
	]);
	return {
		username: row.username,
		hasCode: row.code_set_at !== null,
		recoveryLeft: Number(papers.count),
		codeRequired: own.code_required === 1,
		passkeys,
		sessions
	};
}

/** The password once more, by whoever is signed in; tries are limited as at the door. */
async function checkPassword(site: Site, staff: Staff, password: string): Promise<Result<void>> {
	const { ward, id } = staff;
	const key = `fresh/${id}`;
	const limit = { ward, key, most: LIMIT.signInTriesPerQuarterHour, windowMs: QUARTER_HOUR_MS };
	const waitMs = await site.store.transact((trx) => countTry(trx, limit, site.clock()));
	if (waitMs > 0) return fail('staff.tooMany', undefined, waitMs);
	const row = await site.store.db
		.selectFrom('staff')
		.select('pw_hash')
		.where('ward_id', '=', ward)
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	if (!(await verifyPassword(row.pw_hash, password))) {
		await site.store.transact((trx) => writeAudit(trx, site, { ward, actor: staff, act: 'staff.freshFailed' }));
		return fail('staff.wrongPassword', 'password');
	}
	await site.store.transact((trx) => forgetTries(trx, ward, key));
	return succeed(undefined);
}

/** From now on and for five minutes this session may do what asks for the password again. */
export async function makeFresh(
	site: Site,
	staff: Staff,
	session: DeskSession,
	password: string
): Promise<Result<void>> {
	const right = await checkPassword(site, staff, password);
	if (right.ok) await markFresh(site.store.db, staff.ward, session, site.clock());
	return right;
}

async function markFresh(db: Reader, ward: WardId, session: DeskSession, now: number): Promise<void> {
	await db
		.updateTable('session')
		.set({ fresh_at: now })
		.where('ward_id', '=', ward)
		.where('id', '=', session.id)
		.execute();
}

/** The same by one of one's own passkeys. */
export async function makeFreshByPasskey(
	site: Site,
	staff: Staff,
	session: DeskSession,
	input: { readonly answer: string; readonly origin: string }
): Promise<Result<void>> {
	const { ward, id } = staff;
	const key = `fresh/${id}`;
	const limit = { ward, key, most: LIMIT.signInTriesPerQuarterHour, windowMs: QUARTER_HOUR_MS };
	const waitMs = await site.store.transact((trx) => countTry(trx, limit, site.clock()));
	if (waitMs > 0) return fail('staff.tooMany', undefined, waitMs);
	return site.store.transact(async (trx) => {
		const owner = await takePasskey(trx, site, { ...input, purpose: `fresh/${session.id}` });
		if (owner?.ward !== ward || owner.id !== id) return fail('staff.badPasskey');
		await forgetTries(trx, ward, key);
		await markFresh(trx, ward, session, site.clock());
		return succeed(undefined);
	});
}

/** A new password of one's own; every other session of the account ends. */
export async function changePassword(
	site: Site,
	staff: Staff,
	session: DeskSession,
	input: { readonly before: string; readonly after: string }
): Promise<Result<void>> {
	const { ward, id } = staff;
	const weak = checkNewPassword(input.after, [staff.name, staff.wardName, await readUsername(site.store.db, staff)]);
	if (weak) return fail(weak, 'password');
	if (input.after === input.before) return fail('field.badChoice', 'password');
	const right = await checkPassword(site, staff, input.before);
	if (!right.ok) return right;
	const pwHash = await hashPassword(input.after);
	await site.store.transact(async (trx) => {
		await trx
			.updateTable('staff')
			.set({ pw_hash: pwHash, must_change: 0 })
			.where('ward_id', '=', ward)
			.where('id', '=', id)
			.execute();
		await endSessions(trx, ward, id, session.id);
		await writeAudit(trx, site, { ward, actor: staff, act: 'staff.password', subject: id });
	});
	return right;
}

async function readUsername(db: Reader, { ward, id }: Staff): Promise<string> {
	const query = db.selectFrom('staff').select('username').where('ward_id', '=', ward).where('id', '=', id);
	return (await query.executeTakeFirstOrThrow()).username;
}

/** Every session of one member of staff but the one that is named. */
export async function endSessions(trx: Writer, ward: WardId, staff: string, but = ''): Promise<void> {
	await trx
		.deleteFrom('session')
		.where('ward_id', '=', ward)
		.where('staff_id', '=', staff)
		.where('id', '!=', but)
		.execute();
}

/** One session: one's own, or anybody's for who may. */
export async function endSession(site: Site, staff: Staff, session: string, isAnybody: boolean): Promise<Result<void>> {
	const { ward } = staff;
	return site.store.transact(async (trx) => {
		let query = trx.deleteFrom('session').where('ward_id', '=', ward).where('id', '=', session);
		if (!isAnybody) query = query.where('staff_id', '=', staff.id);
		const row = await query.returning('staff_id').executeTakeFirst();
		if (!row) return fail('field.badChoice', 'session');
		await writeAudit(trx, site, { ward, actor: staff, act: 'staff.endSession', subject: row.staff_id });
		return succeed(undefined);
	});
}

export async function removeOwnCode(site: Site, staff: Staff, password: string): Promise<Result<void>> {
	const right = await checkPassword(site, staff, password);
	if (!right.ok) return right;
	await site.store.transact(async (trx) => {
		await dropCode(trx, staff.ward, staff.id);
		await writeAudit(trx, site, { ward: staff.ward, actor: staff, act: 'staff.codeDropped', subject: staff.id });
	});
	return right;
}
