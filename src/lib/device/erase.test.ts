// What takes away everything readable on a phone, and what stays: security.md 5.2, faults 22 and 46 to 49 of sync.md.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Browser, makeTools, PIN, type FakePage } from '../../../tests/fixtures/device.ts';
import { newId } from '../../../tests/storage/samples.ts';
import { CODE, VOLUNTEER_NAME, WARD_NAME, WardServer } from '../../../tests/fixtures/ward-server.ts';
import type { VolunteerId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { problem, type Result } from '../domain/problem.ts';
import type { OutboxRow } from './db.ts';
import { openDirectory, type Profile } from './directory.ts';
import { openDevice, type Device, type Tools } from './device.ts';

const HOUR_MS = 3600_000;
const WRONG_PIN = '111222';
const SEALED = { kid: '1', enc: new Uint8Array(65).fill(7), ct: new Uint8Array(40).fill(7) };
const SECRETS = ['hẻm Bí Mật', 'ngõ Riêng', VOLUNTEER_NAME, WARD_NAME];

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

function open(changes: Partial<Tools> = {}): Device & { page: FakePage } {
	const page = browser.openPage();
	const device = openDevice(makeTools(browser, server.origin, { clock: () => now, page, ...changes }));
	devices.push(device);
	return Object.assign(device, { page });
}

async function until(device: Device, isSo: () => boolean): Promise<void> {
	if (isSo()) return;
	await new Promise<void>((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error(`it never came to be so: ${JSON.stringify(device.phase)}`)), 5_000);
		const stop = device.subscribe(() => {
			if (!isSo()) return;
			clearTimeout(timer);
			stop();
			resolve();
		});
	});
}
const reach = (device: Device, kind: Device['phase']['kind']) => until(device, () => device.phase.kind === kind);

function take<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(`${result.problem.code} ${result.problem.at ?? ''}`);
	return result.value;
}

async function join(device: Device): Promise<void> {
	take(await device.join(take(await device.lookAtInvitation(CODE)), now, PIN));
	take(await device.syncNow());
}

const door = (lane: string) => ({ area: server.area, lane, number: '12/3', kind: 'ordinary' as const });

/** A phone with one door at the ward, one that waits and a draft; closed again. */
async function fill(): Promise<void> {
	const device = open();
	await reach(device, 'new');
	await join(device);
	take(await device.createHousehold(door('ngõ Riêng')));
	take(await device.syncNow());
	device.page.hide();
	server.mood = () => ({ status: 503, body: '' });
	take(await device.createHousehold(door('hẻm Bí Mật')));
	await device.writeDraft('form', { lane: 'ngõ Riêng' });
	await device.close();
	server.mood = keepsSilent;
}

/** Joins, and answers nothing that is sent or fetched: what waits goes on waiting. */
const keepsSilent = (path: string) => (path.includes('/sync/') ? { status: 503, body: '' } : null);

async function guessWrong(device: Device, times: number): Promise<void> {
	for (let i = 0; i < times; i++) {
		await device.unlock(WRONG_PIN);
		now += HOUR_MS;
	}
}

const ask = <Value>(request: IDBRequest<Value>) =>
	new Promise<Value>((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});

async function inRaw<Value>(name: string, work: (db: IDBDatabase) => Promise<Value>): Promise<Value> {
	const db = await ask(browser.engine.indexedDB.open(name));
	try {
		return await work(db);
	} finally {
		db.close();
	}
}

const readRows = <Row>(name: string, store: string) =>
	inRaw(name, (db) => ask<Row[]>(db.transaction(store).objectStore(store).getAll()));

async function readProfiles(): Promise<Profile[]> {
	return readRows<Profile>('gocua', 'profile');
}

/** Stands for an entry that was sealed to the ward's key beside the data key: bytes that nothing on this phone opens. */
async function sealToWard({ id }: Profile): Promise<void> {
	await inRaw(`gocua-${id}`, async (db) => {
		const outbox = db.transaction('outbox', 'readwrite').objectStore('outbox');
		const row = (await ask<OutboxRow[]>(outbox.getAll())).find(({ state }) => state === 'open')!;
		const sealed = { ...row, n: 900, id: `${row.id.slice(0, -3)}900`, alg: 'hpke', s: SEALED };
		await ask(outbox.put(sealed));
	});
}

