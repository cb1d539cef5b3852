// Rows to a phone: one page of the areas that its volunteer was sent into, never of another (feature F003).

import { fail, succeed, type Result } from '../domain/problem.ts';
import type { PullAnswer, PullRequest } from '../sync/entry.ts';
import { readPage } from '../sync/ward.ts';
import { readAssigned } from './area.ts';
import { inWard } from './db/ward-store.ts';
import { noteDevice } from './device.ts';
import { makeWardTools, type Site } from './site.ts';
import type { KnownDevice } from './ward.ts';

export async function pull(site: Site, device: KnownDevice, request: PullRequest): Promise<Result<PullAnswer>> {
	const now = site.clock();
	return inWard(site.store, device.ward, now, async (tx) => {
		const noted = await noteDevice(tx.trx, device, now, request.pend);
		if (!noted.ok) return noted;
		const assigned = await readAssigned(tx.trx, device.ward, device.volunteer);
		if (!assigned) return fail('net.revoked');
		return succeed(await readPage(tx, request, assigned.scope, makeWardTools(site, device.ward, now)));
	});
}
