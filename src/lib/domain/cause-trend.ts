// How the causes change with time (feature F096): what visits met, cut into bars, for the ward and each of its quarters.

import type { Area } from './area.ts';
import type { Campaign } from './campaign.ts';
import type { CauseGroup } from './catalogue/barriers.ts';
import type { Day } from './day.ts';
import { foldCauses } from './figures.ts';
import { isWithin, type Period } from './period.ts';

/** Visits that met a barrier on one day. */
export interface MetGroup {
	readonly code: string;
	readonly on: Day;
	readonly count: number;
}

export interface CauseLine {
	/** Null gathers what the letter's five causes do not name. */
	readonly group: CauseGroup | null;
	/** By bar, in the order of the bars. */
	readonly met: readonly number[];
}

export interface PlaceLines {
	/** Every barrier once, also one whose code stands under two causes: so it may be less than the causes together. */
	readonly all: readonly number[];
	readonly causes: readonly CauseLine[];
}

export interface CauseTrend {
	readonly today: Day;
	/** Whether all of the ward is counted; else what stands in the areas of whoever looks. */
	readonly isWhole: boolean;
	readonly campaign: Campaign | null;
	readonly campaigns: readonly Campaign[];
	readonly bars: readonly Period[];
	readonly ward: PlaceLines;
	readonly byArea: readonly (PlaceLines & { readonly area: Area })[];
}

/** In each bar a cause is the sum of its codes, as in the overview. */
export function foldCauseTrend(bars: readonly Period[], met: readonly MetGroup[]): PlaceLines {
	const counts = bars.map(() => new Map<string, number>());
	for (const { code, on, count } of met) {
		const here = counts[bars.findIndex((bar) => isWithin(on, bar))];
		here?.set(code, (here.get(code) ?? 0) + count);
	}
	const none = new Map<string, number>();
	const byBar = counts.map((here) => foldCauses(none, here));
	return {
		all: counts.map((here) => [...here.values()].reduce((sum, count) => sum + count, 0)),
		causes: foldCauses(none, none).map(({ group }, at) => ({ group, met: byBar.map((causes) => causes[at]?.met ?? 0) }))
	};
}
