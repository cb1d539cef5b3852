// Who is at work on a list, and how far a list is taken back.

import type { ColumnDefinitionBuilder, Migration } from 'kysely';

const addZero = (column: ColumnDefinitionBuilder) => column.notNull().defaultTo(0);

export const listWork: Migration = {
	async up(db) {
		const table = () => db.schema.alterTable('list_batch');
		await table().addColumn('removed', 'integer', addZero).execute();
		await table().addColumn('beat_at', 'bigint', addZero).execute();
		await table().addColumn('holder', 'text').execute();
		await table().addColumn('undo_by', 'text').execute();
	}
};
