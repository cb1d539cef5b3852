// What the desk's forms about content say, read from their fields: the words and dates of one item, the ward's book, and
// the filter of the list. Anything odd is left out or told by name; nothing here trusts a field.

import { LIFE_STATUSES, WARD_FACTS, type LifeStatus, type WardFact } from './content.ts';
import { parseTypedDay } from './day.ts';
import type { ItemEdit, ItemPlace, ItemRow } from './desk-content.ts';
import { LIMIT } from './limit.ts';
import { fail, succeed, type Result } from './problem.ts';
import { foldText } from './search.ts';
import { CONTACT_FIELDS, type Contact, type WardBook } from './ward-book.ts';

/** What a form or an address offers to be read: names and texts, without asking the stem to know browsers. */
export type FormFields = ReadonlyMap<string, string>;

/** Prefix of the fields that hold texts: `text:steps/0/say`. */
export const TEXT_FIELD = 'text:';

/** The edit that a form holds; the first field that is no date, where one is not. */
export function parseItemEdit(fields: FormFields, place: ItemPlace): Result<ItemEdit> {
	const texts: Record<string, string> = {};
	for (const [name, text] of fields)
		if (name.startsWith(TEXT_FIELD)) texts[name.slice(TEXT_FIELD.length)] = text.replace(/\r\n?/g, '\n');
	const typed = (name: string) => fields.get(name)?.trim() ?? '';
	const checkedOn = parseTypedDay(typed('checkedOn'));
	if (!checkedOn) return fail('field.badDay', 'checkedOn');
	const validFrom = parseTypedDay(typed('validFrom'));
	if (!validFrom) return fail('field.badDay', 'validFrom');
	const validTo = parseTypedDay(typed('validTo'));
	if (typed('validTo') !== '' && !validTo) return fail('field.badDay', 'validTo');
	const status = LIFE_STATUSES.find((one: LifeStatus) => one === typed('status'));
	if (!status) return fail('field.badChoice', 'status');
	const successor = typed('successor') || null;
	return succeed({
		...place,
		hash: typed('hash'),
		texts,
		life: { checkedOn, validFrom, validTo, status, successor }
	});
}

/** The book that a form holds; rows without any word are left out. */
export function parseWardBook(fields: FormFields): WardBook {
	const facts: Partial<Record<WardFact, string>> = {};
	for (const fact of WARD_FACTS) {
		const text = fields.get(`fact:${fact}`)?.trim();
		if (text) facts[fact] = text;
	}
	const contacts: Contact[] = [];
	for (let row = 0; row < LIMIT.bookRows; row++) {
		const said = CONTACT_FIELDS.flatMap((field) => {
			const text = fields.get(`contact:${row}:${field}`)?.trim();
			return text ? [[field, text] as const] : [];
		});
		if (said.length > 0) contacts.push({ name: '', ...Object.fromEntries(said) });
	}
	const videos = [...fields].flatMap(([name, text]) => {
		const topic = name.startsWith('video:') ? name.slice('video:'.length) : null;
		return topic !== null && text.trim() !== '' ? [{ topic, address: text.trim() }] : [];
	});
	return { facts, contacts, videos };
}

export interface ContentFilter {
	readonly search: string;
	readonly language: string;
	readonly onlyDue: boolean;
}

export function parseContentFilter(query: { get(name: string): string | null }): ContentFilter {
	return {
		search: query.get('q')?.trim().slice(0, LIMIT.searchChars) ?? '',
		language: query.get('language') ?? '',
		onlyDue: query.get('due') === '1'
	};
}

/** Rows that fit; without diacritics. */
export function filterItems(rows: readonly ItemRow[], filter: ContentFilter): ItemRow[] {
	const words = foldText(filter.search).split(' ').filter(Boolean);
	return rows.filter(
		(row) =>
			(filter.language === '' || row.language === filter.language) &&
			(!filter.onlyDue || row.due !== null) &&
			words.every((word) => foldText(`${row.title} ${row.id}`).includes(word))
	);
}
