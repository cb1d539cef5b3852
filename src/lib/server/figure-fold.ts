// From groups of a database to figures of places: the ward, its quarters, a period. No query here.

import { listWithin, type Area } from '../domain/area.ts';
import { foldCauses, foldFigures, type AreaFigures, type CauseRow } from '../domain/figures.ts';
import { isSuccess } from '../domain/ladder.ts';
import { isInforming, type Outcome } from '../domain/visit.ts';
import type { PeriodFigures } from '../domain/ward-report.ts';
import type { CodeGroup, InArea, PeriodTally, Tally } from './tally.ts';

/** The areas whose records count for a place; null for every record of the ward, wherever it stands. */
export type Within = ReadonlySet<string> | null;

/** Quarters in the ward's order, each with everything below it; of these only what somebody may see. */
export function listPlaces(
	areas: readonly Area[],
	seen: readonly string[] | null
): { readonly area: Area; readonly within: ReadonlySet<string> }[] {
	return areas
		.filter((area) => area.kind === 'quarter')
		.map((area) => {
			const below = [area.id, ...listWithin(areas, [area.id])];
			return { area, within: new Set<string>(seen ? below.filter((id) => seen.includes(id)) : below) };
		})
		.filter(({ within }) => within.size > 0);
}

/** How things stand in the areas that somebody may see. */
export function cutTally(tally: Tally, seen: readonly string[] | null): Tally {
	if (seen === null) return tally;
	const here = isIn(new Set(seen));
	return { people: tally.people.filter(here), doors: tally.doors.filter(here), marks: tally.marks.filter(here) };
}

/** What happened within a period in the areas that somebody may see. */
export function cutPeriodTally(tally: PeriodTally, seen: readonly string[] | null): PeriodTally {
	if (seen === null) return tally;
	const here = isIn(new Set(seen));
	return {
		visits: tally.visits.filter(here),
		informed: tally.informed.filter(here),
		people: tally.people.filter(here),
		marks: tally.marks.filter(here)
	};
}

function isIn(within: Within): (group: { readonly area: string }) => boolean {
	return (group) => within === null || within.has(group.area);
}

export function foldPlace(tally: Tally, within: Within): AreaFigures {
	const here = isIn(within);
	const scams = tally.marks.filter((mark) => mark.kind === 'scam' && here(mark));
	return foldFigures(tally.people.filter(here), tally.doors.filter(here), sumCounts(scams));
}

export function foldPeriod(tally: PeriodTally, within: Within): PeriodFigures {
	const here = isIn(within);
	const visits = tally.visits.filter(here);
	const people = tally.people.filter(here);
	return {
		visits: sumCounts(visits),
		opened: sumCounts(visits.filter((group) => isInforming({ outcome: group.outcome as Outcome }))),
		informed: sumCounts(tally.informed.filter(here)),
		activated: sumCounts(people),
		success: sumCounts(people.filter((group) => isSuccess(group.state))),
		scamWarnings: sumCounts(tally.marks.filter((mark) => mark.kind === 'scam' && here(mark)))
	};
}

export function foldWardCauses(tally: Tally, period: PeriodTally, within: Within = null): CauseRow[] {
	return foldCauses(countCodes(tally.marks, 'open', within), countCodes(period.marks, 'met', within));
}

export function countCodes(
	marks: readonly InArea<CodeGroup>[],
	kind: CodeGroup['kind'],
	within: Within
): ReadonlyMap<string, number> {
	const here = isIn(within);
	const counts = new Map<string, number>();
	for (const mark of marks)
		if (mark.kind === kind && here(mark)) counts.set(mark.code, (counts.get(mark.code) ?? 0) + mark.count);
	return counts;
}

/** Data flags raised within the period, by code. */
export function foldFlags(period: PeriodTally): { readonly code: string; readonly raised: number }[] {
	return [...countCodes(period.marks, 'flag', null)]
		.map(([code, raised]) => ({ code, raised }))
		.sort((a, b) => (a.code < b.code ? -1 : 1));
}

export function sumCounts(groups: readonly { readonly count: number }[]): number {
	return groups.reduce((all, group) => all + group.count, 0);
}
