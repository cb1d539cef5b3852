// What the end-to-end tests act on: the real server in its own process over its own store, phones with a profile of
// their own that survive being closed, and a desk in an ordinary browser window.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { SqliteFile } from '../../src/lib/server/db/sqlite-file.ts';
import { CHROMIUM_PATH } from '../playwright.config.ts';
import { writeCameraFile, writeScreenFile, type Scene, type Shown } from '../fixtures/camera.ts';
import { launchPhone } from '../fixtures/phone-browser.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TMP = join(ROOT, 'tests', '.tmp');
const START_WAIT_MS = 60_000;

export function makeFolder(name: string): string {
	mkdirSync(TMP, { recursive: true });
	return mkdtempSync(join(TMP, `${name}-`));
}

/** One ward server: `stop` and `start` again keep its store and its port. On SQLite, or on the PostgreSQL at `database`. */
export class WardServer {
	readonly dataDir = makeFolder('ward');
	readonly #database: string;
	port = 0;
	#child: ChildProcess | null = null;
	output = '';

	constructor(database = '') {
		this.#database = database;
	}

	get origin(): string {
		return `http://localhost:${this.port}`;
	}

	async start(env: NodeJS.ProcessEnv = {}): Promise<this> {
		const child = spawn(process.execPath, ['src/ops/start.mjs'], {
			cwd: ROOT,
			env: {
				...process.env,
				ORIGIN: '',
				DATABASE_URL: this.#database,
				DATA_DIR: this.dataDir,
				PORT: String(this.port),
				...env
			},
			stdio: ['ignore', 'pipe', 'pipe']
		});
		this.#child = child;
		this.output = '';
		const heard = (chunk: Buffer) => (this.output += chunk.toString());
		child.stdout.on('data', heard);
		child.stderr.on('data', heard);
		const deadline = Date.now() + START_WAIT_MS;
		for (;;) {
			const port = /Listening on http:\/\/[^:]+:(\d+)/.exec(this.output)?.[1];
			if (port) {
				this.port = Number(port);
				return this;
			}
			if (child.exitCode !== null || Date.now() > deadline) throw new Error(`the ward did not start:\n${this.output}`);
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}

	async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
		const child = this.#child;
		this.#child = null;
		if (!child || child.exitCode !== null) return;
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		await ended;
	}

	/** Stops and forgets everything. */
	async close(): Promise<void> {
		await this.stop();
		rmSync(this.dataDir, { recursive: true, force: true });
	}

	/** What lies in the ward's store, past all lists that show it page by page. */
	readStore(sql: string): Record<string, unknown>[] {
		const db = new SqliteFile(join(this.dataDir, 'ward.sqlite'), { readonly: true });
		try {
			return db.prepare(sql).all() as Record<string, unknown>[];
		} finally {
			db.close();
		}
	}

	/** The demo ward's password for the desk, made when the store was. */
	readDemoPassword(): string {
		return (JSON.parse(readFileSync(join(this.dataDir, 'demo.json'), 'utf8')) as { password: string }).password;
	}
}

/** A phone: one browser profile on disk. `close` and `open` again is a phone that was switched off and on. */
export class Phone {
	readonly profile = makeFolder('phone');
	#camera: string | null = null;
	#context: BrowserContext | null = null;
	readonly #origin: string;
	/** Every host that the phone talked to (feature F110). */
	readonly hosts = new Set<string>();
	/** Console errors of our pages. */
	readonly errors: string[] = [];

	constructor(origin: string) {
		this.#origin = origin;
	}

	/** What the camera will see from the next `open` on. */
	holdToCamera(scenes: readonly Scene[]): void {
		this.#camera = join(this.profile, 'camera.y4m');
		writeCameraFile(this.#camera, scenes, { width: 960, height: 540 });
	}

	/** Another phone's screen before the camera, from the next `open` on. */
	holdScreenToCamera(shown: readonly Shown[]): void {
		this.#camera = join(this.profile, 'screen.y4m');
		writeScreenFile(this.#camera, shown, { width: 960, height: 540 });
	}

	async open(path = '/'): Promise<Page> {
		const context = await launchPhone({
			profile: join(this.profile, 'browser'),
			origin: this.#origin,
			browserPath: CHROMIUM_PATH,
			cameraFile: this.#camera
		});
		this.#context = context;
		context.setDefaultTimeout(20_000);
		context.on('request', (request) => {
			const url = new URL(request.url());
			if (url.protocol.startsWith('http')) this.hosts.add(url.host);
		});
		context.on('console', (message) => {
			if (message.type() === 'error') this.errors.push(message.text());
		});
		const page = context.pages()[0] ?? (await context.newPage());
		await page.goto(path);
		return page;
	}

	get context(): BrowserContext {
		if (!this.#context) throw new Error('the phone is closed');
		return this.#context;
	}

	async setOffline(isOffline: boolean): Promise<void> {
		await this.context.setOffline(isOffline);
	}

	async close(): Promise<void> {
		await this.#context?.close();
		this.#context = null;
	}

	/** As when the battery is pulled out, as far as a test can: no goodbye, nothing flushed. */
	async kill(): Promise<void> {
		const { context } = this;
		const browser = context.browser();
		if (!browser) throw new Error('the phone has no browser');
		const cdp = await browser.newBrowserCDPSession();
		const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
		const pid = processInfo.find(({ type }) => type === 'browser')?.id;
		if (!pid) throw new Error('no browser process');
		const gone = new Promise((resolve) => context.once('close', resolve));
		process.kill(pid, 'SIGKILL');
		await gone;
		await this.close();
	}

	async throwAway(): Promise<void> {
		await this.close();
		rmSync(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
	}
}
