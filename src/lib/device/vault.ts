// The vault: every key and cipher of the phone (security.md 5.2). Nothing else in this wing touches them.
//
//   signing key  ECDSA P-256, not extractable: signs requests to the ward
//   device key   HMAC-SHA256, not extractable: no PIN can be tried away from this browser by script alone
//   A            Argon2id of the PIN
//   P            what a passkey answers to a salt (WebAuthn PRF), where the browser has it
//   KEK          HKDF(HMAC(device key, salt) then A, or P)
//   DEK          random AES-256; kept only wrapped by a KEK, not extractable once it is in memory
//
// What it does not promise: with a copy of the whole disk a six-digit PIN falls in minutes. Hence little is kept.

import type { PinCost } from '../../../workers/vault.worker.ts';
import type { EntryHead, SealedBody } from '../sync/entry.ts';
import type { Fields } from '../sync/record.ts';
import type { HashPin } from './pin.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

export interface DeviceKeys {
	readonly signing: CryptoKey;
	readonly device: CryptoKey;
}

interface AnyWrap {
	readonly kid: number;
	readonly salt: Bytes;
	readonly iv: Bytes;
	readonly key: Bytes;
}

export interface PinWrap extends AnyWrap {
	readonly by: 'pin';
	readonly cost: PinCost;
}

export interface PrfWrap extends AnyWrap {
	readonly by: 'prf';
	/** Which passkey to ask. */
	readonly credential: Bytes;
}

/** The data key under one way of opening it. Another way joins the list without touching any record. */
export type Wrap = PinWrap | PrfWrap;

/** Where something lies: part of the seal, so that one row's bytes are of no use in another's place. */
export interface Place {
	readonly table: string;
	readonly id: string;
	readonly v: number;
}

/** Where the join leaves who works here. */
export const ME_PLACE: Place = { table: 'meta', id: 'me', v: 0 };

/** A sealed body as it lies on the phone: bytes, where the wire has letters. */
export interface SealedPayload {
	readonly kid: string;
	readonly enc: Bytes;
	readonly ct: Bytes;
}

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
): Promise<{ cipher: Cipher; wrap: PinWrap }> {
	const kid = FIRST_KID;
	const salt = makeSalt();
	const iv = randomBytes(IV_BYTES);
	const kek = await deriveKek(keys, 'pin', salt, hashPin(pin, salt, cost));
	// Extractable only while it is wrapped; what is handed out has been unwrapped as not extractable.
	const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
	const key = await crypto.subtle.wrapKey('raw', fresh, kek, wrapSeal('pin', kid, iv));
	const wrap: PinWrap = { by: 'pin', kid, salt, cost, iv, key: new Uint8Array(key) };
	return { cipher: await unwrap(wrap, kek), wrap };
}

/** The data key, open; null when the PIN is not the right one. Rejects when the PIN could not be stretched at all. */
export async function openVault(
	keys: DeviceKeys,
	wrap: PinWrap,
	pin: string,
	hashPin: HashPin
): Promise<Cipher | null> {
	return tryUnwrap(wrap, await deriveKek(keys, 'pin', wrap.salt, hashPin(pin, wrap.salt, wrap.cost)));
}

/** The data key, opened by what the passkey answered to the wrap's salt; null when it was another passkey. */
export async function openVaultByPasskey(keys: DeviceKeys, wrap: PrfWrap, answer: Bytes): Promise<Cipher | null> {
	return tryUnwrap(wrap, await deriveKek(keys, 'prf', wrap.salt, answer));
}

/**
 * A second wrap of the same data key, under what a passkey answered to `salt`; null when the PIN is not the right one.
 * The PIN is needed, because the data key in memory cannot be taken out again.
 */
export async function makePrfWrap(
	keys: DeviceKeys,
	pinWrap: PinWrap,
	pin: string,
	hashPin: HashPin,
	passkey: { readonly credential: Bytes; readonly salt: Bytes; readonly answer: Bytes }
): Promise<PrfWrap | null> {
	const { credential, salt, answer } = passkey;
	const { kid } = pinWrap;
	const pinKek = await deriveKek(keys, 'pin', pinWrap.salt, hashPin(pin, pinWrap.salt, pinWrap.cost));
	const dek = await unwrapKey(pinWrap, pinKek, true).catch(() => null);
	if (!dek) return null;
	const iv = randomBytes(IV_BYTES);
	const key = await crypto.subtle.wrapKey(
		'raw',
		dek,
		await deriveKek(keys, 'prf', salt, answer),
		wrapSeal('prf', kid, iv)
	);
	return { by: 'prf', kid, salt, credential, iv, key: new Uint8Array(key) };
}

/** A fresh salt for a wrap. */
export function makeSalt(): Bytes {
	return randomBytes(SALT_BYTES);
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
	by: Wrap['by'],
	salt: Bytes,
	secret: Uint8Array | Promise<Uint8Array>
): Promise<CryptoKey> {
	const [ofDevice, ofPerson] = await Promise.all([crypto.subtle.sign('HMAC', keys.device, salt), secret]);
	const both = new Uint8Array(ofDevice.byteLength + ofPerson.byteLength);
	both.set(new Uint8Array(ofDevice));
	both.set(ofPerson, ofDevice.byteLength);
	const base = await crypto.subtle.importKey('raw', both, 'HKDF', false, ['deriveKey']);
	both.fill(0);
	const info = encoder.encode(`gocua kek ${by} 1`);
	return crypto.subtle.deriveKey(
		{ name: 'HKDF', hash: 'SHA-256', salt, info },
		base,
		{ name: 'AES-GCM', length: 256 },
		false,
		['wrapKey', 'unwrapKey']
	);
}

/** Null when the wrap was made with another key: an authenticated wrap fails in no other way. */
async function tryUnwrap(wrap: Wrap, kek: CryptoKey): Promise<Cipher | null> {
	try {
		return await unwrap(wrap, kek);
	} catch {
		return null;
	}
}

async function unwrap(wrap: Wrap, kek: CryptoKey): Promise<Cipher> {
	return makeCipher(await unwrapKey(wrap, kek, false), wrap.kid);
}

/** Extractable only for the moment in which another wrap is made of it. */
function unwrapKey(wrap: Wrap, kek: CryptoKey, isExtractable: boolean): Promise<CryptoKey> {
	const seal = wrapSeal(wrap.by, wrap.kid, wrap.iv);
	return crypto.subtle.unwrapKey('raw', wrap.key, kek, seal, { name: 'AES-GCM' }, isExtractable, [
		'encrypt',
		'decrypt'
	]);
}

function wrapSeal(by: string, kid: number, iv: Bytes): AesGcmParams {
	return { name: 'AES-GCM', iv, additionalData: encoder.encode(`dek|${by}|${kid}`) };
}

/** Sealed bytes: format, key number, iv, ciphertext with its tag. */
export function makeCipher(dek: CryptoKey, kid: number): Cipher {
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

export function encodeBase64url(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replace(/=+$/, '');
}
