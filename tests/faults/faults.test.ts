import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAULTS } from './table.ts';

/** Titles of tests in a file: the line that names one, so that a comment does not count. */
function holdsTitle(file: string, title: string): boolean {
	const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
	// A fault of the world stands in the list of those that must happen.
	if (title.startsWith("'")) return text.includes(title);
	return text.split('\n').some((line, i, lines) => {
		const at = line.indexOf(title);
		if (at < 0) return false;
		const before = line.slice(0, at).trimEnd();
		return /['`"]$/.test(before) && /\b(it|test)\b|^\s*\]\)\(/m.test(`${lines[i - 1] ?? ''}\n${before}`);
	});
}

describe('the faults', () => {
	it('are 52, in their order', () => {
		expect(FAULTS.map(({ number }) => number)).toEqual(Array.from({ length: 52 }, (_, i) => i + 1));
	});

	it.each(FAULTS)('$number $fault: held by a test, or why not', ({ held, phone, open }) => {
		expect(held.length > 0 || phone !== undefined || open !== undefined).toBe(true);
		expect(held.filter(({ file, title }) => !holdsTitle(file, title))).toEqual([]);
	});

	it('are held but for those that are named', () => {
		const bare = FAULTS.filter(({ held }) => held.length === 0);
		// 8 needs an iPhone.
		expect(bare.map(({ number }) => number)).toEqual([8]);
		expect(FAULTS.filter(({ open }) => open).map(({ number }) => number)).toEqual([]);
	});
});
