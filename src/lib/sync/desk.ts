// What the desk decides: between two values that nobody may choose by clock, about entries that were kept aside, and in
// which area a door stands. Each word goes through the same log and counter as what phones send, and travels down inside
// the record that it is about.

import { keepDecision, type Decision, type DecisionChoice } from '../domain/decision.ts';
import type { AreaId, EntryId, HouseholdId, RecordId, StaffId } from '../domain/id.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import { decideArrival, type Decision as Landing } from './accept.ts';
import { checkChanges } from './check.ts';
import { isEntryKind, type Body, type Entry, type EntryKind } from './entry.ts';
import { clampHlc, encodeHlc, parseHlc } from './hlc.ts';
import { describeEntry, landHeld, protect, SEALED, writeMerge } from './intake.ts';
import type { Intake, WardTools, WriteTools } from './intake.ts';
import { isPlain } from './json.ts';
import { openLedger } from './ledger.ts';
import { decideMerge, type Merge } from './merge.ts';
import type { Fields, WardRecord } from './record.ts';
import type { AsideEntry, Case, Conflict, Sender, WardTx } from './ward-port.ts';
import { makeWardEntry, WARD_CLIENT } from './ward.ts';

export interface DeskActor {
	readonly id: StaffId;
	readonly name: string;
}

/** The record itself, where the two values are "it is gone" and what somebody wrote into it. */
export const DELETED = 'deleted';

export type FieldChoice =
	| { readonly choice: 'kept' }
	/** What this entry says. */
	| { readonly choice: 'other'; readonly of: EntryId }
	/** A third value, as a phone would write it; a personal number in clear. */
	| { readonly choice: 'typed'; readonly value: unknown };

export interface Landed {
	readonly seq: number;
	readonly v: number;
}

/**
 * The desk's choice between the values of one field, for all who wrote another one. `v` is the version that was on the
 * screen: another one is answered with `desk.changedSince` and nothing is written.
 */
export async function decideConflict(
	tx: WardTx,
	input: { record: RecordId; v: number; field: string; choice: FieldChoice; entry: EntryId },
	staff: DeskActor,
	tools: WardTools
): Promise<Result<Landed>> {
	const { field, choice } = input;
	const record = await tx.readRecord(input.record);
	const open = (await tx.listConflicts(input.record)).filter((one) => one.field === field && !one.settled);
	if (!record || open.length === 0) return fail('desk.notOpen');
	if (record.v !== input.v) return fail('desk.changedSince');
	const chosen = choice.choice === 'other' ? open.find((one) => one.entry === choice.of) : undefined;
	if (choice.choice === 'other' && !chosen) return fail('desk.notOpen');
	const read = await readChoice(record, field, choice, chosen, tools);
	if (!read.ok) return read;
	const found = checkChanges(record.table, record.fields, read.value)[0];
	if (found) return failWith(found);

	// Bringing a record back with what one person wrote leaves what the others wrote into it to be decided.
	const answered = field === DELETED && chosen ? [chosen] : open;
	const ledger = await openLedger(tx, tools);
	const word = {
		choice: choice.choice,
		field,
		entries: answered.map((one) => one.entry),
		...nameValues(record, field, read.value, open)
	};
	const decision = makeDecision(word, staff, ledger.seq + 1, tools);
	const p = { ...read.value, decisions: keepDecision(record.fields.decisions, decision) };
	const entry = makeWardEntry(input.entry, 'conflict.decide', record.id, record.v, p, tools);
	const merge = decideMerge(record, entry, 'ward', record.table);
	const intake: Intake = { tx, ledger, tools, verdicts: new Map() };
	const landing = { kind: 'write', table: record.table, area: record.area, merge } as const;
	await writeWard(intake, entry, staff, chosen && field === DELETED ? { ...landing, deleted: false } : landing);
	const settled = { by: staff.id, at: tools.now, choice: choice.choice, note: null };
	for (const one of answered) await tx.settleConflict(one, settled);
	await ledger.close();
	return succeed({ seq: ledger.seq, v: merge.v });
}

/** The protected fields that a choice writes. */
async function readChoice(
	record: WardRecord,
	field: string,
	choice: FieldChoice,
	chosen: Conflict | undefined,
	tools: WardTools
): Promise<Result<Fields>> {
	if (field === DELETED) {
		if (choice.choice === 'typed') return fail('field.badChoice', 'choice');
		return succeed(isPlain(chosen?.other) ? chosen.other : {});
	}
	if (choice.choice === 'kept') return succeed({ [field]: record.fields[field] ?? null });
	if (choice.choice === 'other') return succeed({ [field]: chosen?.other ?? null });
	const typed = { [field === 'idKeep' ? 'personalId' : field]: choice.value };
	const kind = `${record.table}.set`;
	// what is written once has no values to choose between
	if (!isEntryKind(kind)) return fail('desk.notOpen');
	const read = tools.readPayload(kind, 1, typed);
	if (!read.ok) return fail(field === 'idKeep' ? 'card.badNumber' : 'field.badChoice', 'value');
	return succeed(await protect(read.value, tools.protection));
}

