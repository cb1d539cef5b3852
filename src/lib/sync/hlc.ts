// Hybrid time: the phone's clock as far as it moves forward, a counter where it does not. It only orders writes to
// fields that may be merged without a human; no record is ever accepted or refused by it.
//
// Text form, 26 characters: 12 hex digits of milliseconds, 4 of the counter, the last 8 of the client id. It sorts.

import { LIMIT } from '../domain/limit.ts';

/** Leaves room above the latest clock for counters that overflow. */
const LATEST_MS = 2 ** 48 - 2 ** 24;
const COUNTERS = 2 ** 16;

export interface Hlc {
	readonly ms: number;
	readonly counter: number;
	readonly tail: string;
}

/** The parts of a hybrid time, or null when the text is none. */
export function parseHlc(text: string): Hlc | null {
	const match = /^([0-9a-f]{12})-([0-9a-f]{4})-([0-9a-z]{1,8})$/.exec(text);
	if (!match?.[1] || !match[2] || !match[3]) return null;
	return { ms: Number.parseInt(match[1], 16), counter: Number.parseInt(match[2], 16), tail: match[3] };
}

export function encodeHlc(ms: number, counter: number, cid: string): string {
	const tail = cid.replaceAll('-', '').slice(-8);
	return `${ms.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${tail}`;
}

/** The next time of this client: always later than `last`, whatever the clock does. `last` is empty at the start. */
export function nextHlc(last: string, nowMs: number, cid: string): string {
	const before = parseHlc(last);
	const now = Number.isFinite(nowMs) ? Math.min(Math.max(0, Math.floor(nowMs)), LATEST_MS) : 0;
	if (!before || now > before.ms) return encodeHlc(now, 0, cid);
	if (before.counter + 1 < COUNTERS) return encodeHlc(before.ms, before.counter + 1, cid);
	return encodeHlc(before.ms + 1, 0, cid);
}

/** Below zero when `a` is earlier. */
export function compareHlc(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The same time, or the latest that the ward believes: five minutes ahead of its own clock. Never a refusal. */
export function clampHlc(text: string, wardNowMs: number): string {
	const time = parseHlc(text);
	const latest = Math.max(0, Math.floor(wardNowMs)) + LIMIT.clockSkewMs;
	if (!time || time.ms <= latest) return text;
	return encodeHlc(latest, time.counter, time.tail);
}
