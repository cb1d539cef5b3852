import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VOLUNTEER_NAME, WardServer, CODE, type Mood } from '../../../tests/fixtures/ward-server.ts';
import { makeWardKeys } from '../../../tests/fixtures/ward-keys.ts';
import { makeEntry, newId, post } from '../../../tests/storage/samples.ts';
import type { ClientId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { PullRequest, PushBatch } from '../sync/entry.ts';
import { SYNC_HEADER } from '../contract/version.ts';
import { lookUpInvitation, openLink, sendJoin, type OpenLink } from './link.ts';
import { makeDeviceKeys } from './vault.ts';

const cid = newId<ClientId>();
const HEAD = { epoch: null, wm: null, cid, pend: 1, now: Date.now() };
const PULL: PullRequest = { ...HEAD, cur: 0, scope: null, limit: 10 };
const makeBatch = (): PushBatch => ({
	...HEAD,
	maxN: 1,
	entries: [post(makeEntry({ n: 1, p: { 1: 'một', note: 'ế' } }))]
});
const json = { type: 'application/json', headers: { [SYNC_HEADER]: '1' } };

describe('the way to the ward', () => {
	let server: WardServer;
	let link: OpenLink;
	let skewMs = 0;
	/** What the phone said of its app, request by request. */
	const told: (string | null)[] = [];
	const listen: typeof fetch = (input, init) => {
		told.push(new Headers(init?.headers).get('x-app-version'));
		return fetch(input, init);
	};
	beforeEach(async () => {
		skewMs = 0;
		told.length = 0;
		server = await WardServer.open();
		const tools = { origin: server.origin, fetch: listen, clock: () => Date.now() + skewMs, appVersion: 'a1b2' };
		const { keys, publicKey } = await makeDeviceKeys();
		const pledge = { wording: 1, acceptedAt: 0 };
		expect(await sendJoin(tools, { protocol: 1, code: CODE, cid, publicKey, pledge })).toMatchObject({ ok: true });
		link = openLink(tools, {
			ward: server.wardId,
			device: server.device,
			key: keys.signing,
			clockOffsetMs: 0,
			wardKey: () => server.keys.keys.sign
		});
	});
	afterEach(() => server.close());

	it('signs what it sends so that the ward knows this phone', async () => {
		const answer = await link.pull(PULL);
		expect(answer).toMatchObject({ ok: true, value: { rows: [], scope: { volunteer: { name: VOLUNTEER_NAME } } } });
		const pushed = await link.push(makeBatch());
		expect(pushed).toMatchObject({ ok: true, value: { res: [{ seq: 1 }] } });
	});

	it('tells the version of its app until an answer came, and not again', async () => {
		server.mood = () => ({ status: 502, body: '' });
		await link.pull(PULL);
		server.mood = null;
		await link.pull(PULL);
		await link.pull(PULL);
		// the first one is the join, which nobody signs
		expect(told).toEqual([null, 'a1b2', 'a1b2', null]);
	});

	it('packs a long request once the ward has said that it can be, and no more after a stranger answered', async () => {
		const long = (n: number): PushBatch => ({
			...makeBatch(),
			entries: [post(makeEntry({ n, p: { note: 'ế'.repeat(2_000) } }))]
		});
		const how = async (batch: PushBatch) => [(await link.push(batch)).ok, server.asked.at(-1)!.isPacked];
		expect(await how(long(1))).toEqual([true, false]);
		expect(await how(long(2))).toEqual([true, true]);
		expect(await how(makeBatch())).toEqual([true, false]);
		expect(await how(long(3))).toEqual([true, true]);
		server.mood = () => ({ status: 415, body: '<html>Unsupported' });
		expect(await how(long(4))).toEqual([false, true]);
		server.mood = null;
		expect(await how(long(4))).toEqual([true, false]);
		// put back to an older version
		server.packing = '1';
		expect(await how(long(5))).toEqual([true, true]);
		expect(await how(long(6))).toEqual([true, false]);
		vi.stubGlobal('CompressionStream', undefined);
		server.packing = 'gzip';
		expect(await how(long(7))).toEqual([true, false]);
		expect(await how(long(8))).toEqual([true, false]);
		vi.unstubAllGlobals();
	});

	const moods: [string, Mood, string][] = [
		['a page of a captive portal', () => ({ status: 200, body: '<html>Đăng nhập wifi' }), 'net.notWard'],
		['a page with the mark of JSON', () => ({ status: 200, type: 'application/json', body: '{}' }), 'net.notWard'],
		['JSON of another shape', () => ({ status: 200, ...json, body: '{"ok":true}' }), 'net.notWard'],
		['a way elsewhere', () => ({ status: 302, body: '', headers: { location: '/login' } }), 'net.notWard'],
		['a body that is cut off', () => 'cut', 'net.offline'],
		['a 401 of a stranger', () => ({ status: 401, body: 'no' }), 'net.notWard'],
		['a 401 of the ward', () => refuse(401, 'net.unauthorized'), 'net.unauthorized'],
		['a 403 of the ward without a proof', () => refuse(403, 'net.revoked'), 'net.unauthorized'],
		['a 413 of a proxy', () => ({ status: 413, body: '<html>Too large' }), 'net.tooLarge'],
		['a 500 page', () => ({ status: 500, body: '<html>Internal error' }), 'net.busy'],
		['a 502 of a proxy', () => ({ status: 502, body: '' }), 'net.busy'],
		['a 500 of the ward without a word', () => ({ status: 500, ...json, body: 'x' }), 'net.busy'],
		['a 429', () => ({ status: 429, ...json, body: '{}' }), 'net.busy'],
		['a 426 of the ward', () => refuse(426, 'net.upgrade'), 'net.upgrade'],
		['a 409 of the ward without a word', () => ({ status: 409, ...json, body: '{}' }), 'net.resync'],
		['a 404 of a stranger', () => ({ status: 404, body: 'Not found' }), 'net.notWard'],
		[
			'a 200 of the ward that is cut in the middle',
			() => ({ status: 200, ...json, body: '{"epoch":"e","wm":"' }),
			'net.notWard'
		],
		['a 408', () => ({ status: 408, ...json, body: '{}' }), 'net.busy'],
		['a 408 of a proxy', () => ({ status: 408, body: '' }), 'net.busy'],
		['a 413 of the ward', () => refuse(413, 'net.tooLarge'), 'net.tooLarge'],
		['a 422 of the ward without a word', () => ({ status: 422, ...json, body: '{}' }), 'net.badRequest'],
		['a 425', () => ({ status: 425, ...json, body: '{}' }), 'net.busy'],
		['a 426 of a stranger', () => ({ status: 426, body: '' }), 'net.notWard'],
		['a 503 with a word of the ward', () => refuse(503, 'net.busy'), 'net.busy'],
		['a code that is not in the table', () => refuse(400, 'net.unheardOf'), 'net.badRequest']
	];
	it.each(moods)('takes %s for no answer', async (_, mood, code) => {
		server.mood = mood;
		for (const answer of [await link.pull(PULL), await link.push(makeBatch())])
			expect(answer).toMatchObject({ ok: false, problem: { code } });
		server.mood = null;
		expect(await link.pull(PULL)).toMatchObject({ ok: true });
	});

	it('believes that this phone was shut out when the ward has signed it for this very request', async () => {
		server.isRevoked = true;
		const first = await link.pull(PULL);
		expect(first).toMatchObject({ ok: false, problem: { code: 'net.revoked' }, ward: { epoch: server.epoch } });
		// The proof of another request, of another phone, and one by another key prove nothing.
		server.isRevoked = false;
		const proof = await server.keys.sign(`gocua revoked 1\n${server.device}\nanother`);
		const strange = (await makeWardKeys('x')).sign('gocua revoked 1');
		for (const said of [proof, await strange, 'x', undefined]) {
			const body = JSON.stringify({ problem: { code: 'net.revoked', retry: false }, proof: said });
			server.mood = () => ({ status: 403, ...json, body });
			expect(await link.pull(PULL)).toMatchObject({ ok: false, problem: { code: 'net.unauthorized' } });
		}
	});

	it('hands on what the ward says of its history when it refuses, and nothing that a stranger says', async () => {
		const ward = { epoch: 'e2', wm: 'w2', now: 5 };
		const body = JSON.stringify({ problem: { code: 'net.upgrade', retry: false }, ...ward });
		server.mood = () => ({ status: 426, ...json, body });
		expect(await link.pull(PULL)).toMatchObject({ ok: false, problem: { code: 'net.upgrade' }, ward });
		server.mood = () => ({ status: 426, type: 'application/json', body });
		expect(await link.pull(PULL)).not.toHaveProperty('ward');
		server.mood = () => refuse(426, 'net.upgrade');
		expect(await link.pull(PULL)).not.toHaveProperty('ward');
	});

	it('waits as long as it is told to', async () => {
		server.mood = () => ({ status: 503, body: '', headers: { 'retry-after': '7' } });
		expect(await link.pull(PULL)).toMatchObject({ ok: false, problem: { code: 'net.busy', waitMs: 7000 } });
	});

	it.each([-7 * 3600_000, 7 * 3600_000])(
		'with a clock that is %d ms off it takes the ward’s and asks again',
		async (ms) => {
			skewMs = ms;
			expect(await link.pull(PULL)).toMatchObject({ ok: true });
			const asked = server.asked.length;
			expect(await link.pull(PULL)).toMatchObject({ ok: true });
			// and keeps it for the next time
			expect(server.asked.length).toBe(asked + 1);
		}
	);

	it.each([
		['before the first byte', LIMIT.firstByteWaitMs, 'hang'],
		['in the middle of an answer', LIMIT.answerWaitMs, 'stall']
	] as const)('does not wait for ever %s', async (_, mostMs, mood) => {
		server.mood = () => mood;
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		try {
			const asked = server.asked.length;
			const answer = link.pull(PULL);
			await vi.waitUntil(() => server.asked.length > asked);
			// The head of a stalled answer has to arrive before its own time begins to run.
			await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
			await vi.advanceTimersByTimeAsync(mostMs);
			expect(await answer).toMatchObject({ ok: false, problem: { code: 'net.timeout' } });
		} finally {
			vi.useRealTimers();
		}
	});

	it('without a ward says that there is no network', async () => {
		await server.close();
		expect(await link.pull(PULL)).toMatchObject({ ok: false, problem: { code: 'net.offline' } });
		server = await WardServer.open();
	});

	it('says nothing any more once it is closed', async () => {
		const asked = server.asked.length;
		link.close();
		expect(await link.pull(PULL)).toMatchObject({ ok: false, problem: { code: 'vault.locked' } });
		expect(server.asked.length).toBe(asked);
	});

	it('hands on why a code is refused', async () => {
		const tools = { origin: server.origin, fetch, clock: Date.now };
		expect(await lookUpInvitation(tools, '0000KHEKA0000002')).toMatchObject({
			ok: false,
			problem: { code: 'join.badCode' }
		});
	});
});

function refuse(status: number, code: string) {
	return { status, ...json, body: JSON.stringify({ problem: { code, retry: false } }) };
}
