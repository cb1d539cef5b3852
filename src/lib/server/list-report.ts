// What a list's rows were found to be, as a file: of a dry run from the memory in which the list lies, of a batch from the
// store. A workbook while it is small, and else lines of text that are written as they are sent, so that a hundred thousand
// of them never lie in memory as a file. It names rows and columns and nobody, so no purpose and no password is asked.

import type { Staff } from '../domain/desk.ts';
import { makeFindingTable, tellFinding, tellLeft, type ListReportWords } from '../domain/list-report.ts';
import type { ListFinding } from '../domain/list-row.ts';
import { LIMIT } from '../domain/limit.ts';
import { takeBreath } from './breath.ts';
import { writeAudit } from './audit.ts';
import { BYTE_ORDER_MARK, writeCsvLine } from './csv.ts';
import type { Reader } from './db/open-store.ts';
import type { SentFile } from './figure-port.ts';
import { writeWorkbook } from './letter/sheet.ts';
import { readFindings } from './packed-findings.ts';
import type { Site } from './site.ts';

const LINES_AT_ONCE = 1_000;
const STEPS_AT_ONCE = 50;

/** Findings of one list, in the order of its rows. */
export interface FoundRows {
	/** Of the dry run or of the batch. */
	readonly id: string;
	readonly count: number;
	/** How many of them were not kept. */
	readonly left: number;
	readonly findings: Iterable<ListFinding> | AsyncIterable<ListFinding>;
}

/** The file, with its line in the audit. */
export async function exportFindings(
	site: Site,
	staff: Staff,
	found: FoundRows,
	words: ListReportWords
): Promise<SentFile> {
	const act = { ward: staff.ward, actor: staff, act: 'list.report', subject: found.id } as const;
	await site.store.transact((trx) => writeAudit(trx, site, { ...act, reason: String(found.count) }));
	return writeFindingFile(found, words);
}

/** A workbook, or lines of text where it would be a large one. */
export async function writeFindingFile(found: FoundRows, words: ListReportWords): Promise<SentFile> {
	const name = `can-xem-${found.id}`;
	if (found.count > LIMIT.listExportRows) {
		return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', body: sendPieces(writeLines(found, words)) };
	}
	const findings: ListFinding[] = [];
	for await (const finding of found.findings) findings.push(finding);
	const bytes = await writeWorkbook([makeFindingTable(findings, found, words)]);
	const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
	return { name: `${name}.xlsx`, type, body: bytes };
}

/** Pieces as they are asked for; whoever breaks off the download ends the work. */
function sendPieces(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	return new ReadableStream({
		async pull(controller) {
			const piece = await pieces.next();
			if (piece.done) controller.close();
			else controller.enqueue(encoder.encode(piece.value));
		},
		async cancel() {
			await pieces.return(undefined);
		}
	});
}

/** Lines of text, a piece at a time: the next one is written when somebody takes it. */
async function* writeLines({ findings, left }: FoundRows, words: ListReportWords): AsyncGenerator<string> {
	let lines = [BYTE_ORDER_MARK + writeCsvLine(words.report.head)];
	for await (const finding of findings) {
		lines.push(writeCsvLine(tellFinding(finding, words).map(String)));
		if (lines.length < LINES_AT_ONCE) continue;
		yield lines.join('');
		await takeBreath();
		lines = [];
	}
	if (left > 0) lines.push(writeCsvLine(tellLeft(left, words)));
	yield lines.join('');
}

/** What a batch found while it was written; null where it found nothing or was taken back. */
export async function openBatchFindings(db: Reader, ward: string, batch: string): Promise<FoundRows | null> {
	const row = await db
		.selectFrom('list_batch')
		.select('found')
		.where('ward_id', '=', ward)
		.where('id', '=', batch)
		.executeTakeFirst();
	if (!row || row.found === 0) return null;
	return { id: batch, count: row.found, left: 0, findings: readSteps(db, ward, batch) };
}

async function* readSteps(db: Reader, ward: string, batch: string): AsyncGenerator<ListFinding> {
	for (let after = 0; ;) {
		const steps = await db
			.selectFrom('list_report')
			.select(['from_row', 'findings'])
			.where('ward_id', '=', ward)
			.where('batch_id', '=', batch)
			.where('from_row', '>', after)
			.orderBy('from_row')
			.limit(STEPS_AT_ONCE)
			.execute();
		for (const { findings } of steps) yield* readFindings(findings);
		if (steps.length < STEPS_AT_ONCE) return;
		after = steps.at(-1)!.from_row;
	}
}
