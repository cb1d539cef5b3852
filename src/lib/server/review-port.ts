// The desk's part about how the review is worked through, as its routes see it: filters of one's own, and how long a
// volunteer may take to answer.

import type { Result } from '../domain/problem.ts';
import type { ReviewRule } from '../domain/review-rule.ts';
import type { SavedFilter } from '../domain/saved-filter.ts';

export interface ReviewDesk {
	/** Whether this member of staff sets the days. */
	readonly mayRule: boolean;
	/** One's own, by name. */
	listFilters(): Promise<readonly SavedFilter[]>;
	/** One of the same name is replaced. */
	saveFilter(filter: SavedFilter): Promise<Result<void>>;
	dropFilter(name: string): Promise<Result<void>>;
	readRule(): Promise<ReviewRule>;
	writeRule(rule: Result<ReviewRule>): Promise<Result<void>>;
	/** How many visits were sent back and not answered in time. */
	countLate(): Promise<number>;
}
