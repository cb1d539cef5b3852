// The vault: every key and cipher of the phone (security.md 5.2). Nothing else in this wing touches them.
//
//   signing key  ECDSA P-256, not extractable: signs requests to the ward
//   device key   HMAC-SHA256, not extractable: no PIN can be tried away from this browser by script alone
//   A            Argon2id of the PIN
//   KEK          HKDF(HMAC(device key, salt) then A)
//   DEK          random AES-256; kept only wrapped by a KEK, not extractable once it is in memory
//
// What it does not promise: with a copy of the whole disk a six-digit PIN falls in minutes. Hence little is kept.

import type { PinCost } from '../../../workers/vault.worker.ts';
import type { EntryHead, SealedBody } from '../sync/entry.ts';
import type { Fields } from '../sync/record.ts';
import type { SealedPayload } from './db.ts';
import type { HashPin } from './pin.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

export interface DeviceKeys {
	readonly signing: CryptoKey;
	readonly device: CryptoKey;
}

/** The data key under one way of opening it. A second way (`by: 'prf'`) joins the list without touching any record. */
export interface Wrap {
	readonly by: 'pin';
	readonly kid: number;
	readonly salt: Bytes;
	readonly cost: PinCost;
	readonly iv: Bytes;
	readonly key: Bytes;
}

/** Where something lies: part of the seal, so that one row's bytes are of no use in another's place. */
export interface Place {
	readonly table: string;
	readonly id: string;
	readonly v: number;
}

/** Where the join leaves who works here. */
export const ME_PLACE: Place = { table: 'meta', id: 'me', v: 0 };

/** Seals a payload to the ward (vault/seal.ts). */
export type Seal = (head: EntryHead, p: Fields) => Promise<SealedPayload>;

export interface Cipher {
	/** JSON text of `value`, encrypted. */
	seal(place: Place, value: unknown): Promise<Bytes>;
	/** Rejects when a byte, the place or the key is another one. */
	open(place: Place, sealed: Bytes): Promise<unknown>;
}

const SEAL_FORMAT = 1;
const HEAD_BYTES = 2;
const IV_BYTES = 12;
const SALT_BYTES = 16;
const FIRST_KID = 1;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Fresh keys for one phone, and the public half of the signing key as raw base64url. */
export async function makeDeviceKeys(): Promise<{ keys: DeviceKeys; publicKey: string }> {
	const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
	const device = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
	const raw = await crypto.subtle.exportKey('raw', pair.publicKey);
	return { keys: { signing: pair.privateKey, device }, publicKey: encodeBase64url(new Uint8Array(raw)) };
}

/** A new data key, open, and its wrap under the PIN: from here on the PIN is needed. */
export async function makeVault(
	keys: DeviceKeys,
	pin: string,
	cost: PinCost,
	hashPin: HashPin
): Promise<{ cipher: Cipher; wrap: Wrap }> {
	const kid = FIRST_KID;
	const salt = randomBytes(SALT_BYTES);
	const iv = randomBytes(IV_BYTES);
	const kek = await deriveKek(keys, pin, salt, cost, hashPin);
	// Extractable only while it is wrapped; what is handed out has been unwrapped as not extractable.
	const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
	const key = await crypto.subtle.wrapKey('raw', fresh, kek, wrapSeal('pin', kid, iv));
	const wrap: Wrap = { by: 'pin', kid, salt, cost, iv, key: new Uint8Array(key) };
	return { cipher: await unwrap(wrap, kek), wrap };
}

/** The data key, open; null when the PIN is not the right one. Rejects when the PIN could not be stretched at all. */
export async function openVault(keys: DeviceKeys, wrap: Wrap, pin: string, hashPin: HashPin): Promise<Cipher | null> {
	const kek = await deriveKek(keys, pin, wrap.salt, wrap.cost, hashPin);
	try {
		return await unwrap(wrap, kek);
	} catch {
		// An authenticated wrap fails in one way only: it was made with another key.
		return null;
	}
}

/** Base64url of the signature (ECDSA P-256, SHA-256, r and s) over a text. */
export async function signText(key: CryptoKey, text: string): Promise<string> {
	const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, encoder.encode(text));
	return encodeBase64url(new Uint8Array(signature));
}

