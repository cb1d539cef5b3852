// The sealed outbox on a whole phone: what lies on the disk, what leaves it while nothing can be read, and what comes back
// when the ward or the browser lost something.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Browser, makeTools, PIN, type FakeCaches, type FakePage } from '../../../tests/fixtures/device.ts';
import { CODE, WardServer } from '../../../tests/fixtures/ward-server.ts';
import { newId } from '../../../tests/storage/samples.ts';
import { LIMIT } from '../domain/limit.ts';
import type { Result } from '../domain/problem.ts';
import { sendFormer, sendSealed } from './courier.ts';
import type { OutboxRow } from './db.ts';
import { openDirectory, type Profile } from './directory.ts';
import { openSealedDb } from './sealed-db.ts';
import { openDevice, type Device, type HouseholdDraft, type Tools } from './device.ts';
import { openLink } from './link.ts';
import { makeDeviceKeys } from './vault.ts';

let server: WardServer;
let browser: Browser;
let now: number;
let devices: Device[];

beforeEach(async () => {
	server = await WardServer.open();
	browser = new Browser();
	now = Date.now();
	devices = [];
});
afterEach(async () => {
	await Promise.all(devices.map((device) => device.close()));
	await server.close();
});

const toolsOf = (changes: Partial<Tools> = {}) => makeTools(browser, server.origin, { clock: () => now, ...changes });

function open(changes: Partial<Tools> = {}): Device & { page: FakePage } {
	const page = browser.openPage();
	const device = openDevice(toolsOf({ page, ...changes }));
	devices.push(device);
	return Object.assign(device, { page });
}

function take<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(`${result.problem.code} ${result.problem.at ?? ''}`);
	return result.value;
}

const reach = (device: Device, kind: Device['phase']['kind']) =>
	vi.waitFor(() => expect(device.phase.kind).toBe(kind), { timeout: 5_000 });

async function join(device: Device): Promise<void> {
	await reach(device, 'new');
	take(await device.join(take(await device.lookAtInvitation(CODE)), now, PIN));
	take(await device.syncNow());
}

const door = (number: string): HouseholdDraft => ({ area: server.area, lane: 'ngõ Đình', number, kind: 'ordinary' });
const readProfile = async (): Promise<Profile> => {
	const directory = openDirectory(browser.engine);
	const profile = await directory.readCurrent();
	directory.close();
	return profile!;
};

async function readOutbox(): Promise<readonly OutboxRow[]> {
	const db = openSealedDb((await readProfile()).id, browser.engine);
	const { outbox } = await db.readOutbox();
	db.close();
	return outbox;
}

const offline = () => ({ status: 503, body: '' });
const arrived = () => server.ward.look().entries.map(({ entry }) => entry.p['number']);

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
	server.mood = offline;
	take(await device.createHousehold(door('7')));
	const [row] = await readOutbox();
	expect(row).toMatchObject({ state: 'open', alg: 'hpke', format: 2, s: { kid: '2026-1' } });
	expect(sizeOf(row)).toBeLessThan(2048);
	const { body: sent } = server.asked.findLast(({ path }) => path.endsWith('/push')) ?? { body: '' };
	server.mood = null;
	take(await device.syncNow());
	const { body } = server.asked.findLast(({ path }) => path.endsWith('/push'))!;
	expect(body).not.toContain('ngõ Đình');
	if (sent) expect(JSON.parse(body).entries).toEqual(JSON.parse(sent).entries);
	expect(arrived()).toEqual(['7']);
	const [after] = await readOutbox();
	expect(after).toMatchObject({ state: 'closed', verdict: { s: 'ok' }, s: row!.s });
	expect(after!.c).toHaveLength(0);
	expect(device.book.households.size).toBe(1);
});

it('is kept for 30 days after its verdict; the receipt stays', async () => {
	const device = open();
	await join(device);
	const household = take(await device.createHousehold(door('7')));
	take(await device.syncNow());
	await device.lock();
	now += LIMIT.retainMs - 60_000;
	take(await device.unlock(PIN));
	await device.lock();
	expect((await readOutbox())[0]!.s).toBeDefined();
	now += 120_000;
	take(await device.unlock(PIN));
	expect((await readOutbox())[0]).not.toHaveProperty('s');
	expect(device.book.stateOf(household)).toMatchObject({ state: 'received', receipt: 1 });
});

it('leaves while the phone is locked, after a restart, too, and is settled at the next unlock', async () => {
	const device = open();
	await join(device);
	server.mood = offline;
	const household = take(await device.createHousehold(door('7')));
	await device.lock();
	await device.close();
	const later = open({ unitRandom: () => 0 });
	await reach(later, 'locked');
	server.mood = null;
	later.page.goOnline();
	await vi.waitFor(() => expect(arrived()).toEqual(['7']), { timeout: 5_000 });
	await vi.waitFor(async () => expect((await readOutbox())[0]!.state).toBe('closed'));
	expect(later.phase.kind).toBe('locked');
	take(await later.unlock(PIN));
	take(await later.syncNow());
	expect(later.book.stateOf(household)).toEqual({ state: 'received', receipt: 1 });
	expect(later.sync).toMatchObject({ waiting: 0, received: 1, problem: null });
	expect(server.ward.look().changes).toHaveLength(1);
});

