// What the built service worker keeps, seen by running it: in a world of its own with a cache, a network that can go, and
// WebAssembly or none. Runs after `npm run build`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { BUILD } from '../../src/ops/build.mjs';
import { listLater, listPrecache } from './bundle.ts';

const client = join(BUILD, 'client');
const script = readFileSync(join(client, 'service-worker.js'), 'utf8');
const precache = listPrecache(BUILD);
const isLast = (path: string) => path.includes('/workers/scan-last.worker');
const later = listLater(client).map((path) => `/${path}`);
const english = later.filter((path) => !isLast(path));
const [wasm] = precache.filter((path) => path.endsWith('.wasm'));

interface Happening {
	readonly data?: unknown;
	readonly ports?: readonly unknown[];
	readonly request?: unknown;
	waitUntil(work: Promise<unknown>): void;
	respondWith?(answer: Promise<Response>): void;
}

/** A phone's browser, as far as a service worker sees it; `script` can be run in it again, as another version. */
class Browser {
	readonly caches = new Map<string, Map<string, string>>();
	isOnline = true;
	fetched: string[] = [];
	/** In place of the engine's own. */
	readonly #wasm: object | undefined;
	#listeners = new Map<string, (event: Happening) => void>();

	constructor(wasm?: object) {
		this.#wasm = wasm;
	}

	run(text = script): this {
		this.#listeners = new Map();
		const location = { pathname: '/service-worker.js', origin: 'https://ward.example' };
		const world = {
			location,
			addEventListener: (type: string, listener: (event: Happening) => void) => this.#listeners.set(type, listener),
			skipWaiting: () => Promise.resolve(),
			clients: { claim: () => Promise.resolve() },
			caches: {
				open: (name: string) => Promise.resolve(this.#openCache(name)),
				keys: () => Promise.resolve([...this.caches.keys()]),
				delete: (name: string) => Promise.resolve(this.caches.delete(name))
			},
			fetch: (request: { readonly path: string }) => this.#fetch(request.path),
			Request: class {
				constructor(readonly path: string) {}
			},
			Response,
			URL,
			...(this.#wasm ? { WebAssembly: this.#wasm } : {})
		};
		runInContext(text, createContext({ ...world, self: world }));
		return this;
	}

	#openCache(name: string) {
		const cache = this.caches.get(name) ?? new Map<string, string>();
		this.caches.set(name, cache);
		return {
			match: (path: string) => Promise.resolve(cache.has(path) ? new Response(cache.get(path)) : undefined),
			put: (path: string) => Promise.resolve(void cache.set(path, ''))
		};
	}

	#fetch(path: string): Promise<Response> {
		this.fetched.push(path);
		return this.isOnline ? Promise.resolve(new Response('')) : Promise.reject(new TypeError('no network'));
	}

	async #happen(type: string, more: Partial<Happening> = {}): Promise<void> {
		const work: Promise<unknown>[] = [];
		this.#listeners.get(type)?.({ waitUntil: (one) => work.push(one), ...more });
		await Promise.all(work);
	}

	install = () => this.#happen('install');
	activate = () => this.#happen('activate');

	async keepEnglish(): Promise<unknown> {
		let answer: unknown;
		await this.#happen('message', {
			data: { type: 'KEEP_ENGLISH' },
			ports: [{ postMessage: (isKept: unknown) => (answer = isKept) }]
		});
		return answer;
	}

	/** Paths in the cache of the newest version. */
	get kept(): string[] {
		const [newest] = [...this.caches].filter(([name]) => name.startsWith('app-')).slice(-1);
		return [...(newest?.[1].keys() ?? [])].sort();
	}
}

/** The next version, in which English has another file. */
const version = /app-[`'"]?/.test(script) ? /\b[0-9a-f]{12}\b/.exec(script)![0] : '';
const changed = english[0]!.replace(/\w{8}\.js$/, 'CHANGED_.js');
const next = script.replaceAll(version, 'nextversion0').replaceAll(english[0]!, changed);

describe('the built service worker', () => {
	it('keeps what is weighed, on a phone in Vietnamese where WebAssembly runs', async () => {
		const browser = new Browser().run();
		await browser.install();
		expect(browser.kept).toEqual(precache);
		expect(later.length).toBeGreaterThan(2);
	});

	it.each([
		['none', {}],
		['one that may not run', { validate: () => true, compile: () => Promise.reject(new Error('blocked')) }]
	])('keeps what reads without WebAssembly where there is %s', async (_, wasmOfPhone) => {
		const browser = new Browser(wasmOfPhone).run();
		await browser.install();
		expect(browser.kept).toEqual([...precache.filter((path) => path !== wasm), ...later.filter(isLast)].sort());
	});

	it('keeps all or nothing', async () => {
		const browser = new Browser().run();
		browser.isOnline = false;
		await expect(browser.install()).rejects.toThrow('no network');
	});

	it('keeps English from the moment it is chosen, through the next version', async () => {
		const browser = new Browser().run();
		await browser.install();
		expect(await browser.keepEnglish()).toBe(true);
		expect(browser.kept).toEqual([...precache, ...english].sort());
		browser.fetched = [];
		expect(await browser.keepEnglish()).toBe(true);
		expect(browser.fetched, 'what is kept is not fetched again').toEqual([]);

		browser.run(next);
		await browser.install();
		await browser.activate();
		expect(browser.kept).toContain(changed);
		expect(
			browser.fetched.filter((path) => later.includes(path)),
			'only what has changed'
		).toEqual([]);
	});

	it('says that English cannot be had without network, and has it once there is one', async () => {
		const browser = new Browser().run();
		await browser.install();
		browser.isOnline = false;
		expect(await browser.keepEnglish()).toBe(false);
		browser.run(next);
		browser.isOnline = true;
		await browser.install();
		expect(
			browser.kept.filter((path) => path === changed || english.includes(path)),
			'nothing was chosen'
		).toEqual([]);
		expect(await browser.keepEnglish()).toBe(true);
		expect(browser.kept).toContain(changed);
	});
});
