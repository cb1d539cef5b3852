// What is left to do, worked out from the records each time and never stored: the same on phone and server.

import { dayAt, type Day } from './day.ts';
import type { Household } from './household.ts';
import type { HouseholdId, PersonId, VisitId } from './id.ts';
import { decideCountdown, isSuccess, type Countdown } from './ladder.ts';
import { isOldEnough, type Person } from './person.ts';
import type { Visit } from './visit.ts';

/** What was agreed for a day: come back, meet at the ward, or ask what became of a referral. */
const DUE_KINDS = ['revisit', 'appointment', 'referral'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

export type Task =
	| { readonly kind: 'returned'; readonly household: HouseholdId; readonly visit: VisitId; readonly person?: PersonId }
	| {
			readonly kind: 'countdown';
			readonly household: HouseholdId;
			readonly person: PersonId;
			readonly countdown: Countdown;
	  }
	| {
			readonly kind: DueKind;
			readonly household: HouseholdId;
			readonly visit: VisitId;
			readonly person?: PersonId;
			readonly on: Day;
			readonly at?: string;
			readonly isLate: boolean;
	  };

export interface Records {
	readonly households: readonly Household[];
	readonly people: readonly Person[];
	readonly visits: readonly Visit[];
}

/**
 * The tasks of `today`, most pressing first: what the ward returned, countdowns by days left, then what was
 * agreed for a day (appointment, revisit, a referral to look after) by hour. A later visit to the same door (and, for a
 * person, about the same person) settles it; a countdown ends with the state that it waits for.
 */
export function listTasks(records: Records, today: Day): Task[] {
	const returned: Task[] = [];
	const due: (Task & { kind: DueKind })[] = [];
	const promised: { readonly visit: Visit; readonly kind: DueKind; readonly on: Day; readonly at?: string }[] = [];
	for (const visit of records.visits) {
		if (visit.review?.state === 'returned') {
			returned.push({ kind: 'returned', household: visit.household, visit: visit.id, ...aboutWhom(visit) });
		}
		const { next } = visit;
		const kind = DUE_KINDS.find((due) => due === next?.kind);
		if (!next?.on || !kind || next.on > today) continue;
		promised.push({ visit, kind, on: next.on, ...(next.at === undefined ? {} : { at: next.at }) });
	}
	// Of thousands of visits only those about the same person or door can settle one of these.
	const latest = new Map(promised.map(({ visit }) => [settledBy(visit), 0]));
	const note = (key: string, at: number) => {
		const known = latest.get(key);
		if (known !== undefined && at > known) latest.set(key, at);
	};
	const doors = new Set(promised.map(({ visit }) => visit.household));
	for (const visit of doors.size > 0 ? records.visits : []) {
		if (!doors.has(visit.household)) continue;
		note(visit.household, visit.seenAt);
		if (visit.person !== undefined) note(settledBy(visit), visit.seenAt);
	}
	for (const { visit, kind, on, at } of promised) {
		if ((latest.get(settledBy(visit)) ?? 0) > visit.seenAt) continue;
		due.push({
			kind,
			household: visit.household,
			visit: visit.id,
			...aboutWhom(visit),
			on,
			...(at === undefined ? {} : { at }),
			isLate: on < today
		});
	}
	const countdowns = records.people
		.map((person) => ({ person, countdown: decideCountdown(person.standing ?? null, today) }))
		.filter((row): row is { person: Person; countdown: Countdown } => row.countdown !== null)
		.sort((a, b) => a.countdown.daysLeft - b.countdown.daysLeft)
		.map(({ person, countdown }): Task => ({
			kind: 'countdown',
			household: person.household,
			person: person.id,
			countdown
		}));
	due.sort((a, b) => (a.on + (a.at ?? '99')).localeCompare(b.on + (b.at ?? '99')));
	return [...returned, ...countdowns, ...due];
}

function aboutWhom({ person }: Visit): { readonly person?: PersonId } {
	return person === undefined ? {} : { person };
}

/** A later visit about the same person keeps what was promised to them; what was promised to the door, any visit there. */
function settledBy({ household, person }: Visit): string {
	return person === undefined ? household : `${household}/${person}`;
}

/** How a door stands in the walk list. */
export type DoorState = 'new' | 'partly' | 'done' | 'revisit' | 'nobodyHome' | 'refused' | 'returned';

export interface Door {
	readonly state: DoorState;
	/** People of an age for an own account, and how many of them count as success. */
	readonly people: number;
	readonly successes: number;
	/** The day that was agreed last, where one was. */
	readonly on?: Day;
	readonly at?: string;
	readonly isLate: boolean;
}

/** What is left to do behind one door; `visits` and `people` are those of this household. */
export function decideDoor(people: readonly Person[], visits: readonly Visit[], today: Day): Door {
	const counted = people.filter(
		(person) => isOldEnough(person, today) && person.presence !== 'deceased' && person.standing?.state !== 'moved'
	);
	const successes = counted.filter((person) => person.standing && isSuccess(person.standing.state)).length;
	const last = visits.reduce<Visit | null>((best, visit) => (!best || visit.seenAt > best.seenAt ? visit : best), null);
	const next = DUE_KINDS.some((due) => due === last?.next?.kind) ? last?.next : undefined;
	const door = {
		people: counted.length,
		successes,
		...(next?.on ? { on: next.on } : {}),
		...(next?.at ? { at: next.at } : {}),
		isLate: next?.on !== undefined && next.on < today
	};
	if (visits.some((visit) => visit.review?.state === 'returned')) return { ...door, state: 'returned' };
	if (counted.length > 0 && successes === counted.length) return { ...door, state: 'done' };
	if (!last) return { ...door, state: successes > 0 ? 'partly' : 'new' };
	if (next?.on) return { ...door, state: 'revisit' };
	if (last.outcome === 'nobodyHome') return { ...door, state: 'nobodyHome' };
	if (last.outcome === 'refused') return { ...door, state: 'refused' };
	return { ...door, state: 'partly' };
}

/** Visits of one day in Vietnam, for "my work today". */
export function listVisitsOn(visits: readonly Visit[], day: Day): Visit[] {
	return visits.filter((visit) => dayAt(visit.seenAt) === day);
}
