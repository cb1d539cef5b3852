// Fields of records as plain columns can hold them: whatever a newer version may have put there, a column gets a text.

import { dayAt } from '../../domain/day.ts';

export function partsOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

export function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/** Control characters cannot stand in a PostgreSQL text; JSON escapes them, plain columns must not hold them. */
export function textOf(value: unknown): string {
	// eslint-disable-next-line no-control-regex -- exactly these are meant
	return typeof value === 'string' ? value.replace(/[\u0000-\u001f]/g, ' ') : '';
}

/** Years of four digits: what a Day can be written in. */
const LAST_INSTANT = Date.UTC(9999, 0);

/** The day in Vietnam of an instant; empty where there is none. */
export function dayOf(instant: unknown): string {
	return typeof instant === 'number' && instant >= 0 && instant < LAST_INSTANT ? dayAt(instant) : '';
}
