// The device: everything that the field app's screens may ask of this phone. Framework-free; the screens learn of
// changes through `subscribe` and read the getters again.

import type { Area } from '../domain/area.ts';
import type { Household } from '../domain/household.ts';
import type { HouseholdId, PersonId, RecordId, VisitId } from '../domain/id.ts';
import type { Person } from '../domain/person.ts';
import { fail, type Problem, type Result } from '../domain/problem.ts';
import type { Visit } from '../domain/visit.ts';

export type Phase =
	/** The stores are being opened. */
	| { readonly kind: 'starting' }
	/** This browser cannot keep anything (private mode, blocked or damaged storage). */
	| { readonly kind: 'broken'; readonly problem: Problem }
	/** Nobody has joined on this phone. */
	| { readonly kind: 'new' }
	/** Joined and closed. `waitMs` above 0: so long until another PIN may be tried. */
	| { readonly kind: 'locked'; readonly wrongPins: number; readonly waitMs: number }
	| { readonly kind: 'open' };

/** Who works with this phone: known once the vault is open. */
export interface Me {
	readonly volunteer: { readonly id: string; readonly name: string; readonly role: string };
	readonly ward: { readonly id: string; readonly name: string };
}

/** What a person may be told about one record's way to the ward (sync.md, receipts and truth). */
export interface RecordState {
	readonly state: 'waiting' | 'received' | 'returned' | 'corrected' | 'approved' | 'checking' | 'conflict';
	/** The ward's receipt number, where it has one. */
	readonly receipt?: number;
}

export interface SyncStatus {
	/** Entries that only this phone holds, and since when the oldest waits. */
	readonly waiting: number;
	readonly waitingSince: number | null;
	/** Records in the ward's keeping that this phone shows. */
	readonly received: number;
	/** Entries that the ward looks into (quarantine or conflict). */
	readonly checking: number;
	readonly lastSuccessAt: number | null;
	readonly isRunning: boolean;
	/** Why the last round did not finish; null after a good one. */
	readonly problem: Problem | null;
	/** How far this phone's clock is off the ward's, in milliseconds. */
	readonly clockOffsetMs: number;
}

/** Everything readable while the vault is open; empty while it is locked. Maps are replaced, not changed, on a change. */
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

export interface JoinOffer {
	readonly code: string;
	readonly wardName: string;
	readonly volunteerName: string;
	readonly areas: readonly string[];
	readonly expiresAt: number;
}

export type HouseholdDraft = Omit<Household, 'id'>;
export type PersonDraft = Omit<Person, 'id' | 'idTail'>;
export type PersonChanges = { readonly [Field in keyof Omit<PersonDraft, 'household'>]?: PersonDraft[Field] | null };
export type VisitDraft = Omit<Visit, 'id' | 'by' | 'review'>;

export interface Device {
	readonly phase: Phase;
	readonly me: Me | null;
	readonly book: Book;
	readonly sync: SyncStatus;
	/** Calls `listener` after any change of the four above; returns how to stop. */
	subscribe(listener: () => void): () => void;

	/** Asks the ward whose invitation a code is; nothing is used up. */
	lookAtInvitation(code: string): Promise<Result<JoinOffer>>;
	/** Uses the code, with the pledge accepted, and makes the vault under this PIN. Ends open and pulling. */
	join(offer: JoinOffer, pledgeAcceptedAt: number, pin: string): Promise<Result<void>>;
	unlock(pin: string): Promise<Result<void>>;
	/** Forgets keys and everything readable, in this tab and the others. */
	lock(): Promise<void>;
	/** Somebody touched the screen: idling starts anew. */
	noteActivity(): void;

	/** Each save is one strict transaction of records and entries; resolves only when all of it is durable. */
	createHousehold(draft: HouseholdDraft): Promise<Result<HouseholdId>>;
	amendHousehold(id: HouseholdId, changes: Partial<Omit<HouseholdDraft, 'area'>>): Promise<Result<void>>;
	addPerson(draft: PersonDraft): Promise<Result<PersonId>>;
	amendPerson(id: PersonId, changes: PersonChanges): Promise<Result<void>>;
	/** A visit, and with it what it changes about its person (standing, presence, barriers, consent ...), at once. */
	recordVisit(draft: VisitDraft, changes?: PersonChanges): Promise<Result<VisitId>>;
	/** Mends what the ward returned and gives the visit back to it. */
	answerReturned(
		visit: VisitId,
		changes: {
			readonly visit?: Partial<VisitDraft>;
			readonly person?: PersonChanges;
			readonly household?: Partial<HouseholdDraft>;
		}
	): Promise<Result<void>>;

	/** Half-filled forms: kept encrypted, by the screen's own key, until dropped. Null when there is none. */
	readDraft<Value>(key: string): Promise<Value | null>;
	writeDraft(key: string, value: unknown): Promise<void>;
	dropDraft(key: string): Promise<void>;

	/** Sends and fetches now. Always safe to call again. */
	syncNow(): Promise<Result<void>>;
	/** Whether the browser promises to keep the data, asking for it when `ask` is true. */
	readPersistence(ask: boolean): Promise<'kept' | 'mayBeCleared' | 'unknown'>;
	close(): Promise<void>;
}

/** Opens this phone: answers at once with a device that is `starting`, and tells by `subscribe` when it is ready. */
export function openDevice(): Device {
	const notYet = async () => fail('vault.locked');
	const listeners = new Set<() => void>();
	let phase: Phase = { kind: 'starting' };
	// TODO(#2): the stores. Until they are in, every phone is a new one.
	queueMicrotask(() => {
		phase = { kind: 'new' };
		for (const listener of listeners) listener();
	});
	return {
		get phase() {
			return phase;
		},
		me: null,
		book: {
			areas: [],
			households: new Map(),
			people: new Map(),
			visits: new Map(),
			peopleOf: () => [],
			visitsOf: () => [],
			stateOf: () => ({ state: 'waiting' })
		},
		sync: {
			waiting: 0,
			waitingSince: null,
			received: 0,
			checking: 0,
			lastSuccessAt: null,
			isRunning: false,
			problem: null,
			clockOffsetMs: 0
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		lookAtInvitation: async () => fail('net.offline'),
		join: notYet,
		unlock: notYet,
		lock: async () => undefined,
		noteActivity: () => undefined,
		createHousehold: notYet,
		amendHousehold: notYet,
		addPerson: notYet,
		amendPerson: notYet,
		recordVisit: notYet,
		answerReturned: notYet,
		readDraft: async () => null,
		writeDraft: async () => undefined,
		dropDraft: async () => undefined,
		syncNow: notYet,
		readPersistence: async () => 'unknown',
		close: async () => undefined
	};
}
