import { expect, it } from 'vitest';
import { listHints, type Other } from './hint.ts';
import type { HouseholdId, PersonId, VisitId } from './id.ts';
import type { Visit } from './visit.ts';

const NOON = Date.UTC(2026, 10, 20, 5);
const MINUTE = 60_000;
const standing = { state: 'l2LoggedIn', on: '2026-11-20', evidence: 'seen', observer: 'volunteer' } as never;
const visit: Visit = {
	id: 'v' as VisitId,
	household: 'h' as HouseholdId,
	person: 'p' as PersonId,
	seenAt: NOON,
	outcome: 'done',
	standing
};
const other = (at: number, extra: Partial<Other> = {}): Other => ({
	household: `h${at}` as HouseholdId,
	person: `p${at}` as PersonId,
	seenAt: NOON + at * 10 * MINUTE,
	outcome: 'done',
	standing,
	...extra
});
const many = (count: number, extra: Partial<Other> = {}) =>
	Array.from({ length: count }, (_, at) => other(at + 1, extra));

it('says nothing about an ordinary visit, however many there are that day', () => {
	expect(listHints(visit, NOON, many(30, { outcome: 'informed' }))).toEqual([]);
	expect(listHints(visit, NOON + 9 * 24 * 60 * MINUTE, [])).toEqual([]);
});

it('a clock that runs ahead is told by its minutes, and not within what the ward believes', () => {
	expect(listHints(visit, NOON - 5 * MINUTE, [])).toEqual([]);
	expect(listHints(visit, NOON - 90 * MINUTE, [])).toEqual([{ kind: 'clock', count: 90 }]);
});

it('another door within a minute is told; the same door is not', () => {
	const near = { seenAt: NOON + 30_000, outcome: 'informed' } as const;
	expect(listHints(visit, NOON, [other(1, near), other(2, { ...near, household: visit.household })])).toEqual([
		{ kind: 'pace', count: 1 }
	]);
});

it('copies are told from five on, of people by name, and only where every word is the same', () => {
	expect(listHints(visit, NOON, many(4))).toEqual([]);
	expect(listHints(visit, NOON, many(6))).toEqual([{ kind: 'copies', count: 6 }]);
	expect(listHints(visit, NOON, many(6, { barriers: ['B4.1'] }))).toEqual([]);
	expect(listHints(visit, NOON, many(6, { note: 'Đã xong' }))).toEqual([]);
	const { person: _, standing: __, ...nobody } = visit;
	expect(listHints(nobody, NOON, many(6))).toEqual([]);
});
