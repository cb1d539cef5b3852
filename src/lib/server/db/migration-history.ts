// A ward that was put back, and cases that wait for a human.

import type { Migration } from 'kysely';
import { createIndex, createTable } from './create-table.ts';

/** What a ward needs to notice that its store went back in time, and to tell phones what left their areas. */
export const history: Migration = {
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
export const desk: Migration = {
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
