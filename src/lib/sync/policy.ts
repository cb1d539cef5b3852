// Which fields may be merged by the clock, and which wait for a human when two people wrote different things.

import { isPlain, isSameJson } from './json.ts';
import type { Table } from './record.ts';

export type Policy = 'human' | 'auto';

/**
 * Fields whose later observation simply replaces the earlier one. Everything else, a field that we do not know
 * included, names a person, a door or what happened, and the program never chooses between two of those.
 */
const AUTO: Record<Table, readonly string[]> = {
	household: ['lane', 'kind', 'access', 'gateLocked', 'place', 'sketch', 'callers'],
	person: ['presence', 'card', 'cardIssuedOn', 'phone', 'consent', 'needsHomeHelp', 'buddy'],
	visit: ['leaflet', 'next', 'note'],
	difficulty: [],
	// one person tells it; from two phones the later word is theirs, too
	outreach: [
		...['day', 'place', 'channel', 'topic', 'materials'],
		...['audience', 'households', 'helped', 'followUps', 'withdrawn', 'withdrawnBy']
	],
	help: ['topic', 'outcome', 'barrier', 'at', 'withdrawn']
};

/**
 * Who chooses between two values of a field. What an account has come to and what keeps it from going on is for a human
 * (scenario O1), save where both say the same: then it is one finding, looked at twice.
 */
export function policyOf(table: Table, field: string, one?: unknown, other?: unknown): Policy {
	if (AUTO[table].includes(field)) return 'auto';
	return table === 'person' && isSameFinding(field, one, other) ? 'auto' : 'human';
}

function isSameFinding(field: string, one: unknown, other: unknown): boolean {
	if (field === 'standing' && isPlain(one) && isPlain(other))
		return one.state === other.state && one.evidence === other.evidence;
	if (field === 'barriers' && Array.isArray(one) && Array.isArray(other))
		return isSameJson([...one].sort(), [...other].sort());
	return false;
}
