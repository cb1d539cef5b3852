// Signing in at the desk. A session is a random token that only its hash remembers; unknown names, wrong passwords and
// closed accounts get the same answer after the same work (security.md 5.1, 5.3). Whoever has an authenticator app
// gets a session that opens nothing until its code was given.

import { STAFF_ROLES, type Staff, type StaffRole } from '../domain/desk.ts';
import { describeAgent, type DeskSession, type SignedIn } from '../domain/desk-people.ts';
import { isId, type AreaId, type StaffId, type WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { parseShownPasskey } from '../domain/passkey.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { writeAudit } from './audit.ts';
import type { Reader, Writer } from './db/open-store.ts';
import { countTry, forgetTries, QUARTER_HOUR_MS } from './pace.ts';
import { parseHandle, takePasskey } from './passkey.ts';
import { takeCode } from './second-step.ts';
import { foldUsername } from './staff.ts';
import { newId, type Site } from './site.ts';
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
	/** What the browser calls itself. */
	readonly agent?: string;
}

/** The hash that a password is measured against when there is no such person. */
export async function makeDecoyHash(site: Site): Promise<string> {
	return hashPassword(Buffer.from(site.randomBytes(TOKEN_BYTES)).toString('base64url'));
}

export async function signIn(site: Site, input: SignIn, decoyHash: string): Promise<Result<SignedIn>> {
	const { vault } = site;
	const now = site.clock();
	const ward = await findWard(site, input.ward);
	const store = site.store.of(ward ?? '');
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
					.select(['id', 'name', 'pw_hash', 'disabled_at', 'code_set_at'])
					.where('ward_id', '=', ward)
					.where('username', '=', username)
					.executeTakeFirst();
	const isRight = await verifyPassword(row?.pw_hash ?? decoyHash, input.password);
	if (ward === null || !row || !isRight || row.disabled_at !== null) {
		if (ward !== null) {
			// also for a name that nobody has: the same work, so that the time tells nothing; what was typed is not kept
			const actor = row ? { id: row.id, name: row.name } : { id: 'unknown', name: '' };
			await store.transact((trx) => writeAudit(trx, site, { ward, actor, act: 'staff.signInFailed' }));
		}
		return fail('staff.badSignIn');
	}
	const needsCode = row.code_set_at !== null || (await isPasskeyDue(store.db, ward, row.id));
	return store.transact(async (trx) => {
		await forgetTries(trx, paceWard, userKey);
		await forgetTries(trx, paceWard, addressKey);
		const opened = await openSession(trx, site, ward, row, { agent: describeAgent(input.agent ?? ''), needsCode });
		return succeed(opened);
	});
}

/**
 * Where the ward asks for a second step, whoever has a passkey and no app shows the passkey: the password alone would
 * open the account to whoever learned it, and let them set up an app of their own.
 */
async function isPasskeyDue(db: Reader, ward: WardId, staff: string): Promise<boolean> {
	const row = await db
		.selectFrom('passkey as p')
		.innerJoin('ward as w', 'w.id', 'p.ward_id')
		.select('p.id')
		.where('p.ward_id', '=', ward)
		.where('p.staff_id', '=', staff)
		.where('w.code_required', '=', 1)
		.executeTakeFirst();
	return row !== undefined;
}

/**
 * Signing in by a passkey alone: it is held and unlocked by its owner, two proofs in one. Tries are counted by address and
 * not by account, or somebody's wrong keys would shut somebody else out.
 */
export async function signInByPasskey(
	site: Site,
	input: { readonly answer: string; readonly origin: string; readonly address: string; readonly agent: string }
): Promise<Result<SignedIn>> {
	const ward = parseHandle(parseShownPasskey(input.answer)?.handle ?? '')?.ward ?? '';
	const store = site.store.of(ward);
	const key = `passkeyFrom/${site.vault.describe(input.address)}`;
	const limit = { ward, key, most: ADDRESS_TRIES, windowMs: QUARTER_HOUR_MS };
	const waitMs = await store.transact((trx) => countTry(trx, limit, site.clock()));
	if (waitMs > 0) return fail('staff.tooMany', undefined, waitMs);
	return store.transact(async (trx) => {
		const { answer, origin } = input;
		const owner = await takePasskey(trx, site, { purpose: 'signIn', origin, answer });
		if (!owner) return fail('staff.badPasskey');
		await forgetTries(trx, ward, key);
		const how = { agent: describeAgent(input.agent), needsCode: false, reason: 'passkey' };
		return succeed(await openSession(trx, site, owner.ward, owner, how));
	});
}

async function openSession(
	trx: Writer,
	site: Site,
	ward: WardId,
	staff: { readonly id: string; readonly name: string },
	{ agent, needsCode, reason }: { agent: string; needsCode: boolean; reason?: string }
): Promise<SignedIn> {
	const now = site.clock();
	const secret = Buffer.from(site.randomBytes(TOKEN_BYTES)).toString('base64url');
	const expiresAt = now + (needsCode ? LIMIT.codeWaitMs : LIMIT.sessionLifeMs);
	await trx.deleteFrom('session').where('ward_id', '=', ward).where('expires_at', '<=', now).execute();
	await trx
		.insertInto('session')
		.values({
			ward_id: ward,
			token_hash: hashText(secret),
			staff_id: staff.id,
			started_at: now,
			seen_at: now,
			expires_at: expiresAt,
			id: newId(site),
			stage: needsCode ? 'code' : 'open',
			agent
		})
		.execute();
	if (!needsCode) {
		await trx
			.updateTable('staff')
			.set({ signed_in_at: now })
			.where('ward_id', '=', ward)
			.where('id', '=', staff.id)
			.execute();
		await writeAudit(trx, site, { ward, actor: staff, act: 'staff.signIn', reason: reason ?? null });
	}
	return { token: `${ward}.${secret}`, expiresAt, needsCode };
}

