// What a province sees of its wards: counts that each ward wrote about itself, on both engines, on PostgreSQL behind the
// wall between wards; and who may look.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { startPostgres, type TestPostgres } from '../../../tests/fixtures/postgres.ts';
import { makeAppRole } from '../../../tests/fixtures/app-role.ts';
import { eachEngine, joinPhone, KHANG, makeVisit, openTestWard, type TestWard } from '../../../tests/fixtures/ward.ts';
import { OPEN_COLUMNS } from '../domain/open-figures.ts';
import { LIMIT } from '../domain/limit.ts';
import { readConfig } from './config.ts';
import { initWard } from './operator.ts';
import { addReader, listReaders, readSummaries, revokeReader } from './province.ts';
import { addProvince, manageProvince } from './province-operator.ts';
import { openSite, type Site } from './site.ts';

const HOUR = 3600_000;
const FROM = { address: '10.0.0.9' };

const envOf = (test: TestWard) => ({
	DATA_DIR: test.config.dataDir,
	...(test.config.databaseUrl ? { DATABASE_URL: test.config.databaseUrl } : {})
});

async function addWard(test: TestWard, name: string): Promise<void> {
	const said = { ward: name, quarters: 'Khu phố 1', name: 'Người Quản Trị', login: 'quantri' };
	await initWard(envOf(test), said);
}

async function withSite<Value>(test: TestWard, work: (site: Site) => Promise<Value>): Promise<Value> {
	const site = await openSite(readConfig(envOf(test)), { clock: test.now });
	try {
		return await work(site);
	} finally {
		await site.store.close();
	}
}

const addKey = (test: TestWard, days = 30) => withSite(test, (site) => addReader(site, { name: 'Tổ tỉnh', days }));

async function enter(test: TestWard, key: string): Promise<string> {
	const answer = await test.ward.enterProvince({ key, ...FROM });
	if (!answer.ok) throw new Error(answer.problem.code);
	return answer.value.token;
}

