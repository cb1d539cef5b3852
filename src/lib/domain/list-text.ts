// A list that came as text: which separator, and its rows one after another. Nothing throws: whatever the text, there are
// rows of cells.

const SEPARATORS = [';', ',', '\t'] as const;
const LOOK_BYTES = 4096;

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
