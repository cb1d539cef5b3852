// Sending while the phone is locked: what was saved just before the lock, or since, need not wait for the next PIN. Begins
// as a round does (sync.ts), asks for nothing but whether the ward still lets this phone in, and ends with the unlock.

import { LIMIT } from '../domain/limit.ts';
import type { Problem } from '../domain/problem.ts';
import { decideWait } from '../sync/backoff.ts';
import { rescueDb, sendSealed, type CourierTools, type SealedProfile } from './courier.ts';
import { NO_USE, TURN_NAME, TURN_WAIT_MS, type SyncTools } from './sync.ts';

export interface LockedSyncer {
	/** Sends now, or once more after what is under way. */
	prompt(): void;
	/** Cuts off what is under way and resolves when it has ended. */
	close(): Promise<void>;
}

/** `onRound` hears of each attempt: the problem that it met, or null. */
export function openLockedSyncer(
	profile: SealedProfile,
	tools: CourierTools & SyncTools,
	onRound: (met: Problem | null) => void
): LockedSyncer {
	const closing = new AbortController();
	let failures = 0;
	/** As if it had asked before: who has just come to the lock screen is about to open it. */
	let askedAt = tools.clock() + LIMIT.knockAfterMs - LIMIT.knockEveryMs;
	const soon = setTimeout(prompt, LIMIT.knockAfterMs);
	let timer: ReturnType<typeof setTimeout> | undefined;
	let running: Promise<void> | null = null;
	let isWanted = false;

	async function run(): Promise<void> {
		if (!(await isThere())) return;
		const startedAt = tools.clock();
		// a clock that was put back must not put this off
		const asks = startedAt < askedAt - LIMIT.knockEveryMs || startedAt >= askedAt + LIMIT.knockEveryMs;
		const sent = await tools.page.takeTurn(TURN_NAME, TURN_WAIT_MS, () =>
			sendSealed(profile, tools, { signal: closing.signal, asks })
		);
		if (closing.signal.aborted) return;
		onRound(sent.ok ? null : sent.problem);
		if (sent.ok) {
			failures = 0;
			if (asks) askedAt = startedAt;
		} else if (!NO_USE.includes(sent.problem.code)) {
			const waitMs = decideWait(failures++, tools.unitRandom(), sent.problem.waitMs);
			timer = setTimeout(prompt, Math.min(waitMs, LIMIT.retryMaxMs));
		}
	}

	/** A database that the browser has lost is put back first; one that cannot be opened now is tried later. */
	function isThere(): Promise<boolean> {
		return rescueDb(profile, tools).then(
			() => true,
			() => false
		);
	}

	function prompt(): void {
		clearTimeout(timer);
		if (closing.signal.aborted || tools.page.isHidden()) return;
		if (running) isWanted = true;
		else
			running = run().finally(() => {
				running = null;
				if (isWanted) prompt();
				isWanted = false;
			});
	}

	const stops = [tools.page.onVisibility(prompt), tools.page.onOnline(prompt)];
	return {
		prompt,
		async close() {
			closing.abort();
			clearTimeout(timer);
			clearTimeout(soon);
			for (const stop of stops) stop();
			await running;
		}
	};
}
