import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Browser, makeTools, PIN } from '../../../tests/fixtures/device.ts';
import { CODE, WardServer } from '../../../tests/fixtures/ward-server.ts';
import type { HouseholdId, VisitId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { Result } from '../domain/problem.ts';
import { openDevice, type Device, type VisitDraft } from './device.ts';

let server: WardServer;
let browser: Browser;
let device: Device;
let household: HouseholdId;
const others: Device[] = [];

beforeEach(async () => {
	server = await WardServer.open();
	browser = new Browser();
	device = openPage();
	await vi.waitFor(() => expect(device.phase.kind).toBe('new'));
	take(await device.join(take(await device.lookAtInvitation(CODE)), Date.now(), PIN));
	take(await device.syncNow());
	household = take(
		await device.createHousehold({ area: server.area, lane: 'ngõ Đình', number: '7', kind: 'ordinary' })
	);
	take(await device.syncNow());
});
afterEach(async () => {
	vi.useRealTimers();
	await Promise.all([device, ...others.splice(0)].map((each) => each.close()));
	await server.close();
});

const openPage = () => openDevice(makeTools(browser, server.origin, { page: browser.openPage() }));
const away = (): VisitDraft => ({ household, seenAt: Date.now(), outcome: 'nobodyHome' });
const visits = (of: Device = device) => of.book.visitsOf(household).map(({ id }) => id);

function take<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(`${result.problem.code} ${result.problem.at ?? ''}`);
	return result.value;
}

async function note(): Promise<VisitId> {
	return take(await device.noteVisit(away()));
}

async function unlock(phone: Device): Promise<void> {
	await vi.waitFor(() => expect(phone.phase.kind).toBe('locked'));
	take(await phone.unlock(PIN));
}

it('becomes a record by itself when its time is over, and reaches the ward once', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const id = await note();
	await vi.advanceTimersByTimeAsync(LIMIT.takeBackMs - 100);
	expect(visits()).toEqual([]);
	await vi.advanceTimersByTimeAsync(200);
	vi.useRealTimers();
	await vi.waitFor(() => expect(visits()).toEqual([id]));
	expect(take(await device.takeBackVisit(id))).toBe(false);
	take(await device.syncNow());
	expect(server.ward.look().records.filter((record) => record.id === id)).toHaveLength(1);
});

it('is never there when it was taken back, not after a lock either', async () => {
	const id = await note();
	expect(take(await device.takeBackVisit(id))).toBe(true);
	await device.lock();
	await unlock(device);
	expect(visits()).toEqual([]);
	expect(device.sync.waiting).toBe(0);
});

it('is a record before the vault is closed', async () => {
	const id = await note();
	await device.lock();
	await unlock(device);
	expect(visits()).toEqual([id]);
	expect(take(await device.takeBackVisit(id))).toBe(false);
});

it('outlives a page that died: the next one writes it, once, also when the first comes to life again', async () => {
	const id = await note();
	const other = openPage();
	others.push(other);
	await unlock(other);
	await vi.waitFor(() => expect(visits(other)).toEqual([id]));
	await device.lock();
	await unlock(device);
	expect(visits()).toEqual([id]);
	take(await device.syncNow());
	const entries = server.ward.look().entries.filter(({ entry }) => entry.e === id);
	expect(entries.map(({ entry }) => entry.k)).toEqual(['visit.add']);
});

it('is refused like any visit that says what it may not', async () => {
	expect(await device.noteVisit({ ...away(), note: 'otp 123456' })).toMatchObject({
		problem: { code: 'note.secretCode' }
	});
});
