import { describe, expect, it } from 'vitest';
import type { Day } from './day.ts';
import type { Household } from './household.ts';
import type { Person } from './person.ts';
import type { AreaId, HouseholdId, VisitId } from './id.ts';
import type { Visit } from './visit.ts';
import {
	findLaneDone,
	fitsFilter,
	followWalk,
	isLeft,
	listLanes,
	listWalk,
	nextDoor,
	placeBehind,
	sharedLane,
	tallyLane
} from './walk.ts';
import { orderLanes } from './lane.ts';

const today = '2026-11-20' as Day;
const evening = Date.parse('2026-11-20T12:05:00Z');

function makeHousehold(number: string, lane = 'ngõ 12'): Household {
	return { id: number as HouseholdId, area: 'kp3' as AreaId, lane, number, kind: 'ordinary' };
}

function makeVisit(household: string, visit: Partial<Visit>): Visit {
	return {
		id: `visit of ${household}` as VisitId,
		household: household as HouseholdId,
		seenAt: evening,
		outcome: 'notDone',
		...visit
	};
}

function walkOf(numbers: string[], visits: Visit[] = []) {
	return listWalk(
		{
			households: numbers.map((number) => makeHousehold(number)),
			peopleOf: () => [],
			visitsOf: (id) => visits.filter((visit) => visit.household === id)
		},
		today
	);
}

const numbersOf = (walk: ReturnType<typeof walkOf>) => walk.map((row) => row.household.number);

describe('the walk after a change', () => {
	const doors = ['12', '12/1', '12/3', '14'].map((number) => makeHousehold(number));
	const NONE: readonly never[] = [];
	const visited = [makeVisit('12/3', { outcome: 'nobodyHome' })];
	const recordsOf = (households: readonly Household[], visits: Record<string, readonly Visit[]> = {}) => ({
		households,
		peopleOf: (): readonly Person[] => NONE,
		visitsOf: (id: HouseholdId) => visits[id] ?? NONE
	});
	const before = listWalk(recordsOf(doors), today);

	it('is the very same when nothing changed', () => {
		expect(followWalk(before, recordsOf(doors.toReversed()), today)).toBe(before);
	});

	it('works out only the door where somebody knocked', () => {
		const records = recordsOf(doors, { '12/3': visited });
		const after = followWalk(before, records, today);
		expect(after).toEqual(listWalk(records, today));
		expect(after.map((row, i) => row === before[i])).toEqual([true, true, false, true]);
	});

	it.each([
		['a door that is new', [...doors, makeHousehold('12/2')]],
		['a door that is gone', doors.slice(1)],
		['one gone and one new', [...doors.slice(1), makeHousehold('12/2')]],
		['a door with another number', doors.map((door) => (door.number === '12' ? { ...door, number: '99' } : door))],
		['a door with another hint', doors.map((door) => (door.number === '12' ? { ...door, access: 'Cổng sau' } : door))]
	])('is what it would be from the start with %s', (_, households) => {
		const records = recordsOf(households);
		expect(followWalk(before, records, today)).toEqual(listWalk(records, today));
	});
});

describe('the walk', () => {
	it('goes by the tree of house numbers, whatever the order of the records', () => {
		expect(numbersOf(walkOf(['12/10', '14', '12/3', '12', '12/3A', '12/1']))).toEqual([
			'12',
			'12/1',
			'12/3',
			'12/3A',
			'12/10',
			'14'
		]);
	});

	it('knows the day of the last knock', () => {
		const [first] = walkOf(['1'], [makeVisit('1', {}), makeVisit('1', { seenAt: evening - 3 * 86_400_000 })]);
		expect(first?.seenOn).toBe('2026-11-20');
		expect(walkOf(['1'])[0]?.seenOn).toBeNull();
	});

	it('names the lane only where all doors share it', () => {
		expect(sharedLane(walkOf(['1', '2']))).toBe('ngõ 12');
		expect(sharedLane([])).toBeNull();
		const mixed = listWalk(
			{
				households: [makeHousehold('1', 'ngõ 12'), makeHousehold('1', 'ngõ 14')],
				peopleOf: () => [],
				visitsOf: () => []
			},
			today
		);
		expect(sharedLane(mixed)).toBeNull();
	});
});

describe('what is left', () => {
	it('counts a revisit from its day on and respects a no', () => {
		const left = (visit: Partial<Visit>) => isLeft(walkOf(['1'], [makeVisit('1', visit)])[0]!, today);
		expect(left({ next: { kind: 'revisit', on: '2026-11-22' as Day } })).toBe(false);
		expect(left({ next: { kind: 'revisit', on: today } })).toBe(true);
		expect(left({ outcome: 'refused' })).toBe(false);
		expect(left({ outcome: 'nobodyHome' })).toBe(true);
		expect(isLeft(walkOf(['1'])[0]!, today)).toBe(true);
	});

	it('sorts doors under their filters', () => {
		const [due, new_, nobody] = walkOf(
			['1', '2', '3'],
			[makeVisit('1', { next: { kind: 'revisit', on: today, at: '19:00' } }), makeVisit('3', { outcome: 'nobodyHome' })]
		);
		expect([due, new_, nobody].map((row) => fitsFilter(row!, 'due', today))).toEqual([true, false, false]);
		expect([due, new_, nobody].map((row) => fitsFilter(row!, 'new', today))).toEqual([false, true, false]);
		expect([due, new_, nobody].map((row) => fitsFilter(row!, 'nobodyHome', today))).toEqual([false, false, true]);
		expect([due, new_, nobody].every((row) => fitsFilter(row!, 'left', today))).toBe(true);
	});
});