eachEngine('a province', (test) => {
	it('is told nothing while nobody reads, and of a demo ward never', async () => {
		await addWard(test, 'Phường Một');
		expect(await test.ward.keepSummaries()).toEqual([]);
		expect(await withSite(test, readSummaries)).toEqual([]);
		await addKey(test);
		await test.ward.keepSummaries();
		expect((await withSite(test, readSummaries)).map(({ name }) => name)).toEqual(['Phường Một']);
	});

	it('sees what each ward counted, as the ward itself shows it, and a day later the newer count alone', async () => {
		await test.changeStore('update ward set is_demo = 0');
		const key = await addKey(test);
		await test.ward.keepSummaries();
		const desk = await test.desk('son');
		const before = await desk.countFigures();
		const phone = await joinPhone(test, KHANG);
		await phone.push((await makeVisit(test, phone)).entries);
		test.pass(24 * HOUR);
		await test.ward.keepSummaries();
		const token = await enter(test, key);
		const [row, ...more] = (await test.ward.readProvince(token))!.rows;
		expect(more).toEqual([]);
		const { ward } = await (await test.desk('son')).countFigures();
		expect(ward.registered).toBe(before.ward.registered + 1);
		const [told] = await withSite(test, readSummaries);
		expect(told!.counts).toEqual(Object.fromEntries(OPEN_COLUMNS.map((column) => [column, ward[column]])));
		expect(row).toMatchObject({ isStale: false, phones: 1, phonesSilent: 0 });
		expect(told!.waiting).toBe(await (await test.desk('huy')).countOpenVisits());

		// nobody counts any more: the page says so
		test.pass(LIMIT.summaryStaleMs + HOUR);
		const again = (await test.ward.readProvince(await enter(test, key)))!;
		expect(again.rows[0]).toMatchObject({ isStale: true });
	});

	it('sees no count below five, and none from which one could be worked out', async () => {
		await test.changeStore('update ward set is_demo = 0');
		for (const name of ['Phường Một', 'Phường Hai', 'Xã Ba']) await addWard(test, name);
		const key = await addKey(test);
		await test.ward.keepSummaries();
		const set = (ward: string, registered: number) =>
			test.changeStore(`update ward_summary set registered = ${registered}, activated = 3 where ward_name = '${ward}'`);
		await set('Phường Một', 3);
		await set('Phường Hai', 900);
		await set('Xã Ba', 40);
		const view = (await test.ward.readProvince(await enter(test, key)))!;
		const of = (name: string) => view.rows.find((row) => row.name === name)!.counts;
		expect(of('Phường Một').registered).toBeNull();
		// one hidden cell is the total minus the rest: the next smallest goes, too
		expect(view.rows.filter((row) => row.counts.registered === null)).toHaveLength(2);
		expect(of('Phường Hai').registered).toBe(900);
		const shown = JSON.stringify(view);
		for (const { counts } of view.rows)
			for (const count of Object.values(counts)) expect(count === null || count >= LIMIT.openCellLeast).toBe(true);
		expect(shown).not.toMatch(/Khu phố|Người Quản Trị|Khang|Đạt/);
	});

	it('opens with its key alone, for as long as a desk would, and no longer once it is left or taken back', async () => {
		const key = await addKey(test, 2);
		for (const wrong of ['', 'x', `${key}x`, key.replace(/\..*/, '.x'), `${key}.more`, ...(await listIds(test))])
			expect(await test.ward.enterProvince({ key: wrong, ...FROM })).toMatchObject({
				ok: false,
				problem: { code: 'province.badKey' }
			});
		const first = await enter(test, ` ${key}\n`);
		expect((await test.ward.readProvince(first))!.reader).toBe('Tổ tỉnh');
		// the key is no session, and a session no key
		expect(await test.ward.readProvince(key)).toBeNull();
		expect((await test.ward.enterProvince({ key: first, ...FROM })).ok).toBe(false);

		const second = await enter(test, key);
		expect(await test.ward.readProvince(first)).toBeNull();
		await test.ward.leaveProvince(first);
		expect(await test.ward.readProvince(second)).not.toBeNull();
		await test.ward.leaveProvince(second);
		expect(await test.ward.readProvince(second)).toBeNull();

		const idle = await enter(test, key);
		test.pass(LIMIT.sessionIdleMs - 60_000);
		expect(await test.ward.readProvince(idle)).not.toBeNull();
		test.pass(LIMIT.sessionIdleMs - 60_000);
		expect(await test.ward.readProvince(idle)).not.toBeNull();
		test.pass(LIMIT.sessionIdleMs);
		expect(await test.ward.readProvince(idle)).toBeNull();

		const long = await enter(test, key);
		for (let spent = 0; spent < LIMIT.sessionLifeMs - HOUR; spent += HOUR / 3) {
			test.pass(HOUR / 3);
			expect(await test.ward.readProvince(long)).not.toBeNull();
		}
		for (let spent = 0; spent <= HOUR; spent += HOUR / 3) {
			test.pass(HOUR / 3);
			await test.ward.readProvince(long);
		}
		expect(await test.ward.readProvince(long)).toBeNull();

		const taken = await enter(test, key);
		const [reader] = await withSite(test, listReaders);
		expect(await withSite(test, (site) => revokeReader(site, reader!.id))).toBe(true);
		expect(await test.ward.readProvince(taken)).toBeNull();
		expect((await test.ward.enterProvince({ key, ...FROM })).ok).toBe(false);
		expect(await withSite(test, (site) => revokeReader(site, reader!.id))).toBe(false);

		const short = await addKey(test, 1);
		test.pass(25 * HOUR);
		expect((await test.ward.enterProvince({ key: short, ...FROM })).ok).toBe(false);
	});

	it('is not guessed at: an address that tries too often waits, also with the right key', async () => {
		const key = await addKey(test);
		let tries = 0;
		for (; tries < 100; tries++) {
			const answer = await test.ward.enterProvince({ key: `${key}x`, ...FROM });
			if (!answer.ok && answer.problem.code === 'staff.tooMany') break;
		}
		expect(tries).toBe(LIMIT.signInTriesPerQuarterHour * 4);
		expect((await test.ward.enterProvince({ key, ...FROM })).ok).toBe(false);
		expect((await test.ward.enterProvince({ key, address: '10.0.0.10' })).ok).toBe(true);
		test.pass(15 * 60_000);
		expect((await test.ward.enterProvince({ key, ...FROM })).ok).toBe(true);
	});

	it('gets its key from the operator, who sees and takes back all of them', async () => {
		expect(await manageProvince(envOf(test), {})).toEqual(['Nobody reads for a province.']);
		const said = await addProvince(envOf(test), { name: 'Tổ tỉnh' });
		expect(said[1]).toMatch(/^[\w-]+\.[\w-]{43}$/);
		const [line] = await manageProvince(envOf(test), {});
		expect(line).toContain('Tổ tỉnh');
		expect(line).not.toContain(said[1]!.split('.')[1]);
		const [id] = line!.split(' ');
		await manageProvince(envOf(test), { revoke: id! });
		expect((await manageProvince(envOf(test), {}))[0]).toContain('taken back');
		await expect(manageProvince(envOf(test), { revoke: id! })).rejects.toThrow('There is no key');
		await expect(addProvince(envOf(test), { name: 'Tổ tỉnh', days: '900' })).rejects.toThrow('--days');
	});
});

