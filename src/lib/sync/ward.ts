// The ward's half of the engine: takes entries up with one verdict each, hands rows down by the counter, and writes
// what the desk decides, all through one log. Everything happens inside one transaction that the caller opened.

import type { AreaId, ClientId, EntryId, RecordId, StaffId, VisitId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type ProblemCode, type Result } from '../domain/problem.ts';
import { decideReview, WAITING, type ReviewAct, type ReviewTarget } from '../domain/review.ts';
import { decideArrival, readReview, type Arrival, type Decision } from './accept.ts';
import {
	isEntryKind,
	type Entry,
	type EntryKind,
	type PullAnswer,
	type PullRequest,
	type PushAnswer,
	type PushBatch,
	type Scope,
	type Verdict
} from './entry.ts';
import { clampHlc, encodeHlc, parseHlc } from './hlc.ts';
import { canonicalText, isPlain, isShallow, isStorable, isStorableText } from './json.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { decideMerge } from './merge.ts';
import type { Fields, Row, Table, WardRecord } from './record.ts';
import type { KeptEntry, Protection, Sender, WardTx } from './ward-port.ts';

export interface WardTools {
	/** Reads a payload by kind and schema version; its problem becomes the reason for keeping the entry aside. */
	readPayload(kind: EntryKind, sv: number, p: unknown): Result<Fields>;
	readonly protection: Protection;
	/** Hex SHA-256 of a text as UTF-8. */
	hash(text: string): string;
	readonly now: number;
	newId(): string;
}

type WriteTools = Pick<WardTools, 'protection' | 'hash' | 'now'>;

/** One push under way: the log, and what became of each entry so far. */
interface Intake {
	readonly tx: WardTx;
	readonly ledger: Ledger;
	readonly tools: WriteTools;
	readonly verdicts: Map<EntryId, Verdict>;
}

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
	return { epoch: ledger.epoch, wm: ledger.wm, now: tools.now, res };
}

async function takeEntry(
	intake: Intake,
	entry: Entry,
	cid: ClientId,
	sender: Sender,
	tools: WardTools
): Promise<{ takenAs: EntryId; isRepeat: boolean }> {
	const { tx } = intake;
	const isReadable = isShallow(entry.p);
	const hash = tools.hash(describeEntry(isReadable ? entry : { ...entry, p: {} }));
	const kept = await tx.readEntry(entry.id);
	if (kept?.hash === hash) return repeat(intake, kept);
	if (kept) {
		// Another entry under a known id: kept under a name of its own that follows from its content, so that it too
		// can be repeated.
		const alias = nameReuse(hash);
		const keptAlias = await tx.readEntry(alias);
		if (keptAlias) return repeat(intake, keptAlias);
		await setAside(intake, await readOdd({ ...entry, id: alias }, tools), cid, sender, hash, 'entry.idReuse');
		return { takenAs: alias, isRepeat: false };
	}
	const read = isReadable ? readEntry(entry, tools) : fail<Fields>('entry.invalid');
	if (!read.ok) {
		await setAside(intake, await readOdd(entry, tools), cid, sender, hash, read.problem.code);
		return { takenAs: entry.id, isRepeat: false };
	}
	const arrival: Arrival = {
		entry: { ...entry, t: clampHlc(entry.t, tools.now), p: await protect(read.value, tools.protection) },
		cid,
		actor: sender.actor,
		volunteer: sender.volunteer,
		areas: sender.areas
	};
	await accept(intake, arrival, hash, await decideArrival(tx, arrival));
	return { takenAs: entry.id, isRepeat: false };
}

function repeat({ verdicts }: Intake, kept: KeptEntry): { takenAs: EntryId; isRepeat: boolean } {
	const id = kept.entry.id;
	const isRepeat = !verdicts.has(id);
	verdicts.set(id, verdicts.get(id) ?? kept.verdict);
	return { takenAs: id, isRepeat };
}

/** The payload, or why the entry cannot be used; whatever reading throws counts as unreadable. */
function readEntry(entry: Entry, tools: WardTools): Result<Fields> {
	try {
		if (!isEntryKind(entry.k)) return fail('entry.unknownKind');
		if (!parseHlc(entry.t) || !isStorable(entry.p)) return fail('entry.invalid');
		// The one name that no record can hold as a field.
		if (Object.hasOwn(entry.p, '__proto__')) return fail('entry.invalid');
		const read = tools.readPayload(entry.k, entry.sv, entry.p);
		if (read.ok && canonicalText(read.value).length > LIMIT.entryBytes) return fail('entry.tooLarge');
		return read;
	} catch {
		return fail('entry.invalid');
	}
}

