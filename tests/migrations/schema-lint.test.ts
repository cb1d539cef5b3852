// The rules that let the tables be cut by ward, held by the catalogues of both engines; and each rule caught breaking.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, SQLITE_FILE } from '../../src/lib/server/db/open-store.ts';
import { SqliteFile } from '../../src/lib/server/db/sqlite-file.ts';
import { startPostgres, type TestPostgres } from '../fixtures/postgres.ts';
import { lintPostgres, lintSqlite } from './schema-lint.ts';

/** What is planted, and how the lint names it. */
type Plant = readonly [what: string, sql: string, found: RegExp];

const KEYS: readonly Plant[] = [
	['a key without the ward', 'create table odd (id text primary key, ward_id text)', /^odd: .* begins with id$/],
	[
		'a key in which the ward comes second',
		'create table odd (id text, ward_id text, primary key (id, ward_id))',
		/^odd: .* begins with id$/
	],
	['a table without a key', 'create table odd (ward_id text, id text)', /^odd: no primary key$/],
	[
		'a unique index without the ward',
		'create unique index odd on staff (username)',
		/^staff: odd begins with username$/
	],
	[
		'a unique index on an expression',
		'create unique index odd on staff (lower(username))',
		/^staff: odd begins with null$/
	],
	[
		'a foreign key without the ward',
		'create table odd (ward_id text, id text, of text references ward (id), primary key (ward_id, id))',
		/^odd: .* begins with of$/
	]
];

const SQLITE: readonly Plant[] = [
	...KEYS,
	['a counter', 'create table odd (ward_id integer primary key autoincrement)', /^odd: autoincrement$/],
	['a row number as key', 'create table odd (ward_id integer primary key)', /^odd: the row number/],
	['a trigger', 'create trigger odd after insert on pace begin delete from pace; end', /^trigger odd$/]
];

const POSTGRES: readonly Plant[] = [
	...KEYS,
	["a column in a language's order", 'alter table staff add column odd text', /^staff\.odd: in the order of default$/],
	['a sequence', 'create sequence odd', /^sequence odd$/],
	['a serial column', 'create table odd (ward_id text, id serial, primary key (ward_id, id))', /^sequence odd_id_seq$/],
	[
		'an identity column',
		'create table odd (ward_id text, id bigint generated always as identity, primary key (ward_id, id))',
		/^odd: identity id$/
	],
	[
		'a trigger',
		`create function odd() returns trigger language plpgsql as 'begin return new; end';
		 create trigger odd after insert on pace for each row execute function odd()`,
		/^trigger odd$/
	]
];

describe('SQLite', () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'gocua-lint-'));
	let file: SqliteFile;
	beforeAll(async () => {
		await (await openStore({ dataDir, databaseUrl: null })).close();
		file = new SqliteFile(join(dataDir, SQLITE_FILE));
	});
	afterAll(() => {
		file.close();
		rmSync(dataDir, { recursive: true });
	});

	it('every key begins with the ward, nothing counts, nothing is triggered', () =>
		expect(lintSqlite(file)).toEqual([]));

	it.each(SQLITE)('finds %s', (_what, sql, found) => {
		file.exec(`begin; ${sql}`);
		const faults = lintSqlite(file);
		file.exec('rollback');
		expect(faults).toContainEqual(expect.stringMatching(found));
	});
});

describe('PostgreSQL', () => {
	let postgres: TestPostgres;
	let client: pg.Client;
	beforeAll(async () => {
		postgres = await startPostgres();
		const databaseUrl = await postgres.makeDatabase();
		await (await openStore({ dataDir: '', databaseUrl })).close();
		client = new pg.Client({ connectionString: databaseUrl });
		await client.connect();
	});
	afterAll(async () => {
		await client.end();
		await postgres.stop();
	});

	it('every key begins with the ward, nothing counts, nothing is triggered', async () =>
		expect(await lintPostgres(client)).toEqual([]));

	it.each(POSTGRES)('finds %s', async (_what, sql, found) => {
		await client.query(`begin; ${sql}`);
		const faults = await lintPostgres(client);
		await client.query('rollback');
		expect(faults).toContainEqual(expect.stringMatching(found));
	});
});
