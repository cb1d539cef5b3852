// The ward lends a phone its records; whoever does not come back within the week gives the copy back (security.md 5.2).

import type { Day } from './day.ts';
import { LIMIT } from './limit.ts';

/** Whether the copy must go. A phone that never met the ward was lent nothing. */
export function isLeaseOver(lastSuccessAt: number | null, now: number): boolean {
	return lastSuccessAt !== null && now - lastSuccessAt >= LIMIT.leaseMs;
}

/** Whether what was lent until a day still is on another; without a day it always is. */
export function isLentOn(untilOn: string, day: Day): boolean {
	return untilOn === '' || untilOn >= day;
}
