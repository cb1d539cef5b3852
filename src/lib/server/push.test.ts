// Entries up and rows down through the real routes: once each, of the own quarter only, and nothing is lost.

import { expect, it } from 'vitest';
import { eachEngine, joinPhone, KHANG, makeVisit, newId, pullAll } from '../../../tests/fixtures/ward.ts';

eachEngine('push and pull', (test, engine) => {
	it('takes entries once, however often they come, and hands them down', async () => {
		const phone = await joinPhone(test, KHANG);
		const { entries, person, seen } = await makeVisit(test, phone);
		const first = await phone.push(entries);
		expect(first.status).toBe(200);
		expect(first.body.res.map((verdict) => verdict.s)).toEqual(['ok', 'ok']);
		const again = await phone.push(entries);
		expect(again.body.res.map((verdict) => verdict.s)).toEqual(['dup', 'dup']);
		expect(again.body.res.map((verdict) => verdict.seq)).toEqual(first.body.res.map((verdict) => verdict.seq));
		await test.reopen();
		expect((await phone.push(entries)).body.res.map((verdict) => verdict.s)).toEqual(['dup', 'dup']);
		const rows = await pullAll(phone);
		expect(rows.filter((row) => row.id === person)).toHaveLength(1);
		expect(rows.find((row) => row.id === person)?.fields).toMatchObject({ idTail: '0199' });
		expect(rows.find((row) => row.id === seen)?.fields).toMatchObject({ review: { state: 'waiting' } });
		const desk = await test.desk('huy');
		const [khang] = await desk.listVolunteers();
		expect(khang?.devices[0]).toMatchObject({ id: phone.device, waiting: 0, seenAt: test.now() });
	});

	it('F003 never shows a row of another quarter, and takes none for it', async () => {
		const khang = await joinPhone(test, KHANG);
		const thanh = await joinPhone(test, 'Đinh Công Thành');
		const [third, fourth] = [await pullAll(khang), await pullAll(thanh)];
		expect(third.length).toBeGreaterThan(20);
		const ids = new Set(third.map((row) => row.id));
		expect(fourth.some((row) => ids.has(row.id))).toBe(false);
		expect(new Set(third.map((row) => row.area)).size).toBe(1);
		const foreign = fourth.find((row) => row.table === 'household')!;
		const person = fourth.find((row) => row.table === 'person')!;
		const pushed = await khang.push([
			khang.entry('household.set', foreign.id, { number: '99' }, { bv: 1 }),
			khang.entry('person.set', person.id, { name: 'Ai Đó' }, { bv: 1 }),
			khang.entry('household.create', newId(test), { area: foreign.area, lane: '', number: '1', kind: 'ordinary' })
		]);
		expect(pushed.body.res.map(({ s, why }) => [s, why])).toEqual(Array(3).fill(['quar', 'entry.outOfScope']));
		const { scope } = (await khang.pull(0)).body;
		expect(scope?.areas.filter((area) => area.assigned).map((area) => area.name)).toEqual(['Khu phố 3']);
		expect(scope?.areas.map((area) => area.kind)).toEqual(['province', 'ward', 'quarter']);
		expect((await khang.pull(0, { scope: scope!.hash })).body.scope).toBeUndefined();
	});

	it('keeps what it cannot read aside, and the rest goes on', async () => {
		const phone = await joinPhone(test, KHANG);
		const { entries } = await makeVisit(test, phone);
		const sealed = { alg: 'hpke', kid: 'k', enc: 'e', ct: 'c' };
		const odd = [
			phone.entry('visit.add', newId(test), {}, { body: sealed }),
			phone.entry('cat.feed', newId(test), { a: 1 }),
			phone.entry('visit.add', newId(test), {}, { sv: 99 }),
			phone.entry('person.set', newId(test), { name: 'x'.repeat(20_000) }),
			phone.entry('visit\u0000', newId(test), { odd: '\u0000 \ud800' }),
			phone.entry('visit.set', newId(test), { note: 'chưa có cha' })
		];
		const { body } = await phone.push([...entries, ...odd]);
		expect(body.res.map(({ s, why }) => why ?? s)).toEqual([
			'ok',
			'ok',
			'entry.sealed',
			'entry.unknownKind',
			'entry.unknownVersion',
			'entry.tooLarge',
			'entry.unknownKind',
			'entry.missingParent'
		]);
	});

	it('refuses what is no batch at all, each with its own word', async () => {
		const phone = await joinPhone(test, KHANG);
		const path = '/api/v1/sync/push';
		const entry = phone.entry('visit.add', newId(test), {});
		expect((await phone.push([entry], { sum: '0'.repeat(64) })).body.problem?.code).toBe('net.busy');
		expect((await phone.push(Array(101).fill(entry))).status).toBe(413);
		expect((await phone.send(path, '{"entries":')).body.problem?.code).toBe('net.badRequest');
		expect((await phone.send(path, 'x'.repeat(300 * 1024))).status).toBe(413);
		const other = await joinPhone(test, KHANG);
		expect((await phone.push([entry], { cid: other.cid })).body.problem?.at).toBe('cid');
		expect((await phone.push([entry], { protocol: 2 })).status).toBe(200);
		expect(await phone.pull(0, { protocol: 2 })).toMatchObject({
			status: 426,
			body: { problem: { code: 'net.upgrade' } }
		});
	});

	it('lets a phone that lost its store begin a new client, with the entries of the old one, pushed and carried', async () => {
		const [phone, other] = [await joinPhone(test, KHANG), await joinPhone(test, KHANG)];
		const area = (await pullAll(phone)).find((row) => 'area' in row)!.area;
		const door = phone.entry('household.create', newId(test), { area, lane: '', number: '7', kind: 'ordinary' });
		const [second, third] = [1, 2].map(() =>
			phone.entry('household.create', newId(test), { area, lane: '', number: '8', kind: 'ordinary' })
		);
		expect((await phone.push([door])).body.res).toMatchObject([{ s: 'ok' }]);
		const cid = newId(test);
		expect((await phone.push([door, second!], { cid })).body.res).toMatchObject([{ s: 'dup' }, { s: 'ok' }]);
		const bundle = await phone.bundle(await phone.seal([third!]), { cid: newId(test) });
		const carried = await other.ask<{ res: object[] }>('carry', { bundle });
		expect(carried.body.res).toMatchObject([{ s: 'ok' }]);
		// Not that of a phone which wrote, though it writes under another one now.
		expect((await other.push([other.entry('visit.add', newId(test), {})], { cid: phone.cid })).body.problem?.at).toBe(
			'cid'
		);
	});

	it('says that it is well, with a real write', async () => {
		expect(await test.ward.checkHealth()).toEqual({
			status: 'ok',
			version: 'test',
			engine,
			epoch: expect.stringMatching(/^[0-9a-f-]{36}$/)
		});
	});
});
