// The pack in another language: the items that are translated, and the Vietnamese ones, marked, for all others.

import type { Guide, Pack } from '../lib/domain/content.ts';

/** `translated` wins item by item; whatever is missing there keeps its words and names its language. */
export function joinLanguage(pack: Pack, language: string, translated: readonly Guide[]): Pack {
	const byId = new Map(translated.map((guide) => [guide.id, guide]));
	return {
		...pack,
		language,
		articles: pack.articles.map((article) => ({ ...article, language: pack.language })),
		guides: pack.guides.map((guide) => byId.get(guide.id) ?? { ...guide, language: pack.language })
	};
}
