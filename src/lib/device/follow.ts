// Nouns of a book by their ids, each map made from the one before it and from what a commit changed.

import type { RecordId } from '../domain/id.ts';
import type { PhoneRecord, Table } from '../sync/record.ts';
import type { Ground } from './step.ts';

/** What was changed, by the table in which it stands; what stands in none any more is told of each. */
export function sortChanged(store: Ground, ids: readonly RecordId[]): (table: Table) => readonly RecordId[] {
	const own = new Map<Table, RecordId[]>();
	const gone: RecordId[] = [];
	for (const id of ids) {
		const table = store.records.get(id)?.table;
		if (table === undefined) gone.push(id);
		else if (!own.get(table)?.push(id)) own.set(table, [id]);
	}
	return (table) => [...(own.get(table) ?? []), ...gone];
}

/** The same map when none of its nouns changed, else a changed copy. */
export function follow<Id extends RecordId, Noun>(
	store: Ground,
	copy: (nouns: ReadonlyMap<Id, Noun>) => Map<Id, Noun>,
	before: ReadonlyMap<Id, Noun>,
	changed: readonly RecordId[],
	read: (record: PhoneRecord) => Noun | null
): ReadonlyMap<Id, Noun> {
	let after: Map<Id, Noun> | null = null;
	for (const each of changed) {
		const record = store.records.get(each);
		// An id stands in one table only; what is gone is found in one map or in none.
		const id = each as Id;
		const noun = record !== undefined && !record.deleted ? read(record) : null;
		if (noun === null && !before.has(id)) continue;
		after ??= copy(before);
		if (noun !== null) after.set(id, noun);
		else after.delete(id);
	}
	return after ?? before;
}

/** The fields were checked where they were written, on this phone or by the ward, so they have the noun's shape. */
export function nounOf<Noun>(record: PhoneRecord): Noun {
	return { ...record.fields, id: record.id } as Noun;
}

/** Reads one's own alone: what somebody else asked or told comes down as a row that says nothing. */
export function readOwn(field: string) {
	return <Noun>(record: PhoneRecord): Noun | null => (field in record.fields ? nounOf<Noun>(record) : null);
}
