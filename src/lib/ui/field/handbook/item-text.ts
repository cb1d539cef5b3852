// An article as plain text: what is shared as a message, copied or read aloud.

import { fillText, type Article, type Block, type WardFact } from '$lib/domain/content.ts';

type Facts = Partial<Record<WardFact, string>>;
type FactWords = Record<WardFact, string>;

/** Title, summary and every block, one thought per line; the ward's facts are filled in. */
export function writeArticle(article: Article, ward: Facts, fallback: FactWords): string {
	const lines = [article.title, article.summary ?? '', ...article.body.flatMap(writeBlock)];
	return fillText(lines.filter((line) => line !== '').join('\n'), ward, fallback);
}

function writeBlock(block: Block): string[] {
	switch (block.kind) {
		case 'heading':
			return ['', block.text];
		case 'list':
			return block.rows.map((row) => `- ${row}`);
		case 'steps':
			return block.rows.map((row, at) => `${at + 1}. ${row}`);
		case 'label':
			return [`“${block.label.text}”`];
		case 'table':
			return block.rows.map((row) =>
				row.map((cell, at) => (block.head[at] ? `${block.head[at]}: ${cell}` : cell)).join('; ')
			);
		default:
			return [block.text];
	}
}
