// Marks by which two people may be one: the keyed index of a number, or a name with its day of birth. One row each, so
// that the desk asks for the few that are shared and does not look through everybody's. They are written and taken away
// by the step that writes the people, in the same transaction.

import { nameTwin } from '../../domain/twin.ts';
import type { WardRecord } from '../../sync/record.ts';
import { partsOf, textOf } from './field-text.ts';
import { insertRows } from './insert-rows.ts';
import type { Writer } from './open-store.ts';
import type { Database } from './schema.ts';
import { isShared, MARK_COLUMNS, type MarkColumn } from './shared-mark-fill.ts';

/** Marks that somebody gets or loses in a step, by their column. */
type TouchedMarks = Readonly<Record<MarkColumn, { readonly got: Set<string>; readonly lost: Set<string> }>>;
type OwnMarks = Pick<Database['person_row'], 'id' | MarkColumn>;

/** Marks in one statement: below what either database binds. */
const MARKS_AT_ONCE = 500;
const KEY = ['ward_id', 'kind', 'mark'] as const;

/** By what two records may be found to be of one person. */
export function readOwnMarks({ id, fields }: Pick<WardRecord, 'id' | 'fields'>): OwnMarks {
	return {
		id,
		id_index: textOf(partsOf(fields['idKeep'])['index']) || null,
		twin: nameTwin({ name: textOf(fields['name']), birth: textOf(fields['birth']) })
	};
}

/** Which marks change with these people. Asked for before their rows are written: those say what stands there. */
export async function findTouchedMarks(
	trx: Writer,
	ward: string,
	records: readonly WardRecord[]
): Promise<TouchedMarks> {
	const touched: TouchedMarks = {
		id_index: { got: new Set(), lost: new Set() },
		twin: { got: new Set(), lost: new Set() }
	};
	const people = records.filter(({ table }) => table === 'person');
	const written = people.filter(({ deleted }) => !deleted).map(readOwnMarks);
	const known = people.filter((record) => record.v > 1 || record.deleted).map((record) => record.id as string);
	const rows =
		known.length === 0
			? []
			: await trx
					.selectFrom('person_row')
					.select(['id', ...MARK_COLUMNS])
					.where('ward_id', '=', ward)
					.where('id', 'in', known)
					.execute();
	const before = new Map(rows.map((row) => [row.id, row]));
	const after = new Map<string, OwnMarks>(written.map((row) => [row.id, row]));
	for (const id of new Set([...before.keys(), ...after.keys()])) {
		const [was, is] = [before.get(id), after.get(id)];
		// who gets a number is no longer one who may be anybody of that name: both marks are looked at again
		if (MARK_COLUMNS.every((column) => (was?.[column] ?? '') === (is?.[column] ?? ''))) continue;
		for (const column of MARK_COLUMNS) {
			if (was?.[column]) touched[column].lost.add(was[column]);
			if (is?.[column]) touched[column].got.add(is[column]);
		}
	}
	return touched;
}

/** Brings what is shared up to date, once the rows of the people say what stands there now. */
export async function writeSharedMarks(trx: Writer, ward: string, touched: TouchedMarks): Promise<void> {
	for (const kind of MARK_COLUMNS) {
		const { got, lost } = touched[kind];
		const marks = [...new Set([...got, ...lost])];
		for (let start = 0; start < marks.length; start += MARKS_AT_ONCE) {
			const some = marks.slice(start, start + MARKS_AT_ONCE);
			const rows = await trx
				.selectFrom('person_row')
				.select(kind)
				.where('ward_id', '=', ward)
				.where(kind, 'in', some)
				.groupBy(kind)
				.having(isShared(kind))
				.execute();
			const shared = rows.map((row) => row[kind] ?? '');
			await insertRows(
				trx,
				'shared_mark',
				shared.map((mark) => ({ ward_id: ward, kind, mark })),
				{ key: KEY }
			);
			const alone = some.filter((mark) => lost.has(mark) && !shared.includes(mark));
			if (alone.length > 0)
				await trx
					.deleteFrom('shared_mark')
					.where('ward_id', '=', ward)
					.where('kind', '=', kind)
					.where('mark', 'in', alone)
					.execute();
		}
	}
}
