import { expect, it } from 'vitest';
import { drawGrowth } from './chart.ts';

const growth = {
	rows: [
		{ wards: 1, p95: { push: 20, pull: 10, dashboard: 40 } },
		{ wards: 100, p95: { push: 30, pull: 12, dashboard: 80 } }
	],
	people: 10_000,
	machine: '2 cores, A & B <fast>',
	load: 0.5
};

/** Heights of the bars, in the order in which they are drawn. */
const heights = (svg: string) =>
	[...svg.matchAll(/height="([\d.]+)" fill="#(?!fff)/g)].slice(3).map(([, h]) => Number(h));

it('a bar is as high as its figure, beside the others', () => {
	const bars = heights(drawGrowth(growth));
	expect(bars).toHaveLength(6);
	const [first] = bars;
	for (const [at, value] of [20, 10, 40, 30, 12, 80].entries()) expect(bars[at]! / first!).toBeCloseTo(value / 20, 1);
});

it('what the bench says of the machine stands in it as text', () => {
	expect(drawGrowth(growth)).toContain('A &amp; B &lt;fast>; work per core meanwhile 0.5');
});

it('nothing measured is no picture', () => {
	expect(() => drawGrowth({ ...growth, rows: [] })).toThrow('nothing was measured');
});
