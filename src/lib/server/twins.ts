// Records that may be one person: the same number by its keyed index, or the same name and day of birth. Staff merge two,
// or say that they are two people; both can be taken back. The rules of merging are `sync/twins.ts`.

import type { TwinChoice, TwinList, TwinPerson, TwinRow, TwinWord } from '../domain/desk-twin.ts';
import type { Staff } from '../domain/desk.ts';
import type { AreaId, PersonId, VisitId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { pairTwins, suggestKept, type TwinMark, type TwinPair } from '../domain/twin.ts';
import { mergeTwins as mergeRecords, splitTwins, type TwinMerge } from '../sync/twins.ts';
import { readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import { readAnyRecords } from './case-record.ts';
import { namePeople } from './citizen-request.ts';
import type { Reader } from './db/open-store.ts';
import type { ReviewTables } from './db/schema-review.ts';
import type { MarkColumn } from './db/shared-mark-fill.ts';
import { inWard } from './db/ward-store.ts';
import { readLiveRecord, readRecords } from './record-view.ts';
import { listOrNone } from './search.ts';
import { makeWardTools, newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';

type Scope = readonly AreaId[] | null;

/** At most so many ids in one statement: far below what either database takes. */
const IDS_AT_ONCE = 1000;

export async function listTwins(db: Reader, ward: WardId, within: Scope): Promise<TwinList> {
	const words = await readWords(db, ward, within);
	const [byNumber, byName] = [await findPairs(db, ward, within, 'id_index'), await findPairs(db, ward, within, 'twin')];
	const open = new Map([...byNumber.pairs, ...byName.pairs].map((pair) => [keyOf(pair), pair]));
	const all = [...open].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
	return {
		rows: await showPairs(db, ward, all.slice(0, LIMIT.twinPairs)),
		total: all.length,
		hasMore: byNumber.isCut || byName.isCut,
		words
	};
}

const keyOf = ({ one, other }: TwinPair) => `${one}/${other}`;

/** Pairs of people who share a mark and of whom nobody has said that they are two, until there are enough for a page. */
async function findPairs(
	db: Reader,
	ward: WardId,
	within: Scope,
	column: MarkColumn
): Promise<{ readonly pairs: readonly TwinPair[]; readonly isCut: boolean }> {
	const pairs: TwinPair[] = [];
	for (let after: string | undefined = ''; after !== undefined;) {
		if (pairs.length >= LIMIT.twinGroups) return { pairs, isCut: true };
		const keys = await listShared(db, ward, column, after);
		const met = (await readMarks(db, ward, within, column, keys)).flatMap(pairTwins);
		const apart = await readApart(db, ward, met);
		pairs.push(...met.filter((pair) => !apart.has(keyOf(pair))));
		after = keys.length === LIMIT.twinGroups ? keys.at(-1) : undefined;
	}
	return { pairs, isCut: false };
}

/** Those of the pairs of whom somebody has said that they are two people. */
async function readApart(db: Reader, ward: WardId, pairs: readonly TwinPair[]): Promise<ReadonlySet<string>> {
	const ones = [...new Set(pairs.map(({ one }) => one))];
	const apart = new Set<string>();
	for (let start = 0; start < ones.length; start += IDS_AT_ONCE) {
		const rows = await db
			.selectFrom('twin')
			.select(['one_id', 'other_id'])
			.where('ward_id', '=', ward)
			.where('one_id', 'in', ones.slice(start, start + IDS_AT_ONCE))
			.where('state', '=', 'apart')
			.execute();
		for (const row of rows) apart.add(`${row.one_id}/${row.other_id}`);
	}
	return apart;
}

/** Marks that several people have, wherever they live, behind one of them. */
async function listShared(db: Reader, ward: WardId, column: MarkColumn, after: string): Promise<string[]> {
	const rows = await db
		.selectFrom('shared_mark')
		.select('mark')
		.where('ward_id', '=', ward)
		.where('kind', '=', column)
		.where('mark', '>', after)
		.orderBy('mark')
		.limit(LIMIT.twinGroups)
		.execute();
	return rows.map((row) => row.mark);
}

/** Who has these marks, group by group. */
async function readMarks(
	db: Reader,
	ward: WardId,
	within: Scope,
	column: MarkColumn,
	keys: readonly string[]
): Promise<TwinMark[][]> {
	if (keys.length === 0) return [];
	let people = db
		.selectFrom('person_row')
		.select(['id', 'id_index', 'twin'])
		.where('ward_id', '=', ward)
		.where(column, 'in', keys);
	if (within) people = people.where('area_id', 'in', listOrNone(within));
	const byKey = new Map<string, TwinMark[]>();
	for (const row of await people.execute()) {
		const key = row[column] ?? '';
		const mark = { id: row.id as PersonId, number: row.id_index, twin: row.twin };
		byKey.set(key, [...(byKey.get(key) ?? []), mark]);
	}
	return [...byKey.values()];
}

async function showPairs(db: Reader, ward: WardId, pairs: readonly TwinPair[]): Promise<TwinRow[]> {
	const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))];
	const [people, records, areas, counts] = await Promise.all([
		namePeople(db, ward, ids),
		readRecords(db, ward, ids),
		readAreas(db, ward),
		db
			.selectFrom('visit_row')
			.select(['person_id', ({ fn }) => fn.countAll<number>().as('count')])
			.where('ward_id', '=', ward)
			.where('person_id', 'in', listOrNone(ids))
			.groupBy('person_id')
			.execute()
	]);
	const shown = new Map(
		people.map(({ person, v, door }): [PersonId, TwinPerson] => {
			const area = records.get(person.id)?.area;
			const areaName = areas.find((one) => one.id === area)?.name ?? '';
			const visits = Number(counts.find((row) => row.person_id === person.id)?.count ?? 0);
			return [person.id, { person, v, door, areaName, visits }];
		})
	);
	return pairs.flatMap((pair): TwinRow[] => {
		const [one, other] = [shown.get(pair.one), shown.get(pair.other)];
		return one && other ? [{ one, other, why: pair.why, suggested: suggestKept(one, other).person.id }] : [];
	});
}

