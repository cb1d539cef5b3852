// The move to PostgreSQL: whole or not at all, verified by what stands there, and phones go on as if nothing had been.

import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../../../tests/fixtures/postgres.ts';
import { dumpStore } from '../../../tests/fixtures/store-copy.ts';
import {
	joinPhone,
	KHANG,
	makeVisit,
	openTestWard,
	pullAll,
	type TestPhone,
	type TestWard
} from '../../../tests/fixtures/ward.ts';
import { readConfig } from './config.ts';
import { openStore, openStoreAsIs, SQLITE_FILE } from './db/open-store.ts';
import { SqliteFile } from './db/sqlite-file.ts';
import { move } from './move.ts';
import { doctor } from './operator.ts';

let postgres: TestPostgres;
let test: TestWard;
let phone: TestPhone;
let databaseUrl: string;
let env: Record<string, string>;
let file: string;
beforeAll(async () => void (postgres = await startPostgres()));
afterAll(() => postgres.stop());
beforeEach(async () => {
	test = await openTestWard();
	phone = await joinPhone(test, KHANG);
	await phone.push((await makeVisit(test, phone)).entries);
	databaseUrl = await postgres.makeDatabase();
	env = { DATA_DIR: test.config.dataDir, DATABASE_URL: databaseUrl };
	file = join(test.config.dataDir, SQLITE_FILE);
	await test.ward.close();
});
afterEach(() => test.close());

async function ask<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	const { rows } = await client.query<Row>(sql);
	await client.end();
	return rows;
}

const countWards = async () => Number((await ask<{ count: string }>('select count(*) from ward'))[0]!.count);

function changeFile(sql: string, ...values: string[]): void {
	const db = new SqliteFile(file);
	expect(db.prepare(sql).run(...values).changes).toBe(1);
	db.close();
}

/** The rows of every table, in no order. */
async function listRows(config: Parameters<typeof dumpStore>[0]): Promise<Map<string, string[]>> {
	const tables = (await dumpStore(config)).split('\n').map((line) => {
		const [, name, rows] = /^(\S+) (.*)$/.exec(line)!;
		const texts = (JSON.parse(rows!) as Record<string, unknown>[]).map((row) =>
			// the plain driver gives bigints as texts
			JSON.stringify(Object.entries(row).map(([key, value]) => [key, value === null ? null : String(value)]))
		);
		return [name!, texts.toSorted()] as const;
	});
	return new Map(tables.filter(([name]) => !name.startsWith('kysely') && !name.startsWith('sqlite')));
}

it('takes every row over, and the phone goes on where it was', async () => {
	const before = await pullAllClosed();
	const told: string[] = [];
	const said = (await move(env, {}, (line) => told.push(line))).join('\n');
	expect(said).toContain('every table was read back');
	expect(told).toContainEqual(expect.stringMatching(/^record: \d\d+ rows, the same on both sides$/));
	expect(existsSync(file)).toBe(false);
	renameSync(`${file}.moved`, file);
	const [here, there] = [await listRows(readConfig({ ...env, DATABASE_URL: '' })), await listRows(readConfig(env))];
	expect(here.get('record')!.length).toBeGreaterThan(30);
	expect(there).toEqual(here);
	renameSync(file, `${file}.moved`);

	await test.reopenWith(await openStore(readConfig(env)));
	expect(await pullAll(phone)).toEqual(before);
	const after = await phone.push((await makeVisit(test, phone, '000185000200')).entries);
	expect(after.body.res.map(({ s }) => s)).toEqual(['ok', 'ok']);
	expect((await (await test.desk('huy')).listAudit()).map(({ act }) => act)).toContain('ward.move');
	expect((await doctor(env)).join('\n')).toContain('store: ok');
});

async function pullAllClosed() {
	await test.reopen();
	const rows = await pullAll(phone);
	await test.ward.close();
	return rows;
}

it('refuses a database in which there is anything else, and changes neither side', async () => {
	await (await openStore({ dataDir: '', databaseUrl })).close();
	await ask(`insert into pace (ward_id, key, window_at, count) values ('w', 'k', 0, 0)`);
	const before = await dumpStore(readConfig({ ...env, DATABASE_URL: '' }));
	await expect(move(env, {})).rejects.toThrow(/not empty \(pace\)/);
	expect(await countWards()).toBe(0);
	expect(await dumpStore(readConfig({ ...env, DATABASE_URL: '' }))).toBe(before);
});

it('refuses a ward that is running', async () => {
	await test.reopen();
	await expect(move(env, {})).rejects.toThrow('stop it first');
});

it('a row that PostgreSQL does not take stops it by name, with nothing written, and it may be begun again', async () => {
	changeFile(`update volunteer set name = 'a' || char(0) || 'b' where name = ?`, KHANG);
	await expect(move(env, {})).rejects.toThrow(/table volunteer .*PostgreSQL is empty as before/);
	expect(await countWards()).toBe(0);
	changeFile(`update volunteer set name = ? where name like 'a%'`, KHANG);
	expect((await move(env, {})).join()).toContain('Moved');
});

it('a row that arrives otherwise than it was sent is found by the digest, with nothing written', async () => {
	await (await openStore({ dataDir: '', databaseUrl })).close();
	await ask(`create function odd() returns trigger language plpgsql as 'begin new.name := new.name || ''.''; return new; end';
		create trigger odd before insert on staff for each row execute function odd()`);
	await expect(move(env, {})).rejects.toThrow(/table staff .* not the same/);
	expect(await countWards()).toBe(0);
	expect(existsSync(file)).toBe(true);
});

it('a connection that is cut in the middle takes all of it back, and the next move does it', async () => {
	const cut = { done: false };
	const moving = move(env, {}, (line) => {
		if (!line.startsWith('household_row') || cut.done) return;
		cut.done = true;
		void ask(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
			and pid <> pg_backend_pid()`);
	});
	await expect(moving).rejects.toThrow('begin again');
	expect(cut.done).toBe(true);
	expect(await countWards()).toBe(0);
	expect((await move(env, {})).join()).toContain('Moved');
});

it('a move that was cut off after its last step is seen to be done; one row more or less is not', async () => {
	const copy = `${file}.copy`;
	await move(env, {});
	copyFileSync(`${file}.moved`, copy);
	copyFileSync(copy, file);
	const told: string[] = [];
	expect((await move(env, {}, (line) => told.push(line))).join()).toContain('Moved');
	expect(told.join()).toContain('there already');
	copyFileSync(copy, file);
	await ask(`update staff set name = name || '.' where username = 'huy'`);
	await expect(move(env, {})).rejects.toThrow(/not empty .*staff/);
});

it('other keys than the ones it was written with stop it', async () => {
	const other = await openTestWard();
	copyFileSync(join(other.config.dataDir, 'keys.json'), join(test.config.dataDir, 'keys.json'));
	await other.close();
	await expect(move(env, {})).rejects.toThrow('keys');
	const store = openStoreAsIs({ dataDir: '', databaseUrl });
	expect(await store.db.selectFrom('ward').select('id').execute()).toEqual([]);
	await store.close();
});
