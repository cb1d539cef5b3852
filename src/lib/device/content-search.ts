// Finding something in all the content, without network: words without diacritics, with a slip of the finger, in any
// order. The five best come back, each with the reason why. The index is made when somebody first searches, in pieces, so
// that a cheap phone goes on answering; it lives as long as its pack.

import MiniSearch from 'minisearch';
import type { Article, Guide, Pack } from '../domain/content.ts';
import { LIMIT } from '../domain/limit.ts';
import { foldText } from '../domain/search.ts';

export const HIT_FIELDS = ['title', 'keys', 'lead', 'body'] as const;
/** Where the words were found: the name, a keyword, the summary, the text. */
export type HitField = (typeof HIT_FIELDS)[number];

/** A piece of text, marked where it holds a word that was looked for. */
export interface HitPiece {
	readonly text: string;
	readonly isHit: boolean;
}

export interface Hit {
	readonly kind: 'guide' | 'article';
	readonly id: string;
	readonly item: Guide | Article;
	readonly field: HitField;
	/** The words around what was found: the reason that is shown. */
	readonly why: readonly HitPiece[];
}

export interface ContentSearch {
	find(typed: string): Hit[];
}

type Texts = Readonly<Record<HitField, readonly string[]>>;
interface Entry extends Record<HitField, string> {
	readonly n: number;
}

const BOOST: Record<HitField, number> = { title: 4, keys: 3.5, lead: 2, body: 1 };
/** Words of a question that say nothing about what is asked. */
const EMPTY_WORDS = new Set(
	'a la thi va cua cho voi bi khong duoc lam sao the nao gi nhu vay toi minh bac chau oi nhe'.split(' ')
);
const CHUNK_ITEMS = 12;
const SNIPPET_CHARS = 110;

const indexes = new WeakMap<Pack, Promise<ContentSearch>>();

/** The search over a pack; made once for each. */
export function openContentSearch(pack: Pack): Promise<ContentSearch> {
	let index = indexes.get(pack);
	if (!index) {
		index = makeIndex(pack);
		indexes.set(pack, index);
	}
	return index;
}

async function makeIndex(pack: Pack): Promise<ContentSearch> {
	const items: { kind: 'guide' | 'article'; item: Guide | Article; texts: Texts }[] = [
		...pack.guides.map((item) => ({ kind: 'guide' as const, item, texts: textsOfGuide(item) })),
		...pack.articles.map((item) => ({ kind: 'article' as const, item, texts: textsOfArticle(item) }))
	];
	const index = new MiniSearch<Entry>({
		idField: 'n',
		fields: [...HIT_FIELDS],
		tokenize: splitWords,
		processTerm: (term) => term
	});
	const entries = items.map(({ texts }, n) => ({
		n,
		title: texts.title.join(' '),
		keys: texts.keys.join(' '),
		lead: texts.lead.join(' '),
		body: texts.body.join(' ')
	}));
	await index.addAllAsync(entries, { chunkSize: CHUNK_ITEMS });
	const near = await foldNear(items.map(({ texts }) => texts));
	const bodies = new Map<Texts, FoldedTexts>();
	return {
		find(typed) {
			const words = splitWords(typed.slice(0, LIMIT.searchChars));
			const asked = words.filter((word) => !EMPTY_WORDS.has(word));
			const terms = asked.length > 0 ? asked : words;
			if (terms.length === 0) return [];
			const found = index.search(terms.join(' '), {
				boost: BOOST,
				prefix: (term) => term.length > 1,
				// one slip in a word of four letters and more; shorter syllables all look alike
				fuzzy: (term) => (term.length > 3 ? 1 : false),
				weights: { prefix: 0.5, fuzzy: 0.3 }
			});
			return found
				.map((result) => {
					const n = result.id as number;
					const { kind, item, texts } = items[n]!;
					const share = result.queryTerms.length / terms.length;
					// all the words weigh more than one rare one, and words that stand together more than scattered ones
					const score = result.score * share * share * (1 + countPairs(terms, near[n]!));
					return { kind, item, texts, score, matched: new Set(Object.keys(result.match)) };
				})
				.sort((a, b) => b.score - a.score)
				.slice(0, LIMIT.searchHits)
				.map(({ kind, item, texts, matched }) => ({ kind, id: item.id, item, ...explain(texts, matched, bodies) }));
		}
	};
}

function splitWords(text: string): string[] {
	return foldText(text)
		.split(/[^\p{L}\d]+/u)
		.filter((word) => word !== '');
}

