// The page that a machine is installed by keeps the blocks that `npm run try:install` runs, and nothing in them asks.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FIRST_MACHINE, fillIn, NEXT_MACHINE, ONTO_STICKS, readSteps, SETTINGS } from './steps.ts';

const ROOT = join(import.meta.dirname, '../..');
const steps = readSteps(readFileSync(join(ROOT, 'docs/install.md'), 'utf8'));

it('docs/install.md has every step that is run, and one that is not because it needs a public name', () => {
	const run = [SETTINGS, ...FIRST_MACHINE, ...ONTO_STICKS, ...NEXT_MACHINE];
	expect(new Set(steps.keys())).toEqual(new Set([...run, 'https-public']));
});

it('the steps stand in the order in which they are run', () => {
	const order = [...steps.keys()];
	for (const names of [FIRST_MACHINE, ONTO_STICKS, ['put-back', 'put-back-lan']]) {
		const places = names.map((name) => order.indexOf(name));
		expect(places).toEqual(places.toSorted((a, b) => a - b));
	}
});

it('no step waits for somebody who types, and each variable in them is among the settings or made in its step', () => {
	const settings = steps.get(SETTINGS)!;
	for (const [name, text] of steps) {
		expect(text, name).not.toMatch(/\b(nano|vi|less|read)\b/);
		const used = [...text.matchAll(/\$\{?([A-Z]+)/g)].map(([, variable]) => variable!);
		expect(used.filter((variable) => !`\n${settings}${text}`.includes(`\n${variable}=`))).toEqual([]);
	}
});

it('finds blocks by their mark alone, and refuses two of one name', () => {
	const page = ['```sh', 'no', '```', '```sh step=a', 'one', 'two', '```', ''].join('\n');
	expect([...readSteps(page)]).toEqual([['a', 'one\ntwo\n']]);
	expect(() => readSteps(page + page)).toThrow('two steps a');
	expect(fillIn('A=x   # why\nB=y\n', { A: '/z' })).toBe('A=/z   # why\nB=y\n');
	expect(() => fillIn('A=x\n', { C: '1' })).toThrow('no C');
});
