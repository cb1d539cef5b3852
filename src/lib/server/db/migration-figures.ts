// Campaigns, figures as reported and reports; and columns of the desk's rows by which a database counts. The rows that
// are there already are filled by `rebuild.ts`, which a later migration cannot outdate.

import type { Kysely, Migration } from 'kysely';
import { createIndex, createTable } from './create-table.ts';

async function addColumn(
	db: Kysely<unknown>,
	table: string,
	name: string,
	type: 'text' | 'integer',
	empty?: string | number
) {
	await db.schema
		.alterTable(table)
		.addColumn(name, type, (column) => (empty === undefined ? column : column.notNull().defaultTo(empty)))
		.execute();
}

/** What became of flags and referrals. Rows that are there need no new writing: no ward has said a word on any. */
export const referrals: Migration = {
	async up(db) {
		await addColumn(db, 'mark_row', 'state', 'text', '');
		await addColumn(db, 'mark_row', 'receiver', 'text', '');
		// holds all by which an inbox is filtered, counted and put in order
		const all = ['ward_id', 'kind', 'state', 'on_day', 'record_id', 'code', 'area_id', 'receiver'];
		await createIndex(db, 'mark_row', all, false, 'state');
		await createTable(db, 'referral_note', ['ward_id', 'record_id', 'code'], {
			ward_id: 'text',
			record_id: 'text',
			code: 'text',
			finding: 'text',
			note: 'text',
			staff_name: 'text',
			at: 'bigint'
		});
		await createTable(db, 'referral_rule', ['ward_id'], { ward_id: 'text', body: 'text' });
	}
};

export const figures: Migration = {
	async up(db) {
		await addColumn(db, 'ward', 'projection', 'integer', 0);
		for (const name of ['presence', 'state', 'standing_on', 'approved_on'])
			await addColumn(db, 'person_row', name, 'text', '');
		await addColumn(db, 'person_row', 'official', 'integer', 0);
		await addColumn(db, 'visit_row', 'seen_on', 'text', '');
		await addColumn(db, 'household_row', 'informed_on', 'text');
		// each of these holds all that a count asks for, so that the rows themselves are not read
		await createIndex(db, 'person_row', ['ward_id', 'area_id', 'presence', 'state', 'official'], false, 'group');
		await createIndex(
			db,
			'person_row',
			['ward_id', 'standing_on', 'area_id', 'presence', 'state', 'official'],
			false,
			'standing_on'
		);
		await createIndex(db, 'visit_row', ['ward_id', 'seen_on', 'area_id', 'outcome'], false, 'seen_on');
		await createIndex(db, 'household_row', ['ward_id', 'area_id', 'informed_on']);
		await createTable(db, 'mark_row', ['ward_id', 'record_id', 'kind', 'code'], {
			ward_id: 'text',
			record_id: 'text',
			kind: 'text',
			code: 'text',
			area_id: 'text',
			on_day: 'text'
		});
		// by code for the list behind a figure, and in the order in which codes are counted
		await createIndex(db, 'mark_row', ['ward_id', 'kind', 'code', 'area_id', 'on_day']);
		await createTable(db, 'campaign', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			name: 'text',
			from_day: 'text',
			to_day: 'text',
			changed_at: 'bigint'
		});
		await createTable(db, 'target', ['ward_id', 'campaign_id', 'area_id'], {
			ward_id: 'text',
			campaign_id: 'text',
			area_id: 'text',
			level_1: 'integer?',
			level_2: 'integer?',
			note: 'text'
		});
		await createTable(db, 'reported_figure', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			area_id: 'text',
			measure: 'text',
			level: 'integer?',
			as_of: 'text',
			count: 'integer',
			whole: 'integer?',
			rate: 'integer?',
			source: 'text',
			note: 'text',
			staff_id: 'text',
			staff_name: 'text',
			entered_at: 'bigint',
			withdrawn_at: 'bigint?'
		});
		await createIndex(db, 'reported_figure', ['ward_id', 'as_of']);
		await createTable(db, 'ward_report', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			kind: 'text',
			from_day: 'text',
			to_day: 'text',
			campaign_id: 'text?',
			campaign_name: 'text?',
			figures: 'text',
			texts: 'text',
			v: 'integer',
			made_at: 'bigint',
			staff_id: 'text',
			staff_name: 'text'
		});
		await createIndex(db, 'ward_report', ['ward_id', 'made_at']);
	}
};
