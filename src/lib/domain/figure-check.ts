// Figures that others report, kept beside the counted ones and never mixed with them, and the checks that both must
// stand (digest e.1): levels make the total, no rate above 100 % without a note, days in order.

import { isCount } from './campaign.ts';
import type { Day } from './day.ts';
import { LEVELS, type AreaFigures, type Level } from './figures.ts';
import type { AreaId, ReportedId } from './id.ts';
import { LIMIT } from './limit.ts';
import { checkNote } from './note.ts';
import { problem, type Problem } from './problem.ts';
import { computeRate } from './report.ts';

export const REPORTED_MEASURES = ['issued', 'activated', 'loggedIn', 'success'] as const;
export type ReportedMeasure = (typeof REPORTED_MEASURES)[number];

/** One number as the police gave it. Without a level it is the total. */
export interface ReportedFigure {
	readonly id: ReportedId;
	readonly area: AreaId;
	readonly measure: ReportedMeasure;
	readonly level: Level | null;
	readonly asOf: Day;
	readonly count: number;
	/** What it is a part of, where the letter says so: 119 of 2650. */
	readonly whole: number | null;
	/** The rate as it was written, in hundredths of a percent: 8389 for 83,89 %. */
	readonly rate: number | null;
	/** Letter, list or call that it is taken from. */
	readonly source: string;
	readonly note: string;
	readonly enteredBy: string;
	readonly enteredOn: Day;
}

export type ReportedDraft = Omit<ReportedFigure, 'id' | 'asOf' | 'count' | 'enteredBy' | 'enteredOn'> & {
	readonly asOf: Day | null;
	readonly count: number | null;
};

/** What is wrong with a reported figure that somebody typed; the figure itself may be odd, that is for the checks. */
export function checkReported(draft: ReportedDraft, today: Day): Problem[] {
	const found: Problem[] = [];
	if (!REPORTED_MEASURES.includes(draft.measure)) found.push(problem('field.badChoice', 'measure'));
	if (draft.asOf === null) found.push(problem('field.badDay', 'asOf'));
	else if (draft.asOf > today) found.push(problem('figure.datesOrder', 'asOf'));
	if (draft.count === null || !isCount(draft.count)) found.push(problem('figure.badCount', 'count'));
	if (draft.whole !== null && !isCount(draft.whole)) found.push(problem('figure.badCount', 'whole'));
	if (draft.source.trim() === '') found.push(problem('field.required', 'source'));
	for (const at of ['source', 'note'] as const) {
		if (draft[at].length > LIMIT.reasonChars) found.push(problem('field.tooLong', at));
		found.push(...checkNote(draft[at], at));
	}
	return found;
}

/** `83,89` or `83.89` as hundredths; null where it is no rate. */
export function parseRate(text: string): number | null {
	const match = /^(\d{1,4})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim());
	return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}

export const CHECK_CODES = ['SUM_MISMATCH', 'RATE_OVER_100', 'DATES_OUT_OF_ORDER', 'RATE_DIFFERS'] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

/** Something that does not add up. It is told and never mended: the numbers stay as they came. */
export interface FigureCheck {
	readonly code: CheckCode;
	readonly origin: 'counted' | 'reported' | 'dates';
	readonly area: AreaId | null;
	readonly measure: string;
	/** SUM_MISMATCH: level 1, level 2, total. RATE_*: part, whole, rate in hundredths. */
	readonly values: readonly number[];
	/** DATES_OUT_OF_ORDER: the two days that should stand the other way round. */
	readonly days: readonly Day[];
}

function makeCheck(code: CheckCode, origin: FigureCheck['origin'], rest: Partial<FigureCheck>): FigureCheck {
	return { code, origin, area: null, measure: '', values: [], days: [], ...rest };
}

/** Counted figures of one place: levels make the total, and nothing is more than all unless somebody said why. */
export function checkCounted(
	area: AreaId | null,
	figures: AreaFigures,
	aim: number | null,
	note: string
): FigureCheck[] {
	const found: FigureCheck[] = [];
	for (const measure of ['issued', 'activated', 'success'] as const) {
		const [one, two] = LEVELS.map((level) => figures.levels[level][measure]) as [number, number];
		if (one + two !== figures[measure])
			found.push(makeCheck('SUM_MISMATCH', 'counted', { area, measure, values: [one, two, figures[measure]] }));
	}
	if (note.trim() !== '') return found;
	const rates: [string, number, number | null][] = [
		['issued', figures.issued, aim],
		['success', figures.success, aim],
		['success', figures.success, figures.registered],
		['success', figures.success, figures.present],
		['householdsInformed', figures.householdsInformed, figures.households]
	];
	for (const [measure, part, whole] of rates) {
		if (whole === null || part <= whole) continue;
		found.push(makeCheck('RATE_OVER_100', 'counted', { area, measure, values: [part, whole, rateOf(part, whole)] }));
	}
	return found;
}

/** A rate in hundredths of a percent; 0 where there is nothing to divide by. */
function rateOf(part: number, whole: number): number {
	return Math.round((computeRate(part, whole) ?? 0) * 100);
}

/** Figures as reported, each by itself and those that belong together: one area, one measure, one day, one source. */
export function checkReportedFigures(figures: readonly ReportedFigure[]): FigureCheck[] {
	const found: FigureCheck[] = [];
	const together = new Map<string, ReportedFigure[]>();
	for (const one of figures) {
		const key = JSON.stringify([one.area, one.measure, one.asOf, one.source.trim()]);
		together.set(key, [...(together.get(key) ?? []), one]);
	}
	for (const [first, ...rest] of together.values()) {
		if (!first) continue;
		const all = [first, ...rest];
		const { area, measure } = first;
		// the last one entered is meant where one was entered twice
		const of = (level: Level | null) => all.findLast((one) => one.level === level)?.count;
		const [one, two, total] = [of(1), of(2), of(null)];
		if (one !== undefined && two !== undefined && total !== undefined && one + two !== total)
			found.push(makeCheck('SUM_MISMATCH', 'reported', { area, measure, values: [one, two, total] }));
	}
	for (const { area, measure, count, whole, rate, note, asOf, enteredOn } of figures) {
		if (whole !== null && count > whole && note.trim() === '')
			found.push(
				makeCheck('RATE_OVER_100', 'reported', { area, measure, values: [count, whole, rateOf(count, whole)] })
			);
		if (whole !== null && rate !== null && rateOf(count, whole) !== rate)
			found.push(makeCheck('RATE_DIFFERS', 'reported', { area, measure, values: [count, whole, rate] }));
		found.push(...checkOrder([asOf, enteredOn], { area, measure }));
	}
	return found;
}

/** Days that should follow each other; each pair that does not is told. */
export function checkOrder(
	days: readonly Day[],
	where: { readonly area?: AreaId; readonly measure?: string } = {}
): FigureCheck[] {
	return days.flatMap((day, at) => {
		const next = days[at + 1];
		return next !== undefined && next < day
			? [makeCheck('DATES_OUT_OF_ORDER', 'dates', { ...where, days: [day, next] })]
			: [];
	});
}
