// What of each ward's audit was proved by this process, so that a page proves what was added since and not a hundred
// thousand lines each time. It is kept in memory alone: whoever can write the store cannot write this. All lines are
// proved again after a day, after a start, and whenever the operator asks (`doctor`).

import type { WardId } from '../domain/id.ts';
import { beginProof, isStanding, proveRest, type AuditCheck, type ProvedChain } from './audit-chain.ts';
import type { Site } from './site.ts';

const ANEW_MS = 24 * 3600_000;

interface Proof {
	readonly chain: ProvedChain;
	/** When all of it was proved. */
	readonly at: number;
}

/** Remembers how far each ward's chain was proved. */
export class ProvedChains {
	readonly #proofs = new Map<WardId, Proof>();

	/** Proves what was not proved yet. */
	async check({ store, vault, clock }: Site, ward: WardId): Promise<AuditCheck> {
		const now = clock();
		const { db } = store.of(ward);
		const known = this.#proofs.get(ward);
		const isKept = known && now - known.at < ANEW_MS && (await isStanding(db, ward, known.chain));
		const from: Proof = isKept ? known : { chain: await beginProof(db, vault, ward), at: now };
		const { check, proved } = await proveRest(db, vault, ward, from.chain);
		if (proved) this.#proofs.set(ward, { chain: proved, at: from.at });
		// what does not stand is looked at whole each time, until it does
		else this.#proofs.delete(ward);
		return check;
	}
}
