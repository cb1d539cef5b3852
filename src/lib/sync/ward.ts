// The ward's half of the engine: takes entries up with one verdict each, hands rows down by the counter, and writes
// what the desk decides, all through one log. Everything happens inside one transaction that the caller opened.

import type { AreaId, ClientId, EntryId, RecordId, StaffId, VisitId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { decideReview, WAITING, type ReviewAct, type ReviewTarget } from '../domain/review.ts';
import { readReview } from './accept.ts';
import type { Entry, EntryKind, PullAnswer, PullRequest, PushAnswer, PushBatch, Verdict } from './entry.ts';
import type { Scope } from './scope.ts';
import { encodeHlc } from './hlc.ts';
import { describeEntry, landHeld, protect, takeEntry, writeMerge } from './intake.ts';
import type { Intake, WardTools, WriteTools } from './intake.ts';
import { openLedger } from './ledger.ts';
import { decideMerge } from './merge.ts';
import { isForEyesOf, isKnownTo, type Fields, type Row, type Table, type WardRecord } from './record.ts';
import { describeStanding } from './watermark.ts';
import type { Protection, Sender, WardTx } from './ward-port.ts';

export type { WardTools };

/**
 * One verdict for each entry of the batch, all of them durable with the caller's transaction. An entry that cannot be
 * used never hinders another. Throws only when the store or the sealing of a well-formed number fails: then nothing
 * of the batch was taken, and the phone sends it again.
 */
export async function pushEntries(tx: WardTx, batch: PushBatch, sender: Sender, tools: WardTools): Promise<PushAnswer> {
	const ledger = await openLedger(tx, tools);
	const intake: Intake = { tx, ledger, tools, verdicts: new Map() };
	const sent: { id: EntryId; takenAs: EntryId; isRepeat: boolean }[] = [];
	for (const entry of batch.entries.toSorted((a, b) => a.n - b.n)) {
		sent.push({ id: entry.id, ...(await takeEntry(intake, entry, batch.cid, sender, tools)) });
	}
	await ledger.close();
	const res = sent.map(({ id, takenAs, isRepeat }): Verdict => {
		const verdict = intake.verdicts.get(takenAs);
		if (!verdict) throw new Error(`entry ${id} left without a verdict`);
		return { ...verdict, id, ...(isRepeat ? { s: 'dup' } : {}) };
	});
	return { ...describeStanding(ledger.state, tools), res };
}

/**
 * One page of the sender's areas after the phone's counter: records that stand there, and the word of those that left.
 * The answered counter stands behind the last row while more follow, and at the ward's own once everything was read:
 * no committed row is ever passed over. A back-fill has a counter of its own and ends where the phone's own begins;
 * rows that are asked for by id move no counter.
 */
export async function readPage(
	tx: WardTx,
	request: PullRequest,
	scope: Scope,
	tools: Pick<WardTools, 'protection' | 'now' | 'mac'>
): Promise<PullAnswer> {
	const ward = await tx.readWard();
	const areas = scope.areas.filter((area) => area.assigned).map((area) => area.id);
	const show = (record: WardRecord) => revealRow(record, scope.volunteer.id, tools.protection);
	const page = request.ids
		? await readNamed(tx, request, request.ids, areas, ward.seq, show)
		: await readNext(tx, request, areas, ward.seq, show);
	return { ...describeStanding(ward, tools), ...page, ...(request.scope === scope.hash ? {} : { scope }) };
}

type Rows = Pick<PullAnswer, 'rows' | 'cur' | 'more'>;

async function readNext(
	tx: WardTx,
	{ cur, limit, fill, tables }: PullRequest,
	assigned: readonly AreaId[],
	seq: number,
	show: (record: WardRecord) => Row
): Promise<Rows> {
	const areas = fill ? assigned.filter((area) => fill.areas.includes(area)) : assigned;
	const until = fill ? Math.min(fill.until, seq) : seq;
	const most = Math.max(1, Math.min(limit, LIMIT.pageRows));
	if (areas.length === 0) return { rows: [], cur: until, more: false };
	const found = await tx.listRecords(areas, cur, most + 1, until);
	// What was added just now has left nowhere; a record that left one area for another of the phone's is a plain row.
	const left = fill ? [] : await tx.listExits(areas, cur, most + 1);
	const gone = left.map(({ id, seq }) => ({ id, out: true as const, seq }));
	const all: (WardRecord | Extract<Row, { out: true }>)[] = [...found, ...gone].sort((a, b) => a.seq - b.seq);
	const more = all.length > most;
	const page = all.slice(0, most);
	// the counter passes over what the phone does not know, too: the sums bring it once the phone does
	const rows = page.flatMap((one) => {
		if ('out' in one) return [one];
		return isKnownTo(one.table, tables) ? [show(one)] : [];
	});
	return { rows, cur: more ? (page.at(-1)?.seq ?? cur) : until, more };
}

/** These records as they stand now; of one that the phone may not have, no more than that. */
async function readNamed(
	tx: WardTx,
	{ cur, tables }: PullRequest,
	ids: readonly RecordId[],
	areas: readonly AreaId[],
	seq: number,
	show: (record: WardRecord) => Row
): Promise<Rows> {
	const rows: Row[] = [];
	for (const id of ids) {
		const record = await tx.readRecord(id);
		const isSeen = record !== null && areas.includes(record.area) && isKnownTo(record.table, tables);
		rows.push(isSeen ? show(record) : { id, out: true, seq });
	}
	return { rows, cur, more: false };
}

/**
 * What is gone says nothing to phones, also where the ward still keeps what it said (`twins.ts`); nor does what is not for
 * this volunteer's eyes.
 */
function revealRow(record: WardRecord, volunteer: string, protection: Protection): Row {
	const { table, id, area, v, seq, fields, deleted } = record;
	const head = { table, id, area, v, seq };
	if (deleted) return { ...head, fields: {}, deleted };
	return { ...head, fields: isForEyesOf(record, volunteer) ? protection.reveal(table, fields) : {} };
}

/**
 * The desk's word on a visit, through the same log. `v` is the version that was on the screen: another one is answered
 * with `review.changedSince` and nothing is written.
 */
export async function decideVisit(
	tx: WardTx,
	input: { visit: VisitId; v: number; act: ReviewAct; entry: EntryId },
	staff: { id: StaffId; name: string },
	tools: WriteTools
): Promise<Result<{ seq: number; v: number }>> {
	const { visit, v, act } = input;
	const record = await tx.readRecord(visit);
	if (!record || record.table !== 'visit' || record.deleted) return fail('review.notWaiting');
	if (record.v !== v) return fail('review.changedSince');
	// Answering is the volunteer's, through an entry.
	if (act.act === 'answer') return fail('review.notWaiting');
	if (act.act === 'return' && !(await isTargetOf(tx, record, act.target))) return fail('field.badChoice', 'target');
	const ledger = await openLedger(tx, tools);
	const actor = { by: staff.id, byName: staff.name, decidedAt: tools.now, seq: ledger.seq + 1 };
	const review = decideReview(readReview(record), act, actor);
	if (!review.ok) return review;
	const entry = makeWardEntry(input.entry, `review.${act.act}`, visit, v, { review: review.value }, tools);
	const merge = decideMerge(record, entry, 'ward', 'visit');
	const intake: Intake = { tx, ledger, tools, verdicts: new Map() };
	const decision = { kind: 'write', table: 'visit', area: record.area, merge } as const;
	await writeMerge(intake, { entry, cid: WARD_CLIENT, actor: staff.id }, tools.hash(describeEntry(entry)), decision);
	await ledger.close();
	return succeed({ seq: ledger.seq, v: merge.v });
}

/** What is asked about belongs to the visit: itself, its person, or its door with the people behind it. */
async function isTargetOf(tx: WardTx, visit: WardRecord, target: ReviewTarget): Promise<boolean> {
	if (target.table === 'visit') return target.id === visit.id;
	if (target.table === 'household') return target.id === visit.fields.household;
	const person = await tx.readRecord(target.id);
	return person?.table === 'person' && person.fields.household === visit.fields.household;
}

/**
 * Brings a record into being that the ward itself hands in (an imported list, the demo ward). Asking again with the
 * same entry id changes nothing; an id that is taken by another record is a bug of the caller.
 */
export async function writeFromWard(
	tx: WardTx,
	input: { entry: EntryId; table: Table; id: RecordId; area: AreaId; fields: Fields; kind: string },
	actor: string,
	tools: WriteTools
): Promise<{ seq: number }> {
	const { table, id, area, kind } = input;
	const known = await tx.readEntry(input.entry);
	if (known) return { seq: known.verdict.seq };
	if (await tx.readRecord(id)) throw new Error(`record ${id} is there already`);
	const fields = await protect(input.fields, tools.protection);
	const own = table === 'visit' && !fields.review ? { review: WAITING } : {};
	const entry = makeWardEntry(input.entry, kind, id, 0, { ...fields, ...own }, tools);
	const ledger = await openLedger(tx, tools);
	const intake: Intake = { tx, ledger, tools, verdicts: new Map() };
	const decision = { kind: 'write', table, area, merge: decideMerge(null, entry, 'ward', table) } as const;
	await writeMerge(intake, { entry, cid: WARD_CLIENT, actor }, tools.hash(describeEntry(entry)), decision);
	const { seq } = ledger;
	await landHeld(intake, id);
	await ledger.close();
	return { seq };
}

/** The ward writes through no client; its writes stand apart in every field's version. */
export const WARD_CLIENT = 'ward' as ClientId;

/** An entry of the ward's own, as it stands in the log. */
export function makeWardEntry(
	id: EntryId,
	kind: string,
	e: RecordId,
	bv: number,
	p: Fields,
	{ now }: { now: number }
): Entry {
	// Kinds of the desk and of imports are never read from the wire: they stand in the log only.
	return { id, n: 0, sv: 1, k: kind as EntryKind, e, bv, t: encodeHlc(Math.max(0, now), 0, 'ward'), p };
}
