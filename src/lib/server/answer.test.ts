// What may reach the API at all, and in which shape it answers.

import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { answerProblem, readBody, refuseForeign } from './answer.ts';
import { SYNC_HEADER } from '../contract/version.ts';
import { LIMIT } from '../domain/limit.ts';

const ORIGIN = 'https://phuong.example';
const OURS = { 'content-type': 'application/json', 'x-ward-sync': '1' };

function post(headers: Record<string, string>, body = '{}', method = 'POST') {
	return new Request(`${ORIGIN}/api/v1/sync/push`, { method, headers, body });
}

it.each<[string, Record<string, string>, number | null]>([
	['our own page', { ...OURS, 'sec-fetch-site': 'same-origin', origin: ORIGIN }, null],
	['an old browser of ours', { ...OURS, origin: ORIGIN }, null],
	['no browser', OURS, null],
	['another site', { ...OURS, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
	['another host of the same site', { ...OURS, 'sec-fetch-site': 'same-site' }, 403],
	['an old browser of another site', { ...OURS, origin: 'https://evil.example' }, 403],
	['a form', { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN }, 403],
	['a form with our header', { ...OURS, 'content-type': 'text/plain' }, 415],
	['a page without our header', { 'content-type': 'application/json', origin: ORIGIN }, 403],
	['a body that says it is too long', { ...OURS, 'content-length': String(LIMIT.bodyBytes + 1) }, 413]
])('%s', async (_who, headers, status) => {
	const refusal = refuseForeign(post(headers), ORIGIN);
	expect(refusal?.status ?? null).toBe(status);
	if (!refusal) return;
	expect(refusal.headers.get('x-ward-sync')).toBe('gzip');
	expect(refusal.headers.get('cache-control')).toBe('no-store');
	expect(await refusal.json()).toMatchObject({ problem: { code: expect.any(String) }, now: expect.any(Number) });
});

it('lets reading through and no other method', () => {
	expect(refuseForeign(new Request(`${ORIGIN}/api/v1/content`), ORIGIN)).toBeNull();
	expect(refuseForeign(post(OURS, '{}', 'PUT'), ORIGIN)?.status).toBe(405);
});

it('stops reading a body at the limit, though it never said how long it is', async () => {
	let sent = 0;
	const endless = new ReadableStream<Uint8Array>({
		pull(controller) {
			sent += 1;
			controller.enqueue(new Uint8Array(64 * 1024));
		}
	});
	const request = new Request(ORIGIN, { method: 'POST', body: endless, duplex: 'half' } as RequestInit);
	expect(await readBody(request)).toMatchObject({ problem: { code: 'net.tooLarge' } });
	expect(sent).toBeLessThan(10);
	expect(await readBody(post(OURS, 'x'.repeat(LIMIT.bodyBytes)))).toMatchObject({ ok: true });
});

it('unpacks a body as its answers offer, and never beyond the limit', async () => {
	const send = (body: Uint8Array<ArrayBuffer>, packing = 'gzip') =>
		readBody(new Request(ORIGIN, { method: 'POST', body, headers: { ...OURS, 'content-encoding': packing } }));
	const pack = (text: string) => new Uint8Array(gzipSync(text));
	expect(answerProblem({ code: 'net.busy', retry: true }).headers.get(SYNC_HEADER)).toBe('gzip');
	const body = await send(pack('{"note":"Chưa gặp"}'));
	expect(body.ok && new TextDecoder().decode(body.value)).toBe('{"note":"Chưa gặp"}');
	expect(await send(pack('x'.repeat(LIMIT.bodyBytes)))).toMatchObject({ ok: true });
	// a few hundred bytes that would fill the memory
	expect(await send(pack('x'.repeat(100 * LIMIT.bodyBytes)))).toMatchObject({ problem: { code: 'net.tooLarge' } });
	expect(await send(pack('{}').slice(0, -9))).toMatchObject({ problem: { code: 'net.badRequest' } });
	expect(await send(new TextEncoder().encode('{}'))).toMatchObject({ problem: { code: 'net.badRequest' } });
	expect(await send(pack('{}'), 'br')).toMatchObject({ problem: { code: 'net.badRequest', at: 'content-encoding' } });
});

it('says how long to wait, in whole seconds', () => {
	const answer = answerProblem({ code: 'net.busy', retry: true, waitMs: 1_200 });
	expect(answer.status).toBe(429);
	expect(answer.headers.get('retry-after')).toBe('2');
});
