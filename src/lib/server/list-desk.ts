// Lists of residents at the desk: a file comes in pieces, is looked at, tried out, and only then written. It lies in this
// server's memory for at most half an hour and never in the store; what stays of it are records and figures.

import type { Staff } from '../domain/desk.ts';
import { findHeadings, guessMapping } from '../domain/list-column.ts';
import { findMissing, type ListChoice, type ListLook, type ListPart } from '../domain/list.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { ListJobs } from './list-job.ts';
import { readListFile } from './list-file.ts';
import { beginBatch, beginUndo, listBatches, mayList } from './list-lease.ts';
import { exportFindings, openBatchFindings } from './list-report.ts';
import { listDoors, makePlan } from './list-walk.ts';
import type { PackedFindings } from './packed-findings.ts';
import type { PackedRows } from './packed-rows.ts';
import { answerWithTrouble, newId, type Site } from './site.ts';
import type { ListDesk } from './ward-desk.ts';

const SAMPLE_ROWS = 5;
const LOOK_ROWS = 15;
const FILES_AT_ONCE = 4;

interface Held {
	at: number;
	readonly of: number;
	/** Until the last piece is there; then the rows stand for it. */
	bytes: Uint8Array | null;
	held: number;
	rows: PackedRows | null;
	/** Which row (from 0) holds the headings. */
	head: number;
	look: ListLook | null;
	/** Ends the dry run that is under way. */
	trial: AbortController | null;
	/** All that the last dry run found. */
	found: PackedFindings | null;
}

/** What outlives a request: files by member of staff, and the work on lists. One for an installation. */
export class ListShelf {
	readonly files = new Map<string, Held>();
	readonly jobs = new ListJobs();

	forget(key: string): void {
		this.files.get(key)?.trial?.abort();
		this.files.delete(key);
	}

	forgetOld(now: number): void {
		for (const [key, file] of this.files) if (now - file.at > LIMIT.listLifeMs) this.forget(key);
	}
}

export function openListDesk(site: Site, staff: Staff, shelf: ListShelf): ListDesk {
	const { ward } = staff;
	const isLet = mayList(staff);
	const key = `${ward}/${staff.id}`;

	/** The looked-at file that was on the screen. */
	function open(id: string): { file: Held; look: ListLook; rows: PackedRows } | null {
		const file = shelf.files.get(key);
		if (!file?.look || !file.rows || file.look.id !== id) return null;
		file.at = site.clock();
		return { file, look: file.look, rows: file.rows };
	}

	return {
		canImport: isLet,
		async read() {
			shelf.forgetOld(site.clock());
			return {
				canImport: isLet,
				areas: await listDoors(site, ward),
				look: isLet ? (shelf.files.get(key)?.look ?? null) : null,
				batches: isLet ? await listBatches(site, ward) : []
			};
		},
		async addPart(part) {
			if (!isLet) return fail('staff.notAllowed');
			shelf.forgetOld(site.clock());
			return addPart(site, shelf, key, part);
		},
		drop: () => shelf.forget(key),
		plan(id, choice) {
			if (!isLet) return fail('staff.notAllowed');
			const opened = open(id);
			if (!opened) return fail('list.changedSince');
			const missing = findMissing(choice.mapping);
			if (missing) return fail('list.noColumns', missing);
			tryOut(site, shelf.jobs, ward, opened.file, choice);
			return succeed(undefined);
		},
		stopPlan(id) {
			open(id)?.file.trial?.abort();
		},
		async exportLook(id, words) {
			if (!isLet) return fail('staff.notAllowed');
			const found = open(id)?.file.found;
			if (!found) return fail('list.changedSince');
			const { count, left } = found;
			return succeed(await exportFindings(site, staff, { id, count, left, findings: found }, words));
		},
		async exportBatch(batch, words) {
			if (!isLet) return fail('staff.notAllowed');
			const found = await openBatchFindings(site.store.db, ward, batch);
			return found ? succeed(await exportFindings(site, staff, found, words)) : fail('desk.notOpen');
		},
		async start(id) {
			if (!isLet) return fail('staff.notAllowed');
			const opened = open(id);
			const { plan, choice } = opened?.look ?? {};
			if (!opened || !plan || !choice) return fail('list.changedSince');
			// taken off the shelf first: pressed twice, it is begun once
			shelf.files.delete(key);
			const begun = await answerWithTrouble(beginBatch(site, staff, plan));
			if (!begun.ok) {
				shelf.files.set(key, opened.file);
				return begun;
			}
			const { rows, file } = opened;
			shelf.jobs.take(site, begun.value, { ward, rows, head: file.head, choice });
			return succeed({ batch: begun.value.batch });
		},
		async undo(batch) {
			if (!isLet) return fail('staff.notAllowed');
			const begun = await answerWithTrouble(beginUndo(site, staff, batch));
			if (!begun.ok) return begun;
			shelf.jobs.undo(site, begun.value);
			return succeed(undefined);
		}
	};
}

