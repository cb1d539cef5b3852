// The ward's answers about its history and its copies, in small.

import { bucketOf, sumAreas } from '../../src/lib/sync/digest.ts';
import type {
	DigestAnswer,
	DigestRequest,
	ReconcileAnswer,
	ReconcileRequest,
	Scope,
	WardStanding
} from '../../src/lib/sync/entry.ts';
import type { WardTx } from '../../src/lib/sync/ward-port.ts';

async function stand(tx: WardTx, now: number): Promise<WardStanding> {
	const { epoch, seq, head } = await tx.readWard();
	return { epoch, wm: `${seq}.${head}`, now };
}

/** Which entries does the ward not have? */
export async function findMissing(tx: WardTx, { ids }: ReconcileRequest, now: number): Promise<ReconcileAnswer> {
	const missing = [];
	for (const id of ids) if (!(await tx.readEntry(id))) missing.push(id);
	return { ...(await stand(tx, now)), missing };
}

/** Which copies differ? */
export async function compareSums(
	tx: WardTx,
	request: DigestRequest,
	scope: Scope,
	now: number
): Promise<DigestAnswer> {
	const areas = scope.areas.filter((area) => area.assigned).map((area) => area.id);
	const copies = areas.length > 0 ? await tx.listRecords(areas, 0, Number.MAX_SAFE_INTEGER) : [];
	const own = new Map(sumAreas(copies, areas).map(({ area, sums }) => [area, sums]));
	const isUnread = (area: string) => copies.some((copy) => copy.area === area && copy.seq > request.cur);
	const differ: DigestAnswer['differ'][number][] = [];
	const later = [];
	for (const { area, sums } of request.areas) {
		if (!own.has(area) || isUnread(area)) later.push(area);
		else
			for (const [bucket, sum] of own.get(area)!.entries()) {
				if (sum === sums[bucket]) continue;
				const rows = copies.filter((copy) => copy.area === area && bucketOf(copy.id) === bucket);
				differ.push({ area, bucket, rows: rows.map(({ id, v }) => [id, v]) });
			}
	}
	return { ...(await stand(tx, now)), differ, later };
}
