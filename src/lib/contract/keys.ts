// The ward's public keys as phones learn them: when they join, and with every scope, so that a yearly change reaches all.

import * as z from 'zod/mini';

/** A raw P-256 point in base64url: 65 bytes. */
export const publicKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{87}$/));

export const wardKeys = z.looseObject({
	seal: z.looseObject({ kid: z.string().check(z.minLength(1), z.maxLength(40)), publicKey }),
	sign: publicKey
});
