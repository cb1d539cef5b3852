// What would go when its time has come: looked for and counted, and nothing is written.

import { dayAt, type Day } from '../domain/day.ts';
import type { Staff } from '../domain/desk.ts';
import type { AreaId, WardId } from '../domain/id.ts';
import { countFigures, type Figures } from '../domain/report.ts';
import { decideCutoff, type RetentionChoice, type RetentionCounts, type RetentionPlan } from '../domain/retention.ts';
import type { WardRecord } from '../sync/record.ts';
import { readAreas } from './area.ts';
import type { Reader } from './db/open-store.ts';
import { readRecordRow } from './db/ward-row.ts';
import { countFigureTexts } from './figure-text.ts';
import { readRule } from './privacy-rule.ts';
import { toHousehold, toPerson, toVisit } from './record-view.ts';
import type { Site } from './site.ts';
import { isAllowed } from './staff.ts';
import { hashText } from './vault.ts';

const VIETNAM_MS = 7 * 3600_000;

/** The instant at which a day begins. */
export function startOf(day: Day): number {
	return Date.parse(day) - VIETNAM_MS;
}

/** What a plan would let go. */
export interface Found {
	readonly records: readonly WardRecord[];
	readonly asides: number;
	readonly requests: number;
	readonly texts: number;
}

/**
 * Records to which nothing has happened since: a visit by itself; a person when none of their visits stays; a door when
 * nobody behind it does and no visit.
 */
export async function findOld(db: Reader, ward: WardId, before: Day): Promise<Found> {
	const instant = startOf(before);
	const rows = await db
		.selectFrom('record as r')
		.innerJoin('change as c', (on) => on.onRef('c.ward_id', '=', 'r.ward_id').onRef('c.seq', '=', 'r.seq'))
		.selectAll('r')
		.select('c.at')
		.where('r.ward_id', '=', ward)
		.where('r.deleted', '=', 0)
		.orderBy('r.id')
		.execute();
	const held = new Set<string>();
	const old: WardRecord[] = [];
	// visits hold their person and door, people hold their door
	for (const table of ['visit', 'person', 'household', 'difficulty']) {
		for (const row of rows.filter((one) => one.tbl === table)) {
			const record = readRecordRow(row);
			if (row.at < instant && !held.has(record.id)) {
				old.push(record);
				continue;
			}
			for (const id of [record.fields['household'], record.fields['person']]) if (typeof id === 'string') held.add(id);
		}
	}
	const [asides, requests, texts] = await Promise.all([
		db
			.selectFrom('aside')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('ward_id', '=', ward)
			.where('at', '<', instant)
			.where('body', 'not like', '%"p":{}%')
			.executeTakeFirstOrThrow(),
		db
			.selectFrom('citizen_request')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('ward_id', '=', ward)
			.where('answered_at', '<', instant)
			.where('asker', '!=', '')
			.executeTakeFirstOrThrow(),
		countFigureTexts(db, ward, instant)
	]);
	return { records: old, asides: Number(asides.count), requests: Number(requests.count), texts };
}

/** How much of each kind that is. */
export function countOf({ records, asides, requests, texts }: Found): RetentionCounts {
	const of = (table: string) => records.filter((record) => record.table === table).length;
	const counts = { households: of('household'), people: of('person'), visits: of('visit') };
	return { ...counts, difficulties: of('difficulty'), asides, requests, texts };
}

/** What stays of records when they have gone. */
export function figuresOf(records: readonly WardRecord[]): Figures {
	const of = (table: string) => records.filter((record) => record.table === table);
	return countFigures(of('household').map(toHousehold), of('person').map(toPerson), of('visit').map(toVisit));
}

/** The same for the same records at the same versions, whoever asks. */
export function hashOf(found: Found): string {
	const lines = found.records.map(({ id, v }) => `${id} ${v}`).sort();
	return hashText([...lines, `${found.asides} ${found.requests} ${found.texts}`].join('\n'));
}

/** Areas in which any of them lies. */
export function areasOf(records: readonly WardRecord[]): AreaId[] {
	return [...new Set(records.map((record) => record.area))].sort();
}

/** What would go; nothing is written. Null while the time of the campaign is not over. */
export async function planRetention(site: Site, staff: Staff, choice: RetentionChoice): Promise<RetentionPlan | null> {
	if (!isAllowed(staff.role, 'retain')) return null;
	const { db } = site.store;
	const rule = await readRule(db, staff.ward);
	const before = decideCutoff(choice, rule, dayAt(site.clock()));
	if (!before) return null;
	const found = await findOld(db, staff.ward, before);
	const areas = await readAreas(db, staff.ward);
	const open = ['waiting', 'returned', 'corrected'];
	return {
		before,
		counts: countOf(found),
		openVisits: found.records.filter((record) => {
			const review = record.fields['review'] as { state?: string } | undefined;
			return record.table === 'visit' && open.includes(review?.state ?? 'waiting');
		}).length,
		byArea: areasOf(found.records).map((id) => ({
			areaName: areas.find((area) => area.id === id)?.name ?? '',
			figures: figuresOf(found.records.filter((record) => record.area === id))
		})),
		hash: hashOf(found)
	};
}
