// Every pair of colours that carries text, in both themes, at 7:1 (look.md, principle 6), read from the file that ships.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function readBlock(opening: string): Map<string, string> {
	const start = css.indexOf(opening);
	expect(start, `tokens.css lacks ${opening}`).toBeGreaterThanOrEqual(0);
	const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
	return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((found) => [found[1]!, found[2]!.trim()]));
}

const sun = readBlock(':root {');
const night = readBlock(":root[data-theme='night'] {");

function luminance(colour: string): number {
	const [red, green, blue] = [1, 3, 5]
		.map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
	const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (light! + 0.05) / (dark! + 0.05);
}

const STATES = ['act', 'ok', 'wait', 'back', 'check'];
const TEXT_PAIRS: [string, string][] = [
	...['ink', 'ink-soft', ...STATES].flatMap((role): [string, string][] => [
		[role, 'ground'],
		[role, 'surface']
	]),
	...STATES.flatMap((role): [string, string][] => [
		[role, `${role}-soft`],
		['ink', `${role}-soft`],
		['ink-soft', `${role}-soft`]
	]),
	// the ground of every screen while practising
	...['act', 'ok', 'wait', 'back'].map((role): [string, string] => [role, 'check-soft']),
	['on-act', 'act'],
	// a dark button in a soft note: ink as ground
	['ground', 'ink']
];

for (const [name, theme] of [
	['sun', sun],
	['night', night]
] as const) {
	for (const [ink, ground] of TEXT_PAIRS) {
		test(`${name}: ${ink} on ${ground} reads at 7:1`, () => {
			expect(contrast(theme.get(ink)!, theme.get(ground)!)).toBeGreaterThanOrEqual(7);
		});
	}
	test(`${name}: edges of controls and the focus ring stand out at 3:1`, () => {
		for (const edge of ['line', 'focus']) {
			for (const ground of ['ground', 'surface', 'check-soft']) {
				expect(contrast(theme.get(edge)!, theme.get(ground)!)).toBeGreaterThanOrEqual(3);
			}
		}
	});
}

test('night is the same by the phone and by the setting', () => {
	expect(readBlock(":root:not([data-theme='sun']) {")).toEqual(night);
});

test('night has no pure white and no pure black', () => {
	for (const colour of night.values()) expect(['#ffffff', '#fff', '#000000', '#000']).not.toContain(colour);
});