/** Name, keywords and summary of each item as plain words, made once and in pieces: every letter that is typed asks for them. */
async function foldNear(all: readonly Texts[]): Promise<string[][]> {
	const near: string[][] = [];
	for (const [n, { title, keys, lead }] of all.entries()) {
		near.push([title, keys, lead].map((part) => ` ${splitWords(part.join(' . ')).join(' ')} `));
		if (n % CHUNK_ITEMS === CHUNK_ITEMS - 1) await new Promise((resolve) => setTimeout(resolve));
	}
	return near;
}

/** Pairs of words of the question that stand side by side in name, keywords or summary. */
function countPairs(terms: readonly string[], near: readonly string[]): number {
	let pairs = 0;
	for (let at = 1; at < terms.length; at++) {
		const pair = ` ${terms[at - 1]} ${terms[at]}`;
		for (const text of near) if (text.includes(pair)) pairs++;
	}
	return pairs;
}

/** The words of each text, kept once an item was among the best: the next letter mostly finds the same ones. */
type FoldedTexts = Readonly<
	Record<HitField, readonly { readonly text: string; readonly words: ReadonlySet<string> }[]>
>;

function foldTexts(texts: Texts): FoldedTexts {
	const fold = (field: HitField) => texts[field].map((text) => ({ text, words: new Set(splitWords(text)) }));
	return { title: fold('title'), keys: fold('keys'), lead: fold('lead'), body: fold('body') };
}

/** The text that holds most of what was found, cut around it. */
function explain(
	texts: Texts,
	matched: ReadonlySet<string>,
	kept: Map<Texts, FoldedTexts>
): { field: HitField; why: HitPiece[] } {
	let folded = kept.get(texts);
	if (!folded) kept.set(texts, (folded = foldTexts(texts)));
	let best: { field: HitField; text: string; count: number } = { field: 'title', text: texts.title[0] ?? '', count: 0 };
	for (const field of HIT_FIELDS)
		for (const { text, words } of folded[field]) {
			let count = 0;
			for (const word of words) if (matched.has(word)) count++;
			if (count > best.count) best = { field, text, count };
		}
	return { field: best.field, why: cut(best.text, matched) };
}

function cut(text: string, matched: ReadonlySet<string>): HitPiece[] {
	const parts = text.match(/[\p{L}\p{M}\d]+|[^\p{L}\p{M}\d]+/gu) ?? [];
	const isHit = parts.map((part) => matched.has(foldText(part)));
	const first = Math.max(0, isHit.indexOf(true));
	let from = first;
	for (let chars = 0; from > 0 && chars < SNIPPET_CHARS / 3; from--) chars += parts[from - 1]!.length;
	const pieces: HitPiece[] = from > 0 ? [{ text: '… ', isHit: false }] : [];
	let chars = 0;
	for (let at = from; at < parts.length; at++) {
		if (chars > SNIPPET_CHARS) {
			pieces.push({ text: ' …', isHit: false });
			break;
		}
		pieces.push({ text: parts[at]!, isHit: isHit[at]! });
		chars += parts[at]!.length;
	}
	return pieces;
}

function textsOfGuide(guide: Guide): Texts {
	const body = guide.steps.flatMap((step) => [
		step.title,
		step.say,
		...(step.notes ?? []),
		...(step.labels ?? []).map((label) => label.text),
		...(step.see ? [step.see] : []),
		...(step.branches ?? []).flatMap((branch) => [branch.words, ...(branch.screen ? [branch.screen.text] : [])]),
		...(step.stop ? [step.stop.reason] : [])
	]);
	return { title: [guide.title], keys: guide.keywords ?? [], lead: [guide.summary], body };
}

function textsOfArticle(article: Article): Texts {
	const body = article.body.flatMap((block): readonly string[] => {
		switch (block.kind) {
			case 'list':
			case 'steps':
				return block.rows;
			case 'label':
				return [block.label.text, ...(block.label.gloss ? [block.label.gloss] : [])];
			case 'table':
				return [...block.head, ...block.rows.flat()];
			default:
				return [block.text];
		}
	});
	// a fact in words (when a household needs it, for whom it is useful) tells as much as a summary; a code or an id does not
	const facts = Object.values(article.facts ?? {})
		.flat()
		.filter((fact): fact is string => typeof fact === 'string' && fact.includes(' '));
	return {
		title: [article.title],
		keys: article.keywords ?? [],
		lead: [...(article.summary ? [article.summary] : []), ...facts],
		body
	};
}
