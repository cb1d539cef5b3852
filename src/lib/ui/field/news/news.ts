// "Có gì mới": which editions somebody has not read yet. The texts stand in words/vi/news.ts, newest first.

/** What one update brought. */
export interface Edition {
	/** Counts up; never reused. */
	readonly edition: number;
	readonly day: string;
	readonly lines: readonly string[];
}

/** The edition of this build, so that the texts are fetched only when there is something to tell. */
export const NEWEST_EDITION = 4;

/**
 * Editions that came after `mark`. A phone without a mark has just begun: all that it has is new to it, so there is
 * nothing to tell.
 */
export function listUnread<Row extends Edition>(editions: readonly Row[], mark: number | null): readonly Row[] {
	return mark === null ? [] : editions.filter(({ edition }) => edition > mark);
}
