// The sealed outbox on a whole phone: what lies on the disk, and what comes back when the ward or the browser lost
// something. What leaves it while nothing can be read: courier.test.ts.

import { expect, it, vi } from 'vitest';
import { offline, setStage, take } from '../../../tests/fixtures/device-stage.ts';
import { PIN, type FakeCaches } from '../../../tests/fixtures/device.ts';
import { readOutbox, readProfile } from '../../../tests/fixtures/phone-disk.ts';
import { LIMIT } from '../domain/limit.ts';

const stage = setStage();
const { open, join, reachSlowly: reach, door } = stage;
const arrived = () => stage.server.ward.look().entries.map(({ entry }) => entry.p['number']);

/** As structured clone writes it, near enough: bytes as they are, the rest as text. */
function sizeOf(value: unknown): number {
	if (value instanceof Uint8Array) return value.length + 8;
	if (value instanceof Object)
		return Object.entries(value).reduce((sum, [key, item]) => sum + key.length + 4 + sizeOf(item), 8);
	return String(value).length * 2 + 5;
}

it('lies sealed to the ward, goes up as it lies, and cannot be read here once it was answered', async () => {
	const device = open();
	await join(device);
	stage.server.mood = offline;
	take(await device.createHousehold(door({ number: '7' })));
	const [row] = await readOutbox(stage.browser);
	expect(row).toMatchObject({ state: 'open', alg: 'hpke', format: 2, s: { kid: '2026-1' } });
	expect(sizeOf(row)).toBeLessThan(2048);
	const { body: sent } = stage.server.asked.findLast(({ path }) => path.endsWith('/push')) ?? { body: '' };
	stage.server.mood = null;
	take(await device.syncNow());
	const { body } = stage.server.asked.findLast(({ path }) => path.endsWith('/push'))!;
	expect(body).not.toContain('ngõ Đình');
	if (sent) expect(JSON.parse(body).entries).toEqual(JSON.parse(sent).entries);
	expect(arrived()).toEqual(['7']);
	const [after] = await readOutbox(stage.browser);
	expect(after).toMatchObject({ state: 'closed', verdict: { s: 'ok' }, s: row!.s });
	expect(after!.c).toHaveLength(0);
	expect(device.book.households.size).toBe(1);
});

it('is kept for 30 days after its verdict; the receipt stays', async () => {
	const device = open();
	await join(device);
	const household = take(await device.createHousehold(door({ number: '7' })));
	take(await device.syncNow());
	await device.lock();
	stage.now += LIMIT.retainMs - 60_000;
	take(await device.unlock(PIN));
	await device.lock();
	expect((await readOutbox(stage.browser))[0]!.s).toBeDefined();
	stage.now += 120_000;
	take(await device.unlock(PIN));
	expect((await readOutbox(stage.browser))[0]).not.toHaveProperty('s');
	expect(device.book.stateOf(household)).toMatchObject({ state: 'received', receipt: 1 });
});

it('comes again, in a new history, from a ward that was put back to an older copy', async () => {
	const device = open();
	await join(device);
	const old = take(await device.createHousehold(door({ number: '1' })));
	take(await device.syncNow());
	const copy = stage.server.ward.look();
	const fresh = take(await device.createHousehold(door({ number: '2' })));
	take(await device.amendHousehold(old, { number: '1A' }));
	take(await device.syncNow());
	expect(stage.server.ward.look().records).toHaveLength(2);
	await stage.server.goBackTo(copy);
	expect(stage.server.ward.look().records).toHaveLength(1);
	take(await device.createHousehold(door({ number: '3' })));
	take(await device.syncNow());
	const numbers = stage.server.ward.look().records.map(({ fields }) => fields['number']);
	expect(numbers.toSorted()).toEqual(['1A', '2', '3']);
	expect([...device.book.households.values()].map(({ number }) => number).toSorted()).toEqual(['1A', '2', '3']);
	expect(device.book.stateOf(fresh)).toMatchObject({ state: 'received' });
	expect(device.sync).toMatchObject({ waiting: 0, problem: null });
});

it('outlives the loss of its database: sent again from the mirror, before the PIN and after', async () => {
	const device = open();
	await join(device);
	stage.server.mood = offline;
	take(await device.createHousehold(door({ number: '7' })));
	take(await device.createHousehold(door({ number: '8' })));
	await device.close();
	const kept = (stage.browser.caches as unknown as FakeCaches).kept.get('outbox-mirror')!;
	expect([...kept.keys()].filter((url) => /\d$/.test(url))).toHaveLength(2);
	expect([...kept.values()].join()).not.toContain('ngõ Đình');
	const { id } = await readProfile(stage.browser);
	await new Promise((resolve) => (stage.browser.engine.indexedDB.deleteDatabase(`gocua-${id}`).onsuccess = resolve));
	const locked = open({ unitRandom: () => 0 });
	await reach(locked, 'locked');
	stage.server.mood = null;
	locked.page.goOnline();
	await vi.waitFor(() => expect(arrived().toSorted()).toEqual(['7', '8']), { timeout: 5_000 });
	take(await locked.unlock(PIN));
	take(await locked.syncNow());
	expect([...locked.book.households.values()].map(({ number }) => number).toSorted()).toEqual(['7', '8']);
	const third = take(await locked.createHousehold(door({ number: '9' })));
	take(await locked.syncNow());
	expect(locked.book.stateOf(third)).toMatchObject({ state: 'received' });
	expect((await readOutbox(stage.browser)).map(({ n }) => n)).toEqual([1, 2, 3]);
	await vi.waitFor(() => expect([...kept.keys()].filter((url) => /\d$/.test(url))).toEqual([]));
});

