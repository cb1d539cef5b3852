// Many rows in one statement. Kysely builds a tree of every value before it writes the text, and PostgreSQL reads that
// text and all its parameters anew each time; for a batch of entries both cost more than the rows themselves. So the
// text is put together here and depends on nothing but the names of the columns, and on SQLite on the number of rows.

import { CompiledQuery, PostgresAdapter } from 'kysely';
import type { Writer } from './open-store.ts';
import type { Database } from './schema.ts';

/** When a row of the same key is there: its key, and the columns that it keeps as they were. */
export interface Upsert<Row> {
	readonly key: readonly (keyof Row & string)[];
	readonly keeps?: readonly (keyof Row & string)[];
}

/** Rows of one table, all with the same columns; without `upsert`, one that is there already makes it throw. */
export async function insertRows<Table extends keyof Database>(
	trx: Writer,
	table: Table,
	rows: readonly Database[Table][],
	upsert?: Upsert<Database[Table]>
): Promise<void> {
	const [first] = rows;
	if (!first) return;
	const columns = Object.keys(first);
	const list = columns.map(quote).join();
	const into = `insert into ${quote(table)} (${list})`;
	const otherwise = upsert ? ` ${describeUpsert(columns, upsert.key, upsert.keeps)}` : '';
	const isPostgres = trx.getExecutor().adapter instanceof PostgresAdapter;
	// the types are the table's own; `null::"record"` would be PostgreSQL's record and not ours
	const query = isPostgres
		? CompiledQuery.raw(
				`${into} select ${list} from json_populate_recordset((select t from ${quote(table)} t limit 0), $1::json)${otherwise}`,
				[encodeRows(rows)]
			)
		: CompiledQuery.raw(
				`${into} values ${rows.map(() => `(${columns.map(() => '?').join()})`).join()}${otherwise}`,
				rows.flatMap((row) => columns.map((column) => row[column as keyof typeof row]))
			);
	await trx.executeQuery(query);
}

function describeUpsert(columns: readonly string[], key: readonly string[], keeps: readonly string[] = []): string {
	const fixed = [...key, ...keeps];
	const sets = columns.filter((column) => !fixed.includes(column)).map((it) => `${quote(it)} = excluded.${quote(it)}`);
	// a row that is nothing but its key has nothing to amend
	return `on conflict (${key.map(quote).join()}) do ${sets.length > 0 ? `update set ${sets.join()}` : 'nothing'}`;
}

/** Names of the schema: none holds a quote. */
function quote(name: string): string {
	return `"${name}"`;
}

/** Half of a surrogate pair, which a plain parameter would lose, would make PostgreSQL refuse the whole text. */
function encodeRows(rows: readonly object[]): string {
	const text = JSON.stringify(rows);
	if (!text.includes('\\ud')) return text;
	return JSON.stringify(rows, (_, value: unknown) =>
		typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value
	);
}
