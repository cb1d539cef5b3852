// The content on this phone: the packs that ship with the app, and the ward's editions of them in their place once one
// was fetched. A new edition is taken after a round of sync, item by item; the whole is read by the schema before it takes
// the place of the good one, which stays when anything is wrong. The edition before is kept as well, so that a walk that
// was begun with it ends with it.

import { parseArticle, parseGuide, parseManifest } from '../contract/content.ts';
import type { ContentAnswer, ContentRequest } from '../contract/edition.ts';
import type { Article, Guide, Pack } from '../domain/content.ts';
import { findLostLink } from '../domain/lost-link.ts';
import { encodeItem, joinPack, listMissing, makeManifest, type Manifest, type PackItem } from '../domain/manifest.ts';
import { fail, failWith, succeed, type Problem, type Result } from '../domain/problem.ts';
import { checkWardBook, EMPTY_WARD_BOOK, type WardBook } from '../domain/ward-book.ts';
import { followContent } from './content-follow.ts';
import { openContentKeep, type ContentKeep } from './content-keep.ts';
import { readShippedPack } from './content-shipped.ts';
import { hashItem, parseJson, requestFor, versionOf } from './content-wire.ts';
import { readLook } from './look.ts';
import { hashHex } from './vault.ts';

/** What screens show: a pack in the language that was asked for, and the ward's own book. */
export interface Shelf {
	readonly pack: Pack;
	readonly book: WardBook;
	/** Edition that was offered and not taken, until a good one comes. */
	readonly refused: Refusal | null;
}

export interface Refusal {
	readonly version: number;
	readonly problem: Problem;
}

export type AskContent = (request: ContentRequest) => Promise<Result<ContentAnswer>>;

/** An edition on this phone, with its name and the list of what it holds. */
interface Held {
	readonly ward: string;
	readonly tag: string;
	readonly manifest: Manifest;
	readonly pack: Pack;
}

interface HeldBook {
	readonly ward: string;
	readonly hash: string;
	readonly book: WardBook;
}

export class ContentShelf {
	readonly #keep: ContentKeep;
	readonly #ship: (language: string) => Promise<Pack>;
	/** Parsed once per page: an edition is large, and every guide opens from it. */
	readonly #held = new Map<string, Promise<Held | null>>();
	readonly #shipped = new Map<string, Promise<Held>>();
	#last: { readonly language: string; readonly shelf: Shelf } | null = null;
	/** Rises with whatever is taken or refused. */
	#taken = 0;
	#book: Promise<HeldBook | null> | null = null;
	#refused: Promise<Refusal | null> | null = null;
	#taking: Promise<Result<'same' | 'taken'>> = Promise.resolve(succeed('same'));

	constructor(keep: ContentKeep, ship: (language: string) => Promise<Pack> = readShippedPack) {
		this.#keep = keep;
		this.#ship = ship;
	}

	/** What `read` gave last in this language, if nothing has come since: a screen that opens again need not wait for it. */
	peek(language: string): Shelf | null {
		return this.#last?.language === language ? this.#last.shelf : null;
	}