async function listIds(test: TestWard): Promise<string[]> {
	return (await withSite(test, listReaders)).map(({ id }) => id);
}

describe('the wall between wards', () => {
	let postgres: TestPostgres;
	let owner: string;
	let test: TestWard;
	beforeAll(async () => {
		postgres = await startPostgres();
		owner = await postgres.makeDatabase();
		test = await openTestWard(await makeAppRole(owner));
		for (const name of ['Phường Một', 'Phường Hai']) await addWard(test, name);
		await addKey(test);
		await test.ward.keepSummaries();
	});
	afterAll(async () => {
		await test.close();
		await postgres.stop();
	});

	async function ask(url: string, ...statements: string[]): Promise<pg.QueryResult[]> {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		try {
			const answers = [];
			for (const statement of statements) answers.push(await client.query(statement));
			return answers;
		} finally {
			await client.end();
		}
	}

	it('lets a ward see and write its own row alone', async () => {
		const [{ rows }] = (await ask(owner, `select id from ward where name = 'Phường Một'`)) as [pg.QueryResult];
		const say = `select set_config('gocua.ward', '${rows[0].id}', false)`;
		const app = test.config.databaseUrl!;
		const [, seen, changed] = await ask(
			app,
			say,
			'select ward_name from ward_summary',
			'update ward_summary set registered = 7 returning ward_name'
		);
		expect(seen!.rows).toEqual([{ ward_name: 'Phường Một' }]);
		expect(changed!.rows).toEqual([{ ward_name: 'Phường Một' }]);
		const [silent] = await ask(app, 'select * from ward_summary');
		expect(silent!.rows).toEqual([]);
	});

	it('shows a role of the province, which may read these rows, nothing else of any ward', async () => {
		await ask(
			owner,
			'create role gocua_province login',
			'grant usage on schema public to gocua_province',
			'grant select on ward_summary to gocua_province'
		);
		const url = new URL(owner);
		url.username = 'gocua_province';
		const all = `select set_config('gocua.ward', '*', false)`;
		const [, seen] = await ask(url.href, all, 'select ward_name from ward_summary order by 1');
		expect(seen!.rows).toHaveLength(2);
		const [{ rows: tables }] = (await ask(
			owner,
			`select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'ward_summary'`
		)) as [pg.QueryResult];
		expect(tables.length).toBeGreaterThan(50);
		for (const { name } of tables as { name: string }[])
			await expect(ask(url.href, all, `select * from "${name}"`), name).rejects.toThrow('permission denied');
		await expect(ask(url.href, all, 'update ward_summary set registered = 1')).rejects.toThrow('permission denied');
	});
});
