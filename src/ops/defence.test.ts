// What stands in front of every answer: headers by path, for every route on disk, and the limits of the socket.

import { readdirSync, chmodSync, mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readKeys } from '../lib/server/vault/keys.ts';
import { addHeaders } from './headers.mjs';
import { createListener, SOCKET_LIMITS } from './listener.mjs';

const ROUTES = join(import.meta.dirname, '../routes');

/** Addresses of all routes on disk, with something in place of each parameter, and a few that are none. */
const PATHS = [
	...new Set(
		readdirSync(ROUTES, { recursive: true, withFileTypes: true })
			.filter((file) => /^\+(page\.svelte|server\.ts)$/.test(file.name))
			.map((file) => `/${relative(ROUTES, file.parentPath)}`)
			.map((path) => path.replace(/\/\([a-z]+\)/g, '').replace(/\[[^\]]+\]/g, 'x') || '/')
	),
	'/nothing-here',
	'/api/v1/nothing-here',
	'/service-worker.js',
	'/_app/version.json'
];

let server: Server | null = null;
afterEach(() => {
	server?.closeAllConnections();
	server?.close();
	server = null;
});

/** A server in front of which the headers are set, as in start.mjs. */
async function open(limits = SOCKET_LIMITS, isSecure = true): Promise<number> {
	server = createListener((request: IncomingMessage, response: ServerResponse) => {
		addHeaders(request, response, { isSecure });
		request.resume().on('end', () => response.writeHead(404).end('?'));
	}, limits);
	await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

/** Writes to a socket what it is given, piece by piece, and reads until the other side ends. */
function send(port: number, pieces: Iterable<string>, everyMs = 0): Promise<{ text: string; ms: number }> {
	return new Promise((resolve) => {
		const from = performance.now();
		let text = '';
		const socket = connect(port, '127.0.0.1');
		socket.on('data', (chunk) => (text += chunk));
		// a connection that was cut in the middle of sending is an answer too
		socket.on('error', () => {});
		socket.on('close', () => resolve({ text, ms: performance.now() - from }));
		void (async () => {
			for (const piece of pieces) {
				if (socket.destroyed || socket.writableEnded) return;
				socket.write(piece);
				await new Promise((next) => setTimeout(next, everyMs));
			}
		})();
	});
}

describe('headers', () => {
	it('finds every kind of route', () => {
		expect(PATHS.length).toBeGreaterThan(40);
		for (const path of ['/', '/ward', '/api/v1/sync/push', '/metrics', '/badge/x', '/films/x', '/guide/x'])
			expect(PATHS).toContain(path);
	});

	it('stand on the answer of every path, also of one that is an error', async () => {
		const port = await open();
		for (const path of PATHS) {
			const { headers } = await fetch(`http://127.0.0.1:${port}${path}?a=1`);
			const policy = headers.get('content-security-policy');
			expect(policy, path).toContain("frame-ancestors 'none'");
			const permissions = headers.get('permissions-policy');
			if (/^\/(api|healthz|metrics)(\/|$)/.test(path)) expect(policy, path).toMatch(/^default-src 'none';.* sandbox$/);
			else expect(permissions, path).toMatch(/camera=\(self\).*microphone=\(\), geolocation=\(\)/);
			expect(headers.get('strict-transport-security'), path).toBe('max-age=31536000; includeSubDomains');
			expect(headers.get('x-content-type-options'), path).toBe('nosniff');
			expect(headers.get('x-frame-options'), path).toBe('DENY');
			expect(headers.get('referrer-policy'), path).toMatch(/^(same-origin|no-referrer)$/);
			expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
			expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
			const isPrivate = /^\/(api|ward|province|badge|healthz|metrics)(\/|$)/.test(path);
			expect(headers.get('cache-control'), path).toBe(isPrivate ? 'no-store' : 'no-cache');
		}
	});

	it('give a worker a policy of its own: no source but ours, no HTML, no code from texts', async () => {
		const port = await open();
		for (const path of ['/service-worker.js', '/_app/immutable/workers/scan.worker-x.js']) {
			const policy = (await fetch(`http://127.0.0.1:${port}${path}`)).headers.get('content-security-policy');
			expect(policy).toBe(
				"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'; " +
					"require-trusted-types-for 'script'; trusted-types 'none'"
			);
		}
	});

	it('ask for HTTPS only where there is some', async () => {
		const answer = await fetch(`http://127.0.0.1:${await open(SOCKET_LIMITS, false)}/`);
		expect(answer.headers.has('strict-transport-security')).toBe(false);
	});
});

describe('socket', () => {
	const HEAD = 'POST /api/v1/sync/push HTTP/1.1\r\nhost: x\r\n';

	it('cuts 10 MB of headers at 16 kB', async () => {
		const piece = `x-more: ${'a'.repeat(8_000)}\r\n`;
		const { text, ms } = await send(await open(), [HEAD, ...Array.from({ length: 1_250 }, () => piece)]);
		expect(text).toMatch(/^(HTTP\/1\.1 431 |$)/);
		expect(ms).toBeLessThan(SOCKET_LIMITS.headersMs);
	});

	it('says 431 to headers that are just too long, and takes those that are not', async () => {
		const port = await open();
		const ask = (length: number) =>
			send(port, [`GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-more: ${'a'.repeat(length)}\r\n\r\n`]);
		expect((await ask(17_000)).text).toMatch(/^HTTP\/1\.1 431 /);
		expect((await ask(15_000)).text).toMatch(/^HTTP\/1\.1 404 /);
	});

	const quick = { ...SOCKET_LIMITS, headersMs: 400, requestMs: 800, idleMs: 300, checkMs: 50 };
	const drip = (count: number) => Array.from({ length: count }, () => 'a');

	it('lets go of a sender that drips its headers', async () => {
		const { text, ms } = await send(await open(quick), [HEAD, 'x-more: ', ...drip(200)], 50);
		expect(text).toMatch(/^HTTP\/1\.1 408 /);
		expect(ms).toBeLessThan(5_000);
	});

	it('lets go of a sender that drips its body', async () => {
		const { text, ms } = await send(await open(quick), [`${HEAD}content-length: 1000\r\n\r\n`, ...drip(200)], 50);
		expect(text).toMatch(/^HTTP\/1\.1 408 /);
		expect(ms).toBeLessThan(5_000);
	});

	it('closes a connection that says nothing more', async () => {
		const { text, ms } = await send(await open(quick), ['GET / HTTP/1.1\r\nhost: x\r\n\r\n']);
		expect(text).toMatch(/^HTTP\/1\.1 404 /);
		expect(ms).toBeLessThan(5_000);
	});

	it('refuses a request of two lengths, which a proxy could read in another way', async () => {
		const twice = `${HEAD}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`;
		expect((await send(await open(quick), [twice])).text).toMatch(/^HTTP\/1\.1 400 /);
	});
});

it('the start refuses keys that others of the machine may read', () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'gocua-rights-'));
	const place = { dataDir, keys: null };
	readKeys(place, '2026-11-26');
	for (const mode of [0o644, 0o640, 0o604]) {
		chmodSync(join(dataDir, 'keys.json'), mode);
		expect(() => readKeys(place, '2026-11-26')).toThrow(/open to other users.*chmod 600/);
	}
	chmodSync(join(dataDir, 'keys.json'), 0o600);
	readKeys(place, '2026-11-26');
	rmSync(dataDir, { recursive: true });
});
