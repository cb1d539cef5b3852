// A letter as a DOCX: the few parts of WordprocessingML that a letter needs, packed by fflate. Written by hand because
// the library of the field asks for a Node that we do not (docs/decisions.md).

import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Letter, LetterBlock, LetterTable } from '../../domain/letter.ts';
import { measureColumns, showCell } from './cells.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A4 in twentieths of a point, with the margins of administrative letters: 2 cm, and 3 cm where it is bound. */
const PAGE = { width: 11_906, height: 16_838, top: 1_134, right: 1_134, bottom: 1_134, left: 1_701 };
const LINE = PAGE.width - PAGE.left - PAGE.right;
/** Half points. */
const SIZE = { text: 28, small: 26, table: 18, note: 22 };
const FONT = 'Times New Roman';
/** DOS time of the files inside: the same letter gives the same bytes. */
const PACKED_AT = new Date(Date.UTC(2026, 0, 1));

interface Style {
	readonly size?: number;
	readonly isBold?: boolean;
	readonly isItalic?: boolean;
	readonly align?: 'left' | 'center' | 'right' | 'both';
	/** First line of a paragraph is moved in. */
	readonly isIndented?: boolean;
	readonly before?: number;
	readonly after?: number;
	readonly isUnderlined?: boolean;
	readonly isKept?: boolean;
}

export function writeDocx(letter: Letter, words: { readonly copies: string }): Uint8Array {
	const body = [
		writeHeader(letter),
		writeText(letter.placeAndDay, { isItalic: true, align: 'right', before: 120 }),
		writeText(letter.title, { isBold: true, align: 'center', before: 240, size: SIZE.text + 2 }),
		writeText(letter.subject, { isBold: true, align: 'center', after: 160 }),
		writeText(letter.addressee, { align: 'center', before: 120, after: 200 }),
		...letter.blocks.map(writeBlock),
		writeEnd(letter, words.copies),
		...(letter.appendix ? [writePageBreak(), writeTable(letter.appendix)] : [])
	].join('');
	const part = (xml: string) => strToU8(HEAD + xml);
	const files: Zippable = {
		'[Content_Types].xml': part(writeTypes()),
		'_rels/.rels': part(
			`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`
		),
		'word/document.xml': part(
			`<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}"><w:body>${body}${writeSection()}</w:body></w:document>`
		),
		'word/_rels/document.xml.rels': part(
			`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/header" Target="header.xml"/></Relationships>`
		),
		'word/styles.xml': part(writeStyles()),
		'word/header.xml': part(writePageNumber())
	};
	return zipSync(files, { mtime: PACKED_AT, level: 6 });
}