/** A dry run beside the request: how far it is, and what came of it, stands in what is looked at. */
function tryOut(site: Site, jobs: ListJobs, ward: string, file: Held, choice: ListChoice): void {
	const { rows, head, look } = file;
	if (!rows || !look) return;
	file.trial?.abort();
	const trial = new AbortController();
	const signal = AbortSignal.any([trial.signal, jobs.signal]);
	file.trial = trial;
	const show = (more: Partial<ListLook>) => {
		// one that was ended, or begun anew, has nothing to say any more
		if (file.trial === trial) file.look = { ...look, choice, plan: null, tried: null, trouble: null, ...more };
	};
	const end = ({ plan, all }: Awaited<ReturnType<typeof makePlan>>) => {
		if (file.trial === trial) file.found = all;
		show({ plan });
	};
	file.found = null;
	show({ tried: 0 });
	const walk = { ward, rows, head, choice, signal };
	void answerWithTrouble(
		jobs.walking.take(signal, () => makePlan(site, walk, (tried) => show({ tried }))).then(succeed)
	)
		.then((made) => (made.ok ? end(made.value) : show({ trouble: made.problem })))
		.catch((error: unknown) => {
			show({});
			if (!signal.aborted) jobs.fail(error);
		})
		.finally(() => file.trial === trial && (file.trial = null));
}

async function addPart(
	site: Site,
	shelf: ListShelf,
	key: string,
	{ at, of, piece }: ListPart
): Promise<Result<{ readonly held: number }>> {
	const { files } = shelf;
	if (of > LIMIT.listBytes) return fail('list.tooLarge');
	if (!Number.isSafeInteger(of) || of <= 0 || piece.length === 0) return fail('list.empty');
	if (at === 0) {
		shelf.forget(key);
		if (files.size >= FILES_AT_ONCE) return fail('list.busy');
		const nothing = { rows: null, head: 0, look: null, trial: null, found: null };
		files.set(key, { at: 0, of, bytes: new Uint8Array(of), held: 0, ...nothing });
	}
	const file = files.get(key);
	if (!file?.bytes || file.of !== of || file.held !== at || at + piece.length > of) return fail('list.interrupted');
	file.bytes.set(piece, at);
	file.held += piece.length;
	file.at = site.clock();
	if (file.held < of) return succeed({ held: file.held });
	const { bytes } = file;
	file.bytes = null;
	const rows = await shelf.jobs.reading.take(shelf.jobs.signal, () => readListFile(bytes));
	// somebody else's file under the same name by now, or none
	if (files.get(key) !== file) return fail('list.interrupted');
	if (!rows.ok) {
		files.delete(key);
		return rows;
	}
	lookAt(site, file, rows.value);
	return succeed({ held: file.held });
}

function lookAt(site: Site, file: Held, rows: PackedRows): void {
	const first: (readonly string[])[] = [];
	for (const row of rows) if (first.push(row) >= LOOK_ROWS + SAMPLE_ROWS) break;
	const head = findHeadings(first);
	const headings = first[head] ?? [];
	file.rows = rows;
	file.head = head;
	file.look = {
		id: newId<string>(site),
		headings,
		sample: first.slice(head + 1, head + 1 + SAMPLE_ROWS).map((row) => headings.map((_, at) => row[at] ?? '')),
		rows: Math.max(0, rows.count - head - 1),
		guess: guessMapping(headings),
		choice: null,
		plan: null,
		tried: null,
		trouble: null
	};
}
