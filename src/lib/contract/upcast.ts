// Payloads of every version ever shipped, brought to today's: a phone that comes back after a year sends what it wrote
// then. Each version is read by its own schemas and then goes up one step at a time, so that nobody ever has to know two
// versions at once. What the last step gives is what the engine sees, whichever version it came in.

import { fail, succeed, type Result } from '../domain/problem.ts';
import type { EntryKind } from '../sync/entry.ts';
import type { Fields } from '../sync/record.ts';

/** How one version is read. */
export interface PayloadReader {
	read(kind: EntryKind, payload: unknown): Result<Fields>;
	/**
	 * What was read, as the next version says it; absent for the newest. It must have an answer for whatever `read` lets
	 * through, keep the fields that it does not know, and use no clock and no chance: the same entry is read twice.
	 */
	up?(kind: EntryKind, fields: Fields): Fields;
}

/** Readers by version: 1, 2, 3 ... without a gap, all of them with a step up but the last. */
export type PayloadReaders = readonly [PayloadReader, ...PayloadReader[]];

/** The payload in the newest version's shape. */
export function readVersioned(
	readers: PayloadReaders,
	kind: EntryKind,
	version: number,
	payload: unknown
): Result<Fields> {
	const reader = Number.isInteger(version) ? readers[version - 1] : undefined;
	if (!reader) return fail('entry.unknownVersion');
	const read = reader.read(kind, payload);
	if (!read.ok) return read;
	let fields = read.value;
	for (const step of readers.slice(version - 1)) fields = step.up?.(kind, fields) ?? fields;
	return succeed(fields);
}
