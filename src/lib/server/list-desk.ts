// Lists of residents at the desk: a file comes in pieces, is looked at, tried out, and only then written. It lies in this
// server's memory for at most half an hour and never in the store; what stays of it are records and figures.

import type { Staff } from '../domain/desk.ts';
import { dayAt } from '../domain/day.ts';
import { findHeadings, guessMapping } from '../domain/list-column.ts';
import { cleanCell, foldArea, LIST_CODES, readListRow, type ListFinding, type ListRules } from '../domain/list-row.ts';
import {
	findMissing,
	LIST_BATCH_STATES,
	type ListBatch,
	type ListChoice,
	type ListLook,
	type ListPart,
	type ListPlan
} from '../domain/list.ts';
import type { Area } from '../domain/area.ts';
import type { AreaId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import { removeBatch, takeBreath, writeStep } from './list-batch.ts';
import { ListBook, type NewRecord } from './list-book.ts';
import { readListFile, type ListRows } from './list-file.ts';
import { answerWithTrouble, newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';
import type { ListDesk } from './ward-desk.ts';

const ROWS_AT_ONCE = 250;
const SAMPLE_ROWS = 5;
const LOOK_ROWS = 15;
const FILES_AT_ONCE = 4;

interface Held {
	at: number;
	readonly of: number;
	/** Until the last piece is there; then the rows stand for it. */
	bytes: Uint8Array | null;
	held: number;
	rows: ListRows | null;
	/** Which row (from 0) holds the headings. */
	head: number;
	look: ListLook | null;
}

/** What outlives a request: files by member of staff, and wards in which a batch is under way. One for an installation. */
export class ListShelf {
	readonly files = new Map<string, Held>();
	readonly busy = new Map<string, string>();
}

export function openListDesk(site: Site, staff: Staff, shelf: ListShelf): ListDesk {
	const { ward } = staff;
	// A list names doors anywhere in the ward: whoever is confined to some areas brings in none.
	const isLet = isAllowed(staff.role, 'list') && staff.areas === null;
	const key = `${ward}/${staff.id}`;

	/** The looked-at file that was on the screen. */
	function open(id: string): { file: Held; look: ListLook; rows: ListRows } | null {
		const file = shelf.files.get(key);
		if (!file?.look || !file.rows || file.look.id !== id) return null;
		file.at = site.clock();
		return { file, look: file.look, rows: file.rows };
	}

	return {
		canImport: isLet,
		async read() {
			forgetOld(shelf, site.clock());
			return {
				canImport: isLet,
				areas: await listDoors(site, ward),
				look: shelf.files.get(key)?.look ?? null,
				batches: isLet ? await listBatches(site, ward, shelf) : []
			};
		},
		async addPart(part) {
			if (!isLet) return fail('staff.notAllowed');
			forgetOld(shelf, site.clock());
			return addPart(site, shelf, key, part);
		},
		drop: () => void shelf.files.delete(key),
		async plan(id, choice) {
			if (!isLet) return fail('staff.notAllowed');
			const opened = open(id);
			if (!opened) return fail('list.changedSince');
			const missing = findMissing(choice.mapping);
			if (missing) return fail('list.noColumns', missing);
			const plan = await makePlan(site, staff, opened, choice);
			opened.file.look = { ...opened.look, plan };
			return succeed(undefined);
		},
		async start(id) {
			if (!isLet) return fail('staff.notAllowed');
			const opened = open(id);
			const plan = opened?.look.plan;
			if (!opened || !plan) return fail('list.changedSince');
			if (shelf.busy.has(ward)) return fail('list.busy');
			const batch = newId<string>(site);
			shelf.busy.set(ward, batch);
			shelf.files.delete(key);
			const begun = await answerWithTrouble(begin(site, staff, batch, plan).then(() => succeed({ batch })));
			if (!begun.ok) {
				shelf.busy.delete(ward);
				shelf.files.set(key, opened.file);
				return begun;
			}
			void run(site, staff, batch, opened, plan.choice)
				.then(() => end(site, ward, batch, 'done'))
				// what broke off is shown as such, can be taken back, and says how far it came
				.catch(() => end(site, ward, batch, 'stopped').catch(() => undefined))
				.finally(() => shelf.busy.delete(ward));
			return begun;
		},
		async undo(batch) {
			if (!isLet) return fail('staff.notAllowed');
			const found = (await listBatches(site, ward, shelf)).find((one) => one.id === batch);
			if (!found || found.state === 'undone') return fail('desk.notOpen');
			if (shelf.busy.has(ward)) return fail('list.busy');
			shelf.busy.set(ward, batch);
			return answerWithTrouble(removeBatch(site, staff, batch).then(succeed)).finally(() => shelf.busy.delete(ward));
		}
	};
}

function forgetOld({ files }: ListShelf, now: number): void {
	for (const [key, file] of files) if (now - file.at > LIMIT.listLifeMs) files.delete(key);
}

async function addPart(
	site: Site,
	{ files }: ListShelf,
	key: string,
	{ at, of, piece }: ListPart
): Promise<Result<{ readonly held: number }>> {
	if (of > LIMIT.listBytes) return fail('list.tooLarge');
	if (!Number.isSafeInteger(of) || of <= 0 || piece.length === 0) return fail('list.empty');
	if (at === 0) {
		files.delete(key);
		if (files.size >= FILES_AT_ONCE) return fail('list.busy');
		files.set(key, { at: 0, of, bytes: new Uint8Array(of), held: 0, rows: null, head: 0, look: null });
	}
	const file = files.get(key);
	if (!file?.bytes || file.of !== of || file.held !== at || at + piece.length > of) return fail('list.interrupted');
	file.bytes.set(piece, at);
	file.held += piece.length;
	file.at = site.clock();
	if (file.held < of) return succeed({ held: file.held });
	const rows = await readListFile(file.bytes);
	file.bytes = null;
	if (!rows.ok) {
		files.delete(key);
		return rows;
	}
	const first: (readonly string[])[] = [];
	let count = 0;
	for (const row of rows.value()) if (count++ < LOOK_ROWS + SAMPLE_ROWS) first.push(row);
	const head = findHeadings(first);
	const headings = (first[head] ?? []).slice(0, LIMIT.listColumns).map(cleanCell);
	file.rows = rows.value;
	file.head = head;
	file.look = {
		id: newId<string>(site),
		headings,
		sample: first
			.slice(head + 1, head + 1 + SAMPLE_ROWS)
			.map((row) => headings.map((_, at) => cleanCell(row[at] ?? ''))),
		rows: Math.max(0, count - head - 1),
		guess: guessMapping(headings),
		plan: null
	};
	return succeed({ held: file.held });
}

/** Areas in which doors stand: quarters and groups, or whatever the ward has where it has neither. */
async function listDoors(site: Site, ward: string): Promise<readonly Area[]> {
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

type Opened = { readonly file: Held; readonly look: ListLook; readonly rows: ListRows };

/** Every row with what it brings; the dry run and the import go the same way. */
async function* walk(site: Site, staff: Staff, { file, rows }: Opened, choice: ListChoice) {
	const rules = await makeRules(site, staff.ward, choice);
	const book = await ListBook.open(site, staff.ward, rules.today);
	let at = 0;
	for (const cells of rows()) {
		const row = ++at;
		if (row <= file.head + 1) continue;
		const { value, findings } = readListRow(cells, row, rules);
		const isBlank = !value && findings.length === 0;
		if (isBlank) continue;
		const placed = value && (await book.place(value));
		const twin: ListFinding[] = placed?.twin
			? [{ row, field: placed.twin === 'sameNumber' ? 'personalId' : 'name', code: placed.twin }]
			: [];
		yield { findings: [...findings, ...twin], records: placed?.records ?? [], isSkipped: !value || twin.length > 0 };
		if (row % ROWS_AT_ONCE === 0) await takeBreath();
	}
}

async function makePlan(site: Site, staff: Staff, opened: Opened, choice: ListChoice): Promise<ListPlan> {
	const counts = { error: 0, warning: 0, duplicate: 0 };
	const plan = { rows: 0, households: 0, people: 0, skipped: 0 };
	const shown: ListFinding[] = [];
	for await (const { findings, records, isSkipped } of walk(site, staff, opened, choice)) {
		plan.rows += 1;
		if (isSkipped) plan.skipped += 1;
		for (const { table } of records) plan[table === 'person' ? 'people' : 'households'] += 1;
		for (const finding of findings) {
			counts[LIST_CODES[finding.code]] += 1;
			if (shown.length < LIMIT.listFindings) shown.push(finding);
		}
	}
	return { ...plan, choice, counts, findings: shown };
}

async function begin(site: Site, staff: Staff, batch: string, plan: ListPlan): Promise<void> {
	const { ward } = staff;
	const figures = { total: plan.rows, done: 0, households: 0, people: 0, skipped: 0, kept: 0 };
	await site.store.transact(async (trx) => {
		await trx
			.insertInto('list_batch')
			.values({ ward_id: ward, id: batch, at: site.clock(), staff_name: staff.name, state: 'running', ...figures })
			.execute();
		const reason = `${plan.people}/${plan.rows}`;
		await writeAudit(trx, site, { ward, actor: staff, act: 'list.import', subject: batch, reason });
	});
}

async function run(site: Site, staff: Staff, batch: string, opened: Opened, choice: ListChoice): Promise<void> {
	let records: NewRecord[] = [];
	let rows = 0;
	let skipped = 0;
	for await (const step of walk(site, staff, opened, choice)) {
		records.push(...step.records);
		rows += 1;
		if (step.isSkipped) skipped += 1;
		if (rows < ROWS_AT_ONCE) continue;
		await writeStep(site, staff, batch, { rows, skipped, records });
		[records, rows, skipped] = [[], 0, 0];
	}
	if (rows > 0) await writeStep(site, staff, batch, { rows, skipped, records });
}

async function end(site: Site, ward: string, batch: string, state: 'done' | 'stopped'): Promise<void> {
	const { db } = site.store;
	await db.updateTable('list_batch').set({ state }).where('ward_id', '=', ward).where('id', '=', batch).execute();
}

/** Newest first. A batch that says it runs while no server runs it broke off. */
async function listBatches(site: Site, ward: string, { busy }: ListShelf): Promise<ListBatch[]> {
	const rows = await site.store.db
		.selectFrom('list_batch')
		.selectAll()
		.where('ward_id', '=', ward)
		.orderBy('at', 'desc')
		.orderBy('id', 'desc')
		.limit(LIMIT.listRows)
		.execute();
	return rows.map(({ ward_id: _, staff_name, state, ...row }) => {
		const known = LIST_BATCH_STATES.find((one) => one === state) ?? 'stopped';
		const isLost = known === 'running' && busy.get(ward) !== row.id;
		return { ...row, staffName: staff_name, state: isLost ? 'stopped' : known };
	});
}
