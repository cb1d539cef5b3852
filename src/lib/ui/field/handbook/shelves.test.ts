import { describe, expect, it } from 'vitest';
import { readPack } from '../../../../content/packs.ts';
import { addressOf, articlesOf, listKindShelves, listTopicShelves, servicesOf, utilitiesFor } from './shelves.ts';

const pack = readPack('vi');

describe('shelves', () => {
	it('F059: level 1 has nine utilities, level 2 all sixteen', () => {
		const all = articlesOf(pack, 'utility');
		expect([utilitiesFor(all, 1).length, utilitiesFor(all, 2).length, utilitiesFor(all, null).length]).toEqual([
			9, 16, 16
		]);
	});

	it('F057: a newborn needs services 9 and 15', () => {
		const need = articlesOf(pack, 'need').find((one) => one.title === 'Em bé mới sinh')!;
		expect(servicesOf(pack, need).map((service) => service.facts?.['number'])).toEqual([9, 15]);
	});

	it('every item stands on one shelf, or is reached from a screen of its own', () => {
		const shelved = listKindShelves(pack).flatMap(({ articles }) => articles);
		const apart = pack.articles.filter((one) => one.kind === 'need' || one.kind === 'contact');
		expect(shelved.length + apart.length).toBe(pack.articles.length);
		expect(listTopicShelves(pack).flatMap(({ guides }) => guides)).toHaveLength(pack.guides.length);
	});

	it('what a newer pack brings is not lost', () => {
		const [first] = pack.articles;
		const newer = { ...pack, articles: [...pack.articles, { ...first!, id: 'new', kind: 'fromTheFuture' }] };
		expect(articlesOf(newer, 'other').map((one) => one.id)).toEqual(['new']);
	});

	it('a link leads to the guide or to the article', () => {
		expect([addressOf(pack, 'P5'), addressOf(pack, 'nfc-where')]).toEqual(['/guide/P5', '/handbook/read/nfc-where']);
	});
});
