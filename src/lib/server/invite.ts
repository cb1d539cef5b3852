// Invitations: a code on the desk's screen that lets one phone in, once, within ten minutes. Only its hash is kept.

import { encodeJoinChars, JOIN_CODE_CHARS, parseJoinCode, type JoinOffer } from '../contract/join.ts';
import { dayAt } from '../domain/day.ts';
import type { Invitation, Staff } from '../domain/desk.ts';
import type { VolunteerId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { readAssigned, readAssignment, readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import type { Reader } from './db/open-store.ts';
import { countTry, QUARTER_HOUR_MS } from './pace.ts';
import { isAllowed } from './staff.ts';
import type { Site } from './site.ts';
import { hashText } from './vault.ts';

export const JOIN_TAG_CHARS = 4;

export interface FoundInvite {
	readonly ward: WardId;
	readonly secretHash: string;
	readonly volunteer: VolunteerId;
	readonly madeBy: string;
	readonly expiresAt: number;
	readonly usedBy: string | null;
	readonly usedKey: string | null;
}

export async function makeInvitation(site: Site, staff: Staff, volunteer: VolunteerId): Promise<Result<Invitation>> {
	if (!isAllowed(staff.role, 'invite')) return fail('staff.notAllowed');
	return writeInvitation(site, staff.ward, volunteer, staff);
}

/** Makes the code and its line; `actor` is a member of staff, or the demo's start. */
export async function writeInvitation(
	site: Site,
	ward: WardId,
	volunteer: VolunteerId,
	actor: { readonly id: string; readonly name: string }
): Promise<Result<Invitation>> {
	const now = site.clock();
	const secret = encodeJoinChars(site.randomBytes(JOIN_CODE_CHARS - JOIN_TAG_CHARS));
	const expiresAt = now + LIMIT.inviteLifeMs;
	return site.store.transact(async (trx) => {
		const row = await trx
			.selectFrom('volunteer as v')
			.innerJoin('ward as w', 'w.id', 'v.ward_id')
			.select(['v.name', 'w.join_tag'])
			.where('v.ward_id', '=', ward)
			.where('v.id', '=', volunteer)
			.where('v.left_at', 'is', null)
			.executeTakeFirst();
		if (!row) return fail('field.badChoice', 'volunteer');
		await trx
			.insertInto('invite')
			.values({
				ward_id: ward,
				secret_hash: hashText(`${ward}|${secret}`),
				volunteer_id: volunteer,
				made_by: actor.id,
				made_at: now,
				expires_at: expiresAt,
				used_by: null,
				used_key: null
			})
			.execute();
		await writeAudit(trx, site, { ward, actor, act: 'invite.make', subject: volunteer });
		return succeed({ code: row.join_tag + secret, volunteerName: row.name, expiresAt });
	});
}

/**
 * The invitation behind a code that somebody typed, used and expired ones included. Wrong codes are counted by
 * address, so that nobody can try them out.
 */
export async function findInvite(site: Site, typed: string, address: string): Promise<Result<FoundInvite>> {
	const found = await readInvite(site.store.db, typed);
	const now = site.clock();
	const limit = {
		ward: '',
		key: `join/${site.vault.describe(address)}`,
		most: LIMIT.joinTriesPerQuarterHour,
		windowMs: QUARTER_HOUR_MS
	};
	if (found) {
		// a right code does not count, but it does not help whoever was told to wait either
		const row = await site.store.db
			.selectFrom('pace')
			.select(['count', 'window_at'])
			.where('ward_id', '=', limit.ward)
			.where('key', '=', limit.key)
			.executeTakeFirst();
		const waitMs = row && row.count > limit.most ? row.window_at + limit.windowMs - now : 0;
		return waitMs > 0 ? fail('join.tooMany', undefined, waitMs) : succeed(found);
	}
	const waitMs = await site.store.transact((trx) => countTry(trx, limit, now));
	return waitMs > 0 ? fail('join.tooMany', undefined, waitMs) : fail('join.badCode');
}

async function readInvite(db: Reader, typed: string): Promise<FoundInvite | null> {
	const code = parseJoinCode(typed);
	if (!code) return null;
	const ward = await db
		.selectFrom('ward')
		.select('id')
		.where('join_tag', '=', code.slice(0, JOIN_TAG_CHARS))
		.executeTakeFirst();
	if (!ward) return null;
	const row = await db
		.selectFrom('invite')
		.selectAll()
		.where('ward_id', '=', ward.id)
		.where('secret_hash', '=', hashText(`${ward.id}|${code.slice(JOIN_TAG_CHARS)}`))
		.executeTakeFirst();
	if (!row) return null;
	return {
		ward: ward.id as WardId,
		secretHash: row.secret_hash,
		volunteer: row.volunteer_id as VolunteerId,
		madeBy: row.made_by,
		expiresAt: row.expires_at,
		usedBy: row.used_by,
		usedKey: row.used_key
	};
}

/** Whose invitation it is; uses nothing up. */
export async function lookAtInvitation(site: Site, typed: string, address: string): Promise<Result<JoinOffer>> {
	const found = await findInvite(site, typed, address);
	if (!found.ok) return found;
	const { ward, volunteer, usedBy, expiresAt } = found.value;
	if (usedBy !== null) return fail('join.used');
	if (expiresAt <= site.clock()) return fail('join.expired');
	const { db } = site.store;
	const assigned = await readAssigned(db, site.vault, ward, volunteer, dayAt(site.clock()));
	if (!assigned) return fail('join.badCode');
	const roots = await readAssignment(db, ward, volunteer, dayAt(site.clock()));
	const areas = (await readAreas(db, ward)).filter((area) => roots.includes(area.id));
	return succeed({
		ward: assigned.scope.ward,
		volunteer: assigned.volunteer,
		areas: areas.map((area) => area.name),
		expiresAt,
		now: site.clock()
	});
}
