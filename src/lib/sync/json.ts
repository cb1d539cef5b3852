// JSON as the engine needs it: one text per value whatever the order of its keys, and what every store can hold.

import type { Fields } from './record.ts';

/** Deeper nesting than this is no form that a person filled. */
export const DEPTH_MOST = 32;

/** The JSON text with sorted keys: equal values give equal texts, however a store or a network ordered them. */
export function canonicalText(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item ?? null)).join(',')}]`;
	if (isPlain(value)) {
		const parts = Object.keys(value)
			.filter((key) => value[key] !== undefined)
			.sort()
			.map((key) => `${JSON.stringify(key)}:${canonicalText(value[key])}`);
		return `{${parts.join(',')}}`;
	}
	return JSON.stringify(value) ?? 'null';
}

/** True when both are the same JSON; an absent value equals null and undefined. */
export function isSameJson(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	return canonicalText(a ?? null) === canonicalText(b ?? null);
}

export function isPlain(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True when no part of the value lies deeper than `most` levels; walks without recursion, so nothing overflows it. */
export function isShallow(value: unknown, most: number = DEPTH_MOST): boolean {
	const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
	for (let next = open.pop(); next; next = open.pop()) {
		if (typeof next.value !== 'object' || next.value === null) continue;
		if (next.depth >= most) return false;
		for (const child of Object.values(next.value)) open.push({ value: child, depth: next.depth + 1 });
	}
	return true;
}

/** PostgreSQL holds neither U+0000 nor half a surrogate pair in a text, so the engine hands none to any store. */
export function isStorableText(text: string): boolean {
	return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}

/** True when every text in the value, names of fields included, can be held by every store. */
export function isStorable(value: unknown): boolean {
	const open = [value];
	while (open.length > 0) {
		const next = open.pop();
		if (typeof next === 'string' && !isStorableText(next)) return false;
		if (typeof next !== 'object' || next === null) continue;
		for (const [key, child] of Object.entries(next)) open.push(key, child);
	}
	return true;
}

/** A deep copy in plain JSON: no shared objects, no undefined, nothing that a store would change on the way. */
export function copyFields(fields: Fields): Fields {
	const copy: Fields = JSON.parse(JSON.stringify(fields));
	return copy;
}

/** Length in bytes as UTF-8. */
export function countBytes(text: string): number {
	let bytes = text.length;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit > 0x7f) bytes += 1;
		// Half of a surrogate pair: two units make four bytes, so one unit makes two.
		if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) bytes += 1;
	}
	return bytes;
}
