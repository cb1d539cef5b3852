// A passkey of this phone as a second way into the vault: the finger or face that opens the phone, by WebAuthn's PRF
// extension, where browser and phone have it. The ward knows nothing of it, and it replaces no PIN: whoever changes the
// phone's own lock may lose it. Loaded only where it is wanted.

import type { Directory, Profile } from './directory.ts';
import type { HashPin } from './pin.ts';
import { Trouble } from './trouble.ts';
import { makePrfWrap, makeSalt, openVaultByPasskey, type Bytes, type Cipher, type PrfWrap } from './vault.ts';

const ASK_MS = 60_000;
const ES256 = -7;
const RS256 = -257;
/** What the phone's own list of passkeys shows: never a person's name, for such lists are copied to other machines. */
const SHOWN_NAME = 'Gõ Cửa';

/** Makes a passkey on this phone and lets it open the vault; the PIN must be the right one. */
export async function addPasskey(profile: Profile, pin: string, directory: Directory, hashPin: HashPin): Promise<void> {
	const pinWrap = profile.wraps.find((wrap) => wrap.by === 'pin');
	if (!pinWrap) throw new Trouble('vault.locked');
	const salt = makeSalt();
	const { credential, answer } = await makePasskey(salt);
	const wrap = await makePrfWrap(profile.keys, pinWrap, pin, hashPin, { credential, salt, answer });
	if (!wrap) throw new Trouble('pin.wrong');
	await directory.changeCurrent((current) =>
		current.retired ? null : { ...current, wraps: [...current.wraps.filter(({ by }) => by !== 'prf'), wrap] }
	);
}

/** The vault, opened by the passkey. */
export async function openByPasskey(profile: Profile): Promise<Cipher> {
	const wrap = profile.wraps.find((candidate): candidate is PrfWrap => candidate.by === 'prf');
	if (!wrap) throw new Trouble('passkey.unavailable');
	const cipher = await openVaultByPasskey(profile.keys, wrap, await askPasskey(wrap.credential, wrap.salt));
	if (!cipher) throw new Trouble('passkey.unavailable');
	return cipher;
}

async function makePasskey(salt: Bytes): Promise<{ credential: Bytes; answer: Bytes }> {
	const made = await ask(() =>
		navigator.credentials.create({
			publicKey: {
				rp: { name: SHOWN_NAME },
				user: { id: makeSalt(), name: SHOWN_NAME, displayName: SHOWN_NAME },
				// Nobody checks a signature here: what counts is the answer to the salt.
				challenge: makeSalt(),
				pubKeyCredParams: [ES256, RS256].map((alg) => ({ type: 'public-key', alg })),
				authenticatorSelection: {
					authenticatorAttachment: 'platform',
					residentKey: 'preferred',
					userVerification: 'required'
				},
				timeout: ASK_MS,
				extensions: { prf: { eval: { first: salt } } }
			}
		})
	);
	const { prf } = made.getClientExtensionResults();
	if (!prf?.enabled) throw new Trouble('passkey.unavailable');
	const credential = new Uint8Array(made.rawId);
	// Some phones answer only when they are asked again.
	const answer = prf.results ? readAnswer(prf.results) : await askPasskey(credential, salt);
	return { credential, answer };
}

async function askPasskey(credential: Bytes, salt: Bytes): Promise<Bytes> {
	const got = await ask(() =>
		navigator.credentials.get({
			publicKey: {
				challenge: makeSalt(),
				allowCredentials: [{ type: 'public-key', id: credential }],
				userVerification: 'required',
				timeout: ASK_MS,
				extensions: { prf: { eval: { first: salt } } }
			}
		})
	);
	const { prf } = got.getClientExtensionResults();
	if (!prf?.results) throw new Trouble('passkey.unavailable');
	return readAnswer(prf.results);
}

/** Refused by the person, gone from the phone, or not to be had: browsers tell these apart for nobody. */
async function ask(work: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
	let credential: Credential | null;
	try {
		credential = await work();
	} catch (error) {
		throw new Trouble('passkey.unavailable', error);
	}
	if (!(credential instanceof PublicKeyCredential)) throw new Trouble('passkey.unavailable');
	return credential;
}

function readAnswer({ first }: AuthenticationExtensionsPRFValues): Bytes {
	// A copy, which also does away with what else the browser's buffer may hold.
	return first instanceof ArrayBuffer
		? new Uint8Array(first.slice(0))
		: new Uint8Array(first.buffer.slice(first.byteOffset, first.byteOffset + first.byteLength) as ArrayBuffer);
}
