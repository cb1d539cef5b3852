// Lanes that change hands: what is said of each door, who may take it and until when, and that of two phones that hand
// doors to and fro each door is left to one of them.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from './day.ts';
import type { Household } from './household.ts';
import type { AreaId, HouseholdId, VisitId } from './id.ts';
import { splitLane } from './lane-split.ts';
import { LIMIT } from './limit.ts';
import { decideTaking, makeRelay, relayWeek, type Relay } from './relay.ts';
import {
	endCrew,
	knockerAt,
	makeShift,
	noteRelay,
	openShift,
	postDoors,
	startCrew,
	switchKnocker,
	takeBackRelay,
	tellRelays,
	walkingCrew,
	type Shift
} from './shift.ts';
import type { Visit } from './visit.ts';
import { fitsFilter, isLeft, listWalk, nextDoor, type WalkDoor } from './walk.ts';

const TODAY = '2026-11-20' as Day;
const NOON = Date.parse('2026-11-20T05:00:00Z');
const AREA = 'kp3' as AreaId;

const doorOf = (number: number): Household => ({
	id: `door ${number}` as HouseholdId,
	area: AREA,
	lane: 'ngõ 12',
	number: String(number),
	kind: 'ordinary'
});
const DOORS = Array.from({ length: 8 }, (_, at) => doorOf(at + 1));
const visitOf = (number: number, outcome: Visit['outcome'], seenAt = NOON - 3600_000): Visit => ({
	id: `visit ${number} ${seenAt}` as VisitId,
	household: `door ${number}` as HouseholdId,
	seenAt,
	outcome
});

function walk(shift: Shift | null, visits: readonly Visit[] = [], households = DOORS): WalkDoor[] {
	const words = tellRelays(shift ?? { relays: [] });
	return listWalk(
		{
			households,
			peopleOf: () => [],
			visitsOf: (id) => visits.filter(({ household }) => household === id),
			handedOf: (id) => words.get(id)
		},
		TODAY
	);
}

const ALL_KNOWN = { isKnown: () => true, placeOf: () => undefined };
const GROUND = { areas: [{ id: AREA, assigned: true }], households: new Map(DOORS.map((door) => [door.id, door])) };
const head = (id: string, from = 'Khang') => ({ id, area: AREA, lane: 'ngõ 12', from, madeAt: NOON });

function give(rows: readonly WalkDoor[], id = 'r1'): Relay {
	const made = makeRelay(rows, TODAY, ALL_KNOWN, head(id));
	if (!made.ok) throw new Error(made.problem.code);
	return made.value.relay;
}

const numbers = (rows: readonly WalkDoor[]) => rows.map(({ household }) => household.number);
const left = (rows: readonly WalkDoor[]) => rows.filter((row) => isLeft(row, TODAY));

