// Visits at the desk: the list of what came in, by filter and page, and one visit with everything around it.

import { listWithin, type Area } from '../domain/area.ts';
import type { FieldChange, Page, Staff, VisitFilter, VisitRow, VisitSheet } from '../domain/desk.ts';
import type { VisitId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { MERGED_INTO } from '../sync/merged.ts';
import type { Fields } from '../sync/record.ts';
import { readNames } from './actor.ts';
import { readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import { nameCase, nameField, readAnyRecords, showValue } from './case-record.ts';
import type { Reader } from './db/open-store.ts';
import { readHints } from './hint.ts';
import { readLiveRecord, readRecords, toHousehold, toPerson, toVisit } from './record-view.ts';
import { hasWord, listOrNone, listPatterns } from './search.ts';
import type { Site } from './site.ts';

const HISTORY_STEPS = 200;

/** The rows of a filter, unordered. */
function selectVisits(db: Reader, ward: WardId, filter: VisitFilter, areas: readonly Area[]) {
	let query = db.selectFrom('visit_row as x').where('x.ward_id', '=', ward);
	if (filter.state === 'open') query = query.where('x.review_state', 'in', ['waiting', 'corrected']);
	else if (filter.state) query = query.where('x.review_state', '=', filter.state);
	if (filter.area) query = query.where('x.area_id', 'in', [filter.area, ...listWithin(areas, [filter.area])]);
	if (filter.within) query = query.where('x.area_id', 'in', listOrNone(filter.within));
	if (filter.volunteer) query = query.where('x.volunteer_id', '=', filter.volunteer);
	if (filter.isLate) {
		// the empty text stands before every day: without a rule nothing is late
		query = query.where('x.returned_on', '>', '').where('x.returned_on', '<', filter.returnedBefore ?? '');
	}
	if (filter.outcome) query = query.where('x.outcome', '=', filter.outcome);
	const { code } = filter;
	if (code) {
		query = query.where(({ eb, selectFrom }) =>
			eb(
				'x.id',
				'in',
				selectFrom('mark_row as m')
					.select('m.record_id')
					.where('m.ward_id', '=', ward)
					.where('m.kind', 'in', ['met', 'flag'])
					.where('m.code', '=', code)
			)
		);
	}
	for (const pattern of listPatterns(filter.search)) {
		// doors and people are gone through once for each word, and not once for each visit
		query = query.where(({ eb, selectFrom, or }) => {
			const doors = selectFrom('household_row as h')
				.select('h.id')
				.where('h.ward_id', '=', ward)
				.where(hasWord('h.search', pattern));
			const people = selectFrom('person_row as p')
				.select('p.id')
				.where('p.ward_id', '=', ward)
				.where(hasWord('p.search', pattern));
			return or([eb('x.household_id', 'in', doors), eb('x.person_id', 'in', people)]);
		});
	}
	return query;
}

/** What came in last stands first. */
async function listIds(
	db: Reader,
	ward: WardId,
	filter: VisitFilter,
	areas: readonly Area[],
	most: number
): Promise<VisitId[]> {
	const { after } = filter;
	const last = after
		? await db
				.selectFrom('visit_row')
				.select('received_at')
				.where('ward_id', '=', ward)
				.where('id', '=', after)
				.executeTakeFirst()
		: undefined;
	// one state at a time: each stands in its index in the order of the list, two of them would have to be sorted whole
	const states = filter.state === 'open' ? (['waiting', 'corrected'] as const) : [filter.state];
	const found = await Promise.all(
		states.map((state) => {
			const { state: _, ...rest } = filter;
			let query = selectVisits(db, ward, state ? { ...rest, state } : rest, areas);
			if (last && after) {
				query = query.where(({ eb, or, and }) =>
					or([
						eb('x.received_at', '<', last.received_at),
						and([eb('x.received_at', '=', last.received_at), eb('x.id', '<', after)])
					])
				);
			}
			return query
				.select(['x.id', 'x.received_at'])
				.orderBy('x.received_at', 'desc')
				.orderBy('x.id', 'desc')
				.limit(most)
				.execute();
		})
	);
	const rows = found
		.flat()
		.sort((a, b) => b.received_at - a.received_at || (a.id < b.id ? 1 : -1))
		.slice(0, most);
	return rows.map((row) => row.id as VisitId);
}

export async function countVisits(db: Reader, ward: WardId, filter: VisitFilter, areas: readonly Area[] = []) {
	const row = await selectVisits(db, ward, filter, areas)
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

export async function listVisits(db: Reader, ward: WardId, filter: VisitFilter): Promise<Page<VisitRow>> {
	const areas = await readAreas(db, ward);
	const ids = await listIds(db, ward, filter, areas, LIMIT.listRows + 1);
	const { after: _, ...whole } = filter;
	const shown = ids.slice(0, LIMIT.listRows);
	return {
		rows: await readVisitRows(db, ward, shown, areas),
		total: await countVisits(db, ward, whole, areas),
		next: ids.length > shown.length ? (shown.at(-1) ?? null) : null
	};
}

/** Rows in the order of the ids; a visit whose door is gone is left out. */
export async function readVisitRows(
	db: Reader,
	ward: WardId,
	ids: readonly VisitId[],
	areas: readonly Area[]
): Promise<VisitRow[]> {
	if (ids.length === 0) return [];
	const [rows, visits, nameOf] = await Promise.all([
		db
			.selectFrom('visit_row')
			.select(['id', 'household_id', 'person_id', 'volunteer_id', 'received_at'])
			.where('ward_id', '=', ward)
			.where('id', 'in', ids)
			.execute(),
		readRecords(db, ward, ids),
		readNames(db, ward)
	]);
	const around = await readRecords(
		db,
		ward,
		rows.flatMap((row) => [row.household_id, ...(row.person_id ? [row.person_id] : [])])
	);
	const byId = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => {
		const row = byId.get(id);
		const visit = visits.get(id);
		const household = row && around.get(row.household_id);
		if (!row || !visit || !household) return [];
		const person = row.person_id ? around.get(row.person_id) : undefined;
		return {
			visit: toVisit(visit),
			v: visit.v,
			household: toHousehold(household),
			personName: person ? toPerson(person).name : null,
			volunteerName: row.volunteer_id ? nameOf(row.volunteer_id) : '',
			areaName: areas.find((area) => area.id === household.area)?.name ?? '',
			receivedAt: row.received_at
		};
	});
}

export async function readVisit(
	site: Site,
	staff: Staff,
	id: VisitId,
	filter: VisitFilter
): Promise<VisitSheet | null> {
	const { ward } = staff;
	return site.store.transact(async (trx) => {
		const areas = await readAreas(trx, ward);
		const [row] = await readVisitRows(trx, ward, [id], areas);
		if (!row) return null;
		const person = row.visit.person ? await readLiveRecord(trx, ward, 'person', row.visit.person) : null;
		const records = [id, row.household.id, ...(person ? [person.id] : [])];
		const history = await readHistory(trx, ward, records);
		const conflicts = await trx
			.selectFrom('conflict')
			.select(['field', 'kept', 'other', 'record_id'])
			.where('ward_id', '=', ward)
			.where('record_id', 'in', records)
			.where('state', '=', 'open')
			.orderBy('at')
			.execute();
		await writeAudit(trx, site, { ward, actor: staff, act: 'visit.read', subject: id });
		const returnedSeq = row.visit.review?.returnedSeq;
		const nextOpen = await readNext(trx, ward, filter, areas, id);
		return {
			...row,
			person: person ? toPerson(person) : null,
			personV: person?.v ?? null,
			history,
			sinceReturn:
				returnedSeq === undefined
					? []
					: history.filter((change) => change.seq > returnedSeq && change.field !== 'review'),
			conflicts: conflicts.map(({ field, kept, other, record_id }) => {
				const shown = [field, JSON.parse(kept), JSON.parse(other)] as const;
				return {
					key: nameCase(record_id, field),
					table: record_id === id ? 'visit' : record_id === row.household.id ? 'household' : 'person',
					field: nameField(shown[0]),
					kept: showValue(field, shown[1]),
					other: showValue(field, shown[2])
				};
			}),
			hints: await readHints(trx, ward, row),
			nextOpen
		};
	});
}

/** What comes after a visit in the list; behind the last one what stands first, so that work ends when nothing waits. */
async function readNext(
	db: Reader,
	ward: WardId,
	filter: VisitFilter,
	areas: readonly Area[],
	id: VisitId
): Promise<VisitId | null> {
	const { after: _, ...whole } = { ...filter, state: filter.state ?? ('open' as const) };
	const [next] = await listIds(db, ward, { ...whole, after: id }, areas, 1);
	return next ?? (await listIds(db, ward, whole, areas, 2)).find((other) => other !== id) ?? null;
}

/** What changed after the records came into being, field by field, newest first. */
export async function readHistory(db: Reader, ward: WardId, records: readonly string[]): Promise<FieldChange[]> {
	const [nameOf, areas] = await Promise.all([readNames(db, ward), readAreas(db, ward)]);
	const nameArea = (id: unknown) => areas.find((area) => area.id === id)?.name ?? id ?? null;
	const steps = await db
		.selectFrom('change')
		.select(['seq', 'tbl', 'record_id', 'actor', 'at', 'before', 'after'])
		.where('ward_id', '=', ward)
		.where('record_id', 'in', records)
		.where('v', '>', 1)
		.orderBy('seq', 'desc')
		.limit(HISTORY_STEPS)
		.execute();
	// a visit that went under another person when two records were merged
	const people = await readAnyRecords(db, ward, steps.flatMap(listPeople));
	const namePerson = (id: unknown) => people.get(String(id))?.fields['name'] ?? null;
	const show = (field: string, value: unknown) =>
		field === 'area' ? nameArea(value) : field === 'person' ? namePerson(value) : showValue(field, value);
	return steps.flatMap((step) => {
		const before = JSON.parse(step.before) as Fields;
		const after = JSON.parse(step.after) as Fields;
		const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
		// The ward's word travels inside the record; what it changed stands beside it.
		fields.delete('decisions');
		// how far its flags are stands in the inbox, and is no change that a volunteer made
		fields.delete('referrals');
		fields.delete(MERGED_INTO);
		return [...fields].map((field) => ({
			// of a visit, its person and its door
			table: step.tbl as FieldChange['table'],
			id: step.record_id ?? '',
			field: nameField(field),
			before: show(field, before[field]),
			after: show(field, after[field]),
			at: step.at,
			actorName: nameOf(step.actor),
			seq: step.seq
		}));
	});
}

/** Ids of people whom a step of the log names as those whom a visit is about. */
function listPeople(step: { readonly before: string; readonly after: string }): string[] {
	return [step.before, step.after].flatMap((text) => {
		const { person } = JSON.parse(text) as Fields;
		return typeof person === 'string' ? [person] : [];
	});
}
