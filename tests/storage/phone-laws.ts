// What every phone store must keep, whatever it is made of: the promises of src/lib/sync/phone-port.ts.

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EntryId, RecordId } from '../../src/lib/domain/id.ts';
import type { Entry, OutboxEntry, Verdict } from '../../src/lib/sync/entry.ts';
import type { WardKeys } from '../../src/lib/sync/scope.ts';
import { FRESH_STATE, type PhoneStore } from '../../src/lib/sync/phone-port.ts';
import { makeWardKeys } from '../fixtures/ward-keys.ts';
import { makeEntry, newId, ODD_VALUES, phoneRecord, START } from './samples.ts';

export interface OpenPhone {
	readonly store: PhoneStore;
	/** Closes and opens again what was written so far, as after a restart of the browser. */
	reopen(): Promise<PhoneStore>;
	close(): Promise<void>;
}

/** `open` gives an empty store of its own each time. */
export function phoneLaws(name: string, open: () => Promise<OpenPhone>): void {
	describe(`phone store: ${name}`, () => {
		let phone: OpenPhone;
		let store: PhoneStore;
		let keys: WardKeys;
		beforeAll(async () => void ({ keys } = await makeWardKeys('2026-1')));
		beforeEach(async () => {
			phone = await open();
			store = phone.store;
		});
		afterEach(() => phone.close());

		const lie = (entry: Entry): OutboxEntry => ({ entry, state: 'open', savedAt: START });
		const add = (...entries: Entry[]) =>
			store.transact(async (tx) => {
				for (const entry of entries) await tx.addEntry(lie(entry));
			});
		const listOpen = (afterN = 0, most = 1000) => store.transact((tx) => tx.listPosted(afterN, most));
		const verdictOf = (id: EntryId): Verdict => ({ id, s: 'ok', seq: 7, v: 1 });

		it('PS1 leaves nothing of a transaction that throws, and hands its error on', async () => {
			const record = phoneRecord();
			const failure = new Error('planted');
			const work = store.transact(async (tx) => {
				await tx.writeRecord(record);
				await tx.addEntry(lie(makeEntry({ n: 1 })));
				await tx.writeState({ n: 1, cur: 9 });
				throw failure;
			});
			await expect(work).rejects.toBe(failure);
			const after = await store.transact(async (tx) => ({
				record: await tx.readRecord(record.id),
				open: await tx.countOpen(),
				state: await tx.readState()
			}));
			expect(after).toMatchObject({ record: null, open: 0, state: { n: 0, cur: 0 } });
		});

		it('PS2 keeps what was committed when it is opened again', async () => {
			const record = phoneRecord();
			const entry = makeEntry({ n: 1, e: record.id });
			await store.transact(async (tx) => {
				await tx.writeRecord(record);
				await tx.addEntry(lie(entry));
				await tx.writeState({ n: 1, epoch: 'e1', wm: '3.abc', cur: 3, hlc: entry.t, clockOffsetMs: -12 });
			});
			const cid = await store.transact(async (tx) => (await tx.readState()).cid);
			store = await phone.reopen();
			const after = await store.transact(async (tx) => ({
				record: await tx.readRecord(record.id),
				open: await tx.listOpenFor(record.id),
				state: await tx.readState()
			}));
			expect(after.record).toEqual(record);
			expect(after.open).toEqual([lie(entry)]);
			expect(after.state).toMatchObject({
				cid,
				n: 1,
				epoch: 'e1',
				wm: '3.abc',
				cur: 3,
				hlc: entry.t,
				clockOffsetMs: -12
			});
		});

		it('PS3 never interleaves two transactions', async () => {
			const raise = () =>
				store.transact(async (tx) => {
					const { n } = await tx.readState();
					await tx.countOpen();
					await tx.writeState({ n: n + 1 });
					await tx.addEntry(lie(makeEntry({ n: n + 1 })));
				});
			await Promise.all(Array.from({ length: 12 }, raise));
			expect(await store.transact(async (tx) => (await tx.readState()).n)).toBe(12);
			expect((await listOpen()).map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
		});

		it('PS4 refuses an entry whose id or number is taken, with everything beside it', async () => {
			const first = makeEntry({ n: 1 });
			await add(first);
			await expect(add(makeEntry({ n: 2 }), makeEntry({ n: 3, id: first.id }))).rejects.toThrow();
			await expect(add(makeEntry({ n: 4 }), makeEntry({ n: 1 }))).rejects.toThrow();
			await store.transact((tx) => tx.closeEntry(verdictOf(first.id), START));
			await expect(add(makeEntry({ n: 5, id: first.id }))).rejects.toThrow();
			await expect(add(makeEntry({ n: 1 }))).rejects.toThrow();
			expect(await listOpen()).toEqual([]);
		});

		it('PS5 closes an entry once and no other', async () => {
			const [one, two] = [makeEntry({ n: 1 }), makeEntry({ n: 2 })];
			await add(one, two);
			const close = (id: EntryId) => store.transact((tx) => tx.closeEntry(verdictOf(id), START + 1));
			expect(await close(newId())).toBe(false);
			expect(await close(one.id)).toBe(true);
			expect(await close(one.id)).toBe(false);
			expect((await listOpen()).map(({ id }) => id)).toEqual([two.id]);
			expect(await store.transact((tx) => tx.countOpen())).toBe(1);
		});

		it('PS6 lists open entries by number, after a number, up to a limit', async () => {
			await add(...[30, 2, 100, 9, 10].map((n) => makeEntry({ n })));
			const numbers = async (afterN: number, most: number) => (await listOpen(afterN, most)).map(({ n }) => n);
			expect(await numbers(0, 1000)).toEqual([2, 9, 10, 30, 100]);
			expect(await numbers(9, 2)).toEqual([10, 30]);
			expect(await numbers(100, 5)).toEqual([]);
		});

		it('PS7 lists the open entries about one record, by number', async () => {
			const e = newId<RecordId>();
			const entries = [11, 3, 5].map((n) => makeEntry({ n, e }));
			await add(...entries, makeEntry({ n: 4 }));
			await store.transact((tx) => tx.closeEntry(verdictOf(entries[2]!.id), START));
			const open = await store.transact((tx) => tx.listOpenFor(e));
			expect(open.map(({ entry }) => entry.n)).toEqual([3, 11]);
			expect(await store.transact((tx) => tx.listOpenFor(newId()))).toEqual([]);
		});

		it('PS8 changes nothing in what it keeps', async () => {
			const record = phoneRecord({ base: ODD_VALUES, fields: { ...ODD_VALUES, more: [ODD_VALUES] } });
			const entry = makeEntry({ n: 1, p: ODD_VALUES });
			await store.transact(async (tx) => {
				await tx.writeRecord(record);
				await tx.addEntry(lie(entry));
			});
			store = await phone.reopen();
			const after = await store.transact(async (tx) => [
				await tx.readRecord(record.id),
				(await tx.listOpenFor(entry.e))[0]
			]);
			expect(after).toEqual([record, lie(entry)]);
			// Entries travel as they were written, their order of fields included.
			expect(JSON.stringify((after[1] as OutboxEntry).entry.p)).toBe(JSON.stringify(entry.p));
		});

		it('PS9 shows a transaction what it wrote itself', async () => {
			const [stays, goes] = [phoneRecord(), phoneRecord()];
			await store.transact((tx) => tx.writeRecord(goes));
			const seen = await store.transact(async (tx) => {
				await tx.writeRecord(stays);
				await tx.writeRecord({ ...stays, v: 2 });
				await tx.removeRecord(goes.id);
				await tx.removeRecord(newId());
				await tx.writeState({ n: 4 });
				await tx.writeState({ hlc: 'x' });
				return { records: await tx.listRecords(), gone: await tx.readRecord(goes.id), state: await tx.readState() };
			});
			expect(seen).toMatchObject({ records: [{ ...stays, v: 2 }], gone: null, state: { n: 4, hlc: 'x' } });
		});

		it('PS10 lists every record', async () => {
			const records = Array.from({ length: 7 }, () => phoneRecord());
			await store.transact(async (tx) => {
				for (const record of records) await tx.writeRecord(record);
			});
			const listed = await store.transact((tx) => tx.listRecords());
			const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
			expect(listed.toSorted(byId)).toEqual(records.toSorted(byId));
		});

		it('PS11 hands out copies: changing one changes nothing that is kept', async () => {
			const record = phoneRecord();
			await store.transact((tx) => tx.writeRecord(record));
			await store.transact(async (tx) => {
				const read: any = await tx.readRecord(record.id);
				read.fields.number = 'changed';
				read.v = 99;
			});
			expect(await store.transact((tx) => tx.readRecord(record.id))).toEqual(record);
		});

		it('PS12 begins with nothing known of the ward, and a client id of its own', async () => {
			const state = await store.transact((tx) => tx.readState());
			expect(state.cid).not.toBe('');
			expect({ ...state, cid: '' }).toEqual({ cid: '', ...FRESH_STATE });
		});

		it('PS14 retains an answered entry, lists it by number, and opens it again as it was', async () => {
			await store.transact((tx) => tx.writeState({ keys }));
			const e = newId<RecordId>();
			const entries = [3, 1, 2, 7].map((n) => makeEntry({ n, e, p: { ...ODD_VALUES, n } }));
			await add(...entries);
			const before = await listOpen();
			const close = (n: number) =>
				store.transact((tx) => tx.closeEntry(verdictOf(before.find((one) => one.n === n)!.id), START + n));
			for (const n of [7, 1, 3]) await close(n);
			store = await phone.reopen();
			const retained = (afterN: number, most: number) => store.transact((tx) => tx.listRetained(afterN, most));
			const numbers = async (afterN = 0, most = 9) => (await retained(afterN, most)).map(({ n }) => n);
			expect(await numbers()).toEqual([1, 3, 7]);
			expect(await numbers(1, 1)).toEqual([3]);
			const reopen = (id: EntryId) => store.transact((tx) => tx.reopenEntry(id));
			expect(await reopen(newId())).toBe(false);
			expect(await reopen(before[1]!.id)).toBe(false);
			expect(await reopen(before[0]!.id)).toBe(true);
			expect(await reopen(before[0]!.id)).toBe(false);
			expect(await numbers()).toEqual([3, 7]);
			store = await phone.reopen();
			expect(JSON.stringify(await listOpen())).toBe(JSON.stringify(before.slice(0, 2)));
			expect(await store.transact((tx) => tx.countOpen())).toBe(2);
			await close(1);
			expect(await numbers()).toEqual([1, 3, 7]);
		});

		it('PS15 reads no payload any more of what was answered once', async () => {
			await store.transact((tx) => tx.writeState({ keys }));
			const entry = makeEntry({ n: 1, p: ODD_VALUES });
			await add(entry);
			await store.transact((tx) => tx.closeEntry(verdictOf(entry.id), START));
			await store.transact((tx) => tx.reopenEntry(entry.id));
			const [open] = await store.transact((tx) => tx.listOpenFor(entry.e));
			expect(open).toEqual({ ...lie(entry), entry: { ...entry, p: {} } });
		});

		it('PS16 forgets what could be sent again of entries closed before an instant, and keeps their receipts', async () => {
			await store.transact((tx) => tx.writeState({ keys }));
			const entries = [1, 2, 3].map((n) => makeEntry({ n }));
			await add(...entries);
			for (const { id, n } of entries.slice(0, 2))
				await store.transact((tx) => tx.closeEntry(verdictOf(id), START + n * 10));
			await store.transact((tx) => tx.dropRetained(START + 20));
			store = await phone.reopen();
			expect(await store.transact((tx) => tx.listRetained(0, 9))).toEqual([{ n: 2, id: entries[1]!.id }]);
			expect(await store.transact((tx) => tx.reopenEntry(entries[0]!.id))).toBe(false);
			expect((await listOpen()).map(({ n }) => n)).toEqual([3]);
			await expect(add(makeEntry({ n: 1 }))).rejects.toThrow();
		});

		it('PS17 lists what was closed out of reach of its record, by number, until the record has followed', async () => {
			await store.transact((tx) => tx.writeState({ keys }));
			const entries = [1, 2, 3, 4].map((n) => makeEntry({ n }));
			const [plain, late, later, again] = entries as [Entry, Entry, Entry, Entry];
			await add(...entries);
			const close = (id: EntryId, isUnsettled?: boolean) =>
				store.transact((tx) => tx.closeEntry(verdictOf(id), START, isUnsettled));
			await close(plain.id);
			for (const { id } of [again, later, late]) await close(id, true);
			store = await phone.reopen();
			const list = () => store.transact((tx) => tx.listUnsettled());
			const due = ({ id, e }: Entry) => ({ id, e, verdict: verdictOf(id) });
			expect(await list()).toEqual([late, later, again].map(due));
			await store.transact((tx) => tx.reopenEntry(again.id));
			expect(await list()).toEqual([late, later].map(due));
			await close(again.id);
			const inside = await store.transact(async (tx) => {
				await tx.noteSettled(late.id);
				return tx.listUnsettled();
			});
			expect(inside).toEqual([later].map(due));
			store = await phone.reopen();
			expect(await list()).toEqual([later].map(due));
			expect(await store.transact((tx) => tx.listRetained(0, 9))).toHaveLength(4);
		});
	});
}
