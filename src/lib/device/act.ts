// One act at a door, from what a form holds to entries that the ward will take: tidied, checked by the domain, and
// reduced to what really changed. Nothing is written here.

import { parsePayload } from '../contract/entry.ts';
import { failWith, succeed, type Problem, type Result } from '../domain/problem.ts';
import { SCHEMA_VERSION } from '../sync/entry.ts';
import { copyFields, isSameJson } from '../sync/json.ts';
import type { EntryDraft } from '../sync/phone.ts';
import type { Fields } from '../sync/record.ts';

/** Entries of one act in the order in which the ward must see them: the door, then the person, then the visit. */
export type Act = readonly EntryDraft[];

/** Fields in which nothing typed means that there is no value. */
const EMPTY_IS_ABSENT = new Set(['access', 'place', 'personalId', 'cardIssuedOn', 'phone', 'note']);

/**
 * Fields as they are kept: plain JSON, text trimmed and composed (NFC), a phone number as digits. What is undefined or
 * empty becomes null, "no value".
 */
export function tidyFields(typed: object): Fields {
	const tidy: Record<string, unknown> = {};
	for (const [field, value] of Object.entries(typed)) {
		if (value === undefined || value === null) tidy[field] = null;
		else if (typeof value === 'string') {
			const text = value.normalize('NFC').trim();
			const kept = field === 'phone' ? text.replace(/[\s.-]/g, '') : text;
			tidy[field] = kept === '' && EMPTY_IS_ABSENT.has(field) ? null : kept;
		} else tidy[field] = value;
	}
	return copyFields(tidy);
}

/** Without the fields that have no value: what a new record begins with. */
export function dropEmpty(fields: Fields): Fields {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** Those of `changes` that say something else than `current`; null takes a field away. */
export function listChanges(current: object, changes: object): Fields {
	// A noun is plain JSON by field name.
	const before = current as Fields;
	return Object.fromEntries(
		Object.entries(tidyFields(changes)).filter(([field, value]) => !isSameJson(before[field], value))
	);
}

/** The act, unless the domain found something wrong or the ward would lay one of its entries aside. */
export function checkAct(found: readonly Problem[], act: Act): Result<Act> {
	const [first] = found;
	if (first) return failWith(first);
	for (const { k, p } of act) {
		const payload = parsePayload(k, SCHEMA_VERSION, p);
		if (!payload.ok) return failWith(payload.problem);
	}
	return succeed(act);
}

/** What changes made wrong. What was wrong before, in the ward's own lists for instance, must not stop anybody. */
export function listNew(before: readonly Problem[], after: readonly Problem[]): Problem[] {
	return after.filter(({ code, at }) => !before.some((old) => old.code === code && old.at === at));
}
