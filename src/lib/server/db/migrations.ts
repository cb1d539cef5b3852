// Steps from an empty store to today's, by Kysely's schema builder alone: one code path for SQLite and PostgreSQL.
// A step that was ever shipped is never edited; the next change gets the next number.

import { Migrator, PostgresAdapter, sql, type Kysely, type Migration, type MigrationProvider } from 'kysely';
import { createIndex, createTable } from './create-table.ts';
import { beside, outreach, reviewing, sessions } from './migration-desk.ts';
import { difficulties } from './migration-difficulty.ts';
import { told } from './migration-told.ts';
import { exports } from './migration-export.ts';
import { figures, referrals } from './migration-figures.ts';
import { growth } from './migration-growth.ts';
import { holds, lanes } from './migration-lanes.ts';
import { lists, listWork } from './migration-list.ts';
import { province } from './migration-province.ts';
import { review } from './migration-review.ts';
import { search } from './migration-search.ts';
import { auditChain, passkeys, people, privacy } from './migrations-people.ts';
import { guardTables } from './row-policy.ts';
import type { Database } from './schema.ts';
import { orderByBytes } from './text-order.ts';

/** Held while PostgreSQL's own settings of the tables are mended; any number that nobody else locks. */
const LOCK = 620_211_126;

const start: Migration = {
	async up(db) {
		await createTable(db, 'ward', ['id'], {
			id: 'text',
			name: 'text',
			join_tag: 'text',
			seq: 'bigint',
			head: 'text',
			epoch: 'text',
			min_seq: 'bigint',
			key_check: 'text',
			is_demo: 'integer',
			created_at: 'bigint'
		});
		await createIndex(db, 'ward', ['join_tag'], true);
		await createTable(db, 'area', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			parent_id: 'text?',
			kind: 'text',
			name: 'text',
			aliases: 'text',
			position: 'integer'
		});
		await createTable(db, 'staff', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			username: 'text',
			pw_hash: 'text',
			role: 'text',
			name: 'text',
			created_at: 'bigint',
			disabled_at: 'bigint?'
		});
		await createIndex(db, 'staff', ['ward_id', 'username'], true);
		await createTable(db, 'session', ['ward_id', 'token_hash'], {
			ward_id: 'text',
			token_hash: 'text',
			staff_id: 'text',
			started_at: 'bigint',
			seen_at: 'bigint',
			expires_at: 'bigint'
		});
		await createTable(db, 'volunteer', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			name: 'text',
			role: 'text',
			created_at: 'bigint',
			left_at: 'bigint?'
		});
		await createTable(db, 'assignment', ['ward_id', 'volunteer_id', 'area_id'], {
			ward_id: 'text',
			volunteer_id: 'text',
			area_id: 'text'
		});
		await createTable(db, 'invite', ['ward_id', 'secret_hash'], {
			ward_id: 'text',
			secret_hash: 'text',
			volunteer_id: 'text',
			made_by: 'text',
			made_at: 'bigint',
			expires_at: 'bigint',
			used_by: 'text?',
			used_key: 'text?'
		});
		await createTable(db, 'device', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			volunteer_id: 'text',
			public_key: 'text',
			cid: 'text',
			joined_at: 'bigint',
			pledged_at: 'bigint',
			pledge_wording: 'integer',
			seen_at: 'bigint?',
			waiting: 'bigint?',
			revoked_at: 'bigint?',
			pace_at: 'bigint',
			pace_count: 'integer'
		});
		await createIndex(db, 'device', ['ward_id', 'volunteer_id']);
		await createTable(db, 'record', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			tbl: 'text',
			area_id: 'text',
			v: 'bigint',
			seq: 'bigint',
			deleted: 'integer',
			body: 'text',
			fver: 'text'
		});
		await createIndex(db, 'record', ['ward_id', 'area_id', 'seq']);
		await createTable(db, 'entry', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			cid: 'text',
			actor: 'text',
			hash: 'text',
			body: 'text',
			verdict: 'text',
			received_at: 'bigint'
		});
		await createTable(db, 'change', ['ward_id', 'seq'], {
			ward_id: 'text',
			seq: 'bigint',
			head: 'text',
			entry_id: 'text',
			kind: 'text',
			actor: 'text',
			at: 'bigint',
			tbl: 'text?',
			record_id: 'text?',
			v: 'bigint',
			before: 'text',
			after: 'text'
		});
		await createIndex(db, 'change', ['ward_id', 'record_id']);
		await createTable(db, 'conflict', ['ward_id', 'entry_id', 'record_id', 'field'], {
			ward_id: 'text',
			entry_id: 'text',
			record_id: 'text',
			field: 'text',
			kept: 'text',
			other: 'text',
			actor: 'text',
			at: 'bigint',
			state: 'text'
		});
		await createIndex(db, 'conflict', ['ward_id', 'record_id']);
		await createTable(db, 'aside', ['ward_id', 'seq', 'entry_id'], {
			ward_id: 'text',
			seq: 'bigint',
			entry_id: 'text',
			cid: 'text',
			n: 'bigint',
			actor: 'text',
			why: 'text',
			parent_id: 'text?',
			body: 'text',
			at: 'bigint'
		});
		await createIndex(db, 'aside', ['ward_id', 'parent_id']);
		await createTable(db, 'visit_row', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			household_id: 'text',
			person_id: 'text?',
			volunteer_id: 'text?',
			area_id: 'text',
			outcome: 'text',
			review_state: 'text',
			seen_at: 'bigint',
			received_at: 'bigint',
			seq: 'bigint'
		});
		await createIndex(db, 'visit_row', ['ward_id', 'review_state', 'received_at']);
		await createIndex(db, 'visit_row', ['ward_id', 'household_id']);
		await createTable(db, 'person_row', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			household_id: 'text',
			area_id: 'text',
			search: 'text',
			id_index: 'text?',
			success: 'integer',
			deceased: 'integer'
		});
		await createIndex(db, 'person_row', ['ward_id', 'household_id']);
		await createIndex(db, 'person_row', ['ward_id', 'id_index']);
		await createTable(db, 'household_row', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			area_id: 'text',
			search: 'text',
			walk: 'text'
		});
		await createIndex(db, 'household_row', ['ward_id', 'walk']);
		await createTable(db, 'audit', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			at: 'bigint',
			actor_id: 'text',
			actor_name: 'text',
			act: 'text',
			subject: 'text?',
			reason: 'text?'
		});
		await createIndex(db, 'audit', ['ward_id', 'at']);
		await createTable(db, 'pace', ['ward_id', 'key'], {
			ward_id: 'text',
			key: 'text',
			window_at: 'bigint',
			count: 'integer'
		});
	}
};

