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
	findPrecacheHoles,
	listFiles,
	listUnkept,
	readFirstLoad,
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
		// each page of the desk is one node, and so are its frame and its page of errors
		const console = join(import.meta.dirname, '../../src/routes/(console)');
		const pages = listFiles(console).filter((path) => /\+(page|layout|error)\.svelte$/.test(path));
		expect(listUnkept(client).filter((path) => path.includes('/nodes/'))).toHaveLength(pages.length);
	});

	it('keeps the shell and the icons too', () => {
		const worker = readFileSync(join(client, 'service-worker.js'), 'utf8');
		for (const path of ['/manifest.webmanifest', '/icon.svg', '/icon-192.png', '/icon-512.png'])
			expect(worker).toContain(path);
		expect(readFileSync(join(BUILD, 'prerendered', 'index.html'), 'utf8')).toContain('rel="manifest"');
	});

	it('is light enough for an old phone on a weak network', () => {
		expect(findOverweight(readFirstLoad(BUILD))).toEqual([]);
	});

	it('loads the scanner only when it is wanted, and light; the worker of last resort apart from it', () => {
		expect(readFirstLoad(BUILD).scripts.filter((path) => /scan|decoder/.test(path))).toEqual([]);
		expect(weighScanPath(BUILD)).toBeLessThanOrEqual(BUDGET.scanGzBytes);
		const workers = listFiles(client).filter((path) => path.includes('/workers/scan'));
		const holds = (word: string) => workers.filter((path) => readFileSync(join(client, path)).includes(word));
		expect(holds('NotFoundException')).toEqual([expect.stringContaining('scan-last.worker')]);
	});
});
