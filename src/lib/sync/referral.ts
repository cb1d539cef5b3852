// The desk's word on flags and referrals of visits: through the same log and counter as everything else, so that it comes
// down to the volunteer's phone inside the visit.

import type { Receiver } from '../domain/catalogue/barriers.ts';
import type { EntryId, VisitId } from '../domain/id.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import {
	decideReferral,
	holderOf,
	kindOf,
	listCases,
	NEXT_REFERRAL,
	type ReferralAct,
	type ReferralAnswer,
	type ReferralCode,
	type ReferralRule,
	type ReferralWords
} from '../domain/referral.ts';
import type { NextStep } from '../domain/visit.ts';
import type { DeskActor } from './desk.ts';
import { describeEntry, writeMerge, type Intake, type WriteTools } from './intake.ts';
import { isPlain } from './json.ts';
import { openLedger } from './ledger.ts';
import { decideMerge } from './merge.ts';
import type { WardRecord } from './record.ts';
import type { WardTx } from './ward-port.ts';
import { makeWardEntry, WARD_CLIENT } from './ward.ts';

/** A case that a record holds: raised flags, and the referral that was agreed. */
export function hasReferral({ fields }: WardRecord, code: ReferralCode): boolean {
	if (code === NEXT_REFERRAL) return (fields['next'] as NextStep | undefined)?.kind === 'referral';
	const { flags } = fields;
	return Array.isArray(flags) && flags.some((flag) => isPlain(flag) && flag['code'] === kindOf(code));
}

function readWords({ fields }: WardRecord): ReferralWords {
	return isPlain(fields['referrals']) ? (fields['referrals'] as ReferralWords) : {};
}

/** The next words of one visit, or why one of the cases does not fit. */
function decideVisit(
	record: WardRecord,
	cases: ReferralAnswer['cases'],
	act: ReferralAct,
	rule: ReferralRule,
	now: number
): Result<ReferralWords> {
	let words = readWords(record);
	for (const { code, n } of cases) {
		const together = listCases(kindOf(code), words, rule);
		if (!hasReferral(record, code) || !together.includes(code)) return fail('desk.notOpen');
		const current = words[code];
		if ((current?.n ?? 0) !== n) return fail('desk.changedSince');
		const named = (record.fields['next'] as { receiver?: Receiver } | undefined)?.receiver ?? null;
		const holder = holderOf(code, current, named, rule);
		// a flag that goes to nobody is no case until the ward's rule gives it a receiver
		if (holder === null) return fail('desk.notOpen');
		const next = decideReferral(current, act, { holder, now });
		if (!next.ok) return next;
		// of two at once each is named with the first word on either: another rule takes the case from neither, and whoever
		// reads the flag knows that there are two
		words = { ...words, [code]: together.length > 1 ? { receiver: holder, ...next.value } : next.value };
		for (const other of together) {
			const beside = words[other];
			const otherHolder = holderOf(other, beside, null, rule);
			if (other === code || otherHolder === null) continue;
			// two cases with one receiver would be one
			if (next.value.receiver === otherHolder) return fail('field.badChoice', 'receiver');
			if (!beside) words = { ...words, [other]: { state: 'open', receiver: otherHolder, n: 0, at: now } };
		}
	}
	return succeed(words);
}

/**
 * One act on several cases: all of them or none. Each must stand as it did on the screen, or the answer is
 * `desk.changedSince`; a visit is written once, however many of its cases are meant.
 */
export async function answerReferrals(
	tx: WardTx,
	input: Pick<ReferralAnswer, 'cases' | 'act'> & { readonly rule: ReferralRule; readonly newId: () => string },
	staff: DeskActor,
	tools: WriteTools
): Promise<Result<{ readonly seq: number }>> {
	const visits = new Map<VisitId, ReferralAnswer['cases'][number][]>();
	for (const one of input.cases) visits.set(one.visit, [...(visits.get(one.visit) ?? []), one]);
	const decided: { readonly record: WardRecord; readonly words: ReferralWords }[] = [];
	for (const [visit, cases] of visits) {
		const record = await tx.readRecord(visit);
		if (!record || record.table !== 'visit' || record.deleted) return fail('desk.notOpen');
		const words = decideVisit(record, cases, input.act, input.rule, tools.now);
		if (!words.ok) return words;
		decided.push({ record, words: words.value });
	}
	const ledger = await openLedger(tx, tools);
	const intake: Intake = { tx, ledger, tools, verdicts: new Map() };
	for (const { record, words } of decided) {
		const id = input.newId() as EntryId;
		const entry = makeWardEntry(id, 'referral.answer', record.id, record.v, { referrals: words }, tools);
		const merge = decideMerge(record, entry, 'ward', 'visit');
		const landing = { kind: 'write', table: 'visit', area: record.area, merge } as const;
		await writeMerge(intake, { entry, cid: WARD_CLIENT, actor: staff.id }, tools.hash(describeEntry(entry)), landing);
	}
	await ledger.close();
	return succeed({ seq: ledger.seq });
}
