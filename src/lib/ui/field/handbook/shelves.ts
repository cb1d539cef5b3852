// Which shelves stand in the tab, in which order, and where an item is opened.

import { TOPICS, type Article, type Guide, type Pack, type Topic } from '$lib/domain/content.ts';

/** Kinds of articles with a shelf of their own, in the order of the screen; needs and contacts have screens of their own. */
export const SHELF_KINDS = [
	'faq',
	'service',
	'utility',
	'papers',
	'pitch',
	'scam',
	'handbook',
	'role',
	'barrier',
	'dataFlag',
	'video',
	'term',
	'outdated'
] as const;
/** Kinds that are reached from other screens and need no shelf. */
const APART: readonly string[] = ['need', 'contact'];

export interface KindShelf {
	readonly kind: string;
	readonly articles: readonly Article[];
}

/** Shelves that hold something; what a newer pack brings stands under `other`. */
export function listKindShelves(pack: Pack): KindShelf[] {
	const known: readonly string[] = SHELF_KINDS;
	const shelves = SHELF_KINDS.map((kind) => ({ kind: kind as string, articles: articlesOf(pack, kind) }));
	const others = pack.articles.filter((one) => !known.includes(one.kind) && !APART.includes(one.kind));
	return [...shelves, { kind: 'other', articles: others }].filter((shelf) => shelf.articles.length > 0);
}

export function articlesOf(pack: Pack, kind: string): Article[] {
	if (kind !== 'other') return pack.articles.filter((one) => one.kind === kind);
	return (
		listKindShelves(pack)
			.find((shelf) => shelf.kind === 'other')
			?.articles.slice() ?? []
	);
}

export interface TopicShelf {
	readonly topic: Topic;
	readonly guides: readonly Guide[];
}

/** Guides by shelf; one without a topic stands with the accounts. */
export function listTopicShelves(pack: Pack): TopicShelf[] {
	return TOPICS.map((topic) => ({
		topic,
		guides: pack.guides.filter((guide) => (guide.topic ?? 'account') === topic)
	})).filter((shelf) => shelf.guides.length > 0);
}

/** Where a guide or article is opened. */
export function addressOf(pack: Pack, id: string): string {
	return pack.guides.some((guide) => guide.id === id)
		? `/guide/${encodeURIComponent(id)}`
		: `/handbook/read/${encodeURIComponent(id)}`;
}

/** A fact that is a list of texts; empty where it is none. */
export function listFact(article: Article, name: string): readonly string[] {
	const fact = article.facts?.[name];
	return Array.isArray(fact) ? (fact as readonly string[]) : [];
}

/** Services that a need asks for, in the order of the need. */
export function servicesOf(pack: Pack, need: Article): Article[] {
	return listFact(need, 'services').flatMap((id) => pack.articles.find((one) => one.id === id) ?? []);
}

/** Utilities that an account of a level may use: level 2 has those of level 1 as well (feature F059). */
export function utilitiesFor(utilities: readonly Article[], level: 1 | 2 | null): Article[] {
	if (level === null) return [...utilities];
	return utilities.filter((one) => typeof one.facts?.['level'] === 'number' && one.facts['level'] <= level);
}
