// What an answer of the ward, or the lack of one, asks of the phone, and how long it waits before it tries again.

import { LIMIT } from '../domain/limit.ts';
import type { ProblemCode } from '../domain/problem.ts';

export const RETRY_CLASSES = ['DONE', 'RETRY', 'SPLIT', 'AUTH', 'REVOKED', 'RESYNC', 'UPGRADE'] as const;
/**
 * DONE: read the answer. RETRY: wait and send the same again, for ever. SPLIT: send less at once. AUTH: this phone must
 * show anew who it is. REVOKED: the ward took this phone's rights. RESYNC: begin again from the ward's state. UPGRADE:
 * a newer app is needed to go on. None of them ever removes an entry.
 */
export type RetryClass = (typeof RETRY_CLASSES)[number];

/**
 * The class of an answer. `status` is null when none came (no network, timeout, broken encryption), `isWardAnswer`
 * says whether it carried the ward's mark: what lacks it is a stranger's page, whatever it claims. Only 413 is believed
 * without the mark, because proxies before the ward say it, and sending less at once harms nothing.
 */
export function classify(status: number | null, isWardAnswer: boolean, code?: ProblemCode): RetryClass {
	if (status === 413) return 'SPLIT';
	if (status === null || !isWardAnswer) return 'RETRY';
	if (status >= 200 && status < 300) return 'DONE';
	if (code === 'net.revoked') return 'REVOKED';
	// The ward's clock comes with the refusal, so that the same request signed again passes.
	if (code === 'net.clock') return 'RETRY';
	switch (status) {
		case 401:
		case 403:
			return 'AUTH';
		case 409:
			return 'RESYNC';
		case 426:
			return 'UPGRADE';
		case 408:
		case 425:
		case 429:
			return 'RETRY';
	}
	// A request that the ward cannot read at all: sending less finds the one entry that spoils it.
	if (status >= 400 && status < 500) return 'SPLIT';
	return 'RETRY';
}

/**
 * Milliseconds before attempt number `attempt` (0 after the first failure): anywhere between nothing and a window that
 * doubles from 2 seconds to 5 minutes, so that phones which failed together do not come back together; never sooner
 * than the ward asked for. `unitRandom` is at least 0 and below 1. There is no last attempt.
 */
export function decideWait(attempt: number, unitRandom: number, retryAfterMs: number = 0): number {
	const doublings = Math.min(Math.max(0, attempt), 30);
	const windowMs = Math.min(LIMIT.retryMaxMs, LIMIT.retryFirstMs * 2 ** doublings);
	return Math.max(0, retryAfterMs) + Math.floor(unitRandom * windowMs);
}
