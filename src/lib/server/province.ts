// Whoever reads for the province: a key of their own, made and taken back at the machine, which opens one page of counts
// and nothing of any ward. One session at a time, with the same ends as a desk's.

import type { Day } from '../domain/day.ts';
import { isId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { foldProvince, type ProvinceView, type WardSummary } from '../domain/province.ts';
import { countTry, QUARTER_HOUR_MS } from './pace.ts';
import { newId, type Site } from './site.ts';
import { hashText, isSameSecret } from './vault.ts';

/** What is nobody's ward stands under an empty name. */
const NO_WARD = '';
const SECRET_BYTES = 32;
const DAY_MS = 24 * 3600_000;
/** A page that is read does not have to be a write. */
const AWAKE_STEP_MS = 60_000;

export interface ProvinceReader {
	readonly id: string;
	readonly name: string;
	readonly expiresAt: number;
	readonly signedInAt: number | null;
	readonly isRevoked: boolean;
}

/** A new reader; the key is known to whoever gets this answer and to nobody after. */
export async function addReader(site: Site, input: { readonly name: string; readonly days: number }): Promise<string> {
	const id = newId<string>(site);
	const secret = makeSecret(site);
	const now = site.clock();
	await site.store.db
		.insertInto('province_reader')
		.values({
			ward_id: NO_WARD,
			id,
			name: input.name,
			key_hash: hashText(secret),
			made_at: now,
			expires_at: now + input.days * DAY_MS,
			revoked_at: null,
			session_hash: null,
			session_at: null,
			session_seen_at: null
		})
		.execute();
	return `${id}.${secret}`;
}

export async function listReaders(site: Site): Promise<ProvinceReader[]> {
	const rows = await readers(site).orderBy('made_at').execute();
	return rows.map((row) => ({
		id: row.id,
		name: row.name,
		expiresAt: row.expires_at,
		signedInAt: row.session_at,
		isRevoked: row.revoked_at !== null
	}));
}

/** Takes a key back, and ends its session with it. Whether there was one. */
export async function revokeReader(site: Site, id: string): Promise<boolean> {
	const row = await site.store.db
		.updateTable('province_reader')
		.set({ revoked_at: site.clock(), session_hash: null })
		.where('ward_id', '=', NO_WARD)
		.where('id', '=', id)
		.where('revoked_at', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

/** Signs in with the key. Unknown, wrong and over are one answer. */
export async function enterProvince(
	site: Site,
	{ key, address }: { readonly key: string; readonly address: string }
): Promise<Result<{ readonly token: string; readonly expiresAt: number }>> {
	const now = site.clock();
	const limit = {
		ward: NO_WARD,
		key: `province/${site.vault.describe(address)}`,
		most: LIMIT.signInTriesPerQuarterHour * 4,
		windowMs: QUARTER_HOUR_MS
	};
	const waitMs = await site.store.transact((trx) => countTry(trx, limit, now));
	if (waitMs > 0) return fail('staff.tooMany', undefined, waitMs);
	const [id, secret] = split(key.trim());
	const row = await readers(site).where('id', '=', id).executeTakeFirst();
	if (!row || !isSameSecret(row.key_hash, hashText(secret)) || row.revoked_at !== null || row.expires_at <= now)
		return fail('province.badKey');
	const session = makeSecret(site);
	await site.store.db
		.updateTable('province_reader')
		.set({ session_hash: hashText(session), session_at: now, session_seen_at: now })
		.where('ward_id', '=', NO_WARD)
		.where('id', '=', id)
		.execute();
	return succeed({ token: `${id}.${session}`, expiresAt: now + LIMIT.sessionLifeMs });
}

/** What whoever holds this token may see; null where it opens nothing. */
export async function readProvince(site: Site, token: string): Promise<ProvinceView | null> {
	const now = site.clock();
	const [id, session] = split(token);
	const row = await readers(site).where('id', '=', id).executeTakeFirst();
	if (!row || row.revoked_at !== null || row.expires_at <= now) return null;
	if (row.session_hash === null || !isSameSecret(row.session_hash, hashText(session))) return null;
	const seenAt = row.session_seen_at ?? 0;
	if ((row.session_at ?? 0) <= now - LIMIT.sessionLifeMs || seenAt <= now - LIMIT.sessionIdleMs) return null;
	if (seenAt < now - AWAKE_STEP_MS)
		await site.store.db
			.updateTable('province_reader')
			.set({ session_seen_at: now })
			.where('ward_id', '=', NO_WARD)
			.where('id', '=', id)
			.where('session_hash', '=', row.session_hash)
			.execute();
	return { reader: row.name, ...foldProvince(await readSummaries(site), now) };
}

export async function leaveProvince(site: Site, token: string): Promise<void> {
	const [id, session] = split(token);
	await site.store.db
		.updateTable('province_reader')
		.set({ session_hash: null })
		.where('ward_id', '=', NO_WARD)
		.where('id', '=', id)
		.where('session_hash', '=', hashText(session))
		.execute();
}

/** The last row of each ward. It is the only table of wards that is read here. */
export async function readSummaries({ store }: Pick<Site, 'store'>): Promise<WardSummary[]> {
	const rows = await store.db
		.selectFrom('ward_summary as s')
		.innerJoin(
			(of) =>
				of
					.selectFrom('ward_summary')
					.select((last) => ['ward_id', last.fn.max('day').as('day')])
					.groupBy('ward_id')
					.as('last'),
			(on) => on.onRef('last.ward_id', '=', 's.ward_id').onRef('last.day', '=', 's.day')
		)
		.selectAll('s')
		.orderBy('s.ward_name')
		.orderBy('s.ward_id')
		.execute();
	return rows.map((row) => ({
		name: row.ward_name,
		day: row.day as Day,
		at: row.at,
		counts: {
			households: row.households,
			householdsInformed: row.households_informed,
			registered: row.registered,
			present: row.present,
			issued: row.issued,
			activated: row.activated,
			success: row.success
		},
		waiting: row.waiting,
		phones: row.phones,
		phonesSilent: row.phones_silent
	}));
}

function readers(site: Site) {
	return site.store.db.selectFrom('province_reader').selectAll().where('ward_id', '=', NO_WARD);
}

function makeSecret(site: Site): string {
	return Buffer.from(site.randomBytes(SECRET_BYTES)).toString('base64url');
}

/** Id and secret; an id that is none finds nobody. */
function split(token: string): [string, string] {
	const [id = '', secret = '', more] = token.split('.');
	return isId(id) && more === undefined ? [id, secret] : ['', ''];
}
