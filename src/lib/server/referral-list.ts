// The inbox of flags and referrals: what is with whom and how far it is, by filter and page, from the desk's rows.

import type { Area } from '../domain/area.ts';
import type { DataFlagCode } from '../domain/catalogue/data-flags.ts';
import { dayAt } from '../domain/day.ts';
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
	type ReferralRow
} from '../domain/referral.ts';
import { readAreas } from './area.ts';
import { totalOf } from './count-up-to.ts';
import type { Reader } from './db/open-store.ts';
import type { Database } from './db/schema.ts';
import { readRecords } from './record-view.ts';
import { countStreams, listParts, selectCases, type InboxGround, type Kind } from './referral-query.ts';
import { readVisitRows } from './visit-row.ts';

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
	const { after: _, ...whole } = filter;
	const counted = await countStreams(db, ground, whole, areas);
	const read = await Promise.all(
		listParts(counted, whole).map(({ stream, states }) => {
			const { kind } = stream;
			let query = selectCases(db, ground, filter, areas, stream, states);
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
	const lastShown = found.length > shown.length ? cases.at(-1) : undefined;
	return {
		rows: await readCases(db, ground, cases, areas),
		...totalOf(counted.reduce((sum, { count }) => sum + count, 0)),
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
