// What volunteers told of the work beside the doors, in the tables in which the desk keeps what its staff typed: counted
// the same way, and amended by their phones alone.

import type { ToldTable, WardRecord } from '../../sync/record.ts';
import { dayOf, textOf } from './field-text.ts';
import { insertRows } from './insert-rows.ts';
import type { Writer } from './open-store.ts';

const ROWS = { outreach: 'outreach_event', help: 'help_case' } as const satisfies Record<ToldTable, string>;

/** Writes or amends the rows of events. */
export async function writeToldEvents(trx: Writer, ward: string, records: readonly WardRecord[]): Promise<void> {
	const own = await leaveTyped(trx, ward, 'outreach', records);
	await insertRows(
		trx,
		'outreach_event',
		own.map(({ id, area, fields }) => ({
			ward_id: ward,
			id,
			on_day: textOf(fields['day']),
			area_id: area,
			place: textOf(fields['place']),
			channel: textOf(fields['channel']),
			topic: textOf(fields['topic']),
			materials: textOf(fields['materials']),
			audience: numberOf(fields['audience']) ?? 0,
			households: numberOf(fields['households']) ?? 0,
			helped: numberOf(fields['helped']) ?? 0,
			follow_ups: numberOf(fields['followUps']) ?? 0,
			staff_name: '',
			volunteer_id: textOf(fields['by']),
			withdrawn_at: numberOf(fields['withdrawn'])
		})),
		{ key: ['ward_id', 'id'] }
	);
}

/** Writes or amends the rows of people at a table. */
export async function writeToldHelp(trx: Writer, ward: string, records: readonly WardRecord[]): Promise<void> {
	const own = await leaveTyped(trx, ward, 'help', records);
	await insertRows(
		trx,
		'help_case',
		own.map(({ id, area, fields }) => ({
			ward_id: ward,
			id,
			on_day: dayOf(fields['at']),
			at: numberOf(fields['at']) ?? 0,
			area_id: area,
			topic: textOf(fields['topic']),
			outcome: textOf(fields['outcome']),
			barrier: textOf(fields['barrier']),
			staff_id: '',
			staff_name: '',
			volunteer_id: textOf(fields['by']),
			withdrawn_at: numberOf(fields['withdrawn'])
		})),
		{ key: ['ward_id', 'id'] }
	);
}

/** Takes rows away whose records are gone. */
export async function deleteTold(trx: Writer, ward: string, table: ToldTable, gone: readonly string[]): Promise<void> {
	await trx
		.deleteFrom(ROWS[table])
		.where('ward_id', '=', ward)
		.where('id', 'in', gone)
		.where('volunteer_id', 'is not', null)
		.execute();
}

/** A phone chooses the ids of its records: one that a row of the staff's bears writes nothing over it. */
async function leaveTyped(
	trx: Writer,
	ward: string,
	table: ToldTable,
	records: readonly WardRecord[]
): Promise<WardRecord[]> {
	const typed = await trx
		.selectFrom(ROWS[table])
		.select('id')
		.where('ward_id', '=', ward)
		.where(
			'id',
			'in',
			records.map(({ id }) => id as string)
		)
		.where('volunteer_id', 'is', null)
		.execute();
	const taken = new Set(typed.map(({ id }) => id));
	return records.filter(({ id }) => !taken.has(id));
}

function numberOf(value: unknown): number | null {
	return typeof value === 'number' ? value : null;
}
