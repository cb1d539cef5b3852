// The reader of workbooks beside the one of read-excel-file, which holds a sheet in memory as a whole; and files that
// would bring a reader down.

import * as fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { makeWorkbook } from '../../../tests/fixtures/workbook.ts';
import { isDateFormat, readWorkbook } from './workbook.ts';
import { WorkbookRefused } from './sheet-reader.ts';

const LIMITS = { bytes: 16 * 1024 * 1024, rows: 1_000, columns: 60, chars: 1_000_000 };

async function read(bytes: Uint8Array, limits = LIMITS): Promise<string[][]> {
	const rows: string[][] = [];
	for await (const row of readWorkbook(bytes, limits)) rows.push([...row]);
	return rows;
}

/** As read-excel-file has it, in the form in which a list is read. */
async function readByLibrary(bytes: Uint8Array): Promise<string[][]> {
	const sheet = await readSheet<string>(Buffer.from(bytes), { parseNumber: (text) => text });
	return sheet.map((row) =>
		row.map((cell: unknown) => {
			if (cell instanceof Date) return cell.toISOString().slice(0, 10);
			return typeof cell === 'string' || typeof cell === 'boolean' ? String(cell) : '';
		})
	);
}

/** Without what is empty at the end of a row, and blanks around a text. */
const trim = (rows: string[][]) =>
	rows.map((row) => {
		const cells = row.map((cell) => cell.trim());
		while (cells.at(-1) === '') cells.pop();
		return cells;
	});

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheet = (rows: string) => ({ 'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SHEET}">${rows}</worksheet>` });

it('reads what the library reads, cell by cell', async () => {
	const text = fc.string({ maxLength: 20, unit: fc.constantFrom(...'aĐệ &<>"\'_x0041;]') });
	const cell = fc.oneof(
		text,
		fc.integer({ min: 0, max: 999_999_999 }),
		fc.constant(null),
		fc.record({ day: fc.integer({ min: 61, max: 60_000 }) }),
		fc.record({ formula: fc.constant('A1&"x"'), value: text })
	);
	const rows = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 });
	await fc.assert(
		fc.asyncProperty(rows, fc.boolean(), async (cells, isPacked) => {
			const bytes = makeWorkbook(cells, {}, isPacked);
			expect(trim(await read(bytes))).toEqual(trim(await readByLibrary(bytes)));
		}),
		{ numRuns: 60 }
	);
});

it('reads shared and rich texts, days by formats of their own, the Mac’s calendar and another first sheet', async () => {
	const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const bytes = makeWorkbook([], {
		'xl/workbook.xml': `<workbook xmlns="${SHEET}" xmlns:r="${links}"><workbookPr date1904="1"/><sheets><sheet name="B" sheetId="7" r:id="r9"/><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${links}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r9" Type="${links}/worksheet" Target="worksheets/sheet9.xml"/><Relationship Id="r2" Type="${links}/styles" Target="styles.xml"/><Relationship Id="r3" Type="${links}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		'xl/sharedStrings.xml': `<sst xmlns="${SHEET}"><si><t>Ngô</t></si><si><r><t>Thị </t></r><r><t>Sen</t></r><rPh><t>no</t></rPh></si></sst>`,
		'xl/styles.xml': `<styleSheet xmlns="${SHEET}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
		'xl/worksheets/sheet9.xml': `<x:worksheet xmlns:x="${SHEET}"><x:sheetData><x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2" t="s"><x:v>1</x:v></x:c><x:c r="D2" s="1"><x:v>29719</x:v></x:c><x:c r="E2" t="e"><x:v>#REF!</x:v></x:c><x:c r="F2" t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`
	});
	expect(await read(bytes)).toEqual([[], ['Ngô', '', 'Thị Sen', '1985-05-14', '', 'true']]);
});

it('counts only rows with something in them, and numbers them as the spreadsheet does', async () => {
	const row = (at: number, text: string) => `<row r="${at}"><c r="A${at}" t="str"><v>${text}</v></c></row>`;
	const formatted = '<row r="1048576"><c r="A1048576" s="1"/></row>';
	const bytes = makeWorkbook([], sheet(`<sheetData>${row(1, 'a')}${row(3, 'b')}${formatted}</sheetData>`));
	expect(await read(bytes)).toEqual([['a'], [], ['b']]);
	const far = makeWorkbook([], sheet(`<sheetData>${row(1, 'a')}${row(1_000_000, 'b')}</sheetData>`));
	await expect(read(far)).rejects.toEqual(new WorkbookRefused('tooManyRows'));
});

it('is not brought down by what a file unpacks to, whatever its directory says', async () => {
	const bomb = makeWorkbook([], sheet(`<sheetData>${'<c/>'.repeat(10 * 1024 * 1024)}</sheetData>`), true);
	await expect(read(bomb)).rejects.toEqual(new WorkbookRefused('tooLarge'));
	// the same with a directory that tells of little
	const lying = Buffer.from(bomb);
	const size = Buffer.alloc(4);
	size.writeUInt32LE(
		[...Array(lying.length - 4).keys()]
			.map((at) => lying.readUInt32LE(at))
			.find((n) => n > 40 * 1024 * 1024 && n < 41 * 1024 * 1024)!
	);
	for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at)) lying.writeUInt32LE(1_000, at);
	await expect(read(lying)).rejects.toThrow('too large');
	const texts = `<sst xmlns="${SHEET}">${'<si><t>aaaaaaaaaa</t></si>'.repeat(50_000)}</sst>`;
	await expect(read(makeWorkbook([['a']], { 'xl/sharedStrings.xml': texts }))).rejects.toEqual(
		new WorkbookRefused('tooLarge')
	);
	await expect(
		read(makeWorkbook([], sheet(`<sheetData><row r="1"><c t="str"><v>${'a'.repeat(2_000_000)}`)))
	).rejects.toThrow();
});

it('however damaged, ends with rows or with an error', async () => {
	const good = makeWorkbook(
		[
			['Họ tên', 'Năm sinh'],
			['Sen', 1985]
		],
		{},
		true
	);
	const change = fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) });
	await fc.assert(
		fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 10 }), async (changes) => {
			const bytes = good.slice();
			for (const { at, byte } of changes) bytes[at] = byte;
			const rows = await read(bytes).catch((error: unknown) => error);
			expect(rows instanceof Error || Array.isArray(rows)).toBe(true);
		}),
		{ numRuns: 200 }
	);
});

it.each([
	['dd/mm/yyyy', true],
	['[$-42A]dd mmmm yyyy;@', true],
	['m/d/yy h:mm', true],
	['yyyy\\-mm\\-dd', true],
	['0.00', false],
	['#,##0\\ "đ"', false],
	['General', false],
	['0.00E+00', false],
	['@', false]
])('tells whether %s shows a day', (code, isDate) => expect(isDateFormat(code)).toBe(isDate));
