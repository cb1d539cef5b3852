// Showing a whole personal number: for roles that work with papers, with a reason, so many times an hour, and always
// with a line in the audit (feature F028; security.md 5.1, staff curiosity).

import type { Staff } from '../domain/desk.ts';
import type { PersonId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { writeAudit } from './audit.ts';
import { countTry } from './pace.ts';
import { readLiveRecord } from './record-view.ts';
import type { Site } from './site.ts';
import { isAllowed } from './staff.ts';
import type { KeptNumber } from './vault.ts';

const HOUR_MS = 3600_000;
/** Cap of security.md 5.1. */
const REVEALS_PER_HOUR = 30;

export async function revealNumber(
	site: Site,
	staff: Staff,
	person: PersonId,
	typedReason: string
): Promise<Result<string>> {
	const { ward } = staff;
	if (!isAllowed(staff.role, 'reveal')) return fail('staff.notAllowed');
	const reason = typedReason.trim();
	if (reason === '') return fail('field.reasonNeeded', 'reason');
	if (reason.length > LIMIT.reasonChars) return fail('field.tooLong', 'reason');
	return site.store.transact(async (trx) => {
		const limit = { ward, key: `reveal/${staff.id}`, most: REVEALS_PER_HOUR, windowMs: HOUR_MS };
		const waitMs = await countTry(trx, limit, site.clock());
		if (waitMs > 0) return fail('staff.tooMany', undefined, waitMs);
		const kept = (await readLiveRecord(trx, ward, 'person', person))?.fields['idKeep'] as KeptNumber | undefined;
		if (!kept) return fail('field.required', 'personalId');
		const number = site.vault.openNumber(ward, kept);
		if (number === null) return fail('vault.damaged');
		await writeAudit(trx, site, { ward, actor: staff, act: 'person.reveal', subject: person, reason });
		return succeed(number);
	});
}