/** What a ward needs to notice that its store went back in time, and to tell phones what left their areas. */
const history: Migration = {
	async up(db) {
		await createTable(db, 'exit', ['ward_id', 'seq', 'area_id', 'record_id'], {
			ward_id: 'text',
			seq: 'bigint',
			area_id: 'text',
			record_id: 'text'
		});
		await createTable(db, 'incident', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			kind: 'text',
			at: 'bigint',
			before: 'text',
			epoch: 'text',
			seq: 'bigint',
			count: 'bigint?',
			subject: 'text?'
		});
		await createIndex(db, 'incident', ['ward_id', 'at']);
		// one at a time: SQLite adds no two columns at once
		for (const name of ['deposited', 'fresh_seq']) {
			await db.schema
				.alterTable('device')
				.addColumn(name, 'bigint', (column) => column.notNull().defaultTo(0))
				.execute();
		}
	}
};

/** Cases that wait for a human keep what became of them; a phone that was shut out leaves a report. */
const desk: Migration = {
	async up(db) {
		await db.schema
			.alterTable('aside')
			.addColumn('state', 'text', (column) => column.notNull().defaultTo('open'))
			.execute();
		for (const table of ['conflict', 'aside']) {
			await db.schema.alterTable(table).addColumn('decided_by', 'text').execute();
			await db.schema.alterTable(table).addColumn('decided_at', 'bigint').execute();
			await db.schema.alterTable(table).addColumn('choice', 'text').execute();
			await db.schema.alterTable(table).addColumn('note', 'text').execute();
			await createIndex(db, table, ['ward_id', 'state']);
		}
		await db.schema.alterTable('device').addColumn('held', 'text').execute();
	}
};

const content: Migration = {
	async up(db) {
		await createTable(db, 'content_item', ['ward_id', 'hash'], { ward_id: 'text', hash: 'text', body: 'text' });
		await createTable(db, 'content_edition', ['ward_id', 'language', 'version'], {
			ward_id: 'text',
			language: 'text',
			version: 'integer',
			tag: 'text',
			manifest: 'text',
			base: 'text',
			published_at: 'bigint',
			staff_id: 'text?',
			staff_name: 'text',
			changed: 'text'
		});
		await createTable(db, 'content_base', ['ward_id', 'tag'], { ward_id: 'text', tag: 'text', manifest: 'text' });
		await createTable(db, 'content_use', ['ward_id', 'device_id', 'language'], {
			ward_id: 'text',
			device_id: 'text',
			language: 'text',
			version: 'integer',
			tag: 'text?',
			at: 'bigint',
			refused_version: 'integer?',
			refused_place: 'text?'
		});
		await createTable(db, 'ward_book', ['ward_id'], {
			ward_id: 'text',
			hash: 'text',
			body: 'text',
			changed_at: 'bigint',
			staff_name: 'text'
		});
	}
};

const badge: Migration = {
	async up(db) {
		await createTable(db, 'badge', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			number: 'integer',
			volunteer_id: 'text',
			name: 'text',
			role: 'text',
			quarter: 'text',
			valid_from: 'text',
			valid_to: 'text',
			photo: 'text?',
			photo_sum: 'text',
			signature: 'text',
			issued_at: 'bigint',
			issued_by: 'text',
			revoked_at: 'bigint?'
		});
		await createIndex(db, 'badge', ['ward_id', 'number'], true);
		await createIndex(db, 'badge', ['ward_id', 'volunteer_id']);
	}
};

const list: Migration = {
	async up(db) {
		await createTable(db, 'list_batch', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			at: 'bigint',
			staff_name: 'text',
			state: 'text',
			total: 'integer',
			done: 'integer',
			households: 'integer',
			people: 'integer',
			skipped: 'integer',
			kept: 'integer'
		});
		await createTable(db, 'list_record', ['ward_id', 'batch_id', 'record_id'], {
			ward_id: 'text',
			batch_id: 'text',
			record_id: 'text',
			tbl: 'text'
		});
	}
};

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
