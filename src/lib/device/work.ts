// What is done on an open store at the doors: the book, the saves, half-filled forms, what can be taken back. It knows no
// way to the ward and no profile: a session (session.ts) adds both, practice (practice.ts) adds neither.

import type { Clock, EntryId } from '../domain/id.ts';
import { dayAt, type Day } from '../domain/day.ts';
import { saveEntries } from '../sync/phone.ts';
import type { PhoneTx } from '../sync/phone-port.ts';
import type { Act } from './act.ts';
import { ACTS } from './acts.ts';
import type { Book } from './book.ts';
import { keepBook } from './bookkeeper.ts';
import type { PhoneDb } from './db.ts';
import { openDrafts, type Drafts, type UnwrittenDrafts } from './draft.ts';
import { openGrace, type Grace } from './grace.ts';
import type { OpenStore } from './store-port.ts';
import { keepShift, type ShiftKeep } from './shift.ts';
import { catchTrouble } from './trouble.ts';
import type { Cipher } from './vault.ts';

export interface Work {
	readonly book: Book;
	/** The day at the ward, by this phone's clock and what is known of its error. */
	readonly today: Day;
	/** What can be decided on an open book. */
	readonly acts: typeof ACTS;
	/** Records and entries of one act, in one durable transaction; with them goes the draft of `form`. */
	save(act: Act, form?: string): Promise<void>;
	readonly drafts: Drafts;
	/** Visits that can still be taken back. */
	readonly grace: Grace;
	/** Who walks with this phone today, and what changed hands. */
	readonly shift: ShiftKeep;
}

export interface WorkTools {
	readonly clock: Clock;
	newId(): EntryId;
}

export interface WorkEars {
	/** The book follows the store; told after it, and whether this tab changed it. */
	onStore(isOwn: boolean): void;
	/** An act is durable. */
	onSave(): void;
	/** What can be taken back is another, or the shift. */
	onNoted(): void;
}

/** Work that somebody opened, and closes. */
export interface OpenWork extends Work {
	/** Waits for a save that is under way; `rest` is run before the store closes. Nothing can be read afterwards. */
	close(rest?: () => Promise<void>): Promise<void>;
}

/** `unwritten`: drafts that a full disk refused, kept by whoever outlives this. */
export function openWork(
	store: OpenStore,
	db: PhoneDb,
	cipher: Cipher,
	unwritten: UnwrittenDrafts,
	{ clock, newId }: WorkTools,
	{ onStore, onSave, onNoted }: WorkEars
): OpenWork {
	const snapshots = keepSnapshots(store);
	const drafts = openDrafts(db, cipher, unwritten);
	const todayNow = () => dayAt(clock() + store.state.clockOffsetMs);
	const shift = keepShift(drafts, todayNow, () => {
		keeper.followShift();
		onNoted();
	});
	const keeper = keepBook(store, () => shift.shift);
	const next = keepReady(() => {
		keeper.ready();
		void store.readySeals();
	});
	store.onChange((change, isOwn) => {
		keeper.follow(change);
		snapshots.noteChange();
		next.noteChange();
		onStore(isOwn);
	});
	async function save(act: Act, form?: string, isThere?: (tx: PhoneTx) => Promise<boolean>): Promise<void> {
		const now = clock();
		const work = async (tx: PhoneTx) => {
			if (!(await isThere?.(tx))) await saveEntries(tx, act, { now, newId });
		};
		const commit = () => store.transact(work, form);
		await (form === undefined ? commit() : drafts.dropWith(form, commit));
		onSave();
	}
	const grace = openGrace(
		drafts,
		async (id, draft, form) => {
			const act = ACTS.decideNewVisit(keeper.book, id, draft, {}, todayNow());
			if (!act.ok) return act;
			return catchTrouble(() => save(act.value, form, async (tx) => (await tx.readRecord(id)) !== null));
		},
		onNoted
	);
	// What a page that died had noted; nobody waits for it.
	void grace.recover();
	return {
		get book() {
			return keeper.book;
		},
		get today() {
			return todayNow();
		},
		acts: ACTS,
		save: (act, form) => save(act, form),
		drafts,
		grace,
		shift,
		async close(rest) {
			await grace.close();
			snapshots.close();
			next.close();
			await drafts.settle();
			await rest?.();
			await store.close();
		}
	};
}

/** Longer than an opening or a save needs to show itself, shorter than anybody fills in the next visit. */
const READY_AFTER_MS = 1_000;

/** Has made ready what the next save can use once the last one is through. */
function keepReady(ready: () => void): { noteChange(): void; close(): void } {
	let timer: ReturnType<typeof setTimeout> | undefined;
	function noteChange(): void {
		clearTimeout(timer);
		timer = setTimeout(ready, READY_AFTER_MS);
	}
	noteChange();
	return { noteChange, close: () => clearTimeout(timer) };
}

/** Nothing was written for so long: the hands are elsewhere, and a page that loads is through. */
const QUIET_MS = 5_000;

/** Has a snapshot written in quiet moments, and begins anew when one is disturbed. */
function keepSnapshots(store: OpenStore): { noteChange(): void; close(): void } {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let turn = {};
	function noteChange(): void {
		clearTimeout(timer);
		const mine = (turn = {});
		const rest = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(turn === mine)));
		// On a full disk or a lost connection there is none, and the next opening takes longer: nothing to tell anybody.
		timer = setTimeout(() => void store.keepSnapshot(rest).catch(() => undefined), QUIET_MS);
	}
	noteChange();
	return {
		noteChange,
		close() {
			clearTimeout(timer);
			turn = {};
		}
	};
}
