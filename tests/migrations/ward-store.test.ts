// The ward store from nothing to today's tables, once and twice, on both databases; and the law of its keys.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/lib/server/db/open-store.ts';
import { SqliteFile } from '../../src/lib/server/db/sqlite-file.ts';
import { startPostgres, type TestPostgres } from '../fixtures/postgres.ts';

let postgres: TestPostgres;
const dataDir = mkdtempSync(join(tmpdir(), 'gocua-migrations-'));
beforeAll(async () => void (postgres = await startPostgres()));
afterAll(async () => {
	await postgres.stop();
	rmSync(dataDir, { recursive: true });
});

/** Kysely's own tables, and the small one that lists the wards, stand outside the rule (stack.md 6). */
const FREE = ['kysely_migration', 'kysely_migration_lock', 'ward'];

it('SQLite: empty and twice, every key begins with the ward, nothing but text and whole numbers', async () => {
	for (let i = 0; i < 2; i++) await (await openStore({ dataDir, databaseUrl: null })).close();
	const db = new SqliteFile(join(dataDir, 'ward.sqlite'), { readonly: true });
	const all = (sql: string) => db.prepare(sql).all() as Record<string, unknown>[];
	const tables = all(`select name from sqlite_master where type = 'table'`).map((row) => String(row['name']));
	const own = tables.filter((name) => !FREE.includes(name));
	expect(own.length).toBeGreaterThanOrEqual(17);
	for (const table of own) {
		const columns = all(`pragma table_info('${table}')`);
		for (const column of columns) expect(['TEXT', 'bigint', 'INTEGER', 'text', 'integer']).toContain(column['type']);
		expect(columns.find((column) => column['pk'] === 1)?.['name'], table).toBe('ward_id');
		for (const index of all(`pragma index_list('${table}')`).filter((row) => row['unique'] === 1)) {
			const [first] = all(`pragma index_info('${String(index['name'])}')`);
			expect(first?.['name'], `${table} ${String(index['name'])}`).toBe('ward_id');
		}
	}
	expect(all(`select name from sqlite_master where type in ('trigger', 'view')`)).toEqual([]);
	db.close();
});

it('PostgreSQL: two servers that start at once, every key begins with the ward, no sequence and no trigger', async () => {
	const databaseUrl = await postgres.makeDatabase();
	const stores = await Promise.all([1, 2].map(() => openStore({ dataDir, databaseUrl })));
	for (const store of stores) await store.close();
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	const { rows } = await client.query<{ table: string; first: string }>(`
		select c.relname as table, a.attname as first
		from pg_index i
		join pg_class c on c.oid = i.indrelid
		join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
		join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
		where i.indisunique`);
	const own = rows.filter((row) => !FREE.includes(row.table));
	expect(own.length).toBeGreaterThanOrEqual(17);
	for (const row of own) expect(row.first, row.table).toBe('ward_id');
	const odd = await client.query(`
		select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname = 'public' and (relkind = 'S' or relhastriggers)`);
	expect(odd.rows).toEqual([]);
	await client.end();
});
