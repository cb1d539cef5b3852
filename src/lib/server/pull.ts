// Rows to a phone: one page of the areas that its volunteer was sent into, never of another (feature F003).

import { fail, succeed } from '../domain/problem.ts';
import type { PullAnswer, PullRequest } from '../sync/entry.ts';
import { readPage } from '../sync/ward.ts';
import { isTooOld } from '../sync/watermark.ts';
import { noteFreshReading } from './device.ts';
import type { Site } from './site.ts';
import { serveDevice } from './standing.ts';
import type { SignedRequest, Told } from './ward.ts';

export function pull(site: Site, request: SignedRequest, page: PullRequest): Promise<Told<PullAnswer>> {
	return serveDevice(
		site,
		request,
		page,
		{ who: 'active' },
		async ({ tx, ward, tools, device, assigned, freshSeq }) => {
			if (!assigned) return fail('net.revoked');
			if (isTooOld(ward, page, freshSeq)) return fail('net.resync', 'cur');
			if (page.cur === 0 && !page.fill && !page.ids) await noteFreshReading(tx.trx, device, ward.seq);
			return succeed(await readPage(tx, page, assigned.scope, tools));
		}
	);
}
