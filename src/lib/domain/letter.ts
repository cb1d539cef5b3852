// A report as a letter: the parts that print, DOCX and XLSX all draw, so that they cannot come to differ. Words are
// handed in; figures come from the frozen report. Nothing here knows a person, but for the appendix that staff may add.

import { dayAt, formatDay, yearOf } from './day.ts';
import type { FigureCheck } from './figure-check.ts';
import {
	makeCauseTable,
	makeFlagTable,
	makeLevelTable,
	makeOutreachTable,
	makePeriodTable,
	makeReportedTable,
	makeStandingTable
} from './letter-table.ts';
import type { LetterTable, LetterWords } from './letter-words.ts';
import type { Period, ReportKind } from './period.ts';
import type { ReportFigures, WardReport } from './ward-report.ts';

export type { Cell, LetterTable, LetterWords, RateCell } from './letter-words.ts';

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
