// The guides on this phone: the packs that ship with the app, fetched from its own files (kept for use without network)
// the first time a guide is wanted.

import type { Pack } from '../domain/content.ts';

/** The pack in that language, or the Vietnamese one, which is always complete. */
export async function readContent(language: string): Promise<Pack> {
	const { pressed: vietnamese } = await import('../../content/vietnamese.ts');
	if (language !== 'en') return vietnamese;
	const { joinLanguage } = await import('../../content/language.ts');
	const { pressed: english } = await import('../../content/translated-en.ts');
	return joinLanguage(vietnamese, language, english);
}
