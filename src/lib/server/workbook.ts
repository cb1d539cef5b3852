// A workbook's first sheet, row by row while it is unpacked: a list of a hundred thousand rows never lies in memory as a
// whole, and requests of others come in between. Formulas are never worked out: the value that was saved is read.

import { listParts, openPart, type ZipPart } from './zip-parts.ts';
import { readAttribute, XmlScan, type XmlListener } from './xml-scan.ts';
import { SharedTexts, SheetReader, WorkbookRefused, type Row, type WorkbookLimits } from './sheet-reader.ts';

/** Day 0 of Excel's count, and of the one that old Macs began with. */
const EPOCH = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** The rows of the first sheet as a spreadsheet numbers them; rows behind the last filled one are left out. */
export async function* readWorkbook(bytes: Uint8Array, limits: WorkbookLimits): AsyncGenerator<Row> {
	const parts = listParts(bytes);
	if (!parts) throw new Error('no archive');
	const names = [...parts.keys()].map((name) => name.toLowerCase());
	if (names.some((name) => name.includes('vbaproject') || name.includes('macrosheets/')))
		throw new WorkbookRefused('macros');
	if ([...parts.values()].reduce((sum, { unpacked }) => sum + unpacked, 0) > limits.bytes)
		throw new WorkbookRefused('tooLarge');
	const book = await readBook(bytes, parts, limits.bytes);
	const dates = await readDateStyles(bytes, parts.get(book.styles), limits.bytes);
	const shared = new SharedTexts(limits.chars);
	const texts = parts.get(book.shared);
	if (texts) for await (const _ of scan(bytes, texts, limits.bytes, shared));
	const sheet = parts.get(book.sheet);
	if (!sheet) throw new Error('no sheet');
	const reader = new SheetReader(shared.texts, dates, book.epoch, limits);
	for await (const _ of scan(bytes, sheet, limits.bytes, reader)) yield* reader.take();
	if (!reader.isSheet) throw new Error('no sheet');
}

/** Hands a part to a listener, piece by piece. */
async function* scan(bytes: Uint8Array, part: ZipPart, most: number, listener: XmlListener): AsyncGenerator<void> {
	const decoder = new TextDecoder();
	const xml = new XmlScan(listener);
	for await (const piece of openPart(bytes, part, most)) {
		xml.write(decoder.decode(piece, { stream: true }));
		yield;
	}
}

interface Book {
	readonly sheet: string;
	readonly shared: string;
	readonly styles: string;
	readonly epoch: number;
}

/** Where the parts are, by the workbook's own links. */
async function readBook(bytes: Uint8Array, parts: ReadonlyMap<string, ZipPart>, most: number): Promise<Book> {
	const main = parts.get('xl/workbook.xml');
	if (!main) throw new Error('no workbook');
	let first: string | null = null;
	let is1904 = false;
	for await (const _ of scan(bytes, main, most, {
		...DEAF,
		open(name, attributes) {
			if (name === 'sheet') first ??= readAttribute(attributes, 'id');
			if (name === 'workbookPr') is1904 = /^(1|true)$/.test(readAttribute(attributes, 'date1904') ?? '');
		}
	}));
	const links = new Map<string, string>();
	const found = { sheet: '', shared: 'xl/sharedStrings.xml', styles: 'xl/styles.xml' };
	const rels = parts.get('xl/_rels/workbook.xml.rels');
	if (rels)
		for await (const _ of scan(bytes, rels, most, {
			...DEAF,
			open(_name, attributes) {
				const path = toPath(readAttribute(attributes, 'Target') ?? '');
				const type = readAttribute(attributes, 'Type') ?? '';
				links.set(readAttribute(attributes, 'Id') ?? '', path);
				if (type.endsWith('/sharedStrings')) found.shared = path;
				if (type.endsWith('/styles')) found.styles = path;
			}
		}));
	found.sheet = links.get(first ?? '') ?? 'xl/worksheets/sheet1.xml';
	return { ...found, epoch: is1904 ? EPOCH_1904 : EPOCH };
}

/** Links are written from the archive's root or from `xl/`. */
function toPath(target: string): string {
	return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

const DEAF: XmlListener = { open: () => undefined, close: () => undefined, text: () => undefined };

/** Formats that Excel keeps for days and hours without writing them out. */
const isBuiltInDate = (id: number) =>
	(id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Which of the sheet's styles show a number as a day. */
async function readDateStyles(
	bytes: Uint8Array,
	part: ZipPart | undefined,
	most: number
): Promise<ReadonlySet<string>> {
	const dates = new Set<string>();
	if (!part) return dates;
	const formats = new Map<number, boolean>();
	let at = -1;
	for await (const _ of scan(bytes, part, most, {
		...DEAF,
		open(name, attributes) {
			const id = Number(readAttribute(attributes, 'numFmtId'));
			if (name === 'numFmt') formats.set(id, isDateFormat(readAttribute(attributes, 'formatCode') ?? ''));
			if (name === 'cellXfs') at = 0;
			if (name !== 'xf' || at < 0) return;
			if (formats.get(id) ?? isBuiltInDate(id)) dates.add(String(at));
			at += 1;
		},
		close: (name) => void (name === 'cellXfs' && (at = -1))
	}));
	return dates;
}

/** `dd/mm/yyyy` and its like: outside quotes and brackets nothing but the letters of days and hours. */
export function isDateFormat(code: string): boolean {
	const plain = code
		.toLowerCase()
		.replace(/\\.|"[^"]*"|_.|\*./g, ' ')
		.replace(/\[([smh]+)\]/g, '$1')
		.replace(/\[[^\]]*\]/g, '')
		.replace(/;@$/, '')
		.replace(/(s)[.,]0+/g, '$1');
	return plain.split(';').some((part) => /[dmyhs]/.test(part) && !/[^dmyhsape\s.,:/-]/.test(part));
}
