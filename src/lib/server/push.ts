// Entries from a phone: one transaction per batch, so that an answer means "durably kept" for every entry in it.

import { fail, succeed, type Result } from '../domain/problem.ts';
import type { PushAnswer, PushBatch } from '../sync/entry.ts';
import { pushEntries } from '../sync/ward.ts';
import { readAssigned } from './area.ts';
import { inWard } from './db/ward-store.ts';
import { noteDevice } from './device.ts';
import { makeWardTools, type Site } from './site.ts';
import type { KnownDevice } from './ward.ts';

/** Who sent an entry, as the log keeps it. */
export function nameActor(device: KnownDevice): string {
	return `${device.volunteer}/${device.device}`;
}

export async function push(site: Site, device: KnownDevice, batch: PushBatch): Promise<Result<PushAnswer>> {
	const now = site.clock();
	return inWard(site.store, device.ward, now, async (tx) => {
		const noted = await noteDevice(tx.trx, device, now, batch.pend);
		if (!noted.ok) return noted;
		// a phone writes under its own name only, or it could pass off its edits as somebody else's later ones
		if (noted.value.cid !== batch.cid) return fail('net.badRequest', 'cid');
		const assigned = await readAssigned(tx.trx, device.ward, device.volunteer);
		if (!assigned) return fail('net.revoked');
		const sender = { actor: nameActor(device), volunteer: device.volunteer, areas: assigned.areas };
		return succeed(await pushEntries(tx, batch, sender, makeWardTools(site, device.ward, now)));
	});
}
