// Tables as CSV for the programs of an office: UTF-8 with its mark, and no cell that such a program would take for a
// formula.

import { escapeCell } from '../domain/spreadsheet-cell.ts';

/** By this a program of an office knows that a text is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

export function makeCsv(rows: readonly (readonly string[])[]): string {
	return BYTE_ORDER_MARK + rows.map(writeCsvLine).join('');
}

/** One line with its end, for a file that is written as it is sent. */
export function writeCsvLine(row: readonly string[]): string {
	return `${row.map(writeCell).join(',')}\r\n`;
}

function writeCell(text: string): string {
	const safe = escapeCell(text);
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