/** What an erase must leave of a profile's entries, and how many that wait it costs. */
async function foresee({ id }: Profile): Promise<{ stays: unknown[]; waiting: number; lost: number }> {
	const rows = await readRows<OutboxRow>(`gocua-${id}`, 'outbox');
	const open = rows.filter(({ state }) => state === 'open');
	const waiting = open.filter(({ alg }) => alg === 'hpke').length;
	return { stays: rows.filter(({ alg }) => alg === 'hpke').map(describeRow), waiting, lost: open.length - waiting };
}

/** A row without what only the data key opens. */
const describeRow = (row: OutboxRow) => ({ n: row.n, s: 's' in row ? row.s : undefined, alg: row.alg });

/** Only what is clear for sending is left: no sealed row under the data key, no wrap. */
async function expectErased(id: string, stays: readonly unknown[]): Promise<void> {
	const profile = (await readProfiles()).find((candidate) => candidate.id === id)!;
	expect(profile.wraps).toEqual([]);
	for (const store of ['record', 'draft']) expect(await readRows(`gocua-${id}`, store), store).toEqual([]);
	const meta = await readRows<{ k: string }>(`gocua-${id}`, 'meta');
	expect(meta.map(({ k }) => k).sort()).toEqual(['lost', 'stamp', 'state']);
	const outbox = await readRows<OutboxRow>(`gocua-${id}`, 'outbox');
	expect(outbox.map(describeRow)).toEqual(stays);
	expect(outbox.filter(({ c }) => c.length > 0)).toEqual([]);
	expect(SECRETS.filter((secret) => JSON.stringify(outbox).includes(secret))).toEqual([]);
}

describe('ten wrong PINs (fault 48)', () => {
	it('erase what can be read, after the ninth still nothing; what is sealed to the ward stays', async () => {
		await fill();
		const [profile] = await readProfiles();
		await sealToWard(profile!);
		const { stays, waiting, lost } = await foresee(profile!);
		const [device, other] = [open(), open()];
		await reach(device, 'locked');
		await reach(other, 'locked');
		await guessWrong(device, 9);
		expect(device.phase.kind).toBe('locked');
		expect((await readRows(`gocua-${profile!.id}`, 'record')).length).toBe(2);
		await guessWrong(device, 1);
		for (const tab of [device, other]) {
			await reach(tab, 'erased');
			expect(tab.phase).toEqual({ kind: 'erased', reason: 'wrongPins', waiting, lost });
			expect(await tab.unlock(PIN)).toMatchObject({ ok: false });
		}
		expect(stays.length).toBeGreaterThan(0);
		await expectErased(profile!.id, stays);
		const again = open();
		await reach(again, 'erased');
	});

	it('are forgiven by the right one in between', async () => {
		await fill();
		const device = open();
		await reach(device, 'locked');
		await guessWrong(device, 9);
		take(await device.unlock(PIN));
		await device.lock();
		await guessWrong(device, 1);
		expect(device.phase).toMatchObject({ kind: 'locked', wrongPins: 1 });
		now += HOUR_MS;
		take(await device.unlock(PIN));
		expect(device.book.households.size).toBe(2);
	});

	it('count also when the tab was closed over the tenth', async () => {
		await fill();
		const device = open();
		await reach(device, 'locked');
		await guessWrong(device, 9);
		await device.close();
		let isAsked = () => {};
		const asked = new Promise<void>((resolve) => (isAsked = resolve));
		const dying = openDevice(
			makeTools(browser, server.origin, { clock: () => now, hashPin: () => (isAsked(), new Promise(() => {})) })
		);
		await reach(dying, 'locked');
		void dying.unlock(WRONG_PIN);
		await asked;
		await reach(open(), 'erased');
	});
});

