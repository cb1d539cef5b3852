// In which encoding a list came as text. Nothing throws: whatever the bytes, there is a text.

import { isUtf8 } from 'node:buffer';

export const LIST_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258'] as const;
/** Old Vietnamese spreadsheets write windows-1258; it is the guess where the bytes are no UTF. */
export type ListEncoding = (typeof LIST_ENCODINGS)[number];

const LOOK_BYTES = 4096;
const PIECE_BYTES = 64 * 1024;

/** The encoding of a text file, by its mark or by its bytes. */
export function guessEncoding(bytes: Uint8Array): ListEncoding {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const zeros = [0, 0];
	const looked = Math.min(bytes.length, LOOK_BYTES);
	for (let i = 0; i < looked; i++) if (bytes[i] === 0) zeros[i % 2]! += 1;
	// a table in UTF-16 has a zero in nearly every second byte: blanks, digits and separators are ASCII
	if (zeros[1]! > looked / 8 && zeros[1]! > 4 * zeros[0]!) return 'utf-16le';
	if (zeros[0]! > looked / 8 && zeros[0]! > 4 * zeros[1]!) return 'utf-16be';
	return isUtf8(bytes) ? 'utf-8' : 'windows-1258';
}

/** The text in its usual form, piece by piece: composed letters, no mark at its beginning. */
export function* decodeList(bytes: Uint8Array): Generator<string> {
	const decoder = new TextDecoder(guessEncoding(bytes));
	for (let at = 0; at < bytes.length; at += PIECE_BYTES)
		yield decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true }).normalize('NFC');
	yield decoder.decode().normalize('NFC');
}
