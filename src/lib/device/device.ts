// The device: everything that the field app's screens may ask of this phone. Framework-free; the screens learn of
// changes through `subscribe` and read the getters again. Time, chance and ids are made here and nowhere below.

import type { IssuedBadge } from '../domain/badge.ts';
import type { DifficultyId, HelpId, HouseholdId, OutreachId, PersonId, VisitId } from '../domain/id.ts';
import type { OutreachDraft } from '../domain/outreach.ts';
import type { Result } from '../domain/problem.ts';
import type { TakenRelay } from '../domain/relay.ts';
import type { Shift } from '../domain/shift.ts';
import type { Book, RecordState } from './book.ts';
import type { CaptureDraft } from './capture.ts';
import type { RetireReason } from './directory.ts';
import type { Waiting } from './sealed-db.ts';
import type { Cargo } from './cargo.ts';
import type { DifficultyDraft } from './difficulty.ts';
import type { HouseholdChanges, HouseholdDraft } from './household.ts';
import type { JoinOffer } from './join.ts';
import { readPage } from './page.ts';
import type { PersonChanges, PersonDraft } from './person.ts';
import { Phone } from './phone.ts';
import type { Phase } from './phase.ts';
import type { Tools } from './phone-tools.ts';
import { openPinWorkers } from './pin.ts';
import type { GivenRelay, RelayDraft } from './relay.ts';
import type { Taken, UnsentExport } from './rescue.ts';
import type { Me } from './session.ts';
import type { SyncStatus } from './sync-status.ts';
import type { HelpNote } from './told.ts';
import type { ReturnedChanges, VisitDraft, VisitExtras } from './visit.ts';

// The nouns that screens speak in stand with what makes them; here is where screens find them.
export type {
	Book,
	CaptureDraft,
	Cargo,
	GivenRelay,
	DifficultyDraft,
	HelpNote,
	HouseholdChanges,
	HouseholdDraft,
	JoinOffer,
	Me,
	PersonChanges,
	PersonDraft,
	Phase,
	RecordState,
	RelayDraft,
	RetireReason,
	ReturnedChanges,
	SyncStatus,
	Taken,
	TakenRelay,
	Tools,
	UnsentExport,
	VisitDraft,
	VisitExtras,
	Waiting
};

export interface Device {
	readonly phase: Phase;
	readonly me: Me | null;
	readonly book: Book;
	readonly sync: SyncStatus;
	/** Visits that can still be taken back, by their door; a new map on each change. */
	readonly noted: ReadonlyMap<HouseholdId, VisitId>;
	/** A passkey of this phone opens it, too. */
	readonly hasPasskey: boolean;
	/** Who walks with this phone today; null while it is locked, and until it was read. */
	readonly shift: Shift | null;
	/** Calls `listener` after any change of the six above; returns how to stop. */
	subscribe(listener: () => void): () => void;

	/** Asks the ward whose invitation a code is; nothing is used up. */
	lookAtInvitation(code: string): Promise<Result<JoinOffer>>;
	/**
	 * Uses the code, with the pledge accepted, and makes the vault under this PIN. Ends open and pulling. Where somebody
	 * was here before, locked or erased, that profile's data cannot be read from then on; what is sealed to the ward stays.
	 */
	join(offer: JoinOffer, pledgeAcceptedAt: number, pin: string): Promise<Result<void>>;
	unlock(pin: string): Promise<Result<void>>;
	/** A PIN is about to be typed: makes ready what trying one needs. Answers how to give that back. */
	expectPin(): () => void;
	/** Whether this phone can very likely keep a passkey that opens the vault. */
	canOfferPasskey(): Promise<boolean>;
	/** Makes one; asks for the PIN, which counts as a try at it, and for the person. */
	addPasskey(pin: string): Promise<Result<void>>;
	dropPasskey(): Promise<Result<void>>;
	unlockByPasskey(): Promise<Result<void>>;
	/** Entries that the ward has not answered, counted without a key. */
	countWaiting(): Promise<Result<Waiting>>;
	/** The volunteer leaves this phone: erases everything readable for good. What is sealed to the ward stays. */
	leave(): Promise<Result<void>>;
	/** Forgets keys and everything readable, in this tab and the others. */
	lock(): Promise<void>;
	/** Somebody touched the screen: idling starts anew. */
	noteActivity(): void;

