// Campaigns and their targets as they stand in the store: for the desk, and for the phones of some areas.

import type { CampaignAims } from '../domain/aim.ts';
import { chooseCampaign, type Campaign, type Target } from '../domain/campaign.ts';
import { addDays, type Day } from '../domain/day.ts';
import { LEVELS } from '../domain/figures.ts';
import type { AreaId, CampaignId, WardId } from '../domain/id.ts';
import { isWithin, type Period } from '../domain/period.ts';
import type { Reader } from './db/open-store.ts';
import { listOrNone } from './search.ts';

const DAYS_WITHOUT_CAMPAIGN = 30;

/** The latest first. */
export async function listCampaigns(db: Reader, ward: WardId): Promise<Campaign[]> {
	const rows = await db
		.selectFrom('campaign')
		.select(['id', 'name', 'from_day', 'to_day'])
		.where('ward_id', '=', ward)
		.orderBy('from_day', 'desc')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({
		id: row.id as CampaignId,
		name: row.name,
		from: row.from_day as Day,
		to: row.to_day as Day
	}));
}

/** The campaign that is looked at: the wanted one, else the running one, else the last thirty days without one. */
export interface CampaignChoice {
	readonly campaigns: readonly Campaign[];
	readonly campaign: Campaign | null;
	readonly period: Period;
}

export async function chooseShown(
	db: Reader,
	ward: WardId,
	wanted: CampaignId | null,
	today: Day
): Promise<CampaignChoice> {
	const campaigns = await listCampaigns(db, ward);
	const campaign = campaigns.find((one) => one.id === wanted) ?? chooseCampaign(campaigns, today);
	const { from, to } = campaign ?? { from: addDays(today, 1 - DAYS_WITHOUT_CAMPAIGN), to: today };
	return { campaigns, campaign, period: { from, to } };
}

/** `seen`: the areas of whoever asks, or null for the whole ward. */
export async function listTargets(
	db: Reader,
	ward: WardId,
	campaign: CampaignId,
	seen: readonly AreaId[] | null
): Promise<Target[]> {
	let query = db.selectFrom('target').selectAll().where('ward_id', '=', ward).where('campaign_id', '=', campaign);
	if (seen) query = query.where('area_id', 'in', listOrNone(seen));
	const rows = await query.orderBy('area_id').execute();
	return rows.map((row) => ({
		area: row.area_id as AreaId,
		counts: {
			...(row.level_1 === null ? {} : { 1: row.level_1 }),
			...(row.level_2 === null ? {} : { 2: row.level_2 })
		},
		note: row.note
	}));
}

/**
 * What a phone of these areas is told: the campaign that runs today and ends first, with the counts that it aims at there.
 * The reasons that staff wrote beside a target stay at the desk. Null where nothing is aimed at.
 */
export async function readAims(
	db: Reader,
	ward: WardId,
	areas: readonly AreaId[],
	today: Day
): Promise<CampaignAims | null> {
	const campaign = chooseCampaign(await listCampaigns(db, ward), today);
	if (!campaign || !isWithin(today, campaign)) return null;
	const targets = await listTargets(db, ward, campaign.id, areas);
	const aims = targets.flatMap(({ area, counts }) =>
		LEVELS.flatMap((level) => (counts[level] === undefined ? [] : [{ area, level, count: counts[level] }]))
	);
	const { name, from, to } = campaign;
	return aims.length > 0 ? { name, from, to, aims } : null;
}
