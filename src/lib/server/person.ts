// Showing a whole personal number: for roles that work with papers, with a reason, so many times an hour, and always
// with a line in the audit (feature F028; security.md 5.1, staff curiosity).

import type { DeskSession } from '../domain/desk-people.ts';
import type { Staff } from '../domain/desk.ts';
import type { PersonId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { writeAudit } from './audit.ts';
import type { Reader } from './db/open-store.ts';
import { countTry } from './pace.ts';
import { readLiveRecord } from './record-view.ts';
import type { Site } from './site.ts';
import { isAllowed } from './staff.ts';
import type { KeptNumber } from './vault.ts';

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;

export async function revealNumber(
	site: Site,
	staff: Staff,
	session: DeskSession,
	person: PersonId,
	typedReason: string
): Promise<Result<string>> {
	const { ward } = staff;
	if (!isAllowed(staff.role, 'reveal')) return fail('staff.notAllowed');
	const reason = typedReason.trim();
	if (reason === '') return fail('field.reasonNeeded', 'reason');
	if (reason.length > LIMIT.reasonChars) return fail('field.tooLong', 'reason');
	return site.store.transact(async (trx) => {
		// A few are a paper that lies on the desk; many are a list, and the password is asked again for it.
		const isFew = await isBelow(trx, staff, LIMIT.revealsBeforeFresh, site.clock());
		if (!isFew && session.freshUntil <= site.clock()) return fail('staff.freshNeeded');
		const hour = { ward, key: `reveal/${staff.id}`, most: LIMIT.revealsPerHour, windowMs: HOUR_MS };
		const hourMs = await countTry(trx, hour, site.clock());
		if (hourMs > 0) return fail('reveal.hourLimit', undefined, hourMs);
		const day = { ward, key: `revealDay/${staff.id}`, most: LIMIT.revealsPerDay, windowMs: DAY_MS };
		const dayMs = await countTry(trx, day, site.clock());
		if (dayMs > 0) return fail('reveal.dayLimit', undefined, dayMs);
		const kept = (await readLiveRecord(trx, ward, 'person', person))?.fields['idKeep'] as KeptNumber | undefined;
		if (!kept) return fail('field.required', 'personalId');
		const number = site.vault.openNumber(ward, kept);
		if (number === null) return fail('vault.damaged');
		await writeAudit(trx, site, { ward, actor: staff, act: 'person.reveal', subject: person, reason });
		return succeed(number);
	});
}

/** Whether fewer than so many numbers were shown to somebody within the hour. */
async function isBelow(db: Reader, staff: Staff, most: number, now: number): Promise<boolean> {
	const row = await db
		.selectFrom('audit')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('ward_id', '=', staff.ward)
		.where('actor_id', '=', staff.id)
		.where('act', '=', 'person.reveal')
		.where('at', '>', now - HOUR_MS)
		.executeTakeFirstOrThrow();
	return Number(row.count) < most;
}
