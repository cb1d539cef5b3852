// How a migration makes tables and indexes, the same on SQLite and PostgreSQL.

import { SqliteAdapter, sql, type Kysely } from 'kysely';

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

/**
 * A table of texts that is nothing but its key. SQLite keeps it as one tree: with a row number it would write each row
 * twice, once as a row and once in the index of its key.
 */
export async function createKeyTable(db: Kysely<unknown>, name: string, key: readonly string[]): Promise<void> {
	let table = db.schema.createTable(name);
	for (const column of key) table = table.addColumn(column, 'text', (col) => col.notNull());
	table = table.addPrimaryKeyConstraint(`${name}_key`, key as string[] as never[]);
	const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
	await (isSqlite ? table.modifyEnd(sql`without rowid`) : table).execute();
}
