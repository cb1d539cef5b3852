// The phone's store while nothing on it can be read: its outbox, sealed to the ward, and the clear state. Entries can be
// added (sealed at once) and sent; records are nowhere, and what is written about them is settled at the next unlock.

import type { PhoneState, PhoneStore } from '../sync/phone-port.ts';
import type { OutboxRow, StateRow } from './db.ts';
import { KeptOutbox } from './kept-outbox.ts';
import type { SealedDb } from './sealed-db.ts';
import { changeRows, openEntry, postRow, sealEntry } from './row.ts';
import { Step, type Ground } from './step.ts';
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
	const kept = new KeptOutbox();
	for (const row of outbox) {
		const isSealed = row.state === 'open' && postRow(row) !== null;
		kept.take(row, isSealed ? await openEntry(null, row) : null);
	}
	const whole: PhoneState = { ...state, scope: null };
	return {
		state: whole,
		records: new Map(),
		notes: kept.notes,
		open: kept.open,
		posted: kept.posted,
		notesOf: (id) => kept.notesOf(id),
		numberOf: (id) => kept.numberOf(id)
	};
}
