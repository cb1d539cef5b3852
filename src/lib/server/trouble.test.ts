// What a store cannot do now: tried again at most three times, then told; a full disk takes nothing. And what nobody
// of ours sends: each has its word, and harms nothing.

import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { eachEngine, joinPhone, KHANG, makeVisit, newId, openTestWard, pullAll } from '../../../tests/fixtures/ward.ts';
import { openStore, openStoreInMemory } from './db/open-store.ts';
import { StoreTrouble } from './db/trouble.ts';

it.each(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', '40001', '40P01'])(
	'tries again after %s, three times, and then says so',
	async (code) => {
		const store = await openStoreInMemory();
		let tries = 0;
		const failing = (times: number) =>
			store.transact(async (trx) => {
				tries += 1;
				await sql`insert into pace (ward_id, key, window_at, count) values ('w', ${`k${times} ${tries}`}, 0, 0)`.execute(
					trx
				);
				if (tries <= times) throw Object.assign(new Error('busy'), { code });
			});
		await failing(3);
		expect(tries).toBe(4);
		const rows = await store.db.selectFrom('pace').select('key').execute();
		expect(rows.map((row) => row.key)).toEqual(['k3 4']);
		tries = 0;
		const trouble = await failing(4).then(
			() => null,
			(error: unknown) => error
		);
		expect(trouble).toBeInstanceOf(StoreTrouble);
		expect((trouble as StoreTrouble).problem.code).toBe('store.failed');
		expect(tries).toBe(4);
		await store.close();
	}
);

it('answers a full disk with 503, takes nothing, reads on, and goes on when there is room', async () => {
	const test = await openTestWard();
	const phone = await joinPhone(test, KHANG);
	const { entries } = await makeVisit(test, phone);
	await test.ward.close();
	const store = await openStore(test.config);
	await test.reopenWith(store);
	const pages = await sql<{ page_count: number }>`pragma page_count`.execute(store.db);
	const room = (more: number) =>
		sql`pragma max_page_count = ${sql.lit(pages.rows[0]!.page_count + more)}`.execute(store.db);
	await room(0);
	const big = Array.from({ length: 60 }, () => phone.entry('person.set', newId(test), { access: 'x'.repeat(3_000) }));
	const full = await phone.push([...entries, ...big]);
	expect(full).toMatchObject({ status: 503, body: { problem: { code: 'store.full', retry: true } } });
	const known = await store.db.selectFrom('entry').select('id').where('id', 'in', [entries[0]!.id]).execute();
	expect(known).toEqual([]);
	await room(10_000);
	expect((await phone.push(entries)).body.res.map(({ s }) => s)).toEqual(['ok', 'ok']);
	expect((await test.ward.checkHealth()).status).toBe('ok');
	await test.close();
});

eachEngine('what nobody of ours sends', (test) => {
	it('gets its word on every way, and changes nothing', async () => {
		const phone = await joinPhone(test, KHANG);
		const other = await joinPhone(test, 'Đinh Công Thành');
		const { entries } = await makeVisit(test, phone);
		const before = (await phone.pull(0)).body.wm;
		for (const way of ['push', 'pull', 'reconcile', 'deposit', 'carry', 'digest'] as const) {
			const path = `/api/v1/sync/${way}`;
			const said = async (body: string, headers: Record<string, string> = {}) => {
				const { status, body: answer } = await phone.send(path, body, headers);
				return `${status} ${answer.problem?.code}`;
			};
			for (const body of ['', '{', 'null', '[]', '{"protocol":1}', '\ufeff{}', '"x"'])
				expect(await said(body), `${way} ${body}`).toBe('400 net.badRequest');
			expect(await said('x'.repeat(256 * 1024 + 1)), way).toBe('413 net.tooLarge');
		}
		const good = JSON.stringify({
			...{ protocol: 1, epoch: null, wm: null, cid: phone.cid, now: 0, ids: [entries[0]!.id] }
		});
		const path = '/api/v1/sync/reconcile';
		const signed = await phone.sign(path, good, test.now());
		const code = async (headers: Record<string, string>, body = good) =>
			(await phone.send(path, body, headers)).body.problem?.code ?? 'taken';
		expect(await code(signed)).toBe('taken');
		// another body under the same signature, another way, another phone's name, another ward's, an old time
		expect(await code(signed, good.replace('"now":0', '"now":1'))).toBe('net.unauthorized');
		expect(await code(await phone.sign('/api/v1/sync/push', good, test.now()))).toBe('net.unauthorized');
		expect(await code({ ...signed, 'x-device': signed['x-device']!.replace(phone.device, other.device) })).toBe(
			'net.unauthorized'
		);
		expect(await code({ ...signed, 'x-device': `${newId(test)}.${phone.device}` })).toBe('net.unauthorized');
		expect(await code(await phone.sign(path, good, test.now() - 6 * 60_000))).toBe('net.clock');
		const many = { ids: Array.from({ length: 1_001 }, () => newId(test)) };
		expect((await phone.ask('reconcile', many)).body.problem?.code).toBe('net.badRequest');
		expect((await phone.deposit(Array(101).fill(entries[0]!))).status).toBe(413);
		expect((await phone.deposit(entries, { cid: other.cid })).body.problem).toMatchObject({ at: 'cid' });
		expect((await phone.deposit(entries, { sum: '0'.repeat(64) })).body.problem?.code).toBe('net.busy');
		test.pass(61_000);
		expect((await phone.pull(0)).body.wm).toBe(before);
		expect((await pullAll(phone)).length).toBeGreaterThan(0);
	});
});
