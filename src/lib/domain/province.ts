// What a province sees of its wards: counts, each hidden where it is so small that it could be about somebody, and
// whether a ward's own work stands still. No quarter, no name, no record.

import type { Day } from './day.ts';
import { LIMIT } from './limit.ts';
import { hideSmall, OPEN_COLUMNS, type OpenColumn, type OpenRow } from './open-figures.ts';

/** As a ward counted itself. */
export interface WardSummary {
	readonly name: string;
	readonly day: Day;
	readonly at: number;
	readonly counts: Readonly<Record<OpenColumn, number>>;
	readonly waiting: number;
	readonly phones: number;
	readonly phonesSilent: number;
}

export interface ProvinceRow extends OpenRow {
	readonly at: number;
	/** Not counted for so long that something is wrong there. */
	readonly isStale: boolean;
	readonly waiting: number;
	readonly phones: number;
	readonly phonesSilent: number;
}

export interface ProvinceView {
	/** Who looks. */
	readonly reader: string;
	readonly rows: readonly ProvinceRow[];
	readonly whole: OpenRow['counts'];
}

/** The last word of each ward, and all together. Cells are hidden as in open figures, so that no total tells them. */
export function foldProvince(summaries: readonly WardSummary[], now: number): Pick<ProvinceView, 'rows' | 'whole'> {
	const sum = (column: OpenColumn) => summaries.reduce((total, { counts }) => total + counts[column], 0);
	const counts = Object.fromEntries(OPEN_COLUMNS.map((column) => [column, sum(column)])) as Record<OpenColumn, number>;
	const open = hideSmall(summaries, { name: '', counts });
	return {
		rows: summaries.map((summary, at) => ({
			name: summary.name,
			counts: open[at]!.counts,
			at: summary.at,
			isStale: summary.at < now - LIMIT.summaryStaleMs,
			waiting: summary.waiting,
			phones: summary.phones,
			phonesSilent: summary.phonesSilent
		})),
		whole: open.at(-1)!.counts
	};
}
