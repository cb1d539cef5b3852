// An item cut into cards, as a phone shows it: one for its head and parts, one for each step.

import type { Article, Guide } from '$lib/domain/content.ts';
import { listItemTexts } from '$lib/domain/item-text.ts';

export interface SketchLine {
	readonly path: string;
	readonly text: string;
	readonly isHead: boolean;
}

/** Cards of an article, or those of a guide on which something has changed: forty steps are not read for one word. */
export function sketchItem(item: Guide | Article, changed: readonly string[]): SketchLine[][] {
	const cards = new Map<string, SketchLine[]>();
	for (const { path, text } of listItemTexts(item)) {
		const [root = '', place] = path.split('/');
		if (root === 'keywords') continue;
		const key = root === 'steps' ? `step ${place}` : 'item';
		cards.set(key, [...(cards.get(key) ?? []), { path, text, isHead: path.endsWith('title') }]);
	}
	return [...cards.values()].filter((lines) => !('steps' in item) || lines.some((line) => changed.includes(line.path)));
}
