// The last look at a code whose corners are known but whose modules cannot be told apart by a decoder: the corners are
// moved until the lattice lies best, then every module is weighed against its four neighbours, which takes blur away
// where it matters, and the bits are given to the error correction with several strengths. Pure functions on pixels.

import type { Grey } from './decoder.ts';

/** x and y of the four corners in turn: top left, top right, bottom right, bottom left. */
export type Corners = readonly number[];

/** Bits of a code, row by row, 1 for dark. */
export interface Bits {
	readonly size: number;
	readonly data: Uint8Array;
}

type Transform = readonly [number, number, number, number, number, number, number, number];

/** How strongly a module is set off from its neighbours, and over how many modules around it "dark" is judged. */
const TRIES = [
	[1, 4],
	[0.5, 4],
	[1.6, 4],
	[1, 8],
	[2.5, 5]
] as const;
/** Corners are moved by these parts of a module, twice each. */
const STEPS = [0.6, 0.3, 0.15];
const ROUNDS = 2;
/** Where inside a module it is looked at, seen from its middle. */
const SPREAD = 0.2;
/** How much strong changes from module to module count beside the parts of a code that are known. */
const CHANGE_WEIGHT = 0.5;

/** Calls `take` with one reading of the bits after the other until it has an answer. */
export function readLattice<Answer>(
	grey: Grey,
	corners: Corners,
	size: number,
	take: (bits: Bits) => Answer | null
): Answer | null {
	const levels = new Float32Array(size * size);
	sampleModules(grey, findTransform(corners, size), size, SPREAD, levels);
	for (const [strength, reach] of TRIES) {
		const answer = take(decideBits(levels, size, strength, reach));
		if (answer !== null) return answer;
	}
	return null;
}

/** The corners moved to where the known parts of a code fit best and modules differ most from their neighbours. */
export function fitCorners(grey: Grey, corners: Corners, size: number): Corners {
	const levels = new Float32Array(size * size);
	const known = listKnown(size);
	const weigh = (tried: Corners) => {
		sampleModules(grey, findTransform(tried, size), size, 0, levels);
		return weighLattice(levels, size, known);
	};
	const moduleSide = Math.hypot(corners[2]! - corners[0]!, corners[3]! - corners[1]!) / size;
	let best = [...corners];
	let most = weigh(best);
	for (const step of STEPS) {
		for (let round = 0; round < ROUNDS; round++) {
			const before = most;
			for (let at = 0; at < best.length; at++) {
				for (const way of [step * moduleSide, -step * moduleSide]) {
					const tried = [...best];
					tried[at]! += way;
					const weight = weigh(tried);
					if (weight <= most) continue;
					most = weight;
					best = tried;
					break;
				}
			}
			if (most === before) break;
		}
	}
	return best;
}

/** From module coordinates to pixels: the plane's picture through a lens, fixed by the four corners. */
function findTransform(corners: Corners, size: number): Transform {
	const [x0, y0, x1, y1, x2, y2, x3, y3] = corners as [number, number, number, number, number, number, number, number];
	const sumX = x0 - x1 + x2 - x3;
	const sumY = y0 - y1 + y2 - y3;
	const [ax, ay, bx, by] = [x1 - x2, y1 - y2, x3 - x2, y3 - y2];
	const area = ax * by - bx * ay;
	const g = (sumX * by - bx * sumY) / area;
	const h = (ax * sumY - sumX * ay) / area;
	return [
		(x1 - x0 + g * x1) / size,
		(x3 - x0 + h * x3) / size,
		x0,
		(y1 - y0 + g * y1) / size,
		(y3 - y0 + h * y3) / size,
		y0,
		g / size,
		h / size
	];
}

/** The grey level of each module: at its middle, or the mean of four points `spread` modules around it. */
function sampleModules(grey: Grey, transform: Transform, size: number, spread: number, into: Float32Array): void {
	const { data, width, height } = grey;
	const [a, b, c, d, e, f, g, h] = transform;
	const offsets = spread > 0 ? [-spread, spread] : [0];
	const share = 1 / (offsets.length * offsets.length);
	const [lastX, lastY] = [width - 1.001, height - 1.001];
	into.fill(0);
	for (const offsetY of offsets) {
		for (const offsetX of offsets) {
			for (let row = 0, to = 0; row < size; row++) {
				const v = row + 0.5 + offsetY;
				for (let column = 0; column < size; column++, to++) {
					const u = column + 0.5 + offsetX;
					const scale = 1 / (g * u + h * v + 1);
					let x = (a * u + b * v + c) * scale - 0.5;
					let y = (d * u + e * v + f) * scale - 0.5;
					// a corner beyond the picture, or none at all (NaN), looks at its edge
					x = x > 0 ? (x < lastX ? x : lastX) : 0;
					y = y > 0 ? (y < lastY ? y : lastY) : 0;
					const left = x | 0;
					const top = y | 0;
					const at = top * width + left;
					const partX = x - left;
					const above = data[at]! + (data[at + 1]! - data[at]!) * partX;
					const below = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * partX;
					into[to]! += (above + (below - above) * (y - top)) * share;
				}
			}
		}
	}
}

