// The ward's store is put back to an older copy and nobody says so: whoever knows better is believed, also a phone that
// is shut out and one that the store has never heard of.

import { expect, it } from 'vitest';
import type { ReconcileAnswer } from '../sync/entry.ts';
import { eachEngine, joinPhone, KHANG, makePhone, makeVisit, newId, pullAll } from '../../../tests/fixtures/ward.ts';

eachEngine('a store that travelled back', (test) => {
	it('begins a new epoch with the first phone that knows better, and gets back what it lost', async () => {
		const phone = await joinPhone(test, KHANG);
		const { entries: early } = await makeVisit(test, phone);
		await phone.push(early);
		await test.keepCopy();
		const { entries: late, person } = await makeVisit(test, phone, '000185000198');
		const { epoch, wm } = (await phone.push(late)).body;
		await test.travelBack();
		const told = await phone.pull(0, { epoch, wm });
		expect(told.status).toBe(200);
		expect(told.body.epoch).not.toBe(epoch);
		const now = { epoch: told.body.epoch, wm: told.body.wm };
		const ids = [...early, ...late].map(({ id }) => id);
		const { body } = await phone.ask<ReconcileAnswer>('reconcile', { ...now, ids });
		expect(body.missing).toEqual(late.map(({ id }) => id));
		const again = await phone.push([...early, ...late], now);
		expect(again.body.res.map(({ s }) => s)).toEqual(['dup', 'dup', 'ok', 'ok']);
		expect((await pullAll(phone)).filter((row) => row.id === person)).toHaveLength(1);
		const desk = await test.desk('huy');
		expect(await desk.listIncidents()).toMatchObject([{ kind: 'timeTravel', count: late.length, volunteerName: null }]);
		expect((await desk.listAudit()).filter(({ act }) => act === 'ward.timeTravel')).toHaveLength(1);
		expect((await test.ward.checkHealth()).epoch).toBe(told.body.epoch);
	});

	it('notices when it has grown past the lost steps again, by the head alone', async () => {
		const phone = await joinPhone(test, KHANG);
		const other = await joinPhone(test, 'Đinh Công Thành');
		await makeVisit(test, phone);
		await test.keepCopy();
		const { entries } = await makeVisit(test, phone);
		const { epoch, wm } = (await phone.push(entries.slice(0, 1))).body;
		await test.travelBack();
		const household = (await pullAll(other)).find((row) => row.table === 'household')!;
		for (let i = 0; i < 3; i++) {
			const grown = await other.push([other.entry('household.set', household.id, { access: `${i}` }, { bv: 1 })]);
			expect(grown.body.epoch).toBe(epoch);
		}
		expect((await phone.pull(0, { epoch, wm })).body.epoch).not.toBe(epoch);
	});

	it('hears a phone that is shut out, and tells it', async () => {
		const phone = await joinPhone(test, KHANG);
		await (await test.desk('son')).revokeDevice(phone.device as never);
		await test.keepCopy();
		const { entries } = await makeVisit(test, await joinPhone(test, KHANG));
		const { epoch, wm } = (await phone.deposit(entries)).body;
		await test.travelBack();
		test.pass(8 * 24 * 3600_000);
		const refused = await phone.deposit(entries, { epoch, wm });
		expect(refused).toMatchObject({ status: 403, body: { problem: { code: 'net.revoked' } } });
		expect(refused.body.epoch).toMatch(/^[0-9a-f-]{36}$/);
		expect(refused.body.epoch).not.toBe(epoch);
		expect((await test.ward.checkHealth()).epoch).toBe(refused.body.epoch);
	});

	it('hears a phone that it has never heard of, by the mark that only the ward can make', async () => {
		await test.keepCopy();
		const phone = await joinPhone(test, KHANG);
		const { entries } = await makeVisit(test, phone);
		const { epoch, wm } = (await phone.push(entries)).body;
		const stranger = await makePhone(test);
		stranger.device = phone.device;
		// while the ward stands, whoever is not known learns nothing but that, and a true mark learns where it stands
		const nobody = await stranger.pull(0, { epoch, wm: 'A'.repeat(43) });
		expect(nobody).toMatchObject({ status: 401, body: { problem: { code: 'net.unauthorized' } } });
		expect(nobody.body.epoch).toBeUndefined();
		await test.travelBack();
		const forged = await phone.pull(0, { epoch, wm: `${wm.slice(0, 42)}${wm[42] === 'A' ? 'E' : 'A'}` });
		expect([forged.status, forged.body.epoch]).toEqual([401, undefined]);
		expect((await phone.pull(0, { epoch, wm: null })).body.epoch).toBeUndefined();
		const told = await phone.pull(0, { epoch, wm });
		expect(told).toMatchObject({ status: 401, body: { problem: { code: 'net.unauthorized' } } });
		expect(told.body.epoch).not.toBe(epoch);
		expect(Object.keys(told.body).sort()).toEqual(['epoch', 'now', 'problem', 'wm']);
		expect(await (await test.desk('huy')).listIncidents()).toHaveLength(1);
		// the same witness again, before it has heard: no second epoch
		expect((await phone.pull(0, { epoch, wm })).body.epoch).toBe(told.body.epoch);
	});

	it('believes no mark of another ward or epoch, and no phone of another ward', async () => {
		const phone = await joinPhone(test, KHANG);
		const { epoch, wm } = (await phone.pull(0)).body;
		await phone.push((await makeVisit(test, phone)).entries);
		const body = JSON.stringify({
			protocol: 1,
			epoch,
			wm,
			cid: phone.cid,
			pend: 0,
			cur: 0,
			scope: null,
			limit: 5,
			now: 0
		});
		const elsewhere = { 'x-device': `${newId(test)}.${phone.device}` };
		const said = await phone.send('/api/v1/sync/pull', body, elsewhere);
		expect([said.status, said.body.epoch]).toEqual([401, undefined]);
		expect((await phone.pull(0, { epoch: newId(test), wm })).body.epoch).toBe(epoch);
		expect(await (await test.desk('huy')).listIncidents()).toEqual([]);
	});
});
