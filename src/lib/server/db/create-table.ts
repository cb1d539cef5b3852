// How a migration makes tables and indexes, the same on SQLite and PostgreSQL.

import type { Kysely } from 'kysely';

type Column = 'text' | 'bigint' | 'integer';
/** `name:type`, with a question mark where null is allowed. */
type Columns = Record<string, Column | `${Column}?`>;

/** A table with its key; what is not marked by a question mark is always there. */
export async function createTable(
	db: Kysely<unknown>,
	name: string,
	key: readonly string[],
	columns: Columns
): Promise<void> {
	let table = db.schema.createTable(name);
	for (const [column, kind] of Object.entries(columns)) {
		const type = kind.replace('?', '') as Column;
		table = table.addColumn(column, type, (col) => (kind.endsWith('?') ? col : col.notNull()));
	}
	await table.addPrimaryKeyConstraint(`${name}_key`, key as string[] as never[]).execute();
}

/** Named by its table and last column, or by `name`. */
export async function createIndex(
	db: Kysely<unknown>,
	table: string,
	columns: readonly string[],
	isUnique = false,
	name = columns.at(-1)
): Promise<void> {
	const index = db.schema.createIndex(`${table}_by_${name}`).on(table);
	await (isUnique ? index.unique() : index).columns(columns as string[]).execute();
}
