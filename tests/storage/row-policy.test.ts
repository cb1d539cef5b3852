// PostgreSQL's own wall between wards: the server works as a role that owns nothing, and a query that forgets whose rows
// it wants gets its own ward's, or none.

import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/lib/server/db/open-store.ts';
import { guardTables } from '../../src/lib/server/db/row-policy.ts';
import { doctor } from '../../src/lib/server/operator.ts';
import { makeAppRole } from '../fixtures/app-role.ts';
import { startPostgres, type TestPostgres } from '../fixtures/postgres.ts';
import { joinPhone, KHANG, makeVisit, openTestWard, pullAll } from '../fixtures/ward.ts';

let postgres: TestPostgres;
let owner: string;
let app: string;
beforeAll(async () => {
	postgres = await startPostgres();
	owner = await postgres.makeDatabase();
	app = await makeAppRole(owner);
});
afterAll(() => postgres.stop());

async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query<Row>(text)).rows;
	} finally {
		await client.end();
	}
}

it('every table has the policy, also one that a later version brings', async () => {
	const open = `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
		where c.relkind = 'r' and c.relname not like 'kysely_%'
		and not (c.relrowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid))`;
	expect(await ask(owner, open)).toEqual([]);
	await ask(owner, 'create table later (ward_id text, id text, primary key (ward_id, id))');
	expect(await ask(owner, open)).toEqual([{ relname: 'later' }]);
	const store = await openStore({ dataDir: '', databaseUrl: owner }, 1);
	expect(await ask(owner, open)).toEqual([]);
	// again is nothing, and whoever does not own the tables is not troubled with it
	await guardTables(store.db);
	await store.close();
	await ask(owner, 'drop table later');
});

describe('with two wards in the store', () => {
	let store: Store;
	const [one, other] = ['ward-one', 'ward-other'];
	beforeAll(async () => {
		store = await openStore({ dataDir: '', databaseUrl: app }, 2);
		for (const ward of [one, other])
			for (const [at, key] of ['a', 'b'].entries())
				await store.db.insertInto('pace').values({ ward_id: ward, key, window_at: 0, count: at }).execute();
	});
	afterAll(async () => {
		await store.db.deleteFrom('pace').where('ward_id', 'in', [one, other]).execute();
		await store.close();
	});

	it('a connection that says nothing sees nothing and writes nothing', async () => {
		expect(await ask(owner, `select * from pace where ward_id like 'ward-%'`)).toHaveLength(4);
		expect(await ask(app, 'select * from pace')).toEqual([]);
		await expect(ask(app, `insert into pace values ('ward-one', 'c', 0, 0)`)).rejects.toThrow('row-level security');
	});

	it('a query without its where shows, changes and deletes nothing of another ward', async () => {
		const mine = store.of(one);
		const rows = await mine.db.selectFrom('pace').select('ward_id').execute();
		expect(rows).toEqual([{ ward_id: one }, { ward_id: one }]);
		await mine
			.transact(async (trx) => {
				await trx.updateTable('pace').set({ count: 99 }).execute();
				await trx.deleteFrom('pace').where('key', '=', 'b').execute();
				await expect(
					sql`insert into pace (ward_id, key, window_at, count) values (${other}, 'c', 0, 0)`.execute(trx)
				).rejects.toThrow('row-level security');
				// the refused statement ends the transaction
				throw new Error('take it back');
			})
			.catch((error: unknown) => expect(String(error)).toContain('take it back'));
		await mine.transact(async (trx) => void (await trx.updateTable('pace').set({ count: 99 }).execute()));
		const all = await store.db
			.selectFrom('pace')
			.select(['ward_id', 'count'])
			.orderBy('ward_id')
			.orderBy('key')
			.execute();
		expect(all.filter((row) => row.ward_id === other).map(({ count }) => count)).toEqual([0, 1]);
		expect(all.filter((row) => row.ward_id === one).map(({ count }) => count)).toEqual([99, 99]);
	});

	it('two wards in turn on the same connections, a hundred times at once, never see each other', async () => {
		const seen = await Promise.all(
			Array.from({ length: 100 }, async (_, i) => {
				const ward = i % 3 === 0 ? one : i % 3 === 1 ? other : 'nobody';
				const rows = await store.of(ward).db.selectFrom('pace').select('ward_id').execute();
				return rows.every((row) => row.ward_id === ward) && rows.length === (ward === 'nobody' ? 0 : 2);
			})
		);
		expect(seen).toEqual(seen.map(() => true));
	});

	it('the name of a ward is a value and never a statement', async () => {
		for (const odd of [`'; drop table pace; --`, '*', '*x', 'ward-one\u0000', ''])
			expect(
				await store
					.of(odd)
					.db.selectFrom('pace')
					.selectAll()
					.execute()
					.catch(() => [])
			).toEqual([]);
		expect(await ask(owner, `select * from pace where ward_id like 'ward-%'`)).toHaveLength(4);
	});
});

it('the whole way of a phone and a desk works as a role that owns nothing', async () => {
	const test = await openTestWard(app);
	const phone = await joinPhone(test, KHANG);
	const { entries, household } = await makeVisit(test, phone);
	expect((await phone.push(entries)).body.res.map(({ s }) => s)).toEqual(['ok', 'ok']);
	expect((await pullAll(phone)).length).toBeGreaterThan(30);
	const desk = await test.desk('huy');
	expect((await desk.listVisits({ state: 'open' } as never)).rows.length).toBeGreaterThan(0);
	expect(await desk.readHousehold(household as never)).not.toBeNull();
	expect((await desk.countFigures()).ward).toBeTruthy();
	expect((await test.ward.checkHealth()).status).toBe('ok');
	expect(await test.ward.readMetrics({ address: '127.0.0.1' } as never)).not.toBe('');
	const { dataDir } = test.config;
	const say = async (url: string) => (await doctor({ DATA_DIR: dataDir, DATABASE_URL: url })).join('\n');
	expect(await say(app)).toContain('kept apart by the database as well');
	expect(await say(owner)).toContain('kept apart by the program alone');
	await test.close();
});