it('comes again, in a new history, from a ward that was put back to an older copy', async () => {
	const device = open();
	await join(device);
	const old = take(await device.createHousehold(door('1')));
	take(await device.syncNow());
	const copy = server.ward.look();
	const fresh = take(await device.createHousehold(door('2')));
	take(await device.amendHousehold(old, { number: '1A' }));
	take(await device.syncNow());
	expect(server.ward.look().records).toHaveLength(2);
	await server.goBackTo(copy);
	expect(server.ward.look().records).toHaveLength(1);
	take(await device.createHousehold(door('3')));
	take(await device.syncNow());
	const numbers = server.ward.look().records.map(({ fields }) => fields['number']);
	expect(numbers.toSorted()).toEqual(['1A', '2', '3']);
	expect([...device.book.households.values()].map(({ number }) => number).toSorted()).toEqual(['1A', '2', '3']);
	expect(device.book.stateOf(fresh)).toMatchObject({ state: 'received' });
	expect(device.sync).toMatchObject({ waiting: 0, problem: null });
});

it('is deposited by a phone that was shut out, and only the ward’s own proof shuts it out', async () => {
	const device = open();
	await join(device);
	server.mood = offline;
	take(await device.createHousehold(door('7')));
	const refusal = JSON.stringify({ problem: { code: 'net.revoked', retry: false }, proof: 'x'.repeat(86) });
	server.mood = () => ({ status: 403, type: 'application/json', headers: { 'x-ward-sync': '1' }, body: refusal });
	expect(await device.syncNow()).toMatchObject({ ok: false, problem: { code: 'net.unauthorized' } });
	expect(device.book.households.size).toBe(1);
	server.mood = null;
	server.isRevoked = true;
	expect(await device.syncNow()).toMatchObject({ ok: false, problem: { code: 'net.revoked' } });
	await device.close();
	expect(await sendSealed(await readProfile(), toolsOf())).toMatchObject({
		ok: false,
		problem: { code: 'net.revoked' }
	});
	expect((await readOutbox()).map(({ state }) => state)).toEqual(['closed']);
	expect(server.ward.look()).toMatchObject({ records: [], asides: [{ why: 'entry.deposited' }] });
});

it('is carried by another phone where the ward takes nothing more from its writer, whole and signed', async () => {
	const device = open();
	await join(device);
	server.mood = offline;
	take(await device.createHousehold(door('7')));
	await device.close();
	server.mood = null;
	const profile = await readProfile();
	const [row] = await readOutbox();
	const { keys } = await makeDeviceKeys();
	const wardKey = () => server.keys.keys.sign;
	const carrier = openLink(toolsOf(), {
		ward: server.wardId,
		device: server.device,
		key: profile.keys.signing,
		clockOffsetMs: 0,
		wardKey
	});
	// Its own key is not known to the ward (any more).
	const former = { ...profile, keys: { ...profile.keys, signing: keys.signing } };
	const sent = await sendFormer(former, carrier, toolsOf());
	carrier.close();
	expect(sent).toMatchObject({ ok: true });
	const { bundle } = JSON.parse(server.asked.findLast(({ path }) => path.endsWith('/carry'))!.body);
	expect(bundle).toMatchObject({ device: profile.device, entries: [{ id: row!.id, body: { alg: 'hpke' } }] });
	expect((await readOutbox()).map(({ state }) => state)).toEqual(['closed']);
	expect(server.ward.look().entries).toHaveLength(1);
});

it.each(['/carry', '/reconcile'])(
	'leaves with the next good round where %s was out of reach when somebody else opened the phone',
	async (blocked) => {
		const first = open();
		await join(first);
		take(await first.createHousehold(door('6')));
		take(await first.syncNow());
		server.mood = offline;
		take(await first.createHousehold(door('7')));
		take(await first.leave());
		server.inviteAnew(newId());
		server.mood = (path) => (path.endsWith(blocked) ? offline() : null);
		await reach(first, 'new');
		take(await first.join(take(await first.lookAtInvitation(CODE)), now, PIN));
		await vi.waitFor(() => expect(server.asked.some(({ path }) => path.endsWith(blocked))).toBe(true));
		expect(arrived()).toEqual(['6']);
		server.mood = null;
		take(await first.syncNow());
		await vi.waitFor(() => expect(arrived()).toEqual(['6', '7']), { timeout: 5_000 });
		// Seen off: no round asks for it any more.
		take(await first.syncNow());
		const before = server.asked.length;
		take(await first.syncNow());
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(server.asked.slice(before).map(({ path }) => path)).toEqual(['/api/v1/sync/pull']);
	}
);

