// A data key that is nowhere but in this page: what it has sealed can be read by nobody once the page is gone.

import { makeCipher, type Cipher } from '../vault.ts';

const KID = 1;

/** A fresh data key without any wrap. */
export async function makePassingCipher(): Promise<Cipher> {
	return makeCipher(
		await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
		KID
	);
}
