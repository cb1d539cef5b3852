// Rows to a phone: one page of the areas that its volunteer was sent into, never of another (feature F003). The last page
// names the ward's content too, so that a phone need not ask for it each time.

import { fail, succeed } from '../domain/problem.ts';
import type { PullAnswer, PullRequest } from '../sync/entry.ts';
import { readPage } from '../sync/ward.ts';
import { isTooOld } from '../sync/watermark.ts';
import type { Content } from './content.ts';
import { noteFreshReading } from './device.ts';
import type { Site } from './site.ts';
import { serveDevice } from './standing.ts';
import type { KnownDevice, SignedRequest, Told } from './ward.ts';

/** A page, and with the last one what the ward calls its content. */
export type Page = PullAnswer & { readonly content?: string };

export async function pull(
	site: Site,
	content: Content,
	request: SignedRequest,
	page: PullRequest
): Promise<Told<Page>> {
	let asked: Pick<KnownDevice, 'ward' | 'volunteer'> | null = null;
	const told = await serveDevice(
		site,
		request,
		page,
		{ who: 'active' },
		async ({ tx, ward, tools, device, assigned, freshSeq }) => {
			if (!assigned) return fail('net.revoked');
			asked = device;
			if (isTooOld(ward, page, freshSeq)) return fail('net.resync', 'cur');
			if (page.cur === 0 && !page.fill && !page.ids) await noteFreshReading(tx.trx, device, ward.seq);
			return succeed(await readPage(tx, page, assigned.scope, tools));
		}
	);
	if (!told.ok || told.value.more || asked === null) return told;
	return { ...told, value: { ...told.value, content: await content.readName(asked) } };
}
