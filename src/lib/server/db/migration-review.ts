// Two records that may be one person: a column to find them by, and what staff said of a pair.

import type { Migration } from 'kysely';
import { createIndex, createTable } from './create-table.ts';

export const review: Migration = {
	async up(db) {
		await db.schema
			.alterTable('person_row')
			.addColumn('twin', 'text', (column) => column.notNull().defaultTo(''))
			.execute();
		await createIndex(db, 'person_row', ['ward_id', 'twin']);
		await createIndex(db, 'visit_row', ['ward_id', 'person_id']);
		await createTable(db, 'twin', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			one_id: 'text',
			other_id: 'text',
			state: 'text',
			moved: 'text',
			at: 'bigint',
			staff_id: 'text',
			staff_name: 'text',
			ended_at: 'bigint?'
		});
		await createIndex(db, 'twin', ['ward_id', 'one_id']);
	}
};
