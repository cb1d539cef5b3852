// Data flags of digest g: what a volunteer may notice about the population data. No free text, no accusation.

import type { Receiver } from './barriers.ts';

export interface DataFlag {
	readonly dimension: 'accurate' | 'complete' | 'clean' | 'live';
	readonly receivers: readonly Receiver[];
	/** Both receivers have it from the start, each with a case of its own (digest g: "+" and not an arrow). */
	readonly isAtOnce?: true;
}

/** Digest g, every row; receivers in the order in which the flag travels, but where both get it at once. DF-12 and DF-13 stay with the person. */
export const DATA_FLAGS = {
	'DF-01': { dimension: 'complete', receivers: ['wardPolice'] },
	'DF-02': { dimension: 'accurate', receivers: ['wardPolice', 'civilStatus'], isAtOnce: true },
	'DF-03': { dimension: 'complete', receivers: ['civilStatus', 'wardPolice'] },
	'DF-04': { dimension: 'clean', receivers: ['civilStatus', 'wardPolice'] },
	'DF-05': { dimension: 'live', receivers: ['wardPolice'] },
	'DF-06': { dimension: 'live', receivers: ['wardPolice'] },
	'DF-07': { dimension: 'live', receivers: ['wardPolice'] },
	'DF-08': { dimension: 'complete', receivers: ['civilStatus', 'wardPolice'], isAtOnce: true },
	'DF-09': { dimension: 'complete', receivers: ['wardPolice'] },
	'DF-10': { dimension: 'clean', receivers: ['wardPolice'] },
	'DF-11': { dimension: 'live', receivers: ['wardPolice'] },
	'DF-12': { dimension: 'live', receivers: [] },
	'DF-13': { dimension: 'live', receivers: [] },
	'DF-14': { dimension: 'complete', receivers: ['socialInsurance'] },
	'DF-15': { dimension: 'live', receivers: ['immigration'] },
	'DF-16': { dimension: 'complete', receivers: ['civilStatus'] }
} as const satisfies Record<string, DataFlag>;

export type DataFlagCode = keyof typeof DATA_FLAGS;
export const DATA_FLAG_CODES = Object.keys(DATA_FLAGS) as DataFlagCode[];

export const FLAG_FIELDS = ['name', 'birth', 'sex', 'address', 'personalId'] as const;
/**
 * A raised flag: its code and one structured detail, never free text (digest g). For a birth date that differs
 * between papers, `onCard` and `onPaper` hold what each one says (scenario S07).
 */
export interface RaisedFlag {
	readonly code: DataFlagCode;
	readonly field?: (typeof FLAG_FIELDS)[number];
	readonly onCard?: string;
	readonly onPaper?: string;
	readonly source: 'self' | 'family' | 'neighbour' | 'list';
}
