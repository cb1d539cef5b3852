// The built server as it is started, hit through its socket: connections that are closed by half, cut in the middle,
// or full of nonsense, and bodies made from the schemas and broken. It answers what it can, ends nothing, and says
// nothing of its inside.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ENDPOINTS } from '../../src/lib/contract/openapi.ts';
import { Servers } from '../bench/load/servers.ts';
import { breakText, makeValue, mutate, pick, seeded, type JsonSchema } from '../fuzz/make-value.ts';

const COUNT = Number(process.env['FUZZ'] ?? 300);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const HALF_CLOSED = 60;
const MOST_MEMORY_MB = 400;
const LEAK = /\.(ts|js|mjs):\d+|node:internal|\bselect\b.+\bfrom\b|SQLITE|kysely|keys\.json|pw_hash/i;

const servers = new Servers();
let dataDir: string;
let port: number;
beforeAll(async () => {
	const room = join(import.meta.dirname, '../.tmp');
	mkdirSync(room, { recursive: true });
	dataDir = mkdtempSync(join(room, 'socket-'));
	await servers.start({ dataDir, databaseUrl: null }, 1);
	port = Number(new URL(servers.origins[0]!).port);
}, 60_000);
afterAll(async () => {
	await servers.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

/** Sends bytes and then closes its own half, or cuts; answers what came back until the other side closed. */
function send(bytes: string | Buffer, end: 'half' | 'cut', waitMs = 5_000): Promise<string> {
	return new Promise((resolve) => {
		let text = '';
		const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
		const patience = setTimeout(() => socket.destroy(), waitMs);
		socket.on('data', (chunk) => (text += chunk.toString('latin1')));
		socket.on('error', () => socket.destroy());
		socket.once('end', () => socket.destroy());
		socket.once('close', () => {
			clearTimeout(patience);
			resolve(text);
		});
		socket.once('connect', () => {
			socket.write(bytes, () => (end === 'half' ? socket.end() : socket.destroy()));
		});
	});
}

async function expectAlive(): Promise<void> {
	const health = await fetch(`${servers.origins[0]}/healthz`);
	expect([health.status, ((await health.json()) as { status: string }).status]).toEqual([200, 'ok']);
}

it(`answers ${HALF_CLOSED} connections whose sender has closed its half, and lets go of them`, async () => {
	const ask = 'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n';
	const whole = await Promise.all(Array.from({ length: HALF_CLOSED }, () => send(ask, 'half')));
	for (const text of whole) expect(text).toMatch(/^HTTP\/1\.1 200 /);
	// the head says that more is to come, and no more can come
	const head = 'POST /api/v1/sync/push HTTP/1.1\r\nhost: x\r\nx-ward-sync: 1\r\ncontent-type: application/json\r\n';
	const begun = performance.now();
	const short = await Promise.all(
		Array.from({ length: HALF_CLOSED }, () => send(`${head}content-length: 1000\r\n\r\n{`, 'half', 30_000))
	);
	expect(performance.now() - begun).toBeLessThan(25_000);
	for (const text of short) expect(text).toMatch(/^($|HTTP\/1\.1 4\d\d )/);
	await expectAlive();
}, 60_000);

it('is not shaken by connections that are cut anywhere in a request', async () => {
	const body = JSON.stringify({ protocol: 1, code: 'ZZZZZZZZZZZZZZZZ' });
	const request = `POST /api/v1/join/look HTTP/1.1\r\nhost: x\r\nx-ward-sync: 1\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
	await Promise.all(Array.from({ length: request.length }, (_, at) => send(request.slice(0, at + 1), 'cut')));
	await expectAlive();
}, 60_000);

it('answers broken heads with 4xx or by hanging up', async () => {
	const random = seeded(SEED);
	const head = 'POST /api/v1/sync/pull?a=1 HTTP/1.1\r\nhost: x\r\nx-ward-sync: 1\r\ncontent-length: 2\r\n\r\n{}';
	for (let i = 0; i < COUNT / 3; i++) {
		const text = await send(Buffer.from(breakText(head, random), 'utf8'), 'half', 2_000);
		expect(text, `seed ${SEED} ${i}`).not.toMatch(/^HTTP\/1\.1 5/);
		expect(text, `seed ${SEED} ${i}`).not.toMatch(LEAK);
	}
	await expectAlive();
}, 120_000);

/** A prerendered shell, two pages that Kit renders, an answer of the API, a file and what is not there. */
const SHOWN: readonly (readonly [path: string, status: number])[] = [
	['/', 200],
	['/ward/sign-in', 200],
	['/badge/AAAA', 200],
	['/api/v1/openapi.json', 200],
	['/service-worker.js', 200],
	['/no/such/page', 404]
];

it('sends its headers along with whatever Kit renders, serves or refuses, and no page runs a script that is not ours', async () => {
	for (const [path, status] of SHOWN) {
		const answer = await fetch(servers.origins[0]! + path, { headers: { accept: 'text/html' }, redirect: 'manual' });
		const { headers } = answer;
		expect(answer.status, path).toBe(status);
		expect(headers.get('x-content-type-options'), path).toBe('nosniff');
		expect(headers.get('x-frame-options'), path).toBe('DENY');
		expect(headers.get('referrer-policy'), path).toMatch(/^(same-origin|no-referrer)$/);
		expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
		expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
		const text = await answer.text();
		if (!headers.get('content-type')?.startsWith('text/html')) continue;
		const inPage = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(text)?.[1] ?? '';
		const policy = `${headers.get('content-security-policy')}; ${inPage}`;
		expect(policy, path).toMatch(
			/script-src 'self'[^;]* '(sha256|nonce)-|script-src '(none|self)'(;|$)|default-src 'none'/
		);
		expect(policy, path).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
		expect(policy, path).toContain("require-trusted-types-for 'script'");
	}
});

const posted = ENDPOINTS.filter((one) => one.method === 'POST');

it('answers bodies made from the schemas and broken, and forms of the desk, never with 5xx', async () => {
	const random = seeded(SEED + 1);
	const schemas = posted.map(({ request }) => z.toJSONSchema(request!, { io: 'input', unrepresentable: 'any' }));
	const statuses = new Map<number, number>();
	for (let i = 0; i < COUNT; i++) {
		const at = i % (posted.length + 1);
		const isForm = at === posted.length;
		const path = isForm
			? pick(random, [
					'/ward/sign-in?/in',
					'/ward/review?/approve',
					'/ward/sign-in?/code',
					'/ward/sign-in?/default',
					'/ward/sign-in?%2Fdefault'
				])
			: posted[at]!.path;
		let body = isForm
			? 'username=a&password='
			: JSON.stringify(
					mutate(
						makeValue(schemas[at] as JsonSchema, random, () => ['x']),
						random
					)
				);
		if (random() < 0.2) body = breakText(body ?? '', random);
		const response = await fetch(servers.origins[0]! + path, {
			method: 'POST',
			body: body ?? '',
			redirect: 'manual',
			headers: {
				'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
				'x-ward-sync': '1',
				...(isForm ? { origin: servers.origins[0]! } : {})
			}
		});
		const text = await response.text();
		const what = `seed ${SEED} ${i} ${path} ${(body ?? '').slice(0, 200)} -> ${response.status} ${text.slice(0, 200)}`;
		expect(response.status, what).toBeLessThan(500);
		if (!isForm) expect(text, what).not.toMatch(LEAK);
		statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
	}
	expect(statuses.size).toBeGreaterThan(1);
	await expectAlive();
	await servers.watch();
	expect(servers.memory / 1e6).toBeLessThan(MOST_MEMORY_MB);
}, 240_000);
