import { expect, test } from 'vitest';
import type { Article, Pack } from './content.ts';
import { parseDay } from './day.ts';
import { encodeItem, joinPack, listMissing, makeManifest } from './manifest.ts';

const DAY = parseDay('2026-11-20')!;
const article = (id: string, title = id): Article => ({
	id,
	title,
	kind: 'faq',
	sources: [],
	checkedOn: DAY,
	validFrom: DAY,
	status: 'current',
	body: []
});
const pack = (version: number, ...articles: Article[]): Pack => ({
	id: 'vneid',
	version,
	language: 'vi',
	publishedOn: DAY,
	guides: [],
	articles
});
/** Stands in for SHA-256: long enough, and different for different texts. */
const hash = (text: string) =>
	Buffer.from(text)
		.reduce((sum, byte) => (sum * 31 + byte) >>> 0, 7)
		.toString(16)
		.padStart(64, '0');
const hashEnd = (text: string) => hash(text).slice(-16).padEnd(64, '0');

test('the order of keys does not change the hash', () => {
	const { id, title, ...rest } = article('a');
	expect(encodeItem({ ...rest, title, id })).toBe(encodeItem(article('a')));
	expect(encodeItem(article('a', 'b'))).not.toBe(encodeItem(article('a')));
});

test('a phone fetches only what changed, and drops what is no longer listed', () => {
	const old = pack(1, article('a'), article('b'), article('c'));
	const fresh = pack(2, article('a'), article('b', 'new words'), article('d'));
	const manifest = makeManifest(fresh, hashEnd);
	const missing = listMissing(manifest, makeManifest(old, hashEnd));
	expect(missing.map((row) => row.id)).toEqual(['b', 'd']);
	const fetched = fresh.articles.filter((item) => missing.some((row) => row.id === item.id));
	expect(joinPack(manifest, { guides: [], articles: fetched }, old)).toEqual({ pack: fresh });
	expect(joinPack(manifest, { guides: [], articles: fetched.slice(0, 1) }, old)).toEqual({ lacks: 'd' });
});

test('a phone that holds nothing fetches all', () => {
	const manifest = makeManifest(pack(1, article('a'), article('b')), hashEnd);
	expect(listMissing(manifest, null)).toEqual(manifest.items);
	expect(listMissing(manifest, manifest)).toEqual([]);
});