it('outlives the loss of its database: sent again from the mirror, before the PIN and after', async () => {
	const device = open();
	await join(device);
	server.mood = offline;
	take(await device.createHousehold(door('7')));
	take(await device.createHousehold(door('8')));
	await device.close();
	const kept = (browser.caches as unknown as FakeCaches).kept.get('outbox-mirror')!;
	expect([...kept.keys()].filter((url) => /\d$/.test(url))).toHaveLength(2);
	expect([...kept.values()].join()).not.toContain('ngõ Đình');
	const { id } = await readProfile();
	await new Promise((resolve) => (browser.engine.indexedDB.deleteDatabase(`gocua-${id}`).onsuccess = resolve));
	const locked = open({ unitRandom: () => 0 });
	await reach(locked, 'locked');
	server.mood = null;
	locked.page.goOnline();
	await vi.waitFor(() => expect(arrived().toSorted()).toEqual(['7', '8']), { timeout: 5_000 });
	take(await locked.unlock(PIN));
	take(await locked.syncNow());
	expect([...locked.book.households.values()].map(({ number }) => number).toSorted()).toEqual(['7', '8']);
	const third = take(await locked.createHousehold(door('9')));
	take(await locked.syncNow());
	expect(locked.book.stateOf(third)).toMatchObject({ state: 'received' });
	expect((await readOutbox()).map(({ n }) => n)).toEqual([1, 2, 3]);
	await vi.waitFor(() => expect([...kept.keys()].filter((url) => /\d$/.test(url))).toEqual([]));
});

it('a page that dies after the save and before its second copy loses nothing: the next opening copies it', async () => {
	// whoever dies never comes to write it
	let isDead = false;
	const dying = { open: (name: string) => (isDead ? new Promise(() => undefined) : browser.caches.open(name)) };
	const device = open({ caches: dying as CacheStorage });
	await join(device);
	server.mood = offline;
	isDead = true;
	take(await device.createHousehold(door('7')));
	expect(await readOutbox()).toMatchObject([{ n: 1, state: 'open', alg: 'hpke' }]);
	const mirrored = () =>
		[...((browser.caches as unknown as FakeCaches).kept.get('outbox-mirror')?.keys() ?? [])].filter((url) =>
			/\d$/.test(url)
		);
	expect(mirrored()).toEqual([]);
	devices.splice(devices.indexOf(device), 1);
	browser.pages.delete(device.page);

	const next = open();
	await reach(next, 'locked');
	take(await next.unlock(PIN));
	expect([...next.book.households.values()].map(({ number }) => number)).toEqual(['7']);
	await vi.waitFor(() => expect(mirrored()).toHaveLength(1));
	server.mood = null;
	take(await next.syncNow());
	expect(arrived()).toEqual(['7']);
});

it('a page that is hidden writes its second copy at once', async () => {
	const device = open();
	await join(device);
	server.mood = offline;
	const { kept } = browser.caches as unknown as FakeCaches;
	const hasCopy = () => [...(kept.get('outbox-mirror')?.keys() ?? [])].some((url) => /\d$/.test(url));
	// no timer comes any more: the phone is in a pocket
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	try {
		take(await device.createHousehold(door('7')));
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
	take(await device.createHousehold(door('7')));
	take(await device.syncNow());
	await device.lock();
	server.mood = offline;
	const visit = { lane: 'hẻm Bí Mật', number: '12', outcome: 'informed', note: 'hẹn tối' } as const;
	expect(await device.captureLocked({ ...visit, number: '' })).toMatchObject({ problem: { at: 'number' } });
	expect(await device.captureLocked({ ...visit, note: 'mật khẩu là abc123' })).toMatchObject({ ok: false });
	take(await device.captureLocked(visit));
	expect((await readOutbox()).slice(1)).toMatchObject([
		{ n: 2, k: 'household.create', state: 'open', c: new Uint8Array() },
		{ n: 3, k: 'visit.add', state: 'open', c: new Uint8Array() }
	]);
	take(await device.unlock(PIN));
	expect(device.book.households.size).toBe(1);
	expect(device.sync.waiting).toBe(2);
	take(await device.createHousehold(door('9')));
	server.mood = null;
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
	for (let i = 1; i <= 30; i++) take(await device.createHousehold(door(`${i}`)));
	take(await device.syncNow());
	await vi.waitFor(() => expect(device.sync).toMatchObject({ waiting: 0, isRunning: false }));
	const before = server.asked.length;
	take(await device.syncNow());
	const asked = server.asked.slice(before);
	// The content beside it: tests/world/empty-round.test.ts.
	expect(asked.map(({ path }) => path)).toEqual(['/api/v1/sync/pull']);
	expect(asked[0]!.body.length).toBeLessThan(500);
});
