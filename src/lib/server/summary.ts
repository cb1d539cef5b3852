// The counts that a ward hands up: written by the ward about itself, as itself, so that the wall between wards in the
// database (db/row-policy.ts) holds for this, too. Nothing is counted for nobody: without a reader no row is written.

import { addDays, dayAt } from '../domain/day.ts';
import type { WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { Report } from './report.ts';
import { siteOf, type Site } from './site.ts';

const DAY_MS = 24 * 3600_000;

/** Every ward of this store, the demo left out, writes its row of today; answers what kept any of them from it. */
export async function keepSummaries(all: Site, report: Report): Promise<readonly unknown[]> {
	if (!(await hasReader(all))) return [];
	const wards = await all.store.db.selectFrom('ward').select('id').where('is_demo', '=', 0).orderBy('id').execute();
	const failures: unknown[] = [];
	// one after the other: phones come first, and nobody waits for this
	for (const { id } of wards)
		await writeSummary(siteOf(all, id), report, id as WardId).catch((error: unknown) => void failures.push(error));
	return failures;
}

async function hasReader(site: Site): Promise<boolean> {
	const row = await site.store.db
		.selectFrom('province_reader')
		.select('id')
		.where('ward_id', '=', '')
		.where('revoked_at', 'is', null)
		.where('expires_at', '>', site.clock())
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

async function writeSummary({ store, clock }: Site, report: Report, ward: WardId): Promise<void> {
	const now = clock();
	const day = dayAt(now);
	const [{ name }, figures, waiting, phones] = await Promise.all([
		store.db.selectFrom('ward').select('name').where('id', '=', ward).executeTakeFirstOrThrow(),
		report.countFigures(ward, null),
		store.db
			.selectFrom('visit_row')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('ward_id', '=', ward)
			.where('review_state', 'in', ['waiting', 'corrected'])
			.executeTakeFirstOrThrow(),
		store.db
			.selectFrom('device')
			.select(['seen_at', 'joined_at'])
			.where('ward_id', '=', ward)
			.where('revoked_at', 'is', null)
			.execute()
	]);
	const heard = now - LIMIT.silentDays * DAY_MS;
	const row = {
		ward_name: name,
		at: now,
		households: figures.ward.households,
		households_informed: figures.ward.householdsInformed,
		registered: figures.ward.registered,
		present: figures.ward.present,
		issued: figures.ward.issued,
		activated: figures.ward.activated,
		success: figures.ward.success,
		waiting: Number(waiting.count),
		phones: phones.length,
		phones_silent: phones.filter((phone) => (phone.seen_at ?? phone.joined_at) < heard).length
	};
	await store.transact(async (trx) => {
		await trx
			.insertInto('ward_summary')
			.values({ ward_id: ward, day, ...row })
			.onConflict((on) => on.columns(['ward_id', 'day']).doUpdateSet(row))
			.execute();
		await trx
			.deleteFrom('ward_summary')
			.where('ward_id', '=', ward)
			.where('day', '<', addDays(day, -LIMIT.summaryDays))
			.execute();
	});
}
