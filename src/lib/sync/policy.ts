// Which fields may be merged by the clock, and which wait for a human when two people wrote different things.

import type { Table } from './record.ts';

export type Policy = 'human' | 'auto';

/**
 * Fields whose later observation simply replaces the earlier one. Everything else, a field that we do not know
 * included, names a person, a door or what happened, and the program never chooses between two of those.
 */
const AUTO: Record<Table, readonly string[]> = {
	household: ['lane', 'kind', 'access'],
	person: ['presence', 'card', 'cardIssuedOn', 'phone', 'consent', 'standing', 'barriers', 'needsHomeHelp'],
	visit: ['leaflet', 'next', 'note']
};

export function policyOf(table: Table, field: string): Policy {
	return AUTO[table].includes(field) ? 'auto' : 'human';
}
