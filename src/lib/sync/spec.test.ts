import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const HERE = new URL('.', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, HERE), 'utf8');

const rules = Array.from(read('SPEC.md').matchAll(/^- \*\*([A-Z]{2}\d+)\*\* /gm), (match) => match[1]);
const tested = readdirSync(HERE)
	.filter((name) => name.endsWith('.test.ts') && name !== 'spec.test.ts')
	.flatMap((name) => Array.from(read(name).matchAll(/['"`]([A-Z]{2}\d+)\b[^'"`\n]/g), (match) => match[1]));

it('names every rule once', () => {
	expect(new Set(rules).size).toBe(rules.length);
	expect(rules.length).toBeGreaterThan(0);
});

it('leaves no rule untested', () => {
	expect(rules.filter((rule) => !tested.includes(rule))).toEqual([]);
});

it('knows every id that a test names', () => {
	expect([...new Set(tested)].filter((id) => !rules.includes(id))).toEqual([]);
});
