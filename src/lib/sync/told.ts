// The desk's word on an event that a phone told: taken back through the same log and counter as everything else, so that
// the phone of whoever told it hears of it.

import type { EntryId, OutreachId } from '../domain/id.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import type { DeskActor } from './desk.ts';
import { describeEntry, writeMerge, type Intake, type WriteTools } from './intake.ts';
import { openLedger } from './ledger.ts';
import { decideMerge } from './merge.ts';
import type { WardTx } from './ward-port.ts';
import { makeWardEntry, WARD_CLIENT } from './ward.ts';

/** Takes an event back that a phone told; one that is taken back already is answered with `desk.notOpen`. */
export async function withdrawToldEvent(
	tx: WardTx,
	{ event, entry: id }: { readonly event: OutreachId; readonly entry: EntryId },
	staff: DeskActor,
	tools: WriteTools
): Promise<Result<{ readonly seq: number }>> {
	const record = await tx.readRecord(event);
	if (!record || record.table !== 'outreach' || record.deleted || record.fields.withdrawn !== undefined)
		return fail('desk.notOpen');
	const word = { withdrawn: tools.now, withdrawnBy: staff.name };
	const entry = makeWardEntry(id, 'outreach.withdraw', event, record.v, word, tools);
	const ledger = await openLedger(tx, tools);
	const intake: Intake = { tx, ledger, tools, verdicts: new Map() };
	const merge = decideMerge(record, entry, 'ward', 'outreach');
	const landing = { kind: 'write', table: 'outreach', area: record.area, merge } as const;
	await writeMerge(intake, { entry, cid: WARD_CLIENT, actor: staff.id }, tools.hash(describeEntry(entry)), landing);
	await ledger.close();
	return succeed({ seq: ledger.seq });
}
