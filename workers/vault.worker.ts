// The worker in which a PIN is stretched into key material: half a second of hard work that must not freeze a screen.
// It lives for one PIN, so that its memory is given back, and is started while that PIN is being typed. No dynamic import
// here (sveltejs/kit#12438).

import { expose } from 'comlink';
import { argon2id } from 'hash-wasm';

/** What one guess costs; kept beside the wrap that it made, so that it may rise later. */
export interface PinCost {
	readonly memoryKiB: number;
	readonly passes: number;
}

const HASH_BYTES = 32;

/** Argon2id (RFC 9106, one lane) of a PIN: the factor A of security.md 5.2. */
export function hashPin(pin: string, salt: Uint8Array, cost: PinCost): Promise<Uint8Array> {
	return argon2id({
		password: pin,
		salt,
		memorySize: cost.memoryKiB,
		iterations: cost.passes,
		parallelism: 1,
		hashLength: HASH_BYTES,
		outputType: 'binary'
	});
}

const api = { hashPin };
export type VaultApi = typeof api;

// Tests in Node, where there is no worker, import the function itself.
if ('WorkerGlobalScope' in globalThis) {
	expose(api);
	// compiles the module; an answer that nobody waits for, and a failure that the first real PIN meets again
	hashPin('0', new Uint8Array(16), { memoryKiB: 8, passes: 1 }).catch(() => undefined);
}
