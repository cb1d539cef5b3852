// A phone and the ward's history: who is told what, who is shut out, and what comes in all the same.

import { expect, it } from 'vitest';
import { describeRevocation } from '../contract/problem.ts';
import type { DigestAnswer, ReconcileAnswer } from '../sync/entry.ts';
import { sumAreas } from '../sync/digest.ts';
import {
	eachEngine,
	joinPhone,
	KHANG,
	makePhone,
	makeVisit,
	newId,
	pullAll,
	type TestWard
} from '../../../tests/fixtures/ward.ts';
import { verifySignature } from './vault.ts';

const DAY_MS = 24 * 3600_000;

async function shutOut(test: TestWard, device: string): Promise<void> {
	expect((await (await test.desk('son')).revokeDevice(device as never)).ok).toBe(true);
}

eachEngine('sealed entries', (test) => {
	it('are opened, taken once under whatever seal, and never stand in the store as they came', async () => {
		const phone = await joinPhone(test, KHANG);
		expect(phone.keys?.seal.kid).toMatch(/^2026-[0-9a-f]{8}$/);
		const { entries, person } = await makeVisit(test, phone);
		const first = await phone.push(await phone.seal(entries));
		expect(first.body.res.map(({ s }) => s)).toEqual(['ok', 'ok']);
		const again = await phone.push(await phone.seal(entries));
		expect(again.body.res.map(({ s, seq }) => [s, seq])).toEqual(first.body.res.map(({ seq }) => ['dup', seq]));
		expect((await phone.push(entries)).body.res.map(({ s }) => s)).toEqual(['dup', 'dup']);
		const rows = await pullAll(phone);
		expect(rows.find((row) => row.id === person)?.fields).toMatchObject({ idTail: '0199' });
	});

	it('are kept aside as they came where no key opens them, and hinder no other', async () => {
		const phone = await joinPhone(test, KHANG);
		const other = await joinPhone(test, KHANG);
		const { entries } = await makeVisit(test, phone);
		const [good, moved] = await phone.seal(entries);
		const [cut] = (await phone.seal([phone.entry('visit.add', newId(test), {})])) as unknown as [
			{ body: { ct: string } }
		];
		const spoiled = { ...cut, body: { ...cut.body, ct: `${cut.body.ct.slice(0, -2)}AA` } };
		const unknownKey = { ...phone.entry('visit.add', newId(test), {}), body: { ...cut.body, kid: 'gone' } };
		const noText = phone.entry('visit.add', newId(test), {}, { body: { alg: 'hpke', kid: 'k', enc: '', ct: '' } });
		// a body under another head: somebody on the way gives it another number
		const odd = [{ ...moved, n: 77 }, spoiled, unknownKey, noText];
		const { body } = await phone.push([good!, ...odd]);
		expect(body.res.map(({ s, why }) => why ?? s).toSorted()).toEqual(
			['ok', ...Array(4).fill('entry.sealed')].toSorted()
		);
		expect(other.keys).toEqual(phone.keys);
	});
});

