// The only place of the server that knows keys, ciphers and hashes. Keys lie outside the store, so that a stolen
// database or backup shows no personal number (security.md 5.1); losing them loses the numbers, nothing else.

import {
	createCipheriv,
	createDecipheriv,
	createHash,
	createHmac,
	createPrivateKey,
	randomBytes,
	sign as signBytes,
	timingSafeEqual,
	webcrypto,
	type KeyObject
} from 'node:crypto';
import { createReadStream } from 'node:fs';
import { hash as hashArgon2, verify as verifyArgon2 } from '@node-rs/argon2';
import { succeed, type Result } from '../domain/problem.ts';
import type { Body, EntryHead } from '../sync/entry.ts';
import type { WardKeys } from '../sync/scope.ts';
import type { Fields, Table } from '../sync/record.ts';
import type { Protection } from '../sync/ward-port.ts';
import type { KeyPair, Keys } from './vault/keys.ts';
import { SealOpener } from './vault/seal.ts';

/** What the ward keeps of a personal number. */
export interface KeptNumber {
	/** AES-256-GCM under the field key, bound to its ward and index. */
	readonly sealed: string;
	/** Keyed hash: finds duplicates within one ward, tells nothing without the key. */
	readonly index: string;
	readonly tail: string;
}

/** OWASP's Argon2id floor (security.md 5.2): 5 ms here, and 19 MiB a run, so only so many at once. */
const ARGON2 = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };
const HASHES_AT_ONCE = 4;

/** Fills and returns exactly `count` random bytes. */
export function makeRandomBytes(count: number): Uint8Array {
	return randomBytes(count);
}

export function hashText(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

/** Whether two secrets are the same, in a time that says nothing about where they differ, or how long they are. */
export function isSameSecret(a: string, b: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(a), digest(b));
}

