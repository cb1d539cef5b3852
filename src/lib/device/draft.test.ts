// Half-filled forms of a whole phone: through a lock, a restart, a save and a full disk.

import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { setStage, take } from '../../../tests/fixtures/device-stage.ts';

const stage = setStage();
const { open, join, unlock, door, somebody, knock } = stage;

describe('drafts', () => {
	it('outlive a lock and a restart until they are dropped', async () => {
		const first = open();
		await join(first);
		const form = { name: 'Nguyễn', step: 2 };
		void first.writeDraft('person/new', form);
		form.step = 9;
		await first.writeDraft('other', null);
		await first.close();
		const device = open();
		await unlock(device);
		expect(await device.readDraft('person/new')).toEqual({ name: 'Nguyễn', step: 2 });
		expect(await device.readDraft('nothing')).toBeNull();
		void device.writeDraft('person/new', { late: true });
		await device.dropDraft('person/new');
		expect(await device.readDraft('person/new')).toBeNull();
	});

	it('go in the commit of the save that ends them, and stay when it fails', async () => {
		const device = open();
		await join(device);
		const household = take(await device.createHousehold(door()));
		const form = 'visit/1';
		await device.writeDraft(form, 'half');
		const newcomer = somebody(household);
		const visit = knock(household, { outcome: 'done', consent: newcomer.consent! });
		const put = IDBObjectStore.prototype.put;
		const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
			if (this.name === 'record') throw new DOMException('no room', 'QuotaExceededError');
			return put.apply(this, row);
		});
		expect(await device.recordVisit(visit, { newcomer, form })).toMatchObject({ problem: { code: 'store.full' } });
		full.mockRestore();
		expect(await device.readDraft(form)).toBe('half');
		expect(device.book.peopleOf(household)).toEqual([]);

		void device.writeDraft(form, 'nearly whole');
		take(await device.recordVisit(visit, { newcomer, form }));
		expect(await device.readDraft(form)).toBeNull();
		const [person] = device.book.peopleOf(household);
		expect(device.book.visitsOf(household)).toMatchObject([{ person: person?.id }]);
	});

	it('wait for room on a full disk, also through a lock, and are written when there is some', async () => {
		const device = open();
		await join(device);
		await device.writeDraft('a', 'old');
		const put = IDBObjectStore.prototype.put;
		const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
			if (this.name === 'draft') throw new DOMException('no room', 'QuotaExceededError');
			return put.apply(this, row);
		});
		await expect(device.writeDraft('a', 'new')).rejects.toMatchObject({ problem: { code: 'store.full' } });
		await expect(device.writeDraft('b', 'gone')).rejects.toMatchObject({ problem: { code: 'store.full' } });
		await device.dropDraft('b');
		await device.lock();
		await unlock(device);
		expect(await device.readDraft('a')).toBe('new');
		expect(await device.readDraft('b')).toBeNull();
		full.mockRestore();
		await device.close();
		const later = open();
		await unlock(later);
		expect(await later.readDraft('a')).toBe('new');
	});
});
