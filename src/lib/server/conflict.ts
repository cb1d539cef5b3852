// Conflicts at the desk: one case for each field of a record for which more than one value stands, with who wrote each
// and when; and the choice between them. The rules are `sync/desk.ts`.

import { isId, type EntryId, type RecordId, type WardId } from '../domain/id.ts';
import type { DecisionChoice } from '../domain/decision.ts';
import type { ConflictFilter, ConflictSheet, ConflictValue } from '../domain/desk-case.ts';
import type { Staff } from '../domain/desk.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { decideConflict, DELETED, type FieldChoice } from '../sync/desk.ts';
import type { Entry } from '../sync/entry.ts';
import { parseHlc } from '../sync/hlc.ts';
import type { Fields, WardRecord } from '../sync/record.ts';
import type { Case, Conflict } from '../sync/ward-port.ts';
import { readNames } from './actor.ts';
import { readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import { listAround, nameField, nameRecord, readAnyRecords, showFields, showValue } from './case-record.ts';
import { findNextOpen } from './conflict-list.ts';
import type { Reader } from './db/open-store.ts';
import { inWard, KyselyWardTx } from './db/ward-store.ts';
import { makeWardTools, newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';
import { readHistory } from './visit.ts';

/** Leaves an audit line: who looked at whom. */
export async function readConflict(
	site: Site,
	staff: Staff,
	key: string,
	filter: ConflictFilter
): Promise<ConflictSheet | null> {
	const { ward } = staff;
	const parts = parseCase(key);
	if (!parts) return null;
	return site.store.transact(async (trx) => {
		const tx = new KyselyWardTx(trx, ward, site.clock());
		const record = await tx.readRecord(parts.record);
		const all = (await tx.listConflicts(parts.record)).filter((one) => one.field === parts.field);
		const open = all.filter((one) => !one.settled);
		const last = all.at(-1);
		if (!record || !last) return null;
		// A case that was settled is told with the values of its last round.
		const shown = open.length > 0 ? open : all.filter((one) => one.settled?.at === last.settled?.at);
		const [areas, nameOf] = await Promise.all([readAreas(trx, ward), readNames(trx, ward)]);
		const around = await readAnyRecords(trx, ward, listAround(record.fields));
		const place = nameRecord(record.table, record.id, record.fields, new Map([...around, [record.id, record]]), areas);
		const entries = await readEntries(
			trx,
			ward,
			shown.map((one) => one.entry)
		);
		const nextOpen = await findNextOpen(trx, ward, filter, key);
		await writeAudit(trx, site, { ward, actor: staff, act: 'conflict.read', subject: record.id });
		const settled = open.length > 0 ? null : last.settled;
		return {
			key,
			record: record.id,
			table: record.table,
			field: nameField(parts.field),
			...place,
			byNames: [...new Set(shown.map((one) => nameOf(one.actor)))],
			at: Math.max(...shown.map((one) => one.at)),
			v: record.v,
			kept: await readKept(trx, ward, record, parts.field, settled ? shown : null, nameOf),
			others: shown.map((one) => ({
				entry: one.entry,
				value: showCase(parts.field, one.other),
				byName: nameOf(one.actor),
				writtenAt: parseHlc(entries.get(one.entry)?.t ?? '')?.ms ?? null,
				receivedAt: one.at
			})),
			settled: settled ? { ...settled, choice: settled.choice as DecisionChoice, byName: nameOf(settled.by) } : null,
			history: await readHistory(trx, ward, [record.id]),
			nextOpen
		};
	});
}

/** What the ward has, with who wrote it: as it is now, or as it was when somebody chose. */
async function readKept(
	db: Reader,
	ward: WardId,
	record: WardRecord,
	field: string,
	settled: readonly Case<Conflict>[] | null,
	nameOf: (actor: string) => string
): Promise<ConflictValue> {
	const decidedAt = settled?.[0]?.settled?.at;
	let steps = db
		.selectFrom('change')
		.select(['actor', 'at', 'after', 'entry_id'])
		.where('ward_id', '=', ward)
		.where('record_id', '=', record.id)
		.where('kind', '!=', 'conflict.decide');
	if (decidedAt !== undefined) steps = steps.where('at', '<=', decidedAt);
	const rows = await steps.orderBy('seq', 'desc').execute();
	const wrote = rows.find((row) => Object.hasOwn(JSON.parse(row.after) as Fields, field));
	const entry = wrote ? (await readEntries(db, ward, [wrote.entry_id])).get(wrote.entry_id) : undefined;
	const value = settled ? settled[0]?.kept : field === DELETED ? record.deleted : record.fields[field];
	return {
		entry: null,
		value: field === DELETED ? null : showCase(field, value),
		byName: wrote ? nameOf(wrote.actor) : '',
		writtenAt: parseHlc(entry?.t ?? '')?.ms ?? null,
		receivedAt: wrote?.at ?? null
	};
}

async function readEntries(db: Reader, ward: WardId, ids: readonly string[]): Promise<Map<string, Entry>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('entry')
		.select(['id', 'body'])
		.where('ward_id', '=', ward)
		.where('id', 'in', ids)
		.execute();
	return new Map(rows.map((row) => [row.id, JSON.parse(row.body) as Entry]));
}

function showCase(field: string, value: unknown): unknown {
	return field === DELETED ? showFields((value ?? {}) as Fields) : showValue(field, value);
}

/** `v` is the version that was on the screen: a newer one is answered with `desk.changedSince`. */
export async function chooseValue(
	site: Site,
	staff: Staff,
	key: string,
	v: number,
	choice: FieldChoice
): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'review')) return fail('staff.notAllowed');
	const parts = parseCase(key);
	if (!parts || !Number.isSafeInteger(v)) return fail('desk.notOpen');
	const now = site.clock();
	return inWard(site.store, staff.ward, now, async (tx) => {
		const input = { ...parts, v, choice, entry: newId<EntryId>(site) };
		const decided = await decideConflict(tx, input, staff, makeWardTools(site, staff.ward, now));
		if (!decided.ok) return decided;
		const reason = `${nameField(parts.field)}/${choice.choice}`;
		await writeAudit(tx.trx, site, {
			ward: staff.ward,
			actor: staff,
			act: 'conflict.decide',
			subject: parts.record,
			reason
		});
		return succeed(undefined);
	});
}

function parseCase(key: string): { record: RecordId; field: string } | null {
	const dot = key.indexOf('.');
	const id = key.slice(0, Math.max(0, dot));
	return isId(id) ? { record: id as RecordId, field: key.slice(dot + 1) } : null;
}
