// The badge on the phone: believed with the ward's signature only, kept sealed (feature F004).

import { beforeEach, describe, expect, it } from 'vitest';
import { hashPin } from '../../../workers/vault.worker.ts';
import type { ContentRequest } from '../contract/edition.ts';
import { describeBadge, formatBadgeCode, type IssuedBadge } from '../domain/badge.ts';
import type { Day } from '../domain/day.ts';
import { succeed, fail } from '../domain/problem.ts';
import { openBadgeKeep, type BadgeKeep } from './badge.ts';
import { hashHex, makeDeviceKeys, makeVault, signText, type Bytes, type Cipher } from './vault.ts';

const QUESTION: ContentRequest = { language: 'vi', edition: null, version: 1, book: null };
const WARD = 'ward-1';
const COST = { memoryKiB: 256, passes: 1 };

let kept: Bytes | null;
let changes: number;
let cipher: Cipher;
let keys: Awaited<ReturnType<typeof makeDeviceKeys>>;

beforeEach(async () => {
	[kept, changes] = [null, 0];
	// any P-256 pair signs as a ward does
	keys = await makeDeviceKeys();
	({ cipher } = await makeVault(keys.keys, '204917', COST, hashPin));
});

function open(by: Cipher = cipher, key: () => string | null = () => keys.publicKey): BadgeKeep {
	const db = { readBadge: async () => kept, writeBadge: async (c: Bytes | null) => void (kept = c) };
	return openBadgeKeep(db, by, WARD, key, () => (changes += 1));
}

async function sign(face: Partial<IssuedBadge> = {}, ward = WARD): Promise<IssuedBadge> {
	const badge = {
		wardName: 'Phường Thử',
		number: 3,
		name: 'Người Thử Một',
		role: 'youth',
		quarter: 'Khu phố 3',
		validFrom: '2026-11-20' as Day,
		validTo: '2026-12-31' as Day,
		photo: 'AAAA',
		...face
	};
	const secret = 's'.repeat(22);
	const text = describeBadge(ward, secret, badge, badge.photo === null ? '' : await hashHex(badge.photo));
	return {
		...badge,
		code: formatBadgeCode({ tag: 'A0B1', secret, signature: await signText(keys.keys.signing, text) })
	};
}

/** Asks once, where the ward answers with this badge; resolves what it was asked. */
async function take(keep: BadgeKeep, badge: IssuedBadge | null | undefined, hash = 'h1'): Promise<ContentRequest> {
	let asked = QUESTION;
	const ask = keep.alsoAsk(async (request) => {
		asked = request;
		const sent = badge === undefined ? {} : { badge: badge && { hash, value: badge } };
		return succeed({ now: 0, edition: 'e', ...sent });
	});
	expect((await ask(QUESTION)).ok).toBe(true);
	return asked;
}

describe('F004 the badge on the phone', () => {
	it('is asked for by name, kept, replaced and taken away', async () => {
		const keep = open();
		const badge = await sign();
		expect(await keep.read()).toBeNull();
		expect((await take(keep, badge)).badge).toBeNull();
		expect(await keep.read()).toEqual(badge);
		expect((await take(keep, undefined)).badge).toBe('h1');
		expect(await open().read(), 'after a start').toEqual(badge);
		const next = await sign({ number: 4, photo: null });
		await take(keep, next, 'h2');
		expect(await keep.read()).toEqual(next);
		expect((await take(keep, null)).badge).toBe('h2');
		expect(await keep.read()).toBeNull();
		expect(kept).toBeNull();
		expect(changes).toBe(3);
	});

	it('lies sealed: no name on the disk, and nothing for another key', async () => {
		await take(open(), await sign());
		expect(new TextDecoder().decode(kept!)).not.toContain('Người');
		const stranger = await makeVault((await makeDeviceKeys()).keys, '204917', COST, hashPin);
		expect(await open(stranger.cipher).read()).toBeNull();
	});

	it('is no badge when anything about it is another, or when it is another ward’s', async () => {
		const badge = await sign();
		await take(open(), badge);
		for (const odd of [
			{ ...badge, name: 'Kẻ Mạo Danh' },
			{ ...badge, validTo: '2027-12-31' as Day },
			{ ...badge, photo: 'BBBB' },
			{ ...badge, photo: null },
			{ ...badge, code: badge.code.slice(0, -1) },
			await sign({}, 'ward-2')
		]) {
			await take(open(), odd, 'h9');
			expect(await open().read()).toEqual(badge);
		}
		kept = null;
		await take(
			open(cipher, () => null),
			badge
		);
		expect(kept).toBeNull();
	});

	it('asks for nothing with the items, and hands on what the ward refuses', async () => {
		const keep = open();
		const items = { ...QUESTION, items: ['a'] };
		await keep.alsoAsk(async (request) => {
			expect(request).toBe(items);
			return succeed({ now: 0, edition: 'e' });
		})(items);
		expect(await keep.alsoAsk(async () => fail('net.offline'))(QUESTION)).toMatchObject({
			problem: { code: 'net.offline' }
		});
	});
});
