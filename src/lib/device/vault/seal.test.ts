// What is made ready ahead of a save seals as what is made with it: for the ward alone, and each for one entry.

import { expect, it, vi } from 'vitest';
import { makeWardKeys } from '../../../../tests/fixtures/ward-keys.ts';
import { newId } from '../../../../tests/storage/samples.ts';
import type { EntryHead, PostedEntry } from '../../sync/entry.ts';
import type { Fields } from '../../sync/record.ts';
import { encodeSealed, type SealedPayload } from '../vault.ts';
import { makeReadySeal, makeSeal } from './seal.ts';

const WARD = 'ward-1';
const headOf = (n: number): EntryHead => ({ id: newId(), n, sv: 1, k: 'visit.add', e: newId(), bv: 0, t: `${n}` });
const bodyOf = (sealed: SealedPayload): PostedEntry['body'] => ({ alg: 'hpke', ...encodeSealed(sealed) });

it('the ward opens what was sealed by keys that were made ready, and by keys made when they had run out', async () => {
	const ward = await makeWardKeys('2026');
	const { seal, ready } = makeReadySeal(WARD, ward.keys.seal);
	await ready(3);
	const entries = Array.from({ length: 5 }, (_, n): [EntryHead, Fields] => [headOf(n), { note: `${n}` }]);
	// all at once, as the entries of one commit
	const sealed = await Promise.all(entries.map(([head, p]) => seal(head, p)));
	await ready(2);
	entries.push([headOf(5), { note: '5' }]);
	sealed.push(await seal(...entries[5]!));
	for (const [at, [head, p]] of entries.entries()) expect(await ward.open(WARD, head, bodyOf(sealed[at]!))).toEqual(p);
	expect(new Set(sealed.map(({ enc }) => enc.join())).size).toBe(entries.length);
});

it('a body that was moved to another entry opens no more, however it was sealed', async () => {
	const ward = await makeWardKeys('2026');
	const { seal, ready } = makeReadySeal(WARD, ward.keys.seal);
	await ready(1);
	for (const each of [seal, makeSeal(WARD, ward.keys.seal)]) {
		const head = headOf(1);
		const body = bodyOf(await each(head, { note: 'x' }));
		expect(await ward.open(WARD, head, body)).toEqual({ note: 'x' });
		await expect(ward.open(WARD, { ...head, n: 2 }, body)).rejects.toThrow();
		await expect(ward.open('ward-2', head, body)).rejects.toThrow();
	}
});

it('makes no more than asked for, not even when asked twice at once, and keeps nothing once it was told to forget', async () => {
	const ward = await makeWardKeys('2026');
	const { seal, ready, forget } = makeReadySeal(WARD, ward.keys.seal);
	const made = vi.spyOn(crypto.subtle, 'generateKey');
	await Promise.all([ready(2), ready(2)]);
	await ready(2);
	expect(made).toHaveBeenCalledTimes(2);
	forget();
	const making = ready(1);
	forget();
	await making;
	await ready(1);
	expect(made).toHaveBeenCalledTimes(4);
	made.mockRestore();
	const head = headOf(1);
	expect(await ward.open(WARD, head, bodyOf(await seal(head, {})))).toEqual({});
});

it('tells of a key that is none when something is sealed, and not before', async () => {
	const bad = makeReadySeal(WARD, { kid: '2026', publicKey: 'AAAA' });
	await expect(bad.ready(1)).rejects.toThrow();
	await expect(bad.seal(headOf(1), {})).rejects.toThrow();
});
