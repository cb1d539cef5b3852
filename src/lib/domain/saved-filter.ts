// Filters of the review that somebody keeps under a name, for their own account. What was searched for is not kept: it
// is mostly somebody's name.

import { encodeVisitFilter, parseVisitFilter, type AddressQuery } from './desk-filter.ts';
import { LIMIT } from './limit.ts';
import { checkNote } from './note.ts';
import { problem, type Problem } from './problem.ts';

export interface SavedFilter {
	readonly name: string;
	/** The query part of the address that shows it. */
	readonly query: string;
}

/** The filter that an address names, as it is kept. */
export function makeSavedFilter(name: string, query: AddressQuery): SavedFilter {
	const { search: _, after: __, ...kept } = parseVisitFilter(query);
	return { name: name.trim(), query: encodeVisitFilter(kept) };
}

export function checkSavedFilter({ name }: SavedFilter): Problem[] {
	if (name === '') return [problem('field.required', 'name')];
	if (name.length > LIMIT.nameChars) return [problem('field.tooLong', 'name')];
	return checkNote(name, 'name');
}
