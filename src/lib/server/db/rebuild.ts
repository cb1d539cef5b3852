// The desk's rows are worked out from records (decision 7): where the way of working them out has changed since they
// were written, they are written anew, ward by ward, before the store is used.

import type { WardRecord } from '../../sync/record.ts';
import { readInformedAgain } from './informed.ts';
import type { Store, Writer } from './open-store.ts';
import { PROJECTION, writeProjections } from './projection.ts';
import { fillSharedMarks } from './shared-mark-fill.ts';
import { readRecordRow } from './ward-row.ts';

const RECORDS_AT_ONCE = 500;

/** Writes the rows of every ward that has them in an older shape; safe to be broken off and begun again. */
export async function rebuildProjections(store: Store): Promise<void> {
	const wards = await store.db.selectFrom('ward').select('id').where('projection', '!=', PROJECTION).execute();
	for (const { id } of wards) await store.transact((trx) => rebuildWard(trx, id));
}

/** Writes the rows of one ward anew. When a visit was received stays as it was: only the desk's row knows it. */
async function rebuildWard(trx: Writer, ward: string): Promise<void> {
	// takes the ward's turn, so that nothing is written beside it
	await trx.updateTable('ward').set({ projection: PROJECTION }).where('id', '=', ward).execute();
	await trx.deleteFrom('mark_row').where('ward_id', '=', ward).execute();
	await trx.deleteFrom('word_row').where('ward_id', '=', ward).execute();
	let after = '';
	for (let isMore = true; isMore;) {
		const rows = await trx
			.selectFrom('record')
			.selectAll()
			.where('ward_id', '=', ward)
			.where('id', '>', after)
			.orderBy('id')
			.limit(RECORDS_AT_ONCE)
			.execute();
		isMore = rows.length === RECORDS_AT_ONCE;
		after = rows.at(-1)?.id ?? '';
		// as if new: marks and words were taken away above, and doors are read again below
		const records = rows.map(readRecordRow).map((record): WardRecord => ({ ...record, v: 1 }));
		await writeProjections(trx, ward, records, 0);
	}
	await readInformedAgain(trx, ward, null);
	// while it went on, people of both shapes stood beside each other
	await fillSharedMarks(trx, ward);
}
