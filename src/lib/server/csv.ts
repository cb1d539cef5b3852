// Tables as CSV for the programs of an office: UTF-8 with its mark, and no cell that such a program would take for a
// formula.

/** Signs with which a formula begins. */
const FORMULA = /^[=+\-@\t\r]/;

export function makeCsv(rows: readonly (readonly string[])[]): string {
	return '\uFEFF' + rows.map((row) => row.map(writeCell).join(',')).join('\r\n') + '\r\n';
}

function writeCell(text: string): string {
	const safe = FORMULA.test(text) && !/^-?\d+$/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
