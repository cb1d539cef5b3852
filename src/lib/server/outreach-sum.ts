// Outreach events of a period, added up for a report: by quarter with what lies in it, and what was for the whole ward.

import type { AreaId, WardId } from '../domain/id.ts';
import type { Period } from '../domain/period.ts';
import type { OutreachSum, ReportFigures } from '../domain/ward-report.ts';
import type { Reader } from './db/open-store.ts';

type Row = OutreachSum & { readonly area: string | null };

function add(rows: readonly Row[]): OutreachSum {
	const sum = (name: keyof OutreachSum) => rows.reduce((all, row) => all + row[name], 0);
	return {
		events: sum('events'),
		audience: sum('audience'),
		households: sum('households'),
		helped: sum('helped'),
		followUps: sum('followUps')
	};
}

/** Undefined where nothing was held: the report then says nothing of it. */
export async function sumOutreach(
	db: Reader,
	ward: WardId,
	period: Period,
	places: readonly { readonly area: AreaId; readonly name: string; readonly within: ReadonlySet<string> }[]
): Promise<ReportFigures['outreach']> {
	const found = await db
		.selectFrom('outreach_event')
		.select(({ fn }) => [
			'area_id',
			fn.countAll<number | string>().as('events'),
			fn.sum<number | string>('audience').as('audience'),
			fn.sum<number | string>('households').as('households'),
			fn.sum<number | string>('helped').as('helped'),
			fn.sum<number | string>('follow_ups').as('followUps')
		])
		.where('ward_id', '=', ward)
		.where('withdrawn_at', 'is', null)
		.where('on_day', '>=', period.from)
		.where('on_day', '<=', period.to)
		.groupBy('area_id')
		.execute();
	if (found.length === 0) return undefined;
	const rows = found.map(({ area_id: area, ...row }): Row => ({
		area,
		events: Number(row.events),
		audience: Number(row.audience),
		households: Number(row.households),
		helped: Number(row.helped),
		followUps: Number(row.followUps)
	}));
	const byArea = places.map(({ area, name, within }) => ({
		area,
		name,
		...add(rows.filter((row) => row.area !== null && within.has(row.area)))
	}));
	const placed = new Set<string>(places.flatMap(({ within }) => [...within]));
	const wholeWard = add(rows.filter((row) => row.area === null || !placed.has(row.area)));
	return { byArea, wholeWard, all: add(rows) };
}
