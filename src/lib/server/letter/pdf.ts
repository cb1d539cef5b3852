// A letter as a PDF: laid out by pdfmake in Tinos, whose letters are as wide as those of the letter's own type, so that
// both files break their lines alike. The fonts lie in a package; nothing else is read, and nothing fetched.

import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { Content, ContentTable, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Letter, LetterBlock, LetterTable } from '../../domain/letter.ts';
import { measureColumns, showCell } from './cells.ts';

const require = createRequire(import.meta.url);
const findFont = (cut: string) => require.resolve(`@expo-google-fonts/tinos/${cut}/Tinos_${cut}.ttf`);
const FONTS = {
	normal: findFont('400Regular'),
	bold: findFont('700Bold'),
	italics: findFont('400Regular_Italic'),
	bolditalics: findFont('700Bold_Italic')
};
pdfmake.setFonts({ Tinos: FONTS });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(FONTS).includes(path));

/** A4 in points, with the margins of administrative letters: 2 cm, and 3 cm where it is bound. */
const PAGE = { width: 595.28, left: 85, top: 57, right: 57, bottom: 57 };
const LINE = PAGE.width - PAGE.left - PAGE.right;
/** Points. */
const SIZE = { text: 14, title: 15, small: 13, note: 11, table: 9 };
const PADDING = 3;
/** Of a table: a letter of its size, and what a cell has on both sides. */
const CELL = { letter: 5.2, edges: 2 * PADDING + 1 };

/** The same letter gives the same pages, but not the same bytes: a PDF says when it was made. */
export async function writePdf(letter: Letter, words: { readonly copies: string }): Promise<Uint8Array> {
	const content: Content[] = [
		writeHeader(letter),
		{ text: letter.placeAndDay, italics: true, alignment: 'right', margin: [0, 6, 0, 0] },
		{ text: letter.title, bold: true, alignment: 'center', fontSize: SIZE.title, margin: [0, 12, 0, 0] },
		{ text: letter.subject, bold: true, alignment: 'center', margin: [0, 0, 0, 8] },
		{ text: letter.addressee, alignment: 'center', margin: [0, 6, 0, 10] },
		...letter.blocks.slice(0, -1).flatMap(writeBlock),
		...letter.blocks.slice(-1).flatMap((last) => writeLast(last, writeEnd(letter, words.copies))),
		...(letter.appendix ? writeTable(letter.appendix, true) : [])
	];
	const definition: TDocumentDefinitions = {
		content,
		info: { title: letter.subject, author: letter.issuer[1] },
		language: 'vi-VN',
		pageSize: 'A4',
		pageMargins: [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom],
		defaultStyle: { font: 'Tinos', fontSize: SIZE.text },
		// on every page but the first
		header: (page) => (page > 1 ? { text: String(page), alignment: 'center', margin: [0, 28, 0, 0] } : null)
	};
	return pdfmake.createPdf(definition).getBuffer();
}

function writeBlock(block: LetterBlock): Content[] {
	switch (block.kind) {
		case 'heading':
			return [{ text: block.text, bold: true, margin: [0, 10, 0, 4], headlineLevel: 1 }];
		case 'text':
			return [{ text: block.text, alignment: 'justify', leadingIndent: 28, margin: [0, 0, 0, 4] }];
		case 'table':
			return writeTable(block.table, false);
	}
}

/** Nobody signs a page on which nothing else stands; a table may be longer than a page and goes by itself. */
function writeLast(last: LetterBlock, end: Content): Content[] {
	const content = writeBlock(last);
	return last.kind === 'table' ? [...content, end] : [{ stack: [...content, end], unbreakable: true }];
}

function writeTable(table: LetterTable, isOnNewPage: boolean): Content[] {
	const widths = measureColumns(table, LINE - 1, CELL).map((width) => width - CELL.edges);
	const head = table.head.map((text): TableCell => ({ text, bold: true, alignment: 'center' }));
	const rows = table.rows.map(({ cells, isTotal = false }) =>
		cells.map((cell): TableCell => ({
			text: showCell(cell),
			bold: isTotal,
			alignment: typeof cell === 'string' ? 'left' : 'right'
		}))
	);
	return [
		{
			text: table.title,
			bold: true,
			italics: true,
			fontSize: SIZE.note,
			margin: [0, 8, 0, 3],
			...(isOnNewPage ? { pageBreak: 'before' as const } : {})
		},
		{
			table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths, body: [head, ...rows] },
			layout: {
				hLineWidth: () => 0.5,
				vLineWidth: () => 0.5,
				paddingLeft: () => PADDING,
				paddingRight: () => PADDING,
				paddingTop: () => 1,
				paddingBottom: () => 1
			},
			fontSize: SIZE.table,
			margin: [0, 0, 0, 10]
		}
	];
}

/** Two columns without lines: who writes and the nation above, who gets a copy and who signs below. */
function writePair(left: Content[], right: Content[], share: number): ContentTable {
	return {
		table: {
			widths: [LINE * share, LINE * (1 - share)],
			dontBreakRows: true,
			body: [[{ stack: left }, { stack: right }]]
		},
		layout: {
			defaultBorder: false,
			paddingLeft: () => 0,
			paddingRight: () => 0
		}
	};
}

function writeHeader({ issuer, nation, number }: Letter): Content {
	const middle = { alignment: 'center', fontSize: SIZE.small } as const;
	return writePair(
		[
			{ text: issuer[0], ...middle },
			{ text: issuer[1], ...middle, bold: true, decoration: 'underline' },
			{ text: number, ...middle, margin: [0, 4, 0, 0] }
		],
		[
			{ text: nation[0], ...middle, bold: true, fontSize: SIZE.small - 1 },
			{ text: nation[1], ...middle, bold: true, decoration: 'underline' }
		],
		0.4
	);
}

function writeEnd({ copies, signerTitle, signer }: Letter, copiesTitle: string): Content {
	const middle = { alignment: 'center', bold: true } as const;
	return {
		...writePair(
			[
				{ text: copiesTitle, bold: true, italics: true, fontSize: SIZE.note },
				...copies.map((text): Content => ({ text, fontSize: SIZE.note }))
			],
			// room for a signature and a seal
			[
				{ text: signerTitle, ...middle },
				{ text: signer, ...middle, margin: [0, 76, 0, 0] }
			],
			0.5
		),
		margin: [0, 6, 0, 0]
	};
}
