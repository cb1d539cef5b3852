// How the ward says no on the wire: always this shape, with the status that `server` gives it.

import * as z from 'zod/mini';
import { PROBLEMS, type ProblemCode } from '../domain/problem.ts';

export const problemAnswer = z.looseObject({
	problem: z.looseObject({
		// a code from a newer ward is still a no, of the kind that this phone cannot mend
		code: z.catch(z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]), 'net.badRequest'),
		at: z.optional(z.string()),
		retry: z.boolean(),
		waitMs: z.optional(z.number())
	}),
	/** The ward's clock, so that a phone whose clock is off can sign again. */
	now: z.optional(z.number()),
	/** Where the ward stands, for a phone that is refused and must still learn of a new history. */
	epoch: z.optional(z.string()),
	wm: z.optional(z.string()),
	/** The ward's signature over `describeRevocation`: without it no phone erases anything. */
	proof: z.optional(z.string().check(z.maxLength(200)))
});

/** What the ward signs when it shuts a phone out: the phone's name and the request that it answers. */
export function describeRevocation(device: string, requestSignature: string): string {
	return `gocua revoked 1\n${device}\n${requestSignature}`;
}
