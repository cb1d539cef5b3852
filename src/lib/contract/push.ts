// POST /api/v1/sync/push: entries up, one verdict for each. What is odd inside an entry is the verdict's business;
// here stands only what a request must have to be read at all.

import * as z from 'zod/mini';
import { LIMIT } from '../domain/limit.ts';
import { PROBLEMS, type ProblemCode } from '../domain/problem.ts';
import { VERDICTS } from '../sync/entry.ts';
import { idText } from './entry.ts';
import { standing, wardStanding } from './standing.ts';

const counter = z.number().check(z.int(), z.gte(0));
const base64url = (most: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]*$/), z.maxLength(most));

/**
 * An entry on the wire. `body` says how the payload is carried: in plain JSON, or (from the sealed outbox on) sealed
 * to the ward's key; a ward that cannot open a sealed one keeps it aside and never refuses it.
 */
export const wireEntry = z.looseObject({
	id: idText,
	n: counter.check(z.gte(1)),
	sv: counter,
	k: z.string().check(z.maxLength(40)),
	e: idText,
	bv: counter,
	t: z.string().check(z.maxLength(40)),
	body: z.discriminatedUnion('alg', [
		z.looseObject({ alg: z.literal('plain'), p: z.record(z.string(), z.unknown()) }),
		z.looseObject({
			alg: z.literal('hpke'),
			kid: z.string().check(z.maxLength(40)),
			enc: base64url(200),
			ct: base64url(LIMIT.sealedChars)
		})
	])
});
export type WireEntry = z.infer<typeof wireEntry>;

export const entries = z.array(wireEntry).check(z.minLength(1), z.maxLength(LIMIT.batchEntries));

export const pushRequest = z.looseObject({
	...standing,
	pend: counter,
	maxN: counter,
	/** None from a locked phone that asks whether it is still let in. */
	entries: z.array(wireEntry).check(z.maxLength(LIMIT.batchEntries)),
	/** Hex SHA-256 of the JSON text of `entries`: tells a cut body from a whole one. */
	sum: z.string().check(z.regex(/^[0-9a-f]{64}$/))
});
export type PushRequest = z.infer<typeof pushRequest>;

// A newer ward may answer in words that this phone does not know. All verdicts mean "durably kept", so an unknown one
// is read as `held` and an unknown reason as `entry.invalid`: one new word must never stop an old phone's queue.
export const verdict = z.looseObject({
	id: idText,
	s: z.catch(z.enum(VERDICTS), 'held'),
	seq: counter,
	v: counter,
	cf: z.optional(z.array(z.string())),
	why: z.optional(z.catch(z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]), 'entry.invalid'))
});

export const pushAnswer = z.looseObject({
	...wardStanding,
	res: z.array(verdict)
});
