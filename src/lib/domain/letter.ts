// A report as a letter: the parts that print, DOCX and XLSX all draw, so that they cannot come to differ. Words are
// handed in; figures come from the frozen report. Nothing here knows a person, but for the appendix that staff may add.

import { dayAt, formatDay, yearOf } from './day.ts';
import type { CheckCode, FigureCheck } from './figure-check.ts';
import type { CauseRow, Level } from './figures.ts';
import {
	makeCauseTable,
	makeFlagTable,
	makeLevelTable,
	makeOutreachTable,
	makePeriodTable,
	makeReportedTable,
	makeStandingTable
} from './letter-table.ts';
import type { Period, ReportKind } from './period.ts';
import type { ReportFigures, WardReport } from './ward-report.ts';

/** A rate in percent, or null where there is nothing to divide by. */
export interface RateCell {
	readonly rate: number | null;
}
export type Cell = string | number | RateCell;

export interface LetterTable {
	/** Of the sheet in a workbook; at most 31 letters and none of []:*?/\. */
	readonly sheet: string;
	readonly title: string;
	readonly head: readonly string[];
	readonly rows: readonly { readonly cells: readonly Cell[]; readonly isTotal?: boolean }[];
}

export type LetterBlock =
	| { readonly kind: 'heading'; readonly text: string }
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'table'; readonly table: LetterTable };

export interface Letter {
	readonly issuer: readonly [string, string];
	readonly nation: readonly [string, string];
	readonly number: string;
	readonly placeAndDay: string;
	readonly title: string;
	readonly subject: string;
	readonly addressee: string;
	readonly blocks: readonly LetterBlock[];
	readonly copies: readonly string[];
	readonly signerTitle: string;
	readonly signer: string;
	readonly appendix: LetterTable | null;
}

/** Columns and sentences of the letter, in the language of the administration. */
export interface LetterWords {
	readonly issuer: (wardName: string) => readonly [string, string];
	readonly nation: readonly [string, string];
	readonly number: (number: string) => string;
	readonly placeAndDay: (place: string, day: string, month: string, year: string) => string;
	readonly title: string;
	readonly subject: (kind: ReportKind, from: string, to: string, month: string) => string;
	readonly addressee: (text: string) => string;
	readonly results: string;
	readonly difficulties: string;
	readonly proposals: string;
	readonly copies: string;
	readonly place: string;
	readonly whole: string;
	readonly standing: {
		readonly sheet: string;
		readonly title: (moment: string) => string;
		readonly head: readonly string[];
	};
	readonly levels: {
		readonly sheet: string;
		readonly title: (campaign: string) => string;
		readonly head: readonly string[];
		readonly level: (level: Level | null) => string;
	};
	readonly period: { readonly sheet: string; readonly title: string; readonly head: readonly string[] };
	readonly outreach: {
		readonly sheet: string;
		readonly title: string;
		readonly head: readonly string[];
		/** What was held for no quarter by itself. */
		readonly wholeWard: string;
		/** All of them together; never added to what is counted at doors. */
		readonly all: string;
		readonly explain: string;
	};
	readonly causes: {
		readonly sheet: string;
		readonly title: string;
		readonly head: readonly string[];
		readonly group: (group: CauseRow['group']) => string;
		readonly code: (code: string) => string;
	};
	readonly flags: {
		readonly sheet: string;
		readonly title: string;
		readonly head: readonly string[];
		readonly code: (code: string) => string;
	};
	readonly reported: {
		readonly sheet: string;
		readonly title: string;
		readonly head: readonly string[];
	};
	readonly measures: Readonly<Record<string, string>>;
	readonly explain: string;
	readonly declared: (count: string) => string;
	readonly received: (open: string, approved: string, returned: string) => string;
	readonly onPhones: (count: string) => string;
	readonly origins: Readonly<Record<FigureCheck['origin'], string>>;
	/** By code: what it is about, and the numbers or days as they are written. */
	readonly checks: Readonly<Record<CheckCode, (what: string, one: string, two: string, three: string) => string>>;
	readonly checksTitle: string;
	readonly formatCount: (count: number) => string;
}

