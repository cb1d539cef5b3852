// A crew: up to four people who knock while one phone records for all of them (captain mode). Each has a letter and a
// colour that goes with it; each visit says whose letter was at the door, and the day is counted from those visits, never
// from a counter of its own.

import { dayAt, type Day } from './day.ts';
import type { HouseholdId } from './id.ts';
import { checkKnocker, CREW_LETTERS, type CrewLetter, type Knocker } from './knocker.ts';
import { isActivated } from './ladder.ts';
import { problem, type Problem } from './problem.ts';
import type { Visit } from './visit.ts';

export interface Crew {
	/** In the order of their letters; the first one has the phone. */
	readonly members: readonly Knocker[];
	/** Who knocks where nobody else was said. */
	readonly at: CrewLetter;
	readonly startedAt: number;
	/** Absent while they walk. */
	readonly endedAt?: number;
}

/** Letters in order for names in order: two to four of them, or what is wrong and at which name. */
export function makeCrew(
	names: readonly string[],
	startedAt: number
): { readonly crew: Crew } | { readonly problem: Problem; readonly place: number } {
	const members = names.slice(0, CREW_LETTERS.length).map((name, i): Knocker => {
		return { letter: CREW_LETTERS[i]!, name: name.normalize('NFC').replace(/\s+/g, ' ').trim() };
	});
	for (const [place, member] of members.entries()) {
		const [found] = checkKnocker(member, 'name');
		if (found) return { problem: found, place };
	}
	if (members.length < 2) return { problem: problem('field.required', 'name'), place: members.length };
	return { crew: { members, at: 'A', startedAt } };
}

/** What one letter, or nobody's, did on a day. Each visit is counted under one of them. */
export interface CrewTally {
	/** Absent for visits of the day that name nobody, made before the crew set out. */
	readonly knocker?: Knocker;
	/** Doors where they knocked, each once however often. */
	readonly doors: number;
	/** Visits at which somebody was met, and at which nobody was. */
	readonly met: number;
	readonly nobodyHome: number;
	/** People whose account became active in one of these visits. */
	readonly activated: number;
	readonly firstAt: number;
	readonly lastAt: number;
}

export interface CrewDay {
	/** Every member, then whoever had a letter earlier today, then nobody; the last two only where they did something. */
	readonly rows: readonly CrewTally[];
	/** Visits of all rows; doors each once, also where two letters knocked. */
	readonly doors: number;
	readonly visits: number;
}

/** The day of one phone by letter. `visits` are those that this phone recorded. */
export function tallyCrew(visits: Iterable<Visit>, members: readonly Knocker[], today: Day): CrewDay {
	const keyOf = (knocker: Knocker | undefined) => (knocker ? `${knocker.letter} ${knocker.name}` : '');
	const groups = new Map<string, { readonly knocker?: Knocker; readonly visits: Visit[] }>();
	for (const knocker of members) groups.set(keyOf(knocker), { knocker, visits: [] });
	for (const visit of visits) {
		if (dayAt(visit.seenAt) !== today) continue;
		const key = keyOf(visit.knocker);
		const group = groups.get(key);
		if (group) group.visits.push(visit);
		else groups.set(key, { ...(visit.knocker ? { knocker: visit.knocker } : {}), visits: [visit] });
	}
	const all = [...groups.values()];
	const rank = ({ knocker }: { readonly knocker?: Knocker }) => {
		const member = members.findIndex((one) => keyOf(one) === keyOf(knocker));
		return member >= 0 ? member : knocker ? CREW_LETTERS.length : CREW_LETTERS.length + 1;
	};
	all.sort((a, b) => rank(a) - rank(b) || (keyOf(a.knocker) < keyOf(b.knocker) ? -1 : 1));
	return {
		rows: all.map(({ knocker, visits }) => ({ ...(knocker ? { knocker } : {}), ...count(visits) })),
		doors: countDoors(all.flatMap(({ visits }) => visits)),
		visits: all.reduce((sum, { visits }) => sum + visits.length, 0)
	};
}

function count(visits: readonly Visit[]): Omit<CrewTally, 'knocker'> {
	const times = visits.map(({ seenAt }) => seenAt);
	const nobodyHome = visits.filter(({ outcome }) => outcome === 'nobodyHome').length;
	return {
		doors: countDoors(visits),
		met: visits.length - nobodyHome,
		nobodyHome,
		activated: visits.filter(
			({ standing, before }) => standing && isActivated(standing.state) && !(before && isActivated(before))
		).length,
		firstAt: times.length > 0 ? Math.min(...times) : 0,
		lastAt: times.length > 0 ? Math.max(...times) : 0
	};
}

function countDoors(visits: readonly Visit[]): number {
	return new Set<HouseholdId>(visits.map(({ household }) => household)).size;
}
