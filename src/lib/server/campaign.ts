// Campaigns with what they aim at, and figures that the police report, typed in by staff.

import { checkCampaign, type CampaignDraft } from '../domain/campaign.ts';
import { dayAt, type Day } from '../domain/day.ts';
import type { Staff } from '../domain/desk.ts';
import {
	checkReported,
	REPORTED_MEASURES,
	type ReportedDraft,
	type ReportedFigure,
	type ReportedMeasure
} from '../domain/figure-check.ts';
import type { Level } from '../domain/figures.ts';
import type { AreaId, CampaignId, ReportedId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { isWithin, type Period } from '../domain/period.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import { readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import { listCampaigns } from './campaign-list.ts';
import type { Reader } from './db/open-store.ts';
import { listOrNone } from './search.ts';
import { newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';

/**
 * A new campaign, or another one in its place; its targets are those of the draft and no others. It is the whole ward's,
 * so whoever is confined to some areas does not write it.
 */
export async function writeCampaign(
	site: Site,
	staff: Staff,
	id: CampaignId | null,
	draft: CampaignDraft
): Promise<Result<CampaignId>> {
	if (!isAllowed(staff.role, 'campaign') || staff.areas) return fail('staff.notAllowed');
	const [wrong] = checkCampaign(draft);
	if (wrong) return failWith(wrong);
	const { ward } = staff;
	return site.store.transact(async (trx) => {
		const known = await listCampaigns(trx, ward);
		if (id !== null && !known.some((one) => one.id === id)) return fail('field.badChoice', 'campaign');
		if (id === null && known.length >= LIMIT.campaigns) return fail('figure.tooMany');
		const areas = new Set((await readAreas(trx, ward)).map((area) => area.id));
		if (!draft.targets.every((target) => areas.has(target.area))) return fail('field.badChoice', 'area');
		const campaign = id ?? newId<CampaignId>(site);
		const values = {
			name: draft.name.trim(),
			// checkCampaign has seen both days
			from_day: draft.from as Day,
			to_day: draft.to as Day,
			changed_at: site.clock()
		};
		await trx
			.insertInto('campaign')
			.values({ ward_id: ward, id: campaign, ...values })
			.onConflict((on) => on.columns(['ward_id', 'id']).doUpdateSet(values))
			.execute();
		await trx.deleteFrom('target').where('ward_id', '=', ward).where('campaign_id', '=', campaign).execute();
		const rows = draft.targets
			.filter((target) => Object.keys(target.counts).length > 0 || target.note.trim() !== '')
			.map((target) => ({
				ward_id: ward,
				campaign_id: campaign,
				area_id: target.area,
				level_1: target.counts[1] ?? null,
				level_2: target.counts[2] ?? null,
				note: target.note.trim()
			}));
		if (rows.length > 0) await trx.insertInto('target').values(rows).execute();
		await writeAudit(trx, site, { ward, actor: staff, act: 'campaign.write', reason: values.name });
		return succeed(campaign);
	});
}

/**
 * Figures of a stretch of days, the newest day first; without one the last that were typed in. `seen`: the areas of
 * whoever asks, or null for the whole ward.
 */
export async function listReported(
	db: Reader,
	ward: WardId,
	seen: readonly AreaId[] | null,
	period: Period | null
): Promise<ReportedFigure[]> {
	let query = db
		.selectFrom('reported_figure')
		.selectAll()
		.where('ward_id', '=', ward)
		.where('withdrawn_at', 'is', null);
	if (seen) query = query.where('area_id', 'in', listOrNone(seen));
	const rows = await query
		.orderBy('as_of', 'desc')
		.orderBy('entered_at')
		.orderBy('id')
		.limit(LIMIT.reportRows)
		.execute();
	return rows
		.filter((row) => !period || isWithin(row.as_of, period))
		.map((row) => ({
			id: row.id as ReportedId,
			area: row.area_id as AreaId,
			measure: REPORTED_MEASURES.find((known) => known === row.measure) ?? ('issued' satisfies ReportedMeasure),
			level: row.level as Level | null,
			asOf: row.as_of as Day,
			count: row.count,
			whole: row.whole,
			rate: row.rate,
			source: row.source,
			note: row.note,
			enteredBy: row.staff_name,
			enteredOn: dayAt(row.entered_at)
		}));
}

export async function addReported(
	site: Site,
	staff: Staff,
	seen: readonly AreaId[] | null,
	draft: ReportedDraft
): Promise<Result<ReportedId>> {
	if (!isAllowed(staff.role, 'reported')) return fail('staff.notAllowed');
	if (seen && !seen.includes(draft.area)) return fail('staff.notAllowed');
	const now = site.clock();
	const [wrong] = checkReported(draft, dayAt(now));
	if (wrong) return failWith(wrong);
	const { ward } = staff;
	return site.store.transact(async (trx) => {
		const areas = await readAreas(trx, ward);
		if (!areas.some((area) => area.id === draft.area)) return fail('field.badChoice', 'area');
		const id = newId<ReportedId>(site);
		await trx
			.insertInto('reported_figure')
			.values({
				ward_id: ward,
				id,
				area_id: draft.area,
				measure: draft.measure,
				level: draft.level,
				// checkReported has seen day and count
				as_of: draft.asOf as Day,
				count: draft.count as number,
				whole: draft.whole,
				rate: draft.rate,
				source: draft.source.trim(),
				note: draft.note.trim(),
				staff_id: staff.id,
				staff_name: staff.name,
				entered_at: now,
				withdrawn_at: null
			})
			.execute();
		await writeAudit(trx, site, { ward, actor: staff, act: 'reported.add', reason: draft.source.trim() });
		return succeed(id);
	});
}

/** Takes a figure out of sight that was typed in by mistake; it stays in the store with its day. */
export async function withdrawReported(
	site: Site,
	staff: Staff,
	seen: readonly AreaId[] | null,
	id: ReportedId
): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'reported')) return fail('staff.notAllowed');
	const { ward } = staff;
	return site.store.transact(async (trx) => {
		let update = trx
			.updateTable('reported_figure')
			.set({ withdrawn_at: site.clock() })
			.where('ward_id', '=', ward)
			.where('id', '=', id)
			.where('withdrawn_at', 'is', null);
		// of one that stands elsewhere nobody learns more than of one that is not there
		if (seen) update = update.where('area_id', 'in', listOrNone(seen));
		const { numUpdatedRows } = await update.executeTakeFirst();
		if (numUpdatedRows !== 1n) return fail('desk.notOpen');
		const row = await trx
			.selectFrom('reported_figure')
			.select('source')
			.where('ward_id', '=', ward)
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		await writeAudit(trx, site, { ward, actor: staff, act: 'reported.withdraw', reason: row.source });
		return succeed(undefined);
	});
}
