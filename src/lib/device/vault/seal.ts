// Sealing to the ward: what is written on this phone can be carried by anybody and read by the ward alone (HPKE, RFC 9180,
// base mode). Needs no secret, so that it works while the vault is locked. Loaded behind the lock screen.

import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { describeHead, describeSeal } from '../../sync/entry.ts';
import type { WardKeys } from '../../sync/scope.ts';
import { decodeBase64url, type Seal } from '../vault.ts';

const suite = new CipherSuite({
	kem: new DhkemP256HkdfSha256(),
	kdf: new HkdfSha256(),
	aead: new Aes256Gcm()
});
const encoder = new TextEncoder();

/** Seals payloads to the key that the ward has named for this year. Each one is bound to its head. */
export function makeSeal(ward: string, { kid, publicKey }: WardKeys['seal']): Seal {
	const key = suite.kem.deserializePublicKey(decodeBase64url(publicKey));
	// A key that is none is told to whoever seals; without that, nobody would have asked.
	key.catch(() => undefined);
	const info = encoder.encode(describeSeal(ward, kid));
	return async (head, p) => {
		const { ct, enc } = await suite.seal(
			{ recipientPublicKey: await key, info },
			encoder.encode(JSON.stringify(p)),
			encoder.encode(describeHead(head))
		);
		return { kid, enc: new Uint8Array(enc), ct: new Uint8Array(ct) };
	};
}
