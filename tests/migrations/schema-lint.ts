// What keeps a store able to be cut by ward (Citus, YugabyteDB, CockroachDB), read from the catalogues of the database
// itself: a rule that was only read from the migrations would not see what a driver or a hand made.

import type pg from 'pg';
import type { SqliteFile } from '../../src/lib/server/db/sqlite-file.ts';

interface Key {
	readonly table: string;
	readonly name: string;
	/** The first column, which decides where a row lies. */
	readonly first: string | null;
	/** Of a foreign key: the first column that it points to. */
	readonly target?: string | null;
}

/** Kysely's own, one row for each step: written when a server starts and never in a ward's name. */
const OWN_TABLES = ['kysely_migration', 'kysely_migration_lock'];

/** The table of wards is small and lies whole on every node: there the ward's own id is `id`, and a tag finds a ward. */
const OF_WARDS: Readonly<Record<string, readonly string[]>> = { ward: ['id', 'join_tag'] };

const isRight = (table: string, column: string | null) =>
	column === 'ward_id' || (column !== null && (OF_WARDS[table] ?? []).includes(column));

function findFaults(tables: readonly string[], keyed: ReadonlySet<string>, keys: readonly Key[]): string[] {
	return [
		...tables.filter((table) => !keyed.has(table)).map((table) => `${table}: no primary key`),
		...keys
			.filter((key) => !isRight(key.table, key.first) || key.target === null)
			.map((key) => `${key.table}: ${key.name} begins with ${key.first}`),
		...keys
			.filter((key) => key.target && key.target !== 'ward_id' && key.target !== 'id')
			.map((key) => `${key.table}: ${key.name} points to ${key.target}`)
	];
}

/** Every fault of a SQLite store, as a line each; none in a sound one. */
export function lintSqlite(file: SqliteFile): string[] {
	const tables = (
		file.prepare(`select name, sql from sqlite_schema where type = 'table' and name not like 'sqlite_%'`).all() as {
			name: string;
			sql: string;
		}[]
	).filter(({ name }) => !OWN_TABLES.includes(name));
	const keyed = new Set<string>();
	const keys: Key[] = [];
	for (const { name: table } of tables) {
		const columns = file.pragma(`table_info("${table}")`) as { name: string; pk: number }[];
		const first = columns.find(({ pk }) => pk === 1)?.name;
		if (first) keyed.add(table);
		// without an index of its own when it is SQLite's row number, so it is read from the columns
		if (first) keys.push({ table, name: 'primary key', first });
		for (const index of file.pragma(`index_list("${table}")`) as { name: string; unique: number; origin: string }[]) {
			if (!index.unique || index.origin === 'pk') continue;
			const parts = file.pragma(`index_info("${index.name}")`) as { name: string | null }[];
			keys.push({ table, name: index.name, first: parts[0]?.name ?? null });
		}
		for (const key of file.pragma(`foreign_key_list("${table}")`) as {
			id: number;
			seq: number;
			from: string;
			to: string | null;
		}[]) {
			if (key.seq === 0) keys.push({ table, name: `foreign key ${key.id}`, first: key.from, target: key.to });
		}
	}
	const triggers = file.prepare(`select name from sqlite_schema where type = 'trigger'`).all() as { name: string }[];
	return [
		...findFaults(
			tables.map(({ name }) => name),
			keyed,
			keys
		),
		...tables.filter(({ sql }) => /\bautoincrement\b/i.test(sql)).map(({ name }) => `${name}: autoincrement`),
		...tables
			.filter(({ name }) => {
				const columns = file.pragma(`table_info("${name}")`) as { type: string; pk: number }[];
				const key = columns.filter(({ pk }) => pk > 0);
				return key.length === 1 && key[0]?.type.toLowerCase() === 'integer';
			})
			.map(({ name }) => `${name}: the row number is the key, which SQLite counts up`),
		...triggers.map(({ name }) => `trigger ${name}`)
	];
}

/** Every fault of a PostgreSQL store, as a line each; none in a sound one. */
export async function lintPostgres(client: pg.Client): Promise<string[]> {
	const ask = async <Row extends pg.QueryResultRow>(sql: string) => (await client.query<Row>(sql, [OWN_TABLES])).rows;
	const here = `n.nspname = current_schema() and c.relname <> all ($1::text[])`;
	const tables = await ask<{ name: string; keyed: boolean }>(
		`select c.relname::text as name, exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary) as keyed
		 from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${here}`
	);
	// an index on an expression has no column there, and so no `ward_id` either
	const unique = await ask<Key & pg.QueryResultRow>(
		`select c.relname::text as table, k.relname::text as name, a.attname::text as first
		 from pg_index i join pg_class c on c.oid = i.indrelid join pg_class k on k.oid = i.indexrelid
		 join pg_namespace n on n.oid = c.relnamespace
		 left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
		 where i.indisunique and ${here}`
	);
	const foreign = await ask<Key & pg.QueryResultRow>(
		`select c.relname::text as table, f.conname::text as name, a.attname::text as first, t.attname::text as target
		 from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
		 join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
		 join pg_attribute t on t.attrelid = f.confrelid and t.attnum = f.confkey[1]
		 where f.contype = 'f' and ${here}`
	);
	const counted = await ask<{ fault: string }>(
		`select 'sequence ' || c.relname as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
		   where c.relkind = 'S' and ${here}
		 union all
		 select c.relname || ': identity ' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
		   join pg_namespace n on n.oid = c.relnamespace where a.attidentity <> '' and ${here}
		 union all
		 select 'trigger ' || t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
		   join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and ${here}
		 union all
		 select c.relname || '.' || a.attname || ': in the order of ' || o.collname from pg_attribute a
		   join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
		   join pg_collation o on o.oid = a.attcollation
		   where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and o.collname <> 'C' and ${here}`
	);
	return [
		...findFaults(
			tables.map(({ name }) => name),
			new Set(tables.filter(({ keyed }) => keyed).map(({ name }) => name)),
			[...unique, ...foreign]
		),
		...counted.map(({ fault }) => fault)
	];
}
