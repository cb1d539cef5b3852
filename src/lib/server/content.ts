// The ward's content: every edition of the packs, item by item, with who published it and when. The app brings a first
// edition and, with a new version of itself, a newer one; what the ward has changed meanwhile stays as the ward wrote it.
// Items are kept once, by the hash of what they say, so that an edition is a list of hashes and costs next to nothing.

import { readPack } from '../../content/packs.ts';
import type { Article, Guide, Pack } from '../domain/content.ts';
import { dayAt } from '../domain/day.ts';
import { joinPack, listMissing, makeManifest, type Manifest, type PackItem } from '../domain/manifest.ts';
import type { WardId } from '../domain/id.ts';
import type { Reader, Writer } from './db/open-store.ts';
import { readBadgeId } from './badge.ts';
import { inWard } from './db/ward-store.ts';
import type { Site } from './site.ts';
import { hashText } from './vault.ts';
import type { KnownDevice } from './ward.ts';
import { readWardBook } from './ward-book.ts';

/** Languages that are published: Vietnamese whole, English as far as it is translated. */
export const CONTENT_LANGUAGES = ['vi', 'en'] as const;
export type ContentLanguage = (typeof CONTENT_LANGUAGES)[number];

export interface Edition {
	readonly pack: Pack;
	readonly manifest: Manifest;
	/** The edition's name on the wire and its ETag: a hash of the manifest. */
	readonly tag: string;
}

/** Who publishes: a member of staff, or nobody where the app brings it. */
export interface Publisher {
	readonly id: string | null;
	readonly name: string;
}

export function isContentLanguage(language: string): language is ContentLanguage {
	return (CONTENT_LANGUAGES as readonly string[]).includes(language);
}

export function tagOf(manifest: Manifest): string {
	return hashText(JSON.stringify(manifest)).slice(0, 32);
}

/** What the app ships in a language; in another one than Vietnamese only what is translated. */
function readShipped(language: ContentLanguage): Pack {
	const { id, version, publishedOn, articles, guides } = readPack(language);
	const isOwn = (item: PackItem) => !('language' in item) || item.language === undefined;
	return { id, version, language, publishedOn, articles: articles.filter(isOwn), guides: guides.filter(isOwn) };
}

/** Hashed once per process, when it is first of use: it is the same for every ward. */
const SHIPPED = new Map<ContentLanguage, Edition>();

/** Editions of all wards of a site; the last one read of each stays in memory. */
export class Content {
	readonly #site: Site;
	readonly #last = new Map<string, Edition>();

	constructor(site: Site) {
		this.#site = site;
	}

