// The seal of a lane that goes on from phone to phone: AES-256-GCM under a key that the ward gave to every phone of that
// area, for a week. Nothing of what it hides, the area included, can be told from outside.

import { decodeBase64url, encodeBase64url, type Bytes } from '../vault.ts';

const IV_BYTES = 12;

/** What a relay is sealed for: one ward. */
const bound = (ward: string) => new TextEncoder().encode(`gocua relay 1|${ward}`);

/** A key that is no key of ours rejects. */
function importKey(key: string): Promise<CryptoKey> {
	return crypto.subtle.importKey('raw', decodeBase64url(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Initialisation vector and ciphertext, in base64url. */
export async function sealRelay(
	key: string,
	ward: string,
	plain: Bytes
): Promise<{ readonly iv: string; readonly ct: string }> {
	const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
	const params = { name: 'AES-GCM', iv, additionalData: bound(ward) };
	const ct = await crypto.subtle.encrypt(params, await importKey(key), plain);
	return { iv: encodeBase64url(iv), ct: encodeBase64url(new Uint8Array(ct)) };
}

/** The bytes again by the first of the keys that fits; null where none does. */
export async function openRelay(
	keys: readonly string[],
	ward: string,
	{ iv, ct }: { readonly iv: string; readonly ct: string }
): Promise<Bytes | null> {
	for (const key of keys) {
		try {
			const params = { name: 'AES-GCM', iv: decodeBase64url(iv), additionalData: bound(ward) };
			return new Uint8Array(await crypto.subtle.decrypt(params, await importKey(key), decodeBase64url(ct)));
		} catch {
			// sealed for another area or another week, or meddled with: the next key is tried
		}
	}
	return null;
}
