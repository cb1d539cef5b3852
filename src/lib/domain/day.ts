// A day is a calendar date without a clock, written YYYY-MM-DD. Wards keep Vietnam's time: UTC+7, no summer time.

declare const dayBrand: unique symbol;
/** A valid calendar date, YYYY-MM-DD. */
export type Day = string & { readonly [dayBrand]: true };

const VIETNAM_OFFSET_MS = 7 * 3600_000;
const DAY_MS = 24 * 3600_000;

/** The day if the text is a real calendar date written YYYY-MM-DD, else null. */
export function parseDay(text: string): Day | null {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	return match ? makeDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** The day if year, month (1 to 12) and date make a real calendar date, else null. */
export function makeDay(year: number, month: number, date: number): Day | null {
	const instant = new Date(Date.UTC(year, month - 1, date));
	// Date.UTC rolls 31 April over to May and reads years below 100 as 19xx: both are not the date that was written.
	if (instant.getUTCFullYear() !== year || instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== date) {
		return null;
	}
	return instant.toISOString().slice(0, 10) as Day;
}

/** The day in Vietnam at an instant. */
export function dayAt(instantMs: number): Day {
	return new Date(instantMs + VIETNAM_OFFSET_MS).toISOString().slice(0, 10) as Day;
}

export function addDays(day: Day, count: number): Day {
	return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

export function yearOf(day: Day): number {
	return Number(day.slice(0, 4));
}

/** dd/MM/yyyy, as people in Vietnam write a date (feature F109). */
export function formatDay(day: Day): string {
	return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** The day if somebody typed a real date as dd/MM/yyyy (single digits allowed), else null. */
export function parseTypedDay(text: string): Day | null {
	const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
	return match ? makeDay(Number(match[3]), Number(match[2]), Number(match[1])) : null;
}

/** HH:mm in Vietnam's time. */
export function formatClock(instantMs: number): string {
	return new Date(instantMs + VIETNAM_OFFSET_MS).toISOString().slice(11, 16);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
	return new Date(Date.parse(day)).getUTCDay();
}
