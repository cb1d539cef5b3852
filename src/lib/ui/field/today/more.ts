// What the day's screen tells below the tasks: cards that run out soon, what the ward answered, and one's own work today
// with its receipts.

import type { Book, RecordState } from '../../../device/device.ts';
import { adviseExpiry, type ExpiryAdvice } from '../../../domain/card-advice.ts';
import { dayAt, type Day } from '../../../domain/day.ts';
import { isOpenToAll, nameDoor } from '../../../domain/household.ts';
import { isActivated, isSuccess } from '../../../domain/ladder.ts';
import {
	nameBeside,
	NEXT_REFERRAL,
	REFERRAL_KINDS,
	sumState,
	type ReferralKind,
	type ReferralState
} from '../../../domain/referral.ts';
import type { Receiver } from '../../../domain/catalogue/barriers.ts';
import type { Person } from '../../../domain/person.ts';
import type { Outcome, Visit } from '../../../domain/visit.ts';

/** For so long an answer of the ward stands on the day's screen; at its door it stays. */
export const ANSWER_DAYS = 7;
const DAY_MS = 86_400_000;

interface Row {
	readonly key: string;
	readonly href: string;
	readonly door: string;
	readonly person?: string;
}

export type ExpiringRow = Row & { readonly expiresOn: Day | null };

/** What a person's card says, by day. Books share the people that nothing happened to, so most are asked about once. */
const advised = new WeakMap<Person, { readonly today: Day; readonly advice: ExpiryAdvice }>();

function adviseOnce(person: Person, today: Day): ExpiryAdvice {
	const known = advised.get(person);
	if (known?.today === today) return known.advice;
	const advice = adviseExpiry(person.birth, person.cardIssuedOn ?? null, today);
	advised.set(person, { today, advice });
	return advice;
}

/** Cards that run out within the notice, soonest first; those whose day is not known come last. */
export function listExpiring(book: Book, today: Day): ExpiringRow[] {
	const rows: ExpiringRow[] = [];
	for (const person of book.people.values()) {
		if (person.presence === 'deceased' || person.standing?.state === 'moved') continue;
		if (!person.cardIssuedOn && person.card !== 'expiring') continue;
		const advice = adviseOnce(person, today);
		const isToldSo = advice.state === 'unknown' && person.card === 'expiring';
		const household = book.households.get(person.household);
		// to a closed door nobody is sent
		if ((advice.state !== 'soon' && !isToldSo) || !household || !isOpenToAll(household)) continue;
		rows.push({
			key: person.id,
			href: `/doors/${household.id}`,
			door: nameDoor(household),
			person: person.name,
			expiresOn: advice.expiresOn ?? null
		});
	}
	return rows.sort((a, b) => (a.expiresOn ?? '9').localeCompare(b.expiresOn ?? '9'));
}

/** Whose visit it is: what has not come back from the ward bears no name yet, and is this phone's. */
const isMine = (visit: Visit, me: string) => visit.by === undefined || visit.by === me;

function placeOf(book: Book, visit: Visit): Omit<Row, 'key'> | null {
	const household = book.households.get(visit.household);
	if (!household) return null;
	const person = visit.person === undefined ? undefined : book.people.get(visit.person)?.name;
	return { href: `/doors/${household.id}`, door: nameDoor(household), ...(person === undefined ? {} : { person }) };
}

export type AnswerRow = Row & {
	readonly code: ReferralKind;
	/** Whose word it is, where the visit names them. */
	readonly receiver?: Receiver;
	readonly state: ReferralState;
	readonly at: number;
};

/** What the ward said of one's own flags and referrals in the last days, latest first. */
export function listAnswers(book: Book, me: string, now: number): AnswerRow[] {
	const rows: AnswerRow[] = [];
	for (const visit of book.visits.values()) {
		if (!visit.referrals || !isMine(visit, me)) continue;
		const place = placeOf(book, visit);
		if (!place) continue;
		for (const code of REFERRAL_KINDS) {
			const word = visit.referrals[code];
			const state = sumState(code, visit.referrals);
			if (!word || !state) continue;
			const beside = code === NEXT_REFERRAL ? undefined : visit.referrals[nameBeside(code)];
			const at = Math.max(word.at, beside?.at ?? 0);
			// passed on is no answer yet
			if (state === 'open' || now - at > ANSWER_DAYS * DAY_MS) continue;
			const receiver = word.receiver ?? (code === NEXT_REFERRAL ? visit.next?.receiver : undefined);
			rows.push({
				...place,
				key: `${visit.id}/${code}`,
				code,
				...(receiver ? { receiver } : {}),
				state,
				at
			});
		}
	}
	return rows.sort((a, b) => b.at - a.at);
}

/** How many of one's own questions the ward answered in the last days (feature F098). */
export function countReplies({ difficulties }: Pick<Book, 'difficulties'>, now: number): number {
	return [...difficulties.values()].filter(({ reply }) => reply && now - reply.at <= ANSWER_DAYS * DAY_MS).length;
}

export type MyRow = Row & { readonly outcome: Outcome; readonly at: number; readonly record: RecordState };

export interface MyDay {
	/** One's own visits of the day, latest first, each with how far it is. */
	readonly rows: readonly MyRow[];
	readonly counts: {
		readonly doors: number;
		readonly nobodyHome: number;
		readonly activated: number;
		readonly successes: number;
		/** Of the visits: what the ward has acknowledged, and what waits on the phone. The two are never added up. */
		readonly acknowledged: number;
		readonly waiting: number;
	};
}

/** "Việc của tôi hôm nay": by the hours at which one knocked, not at which the ward heard of it. */
export function listMyDay(book: Book, me: string, today: Day): MyDay {
	const rows: MyRow[] = [];
	const doors = new Set<string>();
	let [nobodyHome, activated, successes, acknowledged] = [0, 0, 0, 0];
	for (const visit of book.visits.values()) {
		if (!isMine(visit, me) || dayAt(visit.seenAt) !== today) continue;
		const record = book.stateOf(visit.id);
		const place = placeOf(book, visit) ?? { href: '/doors', door: '' };
		rows.push({ ...place, key: visit.id, outcome: visit.outcome, at: visit.seenAt, record });
		doors.add(visit.household);
		if (visit.outcome === 'nobodyHome') nobodyHome++;
		// what this visit brought about, not what it found
		const state = visit.standing && visit.standing.state !== visit.before ? visit.standing.state : null;
		if (state && isActivated(state) && !(visit.before && isActivated(visit.before))) activated++;
		if (state && isSuccess(state) && !(visit.before && isSuccess(visit.before))) successes++;
		if (record.state !== 'waiting') acknowledged++;
	}
	rows.sort((a, b) => b.at - a.at);
	return {
		rows,
		counts: {
			doors: doors.size,
			nobodyHome,
			activated,
			successes,
			acknowledged,
			waiting: rows.length - acknowledged
		}
	};
}
