import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROBLEMS } from '../domain/problem.ts';
import { loadEnglish } from './english.ts';
import { Language } from './language.svelte.ts';
import { english } from './words/english.ts';
import { app } from './words/vi/app.ts';
import { problem } from './words/vi/problem.ts';

const parts = (tongue: string) =>
	readdirSync(new URL(`./words/${tongue}/`, import.meta.url)).map((file) => file.replace(/\.ts$/, ''));

/** Papers for the administration, which are Vietnamese whatever the desk is read in. */
const PAPERS = ['letter'];

test('every part stands in both languages, its words under its own name', async () => {
	expect([...parts('en'), ...PAPERS].sort()).toEqual(parts('vi').sort());
	for (const tongue of ['vi', 'en']) {
		for (const part of parts(tongue)) {
			const words = (await import(`./words/${tongue}/${part}.ts`)) as Record<string, unknown>;
			expect(words, `words/${tongue}/${part}.ts`).toHaveProperty(part);
		}
	}
});

test('Vietnamese first; English once it has arrived; a part that nobody wrote stays Vietnamese', async () => {
	const language = new Language('vi', loadEnglish);
	expect(language.words('app', app).tabs.today).toBe('Hôm nay');
	language.choose('en');
	expect(language.words('app', app).tabs.today).toBe('Hôm nay');
	await expect.poll(() => language.words('app', app).tabs.today).toBe('Today');
	const unwritten = { title: 'Chưa dịch' };
	expect(language.words('unwritten', unwritten)).toBe(unwritten);
	language.choose('vi');
	expect(language.words('app', app)).toBe(app);
});

test('without network Vietnamese stays; the next screen asks again', async () => {
	let isOnline = false;
	const language = new Language('en', () => (isOnline ? loadEnglish() : Promise.reject(new Error('no network'))));
	expect(await language.load()).toBe(false);
	expect(language.words('app', app)).toBe(app);
	isOnline = true;
	await expect.poll(() => language.words('app', app).tabs.today).toBe('Today');
	expect(await language.load()).toBe(true);
});

test('whatever a screen of the field app asks for in English is in the file that a phone keeps', () => {
	const folders = ['./field/', './parts/', '../../routes/(field)/'].map((path) => new URL(path, import.meta.url));
	const asked = folders.flatMap((folder) =>
		readdirSync(folder, { withFileTypes: true, recursive: true })
			.filter((entry) => entry.isFile() && /(?<!\.test)\.(svelte|ts)$/.test(entry.name))
			.flatMap((entry) => [
				...readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(/\bwords\(\s*'(\w+)'/g)
			])
			.map(([, part]) => part!)
	);
	expect(asked.length).toBeGreaterThan(100);
	expect([...new Set(asked)].filter((part) => !(part in english))).toEqual([]);
	expect(Object.keys(english)).not.toContain('desk');
});

test('every problem has a sentence that reads as one', () => {
	for (const code of Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]) {
		expect(problem[code], code).toMatch(/^\p{Lu}.*\.$/u);
	}
});
