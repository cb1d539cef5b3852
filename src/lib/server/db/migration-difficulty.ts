// What the desk lists difficulties by, and phones the answers for everybody of their areas.

import type { Migration } from 'kysely';
import { createIndex, createTable } from './create-table.ts';

export const difficulties: Migration = {
	async up(db) {
		await createTable(db, 'difficulty_row', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			area_id: 'text',
			volunteer_id: 'text?',
			state: 'text',
			shown_area: 'text',
			asked_at: 'bigint',
			answered_at: 'bigint'
		});
		await createIndex(db, 'difficulty_row', ['ward_id', 'state', 'asked_at']);
		await createIndex(db, 'difficulty_row', ['ward_id', 'shown_area']);
	}
};