it('a page that dies after the save and before its second copy loses nothing: the next opening copies it', async () => {
	// whoever dies never comes to write it
	let isDead = false;
	const dying = { open: (name: string) => (isDead ? new Promise(() => undefined) : stage.browser.caches.open(name)) };
	const device = open({ caches: dying as CacheStorage });
	await join(device);
	stage.server.mood = offline;
	isDead = true;
	take(await device.createHousehold(door({ number: '7' })));
	expect(await readOutbox(stage.browser)).toMatchObject([{ n: 1, state: 'open', alg: 'hpke' }]);
	const mirrored = () =>
		[...((stage.browser.caches as unknown as FakeCaches).kept.get('outbox-mirror')?.keys() ?? [])].filter((url) =>
			/\d$/.test(url)
		);
	expect(mirrored()).toEqual([]);
	stage.devices.splice(stage.devices.indexOf(device), 1);
	stage.browser.pages.delete(device.page);

	const next = open();
	await reach(next, 'locked');
	take(await next.unlock(PIN));
	expect([...next.book.households.values()].map(({ number }) => number)).toEqual(['7']);
	await vi.waitFor(() => expect(mirrored()).toHaveLength(1));
	stage.server.mood = null;
	take(await next.syncNow());
	expect(arrived()).toEqual(['7']);
});

it('a page that is hidden writes its second copy at once', async () => {
	const device = open();
	await join(device);
	stage.server.mood = offline;
	const { kept } = stage.browser.caches as unknown as FakeCaches;
	const hasCopy = () => [...(kept.get('outbox-mirror')?.keys() ?? [])].some((url) => /\d$/.test(url));
	// no timer comes any more: the phone is in a pocket
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	try {
		take(await device.createHousehold(door({ number: '7' })));
		for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
		expect(hasCopy()).toBe(false);
		device.page.hide();
		for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
		expect(hasCopy()).toBe(true);
	} finally {
		vi.useRealTimers();
	}
});

it('takes a visit while it is locked, which the ward alone can read, and the phone once it came down', async () => {
	const device = open();
	await join(device);
	take(await device.createHousehold(door({ number: '7' })));
	take(await device.syncNow());
	await device.lock();
	stage.server.mood = offline;
	const visit = { lane: 'hẻm Bí Mật', number: '12', outcome: 'informed', note: 'hẹn tối' } as const;
	expect(await device.captureLocked({ ...visit, number: '' })).toMatchObject({ problem: { at: 'number' } });
	expect(await device.captureLocked({ ...visit, note: 'mật khẩu là abc123' })).toMatchObject({ ok: false });
	take(await device.captureLocked(visit));
	expect((await readOutbox(stage.browser)).slice(1)).toMatchObject([
		{ n: 2, k: 'household.create', state: 'open', c: new Uint8Array() },
		{ n: 3, k: 'visit.add', state: 'open', c: new Uint8Array() }
	]);
	take(await device.unlock(PIN));
	expect(device.book.households.size).toBe(1);
	expect(device.sync.waiting).toBe(2);
	take(await device.createHousehold(door({ number: '9' })));
	stage.server.mood = null;
	take(await device.syncNow());
	expect([...device.book.households.values()].map(({ number }) => number).toSorted()).toEqual(['12', '7', '9']);
	expect([...device.book.visits.values()]).toMatchObject([{ outcome: 'informed', note: 'hẹn tối' }]);
	expect(device.sync).toMatchObject({ waiting: 0, problem: null });
	// Open, there are screens for it.
	expect(await device.captureLocked(visit)).toMatchObject({ ok: false, problem: { code: 'vault.locked' } });
});

it('asks once, and little, when there is nothing to send and nothing new', async () => {
	const device = open();
	await join(device);
	for (let i = 1; i <= 30; i++) take(await device.createHousehold(door({ number: `${i}` })));
	take(await device.syncNow());
	await vi.waitFor(() => expect(device.sync).toMatchObject({ waiting: 0, isRunning: false }));
	const before = stage.server.asked.length;
	take(await device.syncNow());
	const asked = stage.server.asked.slice(before);
	// The content beside it: tests/world/empty-round.test.ts.
	expect(asked.map(({ path }) => path)).toEqual(['/api/v1/sync/pull']);
	expect(asked[0]!.body.length).toBeLessThan(500);
});
