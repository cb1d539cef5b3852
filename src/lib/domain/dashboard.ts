// What the desk's first page shows, as the server hands it over.

import type { Area } from './area.ts';
import type { Campaign, Target } from './campaign.ts';
import type { Day } from './day.ts';
import type { FigureCheck, ReportedFigure } from './figure-check.ts';
import type { AreaFigures, CauseRow } from './figures.ts';
import type { Period } from './period.ts';
import type { ReviewState } from './review.ts';
import type { PeriodFigures } from './ward-report.ts';

export interface AreaRow {
	readonly area: Area;
	readonly figures: AreaFigures;
	readonly targets: Target['counts'];
	/** Barriers open in the area, all causes. */
	readonly barriers: number;
	readonly causes: readonly CauseRow[];
	/** What its team did in the period: counts, and nobody's name (feature F097). */
	readonly work: PeriodFigures;
	readonly note: string;
}

export interface TrendBar extends Period {
	readonly visits: number;
	readonly informed: number;
	readonly success: number;
}

export interface SilentPhone {
	readonly volunteerName: string;
	/** When it was last heard; null for never since it joined. */
	readonly seenAt: number | null;
	readonly joinedAt: number;
	/** What it said to hold when it was last heard. */
	readonly waiting: number;
}

export interface Dashboard {
	readonly today: Day;
	/** Whether all of the ward is counted; else what stands in the areas of whoever looks. */
	readonly isWhole: boolean;
	readonly campaign: Campaign | null;
	readonly campaigns: readonly Campaign[];
	/** Of the campaign; without one the last thirty days. */
	readonly period: Period;
	readonly ward: Omit<AreaRow, 'area'>;
	readonly byArea: readonly AreaRow[];
	readonly trend: readonly TrendBar[];
	readonly causes: readonly CauseRow[];
	readonly flags: readonly { readonly code: string; readonly raised: number }[];
	/** What the ward has, by its word on it. */
	readonly received: Readonly<Record<ReviewState, number>>;
	/** What phones said to hold still: not received, and in no figure above. */
	readonly unsent: {
		readonly phones: number;
		readonly entries: number;
		readonly oldest: SilentPhone | null;
	};
	readonly silent: readonly SilentPhone[];
	readonly reported: readonly ReportedFigure[];
	readonly checks: readonly FigureCheck[];
}
