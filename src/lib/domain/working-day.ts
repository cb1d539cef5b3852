// Days on which a ward works: Monday to Friday, but for the days off that the ward itself names. Which days those are
// changes every year and is said by the Government; we invent none.

import { addDays, weekdayOf, type Day } from './day.ts';

export function isWorkingDay(day: Day, daysOff: ReadonlySet<Day>): boolean {
	const weekday = weekdayOf(day);
	return weekday !== 0 && weekday !== 6 && !daysOff.has(day);
}

/** The day that lies so many working days after another one, which itself does not count. */
export function addWorkingDays(from: Day, count: number, daysOff: ReadonlySet<Day>): Day {
	let day = from;
	for (let left = count; left > 0;) {
		day = addDays(day, 1);
		if (isWorkingDay(day, daysOff)) left -= 1;
	}
	return day;
}
