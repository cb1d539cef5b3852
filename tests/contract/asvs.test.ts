// docs/asvs.md answers each requirement of levels 1 and 2 of ASVS 5.0.0 once, and every test that it leans on is there.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Requirements by section; a plus marks those of level 2, all others are of level 1. */
const SECTIONS: Readonly<Record<string, string>> = {
	'1.1': '1+ 2+',
	'1.2': '1 2 3 4 5 6+ 7+ 8+ 9+',
	'1.3': '1 2 3+ 4+ 5+ 6+ 7+ 8+ 9+ 10+ 11+',
	'1.4': '1+ 2+ 3+',
	'1.5': '1 2+',
	'2.1': '1 2+ 3+',
	'2.2': '1 2 3+',
	'2.3': '1 2+ 3+ 4+',
	'2.4': '1+',
	'3.2': '1 2',
	'3.3': '1 2+ 3+ 4+',
	'3.4': '1 2 3+ 4+ 5+ 6+',
	'3.5': '1 2 3 4+ 5+',
	'3.7': '1+ 2+',
	'4.1': '1 2+ 3+',
	'4.2': '1+',
	'4.3': '1+ 2+',
	'4.4': '1 2+ 3+ 4+',
	'5.1': '1+',
	'5.2': '1 2 3+',
	'5.3': '1 2',
	'5.4': '1+ 2+ 3+',
	'6.1': '1 2+ 3+',
	'6.2': '1 2 3 4 5 6 7 8 9+ 10+ 11+ 12+',
	'6.3': '1 2 3+ 4+',
	'6.4': '1 2 3+ 4+',
	'6.5': '1+ 2+ 3+ 4+ 5+',
	'6.6': '1+ 2+ 3+',
	'6.8': '1+ 2+ 3+ 4+',
	'7.1': '1+ 2+ 3+',
	'7.2': '1 2 3 4',
	'7.3': '1+ 2+',
	'7.4': '1 2 3+ 4+ 5+',
	'7.5': '1+ 2+',
	'7.6': '1+ 2+',
	'8.1': '1 2+',
	'8.2': '1 2 3+',
	'8.3': '1',
	'8.4': '1+',
	'9.1': '1 2 3',
	'9.2': '1 2+ 3+ 4+',
	'10.1': '1+ 2+',
	'10.2': '1+ 2+',
	'10.3': '1+ 2+ 3+ 4+',
	'10.4': '1 2 3 4 5 6+ 7+ 8+ 9+ 10+ 11+',
	'10.5': '1+ 2+ 3+ 4+ 5+',
	'10.6': '1+ 2+',
	'10.7': '1+ 2+ 3+',
	'11.1': '1+ 2+',
	'11.2': '1+ 2+ 3+',
	'11.3': '1 2 3+',
	'11.4': '1 2+ 3+ 4+',
	'11.5': '1+',
	'11.6': '1+',
	'12.1': '1 2+ 3+',
	'12.2': '1 2',
	'12.3': '1+ 2+ 3+ 4+',
	'13.1': '1+',
	'13.2': '1+ 2+ 3+ 4+ 5+',
	'13.3': '1+ 2+',
	'13.4': '1 2+ 3+ 4+ 5+',
	'14.1': '1+ 2+',
	'14.2': '1 2+ 3+ 4+',
	'14.3': '1 2+ 3+',
	'15.1': '1 2+ 3+',
	'15.2': '1 2+ 3+',
	'15.3': '1 2+ 3+ 4+ 5+ 6+ 7+',
	'16.1': '1+',
	'16.2': '1+ 2+ 3+ 4+ 5+',
	'16.3': '1+ 2+ 3+ 4+',
	'16.4': '1+ 2+ 3+',
	'16.5': '1+ 2+ 3+',
	'17.1': '1+',
	'17.2': '1+ 2+ 3+ 4+',
	'17.3': '1+ 2+'
};

const STATES = ['held', 'built', 'operator', 'n/a', 'open'];

const asked = Object.entries(SECTIONS).flatMap(([section, list]) =>
	list.split(' ').map((word) => ({ id: `${section}.${parseInt(word, 10)}`, level: word.endsWith('+') ? '2' : '1' }))
);
const page = readFileSync(join(ROOT, 'docs/asvs.md'), 'utf8');
const rows = [...page.matchAll(/^\| ([\d.]+) \| ([12]) \| (.+?) \| (\S+) \| (.*) \|$/gm)].map(
	([, id, level, words, state, why]) => ({ id: id!, level: level!, words: words!, state: state!, why: why! })
);

it('has 70 requirements of level 1 and 183 of level 2, each once and in order', () => {
	expect([
		asked.filter(({ level }) => level === '1').length,
		asked.filter(({ level }) => level === '2').length
	]).toEqual([70, 183]);
	expect(rows.map(({ id, level }) => ({ id, level }))).toEqual(asked);
});

it('answers each, with a reason', () => {
	expect(rows.filter(({ state }) => !STATES.includes(state))).toEqual([]);
	expect(rows.filter(({ words, why }) => words.trim() === '' || why.trim() === '')).toEqual([]);
});

it('names a test for whatever is said to be held, and every file that it names is there', () => {
	const filesOf = (why: string) => [...why.matchAll(/`((?:src|tests)\/[\w./-]+\.ts)`/g)].map(([, file]) => file!);
	const untested = rows.filter(
		({ state, why }) => state === 'held' && !filesOf(why).some((file) => /\.(test|e2e)\./.test(file))
	);
	expect(untested).toEqual([]);
	expect(rows.flatMap(({ why }) => filesOf(why)).filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

it('counts itself rightly', () => {
	for (const state of STATES) {
		const count = (level: string) => rows.filter((row) => row.state === state && row.level === level).length;
		const line = page.split('\n').find((text) => text.startsWith(`| ${state} |`));
		expect(line, state).toMatch(new RegExp(`\\| ${count('1')} \\| ${count('2')} \\|$`));
	}
});
