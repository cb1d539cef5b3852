// A list that came as text: which separator, and its rows one after another. Nothing throws: whatever the text, there are
// rows of cells.

const SEPARATORS = [';', ',', '\t'] as const;
const LOOK_CHARS = 4096;

/** The separator that the first line with anything in it holds most often, outside quotes. */
export function guessSeparator(text: string): string {
	const named = /^sep=(.)\r?\n/i.exec(text)?.[1];
	if (named) return named;
	const line = (/[^\r\n]+/.exec(text.slice(0, LOOK_CHARS))?.[0] ?? '').replace(/"[^"]*"/g, '');
	let best: string = ',';
	let most = 0;
	for (const separator of SEPARATORS) {
		const count = line.split(separator).length - 1;
		if (count > most) [best, most] = [separator, count];
	}
	// a title above the table has none: the whole beginning is asked
	if (most > 0) return best;
	return SEPARATORS.find((separator) => text.slice(0, LOOK_CHARS).includes(separator)) ?? best;
}

/** A row that is longer is ended where it is: somebody forgot to close a quote. */
const ROW_CHARS = 1024 * 1024;

/** Rows of a text table as its pieces come; a quote that is never closed ends with the text. */
export class TextRows {
	#separator: string | null = null;
	#rest = '';

	/** Rows that are whole with this piece. */
	*read(piece: string): Generator<string[]> {
		this.#rest += piece;
		if (this.#rest.length >= LOOK_CHARS) yield* this.#cut(this.#rest.length > ROW_CHARS);
	}

	/** What is left when no piece follows. */
	*end(): Generator<string[]> {
		yield* this.#cut(true);
	}

	*#cut(isLast: boolean): Generator<string[]> {
		const text = this.#rest;
		let at = 0;
		if (this.#separator === null) {
			this.#separator = guessSeparator(text);
			at = /^sep=.\r?\n/i.exec(text)?.[0].length ?? 0;
		}
		for (let row = cutRow(text, at, this.#separator, isLast); row; row = cutRow(text, at, this.#separator, isLast)) {
			at = row.end;
			yield row.cells;
		}
		this.#rest = text.slice(at);
	}
}

/** Rows of a whole text table, as a spreadsheet numbers them. */
export function* readTextRows(text: string): Generator<string[]> {
	const rows = new TextRows();
	yield* rows.read(text);
	yield* rows.end();
}

/** The row that begins here and where the next one does; null where it may go on behind this text. */
function cutRow(
	text: string,
	from: number,
	separator: string,
	isLast: boolean
): { readonly cells: string[]; readonly end: number } | null {
	if (from >= text.length) return null;
	const cells: string[] = [];
	for (let at = from; ;) {
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
		const plain = at;
		while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
		cells.push(cell + text.slice(plain, at));
		const isBreak = text[at] === '\r' && text[at + 1] === '\n';
		// a quote, a separator or half a line break may stand at the end of what has come so far
		if (!isLast && at + (isBreak ? 1 : 0) >= text.length - 1) return null;
		if (text[at] !== separator) return { cells, end: at + (isBreak ? 2 : 1) };
		at += 1;
		if (at < text.length) continue;
		cells.push('');
		return { cells, end: at };
	}
}
