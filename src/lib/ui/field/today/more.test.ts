import { expect, test } from 'vitest';
import type { Book } from '$lib/device/device.ts';
import type { Birth } from '$lib/domain/birth.ts';
import { addDays, type Day } from '$lib/domain/day.ts';
import type { Household } from '$lib/domain/household.ts';
import type { AreaId, HouseholdId, PersonId, VisitId } from '$lib/domain/id.ts';
import type { Person } from '$lib/domain/person.ts';
import type { Visit } from '$lib/domain/visit.ts';
import { listAnswers, listExpiring, listMyDay } from './more.ts';

const TODAY = '2026-11-20' as Day;
const NOON = Date.UTC(2026, 10, 20, 5, 0);
const DAY_MS = 86_400_000;
const ME = 'khang';

const household: Household = {
	id: 'h1' as HouseholdId,
	area: 'area' as AreaId,
	lane: 'ngõ Đình',
	number: '12/1',
	kind: 'ordinary'
};

function makeBook(people: Partial<Person>[], visits: Partial<Visit>[], waiting: readonly string[] = []): Book {
	const known = people.map((each, at): Person => ({
		id: `p${at}` as PersonId,
		household: household.id,
		name: `Người ${at}`,
		birth: '2001-12-31' as Birth,
		sex: 'female',
		presence: 'home',
		...each
	}));
	const made = visits.map((each, at): Visit => ({
		id: `v${at}` as VisitId,
		household: household.id,
		seenAt: NOON,
		outcome: 'informed',
		...each
	}));
	return {
		areas: [],
		order: null,
		campaign: null,
		difficulties: new Map(),
		events: new Map(),
		help: new Map(),
		answers: [],
		households: new Map([[household.id, household]]),
		people: new Map(known.map((one) => [one.id, one])),
		visits: new Map(made.map((one) => [one.id, one])),
		peopleOf: () => known,
		visitsOf: () => made,
		walkOn: () => [],
		findDoors: () => [],
		warmDoors: () => true,
		stateOf: (id) => (waiting.includes(id) ? { state: 'waiting' } : { state: 'received', receipt: 7 }),
		knownOf: () => undefined,
		decisionsOf: () => []
	};
}

test('cards that run out within ninety days, soonest first; the dead, the moved and good cards are none of them', () => {
	const issued = '2016-06-01' as Day; // good until the 25th birthday
	const bornForExpiry = (day: Day) => `2001${day.slice(4)}` as Birth;
	const rows = listExpiring(
		makeBook(
			[
				{ name: 'Sau', birth: bornForExpiry('2026-12-31' as Day), cardIssuedOn: issued },
				{ name: 'Trước', birth: bornForExpiry('2026-11-25' as Day), cardIssuedOn: issued },
				{ name: 'Đã mất', birth: bornForExpiry('2026-11-25' as Day), cardIssuedOn: issued, presence: 'deceased' },
				{ name: 'Còn hạn', birth: '1990-03-01' as Birth, cardIssuedOn: '2024-01-01' as Day },
				{ name: 'Nghe nói', card: 'expiring' },
				{ name: 'Không rõ', card: 'valid' }
			],
			[]
		),
		TODAY
	);
	expect(rows.map(({ person, expiresOn }) => [person, expiresOn])).toEqual([
		['Trước', '2026-11-25'],
		['Sau', '2026-12-31'],
		['Nghe nói', null]
	]);
});

test('F079 a card that runs out behind a door where nobody is to call is nobody’s task', () => {
	const book = makeBook([{ card: 'expiring' }], []);
	expect(listExpiring(book, TODAY)).toHaveLength(1);
	for (const callers of ['officer', 'nobody'] as const) {
		const closed = new Map([[household.id, { ...household, callers }]]);
		expect(listExpiring({ ...book, households: closed }, TODAY)).toEqual([]);
	}
});

test('answers are the ward’s words on my flags and referrals of the last seven days, latest first', () => {
	const word = (state: 'open' | 'takenUp' | 'done', days: number) => ({ state, n: 1, at: NOON - days * DAY_MS });
	const rows = listAnswers(
		makeBook(
			[{}],
			[
				{ by: ME, person: 'p0' as PersonId, referrals: { 'DF-07': word('takenUp', 2) } },
				{ next: { kind: 'referral', receiver: 'wardPolice' }, referrals: { referral: word('done', 1) } },
				{ by: ME, referrals: { 'DF-02': word('open', 0), 'DF-04': word('done', 8) } },
				{ by: 'man', referrals: { 'DF-16': word('done', 0) } }
			]
		),
		ME,
		NOON
	);
	expect(rows.map(({ key, state, receiver, person }) => [key, state, receiver, person])).toEqual([
		['v1/referral', 'done', 'wardPolice', undefined],
		['v0/DF-07', 'takenUp', undefined, 'Người 0']
	]);
});

test('my work today is mine and of today, by my own hours; what the ward has and what waits stand apart', () => {
	const standing = (state: 'l2Active' | 'l2LoggedIn' | 'l2Approved') =>
		({ state, on: TODAY, evidence: 'seenOnScreen', observer: ME }) as const;
	const { rows, counts } = listMyDay(
		makeBook(
			[],
			[
				{ outcome: 'nobodyHome', seenAt: NOON - 3_600_000 },
				{ by: ME, outcome: 'done', before: 'l2Approved', standing: standing('l2LoggedIn') },
				{
					by: ME,
					outcome: 'activatedOnly',
					before: 'l2LoggedIn',
					standing: standing('l2Active'),
					seenAt: NOON + 60_000
				},
				{ by: ME, outcome: 'done', before: 'l2LoggedIn', standing: standing('l2LoggedIn') },
				{ by: 'man', outcome: 'done' },
				{ by: ME, outcome: 'done', seenAt: NOON - DAY_MS }
			],
			['v0']
		),
		ME,
		TODAY
	);
	expect(rows.map(({ key, at }) => [key, at])).toEqual([
		['v2', NOON + 60_000],
		['v1', NOON],
		['v3', NOON],
		['v0', NOON - 3_600_000]
	]);
	expect(counts).toEqual({ doors: 1, nobodyHome: 1, activated: 1, successes: 1, acknowledged: 3, waiting: 1 });
	expect(listMyDay(makeBook([], [{}]), ME, addDays(TODAY, 1)).rows).toEqual([]);
});
