// What was let go, and a proof that anybody may count again: how much the store still says of it.

import type { Day } from '../domain/day.ts';
import type { WardId } from '../domain/id.ts';
import type { Figures } from '../domain/report.ts';
import type { RetentionCounts, RetentionRun } from '../domain/retention.ts';
import { ERASED } from '../sync/erase.ts';
import { readAreas } from './area.ts';
import type { Reader } from './db/open-store.ts';

/** Of runs from before there were any. */
const NONE_YET = { texts: 0, difficulties: 0 };

/** What was carried out, latest first, each counted again. */
export async function listRuns(db: Reader, ward: WardId): Promise<RetentionRun[]> {
	const [rows, kept, areas] = await Promise.all([
		db.selectFrom('retention_run').selectAll().where('ward_id', '=', ward).orderBy('at', 'desc').limit(50).execute(),
		db.selectFrom('kept_figure').selectAll().where('ward_id', '=', ward).orderBy('area_id').execute(),
		readAreas(db, ward)
	]);
	const runs: RetentionRun[] = [];
	for (const row of rows) {
		runs.push({
			id: row.id,
			at: row.at,
			staffName: row.staff_name,
			label: row.label,
			before: row.before_day as Day,
			isDone: row.state === 'done',
			counts: { ...NONE_YET, ...(JSON.parse(row.counts) as RetentionCounts) },
			hash: row.hash,
			left: await countLeft(db, ward, row.from_seq, row.to_seq),
			byArea: kept
				.filter((one) => one.run_id === row.id)
				.map((one) => ({
					areaName: areas.find((area) => area.id === one.area_id)?.name ?? '',
					figures: JSON.parse(one.body) as Figures
				}))
		});
	}
	return runs;
}

/** Places in the store that still say something of records that went between two steps of the log. */
async function countLeft(db: Reader, ward: WardId, fromSeq: number, toSeq: number): Promise<number> {
	const gone = db
		.selectFrom('change')
		.select('record_id')
		.where('ward_id', '=', ward)
		.where('seq', '>', fromSeq)
		.where('seq', '<=', toSeq)
		.where('kind', '=', ERASED);
	const [records, steps, entries, marks] = await Promise.all([
		db
			.selectFrom('record')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('ward_id', '=', ward)
			.where('id', 'in', gone)
			.where(({ or, eb }) => or([eb('deleted', '=', 0), eb('body', '!=', '{}')]))
			.executeTakeFirstOrThrow(),
		db
			.selectFrom('change')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('ward_id', '=', ward)
			.where('record_id', 'in', gone)
			.where('seq', '<=', toSeq)
			.where(({ or, eb }) => or([eb('before', '!=', '{}'), eb('after', '!=', '{}')]))
			.executeTakeFirstOrThrow(),
		db
			.selectFrom('entry as e')
			.innerJoin('change as c', (on) => on.onRef('c.ward_id', '=', 'e.ward_id').onRef('c.entry_id', '=', 'e.id'))
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('e.ward_id', '=', ward)
			.where('c.record_id', 'in', gone)
			.where('c.seq', '<=', toSeq)
			.where('e.body', 'not like', '%"p":{}%')
			.executeTakeFirstOrThrow(),
		db
			.selectFrom('mark_row')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('ward_id', '=', ward)
			.where('record_id', 'in', gone)
			.executeTakeFirstOrThrow()
	]);
	return [records, steps, entries, marks].reduce((sum, row) => sum + Number(row.count), 0);
}
