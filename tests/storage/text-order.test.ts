// A database that was made in a language's order keeps and compares our text by its bytes all the same, from the first
// start on and after an update of a store that is older than this rule.

import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/lib/server/db/open-store.ts';
import { startPostgres, type TestPostgres } from '../fixtures/postgres.ts';

const LANGUAGE = `select 'a' < 'B' as language, 'a' < 'B' collate "C" as bytes`;
const ORDERS = `select distinct o.collname::text as name from pg_attribute a join pg_collation o on o.oid = a.attcollation
	where a.attrelid = 'saved_filter'::regclass and a.attnum > 0`;
const POLICY = `select 1 from pg_policy where polrelid = 'saved_filter'::regclass`;

let postgres: TestPostgres;
let url: string;
let client: pg.Client;
beforeAll(async () => {
	postgres = await startPostgres();
	url = await postgres.makeDatabase();
	await (await openStore({ dataDir: '', databaseUrl: url })).close();
	client = new pg.Client({ connectionString: url });
	await client.connect();
});
afterAll(async () => {
	await client.end();
	await postgres.stop();
});

it('names come back as SQLite would give them, in a database whose own order is Vietnamese', async () => {
	expect((await client.query(LANGUAGE)).rows).toEqual([{ language: true, bytes: false }]);
	const store = await openStore({ dataDir: '', databaseUrl: url });
	for (const name of ['b', 'A', 'a', 'B', 'đ', 'e'])
		await store.db.insertInto('saved_filter').values({ ward_id: 'w', staff_id: 's', name, query: '' }).execute();
	const rows = await store.db.selectFrom('saved_filter').select('name').orderBy('name').execute();
	await store.close();
	expect(rows.map(({ name }) => name)).toEqual(['A', 'B', 'a', 'b', 'e', 'đ']);
});

it('an older store is mended at its next start, behind the same wall between wards', async () => {
	await client.query('drop policy ward_rows on saved_filter');
	for (const column of ['ward_id', 'name'])
		await client.query(`alter table saved_filter alter column ${column} type text collate "default"`);
	await client.query(`create policy ward_rows on saved_filter using (ward_id = 'w')`);
	expect((await client.query(ORDERS)).rows).toContainEqual({ name: 'default' });
	await (await openStore({ dataDir: '', databaseUrl: url })).close();
	expect((await client.query(ORDERS)).rows).toEqual([{ name: 'C' }]);
	expect((await client.query(POLICY)).rows).toHaveLength(1);
});
