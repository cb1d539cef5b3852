// Versions of the wire. Raise with a line of history here, a golden sample in tests/contract, and the old reader kept.
//
// protocol 1 (2026-11): push, pull, join; fields for watermark, epoch and digest stand in it from the start. A pull's
// answer may name the ward's content (2026-11-26); who does not know the word, or does not say it, asks for content as before.
// A push may be empty (2026-11-26): a locked phone asks so whether it is still let in.
// A household may say where it stands in the walk and that its gate was locked, and a scope how lanes follow each other
// (2026-11-26); who does not know the words walks by house numbers, as before.
// A household may say in which square of its lane's drawing it stands, a person who of the household helps, and a scope what
// the running campaign aims at (2026-11-27); who does not know the words keeps them and shows none.
// A visit may say who of a crew was at the door, and a scope bring keys for lanes that go on from phone to phone
// (2026-11-27); who does not know the words records for one person, and hands no lane on.
// A pull and a comparison may name the later tables that the phone knows, and a scope answers for everybody (2026-11-27); who
// names no tables gets no rows of them, and a ward that does not know a later kind keeps its entries aside, to be taken up.
// Events beside the doors and people at a table are such later kinds and tables (2026-11-27).

/** Version of the conversation between a phone and the ward. */
export const PROTOCOL = 1;

/** Header that every request and every true answer of the ward carries; what lacks it is a stranger's page. */
export const SYNC_HEADER = 'x-ward-sync';
/** What an answer says there when the ward unpacks requests that are packed so; any other value, and it does not. */
export const PACKING = 'gzip';
/** `<ward id>.<device id>` */
export const DEVICE_HEADER = 'x-device';
/** The signer's clock, corrected by the ward's, in milliseconds. */
export const DEVICE_TIME_HEADER = 'x-device-time';
/** Base64url of an ECDSA P-256 SHA-256 signature over `describeRequest`. */
export const DEVICE_SIGNATURE_HEADER = 'x-device-signature';

/** Version of the app, told once in each session, for the desk to see who lags behind. Not signed: nothing hangs on it. */
export const APP_HEADER = 'x-app-version';

/** The text that a device signs: method, path, time and the body's SHA-256 in hex, one per line. */
export function describeRequest(method: string, path: string, timeMs: number, bodySha256Hex: string): string {
	return `${method}\n${path}\n${timeMs}\n${bodySha256Hex}`;
}
