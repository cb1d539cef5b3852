// Keeps the book of an open store: what this tab saves, what another one does, what comes down from the ward.

import type { Day } from '../domain/day.ts';
import { isAnswered, readDecisions } from '../domain/decision.ts';
import type { Household } from '../domain/household.ts';
import type { CommonAnswer, Difficulty } from '../domain/difficulty.ts';
import type { DifficultyId, HelpId, HouseholdId, OutreachId, PersonId, RecordId, VisitId } from '../domain/id.ts';
import type { Standing } from '../domain/ladder.ts';
import type { Person } from '../domain/person.ts';
import type { ToldEvent, ToldHelp } from '../domain/told.ts';
import type { Visit } from '../domain/visit.ts';
import {
	foldLane,
	isInPart,
	LANE_PARTS,
	LANE_WAYS,
	orderLanes,
	type Lane,
	type LanePart,
	type LaneWay,
	type WalkOrder
} from '../domain/lane.ts';
import { DoorIndex } from '../domain/door-index.ts';
import { followDoors, followWalk, listWalk, type WalkDoor } from '../domain/walk.ts';
import { decideRecordState, isChecking } from '../sync/outbox.ts';
import { tellRelays, type Shift } from '../domain/shift.ts';
import type { ScopeLane } from '../sync/scope.ts';
import type { PhoneState } from '../sync/phone-port.ts';
import type { PhoneRecord } from '../sync/record.ts';
import { EMPTY_BOOK, type Book, type RecordState } from './book.ts';
import { follow, nounOf, readOwn, sortChanged } from './follow.ts';
import { Groups } from './groups.ts';
import type { EntryNote, Ground } from './step.ts';
import type { Change } from './store-port.ts';

/** Books one after the other, each made from the one before it. */
export interface Bookkeeper {
	readonly book: Book;
	/** Takes in what a commit changed. The book stays the same object when nothing that can be read from it is another. */
	follow(change: Change): void;
	/** Does ahead what the next change needs however small it is; nothing is lost by not doing it. */
	ready(): void;
	/** Takes in what changed hands. The book stays the same object when nothing did. */
	followShift(): void;
}

type WalkerOf = (household: Household) => string | null;

