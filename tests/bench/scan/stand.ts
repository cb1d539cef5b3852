// Where browsers are measured: a small server on this machine that gives a page with one worker, its job and the
// pictures, and takes what the worker tells. It needs nothing of a browser but an address to open, so every browser that
// can be started can be measured, without a driver.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'vite';
import type { MakeJob } from './maker.worker.ts';
import type { ReadJob, ReadResult } from './reader.worker.ts';

export interface Browser {
	readonly name: string;
	/** What opens `url` with everything it keeps in `folder`. */
	start(url: string, folder: string): { readonly command: string; readonly args: readonly string[] };
}

export interface Hands {
	/** The bytes of a picture. */
	readImage?(file: string): Buffer;
	/** A frame was made. */
	takeFrame?(frame: { name: string; level: string; text: string; bytes: Buffer }): void;
	takeResult?(result: ReadResult): void;
}

export const chromium = (path: string): Browser => ({
	name: 'chromium',
	start: (url, folder) => ({
		command: path,
		args: [
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-dev-shm-usage',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--no-first-run',
			`--user-data-dir=${folder}`,
			'--remote-debugging-port=0', // without it a headless browser ends as soon as the page is there
			url
		]
	})
});

/** The app's own. */
export const APP_WORKER = 'workers/scan.worker.ts';

/** What runs in the browser. Without a page there is one that starts the worker and does nothing else. */
export interface Scripts {
	readonly page?: string;
	readonly worker: string;
}
const STARTS_WORKER = 'new Worker("/worker.js")';

/** A page's script or a worker with all that it imports in one file, as every browser takes it. */
export async function buildScript(root: string, path: string): Promise<string> {
	const name = basename(path, '.ts').split('.')[0]!;
	const built = await build({
		configFile: false,
		root,
		logLevel: 'error',
		build: {
			write: false,
			minify: false,
			target: 'es2022',
			rollupOptions: {
				input: join(root, path),
				output: { format: 'iife', entryFileNames: `${name}.js` }
			}
		}
	});
	const chunks = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
	const entry = chunks.find((chunk) => chunk.type === 'chunk' && chunk.isEntry);
	if (entry?.type !== 'chunk') throw new Error(`${path} was not built`);
	return entry.code;
}

/** Gives the job to one browser and resolves when it is done. */
export async function runIn(browser: Browser, scripts: Scripts, job: MakeJob | ReadJob, hands: Hands): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'scan-bench-'));
	const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
	let end: (error?: Error) => void = () => undefined;
	const ended = new Promise<void>((resolve, reject) => (end = (error) => (error ? reject(error) : resolve())));
	const answers: Record<string, (query: URLSearchParams, body: Buffer) => readonly [string, string | Buffer]> = {
		'/': () => ['text/html', '<!doctype html><title>scan</title><script src="/page.js"></script>'],
		'/page.js': () => ['text/javascript', scripts.page ?? STARTS_WORKER],
		'/worker.js': () => ['text/javascript', scripts.worker],
		'/zxing.wasm': () => ['application/wasm', wasm],
		'/job': () => ['application/json', JSON.stringify(job)],
		'/image': (query) => ['application/octet-stream', hands.readImage?.(query.get('file') ?? '') ?? ''],
		'/frame': (query, bytes) => {
			const named = (key: string) => query.get(key) ?? '';
			hands.takeFrame?.({ name: named('name'), level: named('level'), text: named('text'), bytes });
			return ['text/plain', ''];
		},
		'/result': (_, body) => {
			hands.takeResult?.(JSON.parse(body.toString()) as ReadResult);
			return ['text/plain', ''];
		},
		'/done': () => {
			end();
			return ['text/plain', ''];
		},
		'/failed': (_, body) => {
			end(new Error(`${browser.name}: ${body.toString()}`));
			return ['text/plain', ''];
		}
	};
	const server = createServer((request, response) => {
		void readBody(request).then((body) => {
			const url = new URL(request.url ?? '/', 'http://localhost');
			try {
				const answer = answers[url.pathname]?.(url.searchParams, body);
				if (!answer) return response.writeHead(404).end();
				const isBlocked = 'isWasmBlocked' in job && job.isWasmBlocked && url.pathname === '/worker.js';
				response.writeHead(200, {
					'content-type': answer[0],
					...(isBlocked ? { 'content-security-policy': "script-src 'self'" } : {}),
					// clocks of a page that stands alone are finer
					'cross-origin-opener-policy': 'same-origin',
					'cross-origin-embedder-policy': 'require-corp'
				});
				return response.end(answer[1]);
			} catch (error) {
				end(error instanceof Error ? error : new Error(String(error)));
				return response.writeHead(500).end();
			}
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	const { command, args } = browser.start(url, folder);
	const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
	let said = '';
	child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
	child.on('error', end);
	child.on('exit', (code) => end(new Error(`${browser.name} ended with ${code} before its job was done:\n${said}`)));
	try {
		await ended;
	} finally {
		child.removeAllListeners('exit');
		if (child.pid !== undefined && child.exitCode === null) stopGroup(child.pid);
		server.closeAllConnections();
		server.close();
		rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
	}
}

/** The browser and what it started; it was made the head of a group of its own. */
function stopGroup(pid: number): void {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// it has ended by itself
	}
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}
