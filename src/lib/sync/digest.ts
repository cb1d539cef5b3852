// Do the copies of a phone and of the ward agree? Each area's records fall into sixteen buckets by their id; a bucket's
// sum is how many there are and the exclusive-or of one 64-bit number for each, so that order does not matter and one
// record that is missing, extra or of another version shows.

import type { AreaId, RecordId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { AreaSums } from './entry.ts';

/** What a sum is made of. */
export interface Copy {
	readonly id: RecordId;
	readonly area: AreaId;
	readonly v: number;
}

/** The bucket of a record: by the last hex digit of its id, which is random. */
export function bucketOf(id: RecordId): number {
	return Number.parseInt(id.slice(-1), 16) % LIMIT.digestBuckets;
}

/** `<count>.<16 hex digits>` for each bucket of each of `areas`, also of those in which nothing stands. */
export function sumAreas(copies: Iterable<Copy>, areas: readonly AreaId[]): AreaSums[] {
	const all = new Map(areas.map((area) => [area, Array.from({ length: LIMIT.digestBuckets }, () => [0, 0, 0])]));
	for (const { id, area, v } of copies) {
		const sum = all.get(area)?.[bucketOf(id)];
		if (!sum) continue;
		const [high, low] = numberOf(id, v);
		sum[0]! += 1;
		sum[1] = (sum[1]! ^ high) >>> 0;
		sum[2] = (sum[2]! ^ low) >>> 0;
	}
	return [...all].map(([area, sums]) => ({
		area,
		sums: sums.map(([count, high, low]) => `${count}.${hex(high!)}${hex(low!)}`)
	}));
}

/** 64 bits of a record's id and version: spread, not secret. */
function numberOf(id: string, v: number): [number, number] {
	let high = v | 0;
	let low = ~v;
	for (let i = 0; i < id.length; i++) {
		const unit = id.charCodeAt(i);
		high = Math.imul(high ^ unit, 0x01000193);
		low = Math.imul(low ^ (unit + i), 0x85ebca6b);
	}
	return [spread(high), spread(low ^ high)];
}

/** The finisher of MurmurHash3: every bit of the input moves half of the output's. */
function spread(value: number): number {
	let x = value ^ (value >>> 16);
	x = Math.imul(x, 0x85ebca6b);
	x ^= x >>> 13;
	x = Math.imul(x, 0xc2b2ae35);
	return (x ^ (x >>> 16)) >>> 0;
}

function hex(value: number): string {
	return value.toString(16).padStart(8, '0');
}
