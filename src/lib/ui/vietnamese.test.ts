// Feature F109: no English on a screen, every text in a message file, dates as dd/MM/yyyy and numbers as 1.234,56.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'svelte/compiler';
import { expect, test } from 'vitest';

const UI = import.meta.dirname;
const ROUTES = join(UI, '..', '..', 'routes');
const PARTS = readdirSync(join(UI, 'words', 'vi')).map((file) => file.replace(/\.ts$/, ''));

/** What a message may be given: texts in which nothing could be taken for English. */
const SAMPLES = ['7', '21/11/2026', 'Ngô Thị Sến', '12/3'];

/** Names of things that are called so in Vietnam as well, and the one word by which English is chosen. */
const BORROWED =
	/^(VNeID|OTP|PIN|SIM|NFC|QR|QRCode|Wi|Fi|web|chip|camera|passcode|Chrome|Safari|iPhone|Zalo|Facebook|Viber|PostgreSQL|CMND|BHXH|BHYT|MH|MP|MB|WebM|UBND|BC|VT|STT|DOCX|PDF|Excel|XLSX|CSV|macro|English|Node)$/i;
/** Examples and signs: a join code, letters by which houses are called, keys of the desk. */
const SIGNS = /^([A-Z]|AAAA|r|j|g|n|s|d|https)$/;

/**
 * A syllable that Vietnamese can write without any mark. Syllables that end in c, ch, p or t always carry one, so most
 * English words are none of these.
 */
const UNMARKED = new RegExp(
	'^(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|ph|qu|r|s|t|th|tr|v|x)?' +
		'(ai?|ao|au|ay|am|an|ang|anh|e|em|en|eng|eo|i|ia|im|in|inh|iu|oa|oai|oan|oang|oanh|oay|oe|oen|oi?|om|on|ong|' +
		'u|ua|uan|uang|uanh|uay|ue|ui|um|un|ung|uy|uya|uyu|y)$',
	'i'
);

function isForeign(word: string): boolean {
	return /^[a-z]+$/i.test(word) && !UNMARKED.test(word) && !BORROWED.test(word) && !SIGNS.test(word);
}

/** Every text of a message file with its path; a message that takes something is asked with samples. */
function listTexts(value: unknown, at: string): [string, string][] {
	if (typeof value === 'string') return [[at, value]];
	if (typeof value === 'function') return listTexts(value(...SAMPLES), `${at}()`);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, child]) => listTexts(child, `${at}.${key}`));
}

async function readTexts(): Promise<[string, string][]> {
	const texts: [string, string][] = [];
	for (const part of PARTS) {
		const words = (await import(`./words/vi/${part}.ts`)) as Record<string, unknown>;
		texts.push(...listTexts(words[part], part));
	}
	return texts;
}

const wordsOf = (text: string) => text.match(/\p{L}+/gu) ?? [];

test('F109 the Vietnamese messages hold no English word', async () => {
	const texts = await readTexts();
	expect(texts.length).toBeGreaterThan(1000);
	expect(texts.filter(([, text]) => wordsOf(text).some(isForeign))).toEqual([]);
	// three words without a single mark are hardly Vietnamese, however each of them may look
	const isBare = (text: string) => wordsOf(text).length > 2 && /^\p{ASCII}+$/u.test(text);
	expect(texts.filter(([, text]) => isBare(text))).toEqual([]);
});

test('F109 English words are told from Vietnamese ones', () => {
	const english = 'Save Back Next error please wait your visit phone list household the sync offline OK delete done';
	const missed = english.split(' ').filter((word) => !isForeign(word));
	expect(missed, 'a Vietnamese syllable as well').toEqual(['the']);
	expect(['Xong', 'nghe', 'quanh', 'khai', 'Sau', 'trang', 'VNeID', 'passcode'].filter(isForeign)).toEqual([]);
});

test('F109 dates in messages are dd/MM/yyyy, decimals have a comma', async () => {
	for (const [at, text] of await readTexts()) {
		expect(text, at).not.toMatch(/\d{4}-\d{1,2}-\d{1,2}|\d,\d{3}\b|\d\.\d{1,2}\b(?!\.)/);
		for (const [, day, month] of text.matchAll(/\b(\d{1,2})\/(\d{1,2})\/\d{4}\b/g)) {
			expect([day?.length, month?.length, Number(month) <= 12], `${at}: ${text}`).toEqual([2, 2, true]);
		}
	}
});

const sources = [UI, ROUTES].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(svelte|ts)$/.test(name) && !name.endsWith('.test.ts'))
		.map((name) => join(folder, name))
);

/** Attributes that people read or hear. */
const SPOKEN = ['alt', 'aria-label', 'aria-description', 'label', 'placeholder', 'title'];

/** Letters that stand in the markup itself instead of in a message file. */
function listBareTexts(node: unknown, found: string[] = [], attribute: string | null = null): string[] {
	if (Array.isArray(node)) for (const child of node) listBareTexts(child, found, attribute);
	else if (typeof node === 'object' && node !== null && 'type' in node) {
		const { type, name, data } = node as { type: string; name?: string; data?: string };
		const isRead = attribute === null || SPOKEN.includes(attribute);
		// a letter in brackets is a key of the desk
		if (type === 'Text' && isRead && data && /\p{L}/u.test(data.replace(/\(\p{L}\)/gu, ''))) found.push(data.trim());
		for (const child of Object.values(node))
			listBareTexts(child, found, /^Attribute|Directive$/.test(type) ? (name ?? '') : attribute);
	}
	return found;
}

test('F109 no text stands in the markup of a screen', () => {
	const screens = sources.filter((file) => file.endsWith('.svelte'));
	expect(screens.length).toBeGreaterThan(60);
	const found = screens.flatMap((file) =>
		listBareTexts(parse(readFileSync(file, 'utf8'), { modern: true }).fragment).map(
			(text) => `${relative(UI, file)}: ${text}`
		)
	);
	expect(found).toEqual([]);
	expect(
		listBareTexts(parse('<p class="big" style:top="{x}px" title="Nhà">{x}Save</p>', { modern: true }).fragment)
	).toEqual(['Nhà', 'Save']);
});

test('F109 no screen lets the browser decide how a date or a number is written', () => {
	const local = sources.filter((file) =>
		/\.toLocale(Date|Time)?String|\bIntl\.\w+\((?!'vi-VN')|type="(date|time)"/.test(readFileSync(file, 'utf8'))
	);
	expect(local.map((file) => relative(UI, file))).toEqual([]);
});
