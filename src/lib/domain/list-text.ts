// A list that came as text: which encoding, which separator, and its rows one after another. Nothing throws: whatever
// the bytes, there are rows of cells.

export const LIST_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258'] as const;
/** Old Vietnamese spreadsheets write windows-1258; it is the guess where the bytes are no UTF. */
export type ListEncoding = (typeof LIST_ENCODINGS)[number];

const SEPARATORS = [';', ',', '\t'] as const;
const LOOK_BYTES = 4096;

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
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return 'utf-8';
	} catch {
		// not UTF-8: the guess that is left
		return 'windows-1258';
	}
}

/** The text in its usual form: composed letters, no mark at its beginning. */
export function decodeList(bytes: Uint8Array): string {
	return new TextDecoder(guessEncoding(bytes)).decode(bytes).normalize('NFC');
}

/** The separator that the first line with anything in it holds most often, outside quotes. */
export function guessSeparator(text: string): string {
	const named = /^sep=(.)\r?\n/i.exec(text)?.[1];
	if (named) return named;
	const line = (/[^\r\n]+/.exec(text.slice(0, LOOK_BYTES))?.[0] ?? '').replace(/"[^"]*"/g, '');
	let best: string = ',';
	let most = 0;
	for (const separator of SEPARATORS) {
		const count = line.split(separator).length - 1;
		if (count > most) [best, most] = [separator, count];
	}
	// a title above the table has none: the whole beginning is asked
	if (most > 0) return best;
	return SEPARATORS.find((separator) => text.slice(0, LOOK_BYTES).includes(separator)) ?? best;
}

/** Rows of a text table, as a spreadsheet numbers them; a quote that is never closed ends with the file. */
export function* readTextRows(text: string): Generator<string[]> {
	const separator = guessSeparator(text);
	let at = /^sep=.\r?\n/i.exec(text)?.[0].length ?? 0;
	let row: string[] = [];
	while (at < text.length) {
		let cell = '';
		if (text[at] === '"') {
			for (at += 1; at < text.length;) {
				const end = text.indexOf('"', at);
				const stop = end < 0 ? text.length : end;
				cell += text.slice(at, stop);
				at = stop + 1;
				if (text[at] !== '"') break;
				cell += '"';
				at += 1;
			}
		}
		const from = at;
		while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
		row.push(cell + text.slice(from, at));
		if (text[at] === separator) {
			at += 1;
			if (at < text.length) continue;
			row.push('');
		}
		yield row;
		row = [];
		at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
	}
}
