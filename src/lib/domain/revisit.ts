// When to come back: few days to tap on, and the long way home at Tết (digest f, B1.1; scenarios S02 and S04).

import type { BarrierCode } from './catalogue/barriers.ts';
import { addDays, weekdayOf, type Day } from './day.ts';

export const REVISIT_PRESETS = ['tonight', 'tomorrowEvening', 'saturday', 'sunday'] as const;
export type RevisitPreset = (typeof REVISIT_PRESETS)[number];

export interface Revisit {
	readonly on: Day;
	/** HH:mm. */
	readonly at: string;
}

/** The hour at which people are back from work (scenarios 2.1), and the one of a weekend morning (S02). */
const EVENING = '19:00';
const MORNING = '09:00';

const SATURDAY = 6;
const SUNDAY = 0;

/**
 * The presets that still lie ahead of `clock` (HH:mm) on `today`, soonest first: this evening, or tomorrow's once its
 * hour has come; Saturday and Sunday are always the next ones, never today.
 */
export function listRevisits(today: Day, clock: string): (Revisit & { readonly preset: RevisitPreset })[] {
	const evening =
		clock < EVENING
			? { preset: 'tonight' as const, on: today, at: EVENING }
			: { preset: 'tomorrowEvening' as const, on: addDays(today, 1), at: EVENING };
	const weekend = [
		{ preset: 'saturday' as const, on: nextWeekday(today, SATURDAY), at: MORNING },
		{ preset: 'sunday' as const, on: nextWeekday(today, SUNDAY), at: MORNING }
	].sort((a, b) => a.on.localeCompare(b.on));
	return [evening, ...weekend];
}

function nextWeekday(today: Day, weekday: number): Day {
	return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
}

/**
 * First day of the Lunar New Year in Vietnam's time zone (new moon before midnight of UTC+7). A dated table: a year that
 * is missing gives no proposal, never a guess.
 */
const TET: readonly Day[] = ['2027-02-06', '2028-01-26', '2029-02-13'] as Day[];
/** Who works away comes home in the last twelve days before Tết: 25/01 to 05/02/2027 in scenario S04. */
const HOME_DAYS = 12;

export interface RevisitWindow {
	readonly from: Day;
	readonly to: Day;
}

/** The days before the next Tết in which people are home, or null where the table ends. */
export function homeBeforeTet(today: Day): RevisitWindow | null {
	const tet = TET.find((day) => day > today);
	if (!tet) return null;
	const first = addDays(tet, -HOME_DAYS);
	return { from: first > today ? first : addDays(today, 1), to: addDays(tet, -1) };
}

/** The window in which a revisit makes sense for these barriers; null where the presets will do. */
export function proposeWindow(barriers: readonly BarrierCode[], today: Day): RevisitWindow | null {
	return barriers.includes('B1.1') ? homeBeforeTet(today) : null;
}
