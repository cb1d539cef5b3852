// How often something may be tried: counted in the store, so that it holds for every process and survives a restart.

import type { Writer } from './db/open-store.ts';

export const QUARTER_HOUR_MS = 15 * 60_000;
const DAY_MS = 24 * 3600_000;

export interface Limit {
	readonly ward: string;
	/** What is tried and by whom, without telling either (`Vault.describe`). */
	readonly key: string;
	readonly most: number;
	readonly windowMs: number;
}

/** Counts one try before it is made. 0: go on; else how long to wait. The count stays even when the work fails. */
export async function countTry(trx: Writer, limit: Limit, now: number): Promise<number> {
	const key = { ward_id: limit.ward, key: limit.key };
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
					.when('pace.window_at', '<=', now - limit.windowMs)
					.then(1)
					.else(column('pace.count', '+', 1))
					.end(),
				window_at: column
					.case()
					.when('pace.window_at', '<=', now - limit.windowMs)
					.then(now)
					.else(column.ref('pace.window_at'))
					.end()
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
