// A person who was merged into another one (`twins.ts`), and who stands for them since.

import type { RecordId } from '../domain/id.ts';
import type { WardRecord } from './record.ts';
import type { WardTx } from './ward-port.ts';

/** The field of a person who was merged that names the one who was kept. */
export const MERGED_INTO = 'mergedInto';

/** Whoever took the place of a person who was merged; the person itself where nobody did. */
export async function followMerged(tx: WardTx, person: WardRecord): Promise<WardRecord> {
	const seen = new Set<string>();
	let last = person;
	while (last.deleted && typeof last.fields[MERGED_INTO] === 'string' && !seen.has(last.id)) {
		seen.add(last.id);
		const next = await tx.readRecord(last.fields[MERGED_INTO] as RecordId);
		if (next?.table !== 'person') break;
		last = next;
	}
	return last.deleted ? person : last;
}
