// What the rest of the phone asks of its store while the vault is open.

import type { RecordId } from '../domain/id.ts';
import type { PhoneStore, PhoneTx } from '../sync/phone-port.ts';
import type { Ground } from './step.ts';

/** What one commit or another tab changed; `all` after opening. */
export type Change = ReadonlySet<RecordId> | 'all';

export interface OpenStore extends PhoneStore, Ground {
	/** Rows that could not be opened: they lie untouched, and somebody must be told. */
	readonly damaged: number;
	/**
	 * The records whose fields, notes or both changed, and whether this tab changed them; told after the commit, before
	 * `transact` resolves.
	 */
	onChange(listener: (change: Change, isOwn: boolean) => void): void;
	/** As `PhoneStore.transact`; the draft of the form `formDone` goes in the same commit. */
	transact<Value>(work: (tx: PhoneTx) => Promise<Value>, formDone?: string): Promise<Value>;
	/** Takes in what another tab has committed. */
	refresh(): Promise<void>;
	/**
	 * Writes down what makes the next opening quick (snapshot.ts), where it is worth it. `rest` is awaited often, so that
	 * saves come between; false from it, and nothing is written.
	 */
	keepSnapshot(rest: () => Promise<boolean>): Promise<void>;
	/** Seals to the ward what was written before its key was known, so that it can be sent whatever becomes of the vault. */
	sealWaiting(): Promise<void>;
	/** Does ahead what sealing the next entries to the ward needs. Never rejects: what is not ready is made with the seal. */
	readySeals(): Promise<void>;
	/** Takes no new work, finishes what was begun or waits, then forgets everything. */
	close(): Promise<void>;
}
