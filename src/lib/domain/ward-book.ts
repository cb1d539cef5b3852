// What only this ward knows: where its desks are and when they are open, whom one may call, where its videos lie. The
// ward fills it in; nothing of it ships with the app (digest j, feature F068). It travels beside the packs.

import { WARD_FACTS, type WardFact } from './content.ts';
import { nameFilm } from './film.ts';
import { LIMIT } from './limit.ts';
import { problem, type Problem } from './problem.ts';

/** One line of the contact book: an office, or a person on duty. */
export interface Contact {
	readonly name: string;
	/** What to ask there. */
	readonly what?: string;
	readonly phone?: string;
	readonly place?: string;
	readonly hours?: string;
}
export const CONTACT_FIELDS = ['name', 'what', 'phone', 'place', 'hours'] as const satisfies (keyof Contact)[];

/** Where a film about a topic lies, with the ward or at another address; `topic` is the id of the topic's article. */
export interface Video {
	readonly topic: string;
	readonly address: string;
}

export interface WardBook {
	readonly facts: Readonly<Partial<Record<WardFact, string>>>;
	readonly contacts: readonly Contact[];
	readonly videos: readonly Video[];
}

/** A ward that has filled in nothing yet. */
export const EMPTY_WARD_BOOK: WardBook = { facts: {}, contacts: [], videos: [] };

/** A number that people can dial: 3 digits (an emergency) to 11, with blanks, dots and dashes between them. */
export function isDialled(text: string): boolean {
	const digits = text.replace(/[\s.()-]/g, '');
	return /^\+?\d{3,12}$/.test(digits);
}

/**
 * An address that a phone may be sent to: a film of the ward's own, or https and nothing before the host that could be taken
 * for another host.
 */
export function isVideoAddress(text: string): boolean {
	return nameFilm(text) !== null || /^https:\/\/[\p{L}\d-]+(\.[\p{L}\d-]+)+(:\d+)?(\/\S*)?$/u.test(text);
}

/** Text that holds no markup and no line of a program. */
export function isPlainText(text: string): boolean {
	// eslint-disable-next-line no-control-regex -- control characters are exactly what must not come in
	return !/<[/!a-z]|[\u0000-\u0009\u000b-\u001f\u007f]/i.test(text);
}

/** What is wrong with a book that somebody typed, with its place; empty when it may be published. */
export function checkWardBook(book: WardBook): Problem[] {
	const found: Problem[] = [];
	const checkText = (text: string | undefined, at: string) => {
		if (text === undefined) return;
		if (text.length > LIMIT.bookChars) found.push(problem('field.tooLong', at));
		if (!isPlainText(text)) found.push(problem('content.invalid', at));
	};
	for (const fact of WARD_FACTS) checkText(book.facts[fact], `facts.${fact}`);
	if (book.contacts.length > LIMIT.bookRows) found.push(problem('field.tooLong', 'contacts'));
	for (const [row, contact] of book.contacts.entries()) {
		if (contact.name.trim() === '') found.push(problem('field.required', `contacts.${row}.name`));
		for (const field of CONTACT_FIELDS) checkText(contact[field], `contacts.${row}.${field}`);
		if (contact.phone && !isDialled(contact.phone)) found.push(problem('field.badPhone', `contacts.${row}.phone`));
	}
	for (const [row, video] of book.videos.entries()) {
		checkText(video.address, `videos.${row}.address`);
		if (!isVideoAddress(video.address)) found.push(problem('field.badAddress', `videos.${row}.address`));
	}
	return found;
}
