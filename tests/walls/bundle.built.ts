// Runs after `npm run build` (step "built" of tests/run.mjs). That each check can fail is shown in bundle.test.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SERVER_MARK } from '../../src/lib/server/db/mark.ts';
import { BUILD, isBuildFresh } from '../../src/ops/build.mjs';
import {
	BUDGET,
	findMark,
	findOverweight,
	findLateImports,
	findPrecacheHoles,
	listFiles,
	listLater,
	listPrecache,
	listUnkept,
	readFirstLoad,
	weighPrecache,
	weighScanPath
} from './bundle.ts';

const client = join(BUILD, 'client');

describe('what was built', () => {
	it('is built from the sources as they are', () => {
		expect(isBuildFresh()).toBe(true);
	});

	it('carries no server code to the client, pages, workers and service worker alike', () => {
		expect(findMark(client, SERVER_MARK)).toEqual([]);
		expect(findMark(join(BUILD, 'prerendered'), SERVER_MARK)).toEqual([]);
	});

	it('carries the mark in the server, so that its absence elsewhere means something', () => {
		expect(findMark(join(BUILD, 'server'), SERVER_MARK)).not.toEqual([]);
		expect(findMark(join(BUILD, 'ops'), SERVER_MARK)).not.toEqual([]);
	});

	it('keeps every hashed file for use without network, and none that the desk alone loads', () => {
		expect(listFiles(client).filter((path) => path.startsWith('_app/immutable/')).length).toBeGreaterThan(5);
		expect(findPrecacheHoles(client)).toEqual([]);
		// each page of the desk, or of a badge, is one node, and so are its frame and its page of errors
		const routes = join(import.meta.dirname, '../../src/routes');
		const own = listFiles(routes).filter((path) =>
			/^(?!\(field\)\/).+\/\+(page|layout|error)\.(svelte|ts)$/.test(path)
		);
		const pages = new Set(own.map((path) => path.replace(/\.(svelte|ts)$/, '')));
		expect(listUnkept(client).filter((path) => path.includes('/nodes/'))).toHaveLength(pages.size);
	});

	it('keeps the shell and the icons too, but those that only an installer reads', () => {
		const kept = listPrecache(BUILD);
		for (const path of ['/', '/manifest.webmanifest', '/icon.svg', '/icon-192.png']) expect(kept).toContain(path);
		expect(kept.filter((path) => path.includes('-512'))).toEqual([]);
		expect(listFiles(client)).toContain('icon-512.png');
		expect(readFileSync(join(BUILD, 'prerendered', 'index.html'), 'utf8')).toContain('rel="manifest"');
	});

	it('leaves out what English alone needs and what reads without WebAssembly, and nothing starts with these', () => {
		const later = listLater(client).map((path) => [path, readFileSync(join(client, path), 'utf8')] as const);
		const isLast = (path: string) => path.includes('/workers/scan-last.worker');
		expect(later.filter(([path]) => isLast(path))).toHaveLength(1);
		const english = later.filter(([path]) => !isLast(path)).map(([, text]) => text);
		expect(english.filter((text) => text.includes('English is on this phone'))).toHaveLength(1);
		expect(findLateImports(client)).toEqual([]);
	});

	it('is kept on a phone with 700 kB, the scanner included', () => {
		expect(weighPrecache(BUILD).brBytes).toBeLessThanOrEqual(BUDGET.wholeAppBrBytes);
	});

	it('is light enough for an old phone on a weak network', () => {
		expect(findOverweight(readFirstLoad(BUILD))).toEqual([]);
	});

	it('has the files that a start waits for compiled beside the page, and packages in files without a line of ours', () => {
		const scripts = readFirstLoad(BUILD).scripts.map((path) => readFileSync(join(client, path), 'utf8'));
		const large = scripts.filter((text) => text.length > 30_000);
		// framework, Dexie, what all pages share, what the first ones need
		expect(large).toHaveLength(4);
		for (const text of large) expect(text.startsWith('//# allFunctionsCalledOnLoad\n')).toBe(true);
		for (const word of ['StaleReactionError', 'DexieError']) {
			const [holder, ...others] = scripts.filter((text) => text.includes(word));
			expect(others, word).toEqual([]);
			expect(holder, word).not.toMatch(/[ăđơư]/);
		}
	});

	it('loads the scanner only when it is wanted, and light; the worker of last resort apart from it', () => {
		expect(readFirstLoad(BUILD).scripts.filter((path) => /scan|decoder/.test(path))).toEqual([]);
		expect(weighScanPath(BUILD)).toBeLessThanOrEqual(BUDGET.scanGzBytes);
		const workers = listFiles(client).filter((path) => path.includes('/workers/scan'));
		const holds = (word: string) => workers.filter((path) => readFileSync(join(client, path)).includes(word));
		expect(holds('NotFoundException')).toEqual([expect.stringContaining('scan-last.worker')]);
	});
});
