// A phone takes the ward's editions: item by item, whole or not at all, and never one that is broken or older.

import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ContentAnswer } from '../contract/edition.ts';
import type { Article, Guide, Pack } from '../domain/content.ts';
import { makeDay } from '../domain/day.ts';
import { encodeItem, makeManifest, type Manifest, type PackItem } from '../domain/manifest.ts';
import { fail, succeed } from '../domain/problem.ts';
import { openMemoryKeep, type ContentKeep } from './content-keep.ts';
import { ContentShelf, type AskContent } from './content.ts';

const DAY = makeDay(2026, 11, 20)!;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const life = {
	sources: [{ tag: '000', place: 'p. 1', confidence: 'C' }],
	checkedOn: DAY,
	validFrom: DAY,
	status: 'current'
} as const;
const article = (id: string, text: string): Article => ({
	...life,
	id,
	title: id,
	kind: 'faq',
	body: [{ kind: 'text', text }]
});
const guide = (say: string, to = 'end'): Guide => ({
	...life,
	id: 'G',
	title: 'G',
	summary: 'G',
	start: 's',
	steps: [
		{ id: 's', title: 'S', who: 'volunteer', say, next: to },
		{ id: 'end', title: 'E', who: 'volunteer', say: 'E', stop: { outcome: 'success', reason: 'E' } }
	]
});
const packOf = (version: number, items: readonly Article[], guides: readonly Guide[] = [guide('nói')]): Pack => ({
	id: 'vneid',
	version,
	language: 'vi',
	publishedOn: DAY,
	articles: items,
	guides
});
const SHIPPED = packOf(3, [article('a', 'một'), article('b', 'hai')]);

/** A ward with one edition; what it was asked is remembered. */
class FakeWard {
	pack = SHIPPED;
	manifest: unknown = makeManifest(SHIPPED, hash);
	book: ContentAnswer['book'];
	readonly asked: Parameters<AskContent>[0][] = [];
	readonly bodies = new Map<string, unknown>();

	publish(pack: Pack): void {
		this.pack = pack;
		this.manifest = makeManifest(pack, hash);
		for (const item of [...pack.guides, ...pack.articles])
			this.bodies.set(hash(encodeItem(item as PackItem)).slice(0, 16), JSON.parse(JSON.stringify(item)));
	}

	readonly ask: AskContent = (request) => {
		this.asked.push(request);
		const tag = hash(JSON.stringify(this.manifest)).slice(0, 32);
		if (request.items)
			return Promise.resolve(
				succeed({ now: 0, edition: tag, items: request.items.map((row) => this.bodies.get(row) ?? null) })
			);
		return Promise.resolve(
			succeed({
				now: 0,
				edition: tag,
				...(request.edition === tag ? {} : { manifest: this.manifest }),
				...(this.book ? { book: this.book } : {})
			})
		);
	};
}

let keep: ContentKeep;
let ward: FakeWard;
let shelf: ContentShelf;
const open = () => new ContentShelf(keep, () => Promise.resolve(SHIPPED));
const textOf = async (id: string, version?: number) => {
	const block = (await shelf.read('vi', version)).pack.articles.find((item) => item.id === id)?.body[0];
	return block?.kind === 'text' ? block.text : undefined;
};

beforeEach(() => {
	keep = openMemoryKeep();
	ward = new FakeWard();
	shelf = open();
});

