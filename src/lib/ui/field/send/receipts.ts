// What stands on the way to the ward, by name: what only this phone holds, and what was received last.

import type { Book, RecordState } from '$lib/device/device.ts';
import { nameDoor } from '$lib/domain/household.ts';
import type { HouseholdId, RecordId } from '$lib/domain/id.ts';

export interface WayRow {
	readonly key: RecordId;
	readonly state: RecordState;
	/** Null where the household is no longer on this phone. */
	readonly door: string | null;
	/** The person it is about; absent for the household itself and for a knock about nobody. */
	readonly person?: string;
	readonly kind: 'household' | 'person' | 'visit' | 'difficulty' | 'event' | 'help';
	/** When the visit was, the question, or the person at the table; for the others nothing is known. */
	readonly at?: number;
}

/** Every record that waits, oldest id first; then the visits and questions that the ward has, latest first, at most `most`. */
export function listWay(book: Book, most: number): { readonly waiting: WayRow[]; readonly received: WayRow[] } {
	const doorOf = (household: HouseholdId) => {
		const found = book.households.get(household);
		return found ? nameDoor(found) : null;
	};
	const waiting: WayRow[] = [];
	const received: WayRow[] = [];
	for (const household of book.households.values()) {
		const state = book.stateOf(household.id);
		if (state.state !== 'waiting') continue;
		waiting.push({ key: household.id, state, door: nameDoor(household), kind: 'household' });
	}
	for (const person of book.people.values()) {
		const state = book.stateOf(person.id);
		if (state.state !== 'waiting') continue;
		waiting.push({ key: person.id, state, door: doorOf(person.household), person: person.name, kind: 'person' });
	}
	for (const visit of book.visits.values()) {
		const state = book.stateOf(visit.id);
		const person = visit.person === undefined ? undefined : book.people.get(visit.person)?.name;
		const row: WayRow = {
			key: visit.id,
			state,
			door: doorOf(visit.household),
			...(person === undefined ? {} : { person }),
			kind: 'visit',
			at: visit.seenAt
		};
		(state.state === 'waiting' ? waiting : received).push(row);
	}
	const tell = (key: RecordId, kind: WayRow['kind'], at?: number) => {
		const state = book.stateOf(key);
		const row: WayRow = { key, state, door: null, kind, ...(at === undefined ? {} : { at }) };
		(state.state === 'waiting' ? waiting : received).push(row);
	};
	for (const { id, askedAt } of book.difficulties.values()) tell(id, 'difficulty', askedAt);
	for (const id of book.events.keys()) tell(id, 'event');
	for (const { id, at } of book.help.values()) tell(id, 'help', at);
	// ids sort by the time of their making
	waiting.sort((a, b) => (a.key < b.key ? -1 : 1));
	received.sort((a, b) => (b.state.receipt ?? 0) - (a.state.receipt ?? 0) || (b.at ?? 0) - (a.at ?? 0));
	return { waiting, received: received.slice(0, most) };
}

const HOUR_MS = 3600_000;
const DAY_HOURS = 24;

/** How long the oldest entry has waited, in whole hours or days; null where it is not worth a word. */
export function tellAge(ageMs: number): { readonly unit: 'hour' | 'day'; readonly count: number } | null {
	const hours = Math.floor(ageMs / HOUR_MS);
	if (hours < 1) return null;
	return hours < DAY_HOURS ? { unit: 'hour', count: hours } : { unit: 'day', count: Math.floor(hours / DAY_HOURS) };
}
