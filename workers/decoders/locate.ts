// Where in a picture a QR code may be, before anything can be read of it: a code is a patch that is rough in both
// directions, more than print, cloth or wood, however soft and small it is. Pure, about a millisecond per picture; on
// made-up card frames the first spot holds the code in 99 of 100 hard ones (docs/decisions.md).

/** Where the brightness of each pixel stands: one byte in `step`, the first at `offset` (1 of 4: the green of RGBA). */
export interface Brightness {
	readonly data: Uint8Array | Uint8ClampedArray;
	readonly width: number;
	readonly height: number;
	readonly step: number;
	readonly offset: number;
}

/** A patch that may hold a code. */
export interface Spot {
	readonly middleX: number;
	readonly middleY: number;
	/** Width of the rough patch, which is a little more than the code. */
	readonly side: number;
	/** How rough and how square it is; see `STRONG`. */
	readonly score: number;
}

/** From here on a code is more likely than not: frames without one stay below 45, nearly all hard ones above 100. */
export const STRONG = 60;

const BLOCK_BITS = 3;
const BLOCK = 1 << BLOCK_BITS;
const ROW_STEP = 4;
/** Roughness is summed over so many pairs of pixels per block and direction, in a neighbourhood of 9 blocks. */
const PAIRS = (BLOCK / 2) * (BLOCK / ROW_STEP) * 9;
const BINS = 256;
/** How far between the usual and the highest roughness a patch begins. */
const EDGE_SHARE = 0.45;
const HIGHEST_SHARE = 0.005;
const MIN_BLOCKS = 9;

/** The likely places of a code, the likeliest first. */
export function findSpots(grey: Brightness, most = 3): Spot[] {
	const wide = Math.floor(grey.width / BLOCK);
	const high = Math.floor(grey.height / BLOCK);
	if (wide < 4 || high < 4) return [];
	const rough = smooth(weighBlocks(grey, wide, high), wide, high);
	const edge = findEdge(rough);
	return collectPatches(rough, wide, high, edge)
		.sort((a, b) => b.score - a.score)
		.slice(0, most);
}

/** Per block the smaller of two sums: how much grey changes along rows, and along columns. Lines and edges have one only. */
function weighBlocks({ data, width, step, offset }: Brightness, wide: number, high: number): Uint32Array {
	const along = new Uint32Array(wide * high);
	const down = new Uint32Array(wide * high);
	const endX = wide * BLOCK - 2;
	// the last two rows have nothing two rows below them
	const endY = high * BLOCK - 2;
	for (let y = 0; y < endY; y += ROW_STEP) {
		const blocks = (y >> BLOCK_BITS) * wide;
		let at = y * width * step + offset;
		const stride = 2 * step;
		const below = 2 * width * step;
		for (let x = 0; x < endX; x += 2, at += stride) {
			const here = data[at]!;
			const toRight = data[at + stride]! - here;
			const toBelow = data[at + below]! - here;
			const block = blocks + (x >> BLOCK_BITS);
			along[block]! += toRight < 0 ? -toRight : toRight;
			down[block]! += toBelow < 0 ? -toBelow : toBelow;
		}
	}
	for (let i = 0; i < along.length; i++) if (down[i]! < along[i]!) along[i] = down[i]!;
	return along;
}

/** Sums over 3 x 3 blocks; at the edge of the picture a block counts again for the one that is missing. */
function smooth(rough: Uint32Array, wide: number, high: number): Float32Array {
	const sums = new Float32Array(wide * high);
	for (let y = 0; y < high; y++) {
		const above = Math.max(0, y - 1) * wide;
		const row = y * wide;
		const below = Math.min(high - 1, y + 1) * wide;
		for (let x = 0; x < wide; x++) {
			const left = x > 0 ? x - 1 : 0;
			const right = x < wide - 1 ? x + 1 : x;
			const sum =
				rough[above + left]! +
				rough[above + x]! +
				rough[above + right]! +
				(rough[row + left]! + rough[row + x]! + rough[row + right]!) +
				(rough[below + left]! + rough[below + x]! + rough[below + right]!);
			sums[row + x] = sum / PAIRS;
		}
	}
	return sums;
}

/** The roughness from which on a block belongs to a patch: between the middle one and the one that few exceed. */
function findEdge(rough: Float32Array): number {
	const bins = new Uint32Array(BINS);
	for (const level of rough) bins[Math.min(BINS - 1, level * 2) | 0]!++;
	const atShare = (share: number) => {
		let left = rough.length * share;
		let bin = 0;
		while (bin < BINS - 1 && (left -= bins[bin]!) > 0) bin++;
		return bin / 2;
	};
	const usual = atShare(0.5);
	return usual + (atShare(1 - HIGHEST_SHARE) - usual) * EDGE_SHARE;
}

function collectPatches(rough: Float32Array, wide: number, high: number, edge: number): Spot[] {
	const isSeen = new Uint8Array(wide * high);
	const spots: Spot[] = [];
	const open: number[] = [];
	const visit = (block: number) => {
		if (isSeen[block] || rough[block]! < edge) return;
		isSeen[block] = 1;
		open.push(block);
	};
	for (let start = 0; start < rough.length; start++) {
		visit(start);
		let [x0, y0, x1, y1, count, sum] = [wide, high, -1, -1, 0, 0];
		for (let block = open.pop(); block !== undefined; block = open.pop()) {
			const x = block % wide;
			const y = (block - x) / wide;
			count++;
			sum += rough[block]!;
			if (x < x0) x0 = x;
			if (x > x1) x1 = x;
			if (y < y0) y0 = y;
			if (y > y1) y1 = y;
			if (x > 0) visit(block - 1);
			if (x < wide - 1) visit(block + 1);
			if (y > 0) visit(block - wide);
			if (y < high - 1) visit(block + wide);
		}
		if (count < MIN_BLOCKS) continue;
		const patchWide = x1 - x0 + 1;
		const patchHigh = y1 - y0 + 1;
		const fill = count / (patchWide * patchHigh);
		const squareness = Math.min(patchWide, patchHigh) / Math.max(patchWide, patchHigh);
		spots.push({
			middleX: ((x0 + x1 + 1) * BLOCK) / 2,
			middleY: ((y0 + y1 + 1) * BLOCK) / 2,
			side: Math.max(patchWide, patchHigh) * BLOCK,
			score: (sum / count) * Math.sqrt(count) * fill * squareness
		});
	}
	return spots;
}
