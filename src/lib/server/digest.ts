// Once a day a phone compares its copies with the ward's, area by area.

import { fail, succeed } from '../domain/problem.ts';
import type { DigestAnswer, DigestRequest } from '../sync/entry.ts';
import { compareSums } from '../sync/reconcile.ts';
import type { Site } from './site.ts';
import { serveDevice } from './standing.ts';
import type { SignedRequest, Told } from './ward.ts';

export function digest(site: Site, request: SignedRequest, question: DigestRequest): Promise<Told<DigestAnswer>> {
	return serveDevice(site, request, question, { who: 'active' }, async ({ tx, tools, assigned }) =>
		assigned ? succeed(await compareSums(tx, question, assigned.scope, tools)) : fail('net.revoked')
	);
}