/** The second step: a code of the app, or one of those on paper. The token that waited for it is worthless afterwards. */
export async function proveCode(site: Site, token: string, typed: string): Promise<Result<SignedIn>> {
	const parts = splitToken(token);
	if (!parts) return fail('staff.signedOut');
	const { ward, tokenHash } = parts;
	const now = site.clock();
	return site.store.transact(async (trx) => {
		const row = await trx
			.selectFrom('session as s')
			.innerJoin('staff as t', (on) => on.onRef('t.ward_id', '=', 's.ward_id').onRef('t.id', '=', 's.staff_id'))
			.select(['t.id', 't.name', 's.agent', 's.expires_at', 't.disabled_at'])
			.where('s.ward_id', '=', ward)
			.where('s.token_hash', '=', tokenHash)
			.where('s.stage', '=', 'code')
			.executeTakeFirst();
		if (!row || row.disabled_at !== null || row.expires_at <= now) return fail('staff.signedOut');
		const key = `code/${row.id}`;
		const limit = { ward, key, most: LIMIT.codeTriesPerQuarterHour, windowMs: QUARTER_HOUR_MS };
		const waitMs = await countTry(trx, limit, now);
		if (waitMs > 0) return fail('staff.tooMany', undefined, waitMs);
		const way = await takeCode(trx, site, ward, row.id, typed);
		if (!way) {
			await writeAudit(trx, site, { ward, actor: row, act: 'staff.codeFailed' });
			return fail('staff.badCode');
		}
		await forgetTries(trx, ward, key);
		await trx.deleteFrom('session').where('ward_id', '=', ward).where('token_hash', '=', tokenHash).execute();
		return succeed(await openSession(trx, site, ward, row, { agent: row.agent, needsCode: false, reason: way }));
	});
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

/**
 * Who holds a token, or null: unknown, without its second step, older than 12 hours, idle for 30 minutes, or the account
 * was closed. Role and areas are those of this moment: what was taken from somebody is gone with the next request.
 */
export async function readSession(
	site: Site,
	token: string
): Promise<{ readonly staff: Staff; readonly session: DeskSession } | null> {
	const parts = splitToken(token);
	if (!parts) return null;
	const now = site.clock();
	const { db } = site.store;
	const row = await db
		.selectFrom('session as s')
		.innerJoin('staff as t', (on) => on.onRef('t.ward_id', '=', 's.ward_id').onRef('t.id', '=', 's.staff_id'))
		.innerJoin('ward as w', 'w.id', 's.ward_id')
		.select(['t.id', 't.name', 't.role', 'w.name as wardName', 's.seen_at', 's.expires_at', 't.disabled_at'])
		.select(['s.id as session', 's.fresh_at', 't.must_change', 't.code_set_at', 'w.code_required'])
		.select(({ exists, selectFrom }) =>
			exists(
				selectFrom('passkey as p')
					.select('p.id')
					.whereRef('p.ward_id', '=', 't.ward_id')
					.whereRef('p.staff_id', '=', 't.id')
			).as('hasPasskey')
		)
		.where('s.ward_id', '=', parts.ward)
		.where('s.token_hash', '=', parts.tokenHash)
		.where('s.stage', '=', 'open')
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
	const needsCode = row.code_required === 1 && row.code_set_at === null && !row.hasPasskey;
	return {
		staff: {
			ward: parts.ward,
			wardName: row.wardName,
			id: row.id as StaffId,
			name: row.name,
			role: role as StaffRole,
			areas: await readStaffAreas(db, parts.ward, row.id)
		},
		session: {
			id: row.session,
			freshUntil: row.fresh_at === 0 ? 0 : row.fresh_at + LIMIT.freshMs,
			mustSetUp: row.must_change === 1 ? 'password' : needsCode ? 'code' : null
		}
	};
}

/** The areas that somebody is confined to; null where it is the whole ward. */
export async function readStaffAreas(db: Reader, ward: WardId, staff: string): Promise<AreaId[] | null> {
	const rows = await db
		.selectFrom('staff_area')
		.select('area_id')
		.where('ward_id', '=', ward)
		.where('staff_id', '=', staff)
		.orderBy('area_id')
		.execute();
	return rows.length === 0 ? null : rows.map((row) => row.area_id as AreaId);
}

export async function signOut(site: Site, token: string): Promise<void> {
	const parts = splitToken(token);
	if (!parts) return;
	await site.store.transact(async (trx) => {
		const row = await trx
			.deleteFrom('session')
			.where('ward_id', '=', parts.ward)
			.where('token_hash', '=', parts.tokenHash)
			.returning(['staff_id', 'stage'])
			.executeTakeFirst();
		if (row?.stage !== 'open') return;
		const staff = await trx
			.selectFrom('staff')
			.select(['id', 'name'])
			.where('ward_id', '=', parts.ward)
			.where('id', '=', row.staff_id)
			.executeTakeFirst();
		if (staff) await writeAudit(trx, site, { ward: parts.ward, actor: staff, act: 'staff.signOut' });
	});
}
