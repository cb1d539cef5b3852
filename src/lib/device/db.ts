// The phone's databases, and the only place that knows Dexie. Nothing here can read what it keeps: personal values
// arrive sealed. One small directory says who works with this phone; each (ward, volunteer) has a database of its own.
//
// A commit is one strict transaction that first looks whether the stamp is still the one that its reader saw. So no
// two tabs ever build on the same past, without any lock that a frozen tab could hold on to.

import { Dexie, type Table } from 'dexie';
import type { Bundle, Verdict } from '../sync/entry.ts';
import { FRESH_STATE, type PhoneState } from '../sync/phone-port.ts';
import { Trouble } from './trouble.ts';
import type { Bytes, DeviceKeys, SealedPayload, Wrap } from './vault.ts';

/** Rows carry it, because an older build may write beside a newer one (stack.md 5): migrations only ever add. */
export const ROW_FORMAT = 1;
/** 2: sealed to the ward, too, and nothing left to read once it was answered. */
export const OUTBOX_FORMAT = 2;
const DIRECTORY_NAME = 'gocua';
const OPEN_WAIT_MS = 10_000;

/** Where the databases live: the browser's, or a fake one in tests. */
export interface Engine {
	readonly indexedDB: IDBFactory;
	readonly IDBKeyRange: typeof IDBKeyRange;
}

/** Who works with this phone: ids and keys that cannot be read out, no names. */
export interface Profile {
	readonly id: string;
	readonly format: number;
	readonly ward: string;
	readonly device: string;
	readonly keys: DeviceKeys;
	readonly wraps: readonly Wrap[];
	readonly wrongPins: number;
	readonly lastWrongAt: number;
	/** Since when, and why, nothing of it can be read any more: then it has no wraps. */
	readonly retired?: Retirement;
}

/**
 * `wrongPins`: ten in a row. `revoked`: by the ward. `left`: its volunteer left this phone. `replaced`: somebody joined
 * anew on it, because the PIN was forgotten or the ward did not know the phone any more, or as somebody else.
 */
export type RetireReason = 'wrongPins' | 'revoked' | 'left' | 'replaced';

export interface Retirement {
	readonly at: number;
	readonly reason: RetireReason;
	/** The bytes are gone, too; until then each start of the app tries again. */
	readonly isSwept: boolean;
}

/** A profile of the past: what it wrote and nobody has answered lies sealed to the ward in its own database. */
export type FormerProfile = Profile & { readonly retired: Retirement };

export interface RecordRow {
	readonly id: string;
	readonly table: string;
	readonly area: string;
	readonly seq: number;
	readonly v: number;
	readonly deleted: boolean;
	readonly format: number;
	/** The commit that wrote it. */
	readonly stamp: number;
	readonly c: Bytes;
}

export interface OutboxRow {
	readonly n: number;
	readonly id: string;
	readonly e: string;
	readonly k: string;
	readonly sv: number;
	readonly bv: number;
	readonly t: string;
	readonly state: 'open' | 'closed';
	readonly savedAt: number;
	readonly closedAt?: number;
	readonly verdict?: Verdict;
	readonly format: number;
	readonly stamp: number;
	/** `hpke`: there is `s`, so that the row outlives whatever can be read on this phone. `dek`: there is `c` alone. */
	readonly alg: 'dek' | 'hpke';
	/** The payload under the data key; empty where nobody here may read it (any more). */
	readonly c: Bytes;
	/** The payload sealed to the ward: what is sent, and kept a while after the verdict. */
	readonly s?: SealedPayload;
	/** Answered while the records could not be read: the next open round lets the record follow. */
	readonly unsettled?: 1;
}

/** The state between rounds, clear except for the scope, which names people. */
export type StateRow = Omit<PhoneState, 'scope'> & {
	/** The area that a visit recorded while locked is put into: the first of the assigned ones, by its bare id. */
	readonly captureArea?: string;
};

