// POST /api/v1/sync/deposit: what a phone wrote before it was shut out. Write-only: nothing but verdicts comes back, and
// everything waits for a human.

import * as z from 'zod/mini';
import { entries } from './push.ts';
import { standing } from './standing.ts';

export const depositRequest = z.looseObject({
	...standing,
	entries,
	/** Hex SHA-256 of the JSON text of `entries`, as in a push. */
	sum: z.string().check(z.regex(/^[0-9a-f]{64}$/))
});
