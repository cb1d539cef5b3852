// What stands between an unlock and the next lock: the open store with its book, the way to the ward, the drafts. At its
// end all of it is forgotten.

import { makeId, type EntryId, type RandomBytes } from '../domain/id.ts';
import { mustLock } from '../domain/lock.ts';
import { makeBook, EMPTY_BOOK, type Book } from './book.ts';
import { openPhoneDb, type Engine, type Profile } from './db.ts';
import { openDrafts, type Drafts, type UnwrittenDrafts } from './draft.ts';
import { openLink, type LinkTools } from './link.ts';
import { dayAt, type Day } from '../domain/day.ts';
import { saveEntries } from '../sync/phone.ts';
import type { Act } from './act.ts';
import { ACTS } from './acts.ts';
import { openStore, type OpenStore } from './store.ts';
import { openSyncer, type Syncer, type SyncTools } from './sync.ts';
import { ME_PLACE, type Cipher } from './vault.ts';

/** Who works with this phone: known once the vault is open. */
export interface Me {
	readonly volunteer: { readonly id: string; readonly name: string; readonly role: string };
	readonly ward: { readonly id: string; readonly name: string };
}

export interface SessionTools extends SyncTools, LinkTools {
	readonly engine: Engine;
	readonly randomBytes: RandomBytes;
}

export interface Session {
	readonly me: Me | null;
	readonly book: Book;
	/** The day at the ward, by this phone's clock and what is known of its error. */
	readonly today: Day;
	/** What can be decided on an open book. */
	readonly acts: typeof ACTS;
	/** Records and entries of one act, in one durable transaction. */
	save(act: Act): Promise<void>;
	readonly store: OpenStore;
	readonly syncer: Syncer;
	readonly drafts: Drafts;
	/** Waits for a save that is under way; nothing can be read afterwards. */
	close(): Promise<void>;
}

/** `onChange`: book or status are new. `onCommit`: this tab has written something. */
export async function openSession(
	profile: Profile,
	cipher: Cipher,
	unwritten: UnwrittenDrafts,
	tools: SessionTools,
	onChange: () => void,
	onCommit: () => void
): Promise<Session> {
	const db = openPhoneDb(profile.id, tools.engine);
	try {
		const sealedMe = await db.readMe();
		const joinedAs = sealedMe && ((await cipher.open(ME_PLACE, sealedMe)) as Me);
		const store = await openStore(db, cipher);
		// Copies that were lost come again; what only this phone had stays where it lies, and is counted.
		if (store.damaged > 0) await store.transact((tx) => tx.writeState({ cur: 0 }));
		const link = openLink(tools, {
			ward: profile.ward,
			device: profile.device,
			key: profile.keys.signing,
			clockOffsetMs: store.state.clockOffsetMs
		});
		// loaded when it is first of use, and never a reason for a round to fail
		const afterRound = () =>
			void import('./content.ts')
				.then(({ takeContents }) => takeContents(link.askContent, profile.ward))
				.catch(() => undefined);
		const syncer = openSyncer(store, link, tools, onChange, afterRound);
		const drafts = openDrafts(db, cipher, unwritten);
		let book = makeBook(store, EMPTY_BOOK, 'all');
		let me: Me | null = joinedAs;
		const followScope = () => {
			const scope = store.state.scope;
			if (scope) me = { volunteer: scope.volunteer, ward: scope.ward };
		};
		followScope();
		store.onChange((change, isOwn) => {
			book = makeBook(store, book, change);
			followScope();
			if (isOwn) onCommit();
			onChange();
		});
		return {
			get me() {
				return me;
			},
			get book() {
				return book;
			},
			get today() {
				return dayAt(tools.clock() + store.state.clockOffsetMs);
			},
			acts: ACTS,
			async save(act) {
				const now = tools.clock();
				const newId = () => makeId<EntryId>(now, tools.randomBytes);
				await store.transact((tx) => saveEntries(tx, act, { now, newId }));
				syncer.noteSave();
			},
			store,
			syncer,
			drafts,
			async close() {
				syncer.close();
				await drafts.settle();
				await store.close();
			}
		};
	} catch (error) {
		db.close();
		throw error;
	}
}

export interface IdleWatch {
	noteActivity(): void;
	close(): void;
}

const LOOK_MS = 5_000;

/** Calls `onIdle` once nobody has touched the screen, or seen it, for too long (domain/lock.ts). */
export function watchIdle({ clock, page }: Pick<SyncTools, 'clock' | 'page'>, onIdle: () => void): IdleWatch {
	let isHidden = page.isHidden();
	let lookedAt = clock();
	let idleMs = 0;
	let hiddenMs = 0;
	function look(): void {
		const now = clock();
		// A clock that was set back does not keep the vault open: the time between two looks has passed at least.
		const passedMs = now < lookedAt ? LOOK_MS : now - lookedAt;
		lookedAt = now;
		idleMs += passedMs;
		hiddenMs = isHidden ? hiddenMs + passedMs : 0;
		if (mustLock(idleMs, hiddenMs)) onIdle();
	}
	// Timers stop while a phone sleeps, so the return to the page looks, too, before anything is touched.
	const timer = setInterval(look, LOOK_MS);
	const stop = page.onVisibility(() => {
		look();
		isHidden = page.isHidden();
	});
	return {
		noteActivity() {
			look();
			idleMs = 0;
		},
		close() {
			clearInterval(timer);
			stop();
		}
	};
}
