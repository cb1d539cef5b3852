// What a program of the ward's own may pull: counts by area, and visits without anybody in them.

import type { ExportFigures, ExportVisits } from '../contract/export.ts';
import type { AreaFigures } from '../domain/figures.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { useToken } from './export-token.ts';
import type { Report } from './report.ts';
import type { Site } from './site.ts';

export async function pullFigures(site: Site, report: Report, token: string | null): Promise<Result<ExportFigures>> {
	const opened = await useToken(site, token, 'figures');
	if (!opened.ok) return opened;
	const { ward, byArea } = await report.countFigures(opened.value, null);
	return succeed({
		now: site.clock(),
		ward: pick(ward),
		areas: byArea.map(({ area, figures }) => ({ area: area.id, name: area.name, kind: area.kind, ...pick(figures) }))
	});
}

/** Named one by one: what is added to the figures later is not thereby given away. */
function pick(figures: AreaFigures) {
	return {
		households: figures.households,
		householdsInformed: figures.householdsInformed,
		registered: figures.registered,
		present: figures.present,
		issued: figures.issued,
		activated: figures.activated,
		success: figures.success,
		successDeclared: figures.successDeclared,
		loggedIn: figures.loggedIn,
		scamWarnings: figures.scamWarnings
	};
}

/** One page of visits that changed after a step of the ward's counter. */
export async function pullVisits(
	site: Site,
	token: string | null,
	after: string | null
): Promise<Result<ExportVisits>> {
	const step = Number(after ?? '0');
	if (!Number.isSafeInteger(step) || step < 0) return fail('net.badRequest', 'after');
	const opened = await useToken(site, token, 'visits');
	if (!opened.ok) return opened;
	const ward = opened.value;
	const rows = await site.store
		.of(ward)
		.db.selectFrom('visit_row')
		.select(['id', 'area_id', 'seen_on', 'outcome', 'review_state', 'seq'])
		.where('ward_id', '=', ward)
		.where('seq', '>', step)
		.orderBy('seq')
		.orderBy('id')
		.limit(LIMIT.exportRows + 1)
		.execute();
	const isMore = rows.length > LIMIT.exportRows;
	// a step that touched several visits is not cut in two, or the rest of it would never be told
	const cut = rows.at(-1)?.seq;
	const page = isMore ? rows.filter((row) => row.seq !== cut) : rows;
	return succeed({
		now: site.clock(),
		visits: page.map((row) => ({
			key: site.vault.describe(`export|${ward}|${row.id}`),
			area: row.area_id,
			day: row.seen_on,
			outcome: row.outcome,
			review: row.review_state
		})),
		next: isMore ? (page.at(-1)?.seq ?? cut!) : null
	});
}
