// POST /api/v1/sync/reconcile: after a new epoch, which of the entries that this phone retained does the ward still have?

import * as z from 'zod/mini';
import { LIMIT } from '../domain/limit.ts';
import { idText } from './entry.ts';
import { standing, wardStanding } from './standing.ts';

export const reconcileRequest = z.looseObject({
	...standing,
	ids: z.array(idText).check(z.minLength(1), z.maxLength(LIMIT.reconcileIds))
});

export const reconcileAnswer = z.looseObject({ ...wardStanding, missing: z.array(idText) });
