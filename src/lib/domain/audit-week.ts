// One week of the audit in numbers: what a leader looks at to see who looked at whom.

import { addDays, dayAt, weekdayOf, type Day } from './day.ts';
import type { AuditLine } from './desk.ts';

export const AUDIT_GROUPS = ['saw', 'changed', 'exported', 'revealed', 'signedIn', 'refused'] as const;
/** Looked at a record, changed something, took a file out, saw a whole number, signed in, was refused. */
export type AuditGroup = (typeof AUDIT_GROUPS)[number];

/** Every act belongs to one group; one that is new counts as a change until somebody says otherwise. */
export function groupOf(act: string): AuditGroup {
	if (act === 'person.reveal') return 'revealed';
	if (/\.(signInFailed|codeFailed|passkeyFailed|freshFailed)$/.test(act)) return 'refused';
	if (/^staff\.(signIn|signOut)$/.test(act)) return 'signedIn';
	if (/\.export$/.test(act)) return 'exported';
	return /\.read$/.test(act) ? 'saw' : 'changed';
}

export interface AuditWeek {
	/** Its Monday and its Sunday. */
	readonly from: Day;
	readonly to: Day;
	readonly people: readonly { readonly name: string; readonly counts: Readonly<Record<AuditGroup, number>> }[];
	/** Every whole number that was shown and every file that was taken out, latest first. */
	readonly lines: readonly AuditLine[];
	/** Of the whole audit: lines that stand as they were written, and the first one that does not. */
	readonly chain: { readonly lines: number; readonly brokenAt: number | null };
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
	return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** The week before the one that an instant lies in: the last whole one. */
export function lastWeek(now: number): Day {
	return addDays(mondayOf(dayAt(now)), -7);
}

/** Who did how much of what; most whole numbers and files first. */
export function sumWeek(
	counts: readonly { readonly id: string; readonly name: string; readonly act: string; readonly count: number }[]
): AuditWeek['people'] {
	const people = new Map<string, { name: string; counts: Record<AuditGroup, number> }>();
	for (const { id, name, act, count } of counts) {
		const none = { saw: 0, changed: 0, exported: 0, revealed: 0, signedIn: 0, refused: 0 };
		const person = people.get(id) ?? { name, counts: none };
		person.counts[groupOf(act)] += count;
		people.set(id, person);
	}
	const weight = ({ counts: { revealed, exported, saw } }: AuditWeek['people'][number]) =>
		(revealed + exported) * 1e6 + saw;
	return [...people.values()].sort((a, b) => weight(b) - weight(a) || (a.name < b.name ? -1 : 1));
}
