import { describe, expect, it } from 'vitest';
import type { Birth } from './birth.ts';
import { addDays, type Day } from './day.ts';
import type { HouseholdId, PersonId, VisitId } from './id.ts';
import type { LadderState } from './ladder.ts';
import type { Person } from './person.ts';
import { computeRate, countFigures } from './report.ts';
import { decideDoor, listTasks, listVisitsOn } from './task.ts';
import { checkVisit, isInforming, proposeOutcome, type Visit } from './visit.ts';

const TODAY = '2026-11-20' as Day;
const NOON = Date.parse('2026-11-20T05:00:00Z');
const door = (id: string) => id as HouseholdId;
const household = { id: door('h1'), area: 'a' as never, lane: '', number: '12/3', kind: 'ordinary' as const };

function person(id: string, changes: Partial<Person> = {}): Person {
	return {
		id: id as PersonId,
		household: door('h1'),
		name: 'Ngô Thị Sen',
		birth: '1985-05-14' as Birth,
		sex: 'female',
		presence: 'home',
		...changes
	};
}
function visit(id: string, changes: Partial<Visit> = {}): Visit {
	return { id: id as VisitId, household: door('h1'), seenAt: NOON, outcome: 'informed', ...changes };
}
const standing = (state: LadderState, approvedOn?: Day, evidence: 'seenOnScreen' | 'declared' = 'seenOnScreen') => ({
	standing: { state, on: TODAY, evidence, observer: 'v', ...(approvedOn ? { approvedOn } : {}) }
});

describe('tasks of today', () => {
	it('puts what the ward sent back first, then countdowns by days left, then what is due by hour', () => {
		const tasks = listTasks(
			{
				households: [household],
				people: [
					person('p1', standing('l2Approved', addDays(TODAY, -3))),
					person('p2', standing('l2Approved', addDays(TODAY, -6)))
				],
				visits: [
					visit('v1', { household: door('h2'), next: { kind: 'revisit', on: TODAY, at: '19:00' } }),
					visit('v2', { household: door('h3'), next: { kind: 'appointment', on: addDays(TODAY, -1) } }),
					visit('v3', { household: door('h4'), review: { state: 'returned', comment: 'x' } }),
					visit('v4', { household: door('h5'), next: { kind: 'revisit', on: addDays(TODAY, 1) } })
				]
			},
			TODAY
		);
		expect(tasks.map((task) => task.kind)).toEqual(['returned', 'countdown', 'countdown', 'appointment', 'revisit']);
		expect(tasks[1]).toMatchObject({ person: 'p2', countdown: { daysLeft: 1 } });
		expect(tasks[3]).toMatchObject({ isLate: true });
	});

	it('lets a later visit settle a revisit, about the same person where there was one', () => {
		const due = visit('v1', { next: { kind: 'revisit', on: TODAY }, seenAt: NOON - 1000 });
		expect(listTasks({ households: [], people: [], visits: [due, visit('v2')] }, TODAY)).toEqual([]);
		const aboutOne = { ...due, person: 'p1' as PersonId };
		const other = visit('v2', { person: 'p2' as PersonId });
		expect(listTasks({ households: [], people: [], visits: [aboutOne, other] }, TODAY)).toHaveLength(1);
	});

	it('has a referral with a day among them, and none without', () => {
		const referral = { kind: 'referral', receiver: 'wardPolice' } as const;
		const due = visit('v1', { next: { ...referral, on: addDays(TODAY, -1) }, person: 'p1' as PersonId });
		const list = (visits: Visit[]) => listTasks({ households: [], people: [], visits }, TODAY);
		expect(list([due])).toMatchObject([{ kind: 'referral', person: 'p1', isLate: true }]);
		expect(list([{ ...due, next: { ...referral, on: addDays(TODAY, 1) } }])).toEqual([]);
		expect(list([{ ...due, next: referral }])).toEqual([]);
		expect(list([due, visit('v2', { person: 'p1' as PersonId, seenAt: NOON + 1 })])).toEqual([]);
	});
});

