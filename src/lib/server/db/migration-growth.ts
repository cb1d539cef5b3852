// What still made a page of a large ward slower than one of a small one: what people have in common stands in a table of
// its own, and lists of few rows stand in indexes that hold all that they ask for.

import type { Kysely, Migration } from 'kysely';
import { createIndex, createKeyTable } from './create-table.ts';
import { fillSharedMarks } from './shared-mark-fill.ts';
import type { Database } from './schema.ts';

export const growth: Migration = {
	async up(db) {
		await createKeyTable(db, 'shared_mark', ['ward_id', 'kind', 'mark']);
		await fillSharedMarks(db as Kysely<Database>, null);
		// what is kept aside is walked in the order in which it came, within what is open or settled
		await db.schema.dropIndex('aside_by_state').execute();
		await createIndex(db, 'aside', ['ward_id', 'state', 'parent_id', 'seq'], false, 'state');
		await db.schema.dropIndex('aside_by_parent_id').execute();
		await createIndex(db, 'aside', ['ward_id', 'parent_id', 'why'], false, 'parent_id');
		await db.schema.dropIndex('outreach_event_by_on_day').execute();
		await createIndex(db, 'outreach_event', ['ward_id', 'on_day', 'id'], false, 'on_day');
		await db.schema.dropIndex('help_case_by_on_day').execute();
		await createIndex(db, 'help_case', ['ward_id', 'on_day', 'withdrawn_at', 'outcome'], false, 'on_day');
	}
};
