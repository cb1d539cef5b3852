// When a phone asks for content at all. With the last page of rows the ward says what it calls all that it has published;
// a phone that has followed that name to its end has nothing to ask, so that an empty round stays one small question.

import type { Result } from '../domain/problem.ts';
import type { ContentKeep } from './content-keep.ts';

export interface Published {
	readonly ward: string;
	/** In which languages the phone holds content. */
	readonly languages: readonly string[];
	/** What the ward calls it; null where it does not say. */
	readonly name: string | null;
}

const KEY = 'followed';

/**
 * Has `take` ask in each language, unless this was followed to its end before: until the ward had nothing new in any of
 * them, and so had also heard which editions are in use here.
 */
export async function followContent(
	keep: ContentKeep,
	{ ward, languages, name }: Published,
	take: (language: string) => Promise<Result<'same' | 'taken'>>
): Promise<void> {
	const followed = JSON.stringify([ward, name, ...languages]);
	if (name !== null && (await keep.read(KEY)) === followed) return;
	let isSame = true;
	for (const language of languages) {
		const taken = await take(language);
		isSame &&= taken.ok && taken.value === 'same';
	}
	if (name !== null && isSame) await keep.write(KEY, followed);
}