/** What a phone may be told of the values: of a personal number and of a whole record only that it was decided. */
function nameValues(
	record: WardRecord,
	field: string,
	chosen: Fields,
	open: readonly Conflict[]
): Pick<Decision, 'value' | 'left'> {
	if (field === 'idKeep' || field === DELETED) return {};
	const value = chosen[field] ?? null;
	const all = [record.fields[field] ?? null, ...open.map((one) => one.other)];
	const others = all.filter((one) => JSON.stringify(one) !== JSON.stringify(value));
	const left = others.filter((one, i) => others.findIndex((e) => JSON.stringify(e) === JSON.stringify(one)) === i);
	return { value, ...(left.length > 0 ? { left } : {}) };
}

export interface Replay {
	readonly entry: EntryId;
	/** What staff corrected in its payload, as a phone would write it; null replays it as it came. */
	readonly changes: Fields | null;
	readonly note: string | null;
}

/**
 * Takes an entry up that was kept aside, as if it came now from `sender`. Where it still does not fit, the answer says
 * why and nothing is written. Its receipt is renewed; what was kept aside stays as it came.
 */
export async function replayAside(
	tx: WardTx,
	input: Replay,
	sender: Sender,
	staff: DeskActor,
	tools: WardTools
): Promise<Result<Landed>> {
	const aside = await tx.readAside(input.entry);
	const kept = await tx.readEntry(input.entry);
	if (!aside || !kept || aside.settled) return fail('desk.notOpen');
	const read = await readAgain(aside, input.changes, tools);
	if (!read.ok) return read;
	const { cid, actor } = aside;
	const arrival = { entry: read.value, cid, actor, volunteer: sender.volunteer, areas: sender.areas };
	const landing = await decideArrival(tx, arrival);
	if (landing.kind === 'held') return fail('entry.missingParent');
	if (landing.kind === 'quar') return fail(landing.why);

	const ledger = await openLedger(tx, tools);
	const choice = input.changes ? 'corrected' : 'replayed';
	const word = { choice, entries: [input.entry], ...(input.note ? { note: input.note } : {}) } as const;
	const decision = makeDecision(word, staff, ledger.seq + 1, tools);
	const record = await tx.readRecord(read.value.e);
	const merge = tell(landing.merge, record, decision, tools);
	const intake: Intake = { tx, ledger, tools, verdicts: new Map() };
	await writeMerge(intake, arrival, kept.hash, { ...landing, merge });
	const { seq } = ledger;
	await tx.settleAside(input.entry, { by: staff.id, at: tools.now, choice, note: input.note });
	if (!record) await landHeld(intake, read.value.e);
	await ledger.close();
	return succeed({ seq, v: merge.v });
}

/** The entry with its payload opened, corrected and read, as it would have arrived. */
async function readAgain(
	aside: Case<{ readonly entry: AsideEntry; readonly at: number }>,
	changes: Fields | null,
	tools: WardTools
): Promise<Result<Entry>> {
	const { sender: _, p, ...head } = aside.entry;
	if (!isEntryKind(head.k)) return fail('entry.unknownKind');
	const opened = isPlain(p[SEALED]) ? await tools.openBody(head, p[SEALED] as unknown as Body) : succeed<unknown>(p);
	if (!opened.ok) return opened;
	if (!isPlain(opened.value)) return fail('entry.invalid');
	// The number was sealed when the entry came; the reader knows numbers in clear only.
	const { idKeep, ...came } = opened.value;
	const fields = { ...came, ...changes };
	const isOnlyNumber = idKeep !== undefined && Object.keys(fields).length === 0;
	const read = isOnlyNumber ? succeed<Fields>({}) : readPayload(head.k, head.sv, fields, tools);
	if (!read.ok) return read;
	const own = await protect(read.value, tools.protection);
	const t = parseHlc(head.t) ? clampHlc(head.t, tools.now) : encodeHlc(Math.max(0, aside.at), 0, 'ward');
	return succeed({ ...head, t, p: idKeep === undefined || 'idKeep' in own ? own : { ...own, idKeep } });
}

function readPayload(kind: EntryKind, sv: number, fields: Fields, tools: WardTools): Result<Fields> {
	try {
		return tools.readPayload(kind, sv, fields);
	} catch {
		// As when it came first: a payload that breaks its reader is no reason to fail at the desk.
		return fail('entry.invalid');
	}
}

