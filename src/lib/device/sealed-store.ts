// The phone's store while nothing on it can be read: its outbox, sealed to the ward, and the clear state. Entries can be
// added (sealed at once) and sent; records are nowhere, and what is written about them is settled at the next unlock.

import type { EntryId, RecordId } from '../domain/id.ts';
import type { OutboxEntry, PostedEntry } from '../sync/entry.ts';
import type { PhoneState, PhoneStore } from '../sync/phone-port.ts';
import type { OutboxRow, StateRow } from './db.ts';
import type { SealedDb } from './sealed-db.ts';
import { changeRows, noteOf, openEntry, postRow, sealEntry } from './row.ts';
import { Step, type EntryNote, type Ground } from './step.ts';
import { makeSeal } from './vault/seal.ts';

/** A store of one profile's sealed entries. `ward` is whom they are sealed to. */
export function openSealedStore(db: SealedDb, ward: string): PhoneStore {
	return {
		async transact(work) {
			for (;;) {
				const { stamp, state, outbox } = await db.readOutbox();
				const step = new Step(await layGround(state, outbox));
				const value = await work(step);
				if (step.isEmpty) return value;
				const { scope: _, ...clear } = { ...state, ...step.state };
				const seal = clear.keys && step.added.length > 0 ? makeSeal(ward, clear.keys.seal) : null;
				const isCommitted = await db.commitOutbox(stamp, {
					added: await Promise.all(step.added.map((entry) => sealEntry(null, seal, entry, 0))),
					changed: changeRows(step),
					...(step.hasState ? { state: clear } : {})
				});
				if (isCommitted) return value;
			}
		}
	};
}

async function layGround(state: StateRow, outbox: readonly OutboxRow[]): Promise<Ground> {
	const notes = new Map<number, EntryNote>();
	const numbers = new Map<EntryId, number>();
	const open = new Map<number, OutboxEntry>();
	const posted = new Map<number, PostedEntry>();
	for (const row of outbox) {
		notes.set(row.n, noteOf(row));
		numbers.set(row.id as EntryId, row.n);
		const sealed = row.state === 'open' ? postRow(row) : null;
		if (!sealed) continue;
		posted.set(row.n, sealed);
		open.set(row.n, await openEntry(null, row));
	}
	const whole: PhoneState = { ...state, scope: null };
	return {
		state: whole,
		records: new Map(),
		notes,
		open,
		posted,
		notesOf: (id: RecordId) => [...notes.values()].filter((note) => note.e === id),
		numberOf: (id) => numbers.get(id)
	};
}
