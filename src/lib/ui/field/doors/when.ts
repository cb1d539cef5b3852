// Days and hours of an appointment as people say them: tonight 19:00, tomorrow, 22/11 09:00.

import { addDays, formatDay, makeDay, type Day } from '$lib/domain/day.ts';
import type { DoorsWords } from '$lib/ui/words/vi/doors.ts';

/** `tối nay 19:00`, `ngày mai`, `22/11 09:00`; the year only where it is another one. */
export function sayWhen(on: Day, at: string | undefined, today: Day, words: DoorsWords['when']): string {
	if (on === today) return at && at >= '18:00' ? words.tonight(at) : words.today(at ?? '');
	if (on === addDays(today, 1)) return words.tomorrow(at ?? '');
	return words.day(shortDay(on, today), at ?? '');
}

/** `22/11`, or `25/01/2027` where the year is another one. */
export function shortDay(on: Day, today: Day): string {
	const full = formatDay(on);
	return on.slice(0, 4) === today.slice(0, 4) ? full.slice(0, 5) : full;
}

/** The day in a field typed as 25/01/2027, 25/1/27 or 25/01 (then the next one from `today` on); null where it is none. */
export function parseTypedDay(text: string, today: Day): Day | null {
	const parts =
		/^\s*(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?\s*$/.exec(text) ??
		/^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
	if (!parts) return null;
	const [date, month, thisYear] = [Number(parts[1]), Number(parts[2]), Number(today.slice(0, 4))];
	if (parts[3]) return makeDay(Number(parts[3].padStart(4, '20')), month, date);
	const day = makeDay(thisYear, month, date);
	return day && day < today ? makeDay(thisYear + 1, month, date) : day;
}

/** `19:00` from 19:00, 19h, 19.00 or 7; null where it is no hour of the day. */
export function parseTypedHour(text: string): string | null {
	const parts = /^\s*(\d{1,2})(?:[:hg.](\d{2})?)?\s*$/.exec(text) ?? /^\s*(\d{2})(\d{2})\s*$/.exec(text);
	if (!parts || Number(parts[1]) > 23 || Number(parts[2] ?? 0) > 59) return null;
	return `${parts[1]?.padStart(2, '0')}:${parts[2] ?? '00'}`;
}