	/**
	 * Each save is one strict transaction of records and entries; resolves only when all of it is durable. `form` is the
	 * key of the half-filled form that it ends: the draft goes in the same transaction, so that nobody saves it again.
	 */
	createHousehold(draft: HouseholdDraft, form?: string): Promise<Result<HouseholdId>>;
	amendHousehold(id: HouseholdId, changes: HouseholdChanges, form?: string): Promise<Result<void>>;
	addPerson(draft: PersonDraft, form?: string): Promise<Result<PersonId>>;
	amendPerson(id: PersonId, changes: PersonChanges, form?: string): Promise<Result<void>>;
	/** A visit, and with it what it changes about its person (standing, presence, barriers, consent ...), at once. */
	recordVisit(draft: VisitDraft, extras?: VisitExtras): Promise<Result<VisitId>>;
	/**
	 * A visit that may be taken back for `LIMIT.takeBackMs`: durable when this resolves, a record when its time is over, the
	 * vault closes or is opened again. One at a time at a door: a second one is the first.
	 */
	noteVisit(draft: VisitDraft): Promise<Result<VisitId>>;
	/** False when it is a record by now. */
	takeBackVisit(id: VisitId): Promise<Result<boolean>>;
	/** Mends what the ward returned and gives the visit back to it. */
	answerReturned(visit: VisitId, changes: ReturnedChanges, form?: string): Promise<Result<void>>;
	/** Asks the ward about the work; the answer comes down into the book. */
	askWard(draft: DifficultyDraft, form?: string): Promise<Result<DifficultyId>>;
	/** Counts somebody who was helped at a table, without a name; of today they may be taken back. */
	noteHelp(draft: HelpNote): Promise<Result<HelpId>>;
	withdrawHelp(id: HelpId, at: number): Promise<Result<void>>;
	/** Tells of an event beside the doors; it may be amended, and taken back once. */
	noteEvent(draft: OutreachDraft, form?: string): Promise<Result<OutreachId>>;
	amendEvent(id: OutreachId, draft: OutreachDraft, form?: string): Promise<Result<void>>;
	withdrawEvent(id: OutreachId, at: number): Promise<Result<void>>;
	/** While locked: a knock at a door, sealed to the ward and readable by it alone from then on. */
	captureLocked(draft: CaptureDraft): Promise<Result<void>>;

	/**
	 * Half-filled forms: kept encrypted, by the screen's own key (no personal text in it), until dropped. Null when there
	 * is none. All three reject while the vault is locked or when the disk is full.
	 */
	readDraft<Value>(key: string): Promise<Value | null>;
	writeDraft(key: string, value: unknown): Promise<void>;
	dropDraft(key: string): Promise<void>;

	/** Sends and fetches now. Always safe to call again. */
	syncNow(): Promise<Result<void>>;
	/** What this phone carries for others. */
	countCargo(): Promise<Result<Cargo>>;
	/** Everything that only this phone holds, sealed and signed, to be taken to the ward by somebody else. */
	exportUnsent(): Promise<Result<UnsentExport>>;
	/** Takes over what another phone has exported; it leaves with the next round. Safe to do again. */
	takeRescue(text: string): Promise<Result<Taken>>;
	/** Changes the shift by one of the acts of domain/shift.ts; durable when this resolves. */
	changeShift(change: (shift: Shift) => Shift): Promise<Result<void>>;
	/** Doors of one lane as a row of pictures for another phone of the same area. */
	giveRelay(draft: RelayDraft): Promise<Result<GivenRelay>>;
	/** Walks on what another phone gives: what its pictures brought. */
	takeRelay(text: string): Promise<Result<TakenRelay>>;
	/** The volunteer's badge; null while locked, and where the ward has issued none or taken it back. */
	readBadge(): Promise<IssuedBadge | null>;
	/**
	 * Begins a practice over made-up doors in a quarter of this name, instead of one that is under way: a device of its own,
	 * of which nothing ever leaves it. It is closed by whoever ends it, and with this phone's lock.
	 */
	practise(quarter: string): Promise<Result<Device>>;
	/** Whether the browser promises to keep the data, asking for it when `ask` is true. */
	readPersistence(ask: boolean): Promise<'kept' | 'mayBeCleared' | 'unknown'>;
	close(): Promise<void>;
}

function readTools(): Tools {
	return {
		clock: () => Date.now(),
		randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
		unitRandom: () => Math.random(),
		fetch: (...request) => fetch(...request),
		origin: '',
		engine: { indexedDB: globalThis.indexedDB, IDBKeyRange: globalThis.IDBKeyRange },
		...openPinWorkers(),
		page: readPage(),
		caches: typeof caches === 'undefined' ? null : caches
	};
}

/** Opens this phone: answers at once with a device that is `starting`, and tells by `subscribe` when it is ready. */
export function openDevice(tools: Tools = readTools(), appVersion?: string): Device {
	return new Phone(appVersion === undefined ? tools : { ...tools, appVersion });
}
