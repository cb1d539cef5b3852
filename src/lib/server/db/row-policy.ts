// PostgreSQL's own wall between wards, beside the `where` of every query: a row is there only for a connection that has
// said whose it is. It holds for a role that does not own the tables; the owner, who makes them and who backs them up,
// sees all. What the program forgets to ask for, the database then does not show.

import { sql, type Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** What a connection says of itself: the id of a ward, or this for what is about all of them (figures, migrations). */
export const ALL_WARDS = '*';

/** Puts the policy on every table of ours that has none yet; only the owner can, and for all others it is done. */
export async function guardTables(trx: Kysely<Database>): Promise<void> {
	for (const { name, key } of await listOpenTables(trx)) {
		const said = sql`current_setting('gocua.ward', true)`;
		const own = sql`(${sql.ref(key)} = ${said} or ${said} = ${sql.lit(ALL_WARDS)})`;
		await sql`alter table ${sql.table(name)} enable row level security`.execute(trx);
		await sql`create policy ward_rows on ${sql.table(name)} using ${own} with check ${own}`.execute(trx);
	}
}

/** Tables that the asking role owns and that have no policy, with the column that says whose a row is. */
async function listOpenTables(db: Kysely<Database>): Promise<{ name: string; key: string }[]> {
	const { rows } = await sql<{ name: string; key: string }>`
		select c.relname::text as name, a.attname::text as key
		from pg_class c
		join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
		join pg_attribute a on a.attrelid = c.oid
			and a.attname = case when c.relname = 'ward' then 'id' else 'ward_id' end
		where c.relkind in ('r', 'p') and pg_get_userbyid(c.relowner) = current_user
			and not exists (select 1 from pg_policy p where p.polrelid = c.oid)
		order by 1`.execute(db);
	return rows;
}

/** Whether the policy holds for the asking role: it does not for the owner, a superuser, or one that may bypass it. */
export async function isGuarded(db: Kysely<Database>): Promise<boolean> {
	const { rows } = await sql.raw<{ guarded: boolean | null }>(ASK_GUARDED).execute(db);
	return rows[0]?.guarded === true;
}

/** The same as a statement; answers null where there are no tables yet. */
export const ASK_GUARDED = `select bool_and(row_security_active(c.oid)) as guarded from pg_class c
	join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
	where c.relkind in ('r', 'p') and c.relname not like 'kysely_%'`;
