// An invitation code as somebody types it: shown in groups of four, judged by the ward alone.

/** Characters of a code; how it is made and judged is the contract's business. */
export const CODE_CHARS = 16;

const OTHERS = /[^0-9A-Z]/g;

/** `abcd efgh1` becomes `ABCD-EFGH-1`; what a QR puts before the code is dropped, nothing is cut. */
export function groupCode(typed: string): string {
	const chars = typed
		.trim()
		.toUpperCase()
		.replace(/^GOCUA:/, '')
		.replace(OTHERS, '');
	return (chars.match(/.{1,4}/g) ?? []).join('-');
}

export function countChars(typed: string): number {
	return groupCode(typed).replace(OTHERS, '').length;
}

/** Where the caret belongs after grouping, so that a correction in the middle does not jump to the end. */
export function placeCaret(typed: string, caret: number): number {
	const before = groupCode(typed.slice(0, caret));
	const grouped = groupCode(typed);
	// behind a full group the next character goes after the dash
	return before.length > 0 && grouped[before.length] === '-' && caret === typed.length
		? before.length + 1
		: before.length;
}
