// A text in XML from beginning to end, piece by piece, as workbooks hold it: nothing is kept but what is not whole yet.

/** What is told of a text, in its order. Names come without their prefix, attributes as they were written. */
export interface XmlListener {
	open(name: string, attributes: string): void;
	close(name: string): void;
	text(text: string): void;
}

/** A tag or a text that is longer is none of a spreadsheet's. */
const MOST_CHARS = 1024 * 1024;

export class XmlScan {
	readonly #listener: XmlListener;
	#rest = '';

	constructor(listener: XmlListener) {
		this.#listener = listener;
	}

	/** Throws where the text is none that a spreadsheet would write. */
	write(piece: string): void {
		const text = this.#rest + piece;
		let at = 0;
		for (;;) {
			const tag = text.indexOf('<', at);
			if (tag < 0) break;
			const end = findEnd(text, tag);
			if (end < 0) break;
			if (tag > at) this.#listener.text(unescapeXml(text.slice(at, tag)));
			this.#tell(text, tag, end);
			at = end;
		}
		this.#rest = text.slice(at);
		if (this.#rest.length > MOST_CHARS) throw new Error('XML with a part that does not end');
	}

	#tell(text: string, tag: number, end: number): void {
		const first = text.charCodeAt(tag + 1);
		if (first === BANG) {
			if (text.startsWith(CDATA, tag)) this.#listener.text(text.slice(tag + CDATA.length, end - 3));
			return;
		}
		if (first === QUESTION) return;
		if (first === SLASH) return this.#listener.close(cutPrefix(text.slice(tag + 2, end - 1).trimEnd()));
		const isEmpty = text.charCodeAt(end - 2) === SLASH;
		const inside = text.slice(tag + 1, isEmpty ? end - 2 : end - 1);
		const blank = inside.search(/\s/);
		const name = cutPrefix(blank < 0 ? inside : inside.slice(0, blank));
		this.#listener.open(name, blank < 0 ? '' : inside.slice(blank));
		if (isEmpty) this.#listener.close(name);
	}
}

const BANG = 33;
const SLASH = 47;
const QUESTION = 63;
const CDATA = '<![CDATA[';

/** Behind the tag that begins here; -1 where it does not end in this text. */
function findEnd(text: string, tag: number): number {
	const mark = text.startsWith('<!--', tag) ? '-->' : text.startsWith(CDATA, tag) ? ']]>' : '>';
	const end = text.indexOf(mark, tag);
	return end < 0 ? -1 : end + mark.length;
}

function cutPrefix(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

/** One for each name that we ask for: there are a dozen, and a sheet has a million attributes. */
const PATTERNS = new Map<string, RegExp>();

/** The value of one attribute; null where it is not there. */
export function readAttribute(attributes: string, name: string): string | null {
	let pattern = PATTERNS.get(name);
	if (!pattern) {
		pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
		PATTERNS.set(name, pattern);
	}
	const found = pattern.exec(attributes);
	return found ? unescapeXml(found[1] ?? found[2] ?? '') : null;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
		if (name !== undefined) return NAMED[name] ?? whole;
		const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}