/** What may change about an entry: its place on the way to the ward, never what it says. Undefined takes away. */
export interface OutboxChange {
	readonly n: number;
	readonly to: {
		readonly [Key in 'state' | 'verdict' | 'closedAt' | 'alg' | 'c' | 's' | 'unsettled']?: OutboxRow[Key] | undefined;
	};
}

/** One commit. What is undefined stays as it is. */
export interface Commit {
	readonly records: readonly RecordRow[];
	readonly removed: readonly string[];
	readonly added: readonly OutboxRow[];
	readonly changed: readonly OutboxChange[];
	readonly state?: StateRow;
	readonly scope?: Bytes | null;
	/** Key of the half-filled form that is whole with this commit. */
	readonly formDone?: string;
}

/** What changed after a stamp, read in one piece. */
export interface Changed {
	readonly stamp: number;
	readonly state: StateRow;
	readonly scope: Bytes | null;
	readonly records: readonly RecordRow[];
	readonly outbox: readonly OutboxRow[];
	/** Ids of every record that there is. */
	readonly recordIds: readonly string[];
}

/** All records of one commit, sealed by the page (snapshot.ts): never more than a quicker way to what the rows say. */
export interface SnapshotRow {
	readonly stamp: number;
	readonly pages: readonly Bytes[];
}

interface MetaRow {
	/** `lost`: how many open entries went with an erase. `cargo:...`: a bundle of another phone (`CargoRow`). */
	readonly k: 'stamp' | 'state' | 'scope' | 'me' | 'badge' | 'snapshot' | 'lost' | `${typeof CARGO}${string}`;
	readonly value: unknown;
}

type Tables = {
	record: Table<RecordRow, string>;
	outbox: Table<OutboxRow, number>;
	draft: Table<{ key: string; c: Bytes }, string>;
	meta: Table<MetaRow, string>;
};

/**
 * A Dexie database that is opened again, once, when the browser has dropped the connection (iOS, in the background) or
 * Dexie has let go of it because another tab wants to change it.
 */
class Door<Stores> {
	readonly #dexie: Dexie;
	#isClosed = false;

	constructor(name: string, engine: Engine, stores: Record<string, string>) {
		this.#dexie = new Dexie(name, { ...engine, autoOpen: false, chromeTransactionDurability: 'strict' });
		this.#dexie.version(1).stores(stores);
	}

