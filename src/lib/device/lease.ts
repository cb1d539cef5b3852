// The week for which the ward lends a phone its records, seen to whenever the app is opened: before the PIN, and whether
// or not somebody knows it.

import type { Clock } from '../domain/id.ts';
import { isLeaseOver } from '../domain/lease.ts';
import type { Profile } from './directory.ts';
import type { Engine } from './door.ts';
import { returnLent } from './sealed-db.ts';

/** Takes the ward's copies off the phone after a week of silence; they come again with the next contact. */
export function endLease(
	profile: Profile,
	{ engine, clock }: { readonly engine: Engine; readonly clock: Clock }
): Promise<boolean> {
	return returnLent(profile.id, engine, ({ lastSuccessAt }) => isLeaseOver(lastSuccessAt, clock()));
}
