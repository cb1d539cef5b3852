import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HouseholdId } from './id.ts';
import {
	beginSpot,
	checkSpot,
	depthOf,
	listSquares,
	MOVES,
	moveSpot,
	sideOf,
	SKETCH,
	spotAt,
	type Spot
} from './sketch.ts';

const spot = fc.record({ x: fc.nat(SKETCH.columns - 1), y: fc.nat(SKETCH.rows - 1) });

describe('F021 the drawing of a lane', () => {
	it('whatever is done to a mark, it stays in a square that a record may name', () => {
		const step = fc.oneof(
			fc.constantFrom(...MOVES).map((move) => (from: Spot) => moveSpot(from, move)),
			fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true })).map(
				([across, down]) =>
					() =>
						spotAt(across, down)
			)
		);
		fc.assert(
			fc.property(spot, fc.array(step), (from, steps) => {
				expect(checkSpot(steps.reduce((at, go) => go(at), from))).toEqual([]);
			})
		);
	});

	it('every square is reached by the buttons alone, and a finger in its middle means it', () => {
		fc.assert(
			fc.property(spot, spot, (from, to) => {
				const go = (at: Spot, move: (typeof MOVES)[number], times: number) =>
					Array.from({ length: times }).reduce<Spot>((one) => moveSpot(one, move), at);
				const across = go(from, to.x > from.x ? 'right' : 'left', Math.abs(to.x - from.x));
				expect(go(across, to.y > from.y ? 'on' : 'back', Math.abs(to.y - from.y))).toEqual(to);
				expect(spotAt((to.x + 0.5) / SKETCH.columns, 1 - (to.y + 0.5) / SKETCH.rows)).toEqual(to);
			})
		);
	});

	it('one step and the step back end where they began, except at the edge', () => {
		fc.assert(
			fc.property(spot, (from) => {
				for (const [move, back] of [
					['on', 'back'],
					['left', 'right']
				] as const) {
					const there = moveSpot(from, move);
					const isAtEdge = there.x === from.x && there.y === from.y;
					expect(isAtEdge || moveSpot(there, back)).toEqual(isAtEdge || from);
				}
			})
		);
	});

	it('left, on the lane and right are told apart, each with how far it lies off', () => {
		fc.assert(
			fc.property(spot, (at) => {
				expect(sideOf(at) === 'end').toBe(depthOf(at) === 0);
				expect(sideOf(at) === 'left').toBe(at.x < SKETCH.road);
			})
		);
		expect([sideOf({ x: 0, y: 0 }), sideOf({ x: SKETCH.columns - 1, y: 0 })]).toEqual(['left', 'right']);
	});

	it('every door that was drawn stands in exactly one square, and no other does', () => {
		const doors = fc
			.array(fc.option(spot, { nil: undefined }), { maxLength: 30 })
			.map((spots) => spots.map((sketch, at) => ({ id: `h${at}` as HouseholdId, ...(sketch ? { sketch } : {}) })));
		fc.assert(
			fc.property(doors, (all) => {
				const squares = listSquares(all);
				const shown = squares.flatMap((square) => square.doors.map(({ id }) => id));
				expect(shown.toSorted()).toEqual(all.flatMap((door) => ('sketch' in door ? [door.id] : [])).toSorted());
				for (const square of squares) for (const door of square.doors) expect(door.sketch).toEqual(square.spot);
				expect(new Set(squares.map((square) => `${square.spot.x}/${square.spot.y}`)).size).toBe(squares.length);
			})
		);
	});

	it('a mark that nobody has put begins on the lane, further in the later its door comes', () => {
		const lane = Array.from({ length: 40 }, (_, at) => ({ id: `h${at}` as HouseholdId }));
		const begins = lane.map(({ id }) => beginSpot(lane, id));
		expect(begins.every(({ x }) => x === SKETCH.road)).toBe(true);
		expect(begins.map(({ y }) => y)).toEqual(begins.map(({ y }) => y).toSorted((a, b) => a - b));
		expect([begins[0]!.y, begins.at(-1)!.y]).toEqual([0, SKETCH.rows - 1]);
		expect(checkSpot(beginSpot([], 'h0' as HouseholdId))).toEqual([]);
	});

	it('takes nothing but two whole numbers of the drawing', () => {
		for (const odd of [
			{ x: 7, y: 0 },
			{ x: 0, y: SKETCH.rows },
			{ x: -1, y: 0 },
			{ x: 1.5, y: 0 },
			{ x: 1, y: 1, lat: 10 }
		])
			expect(checkSpot(odd)).toMatchObject([{ code: 'field.badChoice', at: 'sketch' }]);
	});
});
