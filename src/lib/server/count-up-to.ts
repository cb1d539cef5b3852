// Counting no further than somebody reads: "more than 1,000" says as much as the number, and costs the same in a ward of
// ten thousand people as in one of a hundred thousand.

import { sql, type SelectQueryBuilder } from 'kysely';
import { LIMIT } from '../domain/limit.ts';
import type { Reader } from './db/open-store.ts';

/** How many rows a query has; one more than `most` where there are more than that. */
export async function countUpTo<DB, TB extends keyof DB, Row>(
	db: Reader,
	rows: SelectQueryBuilder<DB, TB, Row>,
	most: number = LIMIT.countedRows
): Promise<number> {
	const some = rows
		.select(sql<number>`1`.as('one'))
		.limit(most + 1)
		.as('some');
	const { count } = await db
		.selectFrom(some)
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** The count of a list as its page tells it. */
export function totalOf(count: number): { readonly total: number; readonly hasMore: boolean } {
	return { total: Math.min(count, LIMIT.countedRows), hasMore: count > LIMIT.countedRows };
}
