// Finding a household or a person without diacritics: what is typed and what is stored are folded the same way.

/** No diacritics, and no blank that could stand at an end or beside another. */
const PLAIN = /^[!-~]*$/;

/** Lower case without diacritics, đ as d, NFC and NFD alike; blanks collapsed. */
export function foldText(text: string): string {
	// house numbers and digits are most of what is folded
	if (PLAIN.test(text)) return text.toLowerCase();
	return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** One thing that can be found: its id and the folded words of its names, address and last digits. */
export interface SearchRow<Id extends string = string> {
	readonly id: Id;
	/** Folded text, words separated by one blank. */
	readonly text: string;
}

export function makeSearchRow<Id extends string>(id: Id, parts: readonly (string | null | undefined)[]): SearchRow<Id> {
	return { id, text: foldText(parts.filter(Boolean).join(' ')) };
}

/**
 * Rows in which each typed word begins some word, so that two letters find Vũ, Lê, An and Ý. Rows whose words stand
 * in the typed order come first; otherwise the given order is kept.
 */
export function findRows<Id extends string>(
	rows: readonly SearchRow<Id>[],
	typed: string,
	most: number
): SearchRow<Id>[] {
	const query = foldText(typed);
	if (query === '') return [];
	const words = query.split(' ').map((word) => ` ${word}`);
	const inOrder: SearchRow<Id>[] = [];
	const others: SearchRow<Id>[] = [];
	for (const row of rows) {
		const text = ` ${row.text}`;
		if (!words.every((word) => text.includes(word))) continue;
		if (text.includes(` ${query}`)) inOrder.push(row);
		else others.push(row);
		if (inOrder.length >= most) break;
	}
	return inOrder.concat(others).slice(0, most);
}
