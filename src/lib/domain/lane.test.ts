import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaId } from './id.ts';
import {
	isInPart,
	keyOfDoor,
	keyOfLane,
	orderLanes,
	placeBetween,
	sideOf,
	sortDoors,
	standsAt,
	writePlace,
	type DoorName,
	type Lane,
	type LaneWay
} from './lane.ts';

const area = 'kp3' as AreaId;
const door = (number: string, lane = 'ngõ Đình', place?: string): DoorName => ({
	area,
	lane,
	number,
	...(place === undefined ? {} : { place })
});
const walk = (numbers: readonly string[], way: LaneWay = 'number') =>
	sortDoors(
		numbers.map((number) => door(number)),
		(each) => each,
		orderLanes([area], [{ area, name: 'ngõ Đình', way }])
	).map(({ number }) => number);
const lanesInOrder = (names: readonly string[], lanes: readonly Lane[] = []) => {
	const order = orderLanes([area], lanes);
	return names.toSorted((a, b) => (order.placeOf(area, a) < order.placeOf(area, b) ? -1 : 1));
};

describe('F020 doors of a lane', () => {
	it('follow the tree of house numbers, landmarks last', () => {
		expect(walk(['nhà mái tôn', '12/10', '14', '12', '2', '12/3A', '12/1', '12A', '12/3'])).toEqual([
			'2',
			'12',
			'12/1',
			'12/3',
			'12/3A',
			'12/10',
			'12A',
			'14',
			'nhà mái tôn'
		]);
	});

	it('are walked up the odd side and back along the even one, each ngách likewise', () => {
		const numbers = ['1', '2', '3', '4', '4A', '6', '6/1', '6/2', '6/3', '6/4', '6/5/2', '7', '9A', '9'];
		expect(walk(numbers, 'sides')).toEqual([
			...['1', '3', '7', '9', '9A'],
			...['6', '6/1', '6/3', '6/5/2', '6/4', '6/2', '4A', '4', '2']
		]);
	});

	it('stand floor by floor from the ground up, and room by room, also where sides are walked', () => {
		const numbers = ['12 tầng 10 P1001', '12 tầng 2 P202', '12 tầng trệt', '12 tầng 2 P201', '12'];
		const expected = ['12', '12 tầng trệt', '12 tầng 2 P201', '12 tầng 2 P202', '12 tầng 10 P1001'];
		expect(walk(numbers)).toEqual(expected);
		expect(walk(numbers, 'sides')).toEqual(expected);
		expect(walk(['5 lầu 2', '5 trệt', '5 lầu 1'])).toEqual(['5 trệt', '5 lầu 1', '5 lầu 2']);
	});

	it('that only differ in writing keep one order, whatever order they came in', () => {
		const numbers = ['12', '012', '12-3', '12/3', '14', '14 '];
		expect(walk(numbers.toReversed())).toEqual(walk(numbers));
	});

	it('tell their side, and whose part of the lane they are', () => {
		expect(['12', '12/3', '7A', 'số 9', 'nhà mái tôn', ''].map(sideOf)).toEqual([
			'even',
			'even',
			'odd',
			'odd',
			null,
			null
		]);
		expect(isInPart('7', 'odd') && isInPart('nhà mái tôn', 'odd') && isInPart('7', 'all')).toBe(true);
		expect(isInPart('8', 'odd')).toBe(false);
	});
});

