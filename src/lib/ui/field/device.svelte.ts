// The device as screens read it: the same getters, but reactive, and the minute of the day. One is made in the layout of
// the field app and handed down; nothing of it lives at module level.
//
// Every getter is read again after any change of the device. What is costly is worked out behind two steps, so that it
// runs only when its own source is another one:
//
//   const book = $derived(device.book);
//   const today = $derived(device.today);
//   const tasks = $derived(listTasks(recordsOf(book), today));
//
// NOTE: plain getters, not $derived fields: a derived that an event handler reads first would never hear of a change.

import type {
	Book,
	CaptureDraft,
	Device,
	HouseholdChanges,
	DifficultyDraft,
	HelpNote,
	HouseholdDraft,
	JoinOffer,
	Me,
	PersonChanges,
	PersonDraft,
	Phase,
	RelayDraft,
	SyncStatus,
	VisitDraft,
	VisitExtras
} from '$lib/device/device.ts';
import { dayAt, type Day } from '$lib/domain/day.ts';
import type { DifficultyId, HelpId, HouseholdId, OutreachId, PersonId, VisitId } from '$lib/domain/id.ts';
import type { OutreachDraft } from '$lib/domain/outreach.ts';
import { succeed, type Problem, type Result } from '$lib/domain/problem.ts';
import type { Shift } from '$lib/domain/shift.ts';
import { createContext, type Component, type Snippet } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import { Hush } from './hush.ts';

const MINUTE_MS = 60_000;

export class FieldDevice {
	readonly #device: Device;
	readonly #clock: () => number;
	readonly #listen: () => void;
	readonly #tick: () => void;
	readonly #hush: Hush;
	/** What is done here is sent nowhere. */
	readonly isPractice: boolean;

	constructor(device: Device, clock: () => number = Date.now, isPractice = false) {
		this.#device = device;
		this.isPractice = isPractice;
		this.#clock = clock;
		// a lock takes everything off the screen at once
		this.#hush = new Hush(() => device.phase.kind !== 'open');
		this.#listen = createSubscriber((update) => device.subscribe(() => this.#hush.pass(update)));
		this.#tick = createSubscriber((update) => tickByMinute(update, clock));
	}

	get phase(): Phase {
		this.#listen();
		return this.#device.phase;
	}
	get me(): Me | null {
		this.#listen();
		return this.#device.me;
	}
	/** Replaced, not changed, on a change. */
	get book(): Book {
		this.#listen();
		return this.#device.book;
	}
	get noted() {
		this.#listen();
		return this.#device.noted;
	}
	get shift(): Shift | null {
		this.#listen();
		return this.#device.shift;
	}
	get sync(): SyncStatus {
		this.#listen();
		return this.#device.sync;
	}
	get hasPasskey(): boolean {
		this.#listen();
		return this.#device.hasPasskey;
	}
	/** By the phone's clock, read anew each minute where a screen shows it. */
	get now(): number {
		this.#tick();
		return this.#clock();
	}
	/** The day in Vietnam; changes at midnight under a screen that is open. */
	get today(): Day {
		return dayAt(this.now);
	}

	lookAtInvitation(code: string) {
		return this.#device.lookAtInvitation(code);
	}
	join(offer: JoinOffer, pledgeAcceptedAt: number, pin: string): Promise<Result<void>> {
		return this.#device.join($state.snapshot(offer) as JoinOffer, pledgeAcceptedAt, pin);
	}
	unlock(pin: string) {
		return this.#device.unlock(pin);
	}
	expectPin() {
		return this.#device.expectPin();
	}
	lock() {
		return this.#device.lock();
	}
	canOfferPasskey() {
		return this.#device.canOfferPasskey();
	}
	addPasskey(pin: string) {
		return this.#device.addPasskey(pin);
	}
	dropPasskey() {
		return this.#device.dropPasskey();
	}
	unlockByPasskey() {
		return this.#device.unlockByPasskey();
	}
	countWaiting() {
		return this.#device.countWaiting();
	}
	leave() {
		return this.#device.leave();
	}
	noteActivity(): void {
		this.#device.noteActivity();
	}

	// Forms hand in their reactive state; the stores want plain data, which is what a snapshot is. Its type forgets brands
	// and read-only marks, hence the casts.
	createHousehold(draft: HouseholdDraft, form?: string): Promise<Result<HouseholdId>> {
		return this.#device.createHousehold($state.snapshot(draft) as HouseholdDraft, form);
	}
	amendHousehold(id: HouseholdId, changes: HouseholdChanges, form?: string): Promise<Result<void>> {
		return this.#device.amendHousehold(id, $state.snapshot(changes) as typeof changes, form);
	}
	addPerson(draft: PersonDraft, form?: string): Promise<Result<PersonId>> {
		return this.#device.addPerson($state.snapshot(draft) as PersonDraft, form);
	}
	amendPerson(id: PersonId, changes: PersonChanges, form?: string): Promise<Result<void>> {
		return this.#device.amendPerson(id, $state.snapshot(changes) as PersonChanges, form);
	}
	/** First it is shown that this visit is saved; a frame later counts, lists and whatever else reads the book. */
	recordVisit(draft: VisitDraft, extras: VisitExtras = {}): Promise<Result<VisitId>> {
		const [plain, more] = [$state.snapshot(draft) as VisitDraft, $state.snapshot(extras) as VisitExtras];
		return this.#hush.during(() => this.#device.recordVisit(plain, more));
	}
	noteVisit(draft: VisitDraft) {
		return this.#device.noteVisit($state.snapshot(draft) as VisitDraft);
	}
	takeBackVisit(id: VisitId) {
		return this.#device.takeBackVisit(id);
	}
	answerReturned(
		visit: VisitId,
		changes: Parameters<Device['answerReturned']>[1],
		form?: string
	): Promise<Result<void>> {
		return this.#device.answerReturned(visit, $state.snapshot(changes) as typeof changes, form);
	}

