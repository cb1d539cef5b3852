// What the ward does with one entry that is readable: write it, hold it until its parent arrives, or keep it aside for
// a human. Reading comes first and may fail with the store; deciding is pure, and whatever it throws is a verdict on
// this one entry.

import type { AreaId, ClientId, RecordId } from '../domain/id.ts';
import { checkNote, hasPhone } from '../domain/note.ts';
import type { ProblemCode } from '../domain/problem.ts';
import { decideReview, WAITING, type Review } from '../domain/review.ts';
import { checkChanges } from './check.ts';
import { ENTRY_KINDS, type Entry } from './entry.ts';
import { decideMerge, type Merge } from './merge.ts';
import { isTold, type Fields, type Table, type WardRecord } from './record.ts';
import { followMerged } from './merged.ts';
import type { WardTx } from './ward-port.ts';

/** An entry whose payload was read; `entry.p` is protected and its time clamped. */
export interface Arrival {
	readonly entry: Entry;
	readonly cid: ClientId;
	readonly actor: string;
	readonly volunteer: string;
	readonly areas: ReadonlySet<AreaId>;
}

export type Decision =
	| {
			readonly kind: 'write';
			readonly table: Table;
			readonly area: AreaId;
			readonly merge: Merge;
			/** Only the desk says so; without it a record stays what it is. */
			readonly deleted?: boolean;
	  }
	| { readonly kind: 'held'; readonly parent: RecordId }
	| { readonly kind: 'quar'; readonly why: ProblemCode };

/** The records that a decision looks at. */
interface Sight {
	readonly record: WardRecord | null;
	readonly household: WardRecord | null;
	readonly person: WardRecord | null;
	/** Who took the person's place at the desk; the person where nobody did. */
	readonly standsFor: WardRecord | null;
	/** Whom an entry about a person names as the one who helps. */
	readonly helper: WardRecord | null;
}

export async function decideArrival(tx: WardTx, arrival: Arrival): Promise<Decision> {
	const { e, p } = arrival.entry;
	const record = await tx.readRecord(e);
	const person = await readParent(tx, p.person);
	const sight: Sight = {
		record,
		household: record ? null : await readParent(tx, p.household),
		person,
		standsFor: person && (await followMerged(tx, person)),
		helper: await readParent(tx, p.buddy)
	};
	try {
		return decide(arrival, sight);
	} catch {
		// A payload that breaks a check in a way nobody thought of: it is kept aside with its bytes, the rest goes on.
		return quarantine('entry.invalid');
	}
}

async function readParent(tx: WardTx, id: unknown): Promise<WardRecord | null> {
	// The contract has checked that it is an id; which record it names is looked at below.
	return typeof id === 'string' ? tx.readRecord(id as RecordId) : null;
}

function decide(arrival: Arrival, { record, household, person, standsFor, helper }: Sight): Decision {
	const { entry, areas } = arrival;
	const { e, k, p } = entry;
	const { table, creates } = ENTRY_KINDS[k];

	// A note that is refused in any case never lies among the held ones, where it would stand as it came.
	const secret = findSecret(table, p);
	if (secret) return quarantine(secret);
	if (record ? record.table !== table : !creates) return record ? quarantine('entry.invalid') : hold(e);
	const hangsOnDoor = table === 'person' || table === 'visit';
	if (!record && hangsOnDoor && !household) return hold(p.household);
	if (household && household.table !== 'household') return quarantine('entry.invalid');

	// The contract has read it as an id; the set of areas decides.
	const area = record?.area ?? household?.area ?? (p.area as AreaId);
	if (!areas.has(area)) return quarantine('entry.outOfScope');
	if (record && (isMoved(p.area, record.area) || isMoved(p.household, record.fields.household)))
		return quarantine('entry.notAllowed');

	if (table === 'visit' && p.person !== undefined && p.person !== null) {
		if (!person) return hold(p.person);
		const door = record ? record.fields.household : p.household;
		if (person.table !== 'person' || person.fields.household !== door) return quarantine('entry.invalid');
	}

	if (table === 'person' && p.buddy !== undefined && p.buddy !== null) {
		if (!helper) return hold(p.buddy);
		const door = record ? record.fields.household : p.household;
		if (helper.id === e || helper.table !== 'person' || helper.fields.household !== door)
			return quarantine('entry.invalid');
	}

	// written once, and never amended: whoever has more to ask writes another
	if (table === 'difficulty' && record) return quarantine('entry.notAllowed');
	// what was told is amended by its teller alone, and a person at a table is told once
	if (record && isTold(table) && (record.fields.by !== arrival.volunteer || k === 'help.add'))
		return quarantine('entry.notAllowed');
	if (record?.deleted) return write(table, area, refuseDeleted(record, entry));
	if (k === 'review.answer' && record) return answer(arrival, record);
	// A visit is written once: only what the ward sent back may be amended.
	if (table === 'visit' && record && readReview(record).state !== 'returned') return quarantine('entry.notAllowed');

	const found = checkChanges(table, record?.fields ?? {}, p)[0];
	if (found) return quarantine(found.code);

	const own = {
		...(table === 'visit' && !record ? { by: arrival.volunteer, review: WAITING } : {}),
		...(table === 'difficulty' || (isTold(table) && !record) ? { by: arrival.volunteer } : {}),
		// written about somebody who was merged meanwhile: it goes where the others went
		...(standsFor !== person && standsFor ? { person: standsFor.id } : {})
	};
	return write(table, area, decideMerge(record, { ...entry, p: { ...p, ...own } }, arrival.cid, table));
}

/** What a text that may have to wait for its record must not say. */
function findSecret(table: Table, p: Fields): ProblemCode | undefined {
	const texts = table === 'visit' ? [p.note] : table === 'outreach' ? [p.topic, p.materials] : [];
	for (const text of texts) {
		if (typeof text !== 'string') continue;
		const [found] = checkNote(text);
		if (found) return found.code;
		if (table === 'outreach' && hasPhone(text)) return 'note.phone';
	}
	return undefined;
}

function answer(arrival: Arrival, record: WardRecord): Decision {
	const { entry, cid } = arrival;
	// An answer to an earlier return must not pass for one to the latest.
	if ((record.fver.review?.v ?? 0) > entry.bv) return quarantine('review.changedSince');
	const next = decideReview(readReview(record), { act: 'answer' }, null);
	if (!next.ok) return quarantine(next.problem.code);
	return write('visit', record.area, decideMerge(record, { ...entry, p: { review: next.value } }, cid, 'visit'));
}

export function readReview(record: WardRecord): Review {
	// Only this engine writes the field.
	return (record.fields.review as Review | undefined) ?? WAITING;
}

/** Somebody deleted it while somebody else changed it: a human decides, the change is kept beside it. */
function refuseDeleted(record: WardRecord, entry: Entry): Merge {
	const { v, fields, fver } = record;
	const conflicts = [{ field: 'deleted', kept: true, other: entry.p }];
	return { s: 'conflict', isChanged: false, v, fields, fver, before: {}, after: {}, conflicts };
}

function isMoved(to: unknown, from: unknown): boolean {
	return to !== undefined && to !== from;
}

function write(table: Table, area: AreaId, merge: Merge): Decision {
	return { kind: 'write', table, area, merge };
}

function hold(parent: unknown): Decision {
	if (typeof parent !== 'string') return quarantine('entry.invalid');
	return { kind: 'held', parent: parent as RecordId };
}

function quarantine(why: ProblemCode): Decision {
	return { kind: 'quar', why };
}
