// What a row of pictures carries when a lane goes on from phone to phone: the sealed text and the ward that it is for. The
// ward never reads it; it is a shape of its own all the same, because two phones may have two versions of the app.

import * as z from 'zod/mini';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { RELAY_STATES, type Relay } from '../domain/relay.ts';
import { idText } from './entry.ts';

/** The first word: what it is, and in which version. */
export const RELAY_WORD = 'gocua relay 1';

const sealedRelay = z.looseObject({
	what: z.literal(RELAY_WORD),
	ward: idText,
	/** AES-256-GCM under a key of the area; initialisation vector and ciphertext in base64url. */
	iv: z.string().check(z.regex(/^[A-Za-z0-9_-]{16}$/)),
	ct: z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(LIMIT.rescueFileBytes))
});

/** A sealed relay as it travels. */
export interface SealedRelay {
	readonly ward: string;
	readonly iv: string;
	readonly ct: string;
}

const relay = z.looseObject({
	id: idText,
	area: idText,
	lane: z.string().check(z.maxLength(LIMIT.addressChars)),
	doors: z
		.array(
			z.looseObject({
				id: idText,
				state: z.enum(RELAY_STATES),
				place: z.optional(z.string().check(z.maxLength(LIMIT.placeChars)))
			})
		)
		.check(z.minLength(1), z.maxLength(LIMIT.relayDoors)),
	from: z.string().check(z.maxLength(LIMIT.nameChars)),
	madeAt: z.number().check(z.int(), z.gte(0))
});

export function writeSealedRelay({ ward, iv, ct }: SealedRelay): string {
	return JSON.stringify({ what: RELAY_WORD, ward, iv, ct });
}

/** A relay for this ward; `rescue.otherWard` where it is another's, `relay.foreign` where it is none. */
export function readSealedRelay(text: string, ward: string): Result<SealedRelay> {
	if (text.length > LIMIT.rescueFileBytes) return fail('rescue.tooLarge');
	const parsed = sealedRelay.safeParse(parseJson(text));
	if (!parsed.success) return fail('relay.foreign');
	return parsed.data.ward === ward ? succeed(parsed.data) : fail('rescue.otherWard');
}

/** What was inside the seal. Whoever holds the key may still have another version of the app. */
export function readRelay(value: unknown): Result<Relay> {
	const parsed = relay.safeParse(value);
	// the schema has looked at each id; its type forgets that they are branded
	return parsed.success ? succeed(parsed.data as unknown as Relay) : fail('relay.foreign');
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