describe('what a relay says', () => {
	const visits = [visitOf(2, 'nobodyHome'), visitOf(3, 'refused'), visitOf(4, 'nobodyHome', NOON - 2 * 86_400_000)];

	it('tells order and what was done today, and nothing of people or addresses', () => {
		const relay = give(walk(null, visits));
		expect(relay.doors.map(({ state }) => state).slice(0, 5)).toEqual(['left', 'knocked', 'over', 'left', 'left']);
		expect(Object.keys(relay).toSorted()).toEqual(['area', 'doors', 'from', 'id', 'lane', 'madeAt']);
		for (const door of relay.doors) expect(Object.keys(door).toSorted()).toEqual(['id', 'state']);
	});

	it('leaves behind what the ward does not have yet, and says how many', () => {
		const isKnown = (id: HouseholdId) => id !== 'door 1';
		expect(makeRelay(walk(null), TODAY, { ...ALL_KNOWN, isKnown }, head('r'))).toMatchObject({
			value: { unknown: 1, relay: { doors: { length: 7 } } }
		});
		expect(makeRelay(walk(null), TODAY, { ...ALL_KNOWN, isKnown: () => false }, head('r'))).toMatchObject({
			problem: { code: 'relay.nothing' }
		});
		const many = Array.from({ length: LIMIT.relayDoors + 1 }, (_, at) => doorOf(at + 1));
		expect(makeRelay(walk(null, [], many), TODAY, ALL_KNOWN, head('r'))).toMatchObject({
			problem: { code: 'relay.tooMany' }
		});
	});

	it('the other phone walks on where this one stopped, and passes over what is over', () => {
		const relay = give(walk(null, visits));
		const taker = walk(noteRelay(makeShift(TODAY), 'taken', relay));
		expect(numbers(left(taker))).toEqual(['1', '2', '4', '5', '6', '7', '8']);
		expect(taker[1]).toMatchObject({ seenOn: TODAY, heard: { from: 'Khang', isOver: false } });
		// knocked at today: not the next one, as on the phone that knocked
		expect(nextDoor(taker, 'door 1' as HouseholdId, TODAY)?.household.number).toBe('4');
		const giver = walk(noteRelay(makeShift(TODAY), 'given', relay), visits);
		expect(left(giver)).toEqual([]);
		expect(giver.every((row) => fitsFilter(row, 'others', TODAY))).toBe(true);
	});

	it('carries the order that the giver has made, which the ward may not know yet', () => {
		const moved = DOORS.map((door) => (door.number === '8' ? { ...door, place: 'n00000027 i' } : door));
		const relay = give(walk(null, [], moved));
		expect(numbers(walk(null, [], moved)).slice(0, 3)).toEqual(['1', '8', '2']);
		expect(numbers(walk(noteRelay(makeShift(TODAY), 'taken', relay))).slice(0, 3)).toEqual(['1', '8', '2']);
	});
});

describe('who may take it', () => {
	const relay = give(walk(null));

	it('a phone that the ward gave the area, for half an hour, on the same day', () => {
		expect(decideTaking(relay, GROUND, NOON)).toMatchObject({ value: { missing: 0, relay: { doors: { length: 8 } } } });
		for (const [now, code] of [
			[NOON + LIMIT.relayTakeMs, null],
			[NOON + LIMIT.relayTakeMs + 1, 'relay.expired'],
			[NOON - LIMIT.clockSkewMs, null],
			[NOON - LIMIT.clockSkewMs - 1, 'relay.expired'],
			[NOON + 86_400_000, 'relay.expired']
		] as const) {
			const taken = decideTaking(relay, GROUND, now);
			expect(taken.ok ? null : taken.problem.code).toBe(code);
		}
		const late = { ...relay, madeAt: Date.parse('2026-11-20T16:50:00Z') };
		expect(decideTaking(late, GROUND, late.madeAt + 20 * 60_000)).toMatchObject({ problem: { code: 'relay.expired' } });
	});

	it('no other one: the area must be assigned, and only doors that the phone holds there are taken', () => {
		for (const areas of [[], [{ id: AREA, assigned: false }], [{ id: 'kp1' as AreaId, assigned: true }]])
			expect(decideTaking(relay, { ...GROUND, areas }, NOON)).toMatchObject({ problem: { code: 'relay.notYours' } });
		const some = new Map(DOORS.slice(0, 3).map((door) => [door.id, door]));
		expect(decideTaking(relay, { ...GROUND, households: some }, NOON)).toMatchObject({
			value: { missing: 5, relay: { doors: { length: 3 } } }
		});
		// an id of another lane or area in a relay that somebody crafted opens nothing
		for (const change of [{ lane: 'ngõ 14' }, { area: 'kp1' as AreaId }]) {
			const elsewhere = new Map(DOORS.map((door) => [door.id, { ...door, ...change }]));
			expect(decideTaking(relay, { ...GROUND, households: elsewhere }, NOON)).toMatchObject({
				problem: { code: 'relay.noDoors' }
			});
		}
	});

	it('the key of a day changes by weeks, the next one at the latest after seven days', () => {
		const days = Array.from({ length: 30 }, (_, at) => `2026-11-${String(at + 1).padStart(2, '0')}` as Day);
		const weeks = days.map(relayWeek);
		expect(new Set(weeks).size).toBe(5);
		for (const week of new Set(weeks)) expect(weeks.filter((one) => one === week).length).toBeLessThanOrEqual(7);
		expect(relayWeek(days[29]!) - relayWeek(days[0]!)).toBe(4);
	});
});