	askWard(draft: DifficultyDraft, form?: string): Promise<Result<DifficultyId>> {
		return this.#device.askWard($state.snapshot(draft), form);
	}
	noteHelp(draft: HelpNote): Promise<Result<HelpId>> {
		return this.#device.noteHelp($state.snapshot(draft) as HelpNote);
	}
	withdrawHelp(id: HelpId) {
		return this.#device.withdrawHelp(id, this.#clock());
	}
	noteEvent(draft: OutreachDraft, form?: string): Promise<Result<OutreachId>> {
		return this.#device.noteEvent($state.snapshot(draft) as OutreachDraft, form);
	}
	amendEvent(id: OutreachId, draft: OutreachDraft, form?: string): Promise<Result<void>> {
		return this.#device.amendEvent(id, $state.snapshot(draft) as OutreachDraft, form);
	}
	withdrawEvent(id: OutreachId) {
		return this.#device.withdrawEvent(id, this.#clock());
	}

	captureLocked(draft: CaptureDraft): Promise<Result<void>> {
		return this.#device.captureLocked($state.snapshot(draft));
	}

	readDraft<Value>(key: string): Promise<Value | null> {
		return this.#device.readDraft<Value>(key);
	}
	writeDraft(key: string, value: unknown): Promise<void> {
		return this.#device.writeDraft(key, $state.snapshot(value));
	}
	dropDraft(key: string) {
		return this.#device.dropDraft(key);
	}

	syncNow() {
		return this.#device.syncNow();
	}
	countCargo() {
		return this.#device.countCargo();
	}
	exportUnsent() {
		return this.#device.exportUnsent();
	}
	takeRescue(text: string) {
		return this.#device.takeRescue(text);
	}
	changeShift(change: (shift: Shift) => Shift) {
		return this.#device.changeShift(change);
	}
	giveRelay(draft: RelayDraft) {
		return this.#device.giveRelay($state.snapshot(draft) as RelayDraft);
	}
	takeRelay(text: string) {
		return this.#device.takeRelay(text);
	}
	/** A practice as the screens read it: they are the same, over another device. */
	async practise(quarter: string): Promise<Result<FieldDevice>> {
		const begun = await this.#device.practise(quarter);
		return begun.ok ? succeed(new FieldDevice(begun.value, this.#clock, true)) : begun;
	}
	readBadge() {
		// read again whenever the device changes
		this.#listen();
		return this.#device.readBadge();
	}
	readPersistence(ask: boolean) {
		return this.#device.readPersistence(ask);
	}
	close() {
		return this.#device.close();
	}
}

/** At each full minute, and when the app comes to the front again after its timers stood still. */
function tickByMinute(update: () => void, clock: () => number): () => void {
	let timer: ReturnType<typeof setTimeout>;
	function wind() {
		timer = setTimeout(
			() => {
				update();
				wind();
			},
			MINUTE_MS - (clock() % MINUTE_MS)
		);
	}
	wind();
	// tests run without a document
	const page = globalThis.document as Document | undefined;
	page?.addEventListener('visibilitychange', update);
	return () => {
		clearTimeout(timer);
		page?.removeEventListener('visibilitychange', update);
	};
}

export const [getFieldDevice, setFieldDevice] = createContext<FieldDevice>();

/** What stands on the phone while somebody practises: a device of its own, and the frame that hands it down. */
export interface Stage {
	readonly device: FieldDevice;
	readonly Frame: Component<FrameProps>;
	/** People of the lane before anything was done. */
	readonly people: number;
	/** The cards of the first walk are shown. */
	readonly isGuided: boolean;
	/** Takes everything of it away; also once the phone was locked under it, which has closed its device. */
	end(): Promise<void>;
}

export interface FrameProps {
	readonly stage: Stage;
	readonly path: string;
	/** The open app with this bar around this content. Handed in: the first load is not to be cut in two for it. */
	readonly frame: Snippet<[Snippet, Snippet]>;
	readonly children: Snippet;
}

/** Whether somebody practises. Stands here, and what it loads is handed in, because the first load has little room. */
export class Practising {
	stage = $state.raw<Stage | null>(null);
	readonly #begin: (place: Practising, isGuided: boolean) => Promise<Problem | null>;

	constructor(begin: (place: Practising, isGuided: boolean) => Promise<Problem | null>) {
		this.#begin = begin;
	}

	/** Ends on its list of doors, with the cards of the first walk where `isGuided` says so; or says why not. */
	begin(isGuided: boolean): Promise<Problem | null> {
		return this.#begin(this, isGuided);
	}
}

export const [getPractising, setPractising] = createContext<Practising>();