describe('an erase that was cut off', () => {
	it('after the wraps reads nothing, and is finished by the next start', async () => {
		await fill();
		const [profile] = await readProfiles();
		const { stays } = await foresee(profile!);
		const directory = openDirectory(browser.engine);
		await directory.retireCurrent(() => ({ at: now, reason: 'revoked' }));
		directory.close();
		expect((await readRows(`gocua-${profile!.id}`, 'record')).length).toBe(2);
		expect((await readProfiles())[0]).toMatchObject({ wraps: [], retired: { isSwept: false } });
		await reach(open(), 'erased');
		await expectErased(profile!.id, stays);
		expect((await readProfiles())[0]).toMatchObject({ retired: { isSwept: true, reason: 'revoked' } });
	});

	it('lets no tab that slept through it write', async () => {
		await fill();
		const [profile] = await readProfiles();
		const { stays } = await foresee(profile!);
		const asleep = open();
		await reach(asleep, 'locked');
		take(await asleep.unlock(PIN));
		const deaf = openDirectory(browser.engine);
		await deaf.retireCurrent(() => ({ at: now, reason: 'revoked' }));
		deaf.close();
		asleep.page.hide();
		// A start that says nothing to the others.
		const quiet = openDevice(makeTools(browser, server.origin, { page: new Browser().openPage() }));
		await reach(quiet, 'erased');
		await quiet.close();
		expect(await asleep.createHousehold(door('x'))).toMatchObject({ ok: false, problem: { code: 'vault.locked' } });
		await expectErased(profile!.id, stays);
	});
});

describe('the ward withdraws the phone (faults 22, F007)', () => {
	it('erases at the first contact, in every tab', async () => {
		await fill();
		const [profile] = await readProfiles();
		const { stays } = await foresee(profile!);
		const [device, other] = [open(), open()];
		await reach(device, 'locked');
		await reach(other, 'locked');
		take(await device.unlock(PIN));
		take(await other.unlock(PIN));
		server.isRevoked = true;
		server.mood = null;
		await device.syncNow();
		for (const tab of [device, other]) {
			await reach(tab, 'erased');
			expect(tab.phase).toMatchObject({ reason: 'revoked' });
			expect(tab.book.households.size).toBe(0);
			expect(tab.me).toBeNull();
		}
		await expectErased(profile!.id, stays);
	});

	it('erases a locked phone with nothing to send, when it is looked at next', async () => {
		await fill();
		const device = open();
		await reach(device, 'locked');
		take(await device.unlock(PIN));
		server.mood = null;
		take(await device.syncNow());
		await device.lock();
		await reach(device, 'locked');
		server.isRevoked = true;
		// what looks after a locked phone is loaded first
		await vi.waitFor(
			() => {
				now += LIMIT.knockAfterMs;
				device.page.hide();
				device.page.show();
				expect(device.phase).toMatchObject({ kind: 'erased', reason: 'revoked', waiting: 0 });
			},
			{ timeout: 5_000 }
		);
	});

	it('is not believed from anybody else', async () => {
		await fill();
		const device = open();
		await reach(device, 'locked');
		const body = JSON.stringify({ problem: problem('net.revoked'), now });
		server.mood = () => ({ status: 403, type: 'application/json', body });
		take(await device.unlock(PIN));
		expect(await device.syncNow()).toMatchObject({ ok: false, problem: { code: 'net.notWard' } });
		expect(device.phase.kind).toBe('open');
		expect(device.book.households.size).toBe(2);
	});
});