describe('two phones that hand doors to and fro', () => {
	const anyMove = fc.record({
		from: fc.constantFrom(0, 1),
		cut: fc.oneof(
			fc.constant({ by: 'sides' } as const),
			fc.integer({ min: 1, max: 8 }).map((n) => ({ by: 'door', at: `door ${n}` as HouseholdId }) as const)
		),
		part: fc.constantFrom(0, 1),
		isTwice: fc.boolean()
	});

	it('each door is left to one of them and to no other, however often, also where a relay is taken twice', () => {
		fc.assert(
			fc.property(fc.array(anyMove, { minLength: 1, maxLength: 12 }), (moves) => {
				// in the beginning the whole lane is the first one's
				const shifts: [Shift, Shift] = [makeShift(TODAY), makeShift(TODAY)];
				shifts[1] = noteRelay(shifts[1], 'given', give(walk(null), 'beginning'));
				for (const [at, { from, cut, part, isTwice }] of moves.entries()) {
					const own = walk(shifts[from]!).filter(({ walker }) => walker === undefined);
					const chosen = splitLane(own, cut)[part]!;
					if (chosen.length === 0) continue;
					const relay = give(chosen, `r${at}`);
					const to = 1 - from;
					for (let time = 0; time < (isTwice ? 2 : 1); time++) shifts[to] = noteRelay(shifts[to]!, 'taken', relay);
					shifts[from] = noteRelay(shifts[from]!, 'given', relay);
				}
				const [one, other] = shifts.map((shift) => new Set(numbers(left(walk(shift)))));
				for (const { number } of DOORS) expect([one!.has(number), other!.has(number)].filter(Boolean)).toHaveLength(1);
			})
		);
	});

	it('what was given and is taken back is walked here again', () => {
		const relay = give(walk(null).slice(0, 4));
		const given = noteRelay(makeShift(TODAY), 'given', relay);
		expect(numbers(left(walk(given)))).toEqual(['5', '6', '7', '8']);
		expect(left(walk(takeBackRelay(given, relay.id)))).toHaveLength(8);
		expect(noteRelay(given, 'given', relay)).toBe(given);
	});
});

describe('the shift of a day', () => {
	const crew = {
		members: [
			{ letter: 'A', name: 'Khang' },
			{ letter: 'B', name: 'Bác Tư' }
		],
		at: 'A',
		startedAt: NOON
	} as const;
	const door = 'door 1' as HouseholdId;
	const other = 'door 2' as HouseholdId;

	it('knows who is at which door: the one who was said to be there, else who knocks now', () => {
		let shift = startCrew(makeShift(TODAY), crew);
		expect(knockerAt(shift, door)?.letter).toBe('A');
		shift = switchKnocker(shift, 'B', door);
		expect([knockerAt(shift, door)?.letter, knockerAt(shift, other)?.letter]).toEqual(['B', 'B']);
		shift = switchKnocker(shift, 'A', null);
		expect([knockerAt(shift, door)?.letter, knockerAt(shift, other)?.letter]).toEqual(['B', 'A']);
		expect(knockerAt(postDoors(shift, [other], 'B'), other)?.letter).toBe('B');
		// nobody has this letter
		expect(switchKnocker(shift, 'D', door)).toBe(shift);
		expect(knockerAt(makeShift(TODAY), door)).toBeNull();
		expect(knockerAt(null, door)).toBeNull();
	});

	it('ends with nobody at the door, keeps the crew for its summary, and is over on another day', () => {
		const shift = endCrew(switchKnocker(startCrew(makeShift(TODAY), crew), 'B', door), NOON + 1);
		expect([knockerAt(shift, door), walkingCrew(shift), shift.crew?.endedAt]).toEqual([null, null, NOON + 1]);
		expect(openShift(shift, TODAY)).toBe(shift);
		expect(openShift(shift, '2026-11-21' as Day)).toEqual(makeShift('2026-11-21' as Day));
		expect(openShift(null, TODAY)).toEqual(makeShift(TODAY));
	});
});
