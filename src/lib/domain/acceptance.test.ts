// Acceptance lines of feature rows (domain digest, section l) that no other test of one file holds; docs/acceptance.md
// lists them all.

import { describe, expect, it } from 'vitest';
import type { Birth } from './birth.ts';
import { BARRIER_CODES } from './catalogue/barriers.ts';
import { makeConsent } from './consent.ts';
import { addDays, type Day } from './day.ts';
import type { AreaId, HouseholdId, PersonId, VisitId } from './id.ts';
import { checkPerson, PRESENCES, type Person } from './person.ts';
import { checkPersonNumber } from './person-number.ts';
import { countFigures } from './report.ts';
import { listTasks } from './task.ts';
import { checkVisit, type Visit } from './visit.ts';
import { barrier as barrierEn } from '../ui/words/en/barrier.ts';
import { barrier as barrierVi } from '../ui/words/vi/barrier.ts';

const TODAY = '2026-11-20' as Day;
const NOON = Date.UTC(2026, 10, 20, 5);
const household = { id: 'h1' as HouseholdId, area: 'a' as AreaId, lane: '', number: '1', kind: 'ordinary' as const };
const person = (changes: Partial<Person> = {}): Person => ({
	id: 'p1' as PersonId,
	household: household.id,
	name: 'Ngô Thị Sen',
	birth: '1985-05-14' as Birth,
	sex: 'female',
	presence: 'home',
	...changes
});
const visit = (changes: Partial<Visit> = {}): Visit => ({
	id: 'v1' as VisitId,
	household: household.id,
	seenAt: NOON,
	outcome: 'informed',
	...changes
});

it('F016 every presence counts in the right denominator', () => {
	const people = PRESENCES.map((presence) => person({ id: presence as string as PersonId, presence }));
	// the dead are on neither list; who is away or not clear is registered and not present
	expect(PRESENCES).toEqual(['home', 'away', 'unclear', 'deceased', 'newcomer']);
	expect(countFigures([household], people, [])).toMatchObject({ registered: 4, present: 2 });
});

it('F025 a number that disagrees with sex and birth year warns and may be saved', () => {
	const strange = person({ personalId: '000185000101', sex: 'male', birth: '1990' as Birth });
	expect(checkPersonNumber('000185000101', strange.birth, strange.sex)).toEqual(
		expect.arrayContaining(['sexMismatch', 'birthYearMismatch'])
	);
	expect(checkPerson(strange, TODAY)).toEqual([]);
});

it('F071 all ticks begin off; a refusal counts the household as informed and names nobody', () => {
	const { record, phone, remind } = makeConsent(NOON);
	expect([record, phone, remind]).toEqual([false, false, false]);
	const refusal = visit({ outcome: 'refused', refusedCount: 2 });
	expect(checkVisit(refusal)).toEqual([]);
	expect(checkVisit({ ...refusal, person: 'p1' as PersonId })).toMatchObject([{ code: 'field.noConsent' }]);
	expect(countFigures([household], [], [refusal]).householdsInformed).toBe(1);
});

describe('F073 each barrier shows its action', () => {
	it.each(BARRIER_CODES)('%s', (code) => {
		for (const words of [barrierVi, barrierEn]) {
			expect(words.names[code]).not.toBe('');
			expect(words.help[code].action.length).toBeGreaterThan(10);
		}
	});
});

it('F074 the list of today is sorted by day and hour, what has no hour last', () => {
	const agreed: [string, number, string?][] = [
		['noHour', 0],
		['evening', 0, '19:00'],
		['late', -2],
		['morning', 0, '09:00'],
		['tomorrow', 1, '08:00']
	];
	const visits = agreed.map(([id, inDays, at]) =>
		visit({
			id: id as VisitId,
			household: id as HouseholdId,
			next: { kind: 'revisit', on: addDays(TODAY, inDays), ...(at ? { at } : {}) }
		})
	);
	const tasks = listTasks({ households: [], people: [], visits }, TODAY);
	expect(tasks.map((task) => task.household)).toEqual(['late', 'morning', 'evening', 'noHour']);
});
