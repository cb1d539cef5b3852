// Who is at work on a list, how far a list is taken back, and what its rows were found to be.

import type { ColumnDefinitionBuilder, Migration } from 'kysely';
import { createTable } from './create-table.ts';
import { fitIndexes } from './migration-search.ts';

const addZero = (column: ColumnDefinitionBuilder) => column.notNull().defaultTo(0);

export const list: Migration = {
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

export const listWork: Migration = {
	async up(db) {
		const table = () => db.schema.alterTable('list_batch');
		await table().addColumn('removed', 'integer', addZero).execute();
		await table().addColumn('beat_at', 'bigint', addZero).execute();
		await table().addColumn('holder', 'text').execute();
		await table().addColumn('undo_by', 'text').execute();
	}
};

export const lists: Migration = {
	async up(db) {
		await fitIndexes(db);
		await db.schema.alterTable('list_batch').addColumn('found', 'integer', addZero).execute();
		await createTable(db, 'list_report', ['ward_id', 'batch_id', 'from_row'], {
			ward_id: 'text',
			batch_id: 'text',
			from_row: 'integer',
			findings: 'text'
		});
	}
};