/** The desk's word that an entry is not used: it stays where it is, with who said so and why. */
export async function dismissAside(
	tx: WardTx,
	input: { entry: EntryId; note: string; as: EntryId },
	staff: DeskActor,
	tools: WriteTools
): Promise<Result<Landed>> {
	const aside = await tx.readAside(input.entry);
	if (!aside || aside.settled) return fail('desk.notOpen');
	const record = await tx.readRecord(aside.entry.e);
	const ledger = await openLedger(tx, tools);
	const intake: Intake = { tx, ledger, tools, verdicts: new Map() };
	const word = { choice: 'dismissed', entries: [input.entry], note: input.note } as const;
	const decision = makeDecision(word, staff, ledger.seq + 1, tools);
	const p = { decisions: keepDecision(record?.fields.decisions, decision) };
	const entry = makeWardEntry(input.as, 'aside.dismiss', aside.entry.e, record?.v ?? 0, p, tools);
	let v = 0;
	if (record) {
		const merge = decideMerge(record, entry, 'ward', record.table);
		v = merge.v;
		await writeWard(intake, entry, staff, { kind: 'write', table: record.table, area: record.area, merge });
	} else {
		// Nothing to tell it with: the log and the shelf know it.
		const hash = tools.hash(describeEntry(entry));
		const nothing = { table: null, record: null, v: 0, before: {}, after: {} };
		const seq = await ledger.append({ entry: entry.id, hash, kind: entry.k, actor: staff.id, ...nothing });
		const verdict = { id: entry.id, s: 'ok', seq, v: 0 } as const;
		await tx.writeEntry({ entry, cid: WARD_CLIENT, actor: staff.id, hash, verdict, receivedAt: tools.now });
	}
	await tx.settleAside(input.entry, { by: staff.id, at: tools.now, choice: 'dismissed', note: input.note });
	await ledger.close();
	return succeed({ seq: ledger.seq, v });
}

/**
 * Puts a door and everything behind it into another area. Phones of the old area that do not have the new one are told
 * that it left; those of the new one get it as they get any change.
 */
export async function moveHousehold(
	tx: WardTx,
	input: { household: HouseholdId; v: number; to: AreaId },
	staff: DeskActor,
	tools: WriteTools & Pick<WardTools, 'newId'>
): Promise<Result<{ readonly seq: number; readonly moved: number }>> {
	const { household, v, to } = input;
	const door = await tx.readRecord(household);
	if (!door || door.table !== 'household' || door.deleted) return fail('desk.notOpen');
	if (door.v !== v) return fail('desk.changedSince');
	if (door.area === to) return fail('field.badChoice', 'area');
	const ledger = await openLedger(tx, tools);
	const intake: Intake = { tx, ledger, tools, verdicts: new Map() };
	const all = [door, ...(await tx.listBehind(household))];
	for (const record of all) {
		const p: Fields = record === door ? { area: to } : {};
		// Ids of the ward's own entries are made like those of phones.
		const id = tools.newId() as EntryId;
		const entry = makeWardEntry(id, 'household.move', record.id, record.v, p, tools);
		const merge = { ...decideMerge(record, entry, 'ward', record.table), isChanged: true, v: record.v + 1 };
		await writeWard(intake, entry, staff, { kind: 'write', table: record.table, area: to, merge });
		await tx.addExit({ seq: ledger.seq, area: record.area, id: record.id });
	}
	await ledger.close();
	return succeed({ seq: ledger.seq, moved: all.length });
}

function makeDecision(
	word: Omit<Decision, 'byName' | 'at' | 'seq'> & { readonly choice: DecisionChoice },
	staff: DeskActor,
	seq: number,
	{ now }: { readonly now: number }
): Decision {
	return { ...word, byName: staff.name, at: now, seq };
}

/** The merge with the ward's word laid into the record: it always makes a version, or no phone would hear of it. */
function tell(merge: Merge, record: WardRecord | null, decision: Decision, { now }: { readonly now: number }): Merge {
	const decisions = keepDecision(record?.fields.decisions, decision);
	const v = merge.isChanged ? merge.v : merge.v + 1;
	const before = record?.fields.decisions;
	return {
		...merge,
		isChanged: true,
		v,
		fields: { ...merge.fields, decisions },
		fver: { ...merge.fver, decisions: { v, cid: 'ward', n: 0, t: encodeHlc(Math.max(0, now), 0, 'ward') } },
		before: before === undefined ? merge.before : { ...merge.before, decisions: before },
		after: { ...merge.after, decisions }
	};
}

async function writeWard(
	intake: Intake,
	entry: Entry,
	staff: DeskActor,
	landing: Landing & { kind: 'write' }
): Promise<void> {
	const hash = intake.tools.hash(describeEntry(entry));
	await writeMerge(intake, { entry, cid: WARD_CLIENT, actor: staff.id }, hash, landing);
}
