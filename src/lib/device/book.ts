// The book: everything readable while the vault is open, as the domain's nouns. It follows the store: what this tab
// saves, what another one does, what comes down from the ward. Nobody writes into it.

import type { Area } from '../domain/area.ts';
import type { Household } from '../domain/household.ts';
import type { HouseholdId, PersonId, RecordId, VisitId } from '../domain/id.ts';
import type { Person } from '../domain/person.ts';
import type { Visit } from '../domain/visit.ts';
import { decideRecordState, isChecking, type RecordStanding } from '../sync/outbox.ts';
import type { PhoneState } from '../sync/phone-port.ts';
import type { PhoneRecord, Table } from '../sync/record.ts';
import type { EntryNote, Ground } from './step.ts';
import type { Change } from './store.ts';

/** What a person may be told about one record's way to the ward (sync.md, receipts and truth). */
export interface RecordState {
	readonly state: RecordStanding;
	/** The ward's receipt number, where it has one. */
	readonly receipt?: number;
}

/** Everything readable while the vault is open; empty while it is locked. Replaced, not changed, on a change. */
export interface Book {
	readonly areas: readonly (Area & { readonly assigned: boolean })[];
	readonly households: ReadonlyMap<HouseholdId, Household>;
	readonly people: ReadonlyMap<PersonId, Person>;
	readonly visits: ReadonlyMap<VisitId, Visit>;
	/** People and visits by their household, in no order. */
	peopleOf(household: HouseholdId): readonly Person[];
	visitsOf(household: HouseholdId): readonly Visit[];
	stateOf(record: RecordId): RecordState;
}

export const EMPTY_BOOK: Book = {
	areas: [],
	households: new Map(),
	people: new Map(),
	visits: new Map(),
	peopleOf: () => [],
	visitsOf: () => [],
	stateOf: () => ({ state: 'waiting' })
};

/** The next book after a change of the store; `before` is the book that the change came upon. */
export function makeBook(store: Ground, before: Book, change: Change): Book {
	const ids = change === 'all' ? [...store.records.keys()] : [...change];
	const from = change === 'all' ? EMPTY_BOOK : before;
	const households = follow(store, from.households, 'household', ids, (record) => nounOf<Household>(record));
	const people = follow(store, from.people, 'person', ids, (record) => nounOf<Person>(record));
	const visits = follow(store, from.visits, 'visit', ids, (record) => nounOf<Visit>(record));
	return {
		areas: areasOf(store.state),
		households,
		people,
		visits,
		peopleOf: lookUp(people),
		visitsOf: lookUp(visits),
		stateOf: (id) => decideState(store.records.get(id) ?? null, store.notesOf(id))
	};
}

function areasOf({ scope }: PhoneState): Book['areas'] {
	// Kinds and ids as the ward names them; an area of a kind that we do not know still has a name to show.
	return (scope?.areas ?? []) as Book['areas'];
}

/** The same map when nothing of its table changed, else a changed copy. */
function follow<Id extends RecordId, Noun>(
	store: Ground,
	before: ReadonlyMap<Id, Noun>,
	table: Table,
	ids: readonly RecordId[],
	read: (record: PhoneRecord) => Noun
): ReadonlyMap<Id, Noun> {
	let after: Map<Id, Noun> | null = null;
	for (const changed of ids) {
		const record = store.records.get(changed);
		// An id stands in one table only; in the others it is found neither before nor after.
		const id = changed as Id;
		if (record && record.table !== table) continue;
		const isShown = record !== undefined && !record.deleted;
		if (!isShown && !before.has(id)) continue;
		after ??= new Map(before);
		if (isShown) after.set(id, read(record));
		else after.delete(id);
	}
	return after ?? before;
}

/** The fields were checked where they were written, on this phone or by the ward, so they have the noun's shape. */
function nounOf<Noun>(record: PhoneRecord): Noun {
	return { ...record.fields, id: record.id } as Noun;
}

/** Grouped by household on the first question, once for each book. */
function lookUp<Id, Noun extends { readonly household: HouseholdId }>(
	nouns: ReadonlyMap<Id, Noun>
): (household: HouseholdId) => readonly Noun[] {
	let byHousehold: Map<HouseholdId, Noun[]> | null = null;
	return (household) => {
		if (!byHousehold) {
			byHousehold = new Map();
			for (const noun of nouns.values()) {
				const group = byHousehold.get(noun.household);
				if (group) group.push(noun);
				else byHousehold.set(noun.household, [noun]);
			}
		}
		return byHousehold.get(household) ?? [];
	};
}

/** Where a record stands. "Received" is said only of what the ward acknowledged; one open entry and it waits. */
export function decideState(record: PhoneRecord | null, notes: readonly EntryNote[]): RecordState {
	const openCount = notes.filter((note) => note.state === 'open').length;
	const asked = notes.findLast((note) => isChecked(note, record) || isInConflict(note, record));
	const settled = notes.findLast((note) => note.verdict !== undefined)?.verdict;
	// What was in conflict or held and has come down since is answered: only that it was received remains of it.
	const last =
		asked?.verdict ?? (settled ? { id: settled.id, s: 'ok' as const, seq: settled.seq, v: settled.v } : null);
	const state = decideRecordState(record ?? { v: 0, fields: {} }, openCount, last);
	const receipt = Math.max(record?.seq ?? 0, ...notes.map((note) => note.verdict?.seq ?? 0));
	return receipt > 0 ? { state, receipt } : { state };
}

/** True while the ward holds the entry aside: for good in quarantine; until the record comes down where it was held. */
export function isChecked({ verdict }: EntryNote, record: PhoneRecord | null): boolean {
	if (!verdict || !isChecking(verdict)) return false;
	return verdict.why !== 'entry.missingParent' || (record?.seq ?? 0) <= verdict.seq;
}

/** True until the ward has changed the record after the entry: then somebody has chosen. */
export function isInConflict({ verdict }: EntryNote, record: PhoneRecord | null): boolean {
	return (verdict?.cf?.length ?? 0) > 0 && (record?.seq ?? 0) <= (verdict?.seq ?? 0);
}
