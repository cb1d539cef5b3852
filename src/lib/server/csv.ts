// Tables as CSV for the programs of an office: UTF-8 with its mark, and no cell that such a program would take for a
// formula.

import { escapeCell } from '../domain/spreadsheet-cell.ts';

export function makeCsv(rows: readonly (readonly string[])[]): string {
	return '\uFEFF' + rows.map((row) => row.map(writeCell).join(',')).join('\r\n') + '\r\n';
}

function writeCell(text: string): string {
	const safe = escapeCell(text);
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
