// Tables as a workbook, one sheet each. Texts are written as texts, and a name that begins with = has a mark before it: it
// is a name and no formula, also in a program that saves the table as CSV and opens it again.

import writeXlsxFile, { type Row } from 'write-excel-file/node';
import type { Cell, LetterTable } from '../../domain/letter.ts';
import { escapeCell } from '../../domain/spreadsheet-cell.ts';

const HEAD = { fontWeight: 'bold', wrap: true, alignVertical: 'center', align: 'center', borderStyle: 'thin' } as const;
const BODY = { alignVertical: 'top', borderStyle: 'thin' } as const;
const WIDEST = 48;
const NARROWEST = 8;

export async function writeWorkbook(tables: readonly LetterTable[]): Promise<Uint8Array> {
	const sheets = tables.map((table) => ({
		sheet: table.sheet,
		orientation: 'landscape' as const,
		columns: measureColumns(table),
		stickyRowsCount: 2,
		data: [
			[{ value: escapeCell(table.title), type: String, fontWeight: 'bold' }] as Row,
			table.head.map((text) => ({ value: escapeCell(text), type: String, ...HEAD })) as Row,
			...table.rows.map((row) => row.cells.map((cell) => writeCell(cell, row.isTotal ?? false)) as Row)
		]
	}));
	return writeXlsxFile(sheets, { fontFamily: 'Times New Roman', fontSize: 12 }).toBuffer();
}

function writeCell(cell: Cell, isTotal: boolean) {
	const style = { ...BODY, ...(isTotal ? { fontWeight: 'bold' as const } : {}) };
	if (typeof cell === 'string')
		return cell === '' ? { value: null, ...style } : { value: escapeCell(cell), type: String, wrap: true, ...style };
	if (typeof cell === 'number') return { value: cell, type: Number, format: '#,##0', ...style };
	return cell.rate === null
		? { value: '–', type: String, ...style }
		: { value: cell.rate, type: Number, format: '0.00', ...style };
}

function measureColumns(table: LetterTable) {
	return table.head.map((head, at) => {
		const longest = Math.max(head.length / 2, ...table.rows.map((row) => String(row.cells[at] ?? '').length));
		return { width: Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(longest) + 2)) };
	});
}
