// Figures for everybody: counts by quarter without anything by which one person could be told (feature F100). What is
// below five is hidden, and as much more as keeps it from being worked out of the total.

import { LIMIT } from './limit.ts';
import { escapeCell } from './spreadsheet-cell.ts';

export const OPEN_COLUMNS = [
	'households',
	'householdsInformed',
	'registered',
	'present',
	'issued',
	'activated',
	'success'
] as const;
export type OpenColumn = (typeof OPEN_COLUMNS)[number];

export interface OpenRow {
	readonly name: string;
	/** Null where the count is hidden. */
	readonly counts: Readonly<Record<OpenColumn, number | null>>;
}

/** Rows of quarters and the ward's row, which is the last; `rows` must add up to `whole` column by column. */
export function hideSmall(
	rows: readonly { readonly name: string; readonly counts: Readonly<Record<OpenColumn, number>> }[],
	whole: { readonly name: string; readonly counts: Readonly<Record<OpenColumn, number>> }
): OpenRow[] {
	const columns = OPEN_COLUMNS.map((column) => {
		const counts = rows.map((row) => row.counts[column]);
		return [column, hideColumn(counts, whole.counts[column])] as const;
	});
	const pick = (at: number) =>
		Object.fromEntries(columns.map(([column, { cells, total }]) => [column, at < 0 ? total : (cells[at] ?? null)]));
	return [
		...rows.map((row, at) => ({ name: row.name, counts: pick(at) as OpenRow['counts'] })),
		{ name: whole.name, counts: pick(-1) as OpenRow['counts'] }
	];
}

function hideColumn(counts: readonly number[], total: number): { cells: (number | null)[]; total: number | null } {
	const least = LIMIT.openCellLeast;
	const hidden = new Set(counts.flatMap((count, at) => (count < least ? [at] : [])));
	const largest = least - 1;
	// the rest may be elsewhere than in a quarter: what is hidden is worked out of total minus what is shown
	const isTold = () => {
		if (hidden.size === 0) return false;
		const shown = counts.reduce((all, count, at) => (hidden.has(at) ? all : all + count), 0);
		const left = total - shown;
		const isOnlySmall = [...hidden].every((at) => (counts[at] ?? 0) < least);
		return hidden.size === 1 || (isOnlySmall && (left === 0 || left === largest * hidden.size));
	};
	while (isTold() && hidden.size < counts.length) {
		const [next] = counts
			.map((count, at) => ({ count, at }))
			.filter(({ at }) => !hidden.has(at))
			.sort((a, b) => a.count - b.count);
		if (!next) break;
		hidden.add(next.at);
	}
	// where every quarter is hidden and still told, the total goes as well
	const isTotalHidden = total < least || isTold();
	return { cells: counts.map((count, at) => (hidden.has(at) ? null : count)), total: isTotalHidden ? null : total };
}

/** Open figures as a file of values parted by commas, in UTF-8 with the mark by which spreadsheets know it. */
export function writeOpenFile(
	rows: readonly OpenRow[],
	words: { readonly hidden: string; readonly head: Readonly<Record<OpenColumn | 'area', string>> }
): string {
	const quote = (text: string) => `"${escapeCell(text).replace(/"/g, '""')}"`;
	const lines = [
		[words.head.area, ...OPEN_COLUMNS.map((column) => words.head[column])].map(quote),
		...rows.map((row) => [quote(row.name), ...OPEN_COLUMNS.map((column) => row.counts[column] ?? quote(words.hidden))])
	];
	return `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}
