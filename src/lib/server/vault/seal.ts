// What phones seal to the ward, opened: HPKE base mode (RFC 9180) with DHKEM(P-256), HKDF-SHA256 and AES-256-GCM.

import type { webcrypto } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { fail, succeed, type Result } from '../../domain/problem.ts';
import { describeHead, describeSeal, type EntryHead, type SealedBody } from '../../sync/entry.ts';
import type { SealKey } from './keys.ts';

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

interface OpenKey {
	readonly privateKey: webcrypto.CryptoKey;
	readonly publicKey: webcrypto.CryptoKey;
}

/** Opens bodies with whichever of the ward's keys they name; keys are read in once. */
export class SealOpener {
	readonly #keys: ReadonlyMap<string, SealKey>;
	readonly #read = new Map<string, Promise<OpenKey>>();

	constructor(keys: readonly SealKey[]) {
		this.#keys = new Map(keys.map((key) => [key.kid, key]));
	}

	/** The payload, or `entry.sealed`: a key that is not ours, another ward's body, another head, a changed letter. */
	async open(ward: string, head: EntryHead, { kid, enc, ct }: SealedBody): Promise<Result<unknown>> {
		const key = this.#keys.get(kid);
		if (!key) return fail('entry.sealed');
		try {
			const info = Buffer.from(describeSeal(ward, kid));
			const how = { recipientKey: await this.#readKey(key), enc: Buffer.from(enc, 'base64url'), info };
			const opened = await suite.open(how, Buffer.from(ct, 'base64url'), Buffer.from(describeHead(head)));
			const text = new TextDecoder('utf-8', { fatal: true }).decode(opened);
			return succeed(JSON.parse(text) as unknown);
		} catch {
			// whoever changed a letter learns no more than that: the entry is kept as it came
			return fail('entry.sealed');
		}
	}

	#readKey(key: SealKey): Promise<OpenKey> {
		let read = this.#read.get(key.kid);
		if (!read) {
			read = importPair(key);
			this.#read.set(key.kid, read);
		}
		return read;
	}
}

async function importPair({ secret, open }: SealKey): Promise<OpenKey> {
	const [privateKey, publicKey] = await Promise.all([
		suite.kem.deserializePrivateKey(copy(secret)),
		suite.kem.deserializePublicKey(copy(open))
	]);
	return { privateKey, publicKey };
}

/** The bytes alone: a Buffer may be a view into a larger block. */
function copy(bytes: Buffer): ArrayBuffer {
	return new Uint8Array(bytes).buffer;
}
