// The tables of a report as a letter, each from the frozen figures alone.

import { sumTarget } from './campaign.ts';
import { dayAt, formatDay } from './day.ts';
import { LEVELS, type AreaFigures, type CauseRow } from './figures.ts';
import type { Cell, LetterTable, LetterWords, RateCell } from './letter-words.ts';
import { computeRate } from './report.ts';
import type { OutreachSum, PeriodFigures, ReportFigures, WardReport } from './ward-report.ts';

function rate(part: number, whole: number | null): RateCell {
	return { rate: whole === null ? null : computeRate(part, whole) };
}

/** Rows of the quarters and the row of the ward. */
function eachPlace(
	report: ReportFigures,
	words: LetterWords,
	cells: (place: ReportFigures['ward']) => readonly Cell[]
): LetterTable['rows'] {
	return [
		...report.byArea.map((row) => ({ cells: [row.name, ...cells(row)] })),
		{ cells: [words.whole, ...cells(report.ward)], isTotal: true }
	];
}

/** How things stand, by quarter. */
export function makeStandingTable({ figures, madeAt }: WardReport, words: LetterWords): LetterTable {
	const { sheet, title, head } = words.standing;
	const row = ({ figures: one }: { readonly figures: AreaFigures }): Cell[] => [
		one.households,
		one.householdsInformed,
		rate(one.householdsInformed, one.households),
		one.registered,
		one.present,
		one.issued,
		one.activated,
		one.loggedIn,
		one.success,
		rate(one.success, one.registered),
		rate(one.success, one.present)
	];
	return { sheet, title: title(formatDay(dayAt(madeAt))), head, rows: eachPlace(figures, words, row) };
}

/** By level, against what was aimed at: rates of digest e.2. */
export function makeLevelTable({ figures, campaign }: WardReport, words: LetterWords): LetterTable {
	const { sheet, title, head, level: nameLevel } = words.levels;
	const rows = (name: string, place: ReportFigures['ward'], isTotal: boolean): LetterTable['rows'] =>
		[...LEVELS, null].map((level) => {
			const one = level === null ? place.figures : place.figures.levels[level];
			const aim = level === null ? sumTarget(place.targets) : (place.targets[level] ?? null);
			return {
				isTotal,
				cells: [
					name,
					nameLevel(level),
					aim ?? '',
					one.issued,
					rate(one.issued, aim),
					one.activated,
					rate(one.activated, one.issued),
					one.success,
					rate(one.success, aim)
				]
			};
		});
	return {
		sheet,
		title: title(campaign?.name ?? ''),
		head,
		rows: [...figures.byArea.flatMap((row) => rows(row.name, row, false)), ...rows(words.whole, figures.ward, true)]
	};
}

/** What was done within the period, by quarter. */
export function makePeriodTable(figures: ReportFigures, words: LetterWords): LetterTable {
	const { sheet, title, head } = words.period;
	const row = ({ period: one }: { readonly period: PeriodFigures }): Cell[] => [
		one.visits,
		one.opened,
		one.informed,
		one.activated,
		one.success,
		one.scamWarnings
	];
	return { sheet, title, head, rows: eachPlace(figures, words, row) };
}

/** What was held beside the doors; null in a period without, and in reports of before. */
export function makeOutreachTable({ outreach }: ReportFigures, words: LetterWords): LetterTable | null {
	if (!outreach) return null;
	const { sheet, title, head, wholeWard, all } = words.outreach;
	const cells = (name: string, one: OutreachSum): Cell[] => [
		name,
		one.events,
		one.audience,
		one.households,
		one.helped,
		one.followUps
	];
	return {
		sheet,
		title,
		head,
		rows: [
			...outreach.byArea.map((row) => ({ cells: cells(row.name, row) })),
			{ cells: cells(wholeWard, outreach.wholeWard) },
			{ cells: cells(all, outreach.all), isTotal: true }
		]
	};
}

/** Causes and their codes; a cause is the sum of its codes (feature F096). */
export function makeCauseTable(causes: readonly CauseRow[], words: LetterWords): LetterTable {
	const { sheet, title, head, group: nameGroup, code: nameCode } = words.causes;
	return {
		sheet,
		title,
		head,
		rows: causes.flatMap(({ group, open, met, codes }) => [
			{ cells: [group ?? '', nameGroup(group), open, met], isTotal: true },
			...codes.map((one) => ({ cells: [one.code, nameCode(one.code), one.open, one.met] }))
		])
	};
}

/** Data flags raised within the period. */
export function makeFlagTable({ flags }: ReportFigures, words: LetterWords): LetterTable {
	const { sheet, title, head, code: nameCode } = words.flags;
	return { sheet, title, head, rows: flags.map(({ code, raised }) => ({ cells: [code, nameCode(code), raised] })) };
}

/** Figures of the police beside the counted ones, never mixed (feature F093). */
export function makeReportedTable(figures: ReportFigures, words: LetterWords): LetterTable {
	const { sheet, title, head } = words.reported;
	return {
		sheet,
		title,
		head,
		rows: figures.reported.map((one) => {
			const place = figures.byArea.find((row) => row.area === one.area) ?? figures.ward;
			const levels = place.figures.levels;
			const counted = one.measure === 'loggedIn' ? place.figures.loggedIn : place.figures[one.measure];
			const ofLevel = one.level === null || one.measure === 'loggedIn' ? counted : levels[one.level][one.measure];
			return {
				cells: [
					one.areaName,
					words.measures[one.measure] ?? one.measure,
					words.levels.level(one.level),
					formatDay(one.asOf),
					one.count,
					one.whole ?? '',
					one.rate === null ? '' : { rate: one.rate / 100 },
					one.whole === null ? '' : rate(one.count, one.whole),
					ofLevel,
					one.source
				]
			};
		})
	};
}
