import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeyTable } from './key-table.ts';

it('holds what a map of the same texts would hold', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.integer({ min: 1, max: 9 }))), (entries) => {
			const [table, map] = [new KeyTable(), new Map<string, number>()];
			for (const [text, value] of entries) {
				expect(table.get(text)).toBe(map.get(text) ?? 0);
				table.add(text, value);
				if (!map.has(text)) map.set(text, value);
			}
			for (const [text, value] of map) expect(table.get(text)).toBe(value);
		})
	);
});

it('tells half a million texts apart that differ in a sign or two', () => {
	const table = new KeyTable();
	const text = (at: number) => `01a1f8d3-ea00-7a1a|nguyen van thu ${at}|1985-05-14`;
	let clashes = 0;
	for (let at = 0; at < 500_000; at++) {
		if (table.get(text(at)) !== 0) clashes += 1;
		table.add(text(at), at + 1);
	}
	expect(clashes).toBe(0);
	for (let at = 0; at < 500_000; at += 997) expect(table.get(text(at))).toBe(at + 1);
});