/** Carries out a decision: record, log, conflicts or shelf, receipt; then lets in what waited for the record. */
async function accept(intake: Intake, arrival: Arrival, hash: string, decision: Decision): Promise<void> {
	if (decision.kind === 'quar') {
		const { entry, cid } = arrival;
		return setAside(intake, entry, cid, arrival, hash, decision.why);
	}
	if (decision.kind === 'held') {
		const { entry, cid } = arrival;
		const sender = { volunteer: arrival.volunteer, areas: [...arrival.areas] };
		return setAside(intake, { ...entry, sender }, cid, arrival, hash, 'entry.missingParent', decision.parent);
	}
	const isNew = decision.merge.isChanged && decision.merge.v === 1;
	await writeMerge(intake, arrival, hash, decision);
	if (isNew) await landHeld(intake, arrival.entry.e);
}

async function writeMerge(
	{ tx, ledger, tools, verdicts }: Intake,
	{ entry, cid, actor }: Omit<Arrival, 'areas' | 'volunteer'>,
	hash: string,
	{ table, area, merge }: Decision & { kind: 'write' }
): Promise<void> {
	const before = await tx.readRecord(entry.e);
	const { id, e, k } = entry;
	const step = { entry: id, hash, kind: k, actor, table, record: e, v: merge.v };
	const seq = await ledger.append({ ...step, before: merge.before, after: merge.after });
	const kept = { table, id: e, area, v: merge.v, deleted: before?.deleted ?? false };
	if (merge.isChanged) await tx.writeRecord({ ...kept, seq, fields: merge.fields, fver: merge.fver });
	// Authorship alone may move (rule E1): no new version, nothing to send to anybody.
	else if (before) await tx.writeRecord({ ...before, fver: merge.fver });
	for (const { field, kept: stays, other } of merge.conflicts) {
		await tx.addConflict({ entry: id, record: e, field, kept: stays, other, actor, at: tools.now });
	}
	const fields = merge.conflicts.map((conflict) => conflict.field);
	const verdict: Verdict = { id, s: merge.s, seq, v: merge.v, ...(fields.length > 0 ? { cf: fields } : {}) };
	verdicts.set(id, verdict);
	const earlier = await tx.readEntry(id);
	await tx.writeEntry(earlier ? { ...earlier, verdict } : { entry, cid, actor, hash, verdict, receivedAt: tools.now });
}

async function setAside(
	{ tx, ledger, tools, verdicts }: Intake,
	entry: Entry & { sender?: { volunteer: string; areas: readonly AreaId[] } },
	cid: ClientId,
	{ actor }: Pick<Sender, 'actor'>,
	hash: string,
	why: ProblemCode,
	parent: RecordId | null = null
): Promise<void> {
	const { sender, ...plain } = entry;
	const { id, k } = plain;
	const nothing = { table: null, record: null, v: 0, before: {}, after: {} };
	const seq = await ledger.append({ entry: id, hash, kind: k, actor, ...nothing });
	const verdict: Verdict = { id, s: parent ? 'held' : 'quar', seq, v: 0, why };
	verdicts.set(id, verdict);
	await tx.addAside({ entry: sender ? { ...plain, sender } : plain, cid, actor, why, parent, at: tools.now, seq });
	const earlier = await tx.readEntry(id);
	const kept = earlier ? { ...earlier, verdict } : { entry: plain, cid, actor, hash, verdict, receivedAt: tools.now };
	await tx.writeEntry(kept);
}

