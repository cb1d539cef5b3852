// The desk's first page: how things stand, what the campaign brought, what is still on phones, and what does not add up.

import { sumTarget, type Target } from '../domain/campaign.ts';
import { dayAt } from '../domain/day.ts';
import type { Dashboard, SilentPhone } from '../domain/dashboard.ts';
import { checkCounted, checkReportedFigures } from '../domain/figure-check.ts';
import { LEVELS } from '../domain/figures.ts';
import type { AreaId, CampaignId, WardId } from '../domain/id.ts';
import { isSuccess } from '../domain/ladder.ts';
import { LIMIT } from '../domain/limit.ts';
import { cutPeriod, sumByBar } from '../domain/period.ts';
import { REVIEW_STATES, type ReviewState } from '../domain/review.ts';
import { readAreas } from './area.ts';
import { listReported } from './campaign.ts';
import { chooseShown, listTargets } from './campaign-list.ts';
import type { Reader } from './db/open-store.ts';
import { countCodes, foldFlags, foldPeriod, foldPlace, foldWardCauses, listPlaces, sumCounts } from './figure-fold.ts';
import type { Report } from './report.ts';
import type { Site } from './site.ts';
import type { PeriodTally } from './tally.ts';
import { nameVolunteers } from './volunteer.ts';

const DAY_MS = 24 * 3600_000;

/** `seen`: the areas of whoever looks, or null for the whole ward; nothing else is counted or named. */
export async function readDashboard(
	site: Site,
	report: Report,
	ward: WardId,
	seen: readonly AreaId[] | null,
	wanted: CampaignId | null
): Promise<Dashboard> {
	const { db } = site.store;
	const now = site.clock();
	const today = dayAt(now);
	const { campaigns, campaign, period } = await chooseShown(db, ward, wanted, today);
	const [areas, tally, inPeriod, targets, received, phones, reported] = await Promise.all([
		readAreas(db, ward),
		report.readTally(ward, seen),
		report.readPeriod(ward, period, seen),
		campaign ? listTargets(db, ward, campaign.id, seen) : [],
		report.countReceived(ward, seen),
		listPhones(db, ward, seen),
		listReported(db, ward, seen, null)
	]);
	const byArea = listPlaces(areas, seen).map(({ area, within }) => ({
		area,
		figures: foldPlace(tally, within),
		...readTarget(targets, area.id),
		barriers: sum(countCodes(tally.marks, 'open', within).values()),
		causes: foldWardCauses(tally, inPeriod, within),
		work: foldPeriod(inPeriod, within)
	}));
	const top = areas.find((area) => area.kind === 'ward');
	const whole = {
		figures: foldPlace(tally, null),
		...addTargets(targets, top?.id ?? null, byArea),
		barriers: sum(countCodes(tally.marks, 'open', null).values()),
		causes: foldWardCauses(tally, inPeriod),
		work: foldPeriod(inPeriod, null)
	};
	return {
		today,
		isWhole: seen === null,
		campaign,
		campaigns,
		period,
		ward: whole,
		byArea,
		trend: cutTrend(inPeriod, { from: period.from, to: period.to < today ? period.to : today }),
		causes: whole.causes,
		flags: foldFlags(inPeriod),
		received: Object.fromEntries(REVIEW_STATES.map((state) => [state, received.get(state) ?? 0])) as Record<
			ReviewState,
			number
		>,
		unsent: sumUnsent(phones),
		silent: phones.filter((phone) => now - (phone.seenAt ?? phone.joinedAt) > LIMIT.silentDays * DAY_MS),
		reported,
		checks: [
			...checkCounted(null, whole.figures, sumTarget(whole.targets), whole.note),
			...byArea.flatMap((row) => checkCounted(row.area.id, row.figures, sumTarget(row.targets), row.note)),
			...checkReportedFigures(reported)
		]
	};
}

function sum(counts: Iterable<number>): number {
	let all = 0;
	for (const count of counts) all += count;
	return all;
}

/** What one area aims at. */
export function readTarget(
	targets: readonly Target[],
	area: string
): Pick<Target, 'note'> & { targets: Target['counts'] } {
	const own = targets.find((target) => target.area === area);
	return { targets: own?.counts ?? {}, note: own?.note ?? '' };
}

/** The ward's aim: its own where it was set, else what the quarters aim at together. */
export function addTargets(
	targets: readonly Target[],
	top: string | null,
	quarters: readonly { readonly targets: Target['counts'] }[]
): Pick<Target, 'note'> & { targets: Target['counts'] } {
	const own = targets.find((target) => target.area === top);
	const counts = LEVELS.flatMap((level) => {
		const set = quarters.flatMap((row) => row.targets[level] ?? []);
		const count = own?.counts[level] ?? (set.length > 0 ? sum(set) : undefined);
		return count === undefined ? [] : [[level, count] as const];
	});
	return { targets: Object.fromEntries(counts) as Target['counts'], note: own?.note ?? '' };
}

function cutTrend(tally: PeriodTally, period: Dashboard['period']): Dashboard['trend'] {
	const bars = cutPeriod(period);
	const visits = sumByBar(bars, tally.visits);
	const informed = sumByBar(bars, tally.informed);
	const success = sumByBar(
		bars,
		tally.people.filter((group) => isSuccess(group.state))
	);
	return bars.map((bar, at) => ({
		...bar,
		visits: visits[at] ?? 0,
		informed: informed[at] ?? 0,
		success: success[at] ?? 0
	}));
}

/** Phones that are let in, the one that was heard longest ago first. */
async function listPhones(db: Reader, ward: WardId, seen: readonly AreaId[] | null): Promise<SilentPhone[]> {
	const own = seen && new Set<string>((await nameVolunteers(db, ward, seen)).map(({ id }) => id));
	const rows = await db
		.selectFrom('device as d')
		.innerJoin('volunteer as v', (on) => on.onRef('v.ward_id', '=', 'd.ward_id').onRef('v.id', '=', 'd.volunteer_id'))
		.select(['v.name', 'v.id as volunteer', 'd.seen_at', 'd.joined_at', 'd.waiting'])
		.where('d.ward_id', '=', ward)
		.where('d.revoked_at', 'is', null)
		.where('v.left_at', 'is', null)
		.execute();
	return rows
		.filter((row) => !own || own.has(row.volunteer))
		.map((row) => ({
			volunteerName: row.name,
			seenAt: row.seen_at,
			joinedAt: row.joined_at,
			waiting: row.waiting ?? 0
		}))
		.sort((a, b) => (a.seenAt ?? a.joinedAt) - (b.seenAt ?? b.joinedAt));
}

function sumUnsent(phones: readonly SilentPhone[]): Dashboard['unsent'] {
	const holding = phones.filter((phone) => phone.waiting > 0);
	return {
		phones: holding.length,
		entries: sumCounts(holding.map((phone) => ({ count: phone.waiting }))),
		oldest: holding[0] ?? null
	};
}
