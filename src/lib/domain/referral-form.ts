// The desk's inbox in addresses and forms: a filter can be bookmarked, and a case is named as it was on the screen.

import { RECEIVERS, type Receiver } from './catalogue/barriers.ts';
import { DATA_FLAG_CODES, type DataFlagCode } from './catalogue/data-flags.ts';
import type { AddressQuery } from './desk-filter.ts';
import type { StaffRole } from './desk.ts';
import { isId, type AreaId, type VisitId } from './id.ts';
import { LIMIT } from './limit.ts';
import { fail, succeed, type Result } from './problem.ts';
import {
	checkReferralRule,
	FINDINGS,
	FIRST_REFERRAL_RULE,
	REFERRAL_ACTS,
	REFERRAL_CODES,
	REFERRAL_KINDS,
	REFERRAL_STATES,
	ROUTE_STOPS,
	type ReferralAct,
	type ReferralAnswer,
	type ReferralCode,
	type ReferralFilter,
	type ReferralRule
} from './referral.ts';

/** Whose inbox opens first for whom. */
const OWN_INBOX: Readonly<Partial<Record<StaffRole, Receiver>>> = {
	areaPolice: 'wardPolice',
	civilStatus: 'civilStatus',
	oneStop: 'oneStopDesk'
};

function find<Word extends string>(words: readonly Word[], text: unknown): Word | undefined {
	return words.find((word) => word === text);
}

/** `visit.code`, as rows are named. */
export function parseReferralKey(text: string): { readonly visit: VisitId; readonly code: ReferralCode } | null {
	const [visit = '', code, ...more] = text.split('.');
	const known = find(REFERRAL_CODES, code);
	return isId(visit) && known && more.length === 0 ? { visit: visit as VisitId, code: known } : null;
}

/** The filter that an address names; anything odd in it is left out. Without words: one's own inbox, what waits. */
export function parseReferralFilter(query: AddressQuery, role: StaffRole): ReferralFilter {
	const to = query.get('to');
	const receiver = to === null ? OWN_INBOX[role] : find(RECEIVERS, to);
	const asked = query.get('state') ?? 'waiting';
	const state = asked === 'all' ? undefined : (find(REFERRAL_STATES, asked) ?? 'waiting');
	const area = query.get('area') ?? '';
	const code = find(REFERRAL_KINDS, query.get('code'));
	const after = query.get('after') ?? '';
	return {
		...(receiver ? { receiver } : {}),
		...(state ? { state } : {}),
		...(isId(area) ? { area: area as AreaId } : {}),
		...(code ? { code } : {}),
		...(query.get('late') === '1' ? { isLate: true } : {}),
		...(parseReferralKey(after) ? { after } : {})
	};
}

/** The query part of an address for a filter. */
export function encodeReferralFilter(filter: ReferralFilter): string {
	const parts = {
		to: filter.receiver ?? 'all',
		state: filter.state ?? 'all',
		area: filter.area,
		code: filter.code,
		late: filter.isLate ? '1' : undefined,
		after: filter.after
	};
	const pairs = Object.entries(parts).filter((pair): pair is [string, string] => Boolean(pair[1]));
	return '?' + pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
}

/** `visit.code.n` of each ticked row, and what is to be done with all of them. */
export function parseReferralAnswer(
	items: readonly string[],
	typed: Readonly<Record<string, string>>
): Result<ReferralAnswer> {
	if (items.length === 0) return fail('field.required', 'item');
	if (items.length > LIMIT.listRows) return fail('field.tooLong', 'item');
	const cases = [...new Set(items)].map((item) => {
		const cut = item.lastIndexOf('.');
		const key = parseReferralKey(item.slice(0, cut));
		const n = Number(item.slice(cut + 1));
		return key && Number.isSafeInteger(n) ? { visit: key.visit, code: key.code, n } : null;
	});
	const act = parseAct(typed);
	if (!act.ok) return act;
	if (cases.includes(null)) return fail('field.badChoice', 'item');
	return succeed({ cases: cases.filter((one) => one !== null), act: act.value, note: (typed['note'] ?? '').trim() });
}

/** `act` as a button says it: `takeUp`, `sendBack`, `done:fixed`, `pass` with the receiver beside it. */
function parseAct(typed: Readonly<Record<string, string>>): Result<ReferralAct> {
	const [name, of] = (typed['act'] ?? '').split(':');
	const act = find(REFERRAL_ACTS, name);
	if (act === 'done') {
		const finding = find(FINDINGS, of);
		return finding ? succeed({ act, finding }) : fail('field.badChoice', 'act');
	}
	if (act === 'pass') {
		const receiver = find(RECEIVERS, typed['receiver']);
		return receiver ? succeed({ act, receiver }) : fail('field.required', 'receiver');
	}
	return act ? succeed({ act }) : fail('field.badChoice', 'act');
}

/** The name of the field for one stop of a flag's route. */
export function nameStop(code: DataFlagCode, stop: number): string {
	return `${code}:${stop}`;
}

/** The name of the tick that gives a flag to both of its receivers at once. */
export function nameAtOnce(code: DataFlagCode): string {
	return `${code}:atOnce`;
}

/** A rule as typed; an empty stop is none. */
export function parseReferralRule(typed: Readonly<Record<string, string>>): Result<ReferralRule> {
	const routes: Record<DataFlagCode, readonly Receiver[]> = { ...FIRST_REFERRAL_RULE.routes };
	for (const code of DATA_FLAG_CODES) {
		const stops = Array.from({ length: ROUTE_STOPS }, (_, stop) => typed[nameStop(code, stop)] ?? '').filter(Boolean);
		const known = stops.map((stop) => find(RECEIVERS, stop));
		if (known.includes(undefined)) return fail('field.badChoice', code);
		routes[code] = known.filter((stop) => stop !== undefined);
	}
	const atOnce = DATA_FLAG_CODES.filter((code) => typed[nameAtOnce(code)] === '1');
	return checkReferralRule({ routes, atOnce, days: Number(typed['days'] ?? NaN) });
}
