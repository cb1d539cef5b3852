// Entries from a phone: one transaction per batch, so that an answer means "durably kept" for every entry in it.

import { fail, succeed } from '../domain/problem.ts';
import type { PushAnswer, PushBatch } from '../sync/entry.ts';
import { pushEntries } from '../sync/ward.ts';
import { inBatch } from './db/batch-tx.ts';
import { takesClient } from './device.ts';
import type { Site } from './site.ts';
import { nameActor, serveDevice } from './standing.ts';
import type { SignedRequest, Told } from './ward.ts';

export function push(site: Site, request: SignedRequest, batch: PushBatch): Promise<Told<PushAnswer>> {
	return serveDevice(site, request, batch, { who: 'active', entries: batch.entries }, async (visitor) => {
		const { tx, tools, device, cid, assigned } = visitor;
		// a phone writes under its own name only, or it could pass off its edits as somebody else's later ones
		if (!(await takesClient(tx, device, cid, batch.cid))) return fail('net.badRequest', 'cid');
		const areas = assigned?.areas ?? new Set();
		const sender = { actor: nameActor(device), volunteer: device.volunteer, areas };
		return succeed(await inBatch(tx, batch.entries, (gathered) => pushEntries(gathered, batch, sender, tools)));
	});
}
