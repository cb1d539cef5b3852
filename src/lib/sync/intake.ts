// How the ward takes one entry in: known or new, readable or odd, and then what was decided of it is written, logged and
// answered. What waited for a record lands in the transaction that brings it.

import type { AreaId, ClientId, EntryId, RecordId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, failWith, type ProblemCode, type Result } from '../domain/problem.ts';
import { decideArrival, type Arrival, type Decision } from './accept.ts';
import {
	isEntryKind,
	SCHEMA_VERSION,
	type Body,
	type Entry,
	type EntryHead,
	type EntryKind,
	type PostedEntry,
	type Verdict
} from './entry.ts';
import { clampHlc, parseHlc } from './hlc.ts';
import { canonicalText, isShallow, isStorable } from './json.ts';
import type { Ledger } from './ledger.ts';
import { maskFields, readOdd } from './odd.ts';
import type { Fields } from './record.ts';
import type { KeptEntry, Protection, Sender, WardTx } from './ward-port.ts';

export interface WardTools {
	/**
	 * The payload of a body, opened where it is sealed; its problem becomes the reason for keeping the entry aside. What
	 * cannot be opened is kept as it came and may be opened later.
	 */
	openBody(head: EntryHead, body: Body): Promise<Result<unknown>>;
	/** Reads a payload by kind and schema version; its problem becomes the reason for keeping the entry aside. */
	readPayload(kind: EntryKind, sv: number, p: unknown): Result<Fields>;
	readonly protection: Protection;
	/** Hex SHA-256 of a text as UTF-8. */
	hash(text: string): string;
	/** Hex MAC of a text, under a key that lies outside the store and belongs to this ward. */
	mac(text: string): string;
	readonly now: number;
	newId(): string;
}

/** The field under which a body that cannot be opened lies in what is kept aside. */
export const SEALED = 'sealed';

export type WriteTools = Pick<WardTools, 'protection' | 'hash' | 'now'>;

/** One push under way: the log, and what became of each entry so far. */
export interface Intake {
	readonly tx: WardTx;
	readonly ledger: Ledger;
	readonly tools: WriteTools;
	readonly verdicts: Map<EntryId, Verdict>;
}

/** Takes one entry of a batch; answers under which id it is kept, and whether it was known before. */
export async function takeEntry(
	intake: Intake,
	{ body, ...head }: PostedEntry,
	cid: ClientId,
	sender: Sender,
	tools: WardTools
): Promise<{ takenAs: EntryId; isRepeat: boolean }> {
	const { tx } = intake;
	const opened = await tools.openBody(head, body);
	// What is inside was checked by nobody yet; a body that stays closed is kept under a name of its own.
	const entry: Entry = { ...head, p: (opened.ok ? opened.value : { [SEALED]: body }) as Fields };
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
		await setAside(
			intake,
			await readOdd({ ...entry, id: alias }, tools.protection),
			cid,
			sender,
			hash,
			'entry.idReuse'
		);
		return { takenAs: alias, isRepeat: false };
	}
	const read = !opened.ok
		? failWith<Fields>(opened.problem)
		: isReadable
			? readEntry(entry, tools)
			: fail<Fields>('entry.invalid');
	if (!read.ok) {
		const odd = await readOdd(entry, tools.protection);
		await setAside(intake, odd, cid, sender, hash, sender.aside ?? read.problem.code);
		return { takenAs: entry.id, isRepeat: false };
	}
	const arrival: Arrival = {
		// read and brought to today's shape, whichever it was written in
		entry: {
			...entry,
			sv: SCHEMA_VERSION,
			t: clampHlc(entry.t, tools.now),
			p: await protect(read.value, tools.protection)
		},
		cid,
		actor: sender.actor,
		volunteer: sender.volunteer,
		areas: sender.areas
	};
	const decision = sender.aside ? ({ kind: 'quar', why: sender.aside } as const) : await decideArrival(tx, arrival);
	await accept(intake, arrival, hash, decision);
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
		return setAside(intake, { ...entry, p: maskFields(entry.p) }, cid, arrival, hash, decision.why);
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

/** Record, log, conflicts and receipt of a decision to write. */
export async function writeMerge(
	{ tx, ledger, tools, verdicts }: Intake,
	{ entry, cid, actor }: Omit<Arrival, 'areas' | 'volunteer'>,
	hash: string,
	{ table, area, merge, deleted }: Decision & { kind: 'write' }
): Promise<void> {
	const before = await tx.readRecord(entry.e);
	const { id, e, k } = entry;
	const step = { entry: id, hash, kind: k, actor, table, record: e, v: merge.v };
	const seq = await ledger.append({ ...step, before: merge.before, after: merge.after });
	const kept = { table, id: e, area, v: merge.v, deleted: deleted ?? before?.deleted ?? false };
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
export async function landHeld(intake: Intake, landed: RecordId): Promise<void> {
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
				await setAside(intake, { ...entry, p: maskFields(entry.p) }, aside.cid, aside, kept.hash, decision.why);
			} else {
				await writeMerge(intake, arrival, kept.hash, decision);
				if (decision.merge.isChanged && decision.merge.v === 1) open.push(entry.e);
			}
		}
	}
}

/** The protected payload. Throws when a well-formed number cannot be sealed: that is the ward's failure. */
export async function protect(fields: Fields, protection: Protection): Promise<Fields> {
	// Clearing a number needs no key.
	if (fields.personalId !== null) return protection.protect(fields);
	const { personalId: _, ...rest } = fields;
	return { ...(await protection.protect(rest)), idKeep: null };
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
