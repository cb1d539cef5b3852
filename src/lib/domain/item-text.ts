// What staff may change about an item at their desk: its words and its dates, never its structure. A text is found by its
// way through the item (`steps/3/notes/0`), so one editor serves every kind of item, also those that come later.

import type { Article, Guide, Life, LifeStatus } from './content.ts';
import type { Day } from './day.ts';

/** Keys whose value is words for people. Labels on somebody else's screen are facts, not words of ours. */
const WORDS = new Set(
	'title summary say notes see residentText words reason text rows head gloss keywords bring from'.split(' ')
);
/** Below these nothing is edited: where a statement comes from, and the exact words on the resident's screen. */
const CLOSED = new Set(['sources', 'labels', 'label', 'screen', 'facts', 'wardConfirms']);

export interface ItemText {
	/** Way through the item, parts joined by `/`. */
	readonly path: string;
	readonly text: string;
}

/** Every text of an item that may be edited, in the order of reading. */
export function listItemTexts(item: Guide | Article): ItemText[] {
	const found: ItemText[] = [];
	walk(item, '', false, (path, text) => void found.push({ path, text }));
	return found;
}

/** The item with these texts in place of the old ones; a path that leads to no editable text changes nothing. */
export function setItemTexts<Kind extends Guide | Article>(item: Kind, texts: Readonly<Record<string, string>>): Kind {
	const open = new Set(listItemTexts(item).map(({ path }) => path));
	const put = (value: unknown, path: string): unknown => {
		const text = texts[path];
		if (typeof value === 'string') return open.has(path) && text !== undefined ? text.trim() : value;
		if (Array.isArray(value)) return value.map((inner, row) => put(inner, join(path, String(row))));
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, put(inner, join(path, key))]));
	};
	// Only strings were replaced by strings, so the shape is the one that came in.
	return put(item, '') as Kind;
}

export interface LifeChanges {
	readonly checkedOn: Day;
	readonly validFrom: Day;
	readonly validTo: Day | null;
	readonly status: LifeStatus;
	readonly successor: string | null;
}

/** The item with another life; what is null is taken away. */
export function setItemLife<Kind extends Life>(item: Kind, life: LifeChanges): Kind {
	const { validTo: _to, successor: _next, ...rest } = item;
	return {
		...rest,
		checkedOn: life.checkedOn,
		validFrom: life.validFrom,
		status: life.status,
		...(life.validTo === null ? {} : { validTo: life.validTo }),
		...(life.successor === null ? {} : { successor: life.successor })
		// the spread has kept whatever else the item holds
	} as Kind;
}

function join(path: string, key: string): string {
	return path === '' ? key : `${path}/${key}`;
}

function walk(value: unknown, path: string, isWords: boolean, take: (path: string, text: string) => void): void {
	if (typeof value === 'string') {
		if (isWords) take(path, value);
	} else if (Array.isArray(value)) {
		for (const [row, inner] of value.entries()) walk(inner, join(path, String(row)), isWords, take);
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, inner] of Object.entries(value)) {
			if (!CLOSED.has(key)) walk(inner, join(path, key), WORDS.has(key), take);
		}
	}
}
