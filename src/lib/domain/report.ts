// The figures of a ward, from records alone: the same code on phone and server (digest e.2).

import type { Household } from './household.ts';
import { isActivated, isIssued, isOfficial, isSuccess, type LadderState } from './ladder.ts';
import type { Person, Presence } from './person.ts';
import { isInforming, isScamWarning, type Visit } from './visit.ts';

export interface Figures {
	readonly households: number;
	readonly householdsInformed: number;
	/** Denominators: everybody on the list, and those who really live here (003·L cause 1). */
	readonly registered: number;
	readonly present: number;
	/** Counted with evidence that counts: seen on the resident's screen, or on the police list. */
	readonly issued: number;
	readonly activated: number;
	readonly success: number;
	/** Success that residents only told us of: shown apart, never added. */
	readonly successDeclared: number;
	/** Visits in which somebody was warned of a scam, or helped after one (scenario S16). */
	readonly scamWarnings: number;
}

/** Whether somebody still belongs to the ward's list, and so to every denominator. */
export function isListed(presence: Presence, state: LadderState | undefined): boolean {
	return presence !== 'deceased' && state !== 'moved';
}

/** Counts one area; the caller hands in the records of that area only. */
export function countFigures(
	households: readonly Household[],
	people: readonly Person[],
	visits: readonly Visit[]
): Figures {
	const informed = new Set(visits.filter(isInforming).map((visit) => visit.household));
	const listed = people.filter((person) => isListed(person.presence, person.standing?.state));
	const standings = listed.flatMap((person) => (person.standing ? [person.standing] : []));
	const official = standings.filter((standing) => isOfficial(standing.evidence));
	return {
		households: households.length,
		householdsInformed: households.filter((household) => informed.has(household.id)).length,
		registered: listed.length,
		present: listed.filter((person) => person.presence === 'home' || person.presence === 'newcomer').length,
		issued: official.filter((standing) => isIssued(standing.state)).length,
		activated: official.filter((standing) => isActivated(standing.state)).length,
		success: official.filter((standing) => isSuccess(standing.state)).length,
		successDeclared: standings.filter((standing) => !isOfficial(standing.evidence) && isSuccess(standing.state)).length,
		scamWarnings: visits.filter(isScamWarning).length
	};
}

/** A rate in percent with two decimals, half up: 119 of 2650 is 4.49. Null where there is nothing to divide by. */
export function computeRate(part: number, whole: number): number | null {
	// Counts are whole numbers, so this integer arithmetic is exact and a half is always rounded up.
	return whole === 0 ? null : Math.floor((part * 20_000 + whole) / (whole * 2)) / 100;
}
