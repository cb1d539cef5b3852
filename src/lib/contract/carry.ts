// POST /api/v1/sync/carry: entries of another phone, brought in by whoever carried them (a file, a row of QR pictures).
// The carrier can neither read nor change them: bodies are sealed to the ward, and the writer signed the whole.

import * as z from 'zod/mini';
import { idText } from './entry.ts';
import { entries } from './push.ts';
import { standing } from './standing.ts';

export const bundle = z.looseObject({
	ward: idText,
	device: idText,
	cid: idText,
	madeAt: z.number(),
	entries,
	/** ECDSA P-256 over `describeBundle`: 64 bytes in base64url. */
	signature: z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/))
});

export const carryRequest = z.looseObject({ ...standing, bundle });
