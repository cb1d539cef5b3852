// A person: as little as the work needs (digest k; at most four mandatory fields, feature F012).

import { ageOn, parseBirth, type Birth } from './birth.ts';
import type { BarrierCode } from './catalogue/barriers.ts';
import type { Consent } from './consent.ts';
import { parseDay, type Day } from './day.ts';
import type { HouseholdId, PersonId } from './id.ts';
import type { Standing } from './ladder.ts';
import { LIMIT } from './limit.ts';
import { problem, type Problem } from './problem.ts';

export const SEXES = ['male', 'female'] as const;
export type Sex = (typeof SEXES)[number];

export const PRESENCES = ['home', 'away', 'unclear', 'deceased', 'newcomer'] as const;
/** Ở thường xuyên / đi vắng / không rõ / đã mất / mới đến (feature F016). */
export type Presence = (typeof PRESENCES)[number];

export const CARD_STATES = ['valid', 'expiring', 'expired', 'lost', 'none', 'oldIdOnly', 'unclear'] as const;
/** Có thẻ còn hạn / sắp hết hạn / hết hạn / mất / chưa có / chỉ có CMND (terms.md 2). */
export type CardState = (typeof CARD_STATES)[number];

export const RELATIONS = [
	'head',
	'spouse',
	'child',
	'parent',
	'sibling',
	'grandparent',
	'grandchild',
	'relative',
	'tenant',
	'other'
] as const;
/** Relation to the head of the household: a code, never a story (digest k). */
export type Relation = (typeof RELATIONS)[number];

export interface Person {
	readonly id: PersonId;
	readonly household: HouseholdId;
	/** Full name, or the name as told where there are no papers (scenario S14). */
	readonly name: string;
	readonly birth: Birth;
	readonly sex: Sex;
	readonly presence: Presence;
	readonly relation?: Relation;
	/**
	 * The 12 digits, only on the way up: from the phone where they were captured until the ward has them. What comes
	 * down from the ward carries `idTail` alone (security.md 5.2).
	 */
	readonly personalId?: string;
	/** Last four digits, enough to tell two people apart. */
	readonly idTail?: string;
	readonly card?: CardState;
	readonly cardIssuedOn?: Day;
	readonly phone?: string;
	readonly consent?: Consent;
	readonly standing?: Standing;
	/** Barriers that are open now; the first is the primary one. */
	readonly barriers?: readonly BarrierCode[];
	/** A yes or no without a diagnosis (digest k, row health). */
	readonly needsHomeHelp?: boolean;
	/** Who of the household helps on the phone (`buddy.ts`): a link to another of its people. */
	readonly buddy?: PersonId;
}

/** Youngest age for an account of one's own (digest P0, P-V). */
export const OWN_ACCOUNT_AGE = 14;

/** What is wrong with a person that somebody typed; empty when the person may be saved. */
export function checkPerson(person: Omit<Person, 'id' | 'birth'> & { readonly birth: string }, today: Day): Problem[] {
	const found: Problem[] = [];
	if (person.name.trim() === '') found.push(problem('field.required', 'name'));
	if (person.name.length > LIMIT.nameChars) found.push(problem('field.tooLong', 'name'));
	if (person.birth.trim() === '') found.push(problem('field.required', 'birth'));
	else if (!parseBirth(person.birth, today)) found.push(problem('field.badDay', 'birth'));
	if (!SEXES.includes(person.sex)) found.push(problem('field.required', 'sex'));
	if (!PRESENCES.includes(person.presence)) found.push(problem('field.required', 'presence'));
	if (person.personalId !== undefined && !/^\d{12}$/.test(person.personalId))
		found.push(problem('card.badNumber', 'personalId'));
	if (person.cardIssuedOn !== undefined && !parseDay(person.cardIssuedOn))
		found.push(problem('field.badDay', 'cardIssuedOn'));
	if (person.phone !== undefined) {
		if (!person.consent?.phone) found.push(problem('field.noConsent', 'phone'));
		if (!isPhone(person.phone)) found.push(problem('field.badPhone', 'phone'));
	}
	return found;
}

/** A Vietnamese subscriber number as people write it: ten digits that begin with 0, blanks and dots allowed. */
export function isPhone(text: string): boolean {
	return /^0\d{9}$/.test(text.replace(/[\s.-]/g, ''));
}

/** `•••• 1234`, the only form in which a volunteer sees a number after it is saved (feature F028). */
export function maskNumber(person: Pick<Person, 'personalId' | 'idTail'>): string | null {
	const tail = person.personalId?.slice(-4) ?? person.idTail;
	return tail ? `•••• ${tail}` : null;
}

export function isOldEnough(person: Pick<Person, 'birth'>, today: Day): boolean {
	return ageOn(person.birth, today) >= OWN_ACCOUNT_AGE;
}
