// One edition of a pack, taken apart and put together again: a phone that holds an older edition gets the items that are
// new to it and the order of all of them. Both sides put a pack together by the same function, so that the text of the
// whole, and with it the name of the edition (its hash), comes out alike.

import type { Article, Guide, Pack } from './content.ts';
import { listTargets } from './guide.ts';
import { fail, succeed, type Result } from './problem.ts';

/** A pack without its items, in the order of its keys. */
export type PackHead = Omit<Pack, 'articles' | 'guides'>;

/** Ids of all items in the pack's order. */
export interface PackOrder {
	readonly articles: readonly string[];
	readonly guides: readonly string[];
}

/** What leads from one edition to the next. */
export interface EditionDelta {
	readonly head: PackHead;
	readonly order: PackOrder;
	/** Items that the older edition does not have as they are now. */
	readonly articles: readonly Article[];
	readonly guides: readonly Guide[];
}

export function headOf(pack: Pack): PackHead {
	const { articles: _articles, guides: _guides, ...head } = pack;
	return head;
}

export function orderOf(pack: Pack): PackOrder {
	return { articles: pack.articles.map((item) => item.id), guides: pack.guides.map((item) => item.id) };
}

/** The whole pack; `content.damaged` at the first item that neither side has. */
export function applyDelta(held: Pick<Pack, 'articles' | 'guides'> | null, delta: EditionDelta): Result<Pack> {
	const articles = pick(delta.order.articles, delta.articles, held?.articles ?? []);
	if (!articles.ok) return articles;
	const guides = pick(delta.order.guides, delta.guides, held?.guides ?? []);
	if (!guides.ok) return guides;
	return succeed({ ...delta.head, articles: articles.value, guides: guides.value });
}

function pick<Kind extends { readonly id: string }>(
	order: readonly string[],
	fresh: readonly Kind[],
	held: readonly Kind[]
): Result<Kind[]> {
	const known = new Map([...held, ...fresh].map((item) => [item.id, item]));
	const picked: Kind[] = [];
	for (const id of order) {
		const item = known.get(id);
		if (!item) return fail('content.damaged', id);
		picked.push(item);
	}
	return succeed(picked);
}

/** The text whose hash names an edition. */
export function textOfPack(pack: Pack): string {
	const { articles, guides, ...head } = pack;
	return JSON.stringify({ ...head, articles, guides });
}

/**
 * The first place of a pack that points nowhere: a link, a successor or a glossary word without its item, or a step
 * without its target. Null where all of it holds together. `checkPack` says more, but weighs more: this runs on phones.
 */
export function findLostLink(pack: Pack): string | null {
	const known = new Set([...pack.articles, ...pack.guides].map((item) => item.id));
	for (const planned of pack.plannedGuides ?? []) known.add(planned);
	for (const article of pack.articles) {
		for (const to of [...(article.links ?? []).map((link) => link.to), ...(article.successor ? [article.successor] : [])])
			if (!known.has(to)) return `articles.${article.id} -> ${to}`;
	}
	for (const guide of pack.guides) {
		const steps = new Set(guide.steps.map((step) => step.id));
		for (const step of guide.steps) {
			for (const to of listTargets(step)) if (!steps.has(to)) return `guides.${guide.id}.${step.id} -> ${to}`;
			for (const to of [...(step.links ?? []).map((link) => link.to), ...(step.terms ?? [])])
				if (!known.has(to)) return `guides.${guide.id}.${step.id} -> ${to}`;
		}
	}
	return null;
}

/** A language's pack with what it lacks taken from the Vietnamese one, which is complete; and the ids that it lacks. */
export function fillLanguage(
	pack: Pack,
	vietnamese: Pack
): { readonly pack: Pack; readonly untranslated: ReadonlySet<string> } {
	if (pack === vietnamese) return { pack, untranslated: new Set() };
	const untranslated = new Set<string>();
	const fill = <Kind extends { readonly id: string }>(own: readonly Kind[], whole: readonly Kind[]): Kind[] => {
		const byId = new Map(own.map((item) => [item.id, item]));
		return whole.map((item) => {
			const translated = byId.get(item.id);
			if (!translated) untranslated.add(item.id);
			return translated ?? item;
		});
	};
	const articles = fill(pack.articles, vietnamese.articles);
	return { pack: { ...pack, articles, guides: fill(pack.guides, vietnamese.guides) }, untranslated };
}