describe('content on a phone', () => {
	it('is the shipped one until the ward has another, and asks in one small question', async () => {
		expect((await shelf.read('vi')).pack).toBe(SHIPPED);
		expect(await shelf.take(ward.ask, 'w', 'vi')).toEqual({ ok: true, value: 'same' });
		expect(ward.asked).toHaveLength(1);
	});

	it('takes only what changed, and has it after the app was closed', async () => {
		ward.publish(packOf(4, [article('a', 'một'), article('b', 'hai mới'), article('c', 'ba')]));
		expect(await shelf.take(ward.ask, 'w', 'vi')).toEqual({ ok: true, value: 'taken' });
		expect(ward.asked[1]?.items).toHaveLength(2);
		shelf = open();
		expect(await textOf('b')).toBe('hai mới');
		expect(await shelf.take(ward.ask, 'w', 'vi')).toEqual({ ok: true, value: 'same' });
	});

	it('a walk that was begun keeps its edition', async () => {
		ward.publish(packOf(4, [article('a', 'bốn')]));
		await shelf.take(ward.ask, 'w', 'vi');
		ward.publish(packOf(5, [article('a', 'năm')]));
		await shelf.take(ward.ask, 'w', 'vi');
		shelf = open();
		expect([await textOf('a'), await textOf('a', 5), await textOf('a', 4), await textOf('a', 3)]).toEqual([
			'năm',
			'năm',
			'bốn',
			'một'
		]);
		expect(await textOf('a', 2), 'one that is gone: the newest').toBe('năm');
	});

	const broken: [string, (from: FakeWard) => void, string, string][] = [
		['an older one', (from) => from.publish(packOf(2, [article('a', 'cũ')])), 'content.older', '2 < 3'],
		[
			'an item that breaks the schema',
			(from) => from.publish(packOf(4, [{ ...article('a', 'x'), title: '' }])),
			'content.invalid',
			'a: title'
		],
		[
			'a text with markup',
			(from) => from.publish(packOf(4, [article('a', 'bấm <a href="x">đây</a>')])),
			'content.invalid',
			'a: body.0.text'
		],
		[
			'a guide that points nowhere',
			(from) => from.publish(packOf(4, [article('a', 'một')], [guide('nói', 'lost')])),
			'content.invalid',
			'G: guides.G.s -> lost'
		],
		[
			'a link to an item that is not there',
			(from) => from.publish(packOf(4, [{ ...article('a', 'một'), links: [{ to: 'lost', words: 'xem' }] }])),
			'content.invalid',
			'articles.a -> lost'
		],
		[
			'a list that is no list',
			(from) => void (from.manifest = { ...(from.manifest as Manifest), version: 9, items: [{ id: 'a' }] }),
			'content.invalid',
			'items.0.kind'
		],
		[
			'an item that is another one than the list says',
			(from) => {
				from.publish(packOf(4, [article('a', 'một khác')]));
				for (const [key, body] of from.bodies)
					if ((body as Article).id === 'a') from.bodies.set(key, article('a', 'đánh tráo'));
			},
			'content.damaged',
			'a'
		],
		[
			'an item that is missing',
			(from) => {
				from.publish(packOf(4, [article('a', 'một khác')]));
				from.bodies.clear();
			},
			'content.damaged',
			'a'
		]
	];
	it.each(broken)('refuses %s with reason and place, keeps the good one, and says so', async (_, spoil, code, at) => {
		spoil(ward);
		expect(await shelf.take(ward.ask, 'w', 'vi')).toMatchObject({ ok: false, problem: { code, at } });
		shelf = open();
		expect((await shelf.read('vi')).pack).toBe(SHIPPED);
		expect((await shelf.read('vi')).refused).toMatchObject({ problem: { code, at } });
		await shelf.take(ward.ask, 'w', 'vi');
		expect(ward.asked.findLast((request) => !request.items)?.refused?.at).toBe(at);
		// and a good one ends it
		ward.publish(packOf(10, [article('a', 'tốt')]));
		expect(await shelf.take(ward.ask, 'w', 'vi')).toMatchObject({ ok: true });
		expect((await shelf.read('vi')).refused).toBeNull();
	});

	it('a network that fails is no refusal', async () => {
		const ask: AskContent = () => Promise.resolve(fail('net.offline'));
		expect(await shelf.take(ask, 'w', 'vi')).toMatchObject({ problem: { code: 'net.offline' } });
		expect((await shelf.read('vi')).refused).toBeNull();
	});

	it('takes the book of the ward, but none with a fault, and asks anew for another ward', async () => {
		const value = { facts: { deskHours: '7:30' }, contacts: [], videos: [] };
		ward.book = { hash: 'h1', value };
		await shelf.take(ward.ask, 'w', 'vi');
		expect((await shelf.read('vi')).book).toEqual(value);
		ward.book = { hash: 'h2', value: { ...value, contacts: [{ name: 'A', phone: '<b>' }] } };
		await shelf.take(ward.ask, 'w', 'vi');
		expect((await shelf.read('vi')).book).toEqual(value);
		expect(ward.asked.at(-1)?.book).toBe('h1');
		await shelf.take(ward.ask, 'other', 'vi');
		expect(ward.asked.at(-1)?.book).toBeNull();
	});
});

it('what was read is at hand for the next screen, until something comes', async () => {
	expect(shelf.peek('vi')).toBeNull();
	const read = await shelf.read('vi');
	expect(shelf.peek('vi')).toBe(read);
	expect(shelf.peek('en')).toBeNull();
	ward.publish(packOf(4, [article('a', 'mới'), article('b', 'hai')]));
	const late = shelf.read('vi');
	expect(await shelf.take(ward.ask, 'ward', 'vi')).toMatchObject({ ok: true, value: 'taken' });
	await late;
	// also what was being read meanwhile is not taken for the new one
	expect(shelf.peek('vi')?.pack.version ?? 4).toBe(4);
	expect((await shelf.read('vi')).pack.version).toBe(4);
	expect(shelf.peek('vi')?.pack.version).toBe(4);
	ward.book = { hash: 'b', value: { ...(await shelf.read('vi')).book, facts: { wardName: 'Hòa An' } } };
	await shelf.take(ward.ask, 'ward', 'vi');
	expect(shelf.peek('vi')).toBeNull();
	expect((await shelf.read('vi')).book.facts.wardName).toBe('Hòa An');
	expect(shelf.peek('vi')?.book.facts.wardName).toBe('Hòa An');
});

it('English that is not kept and cannot be fetched: the guides are Vietnamese and say so, and the next screen asks again', async () => {
	let isOnline = false;
	const english = { ...SHIPPED, language: 'en', articles: [], guides: [guide('say')] };
	const ship = (language: string) => {
		if (language === 'vi') return Promise.resolve(SHIPPED);
		return isOnline ? Promise.resolve(english) : Promise.reject(new TypeError('no network'));
	};
	const far = new ContentShelf(openMemoryKeep(), ship);
	const [lent] = (await far.read('en')).pack.guides;
	expect(lent).toEqual({ ...guide('nói'), language: 'vi' });
	expect(far.peek('en')).toBeNull();
	expect(await far.take(ward.ask, 'ward', 'en').catch((error: unknown) => error)).toBeInstanceOf(TypeError);
	isOnline = true;
	expect((await far.read('en')).pack.guides).toEqual([guide('say')]);
	expect(far.peek('en')).not.toBeNull();
	expect(await far.take(ward.ask, 'ward', 'en').catch((error: unknown) => error)).toHaveProperty('ok');
});