export async function hashHex(text: string): Promise<string> {
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
	return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function deriveKek(
	keys: DeviceKeys,
	pin: string,
	salt: Bytes,
	cost: PinCost,
	hashPin: HashPin
): Promise<CryptoKey> {
	const [ofDevice, ofPin] = await Promise.all([
		crypto.subtle.sign('HMAC', keys.device, salt),
		hashPin(pin, salt, cost)
	]);
	const both = new Uint8Array(ofDevice.byteLength + ofPin.byteLength);
	both.set(new Uint8Array(ofDevice));
	both.set(ofPin, ofDevice.byteLength);
	const base = await crypto.subtle.importKey('raw', both, 'HKDF', false, ['deriveKey']);
	both.fill(0);
	const info = encoder.encode('gocua kek pin 1');
	return crypto.subtle.deriveKey(
		{ name: 'HKDF', hash: 'SHA-256', salt, info },
		base,
		{ name: 'AES-GCM', length: 256 },
		false,
		['wrapKey', 'unwrapKey']
	);
}

async function unwrap(wrap: Wrap, kek: CryptoKey): Promise<Cipher> {
	const dek = await crypto.subtle.unwrapKey(
		'raw',
		wrap.key,
		kek,
		wrapSeal(wrap.by, wrap.kid, wrap.iv),
		{ name: 'AES-GCM' },
		false,
		['encrypt', 'decrypt']
	);
	return makeCipher(dek, wrap.kid);
}

function wrapSeal(by: string, kid: number, iv: Bytes): AesGcmParams {
	return { name: 'AES-GCM', iv, additionalData: encoder.encode(`dek|${by}|${kid}`) };
}

/** Sealed bytes: format, key number, iv, ciphertext with its tag. */
function makeCipher(dek: CryptoKey, kid: number): Cipher {
	const params = (place: Place, iv: Bytes): AesGcmParams => ({
		name: 'AES-GCM',
		iv,
		additionalData: encoder.encode(`${place.table}|${place.id}|${place.v}|${kid}`)
	});
	return {
		async seal(place, value) {
			const iv = randomBytes(IV_BYTES);
			const text = encoder.encode(JSON.stringify(value));
			const ciphertext = await crypto.subtle.encrypt(params(place, iv), dek, text);
			const sealed = new Uint8Array(HEAD_BYTES + IV_BYTES + ciphertext.byteLength);
			sealed.set([SEAL_FORMAT, kid]);
			sealed.set(iv, HEAD_BYTES);
			sealed.set(new Uint8Array(ciphertext), HEAD_BYTES + IV_BYTES);
			return sealed;
		},
		async open(place, sealed) {
			if (sealed[0] !== SEAL_FORMAT || sealed[1] !== kid) throw new Error('sealed in a way that is not known here');
			const iv = sealed.slice(HEAD_BYTES, HEAD_BYTES + IV_BYTES);
			const text = await crypto.subtle.decrypt(params(place, iv), dek, sealed.subarray(HEAD_BYTES + IV_BYTES));
			return JSON.parse(decoder.decode(text));
		}
	};
}

function randomBytes(count: number): Bytes {
	return crypto.getRandomValues(new Uint8Array(count));
}

/** What the ward signed, checked; false also for what is no key or no signature. */
export async function verifyText(publicKey: string, text: string, signature: string): Promise<boolean> {
	try {
		const spec = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
		const key = await crypto.subtle.importKey('raw', decodeBase64url(publicKey), spec, false, ['verify']);
		return await crypto.subtle.verify(spec, key, decodeBase64url(signature), encoder.encode(text));
	} catch {
		return false;
	}
}

/** A sealed payload in the letters of the wire. */
export function encodeSealed({ kid, enc, ct }: SealedPayload): Omit<SealedBody, 'alg'> {
	return { kid, enc: encodeBase64url(enc), ct: encodeBase64url(ct) };
}

/** Rejects what is no base64url. */
export function decodeBase64url(text: string): Bytes {
	const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

function encodeBase64url(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replace(/=+$/, '');
}
