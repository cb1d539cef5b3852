// "I say by half past eight that I am well": a quiet agreement between two who go from door to door (issue 7, build 4).
// Only the hour is kept, on this phone alone; it names nobody and goes nowhere.

import { LIMIT } from './limit.ts';

/** Minutes from now that are offered. */
export const CHECK_IN_MINUTES = [30, 60, 120] as const;

export type CheckInState =
	| { readonly kind: 'none' }
	/** Nothing is to be done yet; `minutes` are left, the one that has begun included. */
	| { readonly kind: 'running'; readonly until: number; readonly minutes: number }
	/** The hour has come: say that all is well. */
	| { readonly kind: 'due'; readonly until: number }
	/** Nobody said so for some time: `minutes` are over. */
	| { readonly kind: 'late'; readonly until: number; readonly minutes: number };

const MINUTE_MS = 60_000;

/**
 * How an agreement stands. One that is older than a shift is forgotten, and so is one further ahead than any that can be
 * made: the clock was set.
 */
export function decideCheckIn(until: number | null, now: number): CheckInState {
	if (until === null) return { kind: 'none' };
	const left = until - now;
	if (left > LIMIT.checkInAheadMs || left < -LIMIT.checkInForgetMs) return { kind: 'none' };
	if (left > 0) return { kind: 'running', until, minutes: Math.ceil(left / MINUTE_MS) };
	return left > -LIMIT.checkInLateMs
		? { kind: 'due', until }
		: { kind: 'late', until, minutes: Math.floor(-left / MINUTE_MS) };
}

/** The instant so many minutes from now, at a full minute, as it is said to the other one. */
export function agreeOn(minutes: number, now: number): number {
	return Math.ceil((now + minutes * MINUTE_MS) / MINUTE_MS) * MINUTE_MS;
}
