/** What newer browsers can tell beforehand (WebAuthn level 3), not yet in TypeScript's own types. */
interface Capable {
	getClientCapabilities?(): Promise<Record<string, boolean>>;
}

/**
 * Whether it makes sense to offer a passkey: the phone can tell its owner by itself, and the browser does not say that
 * it lacks the PRF extension. Only making one shows whether it really works.
 */
export async function canOfferPasskey(): Promise<boolean> {
	if (typeof PublicKeyCredential === 'undefined') return false;
	try {
		if (!(await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable())) return false;
		const known = await (PublicKeyCredential as unknown as Capable).getClientCapabilities?.();
		return known?.['extension:prf'] !== false;
	} catch {
		// An in-app browser that has the name and nothing behind it.
		return false;
	}
}