describe('F020 lanes of an area', () => {
	it('are a tree: ngõ, then its ngách, then their hẻm', () => {
		expect(
			lanesInOrder(['ngõ 14', 'hẻm 12/3/5', 'ngách 12/10', 'Ngõ 2', 'ngách 12/3', 'ngõ 12', 'ngõ Đình', ''])
		).toEqual(['', 'Ngõ 2', 'ngõ 12', 'ngách 12/3', 'hẻm 12/3/5', 'ngách 12/10', 'ngõ 14', 'ngõ Đình']);
		expect(lanesInOrder(['ngõ Đình Làng', 'ngách 3, ngõ Đình', 'ngõ Đình', 'hẻm 2 ngách 3 ngõ Đình'])).toEqual([
			'ngõ Đình',
			'ngách 3, ngõ Đình',
			'hẻm 2 ngách 3 ngõ Đình',
			'ngõ Đình Làng'
		]);
		expect(keyOfLane('Ngõ Đình'.normalize('NFD'))).toBe(keyOfLane('ngo dinh'));
	});

	it('that were moved take along what lies in them', () => {
		const names = ['ngõ 2', 'ngõ 12', 'ngách 12/3', 'ngõ 14', 'ngõ 20'];
		const place = placeBetween(keyOfLane('ngõ 14'), keyOfLane('ngõ 20'))!;
		const moved = [{ area, name: 'Ngõ 12', way: 'number', place } as const];
		expect(lanesInOrder(names, moved)).toEqual(['ngõ 2', 'ngõ 14', 'ngõ 12', 'ngách 12/3', 'ngõ 20']);
	});

	it('follow the ward’s order of areas', () => {
		const other = 'kp1' as AreaId;
		const doors = [door('1'), { ...door('2'), area: other }];
		const numbers = (areas: AreaId[]) =>
			sortDoors(doors, (each) => each, orderLanes(areas, [])).map(({ number }) => number);
		expect([numbers([area, other]), numbers([other, area])]).toEqual([
			['1', '2'],
			['2', '1']
		]);
	});
});

describe('F020 a door that was moved', () => {
	it('stands where it was put, also when doors are added around it later', () => {
		const place = writePlace(placeBetween(keyOfDoor('12', 'number'), keyOfDoor('14', 'number'))!, 'number');
		const doors = [door('30', undefined, place), door('12'), door('13'), door('12/1'), door('14')];
		expect(sortDoors(doors, (each) => each).map(({ number }) => number)).toEqual(['12', '30', '12/1', '13', '14']);
	});

	it('keeps its place only for the way for which it was put there', () => {
		const place = writePlace(placeBetween(null, keyOfDoor('1', 'number'))!, 'number');
		expect(standsAt(door('30', undefined, place), 'number')).toBe(place.slice(1));
		expect(standsAt(door('30', undefined, place), 'sides')).toBe(keyOfDoor('30', 'sides'));
	});

	it('always finds room, in whatever order doors are moved, and stands exactly there', () => {
		const numbers = ['1', '2', '3', '4', '12', '12/1', '12/3', '14A', 'nhà mái tôn', '4 tầng 2'];
		fc.assert(
			fc.property(
				fc.constantFrom<LaneWay>('number', 'sides'),
				fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 60 }),
				(way, moves) => {
					const order = orderLanes([], [{ area, name: 'ngõ Đình', way }]);
					let row = sortDoors(
						numbers.map((number) => door(number)),
						(each) => each,
						order
					);
					for (const [from, to] of moves) {
						const moved = row[from]!;
						const left = row.filter((each) => each !== moved);
						const at = (i: number) => (left[i] ? standsAt(left[i], way) : null);
						const key = placeBetween(at(to - 1), at(to));
						if (key === null) return false;
						row = sortDoors([...left, { ...moved, place: writePlace(key, way) }], (each) => each, order);
						if (row[to]!.number !== moved.number) return false;
						if (!/^[ns][a-z0-9_/ ]*[a-z1-9]$/.test(row[to]!.place!)) return false;
					}
					return row.length === numbers.length;
				}
			),
			{ numRuns: 400 }
		);
	});

	it('stays short after a thousand moves to one place', () => {
		const first = keyOfDoor('1', 'number');
		let key = placeBetween(first, keyOfDoor('3', 'number'))!;
		for (let i = 0; i < 1000; i++) key = placeBetween(first, key)!;
		expect(key.length).toBeLessThan(400);
	});

	it('finds none between two that are not in order', () => {
		expect([placeBetween('b', 'a'), placeBetween('a', 'a')]).toEqual([null, null]);
	});
});
