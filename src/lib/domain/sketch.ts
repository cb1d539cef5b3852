// Where a door stands on a drawing of its lane (feature F021): the lane runs up the middle from its beginning, houses lie
// left and right of it. Squares of the drawing and nothing else: no place on earth, so no leave to read one is asked for.

import type { HouseholdId } from './id.ts';
import { problem, type Problem } from './problem.ts';

/** Squares of the drawing: `ROAD` is the column in which the lane runs, row 0 its beginning. */
export const SKETCH = { columns: 7, rows: 10, road: 3 } as const;

/** One square: `x` from left to right, `y` from the lane's beginning on. */
export interface Spot {
	readonly x: number;
	readonly y: number;
}

export const MOVES = ['on', 'left', 'right', 'back'] as const;
/** Tiến vào ngõ / sang trái / sang phải / lùi ra đầu ngõ. */
export type Move = (typeof MOVES)[number];

export const SIDES = ['left', 'end', 'right'] as const;
/** Bên trái / giữa đường, cuối ngõ / bên phải, seen by who walks in. */
export type Side = (typeof SIDES)[number];

/** What is wrong with a square that a record names. */
export function checkSpot(spot: Spot): Problem[] {
	const fits = (value: unknown, most: number) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < most;
	const isSquare = fits(spot.x, SKETCH.columns) && fits(spot.y, SKETCH.rows) && Object.keys(spot).length === 2;
	return isSquare ? [] : [problem('field.badChoice', 'sketch')];
}

/** The square beside this one; the same at the edge of the drawing. */
export function moveSpot({ x, y }: Spot, move: Move): Spot {
	const dx = move === 'left' ? -1 : move === 'right' ? 1 : 0;
	const dy = move === 'on' ? 1 : move === 'back' ? -1 : 0;
	return clampSpot({ x: x + dx, y: y + dy });
}

/** The square that a finger meant, from where it touched the drawing: 0 to 1 from its left and from its upper edge. */
export function spotAt(across: number, down: number): Spot {
	return clampSpot({ x: Math.floor(across * SKETCH.columns), y: SKETCH.rows - 1 - Math.floor(down * SKETCH.rows) });
}

function clampSpot({ x, y }: Spot): Spot {
	const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
	return { x: within(x, SKETCH.columns), y: within(y, SKETCH.rows) };
}

export function sideOf({ x }: Spot): Side {
	return x < SKETCH.road ? 'left' : x > SKETCH.road ? 'right' : 'end';
}

/** How many squares a house lies off the lane: 1 stands on it. */
export function depthOf({ x }: Spot): number {
	return Math.abs(x - SKETCH.road);
}

/** What a drawing knows of a door. */
export interface Door {
	readonly id: HouseholdId;
	readonly sketch?: Spot;
}

/** What is drawn in one square: doors that share it stand together, in walking order. */
export interface Square<One> {
	readonly spot: Spot;
	readonly doors: readonly One[];
}

/** The squares in which doors of the lane stand; those that nobody has drawn are in none. */
export function listSquares<One extends Door>(doors: readonly One[]): Square<One>[] {
	const squares = new Map<string, { spot: Spot; doors: One[] }>();
	for (const door of doors) {
		if (!door.sketch) continue;
		const { x, y } = door.sketch;
		const key = `${x}/${y}`;
		const square = squares.get(key);
		if (square) square.doors.push(door);
		else squares.set(key, { spot: { x, y }, doors: [door] });
	}
	return [...squares.values()];
}

/**
 * Where the mark of a door begins that nobody has drawn: as far into the lane as it comes in the walk, on the lane
 * itself, so that whoever draws says the side.
 */
export function beginSpot(doors: readonly Door[], id: HouseholdId): Spot {
	const at = doors.findIndex((door) => door.id === id);
	const last = Math.max(1, doors.length - 1);
	return clampSpot({ x: SKETCH.road, y: Math.round((Math.max(0, at) / last) * (SKETCH.rows - 1)) });
}
