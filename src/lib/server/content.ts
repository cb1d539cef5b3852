// The published content: the pack of a language as text, with the name of its edition.

import { readPack } from '../../content/packs.ts';
import { hashText } from './vault.ts';

export interface Edition {
	readonly text: string;
	readonly etag: string;
}

/** The pack in that language, or the Vietnamese one. */
export function readContent(language: string): Edition {
	const text = JSON.stringify(readPack(language));
	return { text, etag: `"${hashText(text).slice(0, 32)}"` };
}
