// A list's bytes as rows, read piece by piece so that requests of others come in between: text in whichever encoding, or
// the first sheet of a workbook. A workbook with macros is not opened at all.

import { LIMIT } from '../domain/limit.ts';
import { TextRows } from '../domain/list-text.ts';
import { fail, succeed, type ProblemCode, type Result } from '../domain/problem.ts';
import { takeBreath } from './breath.ts';
import { decodeList } from './list-encoding.ts';
import { PackedRows } from './packed-rows.ts';
import { WorkbookRefused } from './sheet-reader.ts';
import { readWorkbook } from './workbook.ts';

/** Titles and headings stand above the rows. */
const ROWS_ABOVE = 20;
const MOST_ROWS = LIMIT.listFileRows + ROWS_ABOVE;

/** Rows of a file; a problem where it is no table that we read. */
export async function readListFile(bytes: Uint8Array): Promise<Result<PackedRows>> {
	if (bytes.length === 0) return fail('list.empty');
	const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
	// an old .xls, or a workbook under a password
	if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return fail('list.notTable');
	const limits = {
		bytes: LIMIT.listUnpackedBytes,
		rows: MOST_ROWS,
		columns: LIMIT.listColumns,
		chars: LIMIT.listBytes
	};
	try {
		return await packRows(isWorkbook ? readWorkbook(bytes, limits) : readText(bytes));
	} catch (error) {
		// whatever is wrong with a damaged workbook: to the reader it is no table
		if (error instanceof WorkbookRefused) return fail(REFUSED[error.why]);
		return fail('list.notTable');
	}
}

const REFUSED: Readonly<Record<WorkbookRefused['why'], ProblemCode>> = {
	macros: 'list.macros',
	tooLarge: 'list.tooLarge',
	tooManyRows: 'list.tooManyRows'
};

async function* readText(bytes: Uint8Array): AsyncGenerator<readonly string[]> {
	const rows = new TextRows();
	let isFirst = true;
	for (const piece of decodeList(bytes)) {
		// eslint-disable-next-line no-control-regex -- no table holds these
		if (isFirst && /[\u0000-\u0008]/.test(piece)) throw new Error('no text');
		isFirst = false;
		yield* rows.read(piece);
		await takeBreath();
	}
	yield* rows.end();
}

async function packRows(rows: AsyncIterable<readonly string[]>): Promise<Result<PackedRows>> {
	const packed = new PackedRows();
	let isTable = false;
	for await (const row of rows) {
		isTable ||= row.length > 1;
		if (!packed.add(row)) return fail('list.tooLarge');
		if (packed.count > MOST_ROWS) return fail('list.tooManyRows');
	}
	return isTable ? succeed(packed) : fail(packed.count === 0 ? 'list.empty' : 'list.notTable');
}
