// One entry meets one record: which fields are written, which stay, and which a human must choose between.
//
//   seen by the writer ............ written
//   not seen, equal ............... stays; the author moves only to a later hybrid time (rule E1)
//   not seen, differs, human ...... the ward's value stays, both are kept as a conflict
//   not seen, differs, auto ....... the later hybrid time wins
//
// "Seen" goes by versions, never by clocks: the field last changed in a version that the writer knew, or the writer
// changed it last.

import type { ClientId } from '../domain/id.ts';
import type { Entry } from './entry.ts';
import { compareHlc } from './hlc.ts';
import { isPlain, isSameJson } from './json.ts';
import { policyOf } from './policy.ts';
import type { Fields, FieldVersion, Table, WardRecord } from './record.ts';

export interface Merge {
	readonly s: 'ok' | 'merged' | 'conflict';
	/** True when the record gets a new version. */
	readonly isChanged: boolean;
	readonly v: number;
	readonly fields: Fields;
	readonly fver: Readonly<Record<string, FieldVersion>>;
	/** Changed fields only; null stands for no value. */
	readonly before: Fields;
	readonly after: Fields;
	readonly conflicts: readonly { readonly field: string; readonly kept: unknown; readonly other: unknown }[];
}

/**
 * What becomes of `entry.p` (protected, its time already clamped) on this record; a record that is null comes into
 * being. The same set of entries gives the same value of an auto field in any order of arrival that keeps each
 * client's own order.
 */
export function decideMerge(
	record: WardRecord | null,
	entry: Pick<Entry, 'n' | 'bv' | 't' | 'p'>,
	cid: ClientId | 'ward',
	table: Table
): Merge {
	const fields: Record<string, unknown> = { ...record?.fields };
	const fver: Record<string, FieldVersion> = { ...record?.fver };
	const before: Record<string, unknown> = {};
	const after: Record<string, unknown> = {};
	const conflicts: { field: string; kept: unknown; other: unknown }[] = [];
	const nextV = (record?.v ?? 0) + 1;
	let isChanged = record === null;
	let isMerged = false;

	for (const [field, value] of Object.entries(entry.p)) {
		const kept = Object.hasOwn(fields, field) ? fields[field] : undefined;
		const last = Object.hasOwn(fver, field) ? fver[field] : undefined;
		const isSeen = !last || last.v <= entry.bv || (last.cid === cid && last.n < entry.n);
		const isLater = !last || compareHlc(entry.t, last.t) > 0;
		const isEqual = isSameField(field, kept, value);
		if (!isSeen && isEqual) {
			if (isLater) fver[field] = { v: last.v, cid, n: entry.n, t: entry.t };
			continue;
		}
		if (!isSeen && policyOf(table, field, kept, value) === 'human') {
			conflicts.push({ field, kept: kept ?? null, other: value ?? null });
			continue;
		}
		if (!isSeen && !isLater) {
			isMerged = true;
			continue;
		}
		// A seen value is written even when it says the same: whoever did not see this write must still meet it.
		isChanged = true;
		fver[field] = { v: nextV, cid, n: entry.n, t: entry.t };
		if (isEqual) continue;
		if (kept !== undefined) before[field] = kept;
		after[field] = value ?? null;
		if (value === null || value === undefined) delete fields[field];
		else fields[field] = value;
	}

	return {
		s: conflicts.length > 0 ? 'conflict' : isMerged ? 'merged' : 'ok',
		isChanged,
		v: isChanged ? nextV : nextV - 1,
		fields,
		fver,
		before,
		after,
		conflicts
	};
}

/** A sealed number looks different each time it is sealed; its keyed index tells whether it is the same number. */
function isSameField(field: string, a: unknown, b: unknown): boolean {
	if (field === 'idKeep' && isPlain(a) && isPlain(b)) return a.index === b.index;
	return isSameJson(a, b);
}
