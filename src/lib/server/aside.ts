// What the ward keeps aside, at the desk: look at it, take it up after all, correct it first, or say that it is not used.
// Nothing is ever removed. The rules are `sync/desk.ts`.

import type { DecisionChoice } from '../domain/decision.ts';
import { CORRECTABLE, type AsideFilter, type AsideRow, type AsideSheet, type CaseTable } from '../domain/desk-case.ts';
import type { Page, Staff } from '../domain/desk.ts';
import type { AreaId, EntryId, VolunteerId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { checkNote } from '../domain/note.ts';
import { fail, failWith, succeed, type ProblemCode, type Result } from '../domain/problem.ts';
import { dismissAside, replayAside } from '../sync/desk.ts';
import { ENTRY_KINDS, isEntryKind } from '../sync/entry.ts';
import { parseHlc } from '../sync/hlc.ts';
import { SEALED } from '../sync/intake.ts';
import { isPlain } from '../sync/json.ts';
import type { Fields } from '../sync/record.ts';
import type { Sender, SetAside } from '../sync/ward-port.ts';
import { readNames } from './actor.ts';
import { readAreas, readOwnAreas } from './area.ts';
import { writeAudit, type AuditAct } from './audit.ts';
import { listAround, nameRecord, readAnyRecords, showFields } from './case-record.ts';
import { countUpTo, totalOf } from './count-up-to.ts';
import type { Reader } from './db/open-store.ts';
import { readAsideRow } from './db/ward-row.ts';
import { inWard, KyselyWardTx } from './db/ward-store.ts';
import { makeWardTools, newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';

export async function countAsides(db: Reader, ward: WardId): Promise<number> {
	return countUpTo(db, selectAsides(db, ward, { state: 'open' }));
}

function selectAsides(db: Reader, ward: WardId, filter: AsideFilter) {
	let query = db.selectFrom('aside').where('ward_id', '=', ward);
	query =
		filter.state === 'held'
			? query.where('parent_id', 'is not', null)
			: query.where('parent_id', 'is', null).where('state', '=', filter.state);
	if (filter.why) query = query.where('why', '=', filter.why);
	return query;
}

/** What waits longest stands first; what was dealt with, latest first. */
async function listRows(db: Reader, ward: WardId, filter: AsideFilter, most: number) {
	let query = selectAsides(db, ward, filter);
	const isOpen = filter.state !== 'settled';
	if (filter.after) {
		const last = await db
			.selectFrom('aside')
			.select('seq')
			.where('ward_id', '=', ward)
			.where('entry_id', '=', filter.after)
			.executeTakeFirst();
		if (last) query = query.where('seq', isOpen ? '>' : '<', last.seq);
	}
	return query
		.selectAll()
		.orderBy('seq', isOpen ? 'asc' : 'desc')
		.limit(most)
		.execute();
}

export async function listAsides(db: Reader, ward: WardId, filter: AsideFilter): Promise<Page<AsideRow>> {
	const [found, total] = await Promise.all([
		listRows(db, ward, filter, LIMIT.listRows + 1),
		countUpTo(db, selectAsides(db, ward, filter))
	]);
	const rows = await nameAsides(db, ward, found.slice(0, LIMIT.listRows).map(readAsideRow));
	return {
		rows: rows.map(({ row }) => row),
		...totalOf(total),
		next: found.length > rows.length ? (rows.at(-1)?.row.entry ?? null) : null
	};
}

async function nameAsides(db: Reader, ward: WardId, asides: readonly SetAside[]) {
	const [areas, nameOf] = await Promise.all([readAreas(db, ward), readNames(db, ward)]);
	const ids = asides.flatMap(({ entry }) => [entry.e, ...listAround(readFields(entry.p))]);
	const records = await readAnyRecords(db, ward, ids);
	const around = await readAnyRecords(
		db,
		ward,
		[...records.values()].flatMap((record) => listAround(record.fields))
	);
	const known = new Map([...around, ...records]);
	return asides.map((aside) => {
		const { entry } = aside;
		const table: CaseTable | null = isEntryKind(entry.k) ? ENTRY_KINDS[entry.k].table : null;
		const fields = { ...records.get(entry.e)?.fields, ...readFields(entry.p) };
		const place = nameRecord(table, entry.e, fields, known, areas);
		const row: AsideRow = {
			entry: entry.id,
			kind: entry.k,
			table,
			why: aside.why,
			door: place.door || null,
			byName: nameOf(aside.actor),
			at: aside.at
		};
		return { row, place, aside };
	});
}

function readFields(p: unknown): Fields {
	return isPlain(p) && !isPlain(p[SEALED]) ? p : {};
}

/** Leaves an audit line: who looked at it. */
export async function readAside(
	site: Site,
	staff: Staff,
	id: EntryId,
	filter: AsideFilter
): Promise<AsideSheet | null> {
	const { ward } = staff;
	return site.store.transact(async (trx) => {
		const found = await trx
			.selectFrom('aside')
			.selectAll()
			.where('ward_id', '=', ward)
			.where('entry_id', '=', id)
			.orderBy('seq', 'desc')
			.executeTakeFirst();
		if (!found) return null;
		const settled = (await new KyselyWardTx(trx, ward, site.clock()).readAside(id))?.settled ?? null;
		const [named] = await nameAsides(trx, ward, [readAsideRow(found)]);
		if (!named) return null;
		const { row, place, aside } = named;
		const after = filter.state === 'open' ? id : undefined;
		const { after: _, ...rest } = filter;
		const open = await listRows(trx, ward, { ...rest, state: 'open', ...(after ? { after } : {}) }, 2);
		const nameOf = await readNames(trx, ward);
		await writeAudit(trx, site, { ward, actor: staff, act: 'aside.read', subject: aside.entry.e });
		return {
			...row,
			state: found.parent_id !== null ? 'held' : settled ? 'settled' : 'open',
			household: place.household,
			personName: place.personName,
			areaName: place.areaName || null,
			writtenAt: parseHlc(aside.entry.t)?.ms ?? null,
			fields: showFields(readFields(aside.entry.p)),
			isSealed: isPlain(aside.entry.p) && isPlain(aside.entry.p[SEALED]),
			settled: settled ? { ...settled, choice: settled.choice as DecisionChoice, byName: nameOf(settled.by) } : null,
			nextOpen: (open.find((one) => one.entry_id !== id)?.entry_id as EntryId | undefined) ?? null
		};
	});
}

export interface TakeUp {
	/** Fields that staff typed, as texts; only those that differ are corrections. */
	readonly typed: Readonly<Record<string, string>> | null;
	/** Staff says that it may stand outside the areas of whoever sent it. */
	readonly anywhere: boolean;
	readonly note: string;
}

export async function takeUpAside(site: Site, staff: Staff, id: EntryId, input: TakeUp): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'review')) return fail('staff.notAllowed');
	const note = input.note.trim();
	const [odd] = checkNote(note);
	if (odd) return failWith({ ...odd, at: 'note' });
	if (note.length > LIMIT.commentChars) return fail('field.tooLong', 'note');
	const now = site.clock();
	return inWard(site.store, staff.ward, now, async (tx) => {
		const aside = await tx.readAside(id);
		if (!aside) return fail('desk.notOpen');
		const changes = input.typed ? readTyped(aside.entry.k, readFields(aside.entry.p), input.typed) : null;
		if (changes && Object.keys(changes).length === 0) return fail('field.required', 'typed');
		const sender = await readSender(tx.trx, staff.ward, aside.actor, input.anywhere);
		const replay = { entry: id, changes, note: note || null };
		const taken = await replayAside(tx, replay, sender, staff, makeWardTools(site, staff.ward, now));
		if (!taken.ok) return taken;
		const act: AuditAct = changes ? 'aside.correct' : 'aside.replay';
		const reason = changes ? Object.keys(changes).join(', ') : input.anywhere ? 'anywhere' : null;
		await writeAudit(tx.trx, site, { ward: staff.ward, actor: staff, act, subject: aside.entry.e, reason });
		return succeed(undefined);
	});
}