	/** The published edition; takes over what the app has brought since. */
	async read(ward: WardId, language: ContentLanguage): Promise<Edition> {
		const shipped = this.shipped(language);
		const latest = await readLatest(this.#site.store.of(ward).db, ward, language);
		if (latest?.base !== shipped.tag) {
			await inWard(this.#site.store, ward, this.#site.clock(), (tx) => this.#adopt(tx.trx, ward, language, shipped));
			return this.read(ward, language);
		}
		const key = `${ward}/${language}`;
		const held = this.#last.get(key);
		if (held?.tag === latest.tag) return held;
		const edition = await openEdition(this.#site.store.of(ward).db, ward, latest);
		this.#last.set(key, edition);
		return edition;
	}

	/**
	 * One name for the ward's book, all its editions and the volunteer's badge, another one as soon as any of them changes.
	 * Takes nothing over: what the app has brought and nobody has asked for yet counts as a change.
	 */
	async readName({ ward, volunteer }: Pick<KnownDevice, 'ward' | 'volunteer'>): Promise<string> {
		const { db } = this.#site.store.of(ward);
		const tags = CONTENT_LANGUAGES.map(async (language) => {
			const latest = await readLatest(db, ward, language);
			const { tag } = this.shipped(language);
			return latest?.base === tag ? latest.tag : `${tag} to come`;
		});
		const book = readWardBook(db, ward).then(({ hash }) => hash);
		const badge = readBadgeId(db, ward, volunteer);
		return hashText((await Promise.all([...tags, book, badge])).join(' ')).slice(0, 32);
	}

	/** What the app ships, to compare with. */
	shipped(language: ContentLanguage): Edition {
		let edition = SHIPPED.get(language);
		if (!edition) {
			const pack = readShipped(language);
			const manifest = makeManifest(pack, hashText);
			edition = { pack, manifest, tag: tagOf(manifest) };
			SHIPPED.set(language, edition);
		}
		return edition;
	}

	async #adopt(trx: Writer, ward: WardId, language: ContentLanguage, shipped: Edition): Promise<void> {
		const latest = await readLatest(trx, ward, language);
		if (latest?.base === shipped.tag) return; // another request was faster
		await keepBase(trx, ward, shipped);
		const held = latest && (await openEdition(trx, ward, latest));
		const base = latest && (await readBaseManifest(trx, ward, latest.base));
		const own = new Set(held && base ? listMissing(held.manifest, base).map((row) => row.id) : []);
		const keep = <Kind extends PackItem>(fresh: readonly Kind[], old: readonly Kind[] = []): Kind[] => {
			const byId = new Map(old.map((item) => [item.id, item]));
			// a translation that the ward withdrew, with the words that it translated, stays withdrawn
			const isDropped = (item: Kind) => base?.items.some((row) => row.id === item.id) && !byId.has(item.id);
			return fresh
				.filter((item) => language === 'vi' || !isDropped(item))
				.map((item) => (own.has(item.id) ? (byId.get(item.id) ?? item) : item));
		};
		const pack: Pack = {
			...shipped.pack,
			version: Math.max(shipped.pack.version, (latest?.version ?? 0) + 1),
			guides: keep(shipped.pack.guides, held?.pack.guides),
			articles: keep(shipped.pack.articles, held?.pack.articles)
		};
		await writeEdition(
			trx,
			ward,
			pack,
			shipped.tag,
			this.#site.clock(),
			{ id: null, name: '' },
			held?.manifest ?? null
		);
	}
}

interface EditionRow {
	readonly version: number;
	readonly tag: string;
	readonly manifest: string;
	readonly base: string;
}

async function readLatest(db: Reader, ward: WardId, language: string): Promise<EditionRow | null> {
	const row = await db
		.selectFrom('content_edition')
		.select(['version', 'tag', 'manifest', 'base'])
		.where('ward_id', '=', ward)
		.where('language', '=', language)
		.orderBy('version', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row ?? null;
}

async function openEdition(db: Reader, ward: WardId, row: EditionRow): Promise<Edition> {
	// Written by this file alone, from a manifest and from items that had passed the checker.
	const manifest = JSON.parse(row.manifest) as Manifest;
	const bodies = await readItems(
		db,
		ward,
		manifest.items.map((item) => item.hash)
	);
	const items = { guides: [] as Guide[], articles: [] as Article[] };
	for (const { kind, hash } of manifest.items) {
		const body = bodies.get(hash);
		if (body === undefined) continue;
		if (kind === 'guide') items.guides.push(JSON.parse(body) as Guide);
		else items.articles.push(JSON.parse(body) as Article);
	}
	const joined = joinPack(manifest, items, { guides: [], articles: [] });
	if ('lacks' in joined) throw new Error(`content: the store lacks ${joined.lacks} of edition ${row.version}`);
	return { pack: joined.pack, manifest, tag: row.tag };
}

/** Items as text by their hash; unknown hashes are absent. */
export async function readItems(
	db: Reader,
	ward: WardId,
	hashes: readonly string[]
): Promise<ReadonlyMap<string, string>> {
	if (hashes.length === 0) return new Map();
	const rows = await db
		.selectFrom('content_item')
		.select(['hash', 'body'])
		.where('ward_id', '=', ward)
		.where('hash', 'in', [...new Set(hashes)])
		.execute();
	return new Map(rows.map((row) => [row.hash, row.body]));
}

export async function readBaseManifest(db: Reader, ward: WardId, tag: string): Promise<Manifest | null> {
	const row = await db
		.selectFrom('content_base')
		.select('manifest')
		.where('ward_id', '=', ward)
		.where('tag', '=', tag)
		.executeTakeFirst();
	return row ? (JSON.parse(row.manifest) as Manifest) : null;
}

async function keepBase(trx: Writer, ward: WardId, shipped: Edition): Promise<void> {
	await trx
		.insertInto('content_base')
		.values({ ward_id: ward, tag: shipped.tag, manifest: JSON.stringify(shipped.manifest) })
		.onConflict((conflict) => conflict.columns(['ward_id', 'tag']).doNothing())
		.execute();
}

/** Publishes a pack: its new items, its list, and who did it. The pack's version must be new. */
export async function writeEdition(
	trx: Writer,
	ward: WardId,
	pack: Pack,
	base: string,
	now: number,
	by: Publisher,
	before: Manifest | null
): Promise<void> {
	const dated: Pack = by.id === null ? pack : { ...pack, publishedOn: dayAt(now) };
	const manifest = makeManifest(dated, hashText);
	const fresh = listMissing(manifest, before);
	// as it was written, not as it was hashed: the order of its keys is the order in which it is read and edited
	const bodies = new Map([...dated.guides, ...dated.articles].map((item) => [item.id, JSON.stringify(item)]));
	for (const row of fresh) {
		await trx
			.insertInto('content_item')
			.values({ ward_id: ward, hash: row.hash, body: bodies.get(row.id) ?? '' })
			.onConflict((conflict) => conflict.columns(['ward_id', 'hash']).doNothing())
			.execute();
	}
	const gone = (before?.items ?? []).filter((row) => !manifest.items.some((item) => item.id === row.id));
	await trx
		.insertInto('content_edition')
		.values({
			ward_id: ward,
			language: dated.language,
			version: dated.version,
			tag: tagOf(manifest),
			manifest: JSON.stringify(manifest),
			base,
			published_at: now,
			staff_id: by.id,
			staff_name: by.name,
			// the first edition changes everything: that is told by its number
			changed: JSON.stringify(before === null ? [] : [...fresh, ...gone].map((row) => row.id))
		})
		.execute();
}
