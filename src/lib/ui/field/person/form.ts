// The person form: what is typed or read from a card about somebody, kept as a draft, checked by the domain's rules.

import type { PersonDraft } from '$lib/device/device.ts';
import { birthDayOf, type Birth } from '$lib/domain/birth.ts';
import { adviseExpiry } from '$lib/domain/card-advice.ts';
import { parseBirthText, parseName, type Card } from '$lib/domain/card.ts';
import type { Consent } from '$lib/domain/consent.ts';
import { formatDay, type Day } from '$lib/domain/day.ts';
import type { HouseholdId } from '$lib/domain/id.ts';
import {
	checkPerson,
	type CardState,
	type Person,
	type Presence,
	type Relation,
	type Sex
} from '$lib/domain/person.ts';
import type { Problem } from '$lib/domain/problem.ts';

export interface PersonForm {
	readonly name: string;
	/** As typed: `1985`, `14/05/1985` or `14051985`. */
	readonly birth: string;
	readonly sex: Sex | null;
	readonly relation: Relation | null;
	/** Read from a card and never typed back onto a screen; empty where there is none (scenario S14). */
	readonly personalId: string;
	readonly cardIssuedOn: Day | null;
	readonly cardBy: 'scan' | 'manual' | null;
	readonly card: CardState | null;
	readonly phone: string;
}

export function openPersonForm(): PersonForm {
	return {
		name: '',
		birth: '',
		sex: null,
		relation: null,
		personalId: '',
		cardIssuedOn: null,
		cardBy: null,
		card: null,
		phone: ''
	};
}

/** The form of somebody in the book. The number does not come back onto the phone's screens (feature F028). */
export function editPersonForm(person: Person): PersonForm {
	return {
		...openPersonForm(),
		name: person.name,
		birth: writeBirth(person.birth),
		sex: person.sex,
		relation: person.relation ?? null,
		cardIssuedOn: person.cardIssuedOn ?? null,
		card: person.card ?? null,
		phone: person.phone ?? ''
	};
}

/** `14/05/1985`, or the year alone where no more is known. */
export function writeBirth(birth: Birth): string {
	const day = birthDayOf(birth);
	return day ? formatDay(day) : birth;
}

/** The birth of the form, or null while it is none. */
export function birthOf(form: Pick<PersonForm, 'birth'>, today: Day): Birth | null {
	return parseBirthText(form.birth, today);
}

/** What a card says goes into the form; its address stays behind (issue 5 compares it). */
export function takeCard(form: PersonForm, card: Card, by: 'scan' | 'manual', today: Day): PersonForm {
	return {
		...form,
		name: card.name,
		birth: writeBirth(card.birth),
		sex: card.sex,
		personalId: card.personalId ?? '',
		cardIssuedOn: card.issuedOn,
		cardBy: by,
		card: cardStateOf(card.birth, card.issuedOn, today) ?? form.card
	};
}

/** What birth and issue date say about the card; null where they say nothing. The printed date rules. */
export function cardStateOf(birth: Birth, issuedOn: Day | null, today: Day): CardState | null {
	switch (adviseExpiry(birth, issuedOn, today).state) {
		case 'valid':
		case 'unlimited':
			return 'valid';
		case 'soon':
			return 'expiring';
		case 'expired':
			return 'expired';
		case 'unknown':
			return null;
	}
}

/** What keeps the person from being saved, in the order of the screen. */
export function checkPersonForm(
	form: PersonForm,
	about: { readonly presence: Presence | null; readonly consent: Consent | null },
	today: Day
): Problem[] {
	return checkPerson(
		{
			household: '' as HouseholdId, // not looked at by the check
			name: form.name,
			// What is no birth is handed on as typed, so that the check can say so.
			birth: birthOf(form, today) ?? form.birth,
			// null stands for "not chosen yet", which the check finds because it is none of the two.
			sex: form.sex as Sex,
			presence: about.presence as Presence,
			...(form.personalId ? { personalId: form.personalId } : {}),
			...(form.phone.trim() ? { phone: form.phone } : {}),
			...(about.consent ? { consent: about.consent } : {})
		},
		today
	);
}

/** The person as it is saved; only called with a form that `checkPersonForm` let through. */
export function encodePerson(
	form: PersonForm,
	today: Day,
	about: {
		readonly household: HouseholdId;
		readonly presence: Presence;
		readonly consent: Consent | null;
		readonly card?: CardState;
	}
): PersonDraft {
	const card = about.card ?? form.card;
	const phone = about.consent?.phone ? form.phone.replace(/[\s.-]/g, '') : '';
	const name = parseName(form.name);
	const birth = birthOf(form, today);
	if (!birth || !form.sex) throw new Error('checkPersonForm let an incomplete person through');
	return {
		household: about.household,
		// A name as told may hold signs that no card has (scenario S14): it stays as it was typed.
		name: name.ok ? name.value : form.name.trim(),
		birth,
		sex: form.sex,
		presence: about.presence,
		...(form.relation ? { relation: form.relation } : {}),
		...(form.personalId ? { personalId: form.personalId } : {}),
		...(card ? { card } : {}),
		...(form.cardIssuedOn ? { cardIssuedOn: form.cardIssuedOn } : {}),
		...(phone ? { phone } : {}),
		...(about.consent?.record ? { consent: about.consent } : {})
	};
}

/** True where nothing was filled in yet, so that an empty form leaves no draft behind. */
export function isBlank(form: PersonForm): boolean {
	return JSON.stringify(form) === JSON.stringify(openPersonForm());
}
