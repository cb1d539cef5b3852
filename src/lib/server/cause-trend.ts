// The page of how causes change: one count of the database, folded for the ward and each quarter.

import { foldCauseTrend, type CauseTrend } from '../domain/cause-trend.ts';
import { dayAt } from '../domain/day.ts';
import type { AreaId, CampaignId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { cutPeriod } from '../domain/period.ts';
import { readAreas } from './area.ts';
import { chooseShown } from './campaign-list.ts';
import { listPlaces } from './figure-fold.ts';
import type { Report } from './report.ts';
import type { Site } from './site.ts';

/** `seen`: the areas of whoever looks, or null for the whole ward. Days to come have no bar. */
export async function readCauseTrend(
	site: Site,
	report: Report,
	ward: WardId,
	seen: readonly AreaId[] | null,
	wanted: CampaignId | null
): Promise<CauseTrend> {
	const { db } = site.store;
	const today = dayAt(site.clock());
	const { campaigns, campaign, period } = await chooseShown(db, ward, wanted, today);
	const [areas, met] = await Promise.all([readAreas(db, ward), report.readMet(ward, period, seen)]);
	const bars = cutPeriod({ from: period.from, to: period.to < today ? period.to : today }, LIMIT.causeBars);
	return {
		today,
		isWhole: seen === null,
		campaign,
		campaigns,
		bars,
		ward: foldCauseTrend(bars, met),
		byArea: listPlaces(areas, seen).map(({ area, within }) => ({
			area,
			...foldCauseTrend(
				bars,
				met.filter((group) => within.has(group.area))
			)
		}))
	};
}