	/** The pack of a language with the ward's book; the edition of `version` where a walk was begun with it. */
	async read(language: string, version?: number): Promise<Shelf> {
		const before = this.#taken;
		const [vietnamese, book, refused] = await Promise.all([
			this.#pick('vi', version),
			this.#readBook(),
			this.#readRefused()
		]);
		const pack = language === 'vi' ? vietnamese : await this.#translate(vietnamese, language);
		const shelf = { pack, book: book?.book ?? EMPTY_WARD_BOOK, refused };
		// not where something came while this was read, nor where nothing is translated and English may be had later
		const isWhole = language === 'vi' || pack.guides.some((guide) => guide.language === undefined);
		if (version === undefined && this.#taken === before && isWhole) this.#last = { language, shelf };
		return shelf;
	}

	/** Asks the ward what it has and takes it, if it is whole and good. One after the other. */
	take(ask: AskContent, ward: string, language: string): Promise<Result<'same' | 'taken'>> {
		const next = () => this.#take(ask, ward, language);
		this.#taking = this.#taking.then(next, next);
		return this.#taking;
	}

	async #take(ask: AskContent, ward: string, language: string): Promise<Result<'same' | 'taken'>> {
		const stored = await this.#readHeld(language);
		const held = stored?.ward === ward ? stored : await this.#readShipped(language);
		const book = await this.#readBook();
		const refused = await this.#readRefused();
		const listed = await ask({
			language,
			edition: held.tag,
			version: held.pack.version,
			book: book?.ward === ward ? book.hash : null,
			...(refused ? { refused: { version: refused.version, at: refused.problem.at ?? refused.problem.code } } : {})
		});
		if (!listed.ok) return listed;
		await this.#takeBook(ward, listed.value.book);
		if (listed.value.manifest === undefined) {
			await this.#noteRefusal(null);
			return succeed('same');
		}
		const joined = await this.#fetch(ask, language, held, listed.value.manifest);
		if (!joined.ok) {
			const { code } = joined.problem;
			// weather is tried again, a bad edition is told
			if (code.startsWith('content.'))
				await this.#noteRefusal({ version: versionOf(listed.value.manifest), ...joined });
			return joined;
		}
		const taken: Held = { ward, tag: listed.value.edition, ...joined.value };
		// First the one that is kept aside: a page that is closed between the two holds a good one in any case.
		if (stored) await this.#keep.write(`${language}/before`, JSON.stringify(stored));
		await this.#keep.write(language, JSON.stringify(taken));
		this.#held.set(`${language}/before`, Promise.resolve(stored));
		this.#held.set(language, Promise.resolve(taken));
		this.#forgetLast();
		await this.#noteRefusal(null);
		return succeed('taken');
	}

