// Counts of a ward for the province, and whoever may read them.

import type { Migration } from 'kysely';
import { createTable } from './create-table.ts';

export const province: Migration = {
	async up(db) {
		await createTable(db, 'ward_summary', ['ward_id', 'day'], {
			ward_id: 'text',
			day: 'text',
			ward_name: 'text',
			at: 'bigint',
			households: 'integer',
			households_informed: 'integer',
			registered: 'integer',
			present: 'integer',
			issued: 'integer',
			activated: 'integer',
			success: 'integer',
			waiting: 'integer',
			phones: 'integer',
			phones_silent: 'integer'
		});
		await createTable(db, 'province_reader', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			name: 'text',
			key_hash: 'text',
			made_at: 'bigint',
			expires_at: 'bigint',
			revoked_at: 'bigint?',
			session_hash: 'text?',
			session_at: 'bigint?',
			session_seen_at: 'bigint?'
		});
	}
};
