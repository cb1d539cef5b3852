import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setStage, take } from '../../../tests/fixtures/device-stage.ts';
import type { HouseholdId, VisitId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { Device, VisitDraft } from './device.ts';

const stage = setStage({ clock: () => Date.now() });
const { open, joined, unlock, door } = stage;
let device: Device;
let household: HouseholdId;

beforeEach(async () => {
	device = await joined();
	household = take(await device.createHousehold(door({ number: '7' })));
	take(await device.syncNow());
});
// before the stage closes what was opened
afterEach(() => void vi.useRealTimers());

const away = (): VisitDraft => ({ household, seenAt: Date.now(), outcome: 'nobodyHome' });
const visits = (of: Device = device) => of.book.visitsOf(household).map(({ id }) => id);

async function note(): Promise<VisitId> {
	return take(await device.noteVisit(away()));
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
	expect(stage.server.ward.look().records.filter((record) => record.id === id)).toHaveLength(1);
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
	const other = open();
	await unlock(other);
	await vi.waitFor(() => expect(visits(other)).toEqual([id]));
	await device.lock();
	await unlock(device);
	expect(visits()).toEqual([id]);
	take(await device.syncNow());
	const entries = stage.server.ward.look().entries.filter(({ entry }) => entry.e === id);
	expect(entries.map(({ entry }) => entry.k)).toEqual(['visit.add']);
});

/** Every write to one of the phone's stores fails for want of room, until it is given back. */
function fill(store: string) {
	const put = IDBObjectStore.prototype.put;
	return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
		if (this.name === store) throw new DOMException('no room', 'QuotaExceededError');
		return put.apply(this, row);
	});
}

it('is one at a door, however often and fast it is noted', async () => {
	const ids = await Promise.all([note(), note()]);
	expect(new Set([...ids, await note()]).size).toBe(1);
	expect(device.noted.get(household)).toBe(ids[0]);
	await device.lock();
	expect(device.noted.size).toBe(0);
	await unlock(device);
	expect(visits()).toEqual([ids[0]]);
});

it('what was said not to be saved never comes to light', async () => {
	const full = fill('draft');
	expect(await device.noteVisit(away())).toMatchObject({ problem: { code: 'store.full' } });
	full.mockRestore();
	expect(device.noted.size).toBe(0);
	const id = await note();
	await device.lock();
	await unlock(device);
	expect(visits()).toEqual([id]);
});

it('stays noted on a full phone, is tried again, and is one record when there is room', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const id = await note();
	const full = fill('record');
	await vi.advanceTimersByTimeAsync(LIMIT.takeBackMs + 100);
	await vi.waitFor(() => expect(full).toHaveBeenCalled());
	expect([visits(), device.noted.get(household)]).toEqual([[], id]);
	expect(await note()).toBe(id);
	full.mockRestore();
	await vi.advanceTimersByTimeAsync(LIMIT.takeBackMs + 100);
	vi.useRealTimers();
	// the record is there a moment before the door lets go of it
	await vi.waitFor(() => expect([visits(), device.noted.size]).toEqual([[id], 0]));
});

it('is refused like any visit that says what it may not', async () => {
	expect(await device.noteVisit({ ...away(), note: 'otp 123456' })).toMatchObject({
		problem: { code: 'note.secretCode' }
	});
});
