// One sheet of a workbook and the texts that it refers to, told piece by piece as the file is unpacked.

import { readAttribute, type XmlListener } from './xml-scan.ts';

export type Row = readonly string[];

export interface WorkbookLimits {
	/** Bytes that the parts together may unpack to. */
	readonly bytes: number;
	readonly rows: number;
	readonly columns: number;
	/** Of all texts that the sheet refers to: they must be held until it was read. */
	readonly chars: number;
}

/** Something that a workbook of ours may not be; anything else that is thrown means that it is damaged. */
export class WorkbookRefused extends Error {
	readonly why: 'macros' | 'tooLarge' | 'tooManyRows';
	constructor(why: WorkbookRefused['why']) {
		super(why);
		this.why = why;
	}
}

const DAY_MS = 86_400_000;

/** `_x000D_` and its like: characters that XML cannot hold. */
function unescapeCell(text: string): string {
	if (!text.includes('_x')) return text;
	return text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Texts of a cell or of a shared one: in one piece or in several with a form of their own, without how they are said. */
class TextCollector {
	#text = '';
	#isText = false;
	#isSaid = false;

	open(name: string): void {
		if (name === 't') this.#isText = true;
		else if (name === 'rPh') this.#isSaid = true;
	}

	close(name: string): void {
		if (name === 't') this.#isText = false;
		else if (name === 'rPh') this.#isSaid = false;
	}

	text(text: string): void {
		if (this.#isText && !this.#isSaid) this.#text += text;
	}

	/** What was collected; the next one begins empty. */
	take(): string {
		const text = unescapeCell(this.#text);
		this.#text = '';
		return text;
	}
}

/** Texts that are held at once as they were cut out of the file, which each of them keeps in memory as a whole. */
const TEXTS_AT_ONCE = 1_000;

export class SharedTexts implements XmlListener {
	readonly texts: string[] = [];
	readonly #collector = new TextCollector();
	#fresh: string[] = [];
	#left: number;

	constructor(chars: number) {
		this.#left = chars;
	}

	open(name: string): void {
		if (name === 'si') this.#collector.take();
		else this.#collector.open(name);
	}

	close(name: string): void {
		if (name === 'si') this.#add(this.#collector.take());
		else if (name === 'sst') this.#settle();
		else this.#collector.close(name);
	}

	text(text: string): void {
		this.#collector.text(text);
	}

	#add(text: string): void {
		// a text costs something however short it is
		this.#left -= text.length + TEXT_COST;
		if (this.#left < 0) throw new WorkbookRefused('tooLarge');
		if (this.#fresh.push(text) >= TEXTS_AT_ONCE) this.#settle();
	}

	/** Copies what was cut out, so that nothing but the texts themselves is kept. */
	#settle(): void {
		for (const text of JSON.parse(JSON.stringify(this.#fresh)) as string[]) this.texts.push(text);
		this.#fresh = [];
	}
}

const TEXT_COST = 16;

/** Rows whose cells are all empty are told only when a filled one follows: a sheet is often formatted down to its last row. */
export class SheetReader implements XmlListener {
	isSheet = false;
	readonly #shared: readonly string[];
	readonly #dates: ReadonlySet<string>;
	readonly #epoch: number;
	readonly #limits: WorkbookLimits;
	#ready: Row[] = [];
	/** Rows that were told of, filled or not. */
	#count = 0;
	/** Empty ones that count only when a filled one follows. */
	#blank = 0;
	#row: string[] | null = null;
	#cell: { readonly type: string; readonly style: string; readonly column: number; value: string } | null = null;
	#isValue = false;
	readonly #collector = new TextCollector();

	constructor(shared: readonly string[], dates: ReadonlySet<string>, epoch: number, limits: WorkbookLimits) {
		this.#shared = shared;
		this.#dates = dates;
		this.#epoch = epoch;
		this.#limits = limits;
	}

	/** Rows that are whole since the last time. */
	take(): readonly Row[] {
		const ready = this.#ready;
		this.#ready = [];
		return ready;
	}

	open(name: string, attributes: string): void {
		if (name === 'sheetData') this.isSheet = true;
		else if (name === 'row') this.#openRow(attributes);
		else if (name === 'c' && this.#row) this.#openCell(attributes, this.#row);
		else if (name === 'v') this.#isValue = true;
		else this.#collector.open(name);
	}

	close(name: string): void {
		if (name === 'row') this.#closeRow();
		else if (name === 'c') this.#closeCell();
		else if (name === 'v') this.#isValue = false;
		else this.#collector.close(name);
	}

	text(text: string): void {
		if (!this.#cell) return;
		if (this.#isValue) this.#cell.value += text;
		else this.#collector.text(text);
	}

	#openRow(attributes: string): void {
		const told = Number(readAttribute(attributes, 'r') ?? this.#count + 1);
		if (!(told > this.#count)) throw new Error('rows out of their order');
		this.#blank += told - this.#count - 1;
		this.#count = told;
		this.#row = [];
	}

	#closeRow(): void {
		const row = this.#row ?? [];
		this.#row = null;
		if (row.every((cell) => cell === '')) return void (this.#blank += 1);
		if (this.#count > this.#limits.rows) throw new WorkbookRefused('tooManyRows');
		for (; this.#blank > 0; this.#blank--) this.#ready.push([]);
		this.#ready.push(row);
	}

	#openCell(attributes: string, row: readonly string[]): void {
		const letters = /^[A-Z]+/.exec(readAttribute(attributes, 'r') ?? '')?.[0];
		this.#cell = {
			type: readAttribute(attributes, 't') ?? 'n',
			style: readAttribute(attributes, 's') ?? '',
			column: letters ? toColumn(letters) : row.length,
			value: ''
		};
		this.#collector.take();
	}

	#closeCell(): void {
		const [cell, row] = [this.#cell, this.#row];
		this.#cell = null;
		if (!cell || !row || cell.column >= this.#limits.columns) return;
		const text = this.#readCell(cell.type, cell.style, cell.value);
		if (text === '') return;
		while (row.length < cell.column) row.push('');
		row[cell.column] = text;
	}

	#readCell(type: string, style: string, value: string): string {
		switch (type) {
			case 's':
				return this.#shared[Number(value)] ?? '';
			case 'inlineStr':
				return this.#collector.take();
			case 'str':
				return unescapeCell(value);
			case 'b':
				return value === '1' ? 'true' : value === '0' ? 'false' : '';
			case 'd':
				return /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? '';
			case 'n':
				return value !== '' && this.#dates.has(style) ? showDay(this.#epoch + Number(value) * DAY_MS) : value;
			default:
				// an error, or a kind that we do not know: nothing is written in it
				return '';
		}
	}
}

function showDay(instant: number): string {
	const day = new Date(Math.round(instant));
	return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10);
}

/** `A` is 0, `AB` is 27. */
function toColumn(letters: string): number {
	let column = 0;
	for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
	return column - 1;
}