describe('the next door', () => {
	const go = (walk: ReturnType<typeof walkOf>, from: string | null) =>
		nextDoor(walk, from as HouseholdId | null, today)?.household.number ?? null;

	it('goes on in order and round to the beginning', () => {
		const walk = walkOf(['1', '2', '3']);
		expect(go(walk, '1')).toBe('2');
		expect(go(walk, '3')).toBe('1');
		expect(go(walk, null)).toBe('1');
	});

	it('leaves out doors where somebody knocked today, but not those agreed for today', () => {
		const walk = walkOf(
			['1', '2', '3', '4'],
			[
				makeVisit('2', { outcome: 'nobodyHome' }),
				makeVisit('3', { outcome: 'notDone', next: { kind: 'revisit', on: today, at: '20:00' } })
			]
		);
		expect(go(walk, '1')).toBe('3');
	});

	it('ends when nothing is left', () => {
		expect(go(walkOf(['1']), '1')).toBeNull();
		expect(go(walkOf(['1', '2'], [makeVisit('2', { outcome: 'refused' })]), '1')).toBeNull();
		expect(go([], null)).toBeNull();
	});
});

describe('F020 a walk as the ward ordered it', () => {
	const area = 'kp3' as AreaId;
	const ordered = (doors: readonly Household[], visits: readonly Visit[] = [], walkers: Record<string, string> = {}) =>
		listWalk(
			{
				households: doors,
				peopleOf: () => [],
				visitsOf: (id) => visits.filter((visit) => visit.household === id),
				order: orderLanes([area], [{ area, name: 'Ngõ 12', way: 'sides' }]),
				walkerOf: ({ number }) => walkers[number] ?? null
			},
			today
		);

	it('goes up the odd side and back along the even one, and names the next house in that order', () => {
		const walk = ordered(['1', '2', '3', '4'].map((number) => makeHousehold(number)));
		expect(numbersOf(walk)).toEqual(['1', '3', '4', '2']);
		expect(nextDoor(walk, '3' as HouseholdId, today)?.household.number).toBe('4');
	});

	it('never leads to a door where only the officer calls, or nobody', () => {
		const doors = ['1', '3', '5'].map((number) => makeHousehold(number));
		const closed = { ...doors[1]!, callers: 'officer' as const };
		const walk = ordered([doors[0]!, closed, doors[2]!]);
		expect(numbersOf(walk)).toEqual(['1', '5']);
		const records = { peopleOf: () => [], visitsOf: () => [] };
		const before = listWalk({ ...records, households: doors }, today);
		const after = followWalk(before, { ...records, households: [doors[0]!, closed, doors[2]!] }, today);
		expect(numbersOf([...after])).toEqual(['1', '5']);
	});

	it('passes over what somebody else walks, and says whose it is', () => {
		const walk = ordered(
			['1', '2', '3'].map((number) => makeHousehold(number)),
			[],
			{ '3': 'Trần Thị Mận' }
		);
		expect(walk.map((row) => row.walker)).toEqual([undefined, 'Trần Thị Mận', undefined]);
		expect(nextDoor(walk, '1' as HouseholdId, today)?.household.number).toBe('2');
		expect(walk.map((row) => fitsFilter(row, 'others', today))).toEqual([false, true, false]);
		expect(walk.map((row) => isLeft(row, today))).toEqual([true, false, true]);
	});

	it('is over in a lane when nothing is left there today, and tells what came of it', () => {
		const doors = [makeHousehold('1'), makeHousehold('3'), makeHousehold('8', 'ngõ 20')];
		const visits = [makeVisit('1', { outcome: 'nobodyHome' })];
		expect(findLaneDone(listLanes(ordered(doors, visits)), today)).toBeNull();
		visits.push(makeVisit('3', { next: { kind: 'revisit', on: '2026-11-22' as Day } }));
		const done = findLaneDone(listLanes(ordered(doors, visits)), today)!;
		expect(done.lane).toBe('ngõ 12');
		expect(tallyLane(done.rows, today)).toEqual({ doors: 2, done: 0, revisits: 1, nobodyHome: 1, left: 0 });
		const shared = ordered(doors, visits, { '3': 'Trần Thị Mận' });
		expect(tallyLane(listLanes(shared)[0]!.rows, today)).toMatchObject({ doors: 1, nobodyHome: 1, left: 0 });
		// whoever has gone on into the next lane is told nothing of the one before
		visits.push(makeVisit('8', { seenAt: evening + 1, outcome: 'nobodyHome' }));
		expect(findLaneDone(listLanes(ordered(doors, visits)), today)?.lane).toBe('ngõ 20');
	});

	it('takes a door to where a hand put it, first or behind another one, and nowhere else', () => {
		const doors = ['1', '3', '5'].map((number) => makeHousehold(number));
		const walk = ordered(doors);
		const put = (after: string | null) => {
			const place = placeBehind(walk, '5' as HouseholdId, after as HouseholdId | null, 'sides');
			return place && numbersOf(ordered([doors[0]!, doors[1]!, { ...doors[2]!, place }]));
		};
		expect([put(null), put('1'), put('3'), put('99')]).toEqual([
			['5', '1', '3'],
			['1', '5', '3'],
			['1', '3', '5'],
			null
		]);
	});
});
