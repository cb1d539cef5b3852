// What the ward sends upward: figures of a period, frozen when the report is made, and text parts that staff write
// (features F094, F099). It holds counts and places, never a person.

import type { CauseRow, AreaFigures, Level } from './figures.ts';
import type { FigureCheck, ReportedFigure } from './figure-check.ts';
import type { Day } from './day.ts';
import type { AreaId, CampaignId, ReportId } from './id.ts';
import { LIMIT } from './limit.ts';
import { checkNote } from './note.ts';
import type { EventCount } from './outreach.ts';
import type { Period, ReportKind } from './period.ts';
import { problem, type Problem } from './problem.ts';

/** What happened within the period, beside how things stand. */
export interface PeriodFigures {
	readonly visits: number;
	readonly opened: number;
	readonly informed: number;
	/** People whose state of today was seen within the period. */
	readonly activated: number;
	readonly success: number;
	readonly scamWarnings: number;
}

export interface AreaReport {
	readonly area: AreaId;
	readonly name: string;
	readonly figures: AreaFigures;
	readonly period: PeriodFigures;
	readonly targets: Readonly<Partial<Record<Level, number>>>;
}

/** Events of one place within the period, as whoever held them tells of them (feature F081). */
export type OutreachSum = Readonly<Record<EventCount | 'events', number>>;

export interface ReportFigures {
	readonly ward: Omit<AreaReport, 'area' | 'name'>;
	readonly byArea: readonly AreaReport[];
	readonly causes: readonly CauseRow[];
	readonly flags: readonly { readonly code: string; readonly raised: number }[];
	/** Visits by what the ward said of them; what phones still hold stands apart. */
	readonly received: { readonly open: number; readonly approved: number; readonly returned: number };
	readonly onPhones: number;
	/**
	 * Beside what is counted at doors and never added to it: by quarter, and what was for the whole ward. Absent where there
	 * was none, and in reports of before.
	 */
	readonly outreach?: {
		readonly byArea: readonly (OutreachSum & { readonly area: AreaId; readonly name: string })[];
		readonly wholeWard: OutreachSum;
		readonly all: OutreachSum;
	};
	readonly reported: readonly (Omit<ReportedFigure, 'enteredBy' | 'note'> & { readonly areaName: string })[];
	readonly checks: readonly FigureCheck[];
}

export const REPORT_TEXTS = [
	'number',
	'place',
	'addressee',
	'summary',
	'difficulties',
	'proposals',
	'signer',
	'signerTitle',
	'copies'
] as const;
export type ReportText = (typeof REPORT_TEXTS)[number];
/** Parts of one line; the others are paragraphs. */
export const SHORT_TEXTS: readonly ReportText[] = ['number', 'place', 'addressee', 'signer', 'signerTitle'];

/** What somebody asks a report about. */
export interface ReportOrder {
	readonly kind: ReportKind;
	/** Any day of the period. */
	readonly day: Day;
	readonly campaign: CampaignId | null;
}

export interface ReportRow extends Period {
	readonly id: ReportId;
	readonly kind: ReportKind;
	readonly madeAt: number;
	readonly staffName: string;
}

export interface WardReport extends ReportRow {
	readonly wardName: string;
	readonly campaign: { readonly id: CampaignId; readonly name: string } | null;
	readonly figures: ReportFigures;
	readonly texts: Readonly<Record<ReportText, string>>;
	/** Version of the texts: a newer one on the desk is not overwritten. */
	readonly v: number;
}

/** What keeps the texts from being saved. Counts of six digits are the stuff of reports, so only identities are refused. */
export function checkTexts(texts: Readonly<Record<ReportText, string>>): Problem[] {
	const refused = ['note.idNumber', 'note.bankNumber', 'note.password'];
	return REPORT_TEXTS.flatMap((part) => {
		const most = SHORT_TEXTS.includes(part) ? LIMIT.bookChars : LIMIT.reportTextChars;
		return [
			...(texts[part].length > most ? [problem('field.tooLong', part)] : []),
			...checkNote(texts[part], part).filter(({ code }) => refused.includes(code))
		];
	});
}

/** Whether the days of a report are in order: it is made when its first day has come, and about no day to come. */
export function isReportable(period: Period, today: Day): boolean {
	return period.from <= period.to && period.from <= today;
}
