// What the 12 digits of a personal number say, and whether they agree with the rest. PPP G YY RRRRRR: place of birth
// registration, century and sex, year of birth, six random digits; there is no check digit (Decree 137/2015 article 13,
// Circular 59/2021 article 4). A disagreement only warns (feature F025): corrected papers exist.

import { birthYearOf, type Birth } from './birth.ts';
import { birthPlaceOf } from './catalogue/provinces.ts';
import type { Sex } from './person.ts';

/** Never an error: each one is shown, and saving stays allowed. */
export type PersonNumberWarning = 'sexMismatch' | 'birthYearMismatch' | 'unknownPlaceCode';

/** The 12 digits, freed of blanks, dots and hyphens that people write between groups; null if there are not 12. */
export function parsePersonNumber(text: string): string | null {
	const digits = text.replace(/[\s.\-\u2010-\u2015]/gu, '');
	return /^\d{12}$/.test(digits) ? digits : null;
}

/** The year of birth inside 12 digits: the fourth digit is 0 or 1 for 19xx, 2 or 3 for 20xx, up to 8 or 9 for 23xx. */
export function numberBirthYear(personalId: string): number {
	return 1900 + Math.floor(Number(personalId[3]) / 2) * 100 + Number(personalId.slice(4, 6));
}

/** The sex inside 12 digits: an even fourth digit is a man's number. */
export function numberSex(personalId: string): Sex {
	return Number(personalId[3]) % 2 === 0 ? 'male' : 'female';
}

/** Where 12 digits disagree with birth and sex. Takes a number that `parsePersonNumber` let through. */
export function checkPersonNumber(personalId: string, birth: Birth | null, sex: Sex | null): PersonNumberWarning[] {
	const warnings: PersonNumberWarning[] = [];
	if (sex && numberSex(personalId) !== sex) warnings.push('sexMismatch');
	if (birth && numberBirthYear(personalId) !== birthYearOf(birth)) warnings.push('birthYearMismatch');
	if (!birthPlaceOf(personalId)) warnings.push('unknownPlaceCode');
	return warnings;
}

/** 12 digits as 3-3-6, for reading aloud and comparing with the card; shorter input is grouped as far as it goes. */
export function groupPersonNumber(digits: string): string {
	return [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].filter(Boolean).join(' ');
}
