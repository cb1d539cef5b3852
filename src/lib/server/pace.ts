// How often something may be tried: counted in the store, so that it holds for every process and survives a restart.

import type { ExpressionBuilder } from 'kysely';
import type { Writer } from './db/open-store.ts';
import type { Database } from './db/schema.ts';

export const QUARTER_HOUR_MS = 15 * 60_000;
const DAY_MS = 24 * 3600_000;

export interface Limit {
	readonly ward: string;
	/** What is tried and by whom, without telling either (`Vault.describe`). */
	readonly key: string;
	readonly most: number;
	readonly windowMs: number;
}

type Windowed = ExpressionBuilder<Database, 'pace'>;

/**
 * Counts one try before it is made. 0: go on; else how long to wait. The count stays even when the work fails. A window
 * that lies further ahead than it is long was begun before the clock was set back, and is over.
 */
export async function countTry(trx: Writer, limit: Limit, now: number): Promise<number> {
	const key = { ward_id: limit.ward, key: limit.key };
	const isOver = (is: Windowed) =>
		is.or([is('pace.window_at', '<=', now - limit.windowMs), is('pace.window_at', '>', now + limit.windowMs)]);
	await trx
		.deleteFrom('pace')
		.where('ward_id', '=', limit.ward)
		.where('window_at', '<', now - DAY_MS)
		.execute();
	const row = await trx
		.insertInto('pace')
		.values({ ...key, window_at: now, count: 1 })
		.onConflict((on) =>
			on.columns(['ward_id', 'key']).doUpdateSet((column) => ({
				count: column
					.case()
					.when(isOver(column))
					.then(1)
					.else(column('pace.count', '+', 1))
					.end(),
				window_at: column.case().when(isOver(column)).then(now).else(column.ref('pace.window_at')).end()
			}))
		)
		.returning(['count', 'window_at'])
		.executeTakeFirstOrThrow();
	return row.count > limit.most ? Math.max(1, row.window_at + limit.windowMs - now) : 0;
}

/** Forgets the tries: after one that was right. */
export async function forgetTries(trx: Writer, ward: string, key: string): Promise<void> {
	await trx.deleteFrom('pace').where('ward_id', '=', ward).where('key', '=', key).execute();
}
