// Practice: the same work at the doors as on the real phone (work.ts, hand.ts), over a lane of made-up people. Four walls
// stand between it and the ward, each of them enough:
//
//   1. No way. Nothing that this file leads to knows a link, courier, mirror or rescue file (practice-wall.test.ts reads
//      the imports); a practice has no syncer, and nobody is handed its store.
//   2. No seal. Its store is sealed to nobody (`openStore` with null), so that no other phone could carry it either.
//   3. No profile. Its database is named otherwise than a profile's, and whatever goes by profiles cannot name it.
//   4. No id. The names of its entries and of its client are no ids to the wire (practice-lane.ts): a ward refuses to read
//      any request that holds one.
//
// The key lives in this page alone. What a page that died has left can be read by nobody and goes with the next sweep.

import { makeId, type ClientId, type Clock, type EntryId, type RandomBytes } from '../domain/id.ts';
import { fail, type Result } from '../domain/problem.ts';
import { FRESH_STATE } from '../sync/phone-port.ts';
import { beginMeta, openDoorNamed, openPhoneDbBehind, PRACTICE_DB, type PhoneDb, type Tables } from './db.ts';
import { removeDatabases, type Door, type Engine } from './door.ts';
import type { Hand } from './hand.ts';
import { listPracticeRecords, makePracticeScope, PRACTICE_MARK, type PracticeNames } from './practice-lane.ts';
import type { Scope } from '../sync/scope.ts';
import type { OpenStore } from './store-port.ts';
import { openStore } from './store.ts';
import { QUIET, type SyncStatus } from './sync-status.ts';
import { catchTrouble } from './trouble.ts';
import { makePassingCipher } from './vault/passing.ts';
import type { Cipher } from './vault.ts';
import { openWork, type OpenWork } from './work.ts';

/** When its records were made, by their ids (`PRACTICE_RECORD`). */
const PRACTICE_AT = 0;

export interface PracticeTools {
	readonly clock: Clock;
	readonly randomBytes: RandomBytes;
	readonly engine: Engine;
}

/**
 * Begins one: what an earlier one left is taken away. `names` are shown and go nowhere. `Acts` is handed in by the phone,
 * whose own acts they are: imported here, the first load would be cut in two for it.
 */
export function openPractice(names: PracticeNames, tools: PracticeTools, Acts: typeof Hand): Promise<Result<Practice>> {
	return catchTrouble(async () => {
		await removeDatabases(PRACTICE_DB, tools.engine);
		return makePractice(names, tools, Acts, await layPracticeGround(names, tools));
	});
}

/** What a practice stands on. */
export interface PracticeGround {
	readonly door: Door<Tables>;
	readonly db: PhoneDb;
	readonly cipher: Cipher;
	readonly store: OpenStore;
}

/** A fresh database with the lane in it, under a key that is in memory alone. */
export async function layPracticeGround(names: PracticeNames, tools: PracticeTools): Promise<PracticeGround> {
	const { clock, engine } = tools;
	const door = openDoorNamed(PRACTICE_DB + makePracticeId(tools), engine);
	try {
		const { scope: _, ...fresh } = FRESH_STATE;
		await door.run(({ meta }) => meta.bulkPut(beginMeta({ ...fresh, cid: makePracticeId<ClientId>(tools) })));
		const db = openPhoneDbBehind(door);
		const cipher = await makePassingCipher();
		const store = await openStore(db, cipher, null);
		await store.transact(async (tx) => {
			await tx.writeState({ scope: makePracticeScope(names) });
			for (const record of listPracticeRecords(clock())) await tx.writeRecord(record);
		});
		return { door, db, cipher, store };
	} catch (error) {
		await door.remove().catch(() => undefined);
		throw error;
	}
}

function makePracticeId<Id extends string>({ clock, randomBytes }: PracticeTools): Id {
	return `${PRACTICE_MARK}${makeId(clock(), randomBytes)}` as Id;
}

/** What a device is to the screens (device.ts); it ends once, and takes its database with it. */
export function makePractice(
	names: PracticeNames,
	tools: PracticeTools,
	Acts: typeof Hand,
	{ door, db, cipher, store }: PracticeGround
) {
	class Practice extends Acts {
		readonly #listeners = new Set<() => void>();
		#work: OpenWork | null;
		#ending: Promise<void> | null = null;

		constructor() {
			super();
			const tell = () => this.#tell();
			const newId = () => makePracticeId<EntryId>(tools);
			this.#work = openWork(
				store,
				db,
				cipher,
				new Map(),
				{ clock: tools.clock, newId },
				{
					onStore: tell,
					onSave: () => undefined,
					onNoted: tell
				}
			);
		}

		protected override get work(): OpenWork | null {
			return this.#work;
		}

		protected override get isFull(): boolean {
			return false;
		}

		protected override makeId<Id extends string>(): Id {
			return makeId<Id>(PRACTICE_AT, tools.randomBytes);
		}

		get phase(): { readonly kind: 'open' } | { readonly kind: 'new' } {
			return { kind: this.#work ? 'open' : 'new' };
		}

		get me(): Pick<Scope, 'volunteer' | 'ward'> | null {
			if (!this.#work) return null;
			const { volunteer, ward } = makePracticeScope(names);
			return { volunteer, ward };
		}

		/** A lane that has just come down, and nothing on its way anywhere. */
		get sync(): SyncStatus {
			return { ...QUIET, lastSuccessAt: tools.clock() };
		}

		get hasPasskey(): boolean {
			return false;
		}

		subscribe(listener: () => void): () => void {
			this.#listeners.add(listener);
			return () => this.#listeners.delete(listener);
		}

		/** Whoever practises sits at the real phone, which counts the touches. */
		override noteActivity(): void {}

		lock(): Promise<void> {
			return this.close();
		}

		close(): Promise<void> {
			this.#ending ??= this.#end();
			return this.#ending;
		}

		async #end(): Promise<void> {
			const work = this.#work;
			this.#work = null;
			this.#tell();
			this.#listeners.clear();
			// The database goes with all that is in it, whatever could still be written.
			await work?.close().catch(() => undefined);
			await door.remove().catch(() => undefined);
		}

		#tell(): void {
			for (const listener of [...this.#listeners]) listener();
		}

		// What needs a ward, a vault or a phone of one's own. No screen of practice asks for it.
		lookAtInvitation = noWay;
		join = noWay;
		expectPin = () => () => undefined;
		unlock = noWay;
		addPasskey = noWay;
		dropPasskey = noWay;
		unlockByPasskey = noWay;
		leave = noWay;
		captureLocked = noWay;
		syncNow = noWay;
		countWaiting = noWay;
		countCargo = noWay;
		exportUnsent = noWay;
		takeRescue = noWay;
		giveRelay = noWay;
		takeRelay = noWay;
		practise = noWay;
		canOfferPasskey = (): Promise<boolean> => Promise.resolve(false);
		readBadge = (): Promise<null> => Promise.resolve(null);
		readPersistence = (): Promise<'unknown'> => Promise.resolve('unknown');
	}
	return new Practice();
}

export type Practice = ReturnType<typeof makePractice>;

function noWay(): Promise<Result<never>> {
	return Promise.resolve(fail('net.offline'));
}
