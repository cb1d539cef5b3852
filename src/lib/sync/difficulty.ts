// The ward's answer to a difficulty: through the same log and counter as everything else, so that it comes down to the
// phone of whoever asked, inside the record.

import type { Reply } from '../domain/difficulty.ts';
import type { AreaId, DifficultyId, EntryId } from '../domain/id.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import type { DeskActor } from './desk.ts';
import { describeEntry, writeMerge, type Intake, type WriteTools } from './intake.ts';
import { openLedger } from './ledger.ts';
import { decideMerge } from './merge.ts';
import type { WardTx } from './ward-port.ts';
import { makeWardEntry, WARD_CLIENT } from './ward.ts';

export interface DifficultyAnswer {
	readonly difficulty: DifficultyId;
	/** Version that was on the screen: another one is answered with `desk.changedSince` and nothing is written. */
	readonly v: number;
	readonly text: string;
	/** Whose volunteers may read question and answer, too; null for whoever asked alone. */
	readonly shown: AreaId | null;
	readonly entry: EntryId;
}

/** Answers a difficulty, or says something else in place of an earlier answer. */
export async function answerDifficulty(
	tx: WardTx,
	{ difficulty, v, text, shown, entry: id }: DifficultyAnswer,
	staff: DeskActor,
	tools: WriteTools
): Promise<Result<{ readonly seq: number }>> {
	const record = await tx.readRecord(difficulty);
	if (!record || record.table !== 'difficulty' || record.deleted) return fail('desk.notOpen');
	if (record.v !== v) return fail('desk.changedSince');
	const reply: Reply = { text, byName: staff.name, at: tools.now };
	const entry = makeWardEntry(id, 'difficulty.answer', difficulty, v, { reply, shown }, tools);
	const ledger = await openLedger(tx, tools);
	const intake: Intake = { tx, ledger, tools, verdicts: new Map() };
	const merge = decideMerge(record, entry, 'ward', 'difficulty');
	const landing = { kind: 'write', table: 'difficulty', area: record.area, merge } as const;
	await writeMerge(intake, { entry, cid: WARD_CLIENT, actor: staff.id }, tools.hash(describeEntry(entry)), landing);
	await ledger.close();
	return succeed({ seq: ledger.seq });
}
