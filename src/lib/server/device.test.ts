// Phones of volunteers: let in by a code, known by their key, shut out.

import { expect, it } from 'vitest';
import { eachEngine, joinPhone, KHANG, lookAt, makePhone, newId } from '../../../tests/fixtures/ward.ts';

const MINUTE_MS = 60_000;

eachEngine('joining', (test) => {
	it('looks without using, joins once, and answers the same phone again when the answer was lost', async () => {
		const code = await test.invite(KHANG);
		expect(code).toHaveLength(16);
		expect((await lookAt(test, code.toLowerCase())).body).toMatchObject({
			volunteer: { name: KHANG, role: 'youth' },
			areas: ['Khu phố 3']
		});
		const phone = await makePhone(test);
		const first = await phone.join(code);
		expect(first.status).toBe(200);
		expect(first.response.headers.get('x-ward-sync')).toBe('gzip');
		expect(first.response.headers.get('cache-control')).toBe('no-store');
		expect((await phone.join(code)).body.device).toBe(first.body.device);
		const thief = await makePhone(test);
		expect(await thief.join(code)).toMatchObject({ status: 410, body: { problem: { code: 'join.used' } } });
		expect((await lookAt(test, code)).body.problem?.code).toBe('join.used');
	});

	it('refuses a pledge that no ward has worded, on both databases in the same words', async () => {
		const phone = await makePhone(test);
		const pledge = { wording: 2 ** 40, acceptedAt: test.now() };
		const said = await phone.join(await test.invite(KHANG), { pledge });
		expect([said.status, said.body.problem?.at]).toEqual([400, 'pledge.wording']);
	});

	it('refuses an expired code, a wrong key and a wrong code, and stops guessing', async () => {
		const code = await test.invite(KHANG);
		const phone = await makePhone(test);
		expect((await phone.join(code, { publicKey: 'A'.repeat(87) })).status).toBe(400);
		expect((await phone.join(code, { pledge: { wording: 1, acceptedAt: 1.5 } })).status).toBe(400);
		expect((await phone.join('12', {})).body.problem?.code).toBe('net.badRequest');
		test.pass(10 * MINUTE_MS);
		expect(await phone.join(code)).toMatchObject({ status: 410, body: { problem: { code: 'join.expired' } } });
		const wrong = `${code.slice(0, 15)}${code.endsWith('0') ? '1' : '0'}`;
		for (let i = 0; i < 10; i++) expect((await phone.join(wrong)).body.problem?.code).toBe('join.badCode');
		const refused = await phone.join(wrong);
		expect(refused).toMatchObject({ status: 429, body: { problem: { code: 'join.tooMany' } } });
		expect(Number(refused.response.headers.get('retry-after'))).toBeGreaterThan(60);
		const fresh = await test.invite(KHANG);
		expect((await phone.join(fresh)).body.problem?.code).toBe('join.tooMany');
		expect((await phone.join(fresh, {}, '10.0.0.77')).status).toBe(200);
	});

	it('keeps two phones of a volunteer; the third shuts the first one out', async () => {
		const first = await joinPhone(test, KHANG);
		test.pass(1000);
		const second = await joinPhone(test, KHANG);
		test.pass(1000);
		const third = await joinPhone(test, KHANG);
		expect(await first.pull(0)).toMatchObject({ status: 403, body: { problem: { code: 'net.revoked' } } });
		expect((await second.pull(0)).status).toBe(200);
		expect((await third.pull(0)).status).toBe(200);
	});

	it('lets only leader, area police and administrator invite and revoke', async () => {
		const phone = await joinPhone(test, KHANG);
		const [khang] = await (await test.desk('huy')).listVolunteers();
		for (const [username, mayInvite] of Object.entries({ huy: 1, son: 1, khiem: 1, cuc: 0, tuyet: 0 })) {
			const desk = await test.desk(username);
			expect((await desk.makeInvitation(khang!.id)).ok, username).toBe(mayInvite === 1);
			const revoked = await desk.revokeDevice(newId(test) as never);
			expect(!revoked.ok && revoked.problem.code, username).toBe(mayInvite ? 'field.badChoice' : 'staff.notAllowed');
		}
		const desk = await test.desk('son');
		expect((await desk.revokeDevice(phone.device as never)).ok).toBe(true);
		expect((await phone.pull(0)).body.problem?.code).toBe('net.revoked');
		expect((await phone.push([phone.entry('visit.add', newId(test), {})])).body.problem?.code).toBe('net.revoked');
	});

	it('knows a phone by its key only, and not when its clock is off', async () => {
		const phone = await joinPhone(test, KHANG);
		const stranger = await makePhone(test);
		stranger.device = phone.device;
		expect((await stranger.pull(0)).status).toBe(401);
		const body = '{"protocol":1}';
		const path = '/api/v1/sync/pull';
		expect((await phone.send(path, body)).body.problem?.code).toBe('net.badRequest');
		const pull = {
			protocol: 1,
			epoch: null,
			wm: null,
			cid: phone.cid,
			pend: 0,
			cur: 0,
			scope: null,
			limit: 1,
			now: 0
		};
		const good = JSON.stringify(pull);
		expect((await phone.send(path, good, { 'x-device': 'x.y' })).body.problem?.code).toBe('net.unauthorized');
		expect((await phone.send(path, good, { 'x-device-time': '1' })).body.problem?.code).toBe('net.unauthorized');
		expect((await phone.send(path, good, { 'x-device-signature': 'AAAA' })).status).toBe(401);
		const early = phone.send(path, good);
		test.pass(-6 * MINUTE_MS);
		expect((await early).body.problem?.code).toBe('net.clock');
		expect((await phone.send(path, good)).status).toBe(200);
	});

	it('shows the desk which app and which guides a phone uses, and since when something waits there', async () => {
		const phone = await joinPhone(test, KHANG);
		const pull = (pend: number, headers: Record<string, string> = {}) => {
			const known = { protocol: 1, epoch: null, wm: null, cid: phone.cid, cur: 0, scope: null, limit: 1 };
			const body = JSON.stringify({ ...known, pend, now: test.now() });
			return phone.send('/api/v1/sync/pull', body, headers);
		};
		const seen = async () => {
			const rows = await (await test.desk('huy')).listVolunteers();
			return rows.find((row) => row.name === KHANG)!.devices[0]!;
		};
		expect(await seen()).toMatchObject({ appVersion: null, contentVersion: null, waitingSince: null });
		expect((await pull(2, { 'x-app-version': 'a1b2c3' })).status).toBe(200);
		const since = test.now();
		test.pass(MINUTE_MS);
		await pull(3, { 'x-app-version': '<script>' });
		expect(await seen()).toMatchObject({ appVersion: 'a1b2c3', waiting: 3, waitingSince: since });
		test.pass(MINUTE_MS);
		await pull(0);
		expect(await seen()).toMatchObject({ waiting: 0, waitingSince: null });
		await pull(1);
		expect(await seen()).toMatchObject({ waiting: 1, waitingSince: test.now() });
	});

	it('slows down a phone that asks more than 60 times a minute', async () => {
		const phone = await joinPhone(test, KHANG);
		for (let i = 0; i < 60; i++) expect((await phone.pull(9999)).status).toBe(200);
		const refused = await phone.pull(9999);
		expect(refused).toMatchObject({ status: 429, body: { problem: { code: 'net.busy' } } });
		test.pass(MINUTE_MS);
		expect((await phone.pull(9999)).status).toBe(200);
	});
});
