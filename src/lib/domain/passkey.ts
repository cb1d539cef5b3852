// Passkeys of people at the desk: a key that lives in a computer or phone and opens by finger, face or screen lock. What
// page and server say to each other about one; everything binary is base64url text.

/** What a browser is asked to make a passkey with, or to show that it has one. */
export interface PasskeyAsk {
	readonly challenge: string;
	/** Host name for which it is good. */
	readonly host: string;
	/** Whose it will be; null when one that exists is asked for. */
	readonly holder: { readonly handle: string; readonly name: string; readonly displayName: string } | null;
	/** Of those that are there already: not made twice, or the only ones that count. Empty: any. */
	readonly known: readonly string[];
	readonly waitMs: number;
}

/** What a browser made. */
export interface MadePasskey {
	readonly id: string;
	readonly clientData: string;
	readonly authenticatorData: string;
	/** The public key as the browser tells it, SubjectPublicKeyInfo. */
	readonly publicKey: string;
}

/** What a browser shows to prove that it holds one. */
export interface ShownPasskey {
	readonly id: string;
	readonly clientData: string;
	readonly authenticatorData: string;
	readonly signature: string;
	/** Whose it is, as it was told when it was made. */
	readonly handle: string;
}

/** One's own, as the account page lists them. */
export interface PasskeyRow {
	readonly id: string;
	readonly label: string;
	readonly addedAt: number;
	readonly usedAt: number | null;
}

const MADE = ['id', 'clientData', 'authenticatorData', 'publicKey'] as const;
const SHOWN = ['id', 'clientData', 'authenticatorData', 'signature', 'handle'] as const;
/** An RSA key in its longest attestation data is a tenth of it. */
const PART_CHARS = 16_384;

/** What came from the page; null for what is none. */
export function parseMadePasskey(text: string): MadePasskey | null {
	return parseParts(text, MADE);
}

/** What came from the page; null for what is none. */
export function parseShownPasskey(text: string): ShownPasskey | null {
	return parseParts(text, SHOWN);
}

function parseParts<Name extends string>(text: string, names: readonly Name[]): Record<Name, string> | null {
	if (text.length > PART_CHARS * names.length) return null;
	let said: unknown;
	try {
		said = JSON.parse(text);
	} catch {
		// not what our page sends: an answer, not a bug
		return null;
	}
	if (typeof said !== 'object' || said === null) return null;
	const parts = names.map((name): [Name, unknown] => [name, (said as Record<string, unknown>)[name]]);
	const isWhole = parts.every(
		([, part]) => typeof part === 'string' && part.length <= PART_CHARS && /^[\w-]+$/.test(part)
	);
	return isWhole ? (Object.fromEntries(parts) as Record<Name, string>) : null;
}
