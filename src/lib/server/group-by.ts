// Rows by what they have in common: one walk through them, where a look through all of them for each would be many.

/** Each in the order in which it stood. */
export function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
	const groups = new Map<Key, Row[]>();
	for (const row of rows) {
		const of = groups.get(keyOf(row));
		if (of) of.push(row);
		else groups.set(keyOf(row), [row]);
	}
	return groups;
}
