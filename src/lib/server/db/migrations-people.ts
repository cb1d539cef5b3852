// Steps of the migrations that are about people at the desk and their rights. As in `migrations.ts`, a step that was ever
// shipped is never edited.

import { sql, type Kysely, type Migration } from 'kysely';
import { createIndex, createTable } from './create-table.ts';
import type { Database } from './schema.ts';

/** One column more; without a value for the rows that are there it may be null. */
async function addColumn(
	db: Kysely<unknown>,
	table: string,
	name: string,
	type: 'text' | 'bigint' | 'integer',
	value?: string | number
): Promise<void> {
	await db.schema
		.alterTable(table)
		.addColumn(name, type, (column) => (value === undefined ? column : column.notNull().defaultTo(value)))
		.execute();
}

/** Audit lines get their place in a chain. Those that are there already stand before it, in their order. */
export const auditChain: Migration = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, 'audit', 'seq', 'bigint', 0);
		await addColumn(db, 'audit', 'head', 'text', '');
		await addColumn(db, 'audit', 'reason_hash', 'text', '');
		await createTable(db, 'audit_head', ['ward_id'], { ward_id: 'text', seq: 'bigint', head: 'text', mac: 'text' });
		// of the columns that are named here this step and the first one have made every one
		const store = db as Kysely<Pick<Database, 'audit'>>;
		const lines = await store.selectFrom('audit').select(['ward_id', 'id']).orderBy('at').orderBy('id').execute();
		for (const [index, { ward_id, id }] of lines.entries()) {
			await store
				.updateTable('audit')
				.set({ seq: index - lines.length })
				.where('ward_id', '=', ward_id)
				.where('id', '=', id)
				.execute();
		}
		await createIndex(db, 'audit', ['ward_id', 'seq'], true);
		await sql`create index audit_by_actor on audit (ward_id, actor_id, at)`.execute(db);
	}
};

/** What a session, an account and a phone tell about themselves; second factors; views that are confined to areas. */
export const people: Migration = {
	async up(db: Kysely<unknown>) {
		await addColumn(db, 'session', 'id', 'text', '');
		await addColumn(db, 'session', 'agent', 'text', '');
		await addColumn(db, 'session', 'stage', 'text', 'open');
		await addColumn(db, 'session', 'fresh_at', 'bigint', 0);
		await addColumn(db, 'staff', 'must_change', 'integer', 0);
		await addColumn(db, 'staff', 'code_step', 'bigint', 0);
		await addColumn(db, 'staff', 'code_secret', 'text');
		await addColumn(db, 'staff', 'code_set_at', 'bigint');
		await addColumn(db, 'staff', 'signed_in_at', 'bigint');
		await addColumn(db, 'ward', 'code_required', 'integer', 0);
		await addColumn(db, 'device', 'waiting_since', 'bigint');
		await addColumn(db, 'device', 'app_version', 'text');
		// whoever is signed in while this runs signs in again: their session has no name
		await (db as Kysely<Pick<Database, 'session'>>).deleteFrom('session').execute();
		await createIndex(db, 'session', ['ward_id', 'staff_id']);
		await createTable(db, 'staff_area', ['ward_id', 'staff_id', 'area_id'], {
			ward_id: 'text',
			staff_id: 'text',
			area_id: 'text'
		});
		await createTable(db, 'recovery_code', ['ward_id', 'staff_id', 'code_hash'], {
			ward_id: 'text',
			staff_id: 'text',
			code_hash: 'text'
		});
	}
};

/** Keys that live in computers and phones. */
export const passkeys: Migration = {
	async up(db: Kysely<unknown>) {
		await createTable(db, 'passkey', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			staff_id: 'text',
			own_name: 'text',
			public_key: 'text',
			uses: 'bigint',
			added_at: 'bigint',
			used_at: 'bigint?'
		});
		await createIndex(db, 'passkey', ['ward_id', 'staff_id']);
	}
};

/** What residents ask of the ward about their data, what was taken away when its time had come, and breaches. */
export const privacy: Migration = {
	async up(db: Kysely<unknown>) {
		await createTable(db, 'citizen_request', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			number: 'integer',
			kind: 'text',
			person_id: 'text?',
			asker: 'text',
			contact: 'text',
			detail: 'text',
			received_at: 'bigint',
			received_by: 'text',
			received_name: 'text',
			due_on: 'text',
			state: 'text',
			answered_at: 'bigint?',
			answered_name: 'text?',
			answer: 'text?'
		});
		await createIndex(db, 'citizen_request', ['ward_id', 'number'], true);
		await createIndex(db, 'citizen_request', ['ward_id', 'state']);
		await createTable(db, 'retention_run', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			at: 'bigint',
			staff_name: 'text',
			label: 'text',
			before_day: 'text',
			state: 'text',
			counts: 'text',
			hash: 'text',
			from_seq: 'bigint',
			to_seq: 'bigint'
		});
		await createTable(db, 'kept_figure', ['ward_id', 'run_id', 'area_id'], {
			ward_id: 'text',
			run_id: 'text',
			area_id: 'text',
			body: 'text'
		});
		await createTable(db, 'breach', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			opened_at: 'bigint',
			opened_name: 'text',
			what: 'text',
			steps: 'text',
			closed_at: 'bigint?'
		});
		await createTable(db, 'privacy_rule', ['ward_id'], { ward_id: 'text', body: 'text' });
	}
};
