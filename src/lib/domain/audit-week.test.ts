import { expect, it } from 'vitest';
import { groupOf, lastWeek, mondayOf, sumWeek } from './audit-week.ts';
import { parseDay } from './day.ts';

it.each([
	['visit.read', 'saw'],
	['person.reveal', 'revealed'],
	['audit.export', 'exported'],
	['staff.signInFailed', 'refused'],
	['staff.codeFailed', 'refused'],
	['staff.signOut', 'signedIn'],
	['visit.approve', 'changed'],
	['some.newAct', 'changed']
] as const)('%s is counted as %s', (act, group) => expect(groupOf(act)).toBe(group));

it('begins a week on Monday, in Vietnam', () => {
	expect(mondayOf(parseDay('2026-11-26')!)).toBe('2026-11-23');
	expect(mondayOf(parseDay('2026-11-23')!)).toBe('2026-11-23');
	expect(mondayOf(parseDay('2026-11-29')!)).toBe('2026-11-23');
	// Sunday 18:00 in London is Monday in Vietnam
	expect(lastWeek(Date.UTC(2026, 10, 22, 18))).toBe('2026-11-16');
	expect(lastWeek(Date.UTC(2026, 10, 22, 16))).toBe('2026-11-09');
});

it('puts whoever saw most whole numbers first', () => {
	const week = sumWeek([
		{ id: 'a', name: 'An', act: 'visit.read', count: 50 },
		{ id: 'b', name: 'Bình', act: 'person.reveal', count: 1 },
		{ id: 'b', name: 'Bình', act: 'visit.read', count: 2 },
		{ id: 'b', name: 'Bình', act: 'household.read', count: 3 }
	]);
	expect(week.map(({ name, counts }) => [name, counts.saw, counts.revealed])).toEqual([
		['Bình', 5, 1],
		['An', 50, 0]
	]);
});
