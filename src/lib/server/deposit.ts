// What a phone had written before it was shut out: kept aside for a human, every entry with its verdict, and nothing
// that could be read comes back.

import type { WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import type { DepositRequest, PostedEntry, PushAnswer } from '../sync/entry.ts';
import { pushEntries } from '../sync/ward.ts';
import { inBatch } from './db/batch-tx.ts';
import type { KyselyWardTx } from './db/ward-store.ts';
import { takesClient } from './device.ts';
import type { Site } from './site.ts';
import { nameActor, serveDevice } from './standing.ts';
import type { SignedRequest, Told } from './ward.ts';

export function deposit(site: Site, request: SignedRequest, batch: DepositRequest): Promise<Told<PushAnswer>> {
	return serveDevice(site, request, batch, { who: 'leaving', entries: batch.entries }, async (visitor) => {
		const { tx, tools, device, cid, assigned } = visitor;
		if (!(await takesClient(tx, device, cid, batch.cid))) return fail('net.badRequest', 'cid');
		const counted = await countDeposit(tx, device, visitor.deposited, batch.entries);
		if (!counted.ok) return counted;
		const areas = assigned?.areas ?? new Set();
		const sender = { actor: nameActor(device), volunteer: device.volunteer, areas, aside: 'entry.deposited' } as const;
		const whole = { ...batch, pend: 0, maxN: 0 };
		return succeed(await inBatch(tx, batch.entries, (gathered) => pushEntries(gathered, whole, sender, tools)));
	});
}

/** Notes how many new entries a phone hands in to be kept aside, unless they are too many for anybody to look at. */
export async function countDeposit(
	tx: KyselyWardTx,
	device: { readonly ward: WardId; readonly device: string },
	before: number,
	entries: readonly PostedEntry[]
): Promise<Result<void>> {
	const ids = [...new Set(entries.map((entry) => entry.id))];
	const fresh = ids.length - (await tx.listKnown(ids)).length;
	const deposited = before + fresh;
	if (fresh > 0 && deposited > LIMIT.depositEntries) return fail('net.tooLarge', 'deposit');
	await tx.trx
		.updateTable('device')
		.set({ deposited })
		.where('ward_id', '=', device.ward)
		.where('id', '=', device.device)
		.execute();
	return succeed(undefined);
}