/** XML holds no control characters, not even written as entities. */
function escapeXml(text: string): string {
	return (
		text
			// eslint-disable-next-line no-control-regex -- exactly these are meant
			.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
			.replace(/&/g, '&amp;')
			.replace(/</g, '&lt;')
			.replace(/>/g, '&gt;')
			.replace(/"/g, '&quot;')
	);
}

function writeRun(text: string, { size = SIZE.text, isBold, isItalic, isUnderlined }: Style): string {
	const marks = [
		isBold ? '<w:b/>' : '',
		isItalic ? '<w:i/>' : '',
		isUnderlined ? '<w:u w:val="single"/>' : '',
		`<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`
	].join('');
	return `<w:r><w:rPr>${marks}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function writeText(text: string, style: Style = {}): string {
	const { align = 'left', before = 0, after = 0, isIndented, isKept } = style;
	const parts = [
		isKept ? '<w:keepNext/>' : '',
		`<w:spacing w:before="${before}" w:after="${after}"/>`,
		isIndented ? '<w:ind w:firstLine="567"/>' : '',
		`<w:jc w:val="${align}"/>`
	].join('');
	return `<w:p><w:pPr>${parts}</w:pPr>${writeRun(text, style)}</w:p>`;
}

function writeBlock(block: LetterBlock): string {
	switch (block.kind) {
		case 'heading':
			return writeText(block.text, { isBold: true, before: 200, after: 80, isKept: true });
		case 'text':
			return writeText(block.text, { align: 'both', isIndented: true, after: 80 });
		case 'table':
			return writeTable(block.table) + writeText('', { size: SIZE.table });
	}
}

/** Of a table: a letter of its size, and what a cell has on both sides. */
const CELL = { letter: 105, edges: 130 };

function writeTable(table: LetterTable): string {
	const widths = measureColumns(table, LINE, CELL);
	const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
	const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
		.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
		.join('');
	const cell = (text: string, at: number, style: Style) =>
		`<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/></w:tcPr>${writeText(text, { size: SIZE.table, ...style })}</w:tc>`;
	const head = table.head.map((text, at) => cell(text, at, { isBold: true, align: 'center' })).join('');
	const rows = table.rows.map(({ cells, isTotal = false }) => {
		const written = cells.map((value, at) =>
			cell(showCell(value), at, { isBold: isTotal, align: typeof value === 'string' ? 'left' : 'right' })
		);
		return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${written.join('')}</w:tr>`;
	});
	return (
		writeText(table.title, { isBold: true, isItalic: true, size: SIZE.note, before: 160, after: 60, isKept: true }) +
		`<w:tbl><w:tblPr><w:tblW w:w="${LINE}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
		`<w:tblCellMar><w:left w:w="55" w:type="dxa"/><w:right w:w="55" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
		`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head}</w:tr>${rows.join('')}</w:tbl>`
	);
}

/** Two columns without lines: who writes and the nation above, who gets a copy and who signs below. */
function writePair(left: string, right: string, share: number): string {
	const widths = [Math.floor(LINE * share), LINE - Math.floor(LINE * share)];
	const cell = (content: string, at: number) =>
		`<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
	const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
	return (
		`<w:tbl><w:tblPr><w:tblW w:w="${LINE}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
		`<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(left, 0)}${cell(right, 1)}</w:tr></w:tbl>`
	);
}

function writeHeader({ issuer, nation, number }: Letter): string {
	const middle = { align: 'center', size: SIZE.small } as const;
	return writePair(
		writeText(issuer[0], middle) +
			writeText(issuer[1], { ...middle, isBold: true, isUnderlined: true }) +
			writeText(number, { ...middle, before: 80 }),
		writeText(nation[0], { ...middle, isBold: true, size: SIZE.small - 2 }) +
			writeText(nation[1], { ...middle, isBold: true, isUnderlined: true }),
		0.4
	);
}

function writeEnd({ copies, signerTitle, signer }: Letter, copiesTitle: string): string {
	const left = [
		writeText(copiesTitle, { isBold: true, isItalic: true, size: SIZE.note }),
		...copies.map((line) => writeText(line, { size: SIZE.note }))
	];
	const middle = { align: 'center', isBold: true } as const;
	// room for a signature and a seal
	const right = [writeText(signerTitle, middle), writeText('', { before: 1_200 }), writeText(signer, middle)];
	return writeText('', { before: 120 }) + writePair(left.join(''), right.join(''), 0.5);
}

function writePageBreak(): string {
	return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
}

function writeSection(): string {
	const { width, height, top, right, bottom, left } = PAGE;
	return (
		`<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${width}" w:h="${height}"/>` +
		`<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>`
	);
}

/** On every page but the first. */
function writePageNumber(): string {
	const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
	return (
		`<w:hdr xmlns:w="${MAIN}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${field('begin')}` +
		`<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}<w:r><w:t>2</w:t></w:r>${field('end')}</w:p></w:hdr>`
	);
}

function writeStyles(): string {
	return (
		`<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/><w:sz w:val="${SIZE.text}"/><w:lang w:val="vi-VN"/>` +
		`</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`
	);
}

function writeTypes(): string {
	const override = (name: string, kind: string) =>
		`<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${kind}+xml"/>`;
	return (
		`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>${override('document', 'document.main')}${override('styles', 'styles')}${override('header', 'header')}</Types>`
	);
}
