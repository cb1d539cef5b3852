// A volunteer with a phone: what they do at doors, in one or two tabs, whether or not anybody hears of it; and what
// becomes of a phone that is locked, shut out, or has lost its store.

import { makeId, type AreaId, type ClientId, type EntryId } from '../../src/lib/domain/id.ts';
import { fail, succeed, type Result } from '../../src/lib/domain/problem.ts';
import type { Bundle, Entry, OutboxEntry, PostedEntry, SealedBody } from '../../src/lib/sync/entry.ts';
import type { WardKeys } from '../../src/lib/sync/scope.ts';
import { handIn, type HandInWay } from '../../src/lib/sync/hand-in.ts';
import {
	runRound,
	saveEntries,
	ROUND,
	type EntryDraft,
	type RoundLimits,
	type RoundResult
} from '../../src/lib/sync/phone.ts';
import type { PhoneStore, PhoneTx, WardLink } from '../../src/lib/sync/phone-port.ts';
import { sendOpen, settleLate } from '../../src/lib/sync/send.ts';
import { Killed, PhoneDisk, type PhoneTab } from '../storage/memory-phone.ts';
import { householdFields } from '../storage/samples.ts';
import { Hands, type Act } from './hands.ts';
import { FOREIGN_KID, playSeal, playSign } from './house.ts';
import { replace } from './mutants.ts';
import type { Random } from './random.ts';

export type { Act };

export interface Tab {
	readonly tab: PhoneTab;
	readonly store: PhoneStore;
	readonly link: WardLink;
	isSyncing: boolean;
	lastRound: Result<RoundResult> | null;
}

/** A name that the phone no longer goes by: its sealed entries still have to arrive. */
export interface Former {
	readonly device: string;
	readonly disk: PhoneDisk;
	readonly link: WardLink;
}

/** The device has no room: nothing was written. */
export class Full extends Error {
	constructor() {
		super('the quota is exceeded');
	}
}

export interface PhoneHouse {
	readonly random: Random;
	readonly now: () => number;
	/** Of every 16 entries so many are sealed by a key that the ward does not have. */
	readonly foreignKeys: number;
	/** What a tab works with; `device` is the name that it signs with. */
	open(phone: Phone, device: string, tab: PhoneTab): Pick<Tab, 'store' | 'link'>;
	link(device: string): WardLink;
	join(phone: Phone, cid: string): { readonly device: string; readonly keys: WardKeys };
	count(what: string, times?: number): void;
}

export class Phone {
	readonly number: number;
	readonly volunteer: string;
	disk!: PhoneDisk;
	device = '';
	readonly tabs: Tab[] = [];
	readonly formers: Former[] = [];
	/** Entries that somebody was told are saved. */
	readonly saved: Entry[] = [];
	/** Those of them that nobody can ask of the phone again: it lost its store before, or after they were acknowledged. */
	readonly gone = new Set<EntryId>();
	/** Of those, what the ward never had. */
	readonly neverSent = new Set<EntryId>();
	/** How often it began anew with the ward. */
	histories = 0;
	/** Entries under an id that somebody else's entry has: nobody can ask after them by it. */
	readonly reused = new Set<EntryId>();
	/** Bodies that no key of the ward opens. */
	readonly foreign = new Map<EntryId, SealedBody>();
	clockOffsetMs = 0;
	isLocked = false;
	/** The ward has shut it out, and it knows. */
	isOut = false;
	/** The next save finds no room. */
	isFull = false;
	/** What the disk was some commits ago, for a power cut on a browser that only promised to write. */
	readonly past: string[] = [];
	readonly #house: PhoneHouse;
	readonly #hands: Hands;
	#sealed = 0;
	#seen: { disk: PhoneDisk; commits: number; at: ReturnType<PhoneDisk['look']> } | null = null;

	constructor(number: number, house: PhoneHouse) {
		this.number = number;
		this.#house = house;
		this.volunteer = this.#newId();
		this.#hands = new Hands(house.random, this.clock, this.volunteer, () => this.look());
	}

	readonly clock = (): number => this.#house.now() + this.clockOffsetMs;

	#newId<Id extends string>(): Id {
		return makeId<Id>(Math.max(0, this.clock()), this.#house.random.bytes);
	}

	/** Joins anew with an empty store; what the old name had written stays beside it, sealed. */
	async join(): Promise<void> {
		if (this.device) await this.#retire();
		const cid = this.#newId();
		const { device, keys } = this.#house.join(this, cid);
		this.device = device;
		const disk = new PhoneDisk(cid);
		await disk.openTab().transact((tx) => tx.writeState({ keys }));
		this.#begin(disk);
	}

