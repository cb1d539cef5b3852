// Do phone and ward agree? After a new epoch: which of the entries that a phone retained does the ward still have?
// Whatever is missing goes up again, so that a ward that was put back to an older copy loses nothing that anybody still
// holds. Once a day: where do their copies differ?

import type { AreaId, RecordId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { bucketOf, sumAreas } from './digest.ts';
import type { DigestAnswer, DigestRequest, ReconcileAnswer, ReconcileRequest } from './entry.ts';
import type { Scope } from './scope.ts';
import { isKnownTo } from './record.ts';
import type { WardTx } from './ward-port.ts';
import { describeStanding, type MarkTools } from './watermark.ts';

/** The ids under which no entry is kept, in the order of the question. */
export async function findMissing(tx: WardTx, { ids }: ReconcileRequest, tools: MarkTools): Promise<ReconcileAnswer> {
	const known = new Set(await tx.listKnown(ids));
	const missing = [...new Set(ids)].filter((id) => !known.has(id));
	return { ...describeStanding(await tx.readWard(), tools), missing };
}

/**
 * What differs between the phone's sums and the ward's, bucket by bucket. An area is left for later where something
 * stands that the phone has not read yet, where it may not look any more, and where the answer is long enough already.
 */
export async function compareSums(
	tx: WardTx,
	request: DigestRequest,
	scope: Scope,
	tools: MarkTools
): Promise<DigestAnswer> {
	const ward = await tx.readWard();
	const assigned = new Set(scope.areas.filter((area) => area.assigned).map((area) => area.id));
	const areas = [...new Set(request.areas.map(({ area }) => area))].filter((area) => assigned.has(area));
	const all = areas.length > 0 ? await tx.listCopies(areas) : [];
	const copies = all.filter(({ table }) => isKnownTo(table, request.tables));
	const unread = new Set(copies.filter((copy) => copy.seq > request.cur).map((copy) => copy.area));
	// One by one: what left for another area of this phone has left all the same.
	for (const area of areas) if ((await tx.listExits([area], request.cur, 1)).length > 0) unread.add(area);
	const own = new Map(sumAreas(copies, areas).map(({ area, sums }) => [area, sums]));
	const differ: { area: AreaId; bucket: number; rows: [RecordId, number][] }[] = [];
	const later = new Set<AreaId>();
	let room = LIMIT.digestRows;
	for (const { area, sums } of request.areas) {
		const known = own.get(area);
		if (!known || unread.has(area) || room <= 0) {
			later.add(area);
			continue;
		}
		for (const [bucket, sum] of known.entries()) {
			if (sum === sums[bucket]) continue;
			const rows = copies.filter((copy) => copy.area === area && bucketOf(copy.id) === bucket);
			room -= rows.length;
			differ.push({ area, bucket, rows: rows.map(({ id, v }) => [id, v]) });
		}
	}
	return { ...describeStanding(ward, tools), differ, later: [...later] };
}
