// What lists and searches of a large ward are read by: words, each with the records that have it, and indexes in the
// order of the lists. The rows of words are filled by `rebuild.ts`.

import type { Migration } from 'kysely';
import { createIndex, createKeyTable } from './create-table.ts';

export const search: Migration = {
	async up(db) {
		await createKeyTable(db, 'word_row', ['ward_id', 'tbl', 'word', 'record_id', 'door_id']);
		// the review walks what came in by its state, and by who brought it; both name all that an order needs
		await db.schema.dropIndex('visit_row_by_received_at').execute();
		const received = ['ward_id', 'review_state', 'received_at', 'id', 'area_id', 'outcome'];
		await createIndex(db, 'visit_row', received, false, 'received_at');
		await createIndex(db, 'visit_row', ['ward_id', 'volunteer_id', 'received_at', 'id'], false, 'volunteer');
		// whether somebody was seen again
		await db.schema.dropIndex('visit_row_by_person_id').execute();
		await createIndex(db, 'visit_row', ['ward_id', 'person_id', 'seen_at'], false, 'person_id');
		await db.schema.dropIndex('household_row_by_walk').execute();
		await createIndex(db, 'household_row', ['ward_id', 'area_id', 'walk', 'id'], false, 'walk');
	}
};
