// Columns that the desk filters and sorts by, worked out from a record whenever it is written, in the same transaction:
// a list is never behind its records. JSON stays opaque to the database.

import type { AreaId } from '../../domain/id.ts';
import { isSuccess, LADDER_STATES, type LadderState } from '../../domain/ladder.ts';
import { foldText } from '../../domain/search.ts';
import type { WardRecord } from '../../sync/record.ts';
import type { Writer } from './open-store.ts';

/** Writes, amends or takes away the desk's row of a record. */
export async function writeProjection(trx: Writer, ward: string, record: WardRecord, now: number): Promise<void> {
	const key = { ward_id: ward, id: record.id };
	const table = `${record.table}_row` as const;
	if (record.deleted) {
		await trx.deleteFrom(table).where('ward_id', '=', ward).where('id', '=', record.id).execute();
		return;
	}
	const { fields } = record;
	const place = { area_id: record.area as AreaId };
	if (record.table === 'household') {
		const row = {
			...place,
			search: makeSearch([fields['number'], fields['lane']]),
			walk: makeWalk(textOf(fields['lane']), textOf(fields['number']))
		};
		await trx
			.insertInto('household_row')
			.values({ ...key, ...row })
			.onConflict((on) => on.columns(['ward_id', 'id']).doUpdateSet(row))
			.execute();
	} else if (record.table === 'person') {
		const kept = partsOf(fields['idKeep']);
		const row = {
			...place,
			household_id: textOf(fields['household']),
			search: makeSearch([fields['name'], kept['tail']]),
			id_index: textOf(kept['index']) || null,
			success: isSuccessful(partsOf(fields['standing'])['state']) ? 1 : 0,
			deceased: fields['presence'] === 'deceased' ? 1 : 0
		};
		await trx
			.insertInto('person_row')
			.values({ ...key, ...row })
			.onConflict((on) => on.columns(['ward_id', 'id']).doUpdateSet(row))
			.execute();
	} else {
		const row = {
			...place,
			household_id: textOf(fields['household']),
			person_id: textOf(fields['person']) || null,
			volunteer_id: textOf(fields['by']) || null,
			outcome: textOf(fields['outcome']),
			review_state: textOf(partsOf(fields['review'])['state']) || 'waiting',
			seen_at: typeof fields['seenAt'] === 'number' ? fields['seenAt'] : 0,
			seq: record.seq
		};
		await trx
			.insertInto('visit_row')
			.values({ ...key, ...row, received_at: now })
			.onConflict((on) => on.columns(['ward_id', 'id']).doUpdateSet(row))
			.execute();
	}
}

function isSuccessful(state: unknown): boolean {
	return LADDER_STATES.includes(state as LadderState) && isSuccess(state as LadderState);
}

function partsOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Control characters cannot stand in a PostgreSQL text; JSON escapes them, plain columns must not hold them. */
function textOf(value: unknown): string {
	// eslint-disable-next-line no-control-regex -- exactly these are meant
	return typeof value === 'string' ? value.replace(/[\u0000-\u001f]/g, ' ') : '';
}

/** ` ngo thi sen 0101 `: a typed word matches where it begins a word. */
export function makeSearch(parts: readonly unknown[]): string {
	return ` ${foldText(parts.map(textOf).filter(Boolean).join(' '))} `;
}

/** Lane, then the tree of house numbers: every run of digits is padded, so that 12/3 comes before 12/10. */
export function makeWalk(lane: string, number: string): string {
	const pad = (text: string) => foldText(text).replace(/\d+/g, (digits) => digits.padStart(6, '0'));
	return `${pad(lane)}|${pad(number).replace(/[\s/.-]+/g, '/')}`;
}