function weighLattice(levels: Float32Array, size: number, known: Int32Array): number {
	let fit = 0;
	for (let i = 0; i < known.length; i += 2) fit -= known[i + 1]! * levels[known[i]!]!;
	let change = 0;
	for (let y = 0, at = 0; y < size; y++) {
		for (let x = 0; x < size; x++, at++) {
			if (x > 0) change += Math.abs(levels[at]! - levels[at - 1]!);
			if (y > 0) change += Math.abs(levels[at]! - levels[at - size]!);
		}
	}
	return fit / (known.length / 2) + (CHANGE_WEIGHT * change) / (2 * size * size);
}

/** Each module is set off from its neighbours by `strength` and is dark when it is below the mean around it. */
function decideBits(levels: Float32Array, size: number, strength: number, reach: number): Bits {
	const means = meanAround(levels, size, reach);
	const data = new Uint8Array(size * size);
	for (let y = 0, at = 0; y < size; y++) {
		for (let x = 0; x < size; x++, at++) {
			const here = levels[at]!;
			const left = x > 0 ? levels[at - 1]! : here;
			const right = x < size - 1 ? levels[at + 1]! : here;
			const above = y > 0 ? levels[at - size]! : here;
			const below = y < size - 1 ? levels[at + size]! : here;
			const setOff = here + strength * (here - (left + right + above + below) / 4);
			data[at] = setOff < means[at]! ? 1 : 0;
		}
	}
	return { size, data };
}

/** The mean of all modules that are at most `reach` away in both directions, by sums of rectangles. */
function meanAround(levels: Float32Array, size: number, reach: number): Float32Array {
	const stride = size + 1;
	const sums = new Float64Array(stride * stride);
	for (let y = 0; y < size; y++) {
		let row = 0;
		for (let x = 0; x < size; x++) {
			row += levels[y * size + x]!;
			sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1]! + row;
		}
	}
	const means = new Float32Array(size * size);
	for (let y = 0, at = 0; y < size; y++) {
		const top = Math.max(0, y - reach) * stride;
		const bottom = Math.min(size, y + reach + 1) * stride;
		for (let x = 0; x < size; x++, at++) {
			const left = Math.max(0, x - reach);
			const right = Math.min(size, x + reach + 1);
			const sum = sums[bottom + right]! - sums[top + right]! - sums[bottom + left]! + sums[top + left]!;
			means[at] = (sum * stride) / ((right - left) * (bottom - top));
		}
	}
	return means;
}

const knownBySize = new Map<number, Int32Array>();

/** What every code of this size shows: pairs of a module's place and 1 for dark or -1 for light. */
export function listKnown(size: number): Int32Array {
	const kept = knownBySize.get(size);
	if (kept) return kept;
	const signs = new Int8Array(size * size);
	const put = (x: number, y: number, isDark: boolean) => {
		if (x >= 0 && y >= 0 && x < size && y < size) signs[y * size + x] = isDark ? 1 : -1;
	};
	for (let i = 8; i < size - 8; i++) {
		put(i, 6, i % 2 === 0);
		put(6, i, i % 2 === 0);
	}
	const ring = (x: number, y: number, reach: number, light: readonly number[]) => {
		for (let dy = -reach; dy <= reach; dy++) {
			for (let dx = -reach; dx <= reach; dx++) {
				put(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
			}
		}
	};
	const places = listAlignments(size);
	const last = places.at(-1) ?? 0;
	for (const y of places) {
		for (const x of places) {
			const isFinder = (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6);
			if (!isFinder) ring(x, y, 2, [1]);
		}
	}
	for (const [x, y] of [
		[3, 3],
		[size - 4, 3],
		[3, size - 4]
	] as const) {
		ring(x, y, 4, [2, 4]);
	}
	const known: number[] = [];
	signs.forEach((sign, at) => sign !== 0 && known.push(at, sign));
	const list = Int32Array.from(known);
	knownBySize.set(size, list);
	return list;
}

/** Rows and columns of the alignment patterns (ISO/IEC 18004, annex E, as the rule that makes its table). */
function listAlignments(size: number): number[] {
	const version = (size - 17) / 4;
	if (version < 2) return [];
	const count = Math.floor(version / 7) + 2;
	const step = version === 32 ? 26 : Math.ceil((size - 13) / (count * 2 - 2)) * 2;
	return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - (count - 2 - i) * step)];
}
