// The log's hash chain, worked out again from the log: any line that was changed, added or taken away shows.

import { chainHead } from '../sync/ledger.ts';
import type { EntryId, RecordId, WardId } from '../domain/id.ts';
import type { Reader } from './db/open-store.ts';
import type { Vault } from './vault.ts';

const STEPS_AT_ONCE = 2_000;

/** The first step at which the log and its chain part, or null when the whole log stands. */
export async function findChainBreak(db: Reader, vault: Vault, ward: WardId): Promise<number | null> {
	const own = await db.selectFrom('ward').select(['seq', 'head']).where('id', '=', ward).executeTakeFirstOrThrow();
	let seq = 0;
	let head = '';
	for (;;) {
		const steps = await db
			.selectFrom('change as c')
			.innerJoin('entry as e', (on) => on.onRef('e.ward_id', '=', 'c.ward_id').onRef('e.id', '=', 'c.entry_id'))
			.select(['c.seq', 'c.head', 'c.entry_id', 'c.record_id', 'c.v', 'e.hash'])
			.where('c.ward_id', '=', ward)
			.where('c.seq', '>', seq)
			.orderBy('c.seq')
			.limit(STEPS_AT_ONCE)
			.execute();
		for (const step of steps) {
			const named = { entry: step.entry_id as EntryId, record: step.record_id as RecordId | null };
			head = chainHead((text) => vault.hashEntry(text), head, { ...named, v: step.v, hash: step.hash });
			seq += 1;
			if (step.seq !== seq || step.head !== head) return seq;
		}
		if (steps.length < STEPS_AT_ONCE) return own.seq === seq && own.head === head ? null : seq + 1;
	}
}
