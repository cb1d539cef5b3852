// What a ward has decided about keeping data: for how long, and on which days it does not work.

import { parseTypedDay, type Day } from '../domain/day.ts';
import type { Staff } from '../domain/desk.ts';
import type { WardId } from '../domain/id.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { FIRST_RULE, KEEP_DAYS, type PrivacyRule } from '../domain/retention.ts';
import { writeAudit } from './audit.ts';
import type { Reader } from './db/open-store.ts';
import type { Site } from './site.ts';
import { isAllowed } from './staff.ts';

export async function readRule(db: Reader, ward: WardId): Promise<PrivacyRule> {
	const row = await db.selectFrom('privacy_rule').select('body').where('ward_id', '=', ward).executeTakeFirst();
	// only `writeRule` writes the column
	return row ? (JSON.parse(row.body) as PrivacyRule) : FIRST_RULE;
}

/** `daysOff` as typed: dates parted by blanks, commas or lines. */
export async function writeRule(
	site: Site,
	staff: Staff,
	input: { readonly keepDays: number; readonly daysOff: string }
): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'retain')) return fail('staff.notAllowed');
	const { keepDays } = input;
	if (!Number.isSafeInteger(keepDays) || keepDays < KEEP_DAYS.least || keepDays > KEEP_DAYS.most)
		return fail('field.badChoice', 'keepDays');
	const typed = input.daysOff.split(/[\s,;]+/).filter(Boolean);
	const days = typed.map(parseTypedDay);
	if (days.some((day) => day === null) || days.length > 366) return fail('field.badDay', 'daysOff');
	const rule: PrivacyRule = { keepDays, daysOff: [...new Set(days as Day[])].sort() };
	const row = { body: JSON.stringify(rule) };
	await site.store.transact(async (trx) => {
		await trx
			.insertInto('privacy_rule')
			.values({ ward_id: staff.ward, ...row })
			.onConflict((on) => on.column('ward_id').doUpdateSet(row))
			.execute();
		await writeAudit(trx, site, { ward: staff.ward, actor: staff, act: 'privacy.rule', reason: `${keepDays}` });
	});
	return succeed(undefined);
}