	/** The browser lost the database; the mirror of what is open is put back under a new client. */
	async rescue(): Promise<void> {
		const { state, outbox } = this.look();
		this.#forgetClosed(outbox);
		const open = outbox.filter((one) => one.state === 'open');
		const cid = this.#newId<ClientId>();
		const disk = new PhoneDisk(cid);
		await disk.openTab().transact(async (tx) => {
			await tx.writeState({ n: state.n, keys: state.keys });
			for (const one of open) await tx.addEntry(one);
		});
		this.#begin(disk);
	}

	/** Everything is gone, the mirror too: only what had arrived is left, at the ward. */
	async evict(): Promise<void> {
		for (const { disk } of [this, ...this.formers]) {
			const { outbox } = disk.look();
			this.#forgetClosed(outbox);
			for (const one of outbox) if (one.state === 'open') this.neverSent.add(one.entry.id);
		}
		this.formers.length = 0;
		this.device = '';
		await this.join();
	}

	#forgetClosed(outbox: readonly OutboxEntry[]): void {
		for (const one of outbox) if (one.state === 'closed') this.gone.add(one.entry.id);
	}

	async #retire(): Promise<void> {
		const disk = this.disk;
		await this.#erase(disk);
		this.formers.push({ device: this.device, disk, link: this.#house.link(this.device) });
	}

	#begin(disk: PhoneDisk): void {
		this.#killAll();
		this.disk = disk;
		this.isOut = false;
		this.isLocked = false;
		this.past.length = 0;
		this.openTab();
	}

	#killAll(): void {
		for (const { tab } of this.tabs) tab.kill();
		this.tabs.length = 0;
	}

	/** What can be read goes; entries that wait or are retained stay. */
	async #erase(disk: PhoneDisk): Promise<void> {
		await disk.openTab().transact(async (tx) => {
			for (const record of await tx.listRecords()) await tx.removeRecord(record.id);
		});
	}

	openTab(): Tab {
		const tab = this.disk.openTab();
		const opened: Tab = { tab, ...this.#house.open(this, this.device, tab), isSyncing: false, lastRound: null };
		this.tabs.push(opened);
		return opened;
	}

	/** The disk as it is now; read again only after a commit. */
	look(): ReturnType<PhoneDisk['look']> {
		const { disk } = this;
		if (this.#seen?.disk !== disk || this.#seen.commits !== disk.commits)
			this.#seen = { disk, commits: disk.commits, at: disk.look() };
		return this.#seen.at;
	}

	/** Tabs that died are gone; a person opens the app again. */
	bury(): void {
		for (let i = this.tabs.length - 1; i >= 0; i--) if (this.tabs[i]?.tab.isKilled) this.tabs.splice(i, 1);
		if (this.tabs.length === 0) this.openTab();
	}

	/** No more power: every tab is gone at once; `back` commits are lost where the browser had only promised them. */
	cutPower(back: number): void {
		this.#killAll();
		const kept = back > 0 ? this.past.at(-back) : undefined;
		if (kept !== undefined) this.disk.putBack(kept);
		this.openTab();
	}

	/** Saves what one act at a door writes; the entries count as saved only when the store said so. */
	async save(tab: Tab, act: Act, strangers: { areas: readonly AreaId[]; ids: readonly EntryId[] }): Promise<boolean> {
		if (this.isOut) return false;
		const drafts = this.isLocked ? this.#draftLocked() : this.#hands.draft(act, strangers.areas);
		if (drafts.length === 0) return false;
		const reused = act === 'reusedId' ? this.#house.random.pick(strangers.ids) : undefined;
		const newId = () => reused ?? this.#newId<EntryId>();
		const store = this.isLocked ? this.#lockedStore(tab.store) : tab.store;
		const isFull = this.isFull;
		this.isFull = false;
		try {
			const now = this.clock();
			const entries = await store.transact(async (tx) => {
				const made = await saveEntries(tx, drafts, { now, newId });
				if (isFull) throw new Full();
				return made;
			});
			this.saved.push(...entries);
			if (this.isLocked) this.#house.count('lockedSave');
			return true;
		} catch (error) {
			if (error instanceof Full) this.#house.count('quota');
			if (error instanceof Killed || error instanceof Full) return false;
			// A reused id that this very phone holds is refused, and nothing was claimed.
			if (reused !== undefined) return false;
			throw error;
		} finally {
			// The disk knows, not the answer: a tab that dies right after its commit has told nobody, and the entry goes up.
			const isThere = this.look().outbox.some(({ entry }) => entry.id === reused);
			if (reused !== undefined && isThere) this.reused.add(reused);
		}
	}

	#draftLocked(): EntryDraft[] {
		const { keys, scope } = this.look().state;
		const area = scope?.areas.find((one) => one.assigned)?.id;
		if (!keys || !area) return [];
		const p = householdFields(area, { number: `K${this.#house.random.between(1, 99)}` });
		return [{ k: 'household.create', e: this.#newId(), table: 'household', area, p }];
	}

	/** What a locked phone can reach: its outbox and the clear state, no record. */
	#lockedStore(store: PhoneStore): PhoneStore {
		const noRecords: Partial<PhoneTx> = {
			readRecord: async () => null,
			writeRecord: async () => {},
			removeRecord: async () => {},
			listRecords: async () => []
		};
		return {
			transact: (work) => store.transact((tx) => work(replace(tx, noRecords)))
		};
	}

	lock(): void {
		this.isLocked = true;
	}

	/** What was answered while it was locked is settled now. */
	async unlock(): Promise<void> {
		this.isLocked = false;
		await this.disk.openTab().transact(settleLate);
	}

	async sync(tab: Tab, limits: Partial<RoundLimits>): Promise<void> {
		tab.isSyncing = true;
		try {
			tab.lastRound = await this.#round(tab, { ...ROUND, ...limits });
		} catch (error) {
			if (!(error instanceof Killed)) throw error;
		} finally {
			tab.isSyncing = false;
		}
	}

	async #round(tab: Tab, limits: RoundLimits): Promise<Result<RoundResult>> {
		const { store, link } = tab;
		if (this.isOut) return toRound(await handIn(store, ownWays(link), this.clock, limits));
		if (this.isLocked) {
			this.#house.count('lockedSend');
			return toRound(await sendOpen(this.#lockedStore(store), (batch) => link.push(batch), this.clock, limits, true));
		}
		const round = await runRound(store, link, { clock: this.clock }, limits);
		// Another tab may have begun something else meanwhile; this one only speaks of its own name.
		if (tab.tab.isKilled) return round;
		if (!round.ok && round.problem.code === 'net.revoked' && !this.isOut) {
			this.isOut = true;
			await this.#erase(this.disk);
			this.#house.count('shutOut');
		}
		if (!round.ok) return round;
		let pushed = 0;
		for (const former of [...this.formers]) {
			const ways = [...ownWays(former.link), this.#carrierWay(former, link)] as const;
			const past = this.seal(former.disk.openTab());
			const handed = await handIn(past, ways, this.clock, limits);
			if (handed.ok) pushed += handed.value.pushed;
			if (handed.ok && handed.value.pushed > 0) this.#house.count('formerSent');
		}
		return succeed({ ...round.value, pushed: round.value.pushed + pushed });
	}

	#carrierWay({ device, disk }: Former, link: WardLink): HandInWay {
		return {
			reconcile: (request) => link.reconcile(request),
			send: async ({ epoch, wm, cid, now, entries }) => {
				const sealed = entries.filter((entry) => entry.body.alg === 'hpke');
				if (sealed.length < entries.length) return fail('net.badRequest', disk.look().state.cid);
				return link.carry({ epoch, wm, cid, now, bundle: this.bundle(device, cid, sealed) });
			}
		};
	}

	/** Entries to be carried by somebody else, as `device` signs them. */
	bundle(device: string, cid: ClientId, entries: readonly PostedEntry[]): Bundle {
		const bundle = { ward: 'ward', device, cid, madeAt: this.clock(), entries };
		return { ...bundle, signature: playSign(device, bundle) };
	}

	/** The store with every body sealed on its way out, now and then by a key that the ward never had. */
	seal(store: PhoneStore): PhoneStore {
		return {
			transact: (work) =>
				store.transact((tx) =>
					work(
						replace(tx, {
							writeState: async (changes) => {
								if (changes.reconcileAfter === 0) this.histories += 1;
								await tx.writeState(changes);
							},
							listPosted: async (afterN, most) => {
								const { keys } = await tx.readState();
								const posted = await tx.listPosted(afterN, most);
								return keys ? posted.map((entry) => this.#sealOne(entry, keys.seal.kid)) : posted;
							}
						})
					)
				)
		};
	}

	#sealOne({ body, ...head }: PostedEntry, kid: string): PostedEntry {
		if (body.alg !== 'plain') return { ...head, body };
		if (Number.parseInt(head.id.slice(-1), 16) < this.#house.foreignKeys) {
			const closed = playSeal(FOREIGN_KID, head, body.p, head.id);
			this.foreign.set(head.id, closed);
			this.#house.count('foreignSeal');
			return { ...head, body: closed };
		}
		this.#sealed += 1;
		return { ...head, body: playSeal(kid, head, body.p, `${head.id} ${this.#sealed}`) };
	}
}

function ownWays(link: WardLink): [HandInWay, HandInWay] {
	return [
		{ reconcile: (request) => link.reconcile(request), send: (batch) => link.push(batch) },
		{ reconcile: (request) => link.reconcile(request), send: (batch) => link.deposit(batch) }
	];
}

function toRound(sent: Result<{ pushed: number; isStale: boolean }>): Result<RoundResult> {
	return sent.ok ? succeed({ pushed: sent.value.pushed, pulled: 0, more: sent.value.isStale }) : sent;
}
