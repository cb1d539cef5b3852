// Stretching a PIN, away from the screen's thread. The only place that makes the vault's worker.

import { wrap } from 'comlink';
import type { PinCost, VaultApi } from '../../../workers/vault.worker.ts';
import type { Clock } from '../domain/id.ts';

/** Answers the same 32 bytes for the same PIN, salt and cost. Rejects where the work cannot be done (no memory). */
export type HashPin = (pin: string, salt: Uint8Array, cost: PinCost) => Promise<Uint8Array>;

/** One worker for one PIN: up to 64 MiB are given back right after. */
export async function hashPinInWorker(pin: string, salt: Uint8Array, cost: PinCost): Promise<Uint8Array> {
	const worker = new Worker(new URL('../../../workers/vault.worker.ts', import.meta.url), { type: 'module' });
	try {
		return await new Promise<Uint8Array>((resolve, reject) => {
			worker.onerror = () => reject(new Error('the vault worker does not start'));
			wrap<VaultApi>(worker).hashPin(pin, salt, cost).then(resolve, reject);
		});
	} finally {
		worker.terminate();
	}
}

/** OWASP's floor (19 MiB, two passes), then what a stronger phone can bear (security.md 5.2). */
const COSTS: readonly [PinCost, ...PinCost[]] = [
	{ memoryKiB: 19 * 1024, passes: 2 },
	{ memoryKiB: 32 * 1024, passes: 2 },
	{ memoryKiB: 46 * 1024, passes: 2 },
	{ memoryKiB: 64 * 1024, passes: 2 },
	{ memoryKiB: 64 * 1024, passes: 3 }
];
const MOST_MS = 800;

/** The dearest cost that this phone bears in 0.8 s, from how long the cheapest one took; never below the floor. */
export function decideCost(cheapestMs: number): PinCost {
	const [cheapest] = COSTS;
	const unitMs = cheapestMs / (cheapest.memoryKiB * cheapest.passes);
	return COSTS.findLast((cost) => cost.memoryKiB * cost.passes * unitMs <= MOST_MS) ?? cheapest;
}

/** Measures this phone once, on a PIN that is nobody's. */
export async function measureCost(hashPin: HashPin, clock: Clock): Promise<PinCost> {
	const startedAt = clock();
	await hashPin('0', new Uint8Array(16), COSTS[0]);
	return decideCost(clock() - startedAt);
}

/** The floor, for a phone that has no memory for more. */
export const LOWEST_COST = COSTS[0];
