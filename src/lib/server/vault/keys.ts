// The keys of this installation: where they lie, how a file of an earlier version gains what it lacks, and the yearly
// new key that phones seal to. All of them are 32 bytes; a private P-256 key is one number of that length.

import { createECDH, createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../config.ts';

/** A private P-256 key and its public point. */
export interface KeyPair {
	readonly secret: Buffer;
	/** Raw point, 65 bytes. */
	readonly open: Buffer;
}

export interface SealKey extends KeyPair {
	readonly kid: string;
	/** Day on which it was made, yyyy-MM-dd. */
	readonly madeOn: string;
}

export interface Keys {
	readonly field: Buffer;
	readonly index: Buffer;
	readonly mac: Buffer;
	/** Newest first: phones seal to the first, the others open what comes late. Never empty. */
	readonly seal: readonly SealKey[];
	readonly sign: KeyPair;
}

export interface KeyPlace {
	readonly dataDir: string;
	/** Keys as JSON, where they come from the environment. */
	readonly keys: string | null;
}

export const KEYS_FILE = 'keys.json';
const KEY_BYTES = 32;
const CURVE = 'prime256v1';
const VERSION = 2;
const KID = /^[\w.-]{1,40}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The keys as they lie in the file. */
interface KeyText {
	readonly version: number;
	readonly field: string;
	readonly index: string;
	readonly mac: string;
	readonly seal: readonly { readonly kid: string; readonly madeOn: string; readonly secret: string }[];
	readonly sign: string;
}

/**
 * From the environment, else from the file, which a first start makes and a start after an update completes; nothing
 * is written where `isKept` is false.
 */
export function readKeys(place: KeyPlace, today: string, isKept = true): Keys {
	if (place.keys) return parseKeys(readText(place.keys, 'GOCUA_KEYS'), 'GOCUA_KEYS');
	const path = join(place.dataDir, KEYS_FILE);
	refuseOthers(path);
	const text = existsSync(path) ? readText(readFileSync(path, 'utf8'), path) : makeSymmetric();
	// checked before anything is written: a damaged file must stay as it is, for somebody to look at
	parseSymmetric(text, path);
	const whole = complete(text, today);
	if (whole !== text && isKept) writeKeys(path, whole);
	return parseKeys(whole, path);
}

/** The same keys with a new one to seal to: into the file, or as the text for whoever keeps it elsewhere. */
export function rotateKeys(place: KeyPlace, today: string): { readonly kid: string; readonly text: string | null } {
	const path = join(place.dataDir, KEYS_FILE);
	if (!place.keys) refuseOthers(path);
	const name = place.keys ? 'GOCUA_KEYS' : path;
	const known = readText(place.keys ?? readFileSync(path, 'utf8'), name);
	parseSymmetric(known, name);
	const fresh = makeSeal(today);
	const whole = complete({ ...known, seal: [fresh, ...listSeals(known)] }, today);
	parseKeys(whole, name);
	if (place.keys) return { kid: fresh.kid, text: JSON.stringify(whole) };
	writeKeys(path, whole);
	return { kid: fresh.kid, text: null };
}

/** A file that others of the machine may read has perhaps been read: not mended in silence. */
function refuseOthers(path: string): void {
	// Windows keeps rights in lists that this number does not show
	if (process.platform === 'win32' || !existsSync(path)) return;
	const mode = statSync(path).mode & 0o777;
	if (mode & 0o077)
		throw new ConfigError(
			`${path} is open to other users of this machine (${mode.toString(8)}). ` +
				'Close it with chmod 600, and think about who may have read it.'
		);
}

function makeSymmetric(): Partial<KeyText> {
	const key = () => randomBytes(KEY_BYTES).toString('base64');
	return { field: key(), index: key(), mac: key() };
}

function makeSeal(today: string): KeyText['seal'][number] {
	const secret = makeSecret();
	const name = createHash('sha256').update(pairOf(secret).open).digest('hex').slice(0, 8);
	return { kid: `${today.slice(0, 4)}-${name}`, madeOn: today, secret: secret.toString('base64') };
}

function makeSecret(): Buffer {
	const pair = createECDH(CURVE);
	pair.generateKeys();
	// leading zeros are left out by OpenSSL, and every key of the file has one length
	return Buffer.from(pair.getPrivateKey('hex').padStart(KEY_BYTES * 2, '0'), 'hex');
}

/** What an older file lacks: the pairs that phones seal to and know the ward by. The same object when nothing does. */
function complete(text: Partial<KeyText>, today: string): Partial<KeyText> {
	if (text.version === VERSION && listSeals(text).length > 0 && text.sign) return text;
	const seal = listSeals(text).length > 0 ? text.seal : [makeSeal(today)];
	return { ...text, version: VERSION, seal: seal!, sign: text.sign ?? makeSecret().toString('base64') };
}

function listSeals(text: Partial<KeyText>): KeyText['seal'] {
	return Array.isArray(text.seal) ? (text.seal as KeyText['seal']) : [];
}

function writeKeys(path: string, keys: Partial<KeyText>): void {
	mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
	// written aside and renamed: half a key file would cost the numbers
	writeFileSync(`${path}.new`, `${JSON.stringify(keys, null, '\t')}\n`, { mode: 0o600, flush: true });
	chmodSync(`${path}.new`, 0o600);
	renameSync(`${path}.new`, path);
}

function wrong(place: string): ConfigError {
	return new ConfigError(
		`${place} does not hold the keys: JSON with "field", "index", "mac" and "sign", each ${KEY_BYTES} bytes in base64, ` +
			'and "seal", a list of { kid, madeOn, secret }. ' +
			(place === 'GOCUA_KEYS' ? 'npm run ward -- rotate-keys completes keys of an earlier version.' : '')
	);
}

function readText(json: string, place: string): Partial<KeyText> {
	try {
		const read: unknown = JSON.parse(json);
		if (typeof read === 'object' && read !== null) return read;
	} catch {
		// said below, with what it takes
	}
	throw wrong(place);
}

function parseSymmetric(text: Partial<KeyText>, place: string): Pick<Keys, 'field' | 'index' | 'mac'> {
	return {
		field: parseKey(text.field, place),
		index: parseKey(text.index, place),
		mac: parseKey(text.mac, place)
	};
}

function parseKeys(text: Partial<KeyText>, place: string): Keys {
	const seal = listSeals(text).map((key): SealKey => {
		if (!KID.test(String(key?.kid)) || !DAY.test(String(key?.madeOn))) throw wrong(place);
		return { kid: key.kid, madeOn: key.madeOn, ...parsePair(key.secret, place) };
	});
	if (seal.length === 0 || new Set(seal.map((key) => key.kid)).size < seal.length) throw wrong(place);
	return { ...parseSymmetric(text, place), seal, sign: parsePair(text.sign, place) };
}

function parseKey(text: unknown, place: string): Buffer {
	const bytes = Buffer.from(String(text ?? ''), 'base64');
	if (bytes.length !== KEY_BYTES) throw wrong(place);
	return bytes;
}

function parsePair(text: unknown, place: string): KeyPair {
	const secret = parseKey(text, place);
	try {
		return pairOf(secret);
	} catch {
		// 32 bytes that are no number of the curve
		throw wrong(place);
	}
}

function pairOf(secret: Buffer): KeyPair {
	const pair = createECDH(CURVE);
	pair.setPrivateKey(secret);
	return { secret, open: pair.getPublicKey() };
}
