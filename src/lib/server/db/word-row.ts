// By which words a door and a person are found, one row for each word, so that a search reads the words that begin as
// typed and not every name of the ward. They are written and taken away with the row that holds the whole text.

import { foldText } from '../../domain/search.ts';
import type { WardRecord } from '../../sync/record.ts';
import { partsOf, textOf } from './field-text.ts';
import { insertRows } from './insert-rows.ts';
import type { Writer } from './open-store.ts';
import type { Database } from './schema.ts';

/** Whose words stand in the index. */
export type FoundTable = 'household' | 'person';

type WordRow = Database['word_row'];
type WordsOf = Pick<WordRow, 'tbl' | 'record_id' | 'door_id'> & { readonly search: string };

/** Rows in one statement: five values each stay below what either database binds. */
const ROWS_AT_ONCE = 500;
const KEY = ['ward_id', 'tbl', 'word', 'record_id', 'door_id'] as const;

/** ` ngo thi sen 0101 `: what a door or a person is found by; a typed word matches where it begins a word. */
export function searchOf({ table, fields }: Pick<WardRecord, 'table' | 'fields'>): string {
	const parts =
		table === 'household' ? [fields['number'], fields['lane']] : [fields['name'], partsOf(fields['idKeep'])['tail']];
	return ` ${foldText(parts.map(textOf).filter(Boolean).join(' '))} `;
}

/** Brings the words of these records up to date. Asked for before their rows are written: those say what stands there. */
export async function writeWords(trx: Writer, ward: string, records: readonly WardRecord[]): Promise<void> {
	const own = records.filter(({ table }) => table === 'household' || table === 'person');
	if (own.length === 0) return;
	const known = listWords(ward, await readWritten(trx, ward, own));
	const wanted = listWords(
		ward,
		own
			.filter(({ deleted }) => !deleted)
			.map((record) => ({
				tbl: record.table,
				record_id: record.id,
				door_id: record.table === 'household' ? record.id : textOf(record.fields['household']),
				search: searchOf(record)
			}))
	);
	await takeAway(
		trx,
		ward,
		[...known].flatMap(([key, row]) => (wanted.has(key) ? [] : row))
	);
	const added = [...wanted].flatMap(([key, row]) => (known.has(key) ? [] : row));
	for (let start = 0; start < added.length; start += ROWS_AT_ONCE)
		await insertRows(trx, 'word_row', added.slice(start, start + ROWS_AT_ONCE), { key: KEY });
}

/** By what those of the records are found now that are not new. */
async function readWritten(trx: Writer, ward: string, records: readonly WardRecord[]): Promise<WordsOf[]> {
	const known = records.filter((record) => record.v > 1 || record.deleted);
	const idsOf = (table: FoundTable) =>
		known.filter((record) => record.table === table).map((record) => record.id as string);
	const [doors, people] = [idsOf('household'), idsOf('person')];
	const found: WordsOf[] = [];
	if (doors.length > 0) {
		const rows = await trx
			.selectFrom('household_row')
			.select(['id', 'search'])
			.where('ward_id', '=', ward)
			.where('id', 'in', doors)
			.execute();
		for (const { id, search } of rows) found.push({ tbl: 'household', record_id: id, door_id: id, search });
	}
	if (people.length > 0) {
		const rows = await trx
			.selectFrom('person_row')
			.select(['id', 'household_id', 'search'])
			.where('ward_id', '=', ward)
			.where('id', 'in', people)
			.execute();
		for (const { id, household_id, search } of rows)
			found.push({ tbl: 'person', record_id: id, door_id: household_id, search });
	}
	return found;
}

/** Every word once for each record, under a key of its own. */
function listWords(ward: string, all: readonly WordsOf[]): Map<string, WordRow> {
	const rows = new Map<string, WordRow>();
	for (const { search, ...of } of all) {
		for (const word of search.split(' '))
			if (word !== '') rows.set(`${of.record_id}/${of.door_id}/${word}`, { ward_id: ward, word, ...of });
	}
	return rows;
}

/** Word by word: the key begins with it, and most changes take away one or none. */
async function takeAway(trx: Writer, ward: string, rows: readonly WordRow[]): Promise<void> {
	const groups = new Map<string, WordRow[]>();
	for (const row of rows) {
		const key = `${row.tbl}/${row.word}`;
		groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	for (const group of groups.values()) {
		const [{ tbl, word }] = group as [WordRow];
		await trx
			.deleteFrom('word_row')
			.where('ward_id', '=', ward)
			.where('tbl', '=', tbl)
			.where('word', '=', word)
			.where(
				'record_id',
				'in',
				group.map((row) => row.record_id)
			)
			.execute();
	}
}