export function hashBytes(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** The hash of a file that is too large to hold in memory. */
export async function hashFile(path: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
	return hash.digest('hex');
}

/** Whether a raw P-256 public key (base64url) is a point of the curve. */
export async function isPublicKey(publicKey: string): Promise<boolean> {
	return (await importPublicKey(publicKey)) !== null;
}

/** Whether `signature` (base64url, r and s) over `text` was made by the private half of `publicKey`. */
export async function verifySignature(publicKey: string, text: string, signature: string): Promise<boolean> {
	const key = await importPublicKey(publicKey);
	if (!key) return false;
	const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
	return webcrypto.subtle.verify(algorithm, key, Buffer.from(signature, 'base64url'), Buffer.from(text));
}

async function importPublicKey(publicKey: string): Promise<webcrypto.CryptoKey | null> {
	try {
		const raw = Buffer.from(publicKey, 'base64url');
		return await webcrypto.subtle.importKey('raw', raw, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
	} catch {
		// not a point of the curve: an answer, not a bug
		return null;
	}
}

let running = 0;
const waiting: (() => void)[] = [];

/** Passwords are hashed at most four at a time: each takes 19 MiB. The only state here, and it belongs to the machine. */
async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
	if (running >= HASHES_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
	else running += 1;
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}

export function hashPassword(password: string): Promise<string> {
	return inTurn(() => hashArgon2(password, ARGON2));
}

export function verifyPassword(hashed: string, password: string): Promise<boolean> {
	return inTurn(() => verifyArgon2(hashed, password));
}

export class Vault {
	readonly #keys: Keys;
	readonly #opener: SealOpener;
	readonly #sign: KeyObject;
	/** What phones are given. */
	readonly publicKeys: WardKeys;

	constructor(keys: Keys) {
		this.#keys = keys;
		this.#opener = new SealOpener(keys.seal);
		this.#sign = readSigner(keys.sign);
		const [newest] = keys.seal;
		if (!newest) throw new Error('keys without one to seal to');
		this.publicKeys = {
			seal: { kid: newest.kid, publicKey: newest.open.toString('base64url') },
			sign: keys.sign.open.toString('base64url')
		};
	}

	/** Day on which the key was made that phones seal to now. */
	get sealMadeOn(): string {
		return this.#keys.seal[0]!.madeOn;
	}

	/** The payload of a body that came to this ward; `entry.sealed` where no key of ours opens it. */
	async openBody(ward: string, head: EntryHead, body: Body): Promise<Result<unknown>> {
		return body.alg === 'plain' ? succeed(body.p) : this.#opener.open(ward, head, body);
	}

	/** MAC over a place in one ward's history: only the ward can say where it stood. */
	macHistory(ward: string, text: string): string {
		return this.#mac('history', `${ward}|${text}`);
	}

	/** The ward's word, for phones that know its public key: ECDSA P-256 with SHA-256, r and s in base64url. */
	sign(text: string): string {
		return signBytes('sha256', Buffer.from(text), { key: this.#sign, dsaEncoding: 'ieee-p1363' }).toString('base64url');
	}

	/** A short keyed hash: names an address or a user name in the store without telling it. */
	describe(text: string): string {
		return this.#mac('describe', text).slice(0, 32);
	}

	/**
	 * Hash of an entry as it came, keyed: entries hold personal numbers, and a plain hash beside the other fields could
	 * be tried out number by number.
	 */
	hashEntry(text: string): string {
		return this.#mac('entry', text, this.#keys.index);
	}

	/** Keyed hash of an audit line: whoever holds the store alone can write none that fits. */
	macAudit(ward: string, text: string): string {
		return this.#mac('audit', `${ward}|${text}`).slice(0, 48);
	}

	/** What the phones of one area share for one week, and no other phone can come to know: 32 bytes in base64url. */
	relayKey(ward: string, area: string, week: number): string {
		return Buffer.from(this.#mac('relay', `${ward}|${area}|${week}`), 'hex').toString('base64url');
	}

	/** What a ward remembers of the keys that it was written with. */
	checkOf(ward: string): string {
		return this.#mac('check', ward).slice(0, 32);
	}

	/** What the engine may keep of one ward's fields, and what a phone may see of them. */
	protectionOf(ward: string): Protection {
		return {
			protect: async (fields) => this.#protect(ward, fields),
			reveal: (_table: Table, fields: Fields) => {
				const { idKeep, personalId: _never, ...rest } = fields;
				const tail = (idKeep as KeptNumber | undefined | null)?.tail;
				return tail ? { ...rest, idTail: tail } : rest;
			}
		};
	}

	/** The keyed hash by which one ward finds a number again; nothing is sealed. */
	indexNumber(ward: string, number: string): string {
		return this.#mac('index', `${ward}|${number}`, this.#keys.index);
	}

	/** The number again, for a role that may see it; null when it was tampered with or the keys are others. */
	openNumber(ward: string, kept: KeptNumber): string | null {
		return this.#unseal(`${ward}|${kept.index}`, kept.sealed)?.toString('utf8') ?? null;
	}

	/** Seals a secret of the ward's own, bound to the ward and to what it is about. */
	sealSecret(ward: string, about: string, secret: Uint8Array): string {
		return this.#seal(`${ward}|secret|${about}`, secret);
	}

	/** The secret again; null when it was tampered with, moved, or the keys are others. */
	openSecret(ward: string, about: string, sealed: string): Uint8Array | null {
		return this.#unseal(`${ward}|secret|${about}`, sealed);
	}

	#protect(ward: string, fields: Fields): Fields {
		const { personalId, flags, ...rest } = fields;
		return {
			...rest,
			...('personalId' in fields ? { idKeep: this.#keepNumber(ward, personalId) } : {}),
			...('flags' in fields ? { flags: maskFlags(flags) } : {})
		};
	}

	#keepNumber(ward: string, personalId: unknown): KeptNumber | null {
		if (personalId === null || personalId === undefined) return null;
		// what is not a number is kept aside by the engine, and is sealed all the same
		const number = typeof personalId === 'string' ? personalId : JSON.stringify(personalId);
		const index = this.indexNumber(ward, number);
		const sealed = this.#seal(`${ward}|${index}`, Buffer.from(number));
		return { sealed, index, tail: /^\d{12}$/.test(number) ? number.slice(-4) : '' };
	}

	#seal(bound: string, secret: Uint8Array): string {
		const iv = randomBytes(12);
		const cipher = createCipheriv('aes-256-gcm', this.#keys.field, iv);
		cipher.setAAD(Buffer.from(bound));
		const text = Buffer.concat([cipher.update(secret), cipher.final()]);
		return ['v1', ...[iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.');
	}

	#unseal(bound: string, sealed: string): Buffer | null {
		const [version, iv, tag, text] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
		if (!version || !iv || !tag || !text) return null;
		try {
			const decipher = createDecipheriv('aes-256-gcm', this.#keys.field, iv);
			decipher.setAAD(Buffer.from(bound)).setAuthTag(tag);
			return Buffer.concat([decipher.update(text), decipher.final()]);
		} catch {
			// the seal does not hold: whoever asks must learn it, and must not get a wrong secret
			return null;
		}
	}

	#mac(purpose: string, text: string, key = this.#keys.mac): string {
		return createHmac('sha256', key).update(`${purpose}|${text}`).digest('hex');
	}
}

/** A flag about a wrong number (DF-02) says which digits differ at the end; the whole number is never kept in clear. */
function maskFlags(flags: unknown): unknown {
	if (!Array.isArray(flags)) return flags;
	const mask = (value: unknown) => (typeof value === 'string' ? value.replace(/\d(?=(?:[\s.-]?\d){4})/g, '•') : value);
	return flags.map((flag: unknown) => {
		if (typeof flag !== 'object' || flag === null || !('field' in flag) || flag.field !== 'personalId') return flag;
		const { onCard, onPaper, ...rest } = flag as Record<string, unknown>;
		return {
			...rest,
			...(onCard === undefined ? {} : { onCard: mask(onCard) }),
			...(onPaper === undefined ? {} : { onPaper: mask(onPaper) })
		};
	});
}

function readSigner({ secret, open }: KeyPair): KeyObject {
	const part = (from: number, to: number) => open.subarray(from, to).toString('base64url');
	const jwk = { kty: 'EC', crv: 'P-256', d: secret.toString('base64url'), x: part(1, 33), y: part(33, 65) };
	return createPrivateKey({ key: jwk, format: 'jwk' });
}
