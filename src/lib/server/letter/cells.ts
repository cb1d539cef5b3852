// What a letter's tables look like on paper, whatever draws them.

import type { Cell, LetterTable } from '../../domain/letter.ts';

/** As it stands on paper. */
export function showCell(cell: Cell): string {
	if (typeof cell === 'string') return cell;
	if (typeof cell === 'number') return groupDigits(cell);
	return cell.rate === null ? '–' : showRate(cell.rate);
}

function groupDigits(count: number): string {
	return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

function showRate(rate: number): string {
	const hundredths = Math.round(rate * 100);
	return `${groupDigits(Math.floor(hundredths / 100))},${String(hundredths % 100).padStart(2, '0')}`;
}

/**
 * Columns as wide as their longest word or number asks for, the rest shared by those with long texts; together at most
 * `line`. All in one unit, whichever the caller draws with.
 */
export function measureColumns(
	table: LetterTable,
	line: number,
	{ letter, edges }: { readonly letter: number; readonly edges: number }
): number[] {
	const columns = table.head.map((head, at) => {
		const cells = table.rows.map((row) => showCell(row.cells[at] ?? ''));
		const longestWord = Math.max(...[head, ...cells].flatMap((text) => text.split(/\s+/)).map((word) => word.length));
		const longest = Math.max(head.length / 3, ...cells.map((text) => text.length));
		return { least: longestWord * letter + edges, wish: longest * letter + edges };
	});
	const least = columns.reduce((all, column) => all + column.least, 0);
	if (least >= line) return columns.map((column) => Math.floor((column.least / least) * line));
	const more = columns.map((column) => Math.max(0, column.wish - column.least));
	const wanted = more.reduce((all, one) => all + one, 0);
	const spare = line - least;
	return columns.map((column, at) => {
		const share =
			wanted > spare ? ((more[at] ?? 0) / wanted) * spare : (more[at] ?? 0) + (spare - wanted) / columns.length;
		return Math.floor(column.least + share);
	});
}
