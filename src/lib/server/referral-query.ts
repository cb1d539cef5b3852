// What a filter of the inbox asks the store: which kinds of cases in which states, from which index. Counting stops where
// nobody reads on; what one receiver has is read from codes where it is little, and in the order of the list where it is much.

import { sql } from 'kysely';
import { listWithin, type Area } from '../domain/area.ts';
import { RECEIVERS, type Receiver } from '../domain/catalogue/barriers.ts';
import { DATA_FLAG_CODES } from '../domain/catalogue/data-flags.ts';
import { addDays, type Day } from '../domain/day.ts';
import type { AreaId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { NEXT_REFERRAL, type ReferralFilter, type ReferralRule } from '../domain/referral.ts';
import { countUpTo } from './count-up-to.ts';
import type { Reader } from './db/open-store.ts';
import { listOrNone } from './search.ts';

/** Who asks, by which rule and on which day. */
export interface InboxGround {
	readonly ward: WardId;
	readonly within: readonly AreaId[] | null;
	readonly rule: ReferralRule;
	readonly today: Day;
}

const KINDS = ['flag', 'beside', 'referral'] as const;
export type Kind = (typeof KINDS)[number];
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

/** Cases of one kind that a rule sends to a receiver, that a word has passed on to one, or both where nobody is named. */
interface Stream {
	readonly kind: Kind;
	readonly way: 'any' | 'routed' | 'passed';
	/** Read from the index of codes: a receiver to whom few codes go has few of the cases that stand in order. */
	readonly isByCode: boolean;
}

/** Of one kind and, where they are read in order, of one state: so they stand in their index. */
export function selectCases(
	db: Reader,
	{ ward, within, rule, today }: InboxGround,
	{ receiver, area, code, isLate }: ReferralFilter,
	areas: readonly Area[],
	{ kind, way, isByCode }: Stream,
	states: readonly string[]
) {
	let query = db.selectFrom('mark_row as m').where('m.ward_id', '=', ward).where('m.kind', '=', kind);
	// as a sum it enters no index of states
	if (isByCode) query = query.where(sql<string>`m.state || ''`, 'in', states);
	else query = states.length === 1 ? query.where('m.state', '=', states[0]!) : query.where('m.state', 'in', states);
	if (isLate) query = query.where('m.on_day', '<', addDays(today, -rule.days));
	if (area) query = query.where('m.area_id', 'in', [area, ...listWithin(areas, [area])]);
	if (within) query = query.where('m.area_id', 'in', listOrNone(within));
	if (code && code !== NEXT_REFERRAL) query = query.where('m.code', '=', code);
	// said as the index of the few that were passed on says it
	if (way === 'passed') return query.where(sql<boolean>`m.receiver <> ''`).where('m.receiver', '=', receiver ?? '');
	const here = listHere(rule, kind, receiver);
	if (way === 'routed') {
		const routed = query.where('m.receiver', '=', '');
		if (isByCode) return routed.where('m.code', 'in', listOrNone(here));
		// nor a sum one of codes: what is read in order would be read whole and sorted
		return routed.where(sql<string>`m.code || ''`, 'in', listOrNone(here));
	}
	// whom a word has passed it on to, or whoever it comes to by the rule
	return query.where(({ eb, or, and }) =>
		or([eb('m.receiver', '!=', ''), and([eb('m.receiver', '=', ''), eb('m.code', 'in', listOrNone(here))])])
	);
}

/** Codes by which a case of a kind comes to a receiver, or to any. */
function listHere(rule: ReferralRule, kind: Kind, receiver?: Receiver): readonly string[] {
	if (kind === 'referral') return receiver ? [receiver] : RECEIVERS;
	return codesOf(rule, kind === 'flag' ? 0 : 1, receiver);
}

function listStreams({ rule }: InboxGround, filter: ReferralFilter): Stream[] {
	const { receiver } = filter;
	const isWaiting = statesOf(filter).some((state) => state !== 'done');
	return kindsOf(filter).flatMap((kind): Stream[] => {
		if (!receiver) return [{ kind, way: 'any', isByCode: false }];
		const passed: Stream = { kind, way: 'passed', isByCode: false };
		const routed: Stream = { kind, way: 'routed', isByCode: isWaiting };
		return listHere(rule, kind, receiver).length > 0 ? [routed, passed] : [passed];
	});
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
	const counted = await countStreams(db, ground, filter, areas);
	return counted.reduce((sum, { count }) => sum + count, 0);
}

/** The same by stream, for a page that reads from each. */
export function countStreams(db: Reader, ground: InboxGround, filter: ReferralFilter, areas: readonly Area[]) {
	const states = statesOf(filter);
	if (states.length === 0) return Promise.resolve([]);
	return Promise.all(
		listStreams(ground, filter).map(async (stream) => {
			const count = await countUpTo(db, selectCases(db, ground, filter, areas, stream, states));
			return { stream, count };
		})
	);
}

/** What is read for a page: few cases by their codes all at once, many in the order of each state; none not at all. */
export function listParts(counted: Awaited<ReturnType<typeof countStreams>>, filter: ReferralFilter) {
	const states = statesOf(filter);
	return counted.flatMap(({ stream, count }) => {
		if (count === 0) return [];
		if (stream.isByCode && count <= LIMIT.countedRows) return [{ stream, states }];
		// each kind in each state is a stream in the order of the list; together they would have to be sorted whole
		return states.map((state) => ({ stream: { ...stream, isByCode: false }, states: [state] }));
	});
}
