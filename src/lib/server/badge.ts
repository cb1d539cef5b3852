// Badges of volunteers (feature F004): issued and taken back at the desk, signed by the ward, fetched by the volunteer's
// phone. One badge of a volunteer holds at a time; what is shown to the public stands in badge-check.ts.

import { describeBadge, formatBadgeCode, type Badge, type BadgeSheet, type IssuedBadge } from '../domain/badge.ts';
import { addDays, dayAt, parseDay, type Day } from '../domain/day.ts';
import type { Staff } from '../domain/desk.ts';
import type { VolunteerId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { readAreas, readAssignment } from './area.ts';
import { writeAudit } from './audit.ts';
import type { Reader, Writer } from './db/open-store.ts';
import type { Database } from './db/schema.ts';
import { inWard } from './db/ward-store.ts';
import { cleanPhoto } from './photo.ts';
import { isAllowed } from './staff.ts';
import type { Site } from './site.ts';
import { hashText } from './vault.ts';
import type { BadgeInput } from './ward-desk.ts';

/** 128 bits: nobody finds a badge by trying. */
const SECRET_BYTES = 16;

/** Why a badge was taken back, for the audit. */
type RevokeReason = 'desk' | 'device' | 'replaced';

export async function issueBadge(site: Site, staff: Staff, input: BadgeInput): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'badge')) return fail('staff.notAllowed');
	const { ward } = staff;
	const now = site.clock();
	const today = dayAt(now);
	const validTo = parseDay(input.validTo);
	if (!validTo || validTo < today || validTo > addDays(today, LIMIT.badgeDays)) return fail('field.badDay', 'validTo');
	if (input.photo !== null && !input.agreed) return fail('badge.noConsent', 'agreed');
	const given = input.photo === null || input.photo === 'kept' ? succeed(null) : cleanPhoto(input.photo.bytes);
	if (!given.ok) return given;
	return inWard(site.store, ward, now, async ({ trx }) => {
		const volunteer = await readHolder(trx, ward, input.volunteer);
		if (!volunteer) return fail('field.badChoice', 'volunteer');
		if (volunteer.quarter === null) return fail('field.badChoice', 'areas');
		const before = await readBadgeOf(trx, ward, input.volunteer);
		const photo = input.photo === 'kept' ? (before?.photo ?? null) : given.value;
		await revokeBadgesOf(trx, site, staff, input.volunteer, 'replaced');
		const last = await trx
			.selectFrom('badge')
			.select((column) => column.fn.max('number').as('number'))
			.where('ward_id', '=', ward)
			.executeTakeFirst();
		const badge = {
			number: Number(last?.number ?? 0) + 1,
			name: volunteer.name,
			role: volunteer.role,
			quarter: volunteer.quarter,
			validFrom: today,
			validTo
		};
		const id = Buffer.from(site.randomBytes(SECRET_BYTES)).toString('base64url');
		const photoSum = photo === null ? '' : hashText(photo);
		await trx
			.insertInto('badge')
			.values({
				ward_id: ward,
				id,
				number: badge.number,
				volunteer_id: input.volunteer,
				name: badge.name,
				role: badge.role,
				quarter: badge.quarter,
				valid_from: badge.validFrom,
				valid_to: badge.validTo,
				photo,
				photo_sum: photoSum,
				signature: site.vault.sign(describeBadge(ward, id, badge, photoSum)),
				issued_at: now,
				issued_by: staff.id,
				revoked_at: null
			})
			.execute();
		const reason = String(badge.number);
		await writeAudit(trx, site, { ward, actor: staff, act: 'badge.issue', subject: input.volunteer, reason });
		return succeed(undefined);
	});
}

export async function revokeBadge(site: Site, staff: Staff, volunteer: VolunteerId): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'badge')) return fail('staff.notAllowed');
	return inWard(site.store, staff.ward, site.clock(), async ({ trx }) => {
		const count = await revokeBadgesOf(trx, site, staff, volunteer, 'desk');
		return count > 0 ? succeed(undefined) : fail('desk.notOpen');
	});
}

