// Whether the person on a card is already in the book. What comes down from the ward has the last four digits only, so a
// person is known by the whole number where this phone captured it, and else by four digits, name and birth together;
// with less than that a human is asked, and nothing is assumed.

import { birthDayOf, type Birth } from './birth.ts';
import type { Person } from './person.ts';
import { foldText } from './search.ts';
import { findTwins } from './twin.ts';

type Known = Pick<Person, 'id' | 'household' | 'name' | 'birth' | 'personalId' | 'idTail'>;
/** What a card says of who it is. */
export interface OnCard {
	readonly personalId: string | null;
	readonly name: string;
	readonly birth: Birth;
}

export type Recognition<Candidate> =
	| { readonly kind: 'known'; readonly person: Candidate }
	/** They may be this one: a human compares. */
	| { readonly kind: 'maybe'; readonly people: readonly Candidate[] }
	| { readonly kind: 'new' };

/** Who of `people` is the one on this card. */
export function recognise<Candidate extends Known>(
	people: Iterable<Candidate>,
	card: OnCard
): Recognition<Candidate> {
	const all = [...people];
	const byNumber = all.filter((person) => card.personalId !== null && person.personalId === card.personalId);
	const [one] = byNumber.length > 0 ? byNumber : all.filter((person) => agrees(person, card));
	if (one) return { kind: 'known', person: one };
	const { personalId, ...asked } = card;
	const twins = findTwins(all, personalId ? { ...asked, personalId } : asked);
	return twins.length > 0 ? { kind: 'maybe', people: twins } : { kind: 'new' };
}

function agrees(person: Known, card: OnCard): boolean {
	const tail = person.personalId === undefined ? person.idTail : undefined;
	return (
		tail !== undefined &&
		card.personalId?.endsWith(tail) === true &&
		birthDayOf(card.birth) !== null &&
		person.birth === card.birth &&
		foldText(person.name) === foldText(card.name)
	);
}
