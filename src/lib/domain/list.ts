// A list on its way into the ward, as the desk's page sees it: the file that was looked at, its dry run, its batches.

import type { Area } from './area.ts';
import type { AreaId } from './id.ts';
import type { LadderState } from './ladder.ts';
import type { ListField, ListMapping } from './list-column.ts';
import type { ListFinding } from './list-row.ts';
import type { Problem } from './problem.ts';

export type ListFindingKind = 'error' | 'warning' | 'duplicate';

/** What a list may say of everybody on it. */
export const LIST_STATES = ['l1Approved', 'l2Approved'] as const satisfies readonly LadderState[];

/** How somebody wants the rows read. */
export interface ListChoice {
	readonly mapping: ListMapping;
	/** Where rows belong that name no area. */
	readonly area: AreaId | null;
	readonly state: (typeof LIST_STATES)[number] | null;
}

/** What came of a dry run; nothing was written. */
export interface ListPlan {
	readonly rows: number;
	readonly households: number;
	readonly people: number;
	readonly counts: Readonly<Record<ListFindingKind, number>>;
	/** Rows that would not be taken. */
	readonly skipped: number;
	/** The first ones, up to the limit. */
	readonly findings: readonly ListFinding[];
}

/** A file that lies in memory. */
export interface ListLook {
	/** Names what was looked at: an import of another file than the one on the screen is refused. */
	readonly id: string;
	readonly headings: readonly string[];
	/** First rows below the headings. */
	readonly sample: readonly (readonly string[])[];
	readonly rows: number;
	readonly guess: ListMapping;
	/** How somebody last wanted the rows read; the dry run is of this. */
	readonly choice: ListChoice | null;
	readonly plan: ListPlan | null;
	/** Rows that a dry run which is under way has gone through; null while there is none. */
	readonly tried: number | null;
	/** What kept the last dry run from its end. */
	readonly trouble: Problem | null;
}

export const LIST_BATCH_STATES = ['running', 'done', 'stopped', 'undoing', 'undone'] as const;
export type ListBatchState = (typeof LIST_BATCH_STATES)[number];

export interface ListBatch {
	readonly id: string;
	readonly at: number;
	readonly staffName: string;
	readonly state: ListBatchState;
	/** Rows of the list, and how many of them were gone through. */
	readonly total: number;
	readonly done: number;
	readonly households: number;
	readonly people: number;
	readonly skipped: number;
	/** What there was to look at in its rows; none any more once it was taken back. */
	readonly found: number;
	/** Records that an undo left where they are, because somebody had worked on them. */
	readonly kept: number;
	/** Records that an undo has taken away so far. */
	readonly removed: number;
}

export interface ListSheet {
	readonly canImport: boolean;
	readonly areas: readonly Area[];
	readonly look: ListLook | null;
	readonly batches: readonly ListBatch[];
}

/** One piece of a file on its way up. */
export interface ListPart {
	readonly at: number;
	readonly of: number;
	readonly piece: Uint8Array;
}

/** Fields that every row must have, a door in one of two ways; null when the mapping can be read. */
export function findMissing(mapping: ListMapping): ListField | null {
	if (mapping.number === undefined && mapping.address === undefined) return 'number';
	if (mapping.name !== undefined && mapping.birth === undefined) return 'birth';
	return null;
}
