// The first step: a ward with its staff, its phones, its records and its log.

import type { Migration } from 'kysely';
import { createIndex, createTable } from './create-table.ts';

export const start: Migration = {
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
