import { expect, it } from 'vitest';
import { readKey } from './review-keys.ts';

const NOTHING = { ctrlKey: false, metaKey: false, altKey: false, repeat: false, isComposing: false };
const read = (key: string, changes: Partial<typeof NOTHING> = {}, isTyping = false) =>
	readKey({ key, ...NOTHING, ...changes }, isTyping);

it('does what the letter stands for, and leaves every other key alone', () => {
	const all = ['a', 'r', 'c', 'j', 'k', 'Escape'].map((key) => read(key));
	expect(all).toEqual(['approve', 'sendBack', 'correct', 'next', 'before', 'close']);
	for (const key of ['b', 'Enter', 'Tab', 'A', 'constructor']) expect(read(key)).toBeNull();
});

it('a key that is held, or pressed with another one, says nothing', () => {
	for (const name of ['repeat', 'ctrlKey', 'metaKey', 'altKey', 'isComposing'] as const)
		expect(read('a', { [name]: true }), name).toBeNull();
});

it('where somebody types a letter is a letter, and Escape still closes', () => {
	for (const key of ['a', 'r', 'c', 'j', 'k']) expect(read(key, {}, true)).toBeNull();
	expect(read('Escape', {}, true)).toBe('close');
});
