// A list from its first row to its last, with what each brings: the dry run and the import go the same way.

import type { Area } from '../domain/area.ts';
import { dayAt } from '../domain/day.ts';
import type { AreaId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { foldArea, LIST_CODES, readListRow, type ListFinding, type ListRules } from '../domain/list-row.ts';
import type { ListChoice, ListPlan } from '../domain/list.ts';
import { readAreas } from './area.ts';
import { Breather } from './breath.ts';
import { ListBook, type NewRecord } from './list-book.ts';
import { PackedFindings } from './packed-findings.ts';
import type { PackedRows } from './packed-rows.ts';
import type { Site } from './site.ts';

/** A list that is gone through. */
export interface ListWalk {
	readonly ward: string;
	readonly rows: PackedRows;
	/** Which row (from 0) holds the headings. */
	readonly head: number;
	readonly choice: ListChoice;
	/** Ends it before the last row. */
	readonly signal: AbortSignal;
}

export interface ListStep {
	/** Row as the spreadsheet numbers it. */
	readonly row: number;
	readonly findings: readonly ListFinding[];
	readonly records: readonly NewRecord[];
	readonly isSkipped: boolean;
}

/** Every row that is not blank; throws what the signal says when it is ended. */
export async function* walkList(site: Site, { ward, rows, head, choice, signal }: ListWalk): AsyncGenerator<ListStep> {
	const rules = await makeRules(site, ward, choice);
	const book = await ListBook.open(site, ward, rules.today, signal);
	const breather = new Breather();
	let row = 0;
	for (const cells of rows) {
		if (++row <= head + 1) continue;
		await breather.rest();
		signal.throwIfAborted();
		const { value, findings } = readListRow(cells, row, rules);
		const isBlank = !value && findings.length === 0;
		if (isBlank) continue;
		const placed = value && book.place(value);
		const twin: ListFinding[] = placed?.twin
			? [{ row, field: placed.twin === 'sameNumber' ? 'personalId' : 'name', code: placed.twin }]
			: [];
		const isSkipped = !value || twin.length > 0;
		yield { row, findings: [...findings, ...twin], records: placed?.records ?? [], isSkipped };
	}
}

/** What taking the list would bring; nothing is written. `tell` hears how many rows were gone through. */
export async function makePlan(
	site: Site,
	walk: ListWalk,
	tell: (rows: number) => void
): Promise<{ readonly plan: ListPlan; readonly all: PackedFindings }> {
	const all = new PackedFindings();
	const counts = { error: 0, warning: 0, duplicate: 0 };
	const plan = { rows: 0, households: 0, people: 0, skipped: 0 };
	const shown: ListFinding[] = [];
	for await (const { row, findings, records, isSkipped } of walkList(site, walk)) {
		tell(row - walk.head - 1);
		plan.rows += 1;
		if (isSkipped) plan.skipped += 1;
		for (const { table } of records) plan[table === 'person' ? 'people' : 'households'] += 1;
		for (const finding of findings) {
			counts[LIST_CODES[finding.code]] += 1;
			all.add(finding);
			if (shown.length < LIMIT.listFindings) shown.push(finding);
		}
	}
	return { plan: { ...plan, counts, findings: shown }, all };
}

/** Areas in which doors stand: quarters and groups, or whatever the ward has where it has neither. */
export async function listDoors(site: Site, ward: string): Promise<readonly Area[]> {
	const areas = await readAreas(site.store.db, ward as never);
	const small = areas.filter(({ kind }) => kind === 'quarter' || kind === 'group');
	return small.length > 0 ? small : areas;
}

async function makeRules(site: Site, ward: string, choice: ListChoice): Promise<ListRules<AreaId>> {
	const areas = await listDoors(site, ward);
	const named = new Map<string, AreaId>();
	for (const { id, aliases } of areas) for (const alias of aliases) named.set(foldArea(alias), id);
	for (const { id, name } of areas) named.set(foldArea(name), id);
	const area = areas.find(({ id }) => id === choice.area)?.id ?? null;
	return { mapping: choice.mapping, areas: named, area, state: choice.state, today: dayAt(site.clock()) };
}
