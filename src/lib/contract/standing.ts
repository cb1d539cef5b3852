// What every sync request says of the phone, and every answer of the ward.

import * as z from 'zod/mini';
import { idText } from './entry.ts';

/** The phone: which protocol it speaks, and the last that it heard of the ward's history. */
export const standing = {
	protocol: z.number().check(z.int(), z.gte(0)),
	epoch: z.nullable(z.string().check(z.maxLength(64))),
	wm: z.nullable(z.string().check(z.maxLength(256))),
	cid: idText,
	now: z.number()
};

/** The ward: the name of its history, where it stands in it, and its clock. */
export const wardStanding = { epoch: z.string(), wm: z.string(), now: z.number() };
