import { expect, test } from 'vitest';
import type { Book } from '$lib/device/device.ts';
import type { Day } from '$lib/domain/day.ts';
import type { Household } from '$lib/domain/household.ts';
import type { AreaId, HouseholdId, PersonId, VisitId } from '$lib/domain/id.ts';
import type { Person } from '$lib/domain/person.ts';
import type { Visit } from '$lib/domain/visit.ts';
import { listWalk } from '$lib/domain/walk.ts';
import { listWay } from '../send/receipts.ts';
import { countDoors, listWork } from './today.ts';

const TODAY = '2026-11-20' as Day;
const NOON = Date.UTC(2026, 10, 20, 5, 0);
const DAY_MS = 86_400_000;

const household = (id: string, number: string): Household => ({
	id: id as HouseholdId,
	area: 'area' as AreaId,
	lane: 'ngõ Đình',
	number,
	kind: 'ordinary'
});
const person = (id: string, door: string, more: Partial<Person> = {}): Person => ({
	id: id as PersonId,
	household: door as HouseholdId,
	name: `Người ${id}`,
	birth: '1985' as Person['birth'],
	sex: 'female',
	presence: 'home',
	...more
});
const visit = (id: string, door: string, more: Partial<Visit> = {}): Visit => ({
	id: id as VisitId,
	household: door as HouseholdId,
	seenAt: NOON - DAY_MS,
	outcome: 'nobodyHome',
	...more
});

function makeBook(
	households: Household[],
	people: Person[],
	visits: Visit[],
	states: Record<string, ReturnType<Book['stateOf']>> = {}
): Book {
	const peopleOf: Book['peopleOf'] = (id) => people.filter((one) => one.household === id);
	const visitsOf: Book['visitsOf'] = (id) => visits.filter((one) => one.household === id);
	return {
		areas: [],
		order: null,
		campaign: null,
		difficulties: new Map(),
		events: new Map(),
		help: new Map(),
		answers: [],
		households: new Map(households.map((one) => [one.id, one])),
		people: new Map(people.map((one) => [one.id, one])),
		visits: new Map(visits.map((one) => [one.id, one])),
		peopleOf,
		visitsOf,
		walkOn: (today) => listWalk({ households, peopleOf, visitsOf }, today),
		findDoors: () => [],
		warmDoors: () => true,
		stateOf: (id) => states[id] ?? { state: 'received', receipt: 1 },
		knownOf: () => undefined,
		decisionsOf: () => []
	};
}

const book = makeBook(
	[household('h1', '12/1'), household('h3', '12/3'), household('h5', '12/5'), household('h7', '12/7')],
	[
		person('sen', 'h3', {
			standing: {
				state: 'l2Approved',
				on: '2026-11-17' as Day,
				evidence: 'policeList',
				observer: 'ward',
				approvedOn: '2026-11-17' as Day
			}
		}),
		person('phu', 'h7', {
			standing: { state: 'l2LoggedIn', on: '2026-11-18' as Day, evidence: 'seenOnScreen', observer: 'khang' }
		})
	],
	[
		visit('back', 'h3', {
			person: 'sen' as PersonId,
			outcome: 'notDone',
			review: {
				state: 'returned',
				target: { table: 'person', id: 'sen' as PersonId, field: 'birth' },
				comment: 'Thiếu ngày sinh'
			}
		}),
		visit('tonight', 'h5', { next: { kind: 'revisit', on: TODAY, at: '19:00' } }),
		visit('success', 'h7', { person: 'phu' as PersonId, outcome: 'done', seenAt: NOON }),
		visit('gone', 'moved', { next: { kind: 'revisit', on: TODAY } })
	],
	{
		tonight: { state: 'waiting' },
		success: { state: 'approved', receipt: 12 },
		back: { state: 'returned', receipt: 9 }
	}
);

test('S01 the countdown of somebody who was approved on the 17th says 4 days', () => {
	const { countdowns } = listWork(book, TODAY);
	expect(countdowns).toMatchObject([
		{ href: '/doors/h3', door: '12/3 ngõ Đình', person: 'Người sen', countdown: { daysLeft: 4, stage: 'running' } }
	]);
});

test('what came back leads to its mending, a revisit to its door; a household that left the phone is no task', () => {
	const work = listWork(book, TODAY);
	expect(work.returned).toMatchObject([{ href: '/visit/fix/back', person: 'Người sen' }]);
	expect(work.due).toMatchObject([{ href: '/doors/h5', kind: 'revisit', at: '19:00', isLate: false }]);
	expect(work.due[0]).not.toHaveProperty('person');
});

test('a revisit is a task on its day, not before', () => {
	expect(listWork(book, '2026-11-19' as Day).due).toEqual([]);
});

test('a referral with a day leads to its door on that day', () => {
	const next = { kind: 'referral', receiver: 'wardPolice', on: TODAY } as const;
	const referred = makeBook([household('h1', '12/1')], [], [visit('sent', 'h1', { outcome: 'referred', next })]);
	expect(listWork(referred, TODAY).due).toMatchObject([{ href: '/doors/h1', kind: 'referral', isLate: false }]);
});

test('doors are counted once, whoever knocked how often', () => {
	expect(countDoors(book, TODAY)).toEqual({ all: 4, seen: 3, done: 1, visitsToday: 1 });
});

test('what waits comes first by age, receipts by number, no more than asked for', () => {
	const { waiting, received } = listWay(book, 2);
	expect(waiting.map((row) => row.key)).toEqual(['tonight']);
	expect(received.map((row) => [row.key, row.state.receipt])).toEqual([
		['success', 12],
		['back', 9]
	]);
	expect(listWay(book, 9).received.at(-1)).toMatchObject({ key: 'gone', door: null });
});
