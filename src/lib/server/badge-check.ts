// The public check of a badge: what anybody learns who has its code, and nothing for whoever has not. A code holds 128
// bits of chance and the ward's signature over all that is shown, so neither guessing nor a changed row gives a green page.

import {
	describeBadge,
	parseBadgeCode,
	timeOfBadge,
	type BadgeCheck,
	type BadgeCode,
	type BadgePage
} from '../domain/badge.ts';
import { dayAt, type Day } from '../domain/day.ts';
import type { WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { toBadge } from './badge.ts';
import type { Reader } from './db/open-store.ts';
import { countTry, QUARTER_HOUR_MS } from './pace.ts';
import type { Site } from './site.ts';
import { hashText, verifySignature } from './vault.ts';
import { readWardBook } from './ward-book.ts';

const UNKNOWN: BadgeCheck = { kind: 'unknown' };

export async function checkBadge(site: Site, typed: string, address: string): Promise<Result<BadgePage>> {
	const waitMs = await countCheck(site, address, 'badge', LIMIT.badgeChecksPerQuarterHour);
	if (waitMs > 0) return fail('badge.tooMany', undefined, waitMs);
	const code = parseBadgeCode(typed);
	const { db } = site.store;
	const ward = await findWard(db, code);
	const check = code && ward?.isNamed ? await look(site, ward.id, code) : UNKNOWN;
	if (check.kind === 'unknown') {
		const missWaitMs = await countCheck(site, address, 'badge-miss', LIMIT.badgeMissesPerQuarterHour);
		if (missWaitMs > 0) return fail('badge.tooMany', undefined, missWaitMs);
	}
	if (!ward) return succeed({ check, wardName: null, wardPhone: null });
	const { facts } = (await readWardBook(db, ward.id)).book;
	return succeed({ check, wardName: facts.wardName ?? null, wardPhone: facts.wardPhone || null });
}

/** 0: go on; else how long to wait. Addresses are kept as keyed hashes, for a day at most. */
function countCheck(site: Site, address: string, what: string, most: number): Promise<number> {
	const limit = { ward: '', key: `${what}/${site.vault.describe(address)}`, most, windowMs: QUARTER_HOUR_MS };
	return site.store.transact((trx) => countTry(trx, limit, site.clock()));
}

/** The ward that the code names; else the only one that there is, to say whom to call. */
async function findWard(db: Reader, code: BadgeCode | null): Promise<{ id: WardId; isNamed: boolean } | null> {
	const wards = await db.selectFrom('ward').select(['id', 'join_tag']).orderBy('id').execute();
	const named = wards.find((ward) => ward.join_tag === code?.tag);
	if (named) return { id: named.id as WardId, isNamed: true };
	const [only, other] = wards;
	return only && !other ? { id: only.id as WardId, isNamed: false } : null;
}

async function look(site: Site, ward: WardId, { secret, signature }: BadgeCode): Promise<BadgeCheck> {
	const row = await site.store.db
		.selectFrom('badge as b')
		.leftJoin('volunteer as v', (on) => on.onRef('v.ward_id', '=', 'b.ward_id').onRef('v.id', '=', 'b.volunteer_id'))
		.selectAll('b')
		.select(['v.id as holder', 'v.left_at'])
		.where('b.ward_id', '=', ward)
		.where('b.id', '=', secret)
		.executeTakeFirst();
	if (!row || row.signature !== signature) return UNKNOWN;
	const badge = toBadge(row);
	// what stands in the store is believed only where the ward has signed it
	const isWhole =
		badge.photo === null ? row.photo_sum === '' || row.revoked_at !== null : hashText(badge.photo) === row.photo_sum;
	const isSigned =
		isWhole &&
		(await verifySignature(site.vault.publicKeys.sign, describeBadge(ward, secret, badge, row.photo_sum), signature));
	if (!isSigned) return UNKNOWN;
	const { number } = badge;
	const endedAt = row.revoked_at ?? row.left_at ?? (row.holder === null ? site.clock() : null);
	if (endedAt !== null) return { kind: 'revoked', number, day: dayAt(endedAt) };
	const day: Day = dayAt(site.clock());
	switch (timeOfBadge(badge, day)) {
		case 'notYet':
			return { kind: 'notYet', number, day: badge.validFrom };
		case 'expired':
			return { kind: 'expired', number, day: badge.validTo };
		case 'valid':
			return { kind: 'valid', badge };
	}
}
