// A passkey made or shown by this browser; everything binary as base64url text, as the server reads it.

import type { MadePasskey, PasskeyAsk, ShownPasskey } from '$lib/domain/passkey.ts';

/** ES256, EdDSA, RS256: the kinds of keys that the server knows. */
const KINDS = [-7, -8, -257];

/** Whether this browser can, at this address: an address of numbers has no passkeys. */
export function isPasskeyPlace(): boolean {
	return window.isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|[:[]/.test(location.hostname);
}

/** Has the browser make one; null when its person closed the window, or has none to give. */
export async function makePasskey(ask: PasskeyAsk): Promise<MadePasskey | null> {
	if (!ask.holder) return null;
	const publicKey: PublicKeyCredentialCreationOptions = {
		challenge: decode(ask.challenge),
		rp: { id: ask.host, name: document.title },
		user: { id: decode(ask.holder.handle), name: ask.holder.name, displayName: ask.holder.displayName },
		pubKeyCredParams: KINDS.map((alg) => ({ type: 'public-key', alg })),
		excludeCredentials: name(ask.known),
		authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
		attestation: 'none',
		timeout: ask.waitMs
	};
	const made = await tryTo(() => navigator.credentials.create({ publicKey }));
	const response = made?.response as AuthenticatorAttestationResponse | undefined;
	const key = response?.getPublicKey();
	if (!made || !response || !key) return null;
	return {
		id: made.id,
		clientData: encode(response.clientDataJSON),
		authenticatorData: encode(response.getAuthenticatorData()),
		publicKey: encode(key)
	};
}

/** Has the browser show that it holds one; null when its person closed the window, or it holds none. */
export async function showPasskey(ask: PasskeyAsk): Promise<ShownPasskey | null> {
	const publicKey: PublicKeyCredentialRequestOptions = {
		challenge: decode(ask.challenge),
		rpId: ask.host,
		allowCredentials: name(ask.known),
		userVerification: 'required',
		timeout: ask.waitMs
	};
	const shown = await tryTo(() => navigator.credentials.get({ publicKey }));
	const response = shown?.response as AuthenticatorAssertionResponse | undefined;
	if (!shown || !response?.userHandle) return null;
	return {
		id: shown.id,
		clientData: encode(response.clientDataJSON),
		authenticatorData: encode(response.authenticatorData),
		signature: encode(response.signature),
		handle: encode(response.userHandle)
	};
}

/** Browsers answer a window that was closed, a key that is there already and a device without a lock by throwing. */
async function tryTo(work: () => Promise<Credential | null>): Promise<PublicKeyCredential | null> {
	try {
		// asked for a public key, a browser gives no other kind
		return (await work()) as PublicKeyCredential | null;
	} catch {
		// whoever closed the window knows why; the page says what else there is
		return null;
	}
}

function name(ids: readonly string[]): PublicKeyCredentialDescriptor[] {
	return ids.map((id) => ({ type: 'public-key', id: decode(id) }));
}

function decode(text: string): Uint8Array<ArrayBuffer> {
	const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function encode(bytes: ArrayBuffer): string {
	const plain = String.fromCharCode(...new Uint8Array(bytes));
	return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
