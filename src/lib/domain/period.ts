// Stretches of days: of a campaign, of a report, of one bar in a trend.

import { addDays, daysBetween, makeDay, weekdayOf, yearOf, type Day } from './day.ts';
import { LIMIT } from './limit.ts';

/** Both ends are within. */
export interface Period {
	readonly from: Day;
	readonly to: Day;
}

export const REPORT_KINDS = ['day', 'week', 'month'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** The day itself, its week from Monday to Sunday, or its month. */
export function periodAround(kind: ReportKind, day: Day): Period {
	if (kind === 'day') return { from: day, to: day };
	if (kind === 'week') {
		const from = addDays(day, -((weekdayOf(day) + 6) % 7));
		return { from, to: addDays(from, 6) };
	}
	const from = `${day.slice(0, 7)}-01` as Day;
	const month = Number(day.slice(5, 7));
	const next = makeDay(yearOf(day) + (month === 12 ? 1 : 0), month === 12 ? 1 : month + 1, 1);
	return { from, to: next ? addDays(next, -1) : day };
}

export function isWithin(day: string, { from, to }: Period): boolean {
	return day >= from && day <= to;
}

/** A period cut into days, weeks or months: the finest of these that gives no more bars than fit the page, or months. */
export function cutPeriod(period: Period, most: number = LIMIT.trendBars): Period[] {
	const days = daysBetween(period.from, period.to) + 1;
	const kind = days <= most ? 'day' : days <= most * 7 ? 'week' : 'month';
	const bars: Period[] = [];
	for (let from = period.from; from <= period.to;) {
		const around = periodAround(kind, from);
		const to = around.to < period.to ? around.to : period.to;
		bars.push({ from, to });
		from = addDays(to, 1);
	}
	return bars;
}

/** How much fell into each bar; what lies outside of all of them is left out. */
export function sumByBar(
	bars: readonly Period[],
	groups: Iterable<{ readonly on: Day; readonly count: number }>
): number[] {
	const sums = bars.map(() => 0);
	for (const { on, count } of groups) {
		const at = bars.findIndex((bar) => isWithin(on, bar));
		if (at >= 0) sums[at] = (sums[at] ?? 0) + count;
	}
	return sums;
}