eachEngine('the history', (test) => {
	it('tells every phone where the ward stands, and finds it again', async () => {
		const phone = await joinPhone(test, KHANG);
		const { epoch, wm } = (await phone.pull(0)).body;
		expect(wm).toMatch(/^[A-Za-z0-9_-]{43}$/);
		const { entries } = await makeVisit(test, phone);
		const pushed = await phone.push(entries, { epoch, wm });
		expect(pushed.body.epoch).toBe(epoch);
		expect(pushed.body.wm).not.toBe(wm);
		// an old mark, and the new one: both stand in the history
		expect((await phone.pull(0, { epoch, wm })).body.epoch).toBe(epoch);
		expect((await phone.pull(0, { epoch, wm: pushed.body.wm })).body).toMatchObject({ epoch, wm: pushed.body.wm });
		expect(await (await test.desk('huy')).listIncidents()).toEqual([]);
	});

	it('proves to a phone that it is shut out, and takes what it had written for a week, to be looked at', async () => {
		const phone = await joinPhone(test, KHANG);
		const { entries, person } = await makeVisit(test, phone);
		const { epoch, wm } = (await phone.pull(0, { pend: 3 })).body;
		await shutOut(test, phone.device);
		const refused = await phone.push(entries, { epoch, wm });
		expect(refused).toMatchObject({ status: 403, body: { problem: { code: 'net.revoked' }, epoch } });
		for (const way of ['pull', 'carry', 'digest'] as const) {
			const body = {
				pull: { pend: 0, cur: 0, scope: null, limit: 5 },
				carry: { bundle: await phone.bundle(await phone.seal(entries)) },
				digest: { cur: 0, scope: null, areas: [] }
			}[way];
			const answer = await phone.ask<object>(way, body);
			expect(answer, way).toMatchObject({ status: 403, body: { problem: { code: 'net.revoked' } } });
			expect(JSON.stringify(answer.body)).not.toMatch(/rows|areas|fields/);
		}
		const sealed = await phone.seal(entries);
		const deposited = await phone.deposit(sealed);
		expect(deposited.status).toBe(200);
		expect(deposited.body.res.map(({ s, v, why }) => [s, v, why])).toEqual(
			Array(2).fill(['quar', 0, 'entry.deposited'])
		);
		expect(Object.keys(deposited.body).sort()).toEqual(['epoch', 'now', 'res', 'wm']);
		expect((await phone.deposit(await phone.seal(entries))).body.res.map(({ s }) => s)).toEqual(['dup', 'dup']);
		const ids = entries.map(({ id }) => id);
		const asked = await phone.ask<ReconcileAnswer>('reconcile', { ids: [...ids, newId(test)] });
		expect(asked.body.missing).toHaveLength(1);
		const next = await joinPhone(test, KHANG);
		expect((await pullAll(next)).some((row) => row.id === person)).toBe(false);
		expect(await (await test.desk('huy')).listIncidents()).toMatchObject([
			{ kind: 'unsent', count: 3, volunteerName: KHANG }
		]);
		test.pass(7 * DAY_MS + 1);
		const late = await phone.deposit(sealed);
		expect(late).toMatchObject({ status: 403, body: { problem: { code: 'net.revoked' } } });
		expect((await phone.ask('reconcile', { ids })).status).toBe(403);
	});

	it('signs its word, for one phone and one request', async () => {
		const phone = await joinPhone(test, KHANG);
		await shutOut(test, phone.device);
		const { body, signature } = await phone.pull(0);
		const { sign } = phone.keys!;
		const holds = (device: string, sent: string) =>
			verifySignature(sign, describeRevocation(device, sent), body.proof!);
		expect(await holds(phone.device, signature!)).toBe(true);
		expect(await holds(newId(test), signature!)).toBe(false);
		expect(await holds(phone.device, (await phone.pull(0)).signature!)).toBe(false);
	});

	it('asks a phone that was away too long to read anew, its entries first', async () => {
		const phone = await joinPhone(test, KHANG);
		const { cur, epoch, wm } = (await phone.pull(0)).body;
		await test.changeStore('update device set fresh_seq = 0');
		await test.changeStore(`update ward set min_seq = ${cur - 2}`);
		const told = await phone.pull(3, { epoch, wm });
		expect(told).toMatchObject({ status: 409, body: { problem: { code: 'net.resync', retry: true }, epoch } });
		expect((await phone.pull(cur - 1)).status).toBe(200);
		expect((await phone.pull(3, { ids: [newId(test)] })).status).toBe(200);
		// page by page from the beginning, past the counters at which it was refused
		await pullAll(phone);
		const { entries } = await makeVisit(test, phone);
		expect((await phone.push(entries, { epoch, wm })).body.res.map(({ s }) => s)).toEqual(['ok', 'ok']);
	});

	it('compares copies by area and hands down by id what differs', async () => {
		const phone = await joinPhone(test, KHANG);
		const rows = await pullAll(phone);
		const { cur, scope } = (await phone.pull(0)).body;
		const areas = [...new Set(rows.map((row) => row.area))];
		const ask = async (copies: typeof rows) => {
			const sums = sumAreas(copies, areas);
			return (await phone.ask<DigestAnswer>('digest', { cur, scope: scope!.hash, areas: sums })).body;
		};
		expect(await ask(rows)).toMatchObject({ differ: [], later: [] });
		const lost = rows[4]!;
		const { differ } = await ask(rows.filter((row) => row !== lost));
		expect(differ).toHaveLength(1);
		const wanted = differ[0]!.rows.filter(([id]) => id === lost.id).map(([id]) => id);
		const mended = await phone.pull(cur, { ids: wanted });
		expect(mended.body).toMatchObject({ cur, more: false, rows: [lost] });
	});
});