describe('leaving and joining anew (faults 46, 47, 49)', () => {
	it('leaves an empty phone, and the sealed entries of who left', async () => {
		await fill();
		const [profile] = await readProfiles();
		await sealToWard(profile!);
		const { stays, waiting, lost } = await foresee(profile!);
		const device = open();
		await reach(device, 'locked');
		expect(take(await device.countWaiting())).toEqual({ sealed: waiting, readable: lost, lost: 0 });
		take(await device.leave());
		expect(device.phase.kind).toBe('new');
		expect(take(await device.countWaiting())).toEqual({ sealed: 0, readable: 0, lost: 0 });
		await expectErased(profile!.id, stays);
		await reach(open(), 'new');
	});

	it('after a forgotten PIN brings everything that the ward has, in a database of its own', async () => {
		await fill();
		const [former] = await readProfiles();
		await sealToWard(former!);
		const { stays } = await foresee(former!);
		const [device, other] = [open(), open()];
		await reach(device, 'locked');
		await reach(other, 'locked');
		server.inviteAnew();
		server.mood = null;
		await join(device);
		expect([...device.book.households.values()].map(({ lane }) => lane)).toContain('ngõ Riêng');
		await expectErased(former!.id, stays);
		const directory = openDirectory(browser.engine);
		expect(await directory.listFormer()).toMatchObject([
			{ id: former!.id, device: former!.device, retired: { at: now, reason: 'replaced', isSwept: true } }
		]);
		expect((await directory.readCurrent())?.id).not.toBe(former!.id);
		directory.close();
		await device.lock();
		await reach(other, 'locked');
		take(await other.unlock(PIN));
	});

	it('as somebody else gives that one a database of their own, and the first one nothing to read', async () => {
		await fill();
		const [former] = await readProfiles();
		await sealToWard(former!);
		const { stays } = await foresee(former!);
		const device = open();
		await reach(device, 'locked');
		const second = newId<VolunteerId>();
		server.inviteAnew(second);
		server.mood = null;
		await join(device);
		expect(device.me?.volunteer.id).toBe(second);
		expect(device.sync.waiting).toBe(0);
		await expectErased(former!.id, stays);
		expect(await readProfiles()).toHaveLength(2);
	});

	it('goes on from an erased phone', async () => {
		await fill();
		const device = open();
		await reach(device, 'locked');
		await guessWrong(device, 10);
		await reach(device, 'erased');
		server.inviteAnew();
		server.mood = null;
		await join(device);
		expect(device.phase.kind).toBe('open');
		expect(device.book.households.size).toBeGreaterThan(0);
	});

	it('touches nothing while the code is not taken', async () => {
		await fill();
		const device = open();
		await reach(device, 'locked');
		const offer = take(await device.lookAtInvitation(CODE));
		server.mood = (path) => (path === '/api/v1/join' ? 'cut' : keepsSilent(path));
		expect(await device.join(offer, now, '908172')).toMatchObject({ ok: false });
		take(await device.unlock(PIN));
		expect(device.book.households.size).toBe(2);
	});
});

describe('a week without the ward', () => {
	it('takes its records off the phone before the PIN; what is unsent stays and the rest comes again', async () => {
		await fill();
		const [profile] = await readProfiles();
		now += LIMIT.leaseMs;
		server.mood = () => ({ status: 503, body: '' });
		const device = open();
		await reach(device, 'locked');
		await expect.poll(() => readRows(`gocua-${profile!.id}`, 'record')).toHaveLength(1);
		take(await device.unlock(PIN));
		expect([...device.book.households.values()].map(({ lane }) => lane)).toEqual(['hẻm Bí Mật']);
		expect(device.sync).toMatchObject({ waiting: 1, received: 0 });
		expect(await device.readDraft('form')).not.toBeNull();
		const closed = (await readRows<OutboxRow>(`gocua-${profile!.id}`, 'outbox')).filter(
			(row) => row.state === 'closed'
		);
		expect(closed.map(({ c }) => c.length)).toEqual([0]);
		server.mood = null;
		server.skewMs = LIMIT.leaseMs;
		take(await device.syncNow());
		expect(device.sync).toMatchObject({ waiting: 0, received: 2 });
		expect(device.book.households.size).toBe(2);
	});

	it('is not over a moment before', async () => {
		await fill();
		const [profile] = await readProfiles();
		const { lastSuccessAt } = (await readRows<any>(`gocua-${profile!.id}`, 'meta')).find(
			({ k }) => k === 'state'
		).value;
		now = lastSuccessAt + LIMIT.leaseMs - 1;
		const device = open();
		await reach(device, 'locked');
		take(await device.unlock(PIN));
		expect(device.book.households.size).toBe(2);
	});
});