/** Corrections: the fields that staff may correct and that now say something else; an emptied one is cleared. */
function readTyped(kind: string, came: Fields, typed: Readonly<Record<string, string>>): Fields {
	if (!isEntryKind(kind)) return {};
	const changes: Record<string, unknown> = {};
	for (const field of CORRECTABLE[ENTRY_KINDS[kind].table]) {
		const text = typed[field]?.trim();
		if (text === undefined || text === (came[field] ?? '')) continue;
		changes[field] = text === '' ? null : text;
	}
	return changes;
}

/** Who sent it, with the areas of today, or with all of the ward's where staff lets it stand anywhere. */
async function readSender(db: Reader, ward: WardId, actor: string, anywhere: boolean): Promise<Sender> {
	const volunteer = actor.split('/')[0] ?? '';
	const areas: ReadonlySet<AreaId> = anywhere
		? new Set((await readAreas(db, ward)).map((area) => area.id))
		: await readOwnAreas(db, ward, volunteer as VolunteerId);
	return { actor, volunteer, areas };
}

export async function dismiss(site: Site, staff: Staff, id: EntryId, typedNote: string): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'review')) return fail('staff.notAllowed');
	const note = typedNote.trim();
	if (note === '') return fail('field.reasonNeeded', 'note');
	if (note.length > LIMIT.commentChars) return fail('field.tooLong', 'note');
	// it goes down to phones with the record
	const [odd] = checkNote(note);
	if (odd) return failWith({ ...odd, at: 'note' });
	const now = site.clock();
	return inWard(site.store, staff.ward, now, async (tx) => {
		const aside = await tx.readAside(id);
		const input = { entry: id, note, as: newId<EntryId>(site) };
		const done = await dismissAside(tx, input, staff, makeWardTools(site, staff.ward, now));
		if (!done.ok) return done;
		const subject = aside?.entry.e ?? null;
		await writeAudit(tx.trx, site, { ward: staff.ward, actor: staff, act: 'aside.dismiss', subject, reason: note });
		return succeed(undefined);
	});
}

/** Why something may be kept aside, for the filter. */
export async function listWhy(db: Reader, ward: WardId): Promise<ProblemCode[]> {
	const found: string[] = [];
	// from one to the next in their index: there are few of them, however much is kept aside
	for (let last: string | undefined = ''; last !== undefined;) {
		const next: { readonly why: string } | undefined = await db
			.selectFrom('aside')
			.select('why')
			.where('ward_id', '=', ward)
			.where('parent_id', 'is', null)
			.where('why', '>', last)
			.orderBy('why')
			.limit(1)
			.executeTakeFirst();
		last = next?.why;
		if (last !== undefined) found.push(last);
	}
	return found as ProblemCode[];
}
