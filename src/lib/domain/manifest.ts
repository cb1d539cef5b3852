// What an edition of the content holds, item by item, so that a phone fetches only what changed: it compares hashes,
// asks for the items that it lacks, joins them with those that it has, and validates the whole before it swaps.
// Hashing needs a library of the wing, so the hash is handed in.

import type { Article, Guide, Pack } from './content.ts';

export type PackItem = Guide | Article;

export interface ManifestRow {
	readonly id: string;
	readonly kind: 'guide' | 'article';
	/** First 16 hexadecimal digits of the SHA-256 of `encodeItem`. */
	readonly hash: string;
}

/** Head of an edition. Items stand in the order of the pack, guides first. */
export interface Manifest extends Omit<Pack, 'articles' | 'guides' | 'plannedGuides'> {
	readonly items: readonly ManifestRow[];
}

export const ITEM_HASH_CHARS = 16;

/** The text of an item that is hashed: keys sorted, so that two wings that hold the same item get the same hash. */
export function encodeItem(item: PackItem): string {
	return JSON.stringify(item, (_, value: unknown) =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
			: value
	);
}

/** The manifest of a pack; `hash` is SHA-256 in hexadecimal digits. */
export function makeManifest(pack: Pack, hash: (text: string) => string): Manifest {
	const { id, version, language, publishedOn } = pack;
	const row = (item: PackItem, kind: ManifestRow['kind']): ManifestRow => ({
		id: item.id,
		kind,
		hash: hash(encodeItem(item)).slice(0, ITEM_HASH_CHARS)
	});
	const guides = pack.guides.map((guide) => row(guide, 'guide'));
	return {
		id,
		version,
		language,
		publishedOn,
		items: [...guides, ...pack.articles.map((item) => row(item, 'article'))]
	};
}

/** Rows of `next` that the phone lacks or holds in another wording. */
export function listMissing(next: Manifest, held: Manifest | null): ManifestRow[] {
	const have = new Map(held?.items.map((row) => [`${row.kind}/${row.id}`, row.hash]));
	return next.items.filter((row) => have.get(`${row.kind}/${row.id}`) !== row.hash);
}

/**
 * The pack of a manifest, from what was fetched and what was held before; the id of the first item that is nowhere if
 * it cannot be whole. What is no longer listed is left behind.
 */
export function joinPack(
	manifest: Manifest,
	fetched: { readonly guides: readonly Guide[]; readonly articles: readonly Article[] },
	held: Pick<Pack, 'guides' | 'articles'>
): { readonly pack: Pack } | { readonly lacks: string } {
	const byId = <Held extends PackItem>(old: readonly Held[], fresh: readonly Held[]) =>
		new Map([...old, ...fresh].map((item) => [item.id, item]));
	const guides = byId(held.guides, fetched.guides);
	const articles = byId(held.articles, fetched.articles);
	const { id, version, language, publishedOn, items } = manifest;
	const joined = { guides: [] as Guide[], articles: [] as Article[] };
	for (const row of items) {
		const guide = row.kind === 'guide' ? guides.get(row.id) : undefined;
		const article = row.kind === 'article' ? articles.get(row.id) : undefined;
		if (guide) joined.guides.push(guide);
		else if (article) joined.articles.push(article);
		else return { lacks: row.id };
	}
	return { pack: { id, version, language, publishedOn, ...joined } };
}
