// The ward's counter and its hash chain during one transaction. Every acceptance, whatever its verdict, is one step:
// the counter rises by one and the chain grows by h = sha256(h|entry|record|v|hash), so that a store which lost steps
// can be told from one that did not.

import type { EntryId, RecordId } from '../domain/id.ts';
import type { Fields, Table } from './record.ts';
import type { WardState, WardTx } from './ward-port.ts';

export interface Step {
	readonly entry: EntryId;
	readonly hash: string;
	readonly kind: string;
	readonly actor: string;
	readonly table: Table | null;
	readonly record: RecordId | null;
	readonly v: number;
	readonly before: Fields;
	readonly after: Fields;
}

export interface Ledger {
	readonly seq: number;
	/** The ward's state with what was appended. */
	readonly state: WardState;
	/** Appends one step and answers its counter. */
	append(step: Step): Promise<number>;
	/** Writes counter and head back; nothing to do when nothing was appended. */
	close(): Promise<void>;
}

export function chainHead(
	hash: (text: string) => string,
	head: string,
	step: Pick<Step, 'entry' | 'record' | 'v' | 'hash'>
): string {
	return hash(`${head}|${step.entry}|${step.record ?? ''}|${step.v}|${step.hash}`).slice(0, 32);
}

export async function openLedger(
	tx: WardTx,
	tools: { hash(text: string): string; readonly now: number }
): Promise<Ledger> {
	const before = await tx.readWard();
	let { seq, head } = before;
	return {
		get seq() {
			return seq;
		},
		get state() {
			return { ...before, seq, head };
		},
		async append({ hash, ...step }) {
			seq += 1;
			head = chainHead(tools.hash, head, { ...step, hash });
			await tx.appendChange({ seq, head, at: tools.now, ...step });
			return seq;
		},
		async close() {
			if (seq !== before.seq) await tx.writeWard({ ...before, seq, head });
		}
	};
}
