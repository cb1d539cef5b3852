// What a passkey proves (WebAuthn level 3, 7.1 and 7.2), over Node's own crypto. No maker of authenticators is asked to
// vouch for one, so that the parts about attestation and its certificates are not here, and no CBOR is read: the browser
// tells the public key in a form that Node knows, and the key is looked for in what the authenticator itself wrote.

import { createHash, createPublicKey, timingSafeEqual, verify, type KeyObject } from 'node:crypto';
import type { MadePasskey, ShownPasskey } from '../../domain/passkey.ts';

/** Where and to which question an answer must have been given. */
export interface PasskeyQuestion {
	/** As the browser writes it: scheme, host and port. */
	readonly origin: string;
	readonly challenge: string;
}

/** What is kept of a passkey. */
export interface KeptPasskey {
	/** SubjectPublicKeyInfo, base64url. */
	readonly publicKey: string;
	readonly count: number;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_KEY = 0x40;
/** Hash of the host, flags, counter; then, with a new key, the maker's mark and the length of the id. */
const HEAD_BYTES = 37;
const MARK_BYTES = 16;
const ID_BYTES = 1023;
const RSA_BITS = 2048;

/** What to keep of a passkey that a browser made; null where it does not answer the question. */
export function readMade(made: MadePasskey, question: PasskeyQuestion): KeptPasskey | null {
	const data = Buffer.from(made.authenticatorData, 'base64url');
	const head = readHead(made.clientData, data, 'webauthn.create', question);
	if (!head || (head.flags & HAS_KEY) === 0) return null;
	const start = HEAD_BYTES + MARK_BYTES + 2;
	if (data.length < start) return null;
	const end = start + data.readUInt16BE(start - 2);
	if (end - start > ID_BYTES || data.subarray(start, end).toString('base64url') !== made.id) return null;
	const key = openKey(made.publicKey);
	const numbers = key && listNumbers(key);
	if (!numbers?.every((number) => data.subarray(end).includes(number))) return null;
	return { publicKey: made.publicKey, count: head.count };
}

/** The counter of a passkey that proved itself; null where it did not. A counter that does not grow tells of a copy. */
export function readShown(shown: ShownPasskey, kept: KeptPasskey, question: PasskeyQuestion): number | null {
	const data = Buffer.from(shown.authenticatorData, 'base64url');
	const head = readHead(shown.clientData, data, 'webauthn.get', question);
	const key = openKey(kept.publicKey);
	if (!head || !key) return null;
	if ((head.count > 0 || kept.count > 0) && head.count <= kept.count) return null;
	const clientData = Buffer.from(shown.clientData, 'base64url');
	const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()]);
	const digest = key.asymmetricKeyType === 'ed25519' ? null : 'sha256';
	try {
		return verify(digest, signed, key, Buffer.from(shown.signature, 'base64url')) ? head.count : null;
	} catch {
		// bytes that are no signature at all
		return null;
	}
}

/** The challenge that an answer says it was asked with; null for what is no answer. */
export function readChallenge(clientData: string): string | null {
	const said = readClientData(clientData);
	return typeof said?.['challenge'] === 'string' ? said['challenge'] : null;
}

function readClientData(clientData: string): Record<string, unknown> | null {
	try {
		const said: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8'));
		return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : null;
	} catch {
		// not what a browser writes
		return null;
	}
}

/** Flags and counter of an answer that was given here, to this question, by a person who unlocked the device. */
function readHead(
	clientData: string,
	data: Buffer,
	type: string,
	{ origin, challenge }: PasskeyQuestion
): { readonly flags: number; readonly count: number } | null {
	const said = readClientData(clientData);
	if (said?.['type'] !== type || said['challenge'] !== challenge || said['origin'] !== origin) return null;
	// asked from within another site's frame
	if (said['crossOrigin'] === true || data.length < HEAD_BYTES) return null;
	const host = createHash('sha256').update(new URL(origin).hostname).digest();
	if (!timingSafeEqual(data.subarray(0, 32), host)) return null;
	const flags = data[32] ?? 0;
	const isOwner = (flags & USER_PRESENT) !== 0 && (flags & USER_VERIFIED) !== 0;
	return isOwner ? { flags, count: data.readUInt32BE(33) } : null;
}

/** A key of one of the three kinds that are asked for: ES256, RS256, EdDSA. */
function openKey(publicKey: string): KeyObject | null {
	try {
		const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
		const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
		const isKnown =
			(key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') ||
			(key.asymmetricKeyType === 'rsa' && (modulusLength ?? 0) >= RSA_BITS) ||
			key.asymmetricKeyType === 'ed25519';
		return isKnown ? key : null;
	} catch {
		// no key at all
		return null;
	}
}

/** The numbers that make up a key, as the authenticator's data holds them too. */
function listNumbers(key: KeyObject): Buffer[] {
	const { x, y, n } = key.export({ format: 'jwk' });
	return [x, y, n].flatMap((number) => (typeof number === 'string' ? [Buffer.from(number, 'base64url')] : []));
}
