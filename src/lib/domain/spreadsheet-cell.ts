// Texts as cells of a spreadsheet. A program of an office takes a cell that begins with certain signs for a formula, at
// the latest when a workbook is saved as CSV and opened again: whatever people typed must stay a text.

/** Signs with which a formula begins; a tab or a line end before it is skipped by some programs. */
const FORMULA = /^[=+\-@\t\r\n]/;
/** A whole number is a number, also below zero. */
const NUMBER = /^-?\d+$/;

/** The text, with a mark before it where a program could take it for a formula. */
export function escapeCell(text: string): string {
	return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
