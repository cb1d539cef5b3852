// After a new epoch a phone asks which of its acknowledged entries are lost; one that was shut out lately may ask too,
// since its work is worth as much.

import { succeed } from '../domain/problem.ts';
import type { ReconcileAnswer, ReconcileRequest } from '../sync/entry.ts';
import { findMissing } from '../sync/reconcile.ts';
import type { Site } from './site.ts';
import { serveDevice } from './standing.ts';
import type { SignedRequest, Told } from './ward.ts';

export function reconcile(
	site: Site,
	request: SignedRequest,
	question: ReconcileRequest
): Promise<Told<ReconcileAnswer>> {
	return serveDevice(site, request, question, { who: 'leaving' }, async ({ tx, tools }) =>
		succeed(await findMissing(tx, question, tools))
	);
}
