// What is done to a phone's database without any key: erasing, counting, giving back, carrying, sending what is sealed,
// putting it there again.

import type { Bundle } from '../sync/entry.ts';
import {
	completeState,
	inDoor,
	openDoor,
	PAGES,
	type Commit,
	type MetaRow,
	type OutboxRow,
	type StateRow,
	type Tables
} from './db.ts';
import type { Engine } from './door.ts';
import { ERASED } from './stamp.ts';
import { Trouble } from './trouble.ts';

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

export const NONE_WAITING: Waiting = { sealed: 0, readable: 0, lost: 0 };

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
			const pages = await meta.where('k').startsWith(PAGES).primaryKeys();
			const answered = entries.filter(({ state, c }) => state === 'closed' && c.length > 0);
			if (lent.length + pages.length + answered.length === 0) return false;
			const next = stamp + 1;
			await record.bulkDelete(lent);
			// All records at once, where a build keeps such a quicker way to them.
			await meta.bulkDelete(['snapshot', ...pages]);
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