	/** The edition of that list, whole and read by the schema; else what is wrong with it and where. */
	async #fetch(
		ask: AskContent,
		language: string,
		held: Held,
		list: unknown
	): Promise<Result<{ readonly manifest: Manifest; readonly pack: Pack }>> {
		const manifest = parseManifest(list);
		if (!manifest.ok) return manifest;
		const { version } = manifest.value;
		if (manifest.value.language !== language) return fail('content.invalid', 'language');
		if (version < held.pack.version) return fail('content.older', `${version} < ${held.pack.version}`);
		const missing = listMissing(manifest.value, held.manifest);
		const answer = missing.length > 0 ? await ask(requestFor(language, held, missing)) : null;
		if (answer && !answer.ok) return answer;
		const fetched = { guides: [] as Guide[], articles: [] as Article[] };
		for (const [at, row] of missing.entries()) {
			const value: unknown = answer?.value.items?.[at];
			if (value === null || value === undefined) return fail('content.damaged', row.id);
			const item = row.kind === 'guide' ? parseGuide(value) : parseArticle(value);
			if (!item.ok) return failWith({ ...item.problem, at: `${row.id}: ${item.problem.at ?? ''}` });
			if (item.value.id !== row.id || (await hashItem(value as PackItem)) !== row.hash)
				return fail('content.damaged', row.id);
			if (row.kind === 'guide') fetched.guides.push(item.value as Guide);
			else fetched.articles.push(item.value as Article);
		}
		const joined = joinPack(manifest.value, fetched, held.pack);
		if ('lacks' in joined) return fail('content.damaged', joined.lacks);
		const lost = findLostLink({ ...joined.pack, plannedGuides: await this.#listKnown(language) });
		return lost === null ? succeed({ manifest: manifest.value, pack: joined.pack }) : fail('content.invalid', lost);
	}

	/** Ids that a link may name although the pack lacks them: planned ones, and for a translation those of the whole pack. */
	async #listKnown(language: string): Promise<string[]> {
		const shipped = await this.#ship('vi');
		const whole = language === 'vi' ? null : await this.#pick('vi');
		const own = whole ? [...whole.guides, ...whole.articles].map((item) => item.id) : [];
		return [...own, ...(shipped.plannedGuides ?? [])];
	}

	async #pick(language: string, version?: number): Promise<Pack> {
		const held = await this.#readHeld(language);
		if (version !== undefined && held && held.pack.version !== version) {
			const before = await this.#readHeld(`${language}/before`);
			if (before?.pack.version === version) return before.pack;
			const shipped = await this.#ship(language);
			if (shipped.version === version) return shipped;
		}
		return held?.pack ?? this.#ship(language);
	}

	async #translate(vietnamese: Pack, language: string): Promise<Pack> {
		const { joinLanguage } = await import('../../content/language.ts');
		const held = await this.#readHeld(language);
		if (held) return joinLanguage(vietnamese, language, held.pack.guides);
		// A shipped translation belongs to the shipped words: where the ward has changed them, it says something else.
		const [own, shipped] = await Promise.all([this.#ship(language).catch(() => null), this.#ship('vi')]);
		// Not kept on this phone, and no network: the guides are Vietnamese and say so themselves.
		if (!own) return joinLanguage(vietnamese, language, []);
		const wordsOf = (pack: Pack, id: string) => {
			const guide = pack.guides.find((one) => one.id === id);
			return guide && encodeItem(guide);
		};
		const still = own.guides.filter(
			({ id }) => vietnamese === shipped || wordsOf(vietnamese, id) === wordsOf(shipped, id)
		);
		return joinLanguage(vietnamese, language, still);
	}

	#readHeld(key: string): Promise<Held | null> {
		let held = this.#held.get(key);
		if (!held) {
			// Written by `#take` alone, after it was read by the schema.
			held = this.#keep.read(key).then((text) => (text === null ? null : (parseJson(text) as Held | null)));
			this.#held.set(key, held);
		}
		return held;
	}

	#readShipped(language: string): Promise<Held> {
		let shipped = this.#shipped.get(language);
		if (!shipped) {
			shipped = this.#ship(language).then(async (pack) => {
				const hashes = new Map<string, string>();
				for (const item of [...pack.guides, ...pack.articles]) {
					const text = encodeItem(item);
					hashes.set(text, await hashHex(text));
				}
				const manifest = makeManifest(pack, (text) => hashes.get(text) ?? '');
				return { ward: '', tag: (await hashHex(JSON.stringify(manifest))).slice(0, 32), manifest, pack };
			});
			this.#shipped.set(language, shipped);
			void shipped.catch(() => this.#shipped.delete(language)); // no network: the next one asks again
		}
		return shipped;
	}

	#readBook(): Promise<HeldBook | null> {
		this.#book ??= this.#keep
			.read('book')
			.then((text) => (text === null ? null : (parseJson(text) as HeldBook | null)));
		return this.#book;
	}

	/** A book with a fault is left where it is: the one that is held stays. */
	async #takeBook(ward: string, sent: ContentAnswer['book']): Promise<void> {
		if (!sent || checkWardBook(sent.value).length > 0) return;
		const held: HeldBook = { ward, hash: sent.hash, book: sent.value };
		await this.#keep.write('book', JSON.stringify(held));
		this.#book = Promise.resolve(held);
		this.#forgetLast();
	}

	#readRefused(): Promise<Refusal | null> {
		// Written below alone.
		this.#refused ??= this.#keep
			.read('refused')
			.then((text) => (text === null ? null : (parseJson(text) as Refusal | null)));
		return this.#refused;
	}

	async #noteRefusal(refusal: Refusal | null): Promise<void> {
		const noted = refusal && { version: refusal.version, problem: refusal.problem };
		if (JSON.stringify(await this.#readRefused()) === JSON.stringify(noted)) return;
		await this.#keep.write('refused', JSON.stringify(noted));
		this.#refused = Promise.resolve(noted);
		this.#forgetLast();
	}

	#forgetLast(): void {
		this.#last = null;
		this.#taken++;
	}
}

// NOTE: one for the page, like the browser's cache behind it: what lies here is the same for everybody who uses this phone.
const keep = openContentKeep();
const shelf = new ContentShelf(keep);

/** The content in that language; in the edition of `version` where it is still held, so that a walk ends as it began. */
export function readContent(language: string, version?: number): Promise<Shelf> {
	return shelf.read(language, version);
}

/** The content in that language where it was read before and nothing has come since; else null. */
export function peekContent(language: string): Shelf | null {
	return shelf.peek(language);
}

/** After a round of sync, in which the ward called its content `name`: Vietnamese, and the language of the screens. */
export function takeContents(ask: AskContent, ward: string, name: string | null): Promise<void> {
	const languages = [...new Set(['vi', readLook().tongue])];
	return followContent(keep, { ward, languages, name }, (language) => shelf.take(ask, ward, language));
}
