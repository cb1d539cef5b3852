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
import { countUpTo, totalOf } from './count-up-to.ts';
import type { Reader } from './db/open-store.ts';
import type { Database } from './db/schema.ts';
import { readRecords } from './record-view.ts';
import { listOrNone } from './search.ts';
import { readVisitRows } from './visit-row.ts';

/** Who asks, by which rule and on which day. */
export interface InboxGround {
	readonly ward: WardId;
	readonly within: readonly AreaId[] | null;
	readonly rule: ReferralRule;
	readonly today: Day;
}

const KINDS = ['flag', 'beside', 'referral'] as const;
type Kind = (typeof KINDS)[number];
const FLAG_KINDS = ['flag', 'beside'] as const;
/** As the rows say it: nothing where nobody has said a word. */
const WAITING = ['', 'open', 'takenUp', 'sentBack'];
const EVERY_STATE = [...WAITING, 'done'];

/** Codes that come to a receiver first, or as the second of two at once. */
function codesOf(rule: ReferralRule, stop: 0 | 1, receiver?: Receiver): string[] {
	return DATA_FLAG_CODES.filter((code) => {
		const here = stop === 0 || rule.atOnce.includes(code) ? rule.routes[code][stop] : undefined;
		return receiver ? here === receiver : here !== undefined;
	});
}

/** Cases of one kind and, where they are read in order, of one state: so they stand in their index. */
function selectCases(
	db: Reader,
	{ ward, within, rule, today }: InboxGround,
	{ receiver, area, code, isLate }: ReferralFilter,
	areas: readonly Area[],
	kind: Kind,
	states: readonly string[]
) {
	let query = db.selectFrom('mark_row as m').where('m.ward_id', '=', ward).where('m.kind', '=', kind);
	query = states.length === 1 ? query.where('m.state', '=', states[0]!) : query.where('m.state', 'in', states);
	if (isLate) query = query.where('m.on_day', '<', addDays(today, -rule.days));
	if (area) query = query.where('m.area_id', 'in', [area, ...listWithin(areas, [area])]);
	if (within) query = query.where('m.area_id', 'in', listOrNone(within));
	if (code && code !== NEXT_REFERRAL) query = query.where('m.code', '=', code);
	const here =
		kind === 'referral' ? (receiver ? [receiver] : RECEIVERS) : codesOf(rule, kind === 'flag' ? 0 : 1, receiver);
	// whom a word has passed it on to, or whoever it comes to by the rule
	return query.where(({ eb, or, and }) =>
		or([
			receiver ? eb('m.receiver', '=', receiver) : eb('m.receiver', '!=', ''),
			and([eb('m.receiver', '=', ''), eb('m.code', 'in', listOrNone(here))])
		])
	);
}

function kindsOf({ code, isLate }: ReferralFilter): readonly Kind[] {
	// a referral has no day by which it must be answered
	if (code === NEXT_REFERRAL) return isLate ? [] : ['referral'];
	return code || isLate ? FLAG_KINDS : KINDS;
}

function statesOf({ state, isLate }: ReferralFilter): readonly string[] {
	const chosen = state === 'open' ? ['', 'open'] : state === 'waiting' ? WAITING : state ? [state] : EVERY_STATE;
	return isLate ? chosen.filter((one) => WAITING.includes(one)) : chosen;
}

/** How many cases a filter has; more than `LIMIT.countedRows` where there are more than that. */
export async function countReferrals(
	db: Reader,
	ground: InboxGround,
	filter: ReferralFilter,
	areas: readonly Area[]
): Promise<number> {
	const states = statesOf(filter);
	if (states.length === 0) return 0;
	const counts = await Promise.all(
		kindsOf(filter).map((kind) => countUpTo(db, selectCases(db, ground, filter, areas, kind, states)))
	);
	return counts.reduce((sum, count) => sum + count, 0);
}

const CODES: Readonly<Record<Kind, (code: DataFlagCode) => ReferralCode>> = {
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
	const after = filter.after ? parseReferralKey(filter.after) : null;
	const last = after ? await readPlace(db, ward, after.visit, after.code) : null;
	// each kind in each state is a stream in the order of the list; together they would have to be sorted whole
	const streams = kindsOf(filter).flatMap((kind) => statesOf(filter).map((state) => ({ kind, state })));
	const read = await Promise.all(
		streams.map(({ kind, state }) => {
			let query = selectCases(db, ground, filter, areas, kind, [state]);
			if (last)
				query = query.where(({ eb, refTuple, tuple }) => {
					const place = tuple(last.on_day, last.record_id, last.code);
					// of one code of one record the kinds follow each other
					return eb(refTuple('m.on_day', 'm.record_id', 'm.code'), kind > last.kind ? '>=' : '>', place);
				});
			return query
				.select(['m.on_day', 'm.record_id', 'm.code', 'm.kind'])
				.orderBy('m.on_day')
				.orderBy('m.record_id')
				.orderBy('m.code')
				.limit(LIMIT.listRows + 1)
				.execute();
		})
	);
	const found = read
		.flat()
		.sort(inOrder)
		.slice(0, LIMIT.listRows + 1);
	const shown = found.slice(0, LIMIT.listRows);
	const cases = shown.map(({ record_id, kind, code }) => ({
		visit: record_id as VisitId,
		code: CODES[kind as Kind](code as DataFlagCode)
	}));
	const { after: _, ...whole } = filter;
	const lastShown = found.length > shown.length ? cases.at(-1) : undefined;
	return {
		rows: await readCases(db, ground, cases, areas),
		...totalOf(await countReferrals(db, ground, whole, areas)),
		next: lastShown ? encodeReferralKey(lastShown.visit, lastShown.code) : null
	};
}

type Place = Pick<Database['mark_row'], 'on_day' | 'record_id' | 'code' | 'kind'>;

/** Days, ids and codes of plain letters: their order is that of the databases. */
function inOrder(a: Place, b: Place): number {
	for (const column of ['on_day', 'record_id', 'code', 'kind'] as const)
		if (a[column] !== b[column]) return a[column] < b[column] ? -1 : 1;
	return 0;
}

async function readPlace(db: Reader, ward: WardId, visit: VisitId, code: ReferralCode): Promise<Place | null> {
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