eachEngine('bundles', (test) => {
	it('are taken once as if the writer had sent them, whoever brings them', async () => {
		const writer = await joinPhone(test, KHANG);
		const carrier = await joinPhone(test, 'Đinh Công Thành');
		const { entries, person } = await makeVisit(test, writer);
		const bundle = await writer.bundle(await writer.seal(entries));
		const brought = await carrier.ask<{ res: { s: string; why?: string }[] }>('carry', { bundle });
		expect(brought.status).toBe(200);
		expect(brought.body.res.map(({ s }) => s)).toEqual(['ok', 'ok']);
		expect((await carrier.ask<{ res: { s: string }[] }>('carry', { bundle })).body.res.map(({ s }) => s)).toEqual([
			'dup',
			'dup'
		]);
		expect((await writer.push(entries)).body.res.map(({ s }) => s)).toEqual(['dup', 'dup']);
		expect((await pullAll(writer)).some((row) => row.id === person)).toBe(true);
		expect((await pullAll(carrier)).some((row) => row.id === person)).toBe(false);
		const desk = await test.desk('huy');
		const names = new Set((await desk.listVisits({ state: 'open' })).rows.map((row) => row.volunteerName));
		expect(names.has(KHANG)).toBe(true);
	});

	it('of a phone that was shut out, of nobody, and changed on the way, are kept aside for a human', async () => {
		const writer = await joinPhone(test, KHANG);
		const carrier = await joinPhone(test, 'Đinh Công Thành');
		const make = async () => writer.seal((await makeVisit(test, writer)).entries);
		const carry = async (bundle: object) => {
			const { body, status } = await carrier.ask<{ res: { s: string; why?: string }[] }>('carry', { bundle });
			return (
				body.res?.map(({ s, why }) => `${s} ${why ?? ''}`)[0] ?? `${status} ${body.problem?.code} ${body.problem?.at}`
			);
		};
		const unknown = 'quar entry.unknownSender';
		const good = await writer.bundle(await make());
		expect(await carry({ ...good, device: newId(test) })).toBe(unknown);
		const second = await writer.bundle(await make());
		expect(await carry({ ...second, madeAt: second.madeAt + 1 })).toBe(unknown);
		const third = await writer.bundle(await make());
		expect(await carry({ ...third, signature: `${'A'.repeat(85)}A` })).toBe(unknown);
		// a client of one's own may be new (push.test.ts); one that another phone writes as is not one's own
		expect(await carry(await writer.bundle(await make(), { cid: carrier.cid }))).toBe(unknown);
		const stolen = await carrier.bundle(await make(), { device: writer.device, cid: writer.cid });
		expect(await carry(stolen)).toBe(unknown);
		const foreign = await writer.bundle(await make(), { ward: newId(test) });
		expect(await carry(foreign)).toBe('400 net.badRequest ward');
		const { entries } = await makeVisit(test, writer);
		expect(await carry(await writer.bundle(entries))).toBe('400 net.badRequest entries');
		expect(await carry({ ...good, entries: [] })).toMatch(/^400 net.badRequest/);
		expect(await carry({ ...good, signature: 'x' })).toMatch(/^400 net.badRequest/);
		const last = await writer.bundle(await make());
		await shutOut(test, writer.device);
		expect(await carry(last)).toBe('quar entry.deposited');
	});

	it('fill nobody’s shelf without end', async () => {
		const writer = await joinPhone(test, KHANG);
		const stranger = await makePhone(test);
		await test.changeStore('update device set deposited = 1999');
		const { entries } = await makeVisit(test, writer);
		const sealed = await writer.seal(entries);
		const bundle = { ...(await writer.bundle(sealed)), device: newId(test) };
		const refused = await writer.ask('carry', { bundle });
		expect(refused).toMatchObject({ status: 413, body: { problem: { code: 'net.tooLarge', at: 'deposit' } } });
		const one = { ...(await writer.bundle(sealed.slice(0, 1))), device: newId(test) };
		expect((await writer.ask('carry', { bundle: one })).status).toBe(200);
		// a repeat takes no room
		expect((await writer.ask('carry', { bundle: one })).status).toBe(200);
		await shutOut(test, writer.device);
		expect((await writer.deposit(sealed.slice(1))).status).toBe(413);
		expect(stranger.device).toBe('');
	});
});
