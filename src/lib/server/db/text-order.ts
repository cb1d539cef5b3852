// Text is told apart and put in order by its bytes, on PostgreSQL as on SQLite, whatever language the database was made
// in: keys of doors and cursors of lists are compared by the program too, and a language's own order would skip rows
// between two pages. Words for people are put in order where they are shown.

import { sql, type Kysely } from 'kysely';
import type { Database } from './schema.ts';

interface TextColumns {
	readonly table: string;
	readonly columns: readonly string[];
}

/**
 * Gives every text column of ours that still follows the database's language the order of bytes; nothing to do where the
 * database follows none. Takes a table's policy away while its columns change: `guardTables` puts it back, so it has to
 * come after, in the same transaction.
 */
export async function orderByBytes(trx: Kysely<Database>): Promise<void> {
	for (const { table, columns } of await listOthers(trx)) {
		await sql`drop policy if exists ward_rows on ${sql.table(table)}`.execute(trx);
		const changes = columns.map((column) => sql`alter column ${sql.ref(column)} type text collate "C"`);
		await sql`alter table ${sql.table(table)} ${sql.join(changes)}`.execute(trx);
	}
}

/** Text columns of tables that the asking role owns, whose order is the database's own and not that of bytes. */
async function listOthers(db: Kysely<Database>): Promise<TextColumns[]> {
	const { rows } = await sql<TextColumns>`
		select c.relname::text as table, array_agg(a.attname::text order by a.attnum) as columns
		from pg_class c
		join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
		join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
		join pg_collation o on o.oid = a.attcollation
		join pg_database d on d.datname = current_database()
		where c.relkind in ('r', 'p') and pg_get_userbyid(c.relowner) = current_user
			and a.atttypid = 'text'::regtype and o.collname = 'default'
			-- PostgreSQL 14 has no such column, and no other provider
			and not (coalesce(to_jsonb(d) ->> 'datlocprovider', 'c') = 'c' and d.datcollate in ('C', 'POSIX'))
		group by c.relname`.execute(db);
	return rows;
}
