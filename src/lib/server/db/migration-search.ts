// What lists and searches of a large ward are read by: words, each with the records that have it, and indexes in the
// order of the lists. The rows of words are filled by `rebuild.ts`.

import { sql, type Kysely, type Migration } from 'kysely';
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

/** Indexes for what was still looked through: conflicts in the order of their lists, cases that come to one receiver. */
export async function fitIndexes(db: Kysely<unknown>): Promise<void> {
	await db.schema.dropIndex('conflict_by_state').execute();
	await createIndex(db, 'conflict', ['ward_id', 'state', 'record_id', 'field']);
	await createIndex(db, 'conflict', ['ward_id', 'state', 'at', 'entry_id', 'record_id', 'field'], false, 'at');
	await createIndex(db, 'conflict', ['ward_id', 'state', 'decided_at', 'entry_id'], false, 'decided_at');
	// a search walks what came in and looks at each door and person, not at the visit
	await db.schema.dropIndex('visit_row_by_received_at').execute();
	const received = ['ward_id', 'review_state', 'received_at', 'id', 'area_id', 'outcome', 'household_id', 'person_id'];
	await createIndex(db, 'visit_row', received, false, 'received_at');
	// how far a case is stands beside its code, so that those of one receiver are counted from the index alone
	await db.schema.dropIndex('mark_row_by_on_day').execute();
	await createIndex(
		db,
		'mark_row',
		['ward_id', 'kind', 'code', 'area_id', 'on_day', 'state', 'receiver'],
		false,
		'on_day'
	);
	const passedOn = ['ward_id', 'receiver', 'kind', 'state', 'on_day', 'record_id', 'code', 'area_id'];
	await db.schema
		.createIndex('mark_row_by_receiver')
		.on('mark_row')
		.columns(passedOn)
		.where(sql<boolean>`receiver <> ''`)
		.execute();
}
