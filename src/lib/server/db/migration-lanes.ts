// Lanes in the order in which they are walked; areas and lanes that are lent until a day.

import type { Migration } from 'kysely';
import { createTable } from './create-table.ts';

export const lanes: Migration = {
	async up(db) {
		await createTable(db, 'lane', ['ward_id', 'area_id', 'lane_key'], {
			ward_id: 'text',
			area_id: 'text',
			lane_key: 'text',
			name: 'text',
			way: 'text',
			place: 'text'
		});
	}
};

/** An assignment without a last day holds until it is changed, as all of them did before. */
export const holds: Migration = {
	async up(db) {
		await db.schema
			.alterTable('assignment')
			.addColumn('until_on', 'text', (column) => column.notNull().defaultTo(''))
			.execute();
		await createTable(db, 'lane_holder', ['ward_id', 'area_id', 'lane_key', 'volunteer_id'], {
			ward_id: 'text',
			area_id: 'text',
			lane_key: 'text',
			volunteer_id: 'text',
			part: 'text',
			until_on: 'text'
		});
	}
};
