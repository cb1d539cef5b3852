// The database of one (ward, volunteer) on this phone. Nothing here can read what it keeps: personal values arrive sealed.
// What is done to it without a key stands in sealed-db.ts.
//
// A commit is one strict transaction that first looks whether the stamp is still the one that its reader saw. So no
// two tabs ever build on the same past, without any lock that a frozen tab could hold on to.

import type { Verdict } from '../sync/entry.ts';
import { FRESH_STATE, type PhoneState } from '../sync/phone-port.ts';
import { writeCommit } from './db-commit.ts';
import { Door, type Dexie, type Engine, type Table } from './door.ts';
import { ERASED } from './stamp.ts';
import { Trouble } from './trouble.ts';
import type { Bytes, SealedPayload } from './vault.ts';

/** Rows carry it, because an older build may write beside a newer one (stack.md 5): migrations only ever add. */
export const ROW_FORMAT = 1;
/** 2: sealed to the ward, too, and nothing left to read once it was answered. */
export const OUTBOX_FORMAT = 2;
const NAME = 'gocua';
/** How the names of the databases of practice begin: never as a profile's. */
export const PRACTICE_DB = 'practice-db-';

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

/** Records that came down together and lie together (kept-page.ts). A row of its own counts before any of them. */
export interface PageRow {
	/** In the order of the commits that wrote them. */
	readonly key: string;
	readonly c: Bytes;
}

/** One commit. What is undefined stays as it is. */
export interface Commit {
	readonly records: readonly RecordRow[];
	readonly removed: readonly string[];
	readonly pages?: readonly PageRow[];
	/** Keys of pages that are no more. */
	readonly pagesGone?: readonly string[];
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
	/** Ids of every record that has a row of its own. */
	readonly rowIds: readonly string[];
	readonly pages: readonly PageRow[];
	/** Of every page that there is. */
	readonly pageKeys: readonly string[];
}

/** All records of one commit, sealed by the page (snapshot.ts): never more than a quicker way to what the rows say. */
export interface SnapshotRow {
	readonly stamp: number;
	readonly pages: readonly Bytes[];
}

export interface MetaRow {
	/**
	 * `lost`: how many open entries went with an erase. `cargo:...`: a bundle of another phone (`CargoRow`). `page:...`:
	 * the sealed bytes of a `PageRow`.
	 */
	readonly k: 'stamp' | 'state' | 'scope' | 'me' | 'badge' | 'snapshot' | 'lost' | `cargo:${string}` | `page:${string}`;
	readonly value: unknown;
}

export type Tables = {
	record: Table<RecordRow, string>;
	outbox: Table<OutboxRow, number>;
	draft: Table<{ key: string; c: Bytes }, string>;
	meta: Table<MetaRow, string>;
};

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

export const PAGES = 'page:';
/** Behind every key of a page. */
const PAGES_END = 'page;';
const STAMP_DIGITS = 12;

/** Key of the `at`-th page of a commit, or, without it, what all pages from that commit on follow. */
export function pageKey(stamp: number, at?: number): string {
	return `${PAGES}${String(stamp).padStart(STAMP_DIGITS, '0')}${at === undefined ? '' : `:${at}`}`;
}

/** The database of a profile. */
export function openDoor(profileId: string, engine: Engine): Door<Tables> {
	return openDoorNamed(`${NAME}-${profileId}`, engine);
}

/** One of the same shape that no profile has: whoever goes by profiles (courier, mirror, rescue) cannot name it. */
export function openDoorNamed(name: string, engine: Engine): Door<Tables> {
	return new Door<Tables>(name, engine, {
		record: 'id, stamp',
		outbox: 'n, &id, stamp',
		draft: 'key',
		meta: 'k'
	});
}

/** A state that an older build has written says nothing of what came later. */
export function completeState(state: StateRow): StateRow {
	const { scope: _, ...fresh } = FRESH_STATE;
	return { ...fresh, ...state };
}

/** An empty database for somebody who has just joined. What a join that was cut off left behind is taken away. */
export async function createPhoneDb(profileId: string, engine: Engine, state: StateRow, me: Bytes): Promise<void> {
	await inDoor(profileId, engine, (tables, dexie) =>
		dexie.transaction('rw', dexie.tables, async () => {
			for (const table of dexie.tables) await table.clear();
			await tables.meta.bulkPut([...beginMeta(state), { k: 'me', value: me }]);
		})
	);
}

/** What a database says before anything was written into it. */
export function beginMeta(state: StateRow): MetaRow[] {
	return [
		{ k: 'stamp', value: 0 },
		{ k: 'state', value: state }
	];
}

/** The database of somebody who has joined. */
export function openPhoneDb(profileId: string, engine: Engine): PhoneDb {
	return openPhoneDbBehind(openDoor(profileId, engine));
}

/** Every call meets `vault.damaged` when the browser has emptied the database. */
export function openPhoneDbBehind(door: Door<Tables>): PhoneDb {
	const readStamp = async ({ meta }: Tables): Promise<number> => {
		const row = await meta.get('stamp');
		if (row?.value === ERASED) throw new Trouble('vault.locked');
		if (typeof row?.value !== 'number') throw new Trouble('vault.damaged');
		return row.value;
	};
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
					const pages = await tables.meta
						.where('k')
						.between(pageKey(since + 1), PAGES_END)
						.toArray();
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
						rowIds: isEveryRecord ? records.map((row) => row.id) : await tables.record.toCollection().primaryKeys(),
						pages: pages.map(({ k, value }) => ({ key: k, c: value as Bytes })),
						pageKeys: isAll ? pages.map(({ k }) => k) : await tables.meta.where('k').startsWith(PAGES).primaryKeys()
					};
				})
			),
		readRows: (numbers) =>
			door.run(async ({ outbox }) => (await outbox.bulkGet([...numbers])).flatMap((row) => row ?? [])),
		commit: (base, commit) =>
			door.run(async ({ outbox }, dexie) => {
				if (await writeCommit(dexie.backendDB(), base, commit)) return true;
				// Ours already, when the connection was lost between the commit and its answer: entries have ids.
				const [first] = commit.added;
				return first !== undefined && (await outbox.get({ id: first.id })) !== undefined;
			}),
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

/** One piece of work on a database that nobody needs to have open. */
export async function inDoor<Value>(
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
