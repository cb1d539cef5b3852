// What is counted of queues and phones, for programs (metrics.ts) and for the administrator (status.ts) alike.

import { LIMIT } from '../domain/limit.ts';
import type { PhoneStatus, QueueName, QueueStatus } from '../domain/status.ts';
import type { Reader } from './db/open-store.ts';
import { groupBy } from './group-by.ts';

const DAY_MS = 24 * 3600_000;

/** Of one ward, or with null of all. */
export async function readQueues(
	db: Reader,
	ward: string | null
): Promise<(QueueStatus & { readonly ward: string })[]> {
	let visits = db
		.selectFrom('visit_row')
		.select((of) => ['ward_id', of.fn.countAll<number>().as('count'), of.fn.min('received_at').as('oldest')])
		.where('review_state', 'in', ['waiting', 'corrected'])
		.groupBy('ward_id');
	if (ward !== null) visits = visits.where('ward_id', '=', ward);
	const cases = (['conflict', 'aside'] as const).map(async (name) => {
		let open = db
			.selectFrom(name)
			.select((of) => ['ward_id', of.fn.countAll<number>().as('count'), of.fn.min('at').as('oldest')])
			.where('state', '=', 'open')
			.groupBy('ward_id');
		if (ward !== null) open = open.where('ward_id', '=', ward);
		return (await open.execute()).map((row) => ({ name: name as QueueName, ...row }));
	});
	const rows = [
		...(await visits.execute()).map((row) => ({ name: 'visit' as QueueName, ...row })),
		...(await Promise.all(cases)).flat()
	];
	return rows.map(({ name, ward_id, count, oldest }) => ({ name, ward: ward_id, count: Number(count), oldest }));
}

/** Of one ward, or with null of all; a ward without phones has no line. */
export async function readPhones(
	db: Reader,
	ward: string | null,
	now: number
): Promise<(PhoneStatus & { readonly ward: string })[]> {
	let query = db
		.selectFrom('device')
		.select(['ward_id', 'waiting', 'seen_at', 'joined_at', 'app_version'])
		.where('revoked_at', 'is', null);
	if (ward !== null) query = query.where('ward_id', '=', ward);
	const byWard = groupBy(await query.execute(), (row) => row.ward_id);
	return [...byWard].map(([name, of]) => {
		const heard = of.map((row) => row.seen_at ?? row.joined_at);
		const versions = groupBy(of, (row) => row.app_version);
		return {
			ward: name,
			count: of.length,
			waiting: of.reduce((sum, row) => sum + (row.waiting ?? 0), 0),
			silent: heard.filter((at) => now - at > LIMIT.silentDays * DAY_MS).length,
			quietest: Math.min(...heard),
			versions: [...versions]
				.map(([version, phones]) => ({ version, count: phones.length }))
				.toSorted((a, b) => b.count - a.count)
		};
	});
}
