// What a letter is made of before anybody draws it: cells, tables, and the words that are handed in.

import type { CheckCode, FigureCheck } from './figure-check.ts';
import type { CauseRow, Level } from './figures.ts';
import type { ReportKind } from './period.ts';

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
