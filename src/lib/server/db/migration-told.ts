// Events and people at a table that volunteers told from their phones, beside those that staff typed: who told them.

import type { Migration } from 'kysely';

export const told: Migration = {
	async up(db) {
		for (const table of ['outreach_event', 'help_case'])
			await db.schema.alterTable(table).addColumn('volunteer_id', 'text').execute();
	}
};
