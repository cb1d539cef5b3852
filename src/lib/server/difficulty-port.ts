// The desk's part about what volunteers ask the ward, as its routes see it.

import type { Area } from '../domain/area.ts';
import type { BoxAnswer, BoxFilter, BoxRow } from '../domain/desk-difficulty.ts';
import type { Result } from '../domain/problem.ts';

export interface DifficultyDesk {
	/** Whether this member of staff answers. */
	readonly mayAnswer: boolean;
	/** Those that wait first, the oldest first; then the latest answers. Leaves no line: it is about no resident. */
	list(filter: BoxFilter): Promise<{ readonly rows: readonly BoxRow[]; readonly total: number }>;
	countOpen(): Promise<number>;
	/** Areas whose volunteers this member of staff may speak to. */
	listAudiences(): Promise<readonly Area[]>;
	/** Answers, or puts another answer in place of one; who was faster is told. */
	answer(answer: BoxAnswer): Promise<Result<void>>;
}
