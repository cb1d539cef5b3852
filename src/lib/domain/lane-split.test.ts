import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HouseholdId } from './id.ts';
import { findMiddle, splitLane, type LaneCut } from './lane-split.ts';

const anyNumber = fc.oneof(
	fc.integer({ min: 1, max: 300 }).map(String),
	fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 9 })).map(([a, b]) => `${a}/${b}`),
	fc.constantFrom('14A', 'cạnh miếu', 'tầng 3 phòng 5', '')
);
const anyLane = fc
	.array(anyNumber, { maxLength: 30 })
	.map((numbers) => numbers.map((number, at) => ({ household: { id: `door ${at}` as HouseholdId, number } })));
const anyCut = (count: number): fc.Arbitrary<LaneCut> =>
	fc.oneof(
		fc.constant({ by: 'sides' } as const),
		fc.integer({ min: 0, max: count + 1 }).map((at) => ({ by: 'door', at: `door ${at}` as HouseholdId }) as const)
	);
const idsOf = (rows: readonly { readonly household: { readonly id: HouseholdId } }[]) =>
	rows.map(({ household }) => household.id);

it('each door lies in one part and no other, and both parts keep the order of the walk', () => {
	fc.assert(
		fc.property(
			anyLane.chain((lane) => fc.tuple(fc.constant(lane), anyCut(lane.length))),
			([lane, cut]) => {
				const [first, second] = splitLane(lane, cut).map(idsOf) as [HouseholdId[], HouseholdId[]];
				expect([...first, ...second].toSorted()).toEqual(idsOf(lane).toSorted());
				for (const part of [first, second]) expect(part).toEqual(idsOf(lane).filter((id) => part.includes(id)));
			}
		)
	);
});

it('sides are odd and even; who has no number is called on once, by the first', () => {
	const lane = ['1', '2', 'cạnh miếu', '3', '12/3'].map((number) => ({
		household: { id: number as HouseholdId, number }
	}));
	expect(splitLane(lane, { by: 'sides' }).map(idsOf)).toEqual([
		['1', 'cạnh miếu', '3'],
		['2', '12/3']
	]);
	expect(splitLane(lane, { by: 'door', at: '3' as HouseholdId }).map(idsOf)).toEqual([
		['1', '2', 'cạnh miếu'],
		['3', '12/3']
	]);
	expect(splitLane(lane, { by: 'door', at: 'elsewhere' as HouseholdId })[1]).toEqual([]);
});

it('the middle halves what is left, and never makes an empty part', () => {
	fc.assert(
		fc.property(
			anyLane.filter(({ length }) => length > 1),
			fc.func(fc.boolean()),
			(lane, draw) => {
				const left = new Set(idsOf(lane).filter((id) => draw(id)));
				const isLeft = ({ household }: (typeof lane)[number]) => left.has(household.id);
				const at = findMiddle(lane, isLeft)!;
				const [first, second] = splitLane(lane, { by: 'door', at });
				expect(first.length * second.length).toBeGreaterThan(0);
				const [a, b] = [first.filter(isLeft).length, second.filter(isLeft).length];
				if (left.size > 1) expect(Math.abs(a - b)).toBeLessThanOrEqual(1);
			}
		)
	);
	expect(findMiddle([{ household: { id: 'x' as HouseholdId, number: '1' } }], () => true)).toBeNull();
});
