// Since when a household counts as informed: the first day on which anybody was met there (features F071, F082). Kept
// beside the door, because a ward asks for it by the ten thousand.

import { isInforming, type Visit } from '../../domain/visit.ts';
import type { WardRecord } from '../../sync/record.ts';
import { dayOf, textOf } from './field-text.ts';
import type { Writer } from './open-store.ts';

export interface TouchedDoors {
	/** Doors with new visits that informed, by the first day of them. */
	readonly since: ReadonlyMap<string, string>;
	/** Doors whose visits must be read again, because one of them changed or went. */
	readonly anew: ReadonlySet<string>;
}

/** What is about to change at doors; asked before rows of visits are taken away. */
export async function listTouchedDoors(
	trx: Writer,
	ward: string,
	records: readonly WardRecord[]
): Promise<TouchedDoors> {
	const since = new Map<string, string>();
	const anew = new Set<string>();
	const gone: string[] = [];
	for (const { table, id, v, deleted, fields } of records) {
		// a door that is written anew, by a rebuild for instance, may have visits already
		if (table === 'household' && !deleted && v > 1) anew.add(id);
		if (table !== 'visit') continue;
		const door = textOf(fields['household']);
		if (deleted) gone.push(id);
		else if (v > 1) anew.add(door);
		else if (isInforming({ outcome: fields['outcome'] as Visit['outcome'] })) {
			const day = dayOf(fields['seenAt']);
			const known = since.get(door);
			if (known === undefined || day < known) since.set(door, day);
		}
	}
	if (gone.length > 0) {
		const rows = await trx
			.selectFrom('visit_row')
			.select('household_id')
			.where('ward_id', '=', ward)
			.where('id', 'in', gone)
			.execute();
		for (const row of rows) anew.add(row.household_id);
	}
	return { since, anew };
}

export async function writeInformed(trx: Writer, ward: string, { since, anew }: TouchedDoors): Promise<void> {
	const byDay = new Map<string, string[]>();
	for (const [door, day] of since) byDay.set(day, [...(byDay.get(day) ?? []), door]);
	for (const [day, doors] of byDay) {
		await trx
			.updateTable('household_row')
			.set({ informed_on: day })
			.where('ward_id', '=', ward)
			.where('id', 'in', doors)
			.where(({ or, eb }) => or([eb('informed_on', 'is', null), eb('informed_on', '>', day)]))
			.execute();
	}
	if (anew.size > 0) await readInformedAgain(trx, ward, [...anew]);
}

/** The day from the visits themselves, for some doors or for all of the ward. */
export async function readInformedAgain(trx: Writer, ward: string, doors: readonly string[] | null): Promise<void> {
	let update = trx
		.updateTable('household_row')
		.set(({ selectFrom }) => ({
			informed_on: selectFrom('visit_row as x')
				.select(({ fn }) => fn.min('x.seen_on').as('first'))
				.where('x.ward_id', '=', ward)
				.whereRef('x.household_id', '=', 'household_row.id')
				.where('x.outcome', '!=', 'nobodyHome')
		}))
		.where('household_row.ward_id', '=', ward);
	if (doors) update = update.where('household_row.id', 'in', doors);
	await update.execute();
}
