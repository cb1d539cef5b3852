/// <reference lib="webworker" />
// Keeps the shell of the field app on the phone, so that the app opens at any address with no network. It answers GET
// requests for its own files and for pages of the field app from one cache per version; the desk, the API and everything
// else go to the network untouched. It reads no record and never syncs.
import { base, build, files, prerendered } from '$service-worker';
import { runsWasm } from './runs-wasm.ts';

// TypeScript knows a worker's `self` only in its general form.
const worker = self as unknown as ServiceWorkerGlobalScope;

const PREFIX = 'app-';
const CACHE = `${PREFIX}${__APP_VERSION__}`;
/** What this phone has chosen to keep beside what every phone keeps; outlives a version. */
const CHOICES = 'kept-choices';
const ENGLISH_CHOSEN = '/english';
/** One prerendered page without data; its script draws the screen that the address asks for. */
const SHELL = `${base}/`;
/** Pages that only the server can answer. */
const SERVER_PAGES = new Set(['ward', 'province', 'api', 'healthz', 'badge', 'films']);

const hashed = new Set(build);
/** All that the field app may ever ask for. */
const known = new Set([...build, ...files, ...(prerendered.includes(SHELL) ? [SHELL] : [])]);
/** Files that English alone needs; written here by the last step of the build (src/ops/phone-files.mjs). */
const english = new Set(JSON.parse('["%english%"]') as string[]);
/** Of these two a phone can use one: the scanner's engine, or what reads where WebAssembly does not run. */
const isEngine = (path: string) => path.endsWith('.wasm');
const isLastResort = (path: string) => path.includes('/workers/scan-last.worker');
/** In development the lists are empty and the worker stands aside. */
const isActive = build.length > 0;

worker.addEventListener('install', (event) => {
	if (isActive) event.waitUntil(keepAll());
});

// Until now the old version's files stayed, for the tabs that were still running it.
worker.addEventListener('activate', (event) => {
	event.waitUntil(dropOldCaches().then(() => worker.clients.claim()));
});

// Only a person's yes replaces the app: waiting is the default, and nothing here skips it unasked.
worker.addEventListener('message', (event) => {
	const type = (event.data as { type?: unknown } | null)?.type;
	if (type === 'SKIP_WAITING') event.waitUntil(worker.skipWaiting());
	if (type === 'KEEP_ENGLISH') event.waitUntil(keepEnglish().then((isKept) => event.ports[0]?.postMessage(isKept)));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (!isActive || request.method !== 'GET' || url.origin !== worker.location.origin) return;
	if (known.has(url.pathname)) event.respondWith(answer(url.pathname, request));
	else if (request.mode === 'navigate' && isFieldPage(url.pathname)) event.respondWith(answer(SHELL, request));
});

function isFieldPage(path: string): boolean {
	return known.has(SHELL) && !SERVER_PAGES.has(path.slice(SHELL.length).split('/', 1)[0] ?? '');
}

/** The kept file; the network for what this phone does not keep, and where the browser has thrown the cache away. */
async function answer(path: string, request: Request): Promise<Response> {
	const cache = await caches.open(CACHE);
	return (await cache.match(path)) ?? fetch(request);
}

/** All or nothing: an install that lacks a file fails, the old version stays, and the next try goes on where it ended. */
async function keepAll(): Promise<void> {
	const spared = (await runsWasm()) ? isLastResort : isEngine;
	// asked by name first: opening it would make it, on every phone
	const hasChoices = (await caches.keys()).includes(CHOICES);
	const hasEnglish = hasChoices && (await (await caches.open(CHOICES)).match(ENGLISH_CHOSEN)) !== undefined;
	await keepThese([...known].filter((path) => !spared(path) && (hasEnglish || !english.has(path))));
}

/** From now on, and in each version to come. False where a file could not be had: the next call goes on there. */
async function keepEnglish(): Promise<boolean> {
	try {
		await keepThese([...english]);
		await (await caches.open(CHOICES)).put(ENGLISH_CHOSEN, new Response(''));
		return true;
	} catch {
		return false; // no network, or no room: the page tells it and asks again
	}
}

async function keepThese(paths: readonly string[]): Promise<void> {
	const cache = await caches.open(CACHE);
	const older = await Promise.all((await oldCaches()).map((name) => caches.open(name)));
	await Promise.all(paths.map((path) => keep(cache, older, path)));
}

async function keep(cache: Cache, older: readonly Cache[], path: string): Promise<void> {
	if (await cache.match(path)) return;
	// the name of a hashed file says its contents, so that an update costs only what has changed
	for (const old of hashed.has(path) ? older : []) {
		const same = await old.match(path);
		if (same) return cache.put(path, same);
	}
	const response = await fetch(
		new Request(path, { cache: hashed.has(path) ? 'default' : 'reload', credentials: 'same-origin' })
	);
	// a redirect or an error page (a hotel's sign-in, a proxy) must never become the app
	if (!response.ok || response.redirected) throw new Error(`cannot keep ${path}: ${response.status}`);
	await cache.put(path, response);
}

async function oldCaches(): Promise<string[]> {
	return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
}

async function dropOldCaches(): Promise<void> {
	await Promise.all((await oldCaches()).map((name) => caches.delete(name)));
}
