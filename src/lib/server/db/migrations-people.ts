// Steps of the migrations that are about people at the desk and their rights. As in `migrations.ts`, a step that was ever
// shipped is never edited.

import { sql, type Kysely, type Migration } from 'kysely';
import type { Database } from './schema.ts';
import { createIndex, createTable } from './table.ts';

/** Audit lines get their place in a chain. Those that are there already stand before it, in their order. */
export const auditChain: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.alterTable('audit')
			.addColumn('seq', 'bigint', (column) => column.notNull().defaultTo(0))
			.execute();
		for (const name of ['head', 'reason_hash']) {
			await db.schema
				.alterTable('audit')
				.addColumn(name, 'text', (column) => column.notNull().defaultTo(''))
				.execute();
		}
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
