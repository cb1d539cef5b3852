// The ward's contact book as lines of text, for paper and messages.

import type { WardBook } from '$lib/domain/ward-book.ts';
import type { HandbookWords } from '$lib/ui/words/vi/handbook.ts';

export function listContactLines(book: WardBook, words: HandbookWords['contacts']): string[] {
	const { policePlace, deskPlace, deskHours, wardPhone } = book.facts;
	const own = [policePlace, deskPlace, deskHours && `${words.hours}: ${deskHours}`, wardPhone];
	const rows = book.contacts.map((contact) =>
		[contact.name, contact.what, contact.phone, contact.place, contact.hours].filter(Boolean).join(', ')
	);
	return [...own.filter((line): line is string => Boolean(line)), ...rows];
}