/** The whole letter; `appendix` is for roles that may see names, and made by whoever may read them. */
export function makeLetter(report: WardReport, words: LetterWords, appendix: LetterTable | null): Letter {
	const { figures, texts } = report;
	const made = dayAt(report.madeAt);
	const paragraphs = (text: string): LetterBlock[] =>
		text
			.split('\n')
			.map((line) => line.trim())
			.filter(Boolean)
			.map((line) => ({ kind: 'text', text: line }));
	const table = (one: LetterTable | null): LetterBlock[] =>
		one && one.rows.length > 0 ? [{ kind: 'table', table: one }] : [];
	const checks = figures.checks.map((check) => describeCheck(check, nameOf(figures, check.area, words), words));
	return {
		issuer: words.issuer(report.wardName),
		nation: words.nation,
		number: words.number(texts.number),
		placeAndDay: words.placeAndDay(texts.place, made.slice(8), made.slice(5, 7), String(yearOf(made))),
		title: words.title,
		subject: words.subject(
			report.kind,
			formatDay(report.from),
			formatDay(report.to),
			`${report.from.slice(5, 7)}/${report.from.slice(0, 4)}`
		),
		addressee: words.addressee(texts.addressee),
		blocks: [
			...paragraphs(texts.summary),
			{ kind: 'heading', text: `I. ${words.results}` },
			...table(makeStandingTable(report, words)),
			{ kind: 'text', text: words.explain },
			{ kind: 'text', text: words.declared(words.formatCount(figures.ward.figures.successDeclared)) },
			...table(makeLevelTable(report, words)),
			...table(makePeriodTable(figures, words)),
			...table(makeOutreachTable(figures, words)),
			...(figures.outreach ? [{ kind: 'text', text: words.outreach.explain } as const] : []),
			{
				kind: 'text',
				text: words.received(
					words.formatCount(figures.received.open),
					words.formatCount(figures.received.approved),
					words.formatCount(figures.received.returned)
				)
			},
			{ kind: 'text', text: words.onPhones(words.formatCount(figures.onPhones)) },
			...table(makeReportedTable(figures, words)),
			...(checks.length > 0 ? [{ kind: 'text', text: words.checksTitle } as const] : []),
			...checks.map((text): LetterBlock => ({ kind: 'text', text })),
			{ kind: 'heading', text: `II. ${words.difficulties}` },
			...table(makeCauseTable(figures.causes, words)),
			...table(makeFlagTable(figures, words)),
			...paragraphs(texts.difficulties),
			{ kind: 'heading', text: `III. ${words.proposals}` },
			...paragraphs(texts.proposals)
		],
		copies: texts.copies.split('\n').filter((line) => line.trim() !== ''),
		signerTitle: texts.signerTitle,
		signer: texts.signer,
		appendix
	};
}

/** Every table of a letter, for a workbook. */
export function listTables(letter: Letter): LetterTable[] {
	const own = letter.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
	return letter.appendix ? [...own, letter.appendix] : own;
}

/** What does not add up, in one sentence; its code stands first, as staff look for it. */
export function describeCheck(
	{ code, measure, values, days, origin }: FigureCheck,
	areaName: string,
	words: Pick<LetterWords, 'measures' | 'origins' | 'checks' | 'formatCount'>
): string {
	const what = `${[areaName, words.measures[measure]].filter(Boolean).join(', ')} (${words.origins[origin]})`;
	const said = code === 'DATES_OUT_OF_ORDER' ? days.map(formatDay) : values.map(words.formatCount);
	// the third value of a rate is one
	if (code === 'RATE_DIFFERS' || code === 'RATE_OVER_100') said[2] = words.formatCount((values[2] ?? 0) / 100);
	const [one = '', two = '', three = ''] = said;
	return `${code}: ${words.checks[code](what, one, two, three)}`;
}

function nameOf(figures: ReportFigures, area: FigureCheck['area'], words: LetterWords): string {
	return figures.byArea.find((row) => row.area === area)?.name ?? words.whole;
}

/** `bao-cao-thang-2026-11`: what the file of a report is called, in letters that every disk takes. */
export function nameFile(kind: ReportKind, { from }: Period): string {
	const names: Record<ReportKind, string> = { day: 'ngay', week: 'tuan', month: 'thang' };
	return `bao-cao-${names[kind]}-${kind === 'month' ? from.slice(0, 7) : from}`;
}
