import { expect, it } from 'vitest';
import { checkRequest, dueOn, nameRequest } from './citizen-request.ts';
import { parseDay, type Day } from './day.ts';

const day = (text: string) => parseDay(text)!;

// 2026-11-20 is a Friday
it.each([
	['2026-11-18', [], '2026-11-20'],
	['2026-11-19', [], '2026-11-23'],
	['2026-11-20', [], '2026-11-24'],
	['2026-11-21', [], '2026-11-24'],
	['2026-11-22', [], '2026-11-24'],
	['2026-11-20', ['2026-11-23'], '2026-11-25'],
	['2026-11-20', ['2026-11-22', '2026-11-23', '2026-11-24'], '2026-11-26']
] as const)('F105 what came on %s with the days off %j is due on %s', (from, off, due) => {
	expect(dueOn(day(from), new Set(off.map(day)) as ReadonlySet<Day>)).toBe(due);
});

it('F105 a request needs a kind and somebody who asks', () => {
	const draft = { kind: 'view', person: null, asker: 'Ngô Thị Sen', contact: '', detail: '' };
	expect(checkRequest(draft)).toEqual([]);
	expect(checkRequest({ ...draft, kind: 'sell', asker: ' ' }).map(({ at }) => at)).toEqual(['kind', 'asker']);
	expect(checkRequest({ ...draft, detail: 'x'.repeat(501) })).toMatchObject([{ code: 'field.tooLong', at: 'detail' }]);
	expect(nameRequest(7, day('2026-11-20'))).toBe('YC-2026-0007');
});
