// What stands between an unlock and the next lock: the open store with its book, the way to the ward, the drafts. At its
// end all of it is forgotten.

import { makeId, type EntryId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { mustLock } from '../domain/lock.ts';
import { openBadgeKeep, type BadgeKeep } from './badge.ts';
import { deliverCargo } from './cargo.ts';
import { rescueDb, type CourierTools } from './courier.ts';
import { openPhoneDb, type PhoneDb } from './db.ts';
import type { Profile } from './directory.ts';
import type { UnwrittenDrafts } from './draft.ts';
import { endLease } from './lease.ts';
import { openLink, type OpenLink } from './link.ts';
import { openMirror, type Mirror } from './mirror.ts';
import type { PhoneTx } from '../sync/phone-port.ts';
import { settleLate } from '../sync/send.ts';
import { readSealed, type SealedRead } from './sealed-read.ts';
import type { OpenStore } from './store-port.ts';
import { openStore } from './store.ts';
import { openSyncer, type Syncer, type SyncTools } from './sync.ts';
import { ME_PLACE, type Bytes, type Cipher } from './vault.ts';
import { openWork, type Work } from './work.ts';

/** Who works with this phone: known once the vault is open. */
export interface Me {
	readonly volunteer: { readonly id: string; readonly name: string; readonly role: string };
	readonly ward: { readonly id: string; readonly name: string };
}

/** Practice comes with the session: it is begun within one, and what both stand on is not cut in two for it. */
export { openPractice } from './practice.ts';

export type SessionTools = SyncTools & CourierTools;

export interface Session extends Work {
	readonly me: Me | null;
	readonly store: OpenStore;
	readonly syncer: Syncer;
	/** The way to the ward, as this profile. */
	readonly link: OpenLink;
	readonly badge: BadgeKeep;
	/** Waits for a save that is under way; nothing can be read afterwards. */
	close(): Promise<void>;
}

/** All of an opening that needs no key, done while the PIN is still being stretched. */
export interface Ahead {
	readonly db: PhoneDb;
	readonly sealedMe: Bytes | null;
	readonly read: SealedRead;
}

/**
 * Sees to the lease, puts back what the browser has cleared away, and reads what lies sealed. Null where that is not
 * possible: whatever is wrong is met again, and told, when the vault is opened. `db` is the caller's to close.
 */
export async function prepareSession(profile: Profile, tools: SessionTools): Promise<Ahead | null> {
	try {
		return await readSession(profile, tools);
	} catch {
		return null;
	}
}

async function readSession(profile: Profile, tools: SessionTools): Promise<Ahead> {
	await endLease(profile, tools);
	await rescueDb(profile, tools);
	const db = openPhoneDb(profile.id, tools.engine);
	try {
		return { db, sealedMe: await db.readMe(), read: await readSealed(db) };
	} catch (error) {
		db.close();
		throw error;
	}
}

export interface SessionEars {
	/** Book or status are new. */
	onChange(): void;
	/** This tab has written something. */
	onCommit(): void;
	/** The ward was reached and everything is exchanged. */
	onRound(): void;
}

/** `ahead`: what was read already; whatever comes of it, its database is closed with the session. */
export async function openSession(
	profile: Profile,
	cipher: Cipher,
	unwritten: UnwrittenDrafts,
	tools: SessionTools,
	{ onChange, onCommit, onRound }: SessionEars,
	ahead: Ahead | null = null
): Promise<Session> {
	const { db, sealedMe, read } = ahead ?? (await readSession(profile, tools));
	try {
		const joinedAs = sealedMe && ((await cipher.open(ME_PLACE, sealedMe)) as Me);
		const store = await openStore(db, cipher, profile.ward, read);
		// Copies that were lost come again; what only this phone had stays where it lies, and is counted.
		if (store.damaged > 0) await store.transact((tx) => tx.writeState({ cur: 0 }));
		await store.sealWaiting();
		await store.transact((tx) => tidyStore(tx, tools.clock()));
		const link = openLink(tools, {
			ward: profile.ward,
			device: profile.device,
			key: profile.keys.signing,
			clockOffsetMs: store.state.clockOffsetMs,
			wardKey: () => store.state.keys?.sign ?? null
		});
		const badge = openBadgeKeep(db, cipher, profile.ward, () => store.state.keys?.sign ?? null, onChange);
		async function takeNews(): Promise<void> {
			const [{ takeContents }, held] = await Promise.all([import('./content.ts'), badge.readName()]);
			const name = link.contentName && `${link.contentName} ${held ?? ''}`;
			await takeContents(badge.alsoAsk(link.askContent), profile.ward, name);
		}
		const afterRound = () => {
			onRound();
			// loaded when it is first of use, and never a reason for a round to fail
			takeNews().catch(() => undefined);
		};
		const carry = () => deliverCargo(profile.id, store.state, link, tools);
		const syncer = openSyncer(store, link, tools, onChange, { carry, afterRound });
		const mirror = keepMirror(store, openMirror(profile.id, tools.caches), tools.page);
		let me: Me | null = joinedAs;
		const followScope = () => {
			const scope = store.state.scope;
			if (scope) me = { volunteer: scope.volunteer, ward: scope.ward };
		};
		followScope();
		const newId = () => makeId<EntryId>(tools.clock(), tools.randomBytes);
		const work = openWork(
			store,
			db,
			cipher,
			unwritten,
			{ clock: tools.clock, newId },
			{
				onStore(isOwn) {
					mirror.noteChange();
					followScope();
					if (isOwn) onCommit();
					onChange();
				},
				onSave: () => syncer.noteSave(),
				onNoted: onChange
			}
		);
		return {
			get me() {
				return me;
			},
			get book() {
				return work.book;
			},
			get today() {
				return work.today;
			},
			acts: work.acts,
			save: work.save,
			drafts: work.drafts,
			grace: work.grace,
			shift: work.shift,
			store,
			syncer,
			link,
			badge,
			close: () =>
				work.close(async () => {
					syncer.close();
					await mirror.settle();
				})
		};
	} catch (error) {
		db.close();
		throw error;
	}
}

/** A save is first shown, then copied; saves close together go together. */
const MIRROR_AFTER_MS = 250;

/** Has the mirror follow the outbox, one change after the other: soon after each, at once when the page is hidden. */
function keepMirror(
	store: OpenStore,
	mirror: Mirror,
	page: SyncTools['page']
): { noteChange(): void; settle(): Promise<void> } {
	let tail: Promise<void> = Promise.resolve();
	let timer: ReturnType<typeof setTimeout> | undefined;
	async function follow(): Promise<void> {
		const { keys, n } = store.state;
		const open = [...store.posted].map(([n, posted]) => ({ posted, savedAt: store.notes.get(n)?.savedAt ?? 0 }));
		// No room, or no such store: the outbox itself is where it was, and this was its second copy.
		await mirror.follow({ keys, n }, open).catch(() => undefined);
	}
	function followNow(): void {
		if (timer === undefined) return;
		clearTimeout(timer);
		timer = undefined;
		tail = tail.then(follow);
	}
	function noteChange(): void {
		timer ??= setTimeout(followNow, MIRROR_AFTER_MS);
	}
	const stop = page.onVisibility(() => page.isHidden() && followNow());
	noteChange();
	return {
		noteChange,
		settle() {
			stop();
			followNow();
			return tail;
		}
	};
}

/** What was left for an open vault: verdicts that came while it was locked, and entries that were kept long enough. */
async function tidyStore(tx: PhoneTx, now: number): Promise<void> {
	await settleLate(tx);
	await tx.dropRetained(now - LIMIT.retainMs);
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
