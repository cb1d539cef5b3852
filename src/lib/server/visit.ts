// One visit at the desk with everything around it; `visit-list.ts` has the list of what came in.

import type { FieldChange, Staff, VisitFilter, VisitSheet } from '../domain/desk.ts';
import type { VisitId, WardId } from '../domain/id.ts';
import { MERGED_INTO } from '../sync/merged.ts';
import type { Fields } from '../sync/record.ts';
import { readNames } from './actor.ts';
import { readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import { nameCase, nameField, readAnyRecords, showValue } from './case-record.ts';
import type { Reader } from './db/open-store.ts';
import { readHints } from './hint.ts';
import { readLiveRecord, toPerson } from './record-view.ts';
import type { Site } from './site.ts';
import { readNext } from './visit-list.ts';
import { readVisitRows } from './visit-row.ts';

const HISTORY_STEPS = 200;

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
