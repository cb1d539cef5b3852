// The packs that ship with the app, fetched when somebody first needs them.

import type { Pack } from '../domain/content.ts';

/** The shipped packs; a language other than Vietnamese holds only what is translated. */
export async function readShippedPack(language: string): Promise<Pack> {
	const { pressed: vietnamese } = await import('../../content/vietnamese.ts');
	const { id, version, publishedOn } = vietnamese;
	if (language !== 'en') return vietnamese;
	const { pressed: guides } = await import('../../content/translated-en.ts');
	return { id, version, language, publishedOn, articles: [], guides };
}
