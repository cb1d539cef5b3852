import { expect, it } from 'vitest';
import { escapeCell } from './spreadsheet-cell.ts';

it.each(['=1+1', '+84999', '-5+1', '-', '@x', '\t=1', '\r=1', '\n=1', '=HYPERLINK("http://x","y")'])(
	'puts a mark before %j, which a program could take for a formula',
	(text) => expect(escapeCell(text)).toBe(`'${text}`)
);

it.each(['', '-5', '12', 'Ngõ 3 = hẻm', ' =1+1', '–', "'đã có dấu", 'a@b'])('leaves %j as it is', (text) =>
	expect(escapeCell(text)).toBe(text)
);
