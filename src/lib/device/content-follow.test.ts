import { beforeEach, expect, it } from 'vitest';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { followContent } from './content-follow.ts';
import { openMemoryKeep, type ContentKeep } from './content-keep.ts';

let keep: ContentKeep;
let asked: string[];
let said: Record<string, Result<'same' | 'taken'>>;

beforeEach(() => {
	keep = openMemoryKeep();
	asked = [];
	said = {};
});

async function follow(name: string | null, ward = 'w', languages: readonly string[] = ['vi', 'en']): Promise<string> {
	asked = [];
	await followContent(keep, { ward, languages, name }, async (language) => {
		asked.push(language);
		return said[language] ?? succeed('same');
	});
	return asked.join();
}

it('asks in every language, and under the same name not again', async () => {
	expect(await follow('a')).toBe('vi,en');
	expect(await follow('a')).toBe('');
	expect(await follow('b')).toBe('vi,en');
	expect(await follow('b')).toBe('');
});

it('asks once more after it has taken something, so that the ward hears what is in use', async () => {
	said = { vi: succeed('taken') };
	expect(await follow('a')).toBe('vi,en');
	said = {};
	expect(await follow('a')).toBe('vi,en');
	expect(await follow('a')).toBe('');
});

it.each(['net.offline', 'content.damaged'] as const)('asks again after %s', async (code) => {
	said = { en: fail(code) };
	expect(await follow('a')).toBe('vi,en');
	expect(await follow('a')).toBe('vi,en');
});

it('asks again in another language, at another ward, and each time where the ward says no name', async () => {
	await follow('a');
	expect(await follow('a', 'w', ['vi'])).toBe('vi');
	expect(await follow('a', 'x')).toBe('vi,en');
	expect(await follow(null)).toBe('vi,en');
	expect(await follow(null)).toBe('vi,en');
});
