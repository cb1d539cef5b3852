// The desk's part about flags and referrals. State travels down inside the visit; what was found and written about it
// stays in a table of the desk, and goes with the visit when its time has come (`erase.ts`).

import { dayAt } from '../domain/day.ts';
import type { Staff } from '../domain/desk.ts';
import { LIMIT } from '../domain/limit.ts';
import { checkNote } from '../domain/note.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import { FIRST_REFERRAL_RULE, ROUTE_STOPS, type ReferralAnswer, type ReferralRule } from '../domain/referral.ts';
import type { WardId } from '../domain/id.ts';
import { answerReferrals } from '../sync/referral.ts';
import { writeAudit } from './audit.ts';
import { readAreas } from './area.ts';
import type { Reader } from './db/open-store.ts';
import { inWard } from './db/ward-store.ts';
import { holdsCases, listReferrals } from './referral-list.ts';
import { countReferrals, type InboxGround } from './referral-query.ts';
import type { ReferralDesk } from './referral-port.ts';
import type { StaffScope } from './scope.ts';
import { answerWithTrouble, makeWardTools, newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';

async function readReferralRule(db: Reader, ward: WardId): Promise<ReferralRule> {
	const row = await db.selectFrom('referral_rule').select('body').where('ward_id', '=', ward).executeTakeFirst();
	if (!row) return FIRST_REFERRAL_RULE;
	// only `writeRule` writes the column; a flag that a later version brings goes where the digest says
	const kept = JSON.parse(row.body) as Partial<ReferralRule>;
	const routes = { ...FIRST_REFERRAL_RULE.routes, ...kept.routes };
	// a table of before says of no flag whether it goes to both at once
	const atOnce = (kept.atOnce ?? FIRST_REFERRAL_RULE.atOnce).filter((code) => routes[code].length === ROUTE_STOPS);
	return { routes, atOnce, days: kept.days ?? FIRST_REFERRAL_RULE.days };
}

export function openReferralDesk(site: Site, staff: Staff, scope: Pick<StaffScope, 'within'>): ReferralDesk {
	const { db } = site.store;
	const { ward, role } = staff;
	const { within } = scope;
	const may = { answer: isAllowed(role, 'review'), rule: isAllowed(role, 'oversee') && within === null };
	const readGround = async (): Promise<InboxGround> => ({
		ward,
		within,
		rule: await readReferralRule(db, ward),
		today: dayAt(site.clock())
	});
	return {
		may,
		list: async (filter) => listReferrals(db, await readGround(), filter),
		countLate: async () => countReferrals(db, await readGround(), { isLate: true }, await readAreas(db, ward)),
		readRule: () => readReferralRule(db, ward),
		// whoever may not is told so, whatever was typed
		answer: async (answer) => {
			if (!may.answer) return fail('staff.notAllowed');
			return answer.ok ? answerWithTrouble(answerCases(site, staff, scope, answer.value)) : answer;
		},
		writeRule: async (rule) => {
			if (!may.rule) return fail('staff.notAllowed');
			return rule.ok ? answerWithTrouble(writeReferralRule(site, staff, rule.value)) : rule;
		}
	};
}

async function answerCases(
	site: Site,
	staff: Staff,
	{ within }: Pick<StaffScope, 'within'>,
	{ cases, act, note }: ReferralAnswer
): Promise<Result<void>> {
	if (note.length > LIMIT.commentChars) return fail('field.tooLong', 'note');
	const [wrong] = checkNote(note, 'note');
	if (wrong) return failWith(wrong);
	const { ward } = staff;
	const now = site.clock();
	return inWard(site.store, ward, now, async (tx) => {
		const ids = [...new Set(cases.map((one) => one.visit))];
		if (!(await holdsCases(tx.trx, ward, ids, within))) return fail('staff.notAllowed');
		const rule = await readReferralRule(tx.trx, ward);
		const tools = makeWardTools(site, ward, now);
		const input = { cases, act, rule, newId: () => newId<string>(site) };
		const answered = await answerReferrals(tx, input, { id: staff.id, name: staff.name }, tools);
		if (!answered.ok) return answered;
		for (const { visit, code } of cases) {
			const said = { finding: act.act === 'done' ? act.finding : '', staff_name: staff.name, at: now };
			// who writes nothing leaves what was written before
			const written = note === '' ? said : { ...said, note };
			await tx.trx
				.insertInto('referral_note')
				.values({ ward_id: ward, record_id: visit, code, ...said, note })
				.onConflict((on) => on.columns(['ward_id', 'record_id', 'code']).doUpdateSet(written))
				.execute();
			const to = act.act === 'pass' ? `/${act.receiver}` : '';
			const reason = `${code}/${act.act}${to}`;
			await writeAudit(tx.trx, site, { ward, actor: staff, act: 'referral.answer', subject: visit, reason });
		}
		return succeed(undefined);
	});
}

async function writeReferralRule(site: Site, staff: Staff, rule: ReferralRule): Promise<Result<void>> {
	const { ward } = staff;
	const row = { body: JSON.stringify(rule) };
	return site.store.transact(async (trx) => {
		await trx
			.insertInto('referral_rule')
			.values({ ward_id: ward, ...row })
			.onConflict((on) => on.column('ward_id').doUpdateSet(row))
			.execute();
		await writeAudit(trx, site, { ward, actor: staff, act: 'referral.rule', reason: `${rule.days}` });
		return succeed(undefined);
	});
}