/** Takes back whatever badge the volunteer has, with an audit line each; resolves how many there were. */
export async function revokeBadgesOf(
	trx: Writer,
	site: Site,
	staff: Staff,
	volunteer: VolunteerId,
	why: RevokeReason
): Promise<number> {
	const { ward } = staff;
	const rows = await trx
		.updateTable('badge')
		// nobody sees its face again
		.set({ revoked_at: site.clock(), photo: null })
		.where('ward_id', '=', ward)
		.where('volunteer_id', '=', volunteer)
		.where('revoked_at', 'is', null)
		.returning('number')
		.execute();
	for (const { number } of rows) {
		const reason = `${number}/${why}`;
		await writeAudit(trx, site, { ward, actor: staff, act: 'badge.revoke', subject: volunteer, reason });
	}
	return rows.length;
}

export async function readBadgeSheet(site: Site, staff: Staff, volunteer: VolunteerId): Promise<BadgeSheet | null> {
	const { db } = site.store;
	const [holder, badge] = await Promise.all([
		readHolder(db, staff.ward, volunteer),
		readBadgeOf(db, staff.ward, volunteer)
	]);
	return (
		holder && {
			volunteer: { id: volunteer, name: holder.name, role: holder.role },
			quarter: holder.quarter,
			badge,
			today: dayAt(site.clock()),
			canIssue: isAllowed(staff.role, 'badge')
		}
	);
}

/** The badge that the volunteer has now, as the phone and the desk show it; one that is over is still the volunteer's. */
export async function readBadgeOf(db: Reader, ward: WardId, volunteer: VolunteerId): Promise<IssuedBadge | null> {
	const row = await db
		.selectFrom('badge as b')
		.innerJoin('ward as w', 'w.id', 'b.ward_id')
		.selectAll('b')
		.select(['w.join_tag', 'w.name as ward_name'])
		.where('b.ward_id', '=', ward)
		.where('b.volunteer_id', '=', volunteer)
		.where('b.revoked_at', 'is', null)
		.executeTakeFirst();
	if (!row) return null;
	const code = formatBadgeCode({ tag: row.join_tag, secret: row.id, signature: row.signature });
	return { ...toBadge(row), code, wardName: row.ward_name };
}

/** By it phone and ward tell whether they mean the same badge. */
/** Which badge a volunteer has, without reading it; null where none is good. */
export async function readBadgeId(db: Reader, ward: WardId, volunteer: VolunteerId): Promise<string | null> {
	const row = await db
		.selectFrom('badge')
		.select('id')
		.where('ward_id', '=', ward)
		.where('volunteer_id', '=', volunteer)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	return row?.id ?? null;
}

export function nameBadge(badge: IssuedBadge): string {
	return hashText(JSON.stringify(badge)).slice(0, 32);
}

export function toBadge(row: Database['badge']): Badge {
	return {
		number: row.number,
		name: row.name,
		role: row.role,
		quarter: row.quarter,
		// Written above, from days.
		validFrom: row.valid_from as Day,
		validTo: row.valid_to as Day,
		photo: row.photo
	};
}

/** Who would have the badge, and where: the areas into which the volunteer was sent. */
async function readHolder(
	db: Reader,
	ward: WardId,
	volunteer: VolunteerId
): Promise<{ readonly name: string; readonly role: string; readonly quarter: string | null } | null> {
	const row = await db
		.selectFrom('volunteer')
		.select(['name', 'role'])
		.where('ward_id', '=', ward)
		.where('id', '=', volunteer)
		.where('left_at', 'is', null)
		.executeTakeFirst();
	if (!row) return null;
	const [areas, own] = [await readAreas(db, ward), await readAssignment(db, ward, volunteer)];
	const names = areas.filter((area) => own.includes(area.id)).map((area) => area.name);
	return { ...row, quarter: names.length > 0 ? names.join(', ') : null };
}
