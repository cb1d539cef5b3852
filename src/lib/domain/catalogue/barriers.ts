// Why it is not done yet: barrier codes of digest f. Words stand in ui/words; here are codes, groups and receivers.

/** The five causes of the commune letter (003·L), by which barriers are reported; null where the digest gives none. */
export type CauseGroup = 'C1' | 'C2' | 'C3' | 'C4' | 'C5';

export const RECEIVERS = [
	'wardPolice',
	'civilStatus',
	'carrier',
	'socialInsurance',
	'oneStopDesk',
	'immigration'
] as const;
/** Who gets a referral (digest f and g). */
export type Receiver = (typeof RECEIVERS)[number];

export interface Barrier {
	readonly groups: readonly CauseGroup[];
	/** Who may be asked to help, in this order; empty where the volunteer helps alone. */
	readonly receivers: readonly Receiver[];
}

/** Digest f, every row. The order is the order on screen. */
export const BARRIERS = {
	'B1.1': { groups: ['C1'], receivers: [] },
	'B1.2': { groups: ['C1'], receivers: ['wardPolice'] },
	'B1.3': { groups: ['C1'], receivers: [] },
	'B2.1': { groups: ['C2'], receivers: ['oneStopDesk'] },
	'B2.2': { groups: ['C2'], receivers: ['oneStopDesk'] },
	'B2.3': { groups: ['C2'], receivers: [] },
	'B2.4': { groups: ['C2'], receivers: ['wardPolice'] },
	'B2.5': { groups: ['C2'], receivers: ['wardPolice'] },
	'B2.6': { groups: ['C2'], receivers: [] },
	'B2.7': { groups: ['C2'], receivers: [] },
	'B2.8': { groups: ['C2', 'C3'], receivers: [] },
	'B3.1': { groups: ['C2'], receivers: ['carrier'] },
	'B3.2': { groups: ['C2'], receivers: ['carrier'] },
	'B3.3': { groups: ['C3'], receivers: ['wardPolice'] },
	'B3.4': { groups: ['C2'], receivers: [] },
	'B3.5': { groups: ['C2'], receivers: ['carrier'] },
	'B4.1': { groups: ['C3'], receivers: [] },
	'B4.2': { groups: ['C3'], receivers: ['wardPolice'] },
	'B4.3': { groups: ['C3'], receivers: ['wardPolice'] },
	'B4.5': { groups: ['C3'], receivers: [] },
	'B4.6': { groups: ['C3'], receivers: [] },
	'B4.7': { groups: ['C3'], receivers: ['wardPolice'] },
	'B4.8': { groups: ['C3'], receivers: ['wardPolice'] },
	'B5.1': { groups: ['C2'], receivers: ['wardPolice'] },
	'B5.2': { groups: ['C3'], receivers: ['wardPolice', 'civilStatus'] },
	'B5.3': { groups: [], receivers: ['civilStatus', 'wardPolice'] },
	'B5.4': { groups: [], receivers: ['wardPolice'] },
	'B5.5': { groups: [], receivers: ['immigration'] },
	'B6.1': { groups: ['C5'], receivers: ['oneStopDesk'] },
	'B6.2': { groups: ['C4'], receivers: [] },
	'B6.3': { groups: ['C4'], receivers: [] },
	'B6.4': { groups: ['C4'], receivers: [] },
	'B6.5': { groups: ['C5'], receivers: ['wardPolice'] },
	'B6.6': { groups: ['C5'], receivers: [] }
} as const satisfies Record<string, Barrier>;

export type BarrierCode = keyof typeof BARRIERS;
export const BARRIER_CODES = Object.keys(BARRIERS) as BarrierCode[];

export function isBarrierCode(text: string): text is BarrierCode {
	return Object.hasOwn(BARRIERS, text);
}