/** Everything that waited for this record, and for what those bring, in the transaction that brought it. */
async function landHeld(intake: Intake, landed: RecordId): Promise<void> {
	const { tx } = intake;
	const open = [landed];
	for (let parent = open.shift(); parent !== undefined; parent = open.shift()) {
		const held = await tx.listHeldFor(parent);
		for (const aside of held.toSorted((a, b) => a.entry.n - b.entry.n || a.seq - b.seq)) {
			const { sender, ...entry } = aside.entry;
			const kept = await tx.readEntry(entry.id);
			if (!kept) throw new Error(`entry ${entry.id} is held and was never kept`);
			const arrival: Arrival = {
				entry,
				cid: aside.cid,
				actor: aside.actor,
				volunteer: sender?.volunteer ?? '',
				areas: new Set(sender?.areas)
			};
			const decision = await decideArrival(tx, arrival);
			await tx.removeHeld(entry.id);
			if (decision.kind === 'held') {
				// It waits on, for its other parent; its receipt stays.
				await tx.addAside({ ...aside, parent: decision.parent });
			} else if (decision.kind === 'quar') {
				await setAside(intake, entry, aside.cid, aside, kept.hash, decision.why);
			} else {
				await writeMerge(intake, arrival, kept.hash, decision);
				if (decision.merge.isChanged && decision.merge.v === 1) open.push(entry.e);
			}
		}
	}
}

/** The protected payload. Throws when a well-formed number cannot be sealed: that is the ward's failure. */
async function protect(fields: Fields, protection: Protection): Promise<Fields> {
	// Clearing a number needs no key.
	if (fields.personalId !== null) return protection.protect(fields);
	const { personalId: _, ...rest } = fields;
	return { ...(await protection.protect(rest)), idKeep: null };
}

/** An entry that cannot be used, as it may be kept: protected, storable, with as much of its bytes as possible. */
async function readOdd(entry: Entry, { protection }: WardTools): Promise<Entry> {
	const { personalId, ...rest } = isPlain(entry.p) ? entry.p : { value: entry.p };
	const isNumber = typeof personalId === 'string' && /^\d{12}$/.test(personalId);
	const sealed = isNumber ? await protection.protect({ personalId }) : {};
	const p = isShallow(rest) ? rest : {};
	return {
		...entry,
		// Unknown kinds and odd times are kept as texts; half a character is kept as its escape.
		k: escapeText(entry.k) as EntryKind,
		t: escapeText(entry.t),
		p: { ...(isStorable(p) ? p : { text: canonicalText(p) }), ...sealed }
	};
}

function escapeText(text: string): string {
	return isStorableText(text) ? text : JSON.stringify(text);
}

/** What tells a repeat from another entry under the same id: everything that the phone wrote. */
export function describeEntry({ id, n, sv, k, e, bv, t, p }: Entry): string {
	return canonicalText({ id, n, sv, k, e, bv, t, p });
}

/** An id in the text form of a UUID, made from a hash. */
function nameReuse(hash: string): EntryId {
	const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`];
	// Made here for a purpose that has no other maker.
	return [...parts, hash.slice(20, 32)].join('-') as EntryId;
}

/**
 * One page of the sender's areas after the phone's counter. The answered counter stands behind the last row while
 * more follow, and at the ward's own once everything was read: no committed row is ever passed over.
 */
export async function readPage(
	tx: WardTx,
	request: PullRequest,
	scope: Scope,
	tools: Pick<WardTools, 'protection' | 'now'>
): Promise<PullAnswer> {
	const { epoch, seq, head } = await tx.readWard();
	const areas = scope.areas.filter((area) => area.assigned).map((area) => area.id);
	const most = Math.max(1, Math.min(request.limit, LIMIT.pageRows));
	const found = areas.length > 0 ? await tx.listRecords(areas, request.cur, most + 1) : [];
	const more = found.length > most;
	const rows = found.slice(0, most).map((record) => revealRow(record, tools.protection));
	return {
		epoch,
		wm: `${seq}.${head}`,
		now: tools.now,
		rows,
		cur: more ? (rows.at(-1)?.seq ?? request.cur) : seq,
		more,
		...(request.scope === scope.hash ? {} : { scope })
	};
}

function revealRow({ table, id, area, v, seq, fields, deleted }: WardRecord, protection: Protection): Row {
	return { table, id, area, v, seq, fields: protection.reveal(table, fields), ...(deleted ? { deleted } : {}) };
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
const WARD_CLIENT = 'ward' as ClientId;

function makeWardEntry(id: EntryId, kind: string, e: RecordId, bv: number, p: Fields, { now }: { now: number }): Entry {
	// Kinds of the desk and of imports are never read from the wire: they stand in the log only.
	return { id, n: 0, sv: 1, k: kind as EntryKind, e, bv, t: encodeHlc(Math.max(0, now), 0, 'ward'), p };
}
