// Reports of the ward: made from the figures of the moment, which they keep; texts are written over as often as staff
// like. What a report holds is counts and places, so a purge of people leaves it whole.

import { sumTarget } from '../domain/campaign.ts';
import { addDays, dayAt, type Day } from '../domain/day.ts';
import type { Staff } from '../domain/desk.ts';
import { checkCounted, checkReportedFigures } from '../domain/figure-check.ts';
import type { CampaignId, ReportId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { periodAround, REPORT_KINDS, type Period } from '../domain/period.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import {
	checkTexts,
	isReportable,
	REPORT_TEXTS,
	type ReportFigures,
	type ReportOrder,
	type ReportRow,
	type ReportText,
	type WardReport
} from '../domain/ward-report.ts';
import { readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import { listReported } from './campaign.ts';
import { listCampaigns, listTargets } from './campaign-list.ts';
import { addTargets, readTarget } from './dashboard.ts';
import type { Reader } from './db/open-store.ts';
import { foldFlags, foldPeriod, foldPlace, foldWardCauses, listPlaces } from './figure-fold.ts';
import { sumOutreach } from './outreach-sum.ts';
import type { Report } from './report.ts';
import { newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';

/** A report is the whole ward's: whoever is confined to some areas neither makes nor reads one. */
export function mayReport(staff: Pick<Staff, 'role' | 'areas'>): boolean {
	return isAllowed(staff.role, 'report') && staff.areas === null;
}

/** The figures that a report of this period holds, as they are now. */
export async function countReport(
	site: Site,
	report: Report,
	ward: WardId,
	period: Period,
	campaign: CampaignId | null
): Promise<ReportFigures> {
	const { db } = site.store;
	const [areas, tally, inPeriod, targets, received, waiting, reported] = await Promise.all([
		readAreas(db, ward),
		report.readTally(ward, null),
		report.readPeriod(ward, period, null),
		campaign ? listTargets(db, ward, campaign, null) : [],
		report.countReceived(ward, null),
		sumWaiting(db, ward),
		// a list of the police is of a day before the end, and may be older than the period
		listReported(db, ward, null, { from: addDays(period.from, -31), to: period.to })
	]);
	const nameOf = new Map(areas.map((area) => [area.id, area.name]));
	const listed = listPlaces(areas, null);
	const places = listed.map(({ area, within }) => ({
		area: area.id,
		name: area.name,
		figures: foldPlace(tally, within),
		period: foldPeriod(inPeriod, within),
		...readTarget(targets, area.id)
	}));
	const outreach = await sumOutreach(
		db,
		ward,
		period,
		listed.map(({ area, within }) => ({ area: area.id, name: area.name, within }))
	);
	const top = areas.find((area) => area.kind === 'ward');
	const whole = {
		figures: foldPlace(tally, null),
		period: foldPeriod(inPeriod, null),
		...addTargets(targets, top?.id ?? null, places)
	};
	// notes are looked at for the checks; a report that is kept needs none
	const bare = <Row extends { readonly note: string }>({ note: _, ...row }: Row) => row;
	return {
		ward: bare(whole),
		byArea: places.map(bare),
		causes: foldWardCauses(tally, inPeriod),
		flags: foldFlags(inPeriod),
		received: {
			open: (received.get('waiting') ?? 0) + (received.get('corrected') ?? 0),
			approved: received.get('approved') ?? 0,
			returned: received.get('returned') ?? 0
		},
		onPhones: waiting,
		...(outreach ? { outreach } : {}),
		reported: reported.map(({ enteredBy: _, ...one }) => ({ ...bare(one), areaName: nameOf.get(one.area) ?? '' })),
		checks: [
			...checkCounted(null, whole.figures, sumTarget(whole.targets), whole.note),
			...places.flatMap((row) => checkCounted(row.area, row.figures, sumTarget(row.targets), row.note)),
			...checkReportedFigures(reported)
		]
	};
}

/** What the audit calls a report: its period and, where names were in the file, how many; the desk words it. */
export function nameSubject({ kind, from }: Pick<ReportRow, 'kind' | 'from'>, names?: number): string {
	return ['report', kind, from, ...(names === undefined ? [] : [names])].join('/');
}

async function sumWaiting(db: Reader, ward: WardId): Promise<number> {
	const row = await db
		.selectFrom('device')
		.select(({ fn }) => fn.sum<number | string | null>('waiting').as('count'))
		.where('ward_id', '=', ward)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	return Number(row?.count ?? 0);
}

export async function makeReport(
	site: Site,
	report: Report,
	staff: Staff,
	order: ReportOrder,
	texts: Readonly<Partial<Record<ReportText, string>>>
): Promise<Result<ReportId>> {
	if (!mayReport(staff)) return fail('staff.notAllowed');
	if (!REPORT_KINDS.includes(order.kind)) return fail('field.badChoice', 'kind');
	const { ward } = staff;
	const { db } = site.store;
	const now = site.clock();
	const period = periodAround(order.kind, order.day);
	if (!isReportable(period, dayAt(now))) return fail('figure.datesOrder', 'day');
	const campaign = (await listCampaigns(db, ward)).find((one) => one.id === order.campaign) ?? null;
	if (order.campaign && !campaign) return fail('field.badChoice', 'campaign');
	const figures = await countReport(site, report, ward, period, campaign?.id ?? null);
	const last = await readLastTexts(db, ward);
	const filled = Object.fromEntries(REPORT_TEXTS.map((part) => [part, texts[part] ?? last[part] ?? '']));
	const id = newId<ReportId>(site);
	return site.store.transact(async (trx) => {
		const { count } = await trx
			.selectFrom('ward_report')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('ward_id', '=', ward)
			.executeTakeFirstOrThrow();
		if (Number(count) >= LIMIT.reports) return fail('figure.tooMany');
		await trx
			.insertInto('ward_report')
			.values({
				ward_id: ward,
				id,
				kind: order.kind,
				from_day: period.from,
				to_day: period.to,
				campaign_id: campaign?.id ?? null,
				campaign_name: campaign?.name ?? null,
				figures: JSON.stringify(figures),
				texts: JSON.stringify({ ...filled, number: '' }),
				v: 1,
				made_at: now,
				staff_id: staff.id,
				staff_name: staff.name
			})
			.execute();
		await writeAudit(trx, site, {
			ward,
			actor: staff,
			act: 'report.make',
			subject: nameSubject({ kind: order.kind, ...period })
		});
		return succeed(id);
	});
}

/** Place, addressee and signer are the same from month to month: taken over from the last report. */
async function readLastTexts(db: Reader, ward: WardId): Promise<Partial<Record<ReportText, string>>> {
	const row = await db
		.selectFrom('ward_report')
		.select('texts')
		.where('ward_id', '=', ward)
		.orderBy('made_at', 'desc')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	if (!row) return {};
	const { place, addressee, signer, signerTitle, copies } = JSON.parse(row.texts) as Record<ReportText, string>;
	return { place, addressee, signer, signerTitle, copies };
}

/** The latest first; none for whoever may not see them. */
export async function listReports(db: Reader, staff: Staff): Promise<ReportRow[]> {
	if (!mayReport(staff)) return [];
	const rows = await db
		.selectFrom('ward_report')
		.select(['id', 'kind', 'from_day', 'to_day', 'made_at', 'staff_name'])
		.where('ward_id', '=', staff.ward)
		.orderBy('made_at', 'desc')
		.orderBy('id', 'desc')
		.limit(LIMIT.reportRows)
		.execute();
	return rows.map((row) => ({
		id: row.id as ReportId,
		kind: REPORT_KINDS.find((kind) => kind === row.kind) ?? 'month',
		from: row.from_day as Day,
		to: row.to_day as Day,
		madeAt: row.made_at,
		staffName: row.staff_name
	}));
}

export async function readReport(db: Reader, staff: Staff, id: ReportId): Promise<WardReport | null> {
	if (!mayReport(staff)) return null;
	const row = await db
		.selectFrom('ward_report')
		.selectAll()
		.where('ward_id', '=', staff.ward)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row) return null;
	return {
		id,
		kind: REPORT_KINDS.find((kind) => kind === row.kind) ?? 'month',
		from: row.from_day as Day,
		to: row.to_day as Day,
		madeAt: row.made_at,
		staffName: row.staff_name,
		wardName: staff.wardName,
		campaign: row.campaign_id === null ? null : { id: row.campaign_id as CampaignId, name: row.campaign_name ?? '' },
		figures: JSON.parse(row.figures) as ReportFigures,
		texts: JSON.parse(row.texts) as WardReport['texts'],
		v: row.v
	};
}

/** `desk.changedSince` where somebody else wrote since the page was opened. */
export async function writeReportTexts(
	site: Site,
	staff: Staff,
	id: ReportId,
	v: number,
	texts: WardReport['texts']
): Promise<Result<void>> {
	if (!mayReport(staff)) return fail('staff.notAllowed');
	const [wrong] = checkTexts(texts);
	if (wrong) return failWith(wrong);
	const { ward } = staff;
	return site.store.transact(async (trx) => {
		const kept = await readReport(trx, staff, id);
		if (!kept) return fail('field.badChoice', 'report');
		const { numUpdatedRows } = await trx
			.updateTable('ward_report')
			.set({ texts: JSON.stringify(texts), v: v + 1 })
			.where('ward_id', '=', ward)
			.where('id', '=', id)
			.where('v', '=', v)
			.executeTakeFirst();
		if (numUpdatedRows !== 1n) return fail('desk.changedSince');
		await writeAudit(trx, site, { ward, actor: staff, act: 'report.write', subject: nameSubject(kept) });
		return succeed(undefined);
	});
}
