// What becomes of the cards of a household that were scanned in one go: who is known and where, who is new, and whether
// the card names another address than the door's; and each new person's own consent. The address is compared here and goes no further.

import { makeConsent, type Consent } from '$lib/domain/consent.ts';
import type { Household } from '$lib/domain/household.ts';
import type { HouseholdId } from '$lib/domain/id.ts';
import type { Person } from '$lib/domain/person.ts';
import { recognise, type Recognition } from '$lib/domain/recognise.ts';
import { foldText } from '$lib/domain/search.ts';
import type { CardRead } from './scan.svelte.ts';

export interface CardRow {
	readonly read: CardRead;
	readonly found: Recognition<Person>;
	readonly addressDiffers: boolean;
}

/** People of this household come first: of two that may be the one on the card, the one behind this door is likelier. */
export function sortReads(
	reads: readonly CardRead[],
	people: Iterable<Person>,
	household: Pick<Household, 'id' | 'lane' | 'number'>
): CardRow[] {
	const isHere = (person: Person) => Number(person.household !== household.id);
	const inTurn = [...people].sort((a, b) => isHere(a) - isHere(b));
	return reads.map((read) => ({
		read,
		found: recognise(inTurn, read.card),
		addressDiffers: differs(read.cardAddress, household)
	}));
}

/** True when neither lane nor house number stands on the card; a card without an address says nothing. */
function differs(cardAddress: string, { lane, number }: Pick<Household, 'lane' | 'number'>): boolean {
	const wordsOf = (text: string) =>
		foldText(text)
			.split(/[^\p{L}\p{N}/]+/u)
			.filter(Boolean);
	const onCard = wordsOf(cardAddress);
	if (onCard.length === 0) return false;
	const has = (text: string) => wordsOf(text).every((word) => onCard.includes(word));
	return !(has(lane) && has(number));
}

/** One person's own consent, beside the card that was read. */
export interface Given {
	readonly read: CardRead;
	readonly consent: Consent;
}

/** The list after one person's tick, with the instant of it; a tick that is taken away leaves nothing of it. */
export function tickConsent(
	consents: readonly Given[],
	read: CardRead,
	isGiven: boolean,
	now: number
): readonly Given[] {
	const others = consents.filter((each) => each.read !== read);
	return isGiven ? [...others, { read, consent: { ...makeConsent(now), record: true } }] : others;
}

/** What this person agreed to; null until they were asked and said yes. */
export function consentOf(consents: readonly Given[], read: CardRead): Consent | null {
	return consents.find((each) => each.read === read)?.consent ?? null;
}

/** Whose page a row leads to, where there is one. */
export function hrefOf(person: Pick<Person, 'id' | 'household'>): `/doors/${HouseholdId}/people/${string}` {
	return `/doors/${person.household}/people/${person.id}`;
}
