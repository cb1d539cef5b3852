// What the desk keeps of its own beside records: cases that two receivers have at once, mobile sessions.

import type { Kysely, Migration } from 'kysely';
import { createIndex, createTable } from './create-table.ts';
import type { Database } from './schema.ts';

/** A flag's second case (`mark-row.ts`), for flags on which nobody has said a word yet. */
export const beside: Migration = {
	async up(db: Kysely<unknown>) {
		const columns = ['ward_id', 'record_id', 'code', 'area_id', 'on_day', 'state', 'receiver'] as const;
		await (db as Kysely<Database>)
			.insertInto('mark_row')
			.columns([...columns, 'kind'])
			.expression((from) =>
				from
					.selectFrom('mark_row')
					.select([...columns, ({ val }) => val('beside').as('kind')])
					.where('kind', '=', 'flag')
					.where('state', '=', '')
			)
			.execute();
	}
};

export const sessions: Migration = {
	async up(db) {
		await createTable(db, 'mobile_session', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			place: 'text',
			area_id: 'text?',
			on_day: 'text',
			from_at: 'text',
			to_at: 'text',
			slot_minutes: 'integer',
			per_slot: 'integer',
			changed_at: 'bigint',
			staff_name: 'text',
			cancelled_at: 'bigint?'
		});
		await createIndex(db, 'mobile_session', ['ward_id', 'on_day']);
		// an appointment has one slot at most, in whichever session
		await createTable(db, 'session_booking', ['ward_id', 'record_id'], {
			ward_id: 'text',
			record_id: 'text',
			session_id: 'text',
			slot_at: 'text'
		});
		await createIndex(db, 'session_booking', ['ward_id', 'session_id']);
	}
};

/** Filters that accounts keep, the ward's days to answer in, and since when a visit is with its volunteer. */
export const reviewing: Migration = {
	async up(db) {
		await createTable(db, 'saved_filter', ['ward_id', 'staff_id', 'name'], {
			ward_id: 'text',
			staff_id: 'text',
			name: 'text',
			query: 'text'
		});
		await createTable(db, 'review_rule', ['ward_id'], { ward_id: 'text', body: 'text' });
		// rows that are there are written anew (`PROJECTION`)
		await db.schema
			.alterTable('visit_row')
			.addColumn('returned_on', 'text', (column) => column.notNull().defaultTo(''))
			.execute();
		await createIndex(db, 'visit_row', ['ward_id', 'returned_on']);
	}
};

export const outreach: Migration = {
	async up(db) {
		await createTable(db, 'outreach_event', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			on_day: 'text',
			area_id: 'text?',
			place: 'text',
			channel: 'text',
			topic: 'text',
			materials: 'text',
			audience: 'integer',
			households: 'integer',
			helped: 'integer',
			follow_ups: 'integer',
			staff_name: 'text',
			withdrawn_at: 'bigint?'
		});
		await createIndex(db, 'outreach_event', ['ward_id', 'on_day']);
		await createTable(db, 'help_case', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			on_day: 'text',
			at: 'bigint',
			area_id: 'text?',
			topic: 'text',
			outcome: 'text',
			barrier: 'text',
			staff_id: 'text',
			staff_name: 'text',
			withdrawn_at: 'bigint?'
		});
		await createIndex(db, 'help_case', ['ward_id', 'on_day']);
	}
};