/** Keeps the book of an open store. `shiftNow`: what changed hands today is laid over the walk. */
export function keepBook(store: Ground, shiftNow: () => Shift | null = () => null): Bookkeeper {
	const people = new Groups<PersonId, Person>();
	const visits = new Groups<VisitId, Visit>();
	const doors = new DoorIndex();
	let lastWalk: {
		readonly book: Book;
		readonly today: Day;
		readonly relays: Shift['relays'];
		readonly walk: readonly WalkDoor[];
		/** Where people or visits are others since its book; null when there is more to it, or the book was an old one. */
		touched: Set<HouseholdId> | null;
	} | null = null;
	const relaysNow = () => shiftNow()?.relays ?? NO_RELAYS;
	let handed = { relays: NO_RELAYS, doors: tellRelays({ relays: NO_RELAYS }) };
	function handedDoors(relays: Shift['relays']) {
		if (handed.relays !== relays) handed = { relays, doors: tellRelays({ relays }) };
		return handed.doors;
	}
	let ground: { readonly areas: Book['areas']; readonly order: WalkOrder; readonly walkerOf: WalkerOf } | null = null;

	/** How the ward wants it walked: the same object for as long as the scope is. */
	function groundOf(state: PhoneState) {
		const areas = areasOf(state);
		if (ground?.areas === areas) return ground;
		const order = orderLanes(
			areas.map(({ id }) => id),
			lanesOf(state)
		);
		return (ground = { areas, order, walkerOf: tellWalkers(state) });
	}

	/** Copies that the next change may have, by what they are copies of. */
	let spares: ReadonlyMap<unknown, unknown> = new Map();
	/** A copy that may be changed: one that is there already, where there is one, once. */
	function copy<Id, Noun>(nouns: ReadonlyMap<Id, Noun>): Map<Id, Noun> {
		const spare = spares.get(nouns);
		if (!spare) return new Map(nouns);
		spares = new Map([...spares].filter(([of]) => of !== nouns));
		// made below as a copy of this very map
		return spare as Map<Id, Noun>;
	}

	function make(before: Book, change: Change): Book {
		const ids = change === 'all' ? [...store.records.keys()] : [...change];
		const changed = sortChanged(store, ids);
		const { order, walkerOf } = groundOf(store.state);
		const households = follow(store, copy, before.households, changed('household'), (record) =>
			nounOf<Household>(record)
		);
		const persons = follow(store, copy, before.people, changed('person'), (record) => nounOf<Person>(record));
		const seen = follow(store, copy, before.visits, changed('visit'), (record) => nounOf<Visit>(record));
		people.hear(before.people, persons, ids as readonly PersonId[]);
		visits.hear(before.visits, seen, ids as readonly VisitId[]);
		if (lastWalk?.touched) {
			if (households !== before.households || change === 'all') lastWalk.touched = null;
			else for (const id of listDoors(ids, [before.people, persons, before.visits, seen])) lastWalk.touched.add(id);
		}
		const book: Book = {
			areas: areasOf(store.state),
			order,
			campaign: store.state.scope?.campaign ?? null,
			households,
			people: persons,
			visits: seen,
			difficulties: follow<DifficultyId, Difficulty>(
				store,
				copy,
				before.difficulties,
				changed('difficulty'),
				readOwn('text')
			),
			events: follow<OutreachId, ToldEvent>(store, copy, before.events, changed('outreach'), readOwn('topic')),
			help: follow<HelpId, ToldHelp>(store, copy, before.help, changed('help'), readOwn('topic')),
			answers: answersOf(store.state),
			peopleOf: (household) => people.of(book.people, household),
			visitsOf: (household) => visits.of(book.visits, household),
			walkOn(today) {
				const relays = relaysNow();
				if (lastWalk?.book === book && lastWalk.today === today && lastWalk.relays === relays) return lastWalk.walk;
				const { peopleOf, visitsOf } = book;
				const records = {
					households: book.households.values(),
					peopleOf,
					visitsOf,
					order,
					walkerOf,
					...(relays.length > 0 ? { handedOf: (id: HouseholdId) => handedDoors(relays).get(id) } : {})
				};
				const isSameOrder = lastWalk?.today === today && lastWalk.book.order === order && lastWalk.relays === relays;
				const isLatest = book === latest();
				const touched = isLatest ? lastWalk?.touched : null;
				const walk =
					!lastWalk || !isSameOrder
						? listWalk(records, today)
						: touched
							? followDoors(lastWalk.walk, touched, records, today)
							: followWalk(lastWalk.walk, records, today);
				lastWalk = { book, today, relays, walk, touched: isLatest ? new Set() : null };
				return walk;
			},
			findDoors: (typed, most, today) => doors.follow(book.walkOn(today), book.areas).find(typed, most),
			warmDoors: (most, today) => doors.warm(book.walkOn(today), most),
			stateOf: (id) => decideState(store.records.get(id) ?? null, store.notesOf(id)),
			knownOf: (id) => decideKnown(store.records.get(id) ?? null, store.notesOf(id)),
			decisionsOf: (id) => readDecisions(store.records.get(id)?.base.decisions)
		};
		return book;
	}

	const latest = () => book;
	let book = make(EMPTY_BOOK, 'all');
	let shownRelays: Shift['relays'] = NO_RELAYS;
	return {
		get book() {
			return book;
		},
		follow(change) {
			// A verdict changes what `stateOf` says without changing a record: its record is in the change, and the book a new
			// one. What is left is a commit of state alone, as each round ends with.
			if (change !== 'all' && change.size === 0 && areasOf(store.state) === book.areas) return;
			book = make(change === 'all' ? EMPTY_BOOK : book, change);
		},
		ready() {
			spares = new Map(
				[book.people, book.visits].map((nouns) => [nouns, spares.get(nouns) ?? new Map<unknown, unknown>(nouns)])
			);
		},
		followShift() {
			const relays = relaysNow();
			if (relays === shownRelays) return;
			shownRelays = relays;
			book = make(book, new Set());
		}
	};
}

