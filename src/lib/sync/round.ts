// What the steps of a round share (phone.ts).

import type { Clock } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { BatchLimits } from './outbox.ts';
import type { PhoneStore, WardLink } from './phone-port.ts';

export interface RoundLimits extends BatchLimits {
	readonly pageRows: number;
	/** Pages in one round; the next round goes on from there. */
	readonly pages: number;
}

export const ROUND: RoundLimits = {
	batchEntries: LIMIT.batchEntries,
	batchBytes: LIMIT.batchBytes,
	pageRows: LIMIT.pageRows,
	pages: 1000
};

export interface Round {
	readonly store: PhoneStore;
	readonly link: WardLink;
	readonly clock: Clock;
	readonly limits: RoundLimits;
}
