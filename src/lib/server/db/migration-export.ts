// Tokens of programs that fetch figures. Their secret is not kept.

import type { Migration } from 'kysely';
import { createTable } from './create-table.ts';

export const exports: Migration = {
	up: (db) =>
		createTable(db, 'export_token', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			secret_hash: 'text',
			name: 'text',
			scopes: 'text',
			made_at: 'bigint',
			expires_at: 'bigint',
			used_at: 'bigint?',
			revoked_at: 'bigint?'
		})
};
