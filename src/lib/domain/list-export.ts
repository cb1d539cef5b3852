// Lists of people that leave the desk as a file: for a purpose, by who may, with a line in the audit (feature F095).

import type { Birth } from './birth.ts';
import type { CardState } from './person.ts';
import { formatDay, type Day } from './day.ts';
import { isIssued, type Evidence, type LadderState } from './ladder.ts';
import type { AreaId } from './id.ts';
import type { LetterTable } from './letter.ts';
import { LIMIT } from './limit.ts';
import { checkNote } from './note.ts';
import { problem, type Problem } from './problem.ts';

export const LIST_KINDS = ['withoutLevel2', 'notActivated', 'referrals', 'sessions'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

export interface ListRequest {
	readonly kind: ListKind;
	readonly area: AreaId | null;
	/** What the list is for, in words; stands in the audit. */
	readonly purpose: string;
}

export interface ListRow {
	/** Absent where a visit was about nobody by name. */
	readonly name: string | null;
	readonly birth: Birth | null;
	readonly door: string;
	readonly areaName: string;
	readonly state: LadderState | null;
	readonly evidence: Evidence | null;
	readonly card: CardState | null;
	readonly barriers: readonly string[];
	/** Approval notice, referral or appointment. */
	readonly on: Day | null;
	readonly at: string | null;
	readonly receiver: string | null;
}

/** States in which level 2 was issued; whoever is in none of them by evidence that counts is without it. */
export const LEVEL_2_ISSUED: readonly LadderState[] = (['l2Approved', 'l2Active', 'l2LoggedIn'] as const).filter(
	isIssued
);
export const NOT_ACTIVATED: readonly LadderState[] = ['l1Approved', 'l2Approved'];

export function checkListRequest(request: ListRequest): Problem[] {
	const purpose = request.purpose.trim();
	if (purpose === '') return [problem('field.reasonNeeded', 'purpose')];
	if (purpose.length > LIMIT.reasonChars) return [problem('field.tooLong', 'purpose')];
	return checkNote(purpose, 'purpose');
}

/** `N.T.S.`: enough to call somebody up in a room. */
export function initialsOf(name: string): string {
	return name
		.trim()
		.split(/\s+/)
		.map((word) => `${[...word][0]?.toLocaleUpperCase('vi') ?? ''}.`)
		.join('');
}

export interface ListWords {
	readonly sheets: Readonly<Record<ListKind, string>>;
	readonly titles: Readonly<Record<ListKind, (day: string) => string>>;
	readonly heads: Readonly<Record<ListKind, readonly string[]>>;
	readonly nobody: string;
	readonly state: (state: LadderState | null, evidence: Evidence | null) => string;
	readonly barrier: (code: string) => string;
	readonly receiver: (receiver: string) => string;
	/** Papers to bring for level 2, by what card there is. */
	readonly papers: (card: CardState | null) => string;
	readonly birth: (birth: Birth) => string;
}

/** A printed session list names initials, slot and papers only (digest 2.3); the others what the receiver needs. */
export function makeListTable(kind: ListKind, rows: readonly ListRow[], today: Day, words: ListWords): LetterTable {
	const birth = (row: ListRow) => (row.birth ? words.birth(row.birth) : '');
	const name = (row: ListRow) => row.name ?? words.nobody;
	const day = (row: ListRow) => (row.on ? formatDay(row.on) : '');
	const cells: Record<ListKind, (row: ListRow) => string[]> = {
		withoutLevel2: (row) => [name(row), birth(row), row.door, row.areaName, words.state(row.state, row.evidence)],
		notActivated: (row) => [
			name(row),
			birth(row),
			row.door,
			row.areaName,
			words.state(row.state, row.evidence),
			day(row)
		],
		referrals: (row) => [
			day(row),
			name(row),
			birth(row),
			row.door,
			row.areaName,
			row.receiver ? words.receiver(row.receiver) : '',
			row.barriers.map(words.barrier).join('; ')
		],
		sessions: (row) => [
			day(row),
			row.at ?? '',
			row.name ? initialsOf(row.name) : words.nobody,
			row.areaName,
			words.papers(row.card)
		]
	};
	return {
		sheet: words.sheets[kind],
		title: words.titles[kind](formatDay(today)),
		head: words.heads[kind],
		rows: rows.map((row, at) => ({ cells: [at + 1, ...cells[kind](row)] }))
	};
}