/** Behind which doors somebody or something of these ids stands, before and after. */
function listDoors(
	ids: readonly RecordId[],
	kept: readonly ReadonlyMap<RecordId, { readonly household: HouseholdId }>[]
): HouseholdId[] {
	return ids.flatMap((id) => kept.flatMap((nouns) => nouns.get(id)?.household ?? []));
}

const NO_AREAS: Book['areas'] = [];
const NO_RELAYS: Shift['relays'] = [];

function areasOf({ scope }: PhoneState): Book['areas'] {
	// Kinds and ids as the ward names them; an area of a kind that we do not know still has a name to show.
	return (scope?.areas ?? NO_AREAS) as Book['areas'];
}

const NO_ANSWERS: readonly CommonAnswer[] = [];

function answersOf({ scope }: PhoneState): readonly CommonAnswer[] {
	// only the ward writes the scope, and the contract has read it
	return (scope?.answers ?? NO_ANSWERS) as readonly CommonAnswer[];
}

/** Lanes as the ward ordered them; a way that this version does not know is walked by number. */
function lanesOf({ scope }: PhoneState): Lane[] {
	return (scope?.lanes ?? []).map(({ area, name, way, place }) => ({
		area,
		name,
		way: LANE_WAYS.find((known) => known === way) ?? ('number' satisfies LaneWay),
		...(place ? { place } : {})
	}));
}

/**
 * Who walks a door's part of its lane, where it was given to others and not to whoever has this phone. Each name of a lane
 * is folded once.
 */
function tellWalkers({ scope }: PhoneState): (household: Household) => string | null {
	const lent = (scope?.lanes ?? []).filter(({ holders }) => holders && holders.length > 0);
	if (lent.length === 0) return () => null;
	const byKey = new Map(lent.map((lane) => [`${lane.area}|${foldLane(lane.name)}`, lane.holders ?? []]));
	const byName = new Map<string, NonNullable<ScopeLane['holders']>>();
	return ({ area, lane, number }) => {
		let holders = byName.get(`${area}|${lane}`);
		if (!holders) byName.set(`${area}|${lane}`, (holders = byKey.get(`${area}|${foldLane(lane)}`) ?? []));
		const here = holders.filter(({ part }) =>
			isInPart(number, LANE_PARTS.find((known) => known === part) ?? ('all' satisfies LanePart))
		);
		return here.some(({ volunteer }) => volunteer === scope?.volunteer.id) ? null : (here[0]?.name ?? null);
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

/** What is shown where the ward has taken all of it, else the standing in the ward's own copy. */
function decideKnown(record: PhoneRecord | null, notes: readonly EntryNote[]): Standing | undefined {
	const { state } = decideState(record, notes);
	const isOpen = state === 'waiting' || state === 'checking' || state === 'conflict';
	return (isOpen ? record?.base : record?.fields)?.standing as Standing | undefined;
}

/** True while the ward holds the entry aside: until its word on it comes down, or the record where it was held. */
export function isChecked({ verdict }: EntryNote, record: PhoneRecord | null): boolean {
	if (!verdict || !isChecking(verdict)) return false;
	if (verdict.why === 'entry.missingParent') return (record?.seq ?? 0) <= verdict.seq;
	return !isAnswered(readDecisions(record?.base.decisions), verdict, []);
}

/** True until somebody at the ward has chosen, for each field in which two values differ. */
export function isInConflict({ verdict }: EntryNote, record: PhoneRecord | null): boolean {
	const fields = verdict?.cf ?? [];
	return (
		verdict !== undefined && fields.length > 0 && !isAnswered(readDecisions(record?.base.decisions), verdict, fields)
	);
}
