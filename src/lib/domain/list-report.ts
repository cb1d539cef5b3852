// What a list's rows were found to be, as a file for whoever has to mend them: the row, the column and what is wrong, and
// never what stands in the cell.

import type { LetterTable } from './letter.ts';
import type { ListField } from './list-column.ts';
import { LIST_CODES, type ListCode, type ListFinding } from './list-row.ts';
import type { ListFindingKind } from './list.ts';

export interface ListReportWords {
	readonly fields: Readonly<Record<ListField, string>>;
	readonly codes: Readonly<Record<ListCode, string>>;
	readonly report: {
		/** Of the sheet in a workbook. */
		readonly sheet: string;
		readonly title: (count: number) => string;
		/** Row, kind, column and what to do. */
		readonly head: readonly [string, string, string, string];
		readonly kinds: Readonly<Record<ListFindingKind, string>>;
		/** The last line, where there were more than a file holds. */
		readonly left: (count: number) => string;
	};
}

/** One line of the file. */
export function tellFinding({ row, field, code }: ListFinding, words: ListReportWords): [number, ...string[]] {
	return [row, words.report.kinds[LIST_CODES[code]], words.fields[field], words.codes[code]];
}

/** The file as a sheet of a workbook. */
export function makeFindingTable(
	findings: readonly ListFinding[],
	{ count, left }: { readonly count: number; readonly left: number },
	words: ListReportWords
): LetterTable {
	const { sheet, title, head } = words.report;
	const rows = findings.map((finding) => ({ cells: tellFinding(finding, words) }));
	return { sheet, title: title(count), head, rows: left > 0 ? [...rows, { cells: tellLeft(left, words) }] : rows };
}

/** The last line of a file that holds fewer findings than there were. */
export function tellLeft(left: number, words: ListReportWords): string[] {
	return ['', '', '', words.report.left(left)];
}
