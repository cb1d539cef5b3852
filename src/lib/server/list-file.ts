// A list's bytes as rows. XLSX is read by read-excel-file; what it may unpack to is looked at before, and a workbook with
// macros is not opened at all. Formulas are never worked out: the value that was saved with the file is read.

import { readSheet } from 'read-excel-file/node';
import { LIMIT } from '../domain/limit.ts';
import { readTextRows } from '../domain/list-text.ts';
import { fail, succeed, type ProblemCode, type Result } from '../domain/problem.ts';
import { decodeList } from './list-encoding.ts';

/** The rows of a file, each time from the beginning. */
export type ListRows = () => Iterable<readonly string[]>;

/** Rows of a file; a problem where it is no table that we read. */
export async function readListFile(bytes: Uint8Array): Promise<Result<ListRows>> {
	if (bytes.length === 0) return fail('list.empty');
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes);
	// an old .xls, or a workbook under a password
	if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return fail('list.notTable');
	const text = decodeList(bytes);
	// eslint-disable-next-line no-control-regex -- no table holds these
	if (/[\u0000-\u0008]/.test(text.slice(0, 100_000))) return fail('list.notTable');
	return checkRows(() => readTextRows(text));
}

async function readWorkbook(bytes: Uint8Array): Promise<Result<ListRows>> {
	const refused = refuseZip(bytes);
	if (refused) return fail(refused);
	try {
		const sheet = await readSheet<string>(Buffer.from(bytes), { parseNumber: (text) => text });
		return checkRows(() => toTextRows(sheet));
	} catch {
		// the library throws what it likes at a damaged workbook: to the reader it is no table
		return fail('list.notTable');
	}
}

function* toTextRows(sheet: readonly (readonly unknown[])[]): Generator<string[]> {
	for (const row of sheet) yield row.slice(0, LIMIT.listColumns).map(toText);
}

function toText(value: unknown): string {
	if (value === null || value === undefined) return '';
	// a cell that Excel shows as a day
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
	return String(value);
}

function checkRows(rows: ListRows): Result<ListRows> {
	let count = 0;
	let isFilled = false;
	for (const row of rows()) {
		isFilled ||= row.length > 1;
		// titles and headings stand above the rows
		if (++count > LIMIT.listFileRows + 20) return fail('list.tooManyRows');
	}
	return isFilled ? succeed(rows) : fail(count === 0 ? 'list.empty' : 'list.notTable');
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** Why an archive is not unpacked; by its own directory, before a byte of it is. */
function refuseZip(bytes: Uint8Array): ProblemCode | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let end = bytes.length - 22;
	while (end >= 0 && view.getUint32(end, true) !== DIRECTORY_END) end--;
	if (end < 0) return 'list.notTable';
	let at = view.getUint32(end + 16, true);
	let unpacked = 0;
	let isWorkbook = false;
	for (let left = view.getUint16(end + 10, true); left > 0; left--) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return 'list.notTable';
		unpacked += view.getUint32(at + 24, true);
		const nameBytes = view.getUint16(at + 28, true);
		const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameBytes))
			.toString('latin1')
			.toLowerCase();
		if (name.includes('vbaproject') || name.includes('macrosheets/')) return 'list.macros';
		isWorkbook ||= name === 'xl/workbook.xml';
		at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	if (unpacked > LIMIT.listUnpackedBytes) return 'list.tooLarge';
	return isWorkbook ? null : 'list.notTable';
}
