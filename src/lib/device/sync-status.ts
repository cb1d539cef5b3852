// What the phone may say about its work on the way to the ward.

import type { Problem } from '../domain/problem.ts';

export interface SyncStatus {
	/** Entries that only this phone holds, and since when the oldest waits. */
	readonly waiting: number;
	readonly waitingSince: number | null;
	/** Records in the ward's keeping that this phone shows. */
	readonly received: number;
	/** The same by what they are. */
	readonly held: Readonly<Record<'household' | 'person' | 'visit', number>>;
	/** Entries that the ward looks into (quarantine or conflict). */
	readonly checking: number;
	readonly lastSuccessAt: number | null;
	readonly isRunning: boolean;
	/** Why the last round did not finish; null after a good one. */
	readonly problem: Problem | null;
	/** How far this phone's clock is off the ward's, in milliseconds. */
	readonly clockOffsetMs: number;
}

export const QUIET: SyncStatus = {
	waiting: 0,
	waitingSince: null,
	received: 0,
	held: { household: 0, person: 0, visit: 0 },
	checking: 0,
	lastSuccessAt: null,
	isRunning: false,
	problem: null,
	clockOffsetMs: 0
};
