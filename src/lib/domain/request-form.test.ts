import { expect, it } from 'vitest';
import { parseRequestAct, parseRetentionChoice } from './request-form.ts';

const form = (fields: Record<string, string>) => new Map(Object.entries(fields));

it.each([
	[{ do: 'erase' }, { do: 'erase' }],
	[
		{ do: 'withdraw', v: '3' },
		{ do: 'withdraw', v: 3 }
	],
	[
		{ do: 'correct', v: '2', field: 'birth', value: '05/03/1985' },
		{ do: 'correct', v: 2, fields: { birth: '1985-03-05' } }
	],
	[
		{ do: 'correct', v: '2', field: 'birth', value: ' 1985 ' },
		{ do: 'correct', v: 2, fields: { birth: '1985' } }
	],
	[
		{ do: 'correct', v: '2', field: 'area', value: 'x' },
		{ do: 'correct', v: 2, fields: { name: 'x' } }
	],
	[{ do: 'sell' }, { do: 'answer' }]
])('reads %j', (fields, act) => {
	expect(parseRequestAct(form(fields as Record<string, string>))).toEqual(act);
});

it('reads what is to go', () => {
	expect(parseRetentionChoice(form({ by: 'age' }))).toEqual({ by: 'age' });
	expect(parseRetentionChoice(form({ by: 'campaign', name: 'Đợt 1', ended: '31/10/2026' }))).toEqual({
		by: 'campaign',
		name: 'Đợt 1',
		endedOn: '2026-10-31'
	});
	expect(parseRetentionChoice(form({ by: 'campaign', ended: '31/02/2026' }))).toBeNull();
});
