// Steps from an empty store to today's, by Kysely's schema builder alone: one code path for SQLite and PostgreSQL.
// A step that was ever shipped is never edited; the next change gets the next number.

import { Migrator, PostgresAdapter, sql, type Kysely, type MigrationProvider } from 'kysely';
import { badge, content } from './migration-content.ts';
import { beside, outreach, reviewing, sessions } from './migration-desk.ts';
import { difficulties } from './migration-difficulty.ts';
import { told } from './migration-told.ts';
import { exports } from './migration-export.ts';
import { figures, referrals } from './migration-figures.ts';
import { growth } from './migration-growth.ts';
import { desk, history } from './migration-history.ts';
import { holds, lanes } from './migration-lanes.ts';
import { list, lists, listWork } from './migration-list.ts';
import { province } from './migration-province.ts';
import { review } from './migration-review.ts';
import { search } from './migration-search.ts';
import { start } from './migration-start.ts';
import { auditChain, passkeys, people, privacy } from './migrations-people.ts';
import { guardTables } from './row-policy.ts';
import type { Database } from './schema.ts';
import { orderByBytes } from './text-order.ts';

/** Held while PostgreSQL's own settings of the tables are mended; any number that nobody else locks. */
const LOCK = 620_211_126;

const provider: MigrationProvider = {
	getMigrations: async () => ({
		'001-start': start,
		'002-history': history,
		'003-desk': desk,
		'005-content': content,
		'006-badge': badge,
		'007-audit': auditChain,
		'008-people': people,
		'009-privacy': privacy,
		'011-list': list,
		'012-figures': figures,
		'013-referrals': referrals,
		'014-review': review,
		'015-lanes': lanes,
		'016-holds': holds,
		'017-beside': beside,
		'018-sessions': sessions,
		'019-reviewing': reviewing,
		'020-outreach': outreach,
		'021-export': exports,
		'024-difficulty': difficulties,
		'026-passkeys': passkeys,
		'028-province': province,
		'030-search': search,
		'032-list-work': listWork,
		'033-lists': lists,
		'034-growth': growth,
		'035-told': told
	})
};

/** Brings the store up to date; does nothing when it is. PostgreSQL runs it under a lock, one server at a time. */
export async function migrate(db: Kysely<Database>): Promise<void> {
	const { error } = await new Migrator({ db, provider }).migrateToLatest();
	if (error) throw error;
	if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
	await db.transaction().execute(async (trx) => {
		await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx);
		await orderByBytes(trx);
		await guardTables(trx);
	});
}
