// What can be read while the vault is open, as the domain's nouns. Nobody writes into it; who keeps it is bookkeeper.ts,
// which is loaded behind the lock screen.

import type { CampaignAims } from '../domain/aim.ts';
import type { Area } from '../domain/area.ts';
import type { Day } from '../domain/day.ts';
import type { Decision } from '../domain/decision.ts';
import type { Household } from '../domain/household.ts';
import type { CommonAnswer, Difficulty } from '../domain/difficulty.ts';
import type { DifficultyId, HelpId, HouseholdId, OutreachId, PersonId, RecordId, VisitId } from '../domain/id.ts';
import type { WalkOrder } from '../domain/lane.ts';
import type { Standing } from '../domain/ladder.ts';
import type { Person } from '../domain/person.ts';
import type { ToldEvent, ToldHelp } from '../domain/told.ts';
import type { Visit } from '../domain/visit.ts';
import type { WalkDoor } from '../domain/walk.ts';
import type { RecordStanding } from '../sync/outbox.ts';

/** What a person may be told about one record's way to the ward (sync.md, receipts and truth). */
export interface RecordState {
	readonly state: RecordStanding;
	/** The ward's receipt number, where it has one. */
	readonly receipt?: number;
}

/** Everything readable while the vault is open; empty while it is locked. Replaced, not changed, on a change. */
export interface Book {
	readonly areas: readonly (Area & { readonly assigned: boolean })[];
	/** How lanes and doors follow each other; null before the ward's areas are here. */
	readonly order: WalkOrder | null;
	/** What the ward's campaign aims at in these areas; null where there is none. */
	readonly campaign: CampaignAims | null;
	readonly households: ReadonlyMap<HouseholdId, Household>;
	readonly people: ReadonlyMap<PersonId, Person>;
	readonly visits: ReadonlyMap<VisitId, Visit>;
	/** What whoever has this phone asked the ward, with its answers. */
	readonly difficulties: ReadonlyMap<DifficultyId, Difficulty>;
	/** What whoever has this phone told of the work beside the doors, what was taken back included. */
	readonly events: ReadonlyMap<OutreachId, ToldEvent>;
	readonly help: ReadonlyMap<HelpId, ToldHelp>;
	/** Answers for everybody of these areas, the latest first. */
	readonly answers: readonly CommonAnswer[];
	/** People and visits by their household, in no order; the same array from book to book while nothing in it changes. */
	peopleOf(household: HouseholdId): readonly Person[];
	visitsOf(household: HouseholdId): readonly Visit[];
	/** Every door in walking order, with what is left behind it; the same array while nothing in it changes. */
	walkOn(today: Day): readonly WalkDoor[];
	/** Doors of that walk by words of an address, a name, last digits or a place, at most `most` of them. */
	findDoors(typed: string, most: number, today: Day): readonly WalkDoor[];
	/** Makes ready for finding, at most so many doors at a time; true when all are. */
	warmDoors(most: number, today: Day): boolean;
	stateOf(record: RecordId): RecordState;
	/** Where the ward itself has it that somebody stands; absent where all that is known of it waits on this phone. */
	knownOf(person: PersonId): Standing | undefined;
	/** What the ward has decided about a record, oldest first. */
	decisionsOf(record: RecordId): readonly Decision[];
}

export const EMPTY_BOOK: Book = {
	areas: [],
	order: null,
	campaign: null,
	households: new Map(),
	people: new Map(),
	visits: new Map(),
	difficulties: new Map(),
	events: new Map(),
	help: new Map(),
	answers: [],
	peopleOf: () => [],
	visitsOf: () => [],
	walkOn: () => [],
	findDoors: () => [],
	warmDoors: () => true,
	stateOf: () => ({ state: 'waiting' }),
	knownOf: () => undefined,
	decisionsOf: () => []
};