	async run<Value>(work: (tables: Stores, dexie: Dexie) => Promise<Value>): Promise<Value> {
		for (let isSecondTry = false; ; isSecondTry = true) {
			if (this.#isClosed) throw new Trouble('vault.locked');
			try {
				if (!this.#dexie.isOpen()) await this.#open();
				// Dexie names its tables at runtime; `stores` is what gives them their types.
				return await work(this.#dexie as unknown as Stores, this.#dexie);
			} catch (error) {
				if (error instanceof Trouble) throw error;
				const names = namesOf(error);
				if (names.includes('QuotaExceededError')) throw new Trouble('store.full', error);
				if (!names.some((name) => WEATHER.has(name))) throw error;
				if (isSecondTry) throw new Trouble('store.failed', error);
				this.#dexie.close();
			}
		}
	}

	close(): void {
		this.#isClosed = true;
		this.#dexie.close();
	}

	/** An open that another tab blocks, or that never answers (seen on iOS), must not hang the screen. */
	async #open(): Promise<void> {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const blocked = new Promise<never>((_, reject) => {
			timer = setTimeout(() => reject(new Trouble('store.blocked')), OPEN_WAIT_MS);
		});
		try {
			await Promise.race([this.#dexie.open(), blocked]);
		} finally {
			clearTimeout(timer);
		}
	}
}

/** What a browser may throw although the program is right. */
const WEATHER = new Set([
	'AbortError',
	// A browser that cannot keep keys (seen in private windows).
	'DataCloneError',
	'DatabaseClosedError',
	'InvalidStateError',
	'MissingAPIError',
	'NotReadableError',
	'OpenFailedError',
	'SecurityError',
	'TimeoutError',
	'TransactionInactiveError',
	'UnknownError',
	'VersionError'
]);

/** Names of an error and of what it wraps: Dexie hides a full disk inside an AbortError. */
function namesOf(error: unknown): string[] {
	const names: string[] = [];
	for (let inner: unknown = error; inner instanceof Object && names.length < 5;) {
		if ('name' in inner) names.push(String(inner.name));
		if ('failures' in inner && Array.isArray(inner.failures)) names.push(...inner.failures.flatMap(namesOf));
		inner = 'inner' in inner ? inner.inner : undefined;
	}
	return names;
}

/** What this phone showed the ward in a join whose end it has not seen: the same code must meet the same phone. */
export interface Joining {
	readonly code: string;
	readonly cid: string;
	readonly keys: DeviceKeys;
	readonly publicKey: string;
}

export interface Directory {
	readJoining(): Promise<Joining | null>;
	/** Also shows, before an invitation is used up, that this browser can keep keys at all. */
	writeJoining(joining: Joining): Promise<void>;
	readCurrent(): Promise<Profile | null>;
	/** Ends the joining, too, and retires whoever was current until now: one phone can be read by one person. */
	writeCurrent(profile: Profile, now: number): Promise<void>;
	/**
	 * Throws away the wraps of the current profile, so that nothing under its data key can ever be read again; null from
	 * `decide` leaves it as it is. Who leaves is current no more; else the profile stays, to say what has happened.
	 */
	retireCurrent(decide: (profile: Profile) => Omit<Retirement, 'isSwept'> | null): Promise<void>;
	/** Every profile that can be read no more, the current one included: whose sealed entries may still be sent. */
	listFormer(): Promise<FormerProfile[]>;
	markSwept(id: string): Promise<void>;
	/** One step on the current profile that no other tab can come between; null from `step` leaves it as it is. */
	changeCurrent(step: (profile: Profile) => Profile | null): Promise<void>;
	close(): void;
}

export function openDirectory(engine: Engine): Directory {
	type Stores = {
		profile: Table<Profile, string>;
		meta: Table<{ k: 'current'; value: string } | { k: 'joining'; value: Joining }, string>;
	};
	const door = new Door<Stores>(DIRECTORY_NAME, engine, { profile: 'id', meta: 'k' });
	const readCurrent = async ({ meta, profile }: Stores) => {
		const current = await meta.get('current');
		return current?.k === 'current' ? ((await profile.get(current.value)) ?? null) : null;
	};
	return {
		readJoining: () =>
			door.run(async ({ meta }) => {
				const joining = await meta.get('joining');
				return joining?.k === 'joining' ? joining.value : null;
			}),
		writeJoining: (value) => door.run(async ({ meta }) => void (await meta.put({ k: 'joining', value }))),
		readCurrent: () => door.run(readCurrent),
		writeCurrent: (profile, now) =>
			door.run((stores, dexie) =>
				dexie.transaction('rw', [stores.profile, stores.meta], async () => {
					const before = await readCurrent(stores);
					if (before && !before.retired) await stores.profile.put(retire(before, { at: now, reason: 'replaced' }));
					await stores.profile.put(profile);
					await stores.meta.put({ k: 'current', value: profile.id });
					await stores.meta.delete('joining');
				})
			),
		retireCurrent: (decide) =>
			door.run((stores, dexie) =>
				dexie.transaction('rw', [stores.profile, stores.meta], async () => {
					const profile = await readCurrent(stores);
					const retirement = profile && !profile.retired && decide(profile);
					if (!retirement) return;
					await stores.profile.put(retire(profile, retirement));
					if (retirement.reason === 'left') await stores.meta.delete('current');
				})
			),
		listFormer: () => door.run(async ({ profile }) => (await profile.toArray()).filter(isFormer)),
		markSwept: (id) =>
			door.run((stores, dexie) =>
				dexie.transaction('rw', stores.profile, async () => {
					const profile = await stores.profile.get(id);
					if (profile?.retired)
						await stores.profile.put({ ...profile, retired: { ...profile.retired, isSwept: true } });
				})
			),
		changeCurrent: (step) =>
			door.run((stores, dexie) =>
				dexie.transaction('rw', [stores.profile, stores.meta], async () => {
					const profile = await readCurrent(stores);
					const changed = profile && step(profile);
					if (changed) await stores.profile.put(changed);
				})
			),
		close: () => door.close()
	};
}

function retire(profile: Profile, retirement: Omit<Retirement, 'isSwept'>): FormerProfile {
	return { ...profile, wraps: [], retired: { ...retirement, isSwept: false } };
}

function isFormer(profile: Profile): profile is FormerProfile {
	return profile.retired !== undefined;
}

export interface PhoneDb {
	readStamp(): Promise<number>;
	/** `recordsSince`: a later stamp, by whoever has the records of that one already. */
	readSince(stamp: number, recordsSince?: number): Promise<Changed>;
	readRows(numbers: readonly number[]): Promise<OutboxRow[]>;
	/** True when it was written, whole and durably; false, and nothing written, when the stamp is another by now. */
	commit(base: number, commit: Commit): Promise<boolean>;
	readSnapshot(): Promise<SnapshotRow | null>;
	/** Another tab may have written a newer one: that one stays. */
	writeSnapshot(snapshot: SnapshotRow): Promise<void>;
	dropSnapshot(): Promise<void>;
	/** What the join left: who works here, sealed. */
	readMe(): Promise<Bytes | null>;
	/** The volunteer's badge, sealed. */
	readBadge(): Promise<Bytes | null>;
	writeBadge(c: Bytes | null): Promise<void>;
	readDraft(key: string): Promise<Bytes | null>;
	writeDraft(key: string, c: Bytes): Promise<void>;
	dropDraft(key: string): Promise<void>;
	listDrafts(): Promise<string[]>;
	close(): void;
}

function openDoor(profileId: string, engine: Engine): Door<Tables> {
	return new Door<Tables>(`${DIRECTORY_NAME}-${profileId}`, engine, {
		record: 'id, stamp',
		outbox: 'n, &id, stamp',
		draft: 'key',
		meta: 'k'
	});
}

/** A state that an older build has written says nothing of what came later. */
function completeState(state: StateRow): StateRow {
	const { scope: _, ...fresh } = FRESH_STATE;
	return { ...fresh, ...state };
}

/** An empty database for somebody who has just joined. What a join that was cut off left behind is taken away. */
export async function createPhoneDb(profileId: string, engine: Engine, state: StateRow, me: Bytes): Promise<void> {
	await inDoor(profileId, engine, (tables, dexie) =>
		dexie.transaction('rw', dexie.tables, async () => {
			for (const table of dexie.tables) await table.clear();
			await tables.meta.bulkPut([
				{ k: 'stamp', value: 0 },
				{ k: 'state', value: state },
				{ k: 'me', value: me }
			]);
		})
	);
}

/** The database of somebody who has joined. Every call meets `vault.damaged` when the browser has emptied it. */
export function openPhoneDb(profileId: string, engine: Engine): PhoneDb {
	const door = openDoor(profileId, engine);
	const readStamp = async ({ meta }: Tables): Promise<number> => {
		const row = await meta.get('stamp');
		if (row?.value === ERASED) throw new Trouble('vault.locked');
		if (typeof row?.value !== 'number') throw new Trouble('vault.damaged');
		return row.value;
	};
	const core = ({ record, outbox, meta }: Tables) => [record, outbox, meta];
	return {
		readStamp: () => door.run(readStamp),
		readSince: (since, recordsSince = since) =>
			door.run((tables, dexie) =>
				dexie.transaction('r', [tables.record, tables.outbox, tables.meta], async () => {
					const stamp = await readStamp(tables);
					const state = await tables.meta.get('state');
					const scope = await tables.meta.get('scope');
					if (!state) throw new Trouble('vault.damaged');
					const isAll = since < 0;
					const isEveryRecord = recordsSince < 0;
					const records = await (
						isEveryRecord ? tables.record : tables.record.where('stamp').above(recordsSince)
					).toArray();
					return {
						stamp,
						// Meta rows are written in this file alone, each with the value that its key names.
						state: completeState(state.value as StateRow),
						scope: (scope?.value ?? null) as Bytes | null,
						records,
						outbox: await (isAll ? tables.outbox : tables.outbox.where('stamp').above(since)).toArray(),
						recordIds: isEveryRecord ? records.map((row) => row.id) : await tables.record.toCollection().primaryKeys()
					};
				})
			),
		readRows: (numbers) =>
			door.run(async ({ outbox }) => (await outbox.bulkGet([...numbers])).flatMap((row) => row ?? [])),
		commit(base, commit) {
			return door.run((tables, dexie) =>
				dexie.transaction(
					'rw',
					commit.formDone === undefined ? core(tables) : [...core(tables), tables.draft],
					async () => {
						if ((await readStamp(tables)) !== base) {
							// Ours already, when the connection was lost between the commit and its answer: entries have ids.
							const [first] = commit.added;
							return first !== undefined && (await tables.outbox.get({ id: first.id })) !== undefined;
						}
						const next = base + 1;
						const meta: MetaRow[] = [{ k: 'stamp', value: next }];
						if (commit.state) meta.push({ k: 'state', value: commit.state });
						if (commit.scope !== undefined) meta.push({ k: 'scope', value: commit.scope });
						const changed = commit.changed.map(({ n, to }) => ({ key: n, changes: { ...to, stamp: next } as object }));
						await Promise.all([
							commit.records.length ? tables.record.bulkPut([...commit.records]) : null,
							commit.removed.length ? tables.record.bulkDelete([...commit.removed]) : null,
							commit.added.length ? tables.outbox.bulkAdd([...commit.added]) : null,
							changed.length ? tables.outbox.bulkUpdate(changed) : null,
							commit.formDone === undefined ? null : tables.draft.delete(commit.formDone),
							tables.meta.bulkPut(meta)
						]);
						return true;
					}
				)
			);
		},
		readSnapshot: () =>
			door.run(async ({ meta }) => ((await meta.get('snapshot'))?.value ?? null) as SnapshotRow | null),
		writeSnapshot: (snapshot) =>
			door.run((tables, dexie) =>
				dexie.transaction('rw', [tables.meta], async () => {
					const there = (await tables.meta.get('snapshot'))?.value as SnapshotRow | undefined;
					if (there && there.stamp > snapshot.stamp) return;
					await tables.meta.put({ k: 'snapshot', value: snapshot });
				})
			),
		dropSnapshot: () => door.run(({ meta }) => meta.delete('snapshot')),
		readMe: () => door.run(async ({ meta }) => ((await meta.get('me'))?.value ?? null) as Bytes | null),
		readBadge: () => door.run(async ({ meta }) => ((await meta.get('badge'))?.value ?? null) as Bytes | null),
		writeBadge: (c) =>
			door.run(async (tables, dexie) =>
				dexie.transaction('rw', tables.meta, async () => {
					// not where everything was erased meanwhile
					await readStamp(tables);
					if (c) await tables.meta.put({ k: 'badge', value: c });
					else await tables.meta.delete('badge');
				})
			),
		readDraft: (key) => door.run(async ({ draft }) => (await draft.get(key))?.c ?? null),
		writeDraft: (key, c) => door.run(async ({ draft }) => void (await draft.put({ key, c }))),
		dropDraft: (key) => door.run(({ draft }) => draft.delete(key)),
		listDrafts: () => door.run(({ draft }) => draft.toCollection().primaryKeys() as Promise<string[]>),
		close: () => door.close()
	};
}

/**
 * Erases what is readable: every record, draft and name, and the part of the outbox that only the data key opens, in
 * one transaction. What is sealed to the ward stays, with the clear state that it is sent by. Safe to do again.
 */
export function eraseReadable(profileId: string, engine: Engine): Promise<void> {
	return inDoor(profileId, engine, (tables, dexie) =>
		dexie.transaction('rw', dexie.tables, async () => {
			for (const table of dexie.tables) {
				// Also what a later build keeps in stores of its own.
				if (table.name !== 'outbox' && table.name !== 'meta') await table.clear();
			}
			const rows = await tables.outbox.toArray();
			const before = await readLost(tables);
			const lost = rows.filter((row) => row.state === 'open' && !stripRow(row)).length;
			await tables.outbox.bulkDelete(rows.flatMap((row) => (stripRow(row) ? [] : [row.n])));
			await tables.outbox.bulkPut(rows.flatMap((row) => stripRow(row) ?? []));
			// What others wrote, nobody here could read: it goes on waiting for its way to the ward.
			await tables.meta.filter(({ k }) => k !== 'state' && !k.startsWith(CARGO)).delete();
			await tables.meta.bulkPut([
				{ k: 'stamp', value: ERASED },
				{ k: 'lost', value: before + lost }
			]);
		})
	);
}

/** A stamp that no commit builds on: not even a tab that slept through the erase writes here any more. */
const ERASED = 'erased';

/**
 * What stays of an entry where nothing may be read any more: a row that is sealed to the ward, too, without what the
 * data key opens; of one that is not, nothing.
 */
function stripRow(row: OutboxRow): OutboxRow | null {
	return row.alg === 'hpke' ? { ...row, c: new Uint8Array() } : null;
}

async function readLost({ meta }: Tables): Promise<number> {
	return Number((await meta.get('lost'))?.value ?? 0);
}

const CARGO = 'cargo:';

/** A bundle that another phone wrote and this one carries, sealed to the ward and signed as it came. */
export interface CargoRow {
	/** Null once it needs to be carried no more. */
	readonly bundle: Bundle | null;
	readonly entries: number;
	readonly takenAt: number;
	/** `refused`: the ward will never read it in this way. */
	readonly state: 'waiting' | 'delivered' | 'refused';
	readonly settledAt?: number;
}

/**
 * Writes each row that `decide` wants after a look at all that is there, in one transaction; null takes one away. By
 * names of the caller's. Needs no key.
 */
export function putCargo<Value>(
	profileId: string,
	engine: Engine,
	decide: (there: ReadonlyMap<string, CargoRow>) => {
		readonly rows: ReadonlyMap<string, CargoRow | null>;
		readonly value: Value;
	}
): Promise<Value> {
	return inDoor(profileId, engine, ({ meta }, dexie) =>
		dexie.transaction('rw', meta, async () => {
			const kept = await meta.where('k').startsWith(CARGO).toArray();
			const { rows, value } = decide(new Map(kept.map(({ k, value }) => [k.slice(CARGO.length), value as CargoRow])));
			for (const [name, row] of rows) {
				if (row) await meta.put({ k: `${CARGO}${name}`, value: row });
				else await meta.delete(`${CARGO}${name}`);
			}
			return value;
		})
	);
}

/** Entries that the ward has not answered. */
export interface Waiting {
	/** They outlive an erase. */
	readonly sealed: number;
	/** Only the data key opens them. */
	readonly readable: number;
	/** They went with an erase. */
	readonly lost: number;
}

/** Needs no key. */
export function countWaiting(profileId: string, engine: Engine): Promise<Waiting> {
	return inDoor(profileId, engine, async (tables) => {
		const open = await tables.outbox.filter(({ state }) => state === 'open').toArray();
		const sealed = open.filter((row) => stripRow(row) !== null).length;
		return { sealed, readable: open.length - sealed, lost: await readLost(tables) };
	});
}

/**
 * Gives the ward's records back, when `isOver` says so of the clear state: whatever the ward can send again goes, what
 * it has never received stays. Needs no key. Resolves whether anything went.
 */
export function returnLent(profileId: string, engine: Engine, isOver: (state: StateRow) => boolean): Promise<boolean> {
	return inDoor(profileId, engine, (tables, dexie) =>
		dexie.transaction('rw', dexie.tables, async () => {
			const { record, outbox, meta } = tables;
			const state = (await meta.get('state'))?.value as StateRow | undefined;
			const stamp = (await meta.get('stamp'))?.value;
			if (!state || typeof stamp !== 'number' || !isOver(state)) return false;
			const entries = await outbox.toArray();
			const unsent = new Set(entries.flatMap(({ e, state }) => (state === 'open' ? [e] : [])));
			const lent = await record.filter(({ id, v }) => v > 0 || !unsent.has(id)).primaryKeys();
			const answered = entries.filter(({ state, c }) => state === 'closed' && c.length > 0);
			if (lent.length + answered.length === 0) return false;
			const next = stamp + 1;
			await record.bulkDelete(lent);
			// All records at once, where a build keeps such a quicker way to them.
			await meta.delete('snapshot');
			// The receipt of an answered entry stays, what it said goes.
			await outbox.bulkPut(answered.map((row) => ({ ...row, stamp: next, c: new Uint8Array() })));
			await meta.bulkPut([
				{ k: 'stamp', value: next },
				{ k: 'state', value: { ...state, cur: 0 } }
			]);
			return true;
		})
	);
}

/** One piece of work on a database that nobody needs to have open. */
async function inDoor<Value>(
	profileId: string,
	engine: Engine,
	work: (tables: Tables, dexie: Dexie) => Promise<Value>
): Promise<Value> {
	const door = openDoor(profileId, engine);
	try {
		return await door.run(work);
	} finally {
		door.close();
	}
}

/** What needs no key: the clear state and the outbox. Also where everything readable was erased. */
export interface SealedDb {
	readOutbox(): Promise<{ readonly stamp: unknown; readonly state: StateRow; readonly outbox: readonly OutboxRow[] }>;
	/** As `PhoneDb.commit`. Where all was erased there is no stamp to move: nobody builds on it any more. */
	commitOutbox(base: unknown, commit: Pick<Commit, 'added' | 'changed' | 'state'>): Promise<boolean>;
	close(): void;
}

export function openSealedDb(profileId: string, engine: Engine): SealedDb {
	const door = openDoor(profileId, engine);
	const readMeta = async ({ meta }: Tables) => {
		const stamp = (await meta.get('stamp'))?.value;
		const state = (await meta.get('state'))?.value;
		if (stamp === undefined || state === undefined) throw new Trouble('vault.damaged');
		// Meta rows are written in this file alone.
		return { stamp, state: completeState(state as StateRow) };
	};
	return {
		readOutbox: () =>
			door.run((tables, dexie) =>
				dexie.transaction('r', [tables.outbox, tables.meta], async () => {
					return { ...(await readMeta(tables)), outbox: await tables.outbox.toArray() };
				})
			),
		commitOutbox: (base, { added, changed, state }) =>
			door.run((tables, dexie) =>
				dexie.transaction('rw', [tables.outbox, tables.meta], async () => {
					if ((await readMeta(tables)).stamp !== base) return false;
					const next = typeof base === 'number' ? base + 1 : 0;
					const meta: MetaRow[] = typeof base === 'number' ? [{ k: 'stamp', value: next }] : [];
					if (state) meta.push({ k: 'state', value: state });
					await tables.outbox.bulkAdd(added.map((row) => ({ ...row, stamp: next })));
					await tables.outbox.bulkUpdate(
						changed.map(({ n, to }) => ({ key: n, changes: { ...to, stamp: next } as object }))
					);
					await tables.meta.bulkPut(meta);
					return true;
				})
			),
		close: () => door.close()
	};
}

/**
 * Puts a database there where the browser has thrown it away, with the entries that were rescued; false when it is
 * there. What only the data key opens is gone, and comes from the ward again.
 */
export function restorePhoneDb(
	profileId: string,
	engine: Engine,
	state: StateRow,
	rescued: readonly OutboxRow[]
): Promise<boolean> {
	const door = openDoor(profileId, engine);
	return door
		.run((tables, dexie) =>
			dexie.transaction('rw', dexie.tables, async () => {
				if ((await tables.meta.get('stamp')) !== undefined) return false;
				const there = new Set(await tables.outbox.toCollection().primaryKeys());
				await tables.outbox.bulkAdd(rescued.filter((row) => !there.has(row.n)));
				await tables.meta.bulkPut([
					{ k: 'stamp', value: 0 },
					{ k: 'state', value: state }
				]);
				return true;
			})
		)
		.finally(() => door.close());
}
