import { expect, it } from 'vitest';
import { makeCsv } from './csv.ts';

it('quotes what needs it and lets no cell be a formula', () => {
	expect(
		makeCsv([
			['a', 'b,c', 'd"e', 'x\ny'],
			['=1+1', '@x', '-5', '-5+1', '+84']
		])
	).toBe('\uFEFFa,"b,c","d""e","x\ny"\r\n\'=1+1,\'@x,-5,\'-5+1,\'+84\r\n');
});
