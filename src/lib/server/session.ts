// Signing in at the desk. A session is a random token that only its hash remembers; unknown names, wrong passwords and
// closed accounts get the same answer after the same work (security.md 5.1, 5.3).

import { STAFF_ROLES, type Staff, type StaffRole } from '../domain/desk.ts';
import { isId, type StaffId, type WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { writeAudit } from './audit.ts';
import { countTry, forgetTries, QUARTER_HOUR_MS } from './pace.ts';
import { foldUsername } from './staff.ts';
import type { Site } from './site.ts';
import { hashPassword, hashText, verifyPassword } from './vault.ts';

const TOKEN_BYTES = 32;
/** An office shares one address: so many of its people may mistype before the address has to wait. */
const ADDRESS_TRIES = LIMIT.signInTriesPerQuarterHour * 4;
/** A page that is read does not have to be a write: the session is marked as awake at most once a minute. */
const AWAKE_STEP_MS = 60_000;

export interface SignIn {
	readonly ward: string | null;
	readonly username: string;
	readonly password: string;
	readonly address: string;
}

/** The hash that a password is measured against when there is no such person. */
export async function makeDecoyHash(site: Site): Promise<string> {
	return hashPassword(Buffer.from(site.randomBytes(TOKEN_BYTES)).toString('base64url'));
}

export async function signIn(
	site: Site,
	input: SignIn,
	decoyHash: string
): Promise<Result<{ readonly token: string; readonly expiresAt: number }>> {
	const { store, vault } = site;
	const now = site.clock();
	const ward = await findWard(site, input.ward);
	const username = foldUsername(input.username);
	const paceWard = ward ?? '';
	const userKey = `signIn/${vault.describe(username)}`;
	const addressKey = `signInFrom/${vault.describe(input.address)}`;
	const waitMs = await store.transact(async (trx) => {
		const limit = { ward: paceWard, windowMs: QUARTER_HOUR_MS };
		const byUser = await countTry(trx, { ...limit, key: userKey, most: LIMIT.signInTriesPerQuarterHour }, now);
		const byAddress = await countTry(trx, { ...limit, key: addressKey, most: ADDRESS_TRIES }, now);
		return Math.max(byUser, byAddress);
	});
	if (waitMs > 0) return fail('staff.tooMany', undefined, waitMs);

	const row =
		ward === null
			? undefined
			: await store.db
					.selectFrom('staff')
					.select(['id', 'name', 'pw_hash', 'disabled_at'])
					.where('ward_id', '=', ward)
					.where('username', '=', username)
					.executeTakeFirst();
	const isRight = await verifyPassword(row?.pw_hash ?? decoyHash, input.password.slice(0, 1024));
	if (ward === null || !row || !isRight || row.disabled_at !== null) {
		if (ward !== null) {
			// also for a name that nobody has: the same work, so that the time tells nothing; what was typed is not kept
			const actor = row ? { id: row.id, name: row.name } : { id: 'unknown', name: '' };
			await store.transact((trx) => writeAudit(trx, site, { ward, actor, act: 'staff.signInFailed' }));
		}
		return fail('staff.badSignIn');
	}

	const secret = Buffer.from(site.randomBytes(TOKEN_BYTES)).toString('base64url');
	const expiresAt = now + LIMIT.sessionLifeMs;
	await store.transact(async (trx) => {
		await forgetTries(trx, paceWard, userKey);
		await forgetTries(trx, paceWard, addressKey);
		await trx.deleteFrom('session').where('ward_id', '=', ward).where('expires_at', '<=', now).execute();
		await trx
			.insertInto('session')
			.values({
				ward_id: ward,
				token_hash: hashText(secret),
				staff_id: row.id,
				started_at: now,
				seen_at: now,
				expires_at: expiresAt
			})
			.execute();
		await writeAudit(trx, site, { ward, actor: { id: row.id, name: row.name }, act: 'staff.signIn' });
	});
	return succeed({ token: `${ward}.${secret}`, expiresAt });
}

/** The ward that was named, or the only one. */
async function findWard(site: Site, named: string | null): Promise<WardId | null> {
	let query = site.store.db.selectFrom('ward').select('id');
	if (named !== null) query = query.where('id', '=', named);
	const rows = await query.limit(2).execute();
	return rows.length === 1 ? (rows[0]!.id as WardId) : null;
}

function splitToken(token: string): { ward: WardId; tokenHash: string } | null {
	const dot = token.indexOf('.');
	const ward = token.slice(0, Math.max(0, dot));
	return isId(ward) ? { ward: ward as WardId, tokenHash: hashText(token.slice(dot + 1)) } : null;
}

/** Who holds a token, or null: unknown, older than 12 hours, idle for 30 minutes, or the account was closed. */
export async function readSession(site: Site, token: string): Promise<Staff | null> {
	const parts = splitToken(token);
	if (!parts) return null;
	const now = site.clock();
	const { db } = site.store;
	const row = await db
		.selectFrom('session as s')
		.innerJoin('staff as t', (on) => on.onRef('t.ward_id', '=', 's.ward_id').onRef('t.id', '=', 's.staff_id'))
		.innerJoin('ward as w', 'w.id', 's.ward_id')
		.select(['t.id', 't.name', 't.role', 'w.name as wardName', 's.seen_at', 's.expires_at', 't.disabled_at'])
		.where('s.ward_id', '=', parts.ward)
		.where('s.token_hash', '=', parts.tokenHash)
		.executeTakeFirst();
	if (!row || row.disabled_at !== null || row.expires_at <= now || row.seen_at <= now - LIMIT.sessionIdleMs)
		return null;
	if (row.seen_at < now - AWAKE_STEP_MS) {
		await db
			.updateTable('session')
			.set({ seen_at: now })
			.where('ward_id', '=', parts.ward)
			.where('token_hash', '=', parts.tokenHash)
			.execute();
	}
	const role = STAFF_ROLES.find((known) => known === row.role);
	// a role from a newer version: whoever has it may look after an update, not before
	if (!role) return null;
	return { ward: parts.ward, wardName: row.wardName, id: row.id as StaffId, name: row.name, role: role as StaffRole };
}

export async function signOut(site: Site, token: string): Promise<void> {
	const parts = splitToken(token);
	if (!parts) return;
	await site.store.transact(async (trx) => {
		const row = await trx
			.deleteFrom('session')
			.where('ward_id', '=', parts.ward)
			.where('token_hash', '=', parts.tokenHash)
			.returning('staff_id')
			.executeTakeFirst();
		if (!row) return;
		const staff = await trx
			.selectFrom('staff')
			.select(['id', 'name'])
			.where('ward_id', '=', parts.ward)
			.where('id', '=', row.staff_id)
			.executeTakeFirst();
		if (staff) await writeAudit(trx, site, { ward: parts.ward, actor: staff, act: 'staff.signOut' });
	});
}
