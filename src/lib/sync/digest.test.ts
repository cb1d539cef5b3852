import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../../../tests/storage/samples.ts';
import type { AreaId, RecordId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { bucketOf, sumAreas, type Copy } from './digest.ts';

const here = newId<AreaId>();
const there = newId<AreaId>();
const copy = fc.record({
	id: fc.uuid().map((id) => id as RecordId),
	area: fc.constantFrom(here, there),
	v: fc.nat(1000)
});
const copies = fc.uniqueArray(copy, { selector: (one) => one.id, maxLength: 60 });
const sum = (list: readonly Copy[]) => sumAreas(list, [here, there]);

describe('sums of copies', () => {
	it('do not depend on order', () => {
		fc.assert(
			fc.property(copies, (list) => {
				expect(sum([...list].reverse())).toEqual(sum(list));
			})
		);
	});

	it('show one record that is missing, or of another version, in its own bucket and in no other', () => {
		fc.assert(
			fc.property(copies, fc.nat(), (list, pick) => {
				fc.pre(list.length > 0);
				const changed = list[pick % list.length]!;
				const before = sum(list);
				for (const after of [
					list.filter((one) => one !== changed),
					list.map((one) => (one === changed ? { ...one, v: one.v + 1 } : one))
				]) {
					const found = sum(after).flatMap(({ area, sums }, i) =>
						sums.flatMap((text, bucket) => (text === before[i]?.sums[bucket] ? [] : [`${area} ${bucket}`]))
					);
					expect(found).toEqual([`${changed.area} ${bucketOf(changed.id)}`]);
				}
			})
		);
	});

	it('stand for every bucket of every area that was asked for, and count nothing else', () => {
		const [empty] = sumAreas([{ id: newId(), area: there, v: 1 }], [here]);
		expect(empty).toEqual({ area: here, sums: Array(LIMIT.digestBuckets).fill('0.0000000000000000') });
	});
});
