// Words of the pages about content, in the desk's language.

import { content as english } from '../words/en/content.ts';
import { content as vietnamese, type ContentWords } from '../words/vi/content.ts';
import { getDeskWords } from './desk-words.ts';

export function getContentWords(): () => ContentWords {
	const desk = getDeskWords();
	return () => (desk().language === 'en' ? english : vietnamese);
}

/** `Bước 3 · Dòng thêm 1`: a way through an item as a reader may call it. */
export function namePath(path: string, words: ContentWords): string {
	const names: string[] = [];
	for (const part of path.split('/')) {
		const last = names.length - 1;
		if (/^\d+$/.test(part) && last >= 0) names[last] = `${names[last]} ${Number(part) + 1}`;
		else names.push(words.parts[part] ?? part);
	}
	return names.join(' · ');
}
