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

/** A seal that can do most of its work before it is known what is sealed. */
export interface ReadySeal {
	readonly seal: Seal;
	/**
	 * Agrees on keys with the ward for `count` seals to come, one after the other. Each is for one seal alone; what is not
	 * ready when it is asked for is made then.
	 */
	ready(count: number): Promise<void>;
	/** Forgets what was made ready; what is being made is of no use any more. */
	forget(): void;
}

/** Seals payloads to the key that the ward has named for this year. Each one is bound to its head. */
export function makeReadySeal(ward: string, { kid, publicKey }: WardKeys['seal']): ReadySeal {
	const key = suite.kem.deserializePublicKey(decodeBase64url(publicKey));
	// A key that is none is told to whoever seals; without that, nobody would have asked.
	key.catch(() => undefined);
	const info = encoder.encode(describeSeal(ward, kid));
	const agree = async () => suite.createSenderContext({ recipientPublicKey: await key, info });
	const prepared: Awaited<ReturnType<typeof agree>>[] = [];
	let preparing: Promise<void> | null = null;
	let turn = 0;
	async function prepare(count: number): Promise<void> {
		const mine = turn;
		while (prepared.length < count) {
			const agreed = await agree();
			if (mine !== turn) return;
			prepared.push(agreed);
		}
	}
	return {
		async seal(head, p) {
			// Taken out before anything is awaited: a second seal under the same keys could not be opened.
			const agreed = prepared.shift() ?? (await agree());
			const ct = await agreed.seal(encoder.encode(JSON.stringify(p)), encoder.encode(describeHead(head)));
			return { kid, enc: new Uint8Array(agreed.enc), ct: new Uint8Array(ct) };
		},
		ready: (count) => (preparing ??= prepare(count).finally(() => (preparing = null))),
		forget() {
			turn += 1;
			prepared.length = 0;
		}
	};
}

/** As `makeReadySeal`, for whoever seals once. */
export function makeSeal(ward: string, keys: WardKeys['seal']): Seal {
	return makeReadySeal(ward, keys).seal;
}
