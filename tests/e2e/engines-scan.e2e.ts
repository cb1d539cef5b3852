// The app's own scan worker on every engine that this machine has: the same 60 made frames of cards, half of them as
// bitmaps and half as frames of a video, as far as the browser knows such (tests/bench/scan/app.page.ts).

import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { findBrowser } from '../browser.mjs';
import { findOthers } from '../bench/scan/browsers.ts';
import type { Entry } from '../bench/scan/corpus.ts';
import { list, makeFrames, readAsApp } from '../bench/scan/jobs.ts';
import { chromium } from '../bench/scan/stand.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SEED = 5;
const PER_LEVEL = 20;
const LEVELS = ['easy', 'medium', 'hard'] as const;
/** Of 60: all easy and medium ones, and nine of ten hard ones. */
const LEAST_READ = 58;
/** Of the 20 medium ones. */
const LEAST_READ_BLIND = 16;

const say = (line: string) => console.log(line);
const others = findOthers(say);
let made: { folder: string; entries: Entry[] };

test.describe.configure({ mode: 'serial', timeout: 300_000 });
test.beforeAll(async () => {
	const wanted = LEVELS.flatMap((level) => list(level, PER_LEVEL));
	made = await makeFrames({ root: ROOT, say }, SEED, wanted, chromium(await findBrowser()));
	expect(made.entries).toHaveLength(LEVELS.length * PER_LEVEL);
});

/** How many of these frames the scan worker reads in that browser; a text that is not the frame's fails. */
async function countRead(name: string, entries: readonly Entry[], isWasmBlocked: boolean): Promise<number> {
	const where = others.find((browser) => browser.name === name) ?? chromium(await findBrowser());
	const results = await readAsApp({ root: ROOT }, made.folder, entries, where, isWasmBlocked);
	const texts = results.toSorted((a, b) => a.at - b.at).map(({ readings }) => readings[0]!.text);
	expect(texts).toHaveLength(entries.length);
	expect(texts.filter((text, at) => text !== null && text !== entries[at]!.text)).toEqual([]);
	const read = texts.filter((text) => text !== null).length;
	say(`${name}${isWasmBlocked ? ' without WebAssembly' : ''}: ${read} of ${texts.length} frames read`);
	return read;
}

for (const name of ['chromium', ...others.map((browser) => browser.name)]) {
	test(`${name}: the scan worker reads 60 frames of cards, none wrongly`, async () => {
		expect(await countRead(name, made.entries, false)).toBeGreaterThanOrEqual(LEAST_READ);
	});

	test(`${name}: where WebAssembly is blocked, it reads four of five medium ones, none wrongly`, async () => {
		const medium = made.entries.filter(({ level }) => level === 'medium');
		expect(await countRead(name, medium, true)).toBeGreaterThanOrEqual(LEAST_READ_BLIND);
	});
}
