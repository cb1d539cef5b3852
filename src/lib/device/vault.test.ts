import { describe, expect, it } from 'vitest';
import { hashPin } from '../../../workers/vault.worker.ts';
import { decideCost, LOWEST_COST } from './pin.ts';
import {
	makeDeviceKeys,
	makePrfWrap,
	makeSalt,
	makeVault,
	openVault,
	openVaultByPasskey,
	signText,
	type Place
} from './vault.ts';

const COST = { memoryKiB: 256, passes: 1 };
const PLACE: Place = { table: 'person', id: 'a', v: 3 };

describe('the vault', () => {
	it('opens with its PIN, on its phone, and with nothing else', async () => {
		const { keys } = await makeDeviceKeys();
		const { cipher, wrap } = await makeVault(keys, '204917', COST, hashPin);
		const sealed = await cipher.seal(PLACE, { name: 'Người Thử Một' });
		const again = await openVault(keys, wrap, '204917', hashPin);
		expect(await again?.open(PLACE, sealed)).toEqual({ name: 'Người Thử Một' });
		expect(await openVault(keys, wrap, '204918', hashPin)).toBeNull();
		const { keys: otherPhone } = await makeDeviceKeys();
		expect(await openVault(otherPhone, wrap, '204917', hashPin)).toBeNull();
		expect(await openVault(keys, { ...wrap, kid: 2 }, '204917', hashPin)).toBeNull();
	});

	it('opens by a second wrap under a passkey, made with the PIN alone, and by no other passkey or phone', async () => {
		const { keys } = await makeDeviceKeys();
		const { cipher, wrap } = await makeVault(keys, '204917', COST, hashPin);
		const sealed = await cipher.seal(PLACE, 'x');
		const [salt, answer] = [makeSalt(), new Uint8Array(32).fill(5)];
		const passkey = { credential: new Uint8Array([1]), salt, answer };
		expect(await makePrfWrap(keys, wrap, '204918', hashPin, passkey)).toBeNull();
		const second = (await makePrfWrap(keys, wrap, '204917', hashPin, passkey))!;
		expect(second).toMatchObject({ by: 'prf', salt, credential: passkey.credential });
		const opened = await openVaultByPasskey(keys, second, answer);
		expect(await opened?.open(PLACE, sealed)).toBe('x');
		expect(await (await openVault(keys, wrap, '204917', hashPin))?.open(PLACE, sealed)).toBe('x');
		expect(await openVaultByPasskey(keys, second, new Uint8Array(32).fill(6))).toBeNull();
		expect(await openVaultByPasskey((await makeDeviceKeys()).keys, second, answer)).toBeNull();
		// The passkey's answer is no PIN hash: a wrap of one kind does not open as the other.
		expect(await openVaultByPasskey(keys, { ...wrap, by: 'prf', credential: salt }, answer)).toBeNull();
	});

	it('opens a seal in its own place only, and only whole', async () => {
		const { keys } = await makeDeviceKeys();
		const { cipher } = await makeVault(keys, '204917', COST, hashPin);
		const sealed = await cipher.seal(PLACE, 'x');
		for (const place of [
			{ ...PLACE, table: 'visit' },
			{ ...PLACE, id: 'b' },
			{ ...PLACE, v: 4 }
		])
			await expect(cipher.open(place, sealed)).rejects.toThrow();
		for (let at = 0; at < sealed.length; at++) {
			const harmed = sealed.slice();
			harmed[at]! ^= 1;
			await expect(cipher.open(PLACE, harmed)).rejects.toThrow();
		}
		await expect(cipher.open(PLACE, sealed.slice(0, -1))).rejects.toThrow();
		expect(await cipher.open(PLACE, sealed)).toBe('x');
	});

	it('never seals the same thing the same way twice', async () => {
		const { keys } = await makeDeviceKeys();
		const { cipher } = await makeVault(keys, '204917', COST, hashPin);
		const texts = await Promise.all(Array.from({ length: 50 }, () => cipher.seal(PLACE, 'x')));
		expect(new Set(texts.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(50);
	});

	it('lets no key out, and signs what the ward can verify', async () => {
		const { keys, publicKey } = await makeDeviceKeys();
		expect([keys.signing.extractable, keys.device.extractable]).toEqual([false, false]);
		expect(publicKey).toMatch(/^[A-Za-z0-9_-]{87}$/);
		const spec = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
		const key = await crypto.subtle.importKey('raw', Buffer.from(publicKey, 'base64url'), spec, false, ['verify']);
		const signature = Buffer.from(await signText(keys.signing, 'văn bản'), 'base64url');
		expect(await crypto.subtle.verify(spec, key, signature, Buffer.from('văn bản'))).toBe(true);
		expect(await crypto.subtle.verify(spec, key, signature, Buffer.from('văn bàn'))).toBe(false);
	});

	it('hashes a PIN by Argon2id as everybody else does', async () => {
		const hash = await hashPin('204917', new Uint8Array(16), LOWEST_COST);
		expect(hash).toHaveLength(32);
		expect(Buffer.from(hash).toString('hex')).toBe(await hashByServer('204917'));
	});
});

describe('the cost of a PIN', () => {
	it.each([
		[50, 120, 64 * 1024, 3],
		[113, 247, 64 * 1024, 3],
		[150, 350, 64 * 1024, 3],
		[160, 400, 64 * 1024, 2],
		[300, 700, 46 * 1024, 2],
		[400, 1000, 32 * 1024, 2],
		[600, 1500, 19 * 1024, 2],
		[5000, 12000, 19 * 1024, 2]
	])(
		'a phone that takes %d ms for the floor and %d for the probe: %d KiB, %d passes',
		(floor, probe, memoryKiB, passes) => expect(decideCost(floor, probe)).toEqual({ memoryKiB, passes })
	);
});

/** The server's own Argon2, a second implementation. */
async function hashByServer(pin: string): Promise<string> {
	const { hashRaw } = await import('@node-rs/argon2');
	const { memoryKiB, passes } = LOWEST_COST;
	// 2 is Argon2id, a const enum that single files may not read.
	const options = { algorithm: 2, memoryCost: memoryKiB, timeCost: passes, parallelism: 1 };
	return (await hashRaw(pin, { ...options, outputLen: 32, salt: Buffer.alloc(16) })).toString('hex');
}