describe('a door in the walk list', () => {
	it.each([
		['new', [], []],
		['nobodyHome', [visit('v', { outcome: 'nobodyHome' })], []],
		['revisit', [visit('v', { outcome: 'nobodyHome', next: { kind: 'revisit', on: TODAY } })], []],
		['revisit', [visit('v', { outcome: 'referred', next: { kind: 'referral', on: addDays(TODAY, 3) } })], []],
		['partly', [visit('v', { outcome: 'referred', next: { kind: 'referral' } })], []],
		['refused', [visit('v', { outcome: 'refused' })], []],
		['partly', [visit('v', { outcome: 'notDone' })], []],
		['returned', [visit('v', { review: { state: 'returned' } })], []],
		['done', [visit('v', { outcome: 'done' })], [person('p', standing('l2LoggedIn'))]]
	] as const)('%s', (state, visits, people) => expect(decideDoor(people, visits, TODAY).state).toBe(state));

	it('counts only people who are old enough, alive and here', () => {
		const people = [
			person('p1', standing('l2LoggedIn')),
			person('p2', { birth: '2015' as Birth }),
			person('p3', { presence: 'deceased' }),
			person('p4', standing('moved'))
		];
		expect(decideDoor(people, [], TODAY)).toMatchObject({ state: 'done', people: 1, successes: 1 });
	});
});

it('lists the visits of one day in Vietnam', () => {
	const late = visit('v2', { seenAt: Date.parse('2026-11-20T17:30:00Z') });
	expect(listVisitsOn([visit('v1'), late], TODAY).map((row) => row.id)).toEqual(['v1']);
});

describe('figures (digest e.2)', () => {
	it('keeps issued, activated and success apart, declared success beside them, and two denominators', () => {
		const figures = countFigures(
			[household, { ...household, id: door('h2') }],
			[
				person('p1', standing('l2LoggedIn')),
				person('p2', standing('l2Active')),
				person('p3', standing('l2Approved')),
				person('p4', standing('l2LoggedIn', undefined, 'declared')),
				person('p5', { presence: 'away' }),
				person('p6', { presence: 'deceased' })
			],
			[visit('v1'), visit('v2', { household: door('h2'), outcome: 'nobodyHome' })]
		);
		expect(figures).toEqual({
			households: 2,
			householdsInformed: 1,
			registered: 5,
			present: 4,
			issued: 3,
			activated: 2,
			success: 1,
			successDeclared: 1,
			scamWarnings: 0
		});
	});
	it('rounds half up to two decimals', () => {
		expect(computeRate(119, 2650)).toBe(4.49);
		expect(computeRate(1068, 1273)).toBe(83.9);
		expect(computeRate(1, 8)).toBe(12.5);
		expect(computeRate(1, 80_000)).toBe(0);
		expect(computeRate(1, 20_000)).toBe(0.01);
		expect(computeRate(3, 0)).toBeNull();
	});
});

describe('a visit that somebody wrote', () => {
	const consent = { record: true, phone: false, remind: false, wording: 1, method: 'spoken' as const, givenAt: NOON };
	const codes = (changes: Partial<Visit>) => checkVisit(visit('v', changes)).map((found) => found.code);
	it('names nobody without consent, but counts a closed door', () => {
		expect(codes({ person: 'p' as PersonId })).toContain('field.noConsent');
		expect(codes({ person: 'p' as PersonId, consent })).toEqual([]);
		expect(codes({ outcome: 'nobodyHome' })).toEqual([]);
		expect(isInforming({ outcome: 'refused' })).toBe(true);
		expect(isInforming({ outcome: 'nobodyHome' })).toBe(false);
	});
	it('asks for the reason of a jump (F072)', () => {
		const jump = { before: 'l2LoggedIn' as const, ...standing('hasCard') };
		expect(codes(jump)).toEqual(['field.reasonNeeded']);
		expect(codes({ ...jump, standing: { ...jump.standing, reason: 'danh sách ghi nhầm' } })).toEqual([]);
		expect(codes({ ...jump, standing: { ...jump.standing, reason: 'số 000185000101' } })).toEqual(['note.idNumber']);
	});
	it('asks for the day of a revisit and the receiver of a referral', () => {
		expect(codes({ next: { kind: 'revisit' } })).toEqual(['field.required']);
		expect(codes({ next: { kind: 'referral' } })).toEqual(['field.required']);
		expect(codes({ next: { kind: 'revisit', on: TODAY, at: '25:00' } })).toEqual(['field.badDay']);
	});
	it('takes the outcome from the resident’s own screen', () => {
		expect(proposeOutcome('l2LoggedIn')).toBe('done');
		expect(proposeOutcome('l2Active')).toBe('activatedOnly');
		expect(proposeOutcome('l2Approved')).toBe('notDone');
		expect(proposeOutcome('refused')).toBe('refused');
	});
});
