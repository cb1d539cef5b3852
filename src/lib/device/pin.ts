// Stretching a PIN, away from the screen's thread. The only place that makes the vault's worker.

import type { PinCost, VaultApi } from '../../../workers/vault.worker.ts';
import type { Clock } from '../domain/id.ts';

/** Answers the same 32 bytes for the same PIN, salt and cost. Rejects where the work cannot be done (no memory). */
export type HashPin = (pin: string, salt: Uint8Array, cost: PinCost) => Promise<Uint8Array>;

/** Where PINs are stretched: one worker for one PIN, so that up to 64 MiB are given back right after. */
export interface PinWorkers {
	readonly hashPin: HashPin;
	/** Starts the worker of the next PIN, so that it need not be waited for; answers how to give it back unused. */
	readonly expectPin: () => () => void;
}

interface Started {
	readonly worker: Worker;
	/** Rejects when it does not start. */
	readonly failing: Promise<never>;
}

export function openPinWorkers(): PinWorkers {
	let expected: Started | null = null;
	function giveBack(started: Started): void {
		if (expected !== started) return;
		expected = null;
		started.worker.terminate();
	}
	return {
		async hashPin(pin, salt, cost) {
			const { worker, failing } = expected ?? startWorker();
			expected = null;
			try {
				const { wrap } = await loadComlink();
				return await Promise.race([wrap<VaultApi>(worker).hashPin(pin, salt, cost), failing]);
			} finally {
				worker.terminate();
			}
		},
		expectPin() {
			const started = (expected ??= startWorker());
			// whoever asks for it later gets a new one, which may start by then
			started.failing.catch(() => giveBack(started));
			loadComlink().catch(() => undefined);
			return () => giveBack(started);
		}
	};
}

/** Behind the lock screen, like all that only a PIN needs. */
const loadComlink = () => import('comlink');

function startWorker(): Started {
	const worker = new Worker(new URL('../../../workers/vault.worker.ts', import.meta.url), { type: 'module' });
	const failing = new Promise<never>((_, reject) => {
		worker.onerror = () => reject(new Error('the vault worker does not start'));
	});
	failing.catch(() => undefined); // it may fail before anybody waits for it
	return { worker, failing };
}

/** OWASP's floor (19 MiB, two passes), then what a stronger phone can bear (security.md 5.2). */
const COSTS: readonly [PinCost, ...PinCost[]] = [
	{ memoryKiB: 19 * 1024, passes: 2 },
	{ memoryKiB: 32 * 1024, passes: 2 },
	{ memoryKiB: 46 * 1024, passes: 2 },
	{ memoryKiB: 64 * 1024, passes: 2 },
	{ memoryKiB: 64 * 1024, passes: 3 }
];
/** The floor, also for a phone that has no memory for more. */
export const LOWEST_COST = COSTS[0];
const PROBE_COST: PinCost = { memoryKiB: 46 * 1024, passes: 2 };
const MOST_MS = 800;

/**
 * The dearest cost that this phone bears in 0.8 s, from how long the floor and a dearer one took; never below the
 * floor. Two measures, because a part of each is the worker's start, which no cost makes longer.
 */
export function decideCost(floorMs: number, probeMs: number): PinCost {
	const workOf = (cost: PinCost) => cost.memoryKiB * cost.passes;
	const unitMs = Math.max(0, probeMs - floorMs) / (workOf(PROBE_COST) - workOf(LOWEST_COST));
	const waitOf = (cost: PinCost) => floorMs + unitMs * (workOf(cost) - workOf(LOWEST_COST));
	return COSTS.findLast((cost) => waitOf(cost) <= MOST_MS) ?? LOWEST_COST;
}

/** Measures this phone once, on a PIN that is nobody's. */
export async function measureCost(hashPin: HashPin, clock: Clock): Promise<PinCost> {
	const measure = async (cost: PinCost) => {
		const startedAt = clock();
		await hashPin('0', new Uint8Array(16), cost);
		return clock() - startedAt;
	};
	// The very first start may have to fetch the worker.
	await measure(LOWEST_COST);
	const floorMs = await measure(LOWEST_COST);
	if (floorMs > MOST_MS / 2) return LOWEST_COST;
	return decideCost(floorMs, await measure(PROBE_COST));
}
