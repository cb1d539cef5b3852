// Columns that the desk filters and sorts by, worked out from a record whenever it is written, in the same transaction:
// a list is never behind its records. JSON stays opaque to the database.

import { isOfficial, isSuccess, LADDER_STATES, type Evidence, type LadderState } from '../../domain/ladder.ts';
import { foldText } from '../../domain/search.ts';
import { isTold, TABLES, type Table, type ToldTable, type WardRecord } from '../../sync/record.ts';
import { dayOf, partsOf, textOf } from './field-text.ts';
import { listTouchedDoors, writeInformed } from './informed.ts';
import { insertRows } from './insert-rows.ts';
import { writeMarks } from './mark-row.ts';
import type { Writer } from './open-store.ts';
import type { Database } from './schema.ts';
import { findTouchedMarks, readOwnMarks, writeSharedMarks } from './shared-mark.ts';
import { deleteTold, writeToldEvents, writeToldHelp } from './told-row.ts';
import { searchOf, writeWords } from './word-row.ts';

/** Raised with every change of what a row is worked out from: rows of an older shape are written anew (`rebuild.ts`). */
export const PROJECTION = 4;

/** Writes, amends or takes away the desk's rows of records, each of them once. */
export async function writeProjections(
	trx: Writer,
	ward: string,
	records: readonly WardRecord[],
	now: number
): Promise<void> {
	const doors = await listTouchedDoors(trx, ward, records);
	await writeWords(trx, ward, records);
	const marks = await findTouchedMarks(trx, ward, records);
	for (const table of TABLES) {
		const own = records.filter((record) => record.table === table);
		const gone = own.filter((record) => record.deleted).map((record) => record.id as string);
		if (gone.length > 0 && isTold(table)) await deleteTold(trx, ward, table, gone);
		else if (gone.length > 0)
			await trx
				.deleteFrom(`${table as Exclude<Table, ToldTable>}_row`)
				.where('ward_id', '=', ward)
				.where('id', 'in', gone)
				.execute();
		const kept = own.filter((record) => !record.deleted);
		if (kept.length > 0) await WRITERS[table](trx, ward, kept, now);
	}
	await writeSharedMarks(trx, ward, marks);
	await writeMarks(trx, ward, records);
	await writeInformed(trx, ward, doors);
}

type WriteRows = (trx: Writer, ward: string, records: readonly WardRecord[], now: number) => Promise<unknown>;

const WRITERS: Readonly<Record<Table, WriteRows>> = {
	household: (trx, ward, records) =>
		insertRows(
			trx,
			'household_row',
			records.map(({ id, area, fields }) => ({
				ward_id: ward,
				id,
				area_id: area,
				search: searchOf({ table: 'household', fields }),
				walk: makeWalk(textOf(fields['lane']), textOf(fields['number'])),
				informed_on: null
			})),
			// since when it is informed is said by its visits
			{ key: ['ward_id', 'id'], keeps: ['informed_on'] }
		),
	person: (trx, ward, records) =>
		insertRows(
			trx,
			'person_row',
			records.map((record) => readPersonRow(ward, record)),
			{ key: ['ward_id', 'id'] }
		),
	visit: (trx, ward, records, now) =>
		insertRows(
			trx,
			'visit_row',
			records.map(({ id, area, fields, seq }) => ({
				ward_id: ward,
				id,
				area_id: area,
				household_id: textOf(fields['household']),
				person_id: textOf(fields['person']) || null,
				volunteer_id: textOf(fields['by']) || null,
				outcome: textOf(fields['outcome']),
				review_state: textOf(partsOf(fields['review'])['state']) || 'waiting',
				returned_on: returnedOn(partsOf(fields['review'])),
				seen_at: typeof fields['seenAt'] === 'number' ? fields['seenAt'] : 0,
				seen_on: dayOf(fields['seenAt']),
				seq,
				received_at: now
			})),
			// all but the instant at which it came
			{ key: ['ward_id', 'id'], keeps: ['received_at'] }
		),
	difficulty: (trx, ward, records) =>
		insertRows(
			trx,
			'difficulty_row',
			records.map(({ id, area, fields }) => {
				const { at } = partsOf(fields['reply']);
				return {
					ward_id: ward,
					id,
					area_id: area,
					volunteer_id: textOf(fields['by']) || null,
					state: typeof at === 'number' ? 'answered' : 'open',
					shown_area: textOf(fields['shown']),
					asked_at: typeof fields['askedAt'] === 'number' ? fields['askedAt'] : 0,
					answered_at: typeof at === 'number' ? at : 0
				};
			}),
			{ key: ['ward_id', 'id'] }
		),
	outreach: writeToldEvents,
	help: writeToldHelp
};

function readPersonRow(ward: string, { id, area, fields }: WardRecord): Database['person_row'] {
	const standing = partsOf(fields['standing']);
	return {
		ward_id: ward,
		area_id: area,
		household_id: textOf(fields['household']),
		search: searchOf({ table: 'person', fields }),
		...readOwnMarks({ id, fields }),
		success: isSuccessful(standing['state']) ? 1 : 0,
		deceased: fields['presence'] === 'deceased' ? 1 : 0,
		presence: textOf(fields['presence']),
		state: textOf(standing['state']),
		official: standing['state'] && isOfficial(standing['evidence'] as Evidence) ? 1 : 0,
		standing_on: textOf(standing['on']),
		approved_on: textOf(standing['approvedOn'])
	};
}

/** The day on which the ward sent it back; empty for what is not with its volunteer. */
function returnedOn({ state, decidedAt }: Readonly<Record<string, unknown>>): string {
	return state === 'returned' ? dayOf(decidedAt) : '';
}

function isSuccessful(state: unknown): boolean {
	return LADDER_STATES.includes(state as LadderState) && isSuccess(state as LadderState);
}

/** Lane, then the tree of house numbers: every run of digits is padded, so that 12/3 comes before 12/10. */
export function makeWalk(lane: string, number: string): string {
	const pad = (text: string) => foldText(text).replace(/\d+/g, (digits) => digits.padStart(6, '0'));
	return `${pad(lane)}|${pad(number).replace(/[\s/.-]+/g, '/')}`;
}
