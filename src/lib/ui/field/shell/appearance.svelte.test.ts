import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Keeping } from '$lib/device/keep-english.ts';
import { Language } from '$lib/ui/language.svelte.ts';
import { Appearance } from './appearance.svelte.ts';

let kept: Map<string, string>;
beforeEach(() => {
	kept = new Map();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value)
	});
});
afterEach(() => vi.unstubAllGlobals());

test('English is fetched and kept from the moment it is chosen, and no sooner', async () => {
	const keep = vi.fn(() => Promise.resolve<Keeping>('kept'));
	const appearance = new Appearance(new Language('vi', () => Promise.resolve({})), keep);
	expect(appearance.english).toBeNull();
	appearance.choose({ theme: 'sun' });
	expect(keep).not.toHaveBeenCalled();
	appearance.choose({ tongue: 'en' });
	expect(appearance.english).toBe('coming');
	await expect.poll(() => appearance.english).toBe('kept');
});

test('a phone in English asks at each start, so that what a browser threw away comes back', async () => {
	kept.set('go-cua.look', JSON.stringify({ tongue: 'en' }));
	const keep = vi.fn(() => Promise.resolve<Keeping>('kept'));
	const appearance = new Appearance(new Language('vi', () => Promise.resolve({})), keep);
	await expect.poll(() => appearance.english).toBe('kept');
	expect(keep).toHaveBeenCalledOnce();
});

test('without network it says so, and can be asked again', async () => {
	let isOnline = false;
	const load = () => (isOnline ? Promise.resolve({}) : Promise.reject(new TypeError('no network')));
	const keep = () => Promise.resolve<Keeping>('kept');
	const appearance = new Appearance(new Language('vi', load), keep);
	appearance.choose({ tongue: 'en' });
	await expect.poll(() => appearance.english).toBe('missing');
	isOnline = true;
	await appearance.fetchEnglish();
	expect(appearance.english).toBe('kept');
});
