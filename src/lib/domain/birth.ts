// When a person was born: often only the year is known (digest g, DF-03), so the year alone is a full answer.

import { makeDay, parseDay, yearOf, type Day } from './day.ts';

declare const birthBrand: unique symbol;
/** `YYYY` or `YYYY-MM-DD`. */
export type Birth = string & { readonly [birthBrand]: true };

const EARLIEST_YEAR = 1890;

/** The birth if the text is `YYYY` or a real date, not before 1890 and not after `today`; else null. */
export function parseBirth(text: string, today: Day): Birth | null {
	const trimmed = text.trim();
	const day = /^\d{4}$/.test(trimmed) ? makeDay(Number(trimmed), 1, 1) : parseDay(trimmed);
	if (!day || yearOf(day) < EARLIEST_YEAR || day > today) return null;
	return trimmed as Birth;
}

export function birthYearOf(birth: Birth): number {
	return Number(birth.slice(0, 4));
}

/** The full date, or null when only the year is known. */
export function birthDayOf(birth: Birth): Day | null {
	return parseDay(birth);
}

/** Completed years on `today`. With a year only, the youngest possible age, so that nobody is taken for older. */
export function ageOn(birth: Birth, today: Day): number {
	const years = yearOf(today) - birthYearOf(birth);
	const monthDay = birth.length === 10 ? birth.slice(5) : '12-31';
	return today.slice(5) >= monthDay ? years : years - 1;
}
