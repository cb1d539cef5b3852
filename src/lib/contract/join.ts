// POST /api/v1/join/look and /api/v1/join: from a code on the desk's screen to a registered phone.
//
// A code is one ward's tag (4 characters) and a secret (12 characters, 60 bits), Crockford's base 32. It carries no
// server address and no password, lives ten minutes and works once (security.md 5.1). The QR holds `GOCUA:` and the
// code: the phone only ever talks to the address that it was opened from.

import * as z from 'zod/mini';
import { JOIN_CODE_PREFIX } from '../domain/card.ts';
import { idText } from './entry.ts';
import { publicKey, wardKeys } from './keys.ts';

export const JOIN_CODE_CHARS = 16;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The 16 characters of a code however it was typed or scanned (blanks, dashes, lower case, O for 0, I or L for 1), else null. */
export function parseJoinCode(typed: string): string | null {
	const code = typed
		.trim()
		.toUpperCase()
		.replace(JOIN_CODE_PREFIX, '')
		.replace(/[\s-]/g, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
	return code.length === JOIN_CODE_CHARS && [...code].every((char) => ALPHABET.includes(char)) ? code : null;
}

/** `ABCD-EFGH-JKMN-PQRS`, as shown on the desk and typed on the phone. */
export function formatJoinCode(code: string): string {
	return (code.match(/.{4}/g) ?? []).join('-');
}

/** Random bytes as characters of the code, five bits of each byte. */
export function encodeJoinChars(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => ALPHABET[byte % 32]).join('');
}

const code = z.string().check(z.refine((typed) => parseJoinCode(typed) !== null));

export const joinLookRequest = z.looseObject({ protocol: z.number(), code });
/** Whose invitation it is: shown for the volunteer to recognise, before anything is accepted. */
export const joinLookAnswer = z.looseObject({
	ward: z.looseObject({ id: idText, name: z.string() }),
	volunteer: z.looseObject({ id: idText, name: z.string(), role: z.string() }),
	areas: z.array(z.string()),
	expiresAt: z.number(),
	now: z.number()
});
export type JoinOffer = z.infer<typeof joinLookAnswer>;

/** Version of the confidentiality pledge's wording (feature F008). */
export const PLEDGE_WORDING = 1;

export const joinRequest = z.looseObject({
	protocol: z.number(),
	code,
	cid: idText,
	/** Raw P-256 public key, base64url: signs every later request. Its private half never leaves the phone. */
	publicKey,
	pledge: z.looseObject({ wording: z.number(), acceptedAt: z.number() })
});
export const joinAnswer = z.looseObject({
	ward: z.looseObject({ id: idText, name: z.string() }),
	volunteer: z.looseObject({ id: idText, name: z.string(), role: z.string() }),
	device: idText,
	epoch: z.string(),
	now: z.number(),
	keys: z.optional(wardKeys)
});
export type JoinAnswer = z.infer<typeof joinAnswer>;
