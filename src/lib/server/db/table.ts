// How a step of the migrations makes a table and an index, the same on both engines.

import type { Kysely } from 'kysely';

type Column = 'text' | 'bigint' | 'integer';
/** `name:type`, with a question mark where null is allowed. */
type Columns = Record<string, Column | `${Column}?`>;

/** A table whose key begins with the ward. */
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

/** Named by the table and its last column. */
export async function createIndex(db: Kysely<unknown>, table: string, columns: readonly string[], isUnique = false) {
	const index = db.schema.createIndex(`${table}_by_${columns.at(-1)}`).on(table);
	await (isUnique ? index.unique() : index).columns(columns as string[]).execute();
}

/** One column more; without a value for the rows that are there it may be null. */
export async function addColumn(
	db: Kysely<unknown>,
	table: string,
	name: string,
	type: Column,
	value?: string | number
): Promise<void> {
	await db.schema
		.alterTable(table)
		.addColumn(name, type, (column) => (value === undefined ? column : column.notNull().defaultTo(value)))
		.execute();
}
