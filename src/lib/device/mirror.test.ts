import { expect, it } from 'vitest';
import { FakeCaches } from '../../../tests/fixtures/device.ts';
import { openMirror, type Mirrored } from './mirror.ts';

const HEAD = { keys: null, n: 9 };
const entry = (n: number) => ({ posted: { n }, savedAt: n }) as unknown as Mirrored;

/** Caches that count what is asked and put, and in which nothing more can be put when they are full. */
function openCaches() {
	const caches = new FakeCaches();
	const counts = { keys: 0, puts: 0 };
	const trouble = { isFull: false };
	async function open(name: string) {
		const cache = await caches.open(name);
		return {
			...cache,
			keys: () => ((counts.keys += 1), cache.keys()),
			async put(path: string, response: Response) {
				if (trouble.isFull) throw new DOMException('full', 'QuotaExceededError');
				counts.puts += 1;
				await cache.put(path, response);
			}
		};
	}
	const numbers = () =>
		[...(caches.kept.get('outbox-mirror')?.keys() ?? [])].flatMap((url) => /\d+$/.exec(url)?.[0] ?? []).sort();
	return { store: { open } as unknown as CacheStorage, counts, trouble, numbers };
}

it('asks once what lies there, and follows the outbox by memory from then on', async () => {
	const { store, counts, numbers } = openCaches();
	await openMirror('p', store).follow(HEAD, [entry(1), entry(2)]);
	const next = openMirror('p', store);
	counts.keys = 0;
	await next.follow(HEAD, [entry(2), entry(3)]);
	expect(numbers()).toEqual(['2', '3']);
	await next.follow(HEAD, [entry(3), entry(4)]);
	await next.add(HEAD, [entry(5)]);
	await next.follow(HEAD, [entry(4)]);
	expect(numbers()).toEqual(['4']);
	expect(counts.keys).toBe(1);
});

it('writes an entry again that was answered and came back', async () => {
	const { store, numbers } = openCaches();
	const mirror = openMirror('p', store);
	await mirror.follow(HEAD, [entry(1), entry(2)]);
	await mirror.follow(HEAD, [entry(1)]);
	expect(numbers()).toEqual(['1']);
	await mirror.follow(HEAD, [entry(1), entry(2)]);
	expect(numbers()).toEqual(['1', '2']);
});

it('writes again what there was no room for', async () => {
	const { store, trouble, numbers } = openCaches();
	const mirror = openMirror('p', store);
	await mirror.follow(HEAD, [entry(1)]);
	trouble.isFull = true;
	await expect(mirror.follow(HEAD, [entry(1), entry(2)])).rejects.toThrow('full');
	trouble.isFull = false;
	await mirror.follow(HEAD, [entry(1), entry(2)]);
	expect(numbers()).toEqual(['1', '2']);
});

it('writes nothing that lies there', async () => {
	const { store, counts } = openCaches();
	await openMirror('p', store).follow(HEAD, [entry(1)]);
	const next = openMirror('p', store);
	const before = counts.puts;
	await next.follow(HEAD, [entry(1)]);
	await next.follow(HEAD, [entry(1)]);
	expect(counts.puts).toBe(before);
});
