// The consent register: who has allowed what, in which wording, how and when, and whose hand wrote it down.

import type { ConsentFilter, ConsentRow } from '../domain/desk-privacy.ts';
import type { Page } from '../domain/desk.ts';
import type { AreaId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { readNames } from './actor.ts';
import { namePeople } from './citizen-request.ts';
import type { Reader } from './db/open-store.ts';
import { listOrNone } from './search.ts';

const PEOPLE_AT_ONCE = 500;
/** People looked at for one page; a filter that finds few goes on from there. */
const PEOPLE_A_PAGE = 5_000;

export async function listConsents(
	db: Reader,
	ward: WardId,
	filter: ConsentFilter,
	within: readonly AreaId[] | null
): Promise<Page<ConsentRow>> {
	const rows: ConsentRow[] = [];
	let after: string = filter.after ?? '';
	let isMore = true;
	for (let seen = 0; rows.length < LIMIT.listRows && isMore && seen < PEOPLE_A_PAGE;) {
		let query = db.selectFrom('person_row').select('id').where('ward_id', '=', ward).where('id', '>', after);
		if (within) query = query.where('area_id', 'in', listOrNone(within));
		const found = await query.orderBy('id').limit(PEOPLE_AT_ONCE).execute();
		isMore = found.length === PEOPLE_AT_ONCE;
		seen += found.length;
		const people = await namePeople(
			db,
			ward,
			found.map((row) => row.id)
		);
		after = found.at(-1)?.id ?? after;
		for (const { person, door } of people) {
			const { consent } = person;
			const state = !consent ? 'none' : consent.record ? 'given' : 'withdrawn';
			const isChosen =
				filter.state === 'all' || filter.state === state || (filter.state === 'phone' && consent?.phone === true);
			if (!isChosen) continue;
			if (rows.length === LIMIT.listRows) {
				isMore = true;
				after = rows.at(-1)!.person;
				break;
			}
			rows.push({ person: person.id, name: person.name, door, state, consent: consent ?? null, writtenBy: null });
		}
	}
	return { rows: await nameWriters(db, ward, rows), total: rows.length, next: isMore ? after : null };
}

/** Who wrote the consent that stands now, by the log. */
async function nameWriters(db: Reader, ward: WardId, rows: readonly ConsentRow[]): Promise<ConsentRow[]> {
	if (rows.length === 0) return [];
	const [steps, nameOf] = await Promise.all([
		db
			.selectFrom('change')
			.select(['record_id', 'actor'])
			.where('ward_id', '=', ward)
			.where(
				'record_id',
				'in',
				rows.map((row) => row.person)
			)
			.where('after', 'like', '%"consent"%')
			.orderBy('seq')
			.execute(),
		readNames(db, ward)
	]);
	const writers = new Map(steps.map((step) => [step.record_id, nameOf(step.actor)]));
	return rows.map((row) => ({ ...row, writtenBy: row.consent ? (writers.get(row.person) ?? null) : null }));
}
