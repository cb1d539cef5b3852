// Searching columns of folded words: the same rule as on the phone, each typed word begins some word of the row.

import { sql, type RawBuilder } from 'kysely';
import { LIMIT } from '../domain/limit.ts';
import { foldText } from '../domain/search.ts';

/** Words of a search as LIKE patterns; none where nothing was typed. */
export function listPatterns(search: string | undefined): string[] {
	const words = foldText((search ?? '').slice(0, LIMIT.searchChars))
		.split(' ')
		.filter(Boolean);
	// the folded column has a blank before every word; what LIKE would take for a sign is a letter here
	return words.map((word) => `% ${word.replace(/[\\%_]/g, '\\$&')}%`);
}

/** Whether a folded column holds the pattern; both databases understand the escape. */
export function hasWord(column: string, pattern: string): RawBuilder<boolean> {
	return sql<boolean>`${sql.ref(column)} like ${pattern} escape '\\'`;
}

/** A list for `in`, which may not be empty: nothing is called by an empty text. */
export function listOrNone<Id extends string>(ids: readonly Id[]): readonly (Id | '')[] {
	return ids.length > 0 ? ids : [''];
}
