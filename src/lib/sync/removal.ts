// A record that the ward takes away again, with nothing left in it: phones hear that it is gone, as they hear of any
// change, and the log keeps that there was a step.

import type { EntryId, RecordId } from '../domain/id.ts';
import { describeEntry, writeMerge, type Intake, type WriteTools } from './intake.ts';
import { openLedger } from './ledger.ts';
import { makeWardEntry, WARD_CLIENT } from './ward.ts';
import type { WardTx } from './ward-port.ts';

/** Empties a record and marks it deleted; one that is not there, or gone already, stays as it is. */
export async function removeFromWard(
	tx: WardTx,
	input: { readonly entry: EntryId; readonly id: RecordId; readonly kind: string },
	actor: string,
	tools: WriteTools
): Promise<void> {
	const record = await tx.readRecord(input.id);
	if (!record || record.deleted) return;
	const entry = makeWardEntry(input.entry, input.kind, record.id, record.v, {}, tools);
	const ledger = await openLedger(tx, tools);
	const intake: Intake = { tx, ledger, tools, verdicts: new Map() };
	const nothing = { fields: {}, fver: {}, before: {}, after: {}, conflicts: [] };
	const merge = { s: 'ok', isChanged: true, v: record.v + 1, ...nothing } as const;
	const decision = { kind: 'write', table: record.table, area: record.area, merge, deleted: true } as const;
	await writeMerge(intake, { entry, cid: WARD_CLIENT, actor }, tools.hash(describeEntry(entry)), decision);
	await ledger.close();
}
