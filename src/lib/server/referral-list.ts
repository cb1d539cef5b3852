// The inbox of flags and referrals: what is with whom and how far it is, by filter and page, from the desk's rows.

import { listWithin, type Area } from '../domain/area.ts';
import { RECEIVERS, type Receiver } from '../domain/catalogue/barriers.ts';
import { DATA_FLAG_CODES, type DataFlagCode } from '../domain/catalogue/data-flags.ts';
import { addDays, dayAt, type Day } from '../domain/day.ts';
import type { Page } from '../domain/desk.ts';
import type { AreaId, VisitId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { parseReferralKey } from '../domain/referral-form.ts';
import {
	dueOf,
	encodeReferralKey,
	FINDINGS,
	holderOf,
	kindOf,
	listCases,
	nameBeside,
	NEXT_REFERRAL,
	nextStop,
	type ReferralCode,
	type ReferralFilter,
	type ReferralNote,
	type ReferralRow,
	type ReferralRule
} from '../domain/referral.ts';
import { readAreas } from './area.ts';
import type { Reader } from './db/open-store.ts';
import { readRecords } from './record-view.ts';
import { listOrNone } from './search.ts';
import { readVisitRows } from './visit.ts';

/** Who asks, by which rule and on which day. */
export interface InboxGround {
	readonly ward: WardId;
	readonly within: readonly AreaId[] | null;
	readonly rule: ReferralRule;
	readonly today: Day;
}

const KINDS = ['flag', 'beside', 'referral'] as const;
const FLAG_KINDS = ['flag', 'beside'] as const;
const WAITING = ['', 'open', 'takenUp', 'sentBack'];

/** Codes that come to a receiver first, or as the second of two at once. */
function codesOf(rule: ReferralRule, stop: 0 | 1, receiver?: Receiver): string[] {
	return DATA_FLAG_CODES.filter((code) => {
		const here = stop === 0 || rule.atOnce.includes(code) ? rule.routes[code][stop] : undefined;
		return receiver ? here === receiver : here !== undefined;
	});
}

function selectCases(
	db: Reader,
	{ ward, within, rule, today }: InboxGround,
	filter: ReferralFilter,
	areas: readonly Area[]
) {
	const { receiver, state, code } = filter;
	let query = db.selectFrom('mark_row as m').where('m.ward_id', '=', ward).where('m.kind', 'in', KINDS);
	if (state === 'waiting' || filter.isLate) query = query.where('m.state', 'in', WAITING);
	if (state === 'open') query = query.where('m.state', 'in', ['', 'open']);
	else if (state && state !== 'waiting') query = query.where('m.state', '=', state);
	if (filter.isLate) query = query.where('m.kind', 'in', FLAG_KINDS).where('m.on_day', '<', addDays(today, -rule.days));
	if (filter.area) query = query.where('m.area_id', 'in', [filter.area, ...listWithin(areas, [filter.area])]);
	if (within) query = query.where('m.area_id', 'in', listOrNone(within));
	if (code === NEXT_REFERRAL) query = query.where('m.kind', '=', 'referral');
	else if (code) query = query.where('m.kind', 'in', FLAG_KINDS).where('m.code', '=', code);
	return query.where(({ eb, or, and }) =>
		or([
			receiver ? eb('m.receiver', '=', receiver) : eb('m.receiver', '!=', ''),
			and([
				eb('m.receiver', '=', ''),
				eb('m.kind', '=', 'flag'),
				eb('m.code', 'in', listOrNone(codesOf(rule, 0, receiver)))
			]),
			and([
				eb('m.receiver', '=', ''),
				eb('m.kind', '=', 'beside'),
				eb('m.code', 'in', listOrNone(codesOf(rule, 1, receiver)))
			]),
			and([
				eb('m.receiver', '=', ''),
				eb('m.kind', '=', 'referral'),
				eb('m.code', 'in', receiver ? [receiver] : RECEIVERS)
			])
		])
	);
}

export async function countReferrals(
	db: Reader,
	ground: InboxGround,
	filter: ReferralFilter,
	areas: readonly Area[]
): Promise<number> {
	const row = await selectCases(db, ground, filter, areas)
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

const CODES: Readonly<Record<(typeof KINDS)[number], (code: DataFlagCode) => ReferralCode>> = {
	flag: (code) => code,
	beside: nameBeside,
	referral: () => NEXT_REFERRAL
};

/** The oldest first: it presses most. */
export async function listReferrals(
	db: Reader,
	ground: InboxGround,
	filter: ReferralFilter
): Promise<Page<ReferralRow>> {
	const { ward } = ground;
	const areas = await readAreas(db, ward);
	let query = selectCases(db, ground, filter, areas);
	const after = filter.after ? parseReferralKey(filter.after) : null;
	const last = after ? await readPlace(db, ward, after.visit, after.code) : null;
	if (last) {
		query = query.where(({ eb, or, and }) =>
			or([
				eb('m.on_day', '>', last.on_day),
				and([eb('m.on_day', '=', last.on_day), eb('m.record_id', '>', last.record_id)]),
				and([eb('m.on_day', '=', last.on_day), eb('m.record_id', '=', last.record_id), eb('m.code', '>', last.code)]),
				and([
					eb('m.on_day', '=', last.on_day),
					eb('m.record_id', '=', last.record_id),
					eb('m.code', '=', last.code),
					eb('m.kind', '>', last.kind)
				])
			])
		);
	}
	const found = await query
		.select(['m.record_id', 'm.kind', 'm.code'])
		.orderBy('m.on_day')
		.orderBy('m.record_id')
		.orderBy('m.code')
		.orderBy('m.kind')
		.limit(LIMIT.listRows + 1)
		.execute();
	const shown = found.slice(0, LIMIT.listRows);
	const cases = shown.map(({ record_id, kind, code }) => ({
		visit: record_id as VisitId,
		code: CODES[kind as (typeof KINDS)[number]](code as DataFlagCode)
	}));
	const { after: _, ...whole } = filter;
	const lastShown = found.length > shown.length ? cases.at(-1) : undefined;
	return {
		rows: await readCases(db, ground, cases, areas),
		total: await countReferrals(db, ground, whole, areas),
		next: lastShown ? encodeReferralKey(lastShown.visit, lastShown.code) : null
	};
}

async function readPlace(db: Reader, ward: WardId, visit: VisitId, code: ReferralCode) {
	const about = kindOf(code);
	let query = db
		.selectFrom('mark_row')
		.select(['on_day', 'record_id', 'code', 'kind'])
		.where('ward_id', '=', ward)
		.where('record_id', '=', visit)
		.where('kind', '=', about === NEXT_REFERRAL ? 'referral' : about === code ? 'flag' : 'beside');
	if (about !== NEXT_REFERRAL) query = query.where('code', '=', about);
	return (await query.executeTakeFirst()) ?? null;
}

interface Case {
	readonly visit: VisitId;
	readonly code: ReferralCode;
}

async function readCases(
	db: Reader,
	{ ward, rule, today }: InboxGround,
	cases: readonly Case[],
	areas: readonly Area[]
): Promise<ReferralRow[]> {
	if (cases.length === 0) return [];
	const ids = [...new Set(cases.map((one) => one.visit))];
	const [rows, notes] = await Promise.all([readVisitRows(db, ward, ids, areas), readNotes(db, ward, ids)]);
	const byId = new Map(rows.map((row) => [row.visit.id, row]));
	return cases.flatMap(({ visit: id, code }) => {
		const row = byId.get(id);
		if (!row) return [];
		const { visit } = row;
		const words = visit.referrals ?? {};
		const word = words[code];
		const kind = kindOf(code);
		const named = visit.next?.receiver ?? null;
		const receiver = holderOf(code, word, named, rule);
		if (!receiver) return [];
		const other = listCases(kind, words, rule).find((one) => one !== code);
		const otherHolder = other ? holderOf(other, words[other], named, rule) : null;
		const raisedOn = dayAt(visit.seenAt);
		const dueOn = dueOf(code, raisedOn, rule);
		const state = word?.state ?? 'open';
		return {
			key: encodeReferralKey(id, code),
			n: word?.n ?? 0,
			visit: id,
			code,
			household: row.household,
			areaName: row.areaName,
			personName: row.personName,
			volunteerName: row.volunteerName,
			raisedOn,
			dueOn,
			isLate: dueOn !== null && dueOn < today && state !== 'done',
			state,
			receiver,
			next: nextStop(code, receiver, words, rule),
			beside: other && otherHolder ? { receiver: otherHolder, state: words[other]?.state ?? 'open' } : null,
			flag: visit.flags?.find((flag) => flag.code === kind) ?? null,
			barriers: code === NEXT_REFERRAL ? (visit.barriers ?? []) : [],
			said: notes.get(encodeReferralKey(id, code)) ?? null
		};
	});
}

async function readNotes(db: Reader, ward: WardId, ids: readonly VisitId[]): Promise<Map<string, ReferralNote>> {
	const rows = await db
		.selectFrom('referral_note')
		.selectAll()
		.where('ward_id', '=', ward)
		.where('record_id', 'in', ids)
		.execute();
	return new Map(
		rows.map((row) => [
			encodeReferralKey(row.record_id, row.code as ReferralCode),
			{
				finding: FINDINGS.find((known) => known === row.finding) ?? null,
				note: row.note,
				staffName: row.staff_name,
				at: Number(row.at)
			}
		])
	);
}

/** Whether every one of these visits stands where somebody may look. */
export async function holdsCases(db: Reader, ward: WardId, ids: readonly VisitId[], within: readonly AreaId[] | null) {
	if (within === null) return true;
	const records = await readRecords(db, ward, ids);
	return ids.every((id) => {
		const record = records.get(id);
		return record !== undefined && within.includes(record.area);
	});
}