async function readWords(db: Reader, ward: WardId, within: Scope): Promise<TwinWord[]> {
	const rows = await db
		.selectFrom('twin')
		.selectAll()
		.where('ward_id', '=', ward)
		.where('state', 'in', ['merged', 'apart'])
		.orderBy('at', 'desc')
		.orderBy('id')
		.limit(LIMIT.listRows)
		.execute();
	// whoever was merged is off the lists and still has a name here
	const records = await readAnyRecords(
		db,
		ward,
		rows.flatMap((row) => [row.one_id, row.other_id])
	);
	return rows.flatMap((row): TwinWord[] => {
		const [one, other] = [records.get(row.one_id), records.get(row.other_id)];
		if (!one || !other) return [];
		if (within && ![one, other].every((record) => within.includes(record.area))) return [];
		const [oneName = '', otherName = ''] = [one, other].map(({ fields }) => String(fields['name'] ?? ''));
		const state = row.state === 'merged' ? 'merged' : 'apart';
		return [{ id: row.id, state, oneName, otherName, at: row.at, byName: row.staff_name }];
	});
}

/** Puts two records of one person together. */
export async function mergeTwins(site: Site, staff: Staff, choice: TwinChoice): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'review')) return fail('staff.notAllowed');
	const { ward } = staff;
	const now = site.clock();
	return inWard(site.store, ward, now, async (tx) => {
		const about = await tx.trx
			.selectFrom('visit_row')
			.select('id')
			.where('ward_id', '=', ward)
			.where('person_id', '=', choice.gone)
			.orderBy('id')
			.execute();
		const input = { ...choice, visits: about.map((row) => row.id as VisitId) };
		const done = await mergeRecords(tx, input, staff, makeWardTools(site, ward, now));
		if (!done.ok) return done;
		const { kept, gone, visits, filled } = done.value;
		const row = { one_id: kept, other_id: gone, state: 'merged', moved: JSON.stringify({ visits, filled }) };
		await tx.trx
			.insertInto('twin')
			.values(makeRow(site, staff, row))
			.execute();
		await writeAudit(tx.trx, site, { ward, actor: staff, act: 'twin.merge', subject: kept });
		return succeed(undefined);
	});
}

/** Says that two records are two people: the pair leaves the list. */
export async function keepApart(site: Site, staff: Staff, one: PersonId, other: PersonId): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'review')) return fail('staff.notAllowed');
	const { ward } = staff;
	return inWard(site.store, ward, site.clock(), async (tx) => {
		const [first, second] = one < other ? [one, other] : [other, one];
		for (const id of [first, second])
			if (first === second || !(await readLiveRecord(tx.trx, ward, 'person', id))) return fail('desk.notOpen');
		const said = await tx.trx
			.selectFrom('twin')
			.select('id')
			.where('ward_id', '=', ward)
			.where('one_id', '=', first)
			.where('other_id', '=', second)
			.where('state', '=', 'apart')
			.executeTakeFirst();
		if (said) return fail('desk.notOpen');
		const row = { one_id: first, other_id: second, state: 'apart', moved: '{}' };
		await tx.trx
			.insertInto('twin')
			.values(makeRow(site, staff, row))
			.execute();
		await writeAudit(tx.trx, site, { ward, actor: staff, act: 'twin.apart', subject: first });
		return succeed(undefined);
	});
}

/** Takes back what was said of a pair, both of whom stand where this member of staff may look. */
export async function undoTwin(site: Site, staff: Staff, id: string, within: Scope): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'review')) return fail('staff.notAllowed');
	const { ward } = staff;
	const now = site.clock();
	return inWard(site.store, ward, now, async (tx) => {
		const row = await tx.trx
			.selectFrom('twin')
			.selectAll()
			.where('ward_id', '=', ward)
			.where('id', '=', id)
			.where('state', '!=', 'undone')
			.executeTakeFirst();
		if (!row) return fail('desk.notOpen');
		for (const person of [row.one_id, row.other_id] as PersonId[]) {
			const area = (await tx.readRecord(person))?.area;
			if (within && !(area && within.includes(area))) return fail('staff.notAllowed');
		}
		if (row.state === 'merged') {
			// this file alone writes the column
			const moved = JSON.parse(row.moved) as Pick<TwinMerge, 'visits' | 'filled'>;
			const merge = { kept: row.one_id as PersonId, gone: row.other_id as PersonId, ...moved };
			const done = await splitTwins(tx, merge, staff, makeWardTools(site, ward, now));
			if (!done.ok) return done;
		}
		await tx.trx
			.updateTable('twin')
			.set({ state: 'undone', ended_at: now })
			.where('ward_id', '=', ward)
			.where('id', '=', id)
			.execute();
		await writeAudit(tx.trx, site, { ward, actor: staff, act: 'twin.undo', subject: row.one_id });
		return succeed(undefined);
	});
}

function makeRow(
	site: Site,
	staff: Staff,
	row: Pick<ReviewTables['twin'], 'one_id' | 'other_id' | 'state' | 'moved'>
): ReviewTables['twin'] {
	const said = { at: site.clock(), staff_id: staff.id, staff_name: staff.name, ended_at: null };
	return { ward_id: staff.ward, id: newId(site), ...row, ...said };
}
