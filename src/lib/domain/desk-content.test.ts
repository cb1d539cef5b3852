import { expect, it } from 'vitest';
import type { Item } from './content.ts';
import { addDays, makeDay } from './day.ts';
import { decideDue, listDue, type ItemRow } from './desk-content.ts';
import { LIMIT } from './limit.ts';

const TODAY = makeDay(2026, 11, 20)!;
const item = (changes: Partial<Item>): Item => ({
	id: 'a',
	title: 'A',
	sources: [],
	checkedOn: TODAY,
	validFrom: TODAY,
	status: 'current',
	...changes
});

it.each([
	['fresh', item({}), null],
	['checked long ago', item({ checkedOn: addDays(TODAY, -LIMIT.recheckDays) }), 'old'],
	['checked a day later', item({ checkedOn: addDays(TODAY, 1 - LIMIT.recheckDays) }), null],
	['to be confirmed', item({ status: 'toConfirm' }), 'toConfirm'],
	['ends soon', item({ validTo: addDays(TODAY, LIMIT.expirySoonDays) }), 'expiring'],
	['ends later', item({ validTo: addDays(TODAY, LIMIT.expirySoonDays + 1) }), null],
	['over', item({ validTo: addDays(TODAY, -1) }), 'expired'],
	['history', item({ status: 'historical', checkedOn: addDays(TODAY, -900) }), null]
])('an item that is %s: %s', (_, one, due) => {
	expect(decideDue(one, TODAY)).toBe(due);
});

it('the list to be checked goes by age', () => {
	const row = (id: string, ageDays: number, due: ItemRow['due']) => ({ id, ageDays, due, title: id }) as ItemRow;
	const rows = [row('a', 10, 'toConfirm'), row('b', 400, 'old'), row('c', 500, null), row('d', 10, 'expiring')];
	expect(listDue(rows).map(({ id }) => id)).toEqual(['b', 'a', 'd']);
});
