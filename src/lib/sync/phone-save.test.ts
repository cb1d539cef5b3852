import { beforeEach, describe, expect, it } from 'vitest';
import { makePhoneHands, openPhone } from '../../../tests/fixtures/phone-hands.ts';
import type { PhoneDisk, PhoneTab } from '../../../tests/storage/memory-phone.ts';
import { householdFields, newId, phoneRecord, post, START } from '../../../tests/storage/samples.ts';
import type { AreaId, EntryId } from '../domain/id.ts';
import { compareHlc, parseHlc } from './hlc.ts';
import { applyEntry } from './outbox.ts';
import { saveEntries } from './phone.ts';

let disk: PhoneDisk;
let tab: PhoneTab;
let area: AreaId;
let now: number;
const { save, door, amend, write, shown, run, Script } = makePhoneHands(() => ({ disk, tab, area, now }));

beforeEach(() => {
	({ disk, tab, area, now } = openPhone());
});

describe('saving', () => {
	it('OB1 writes records and entries together or not at all', async () => {
		const drafts = [door(), door(), door()];
		const entries = await save(drafts);
		expect(entries.map((entry) => entry.n)).toEqual([1, 2, 3]);
		expect(disk.look()).toMatchObject({ state: { n: 3 }, records: [{ v: 0 }, { v: 0 }, { v: 0 }] });
		expect(disk.look().outbox.map((one) => one.entry)).toEqual(entries);
		const before = disk.look();
		const sameId = tab.transact((tx) => saveEntries(tx, [door()], { now, newId: () => entries[0]!.id }));
		await expect(sameId).rejects.toThrow();
		expect(disk.look()).toEqual(before);
	});

	it('OB1 gives no number twice, in two tabs at once', async () => {
		const other = disk.openTab();
		const tools = { now, newId: () => newId<EntryId>() };
		const saves = [tab, other, tab, other].map((at) => at.transact((tx) => saveEntries(tx, [door(), door()], tools)));
		const numbers = (await Promise.all(saves)).flat().map((entry) => entry.n);
		expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
	});

	it('OB2 sends an entry as it was written', async () => {
		const p: Record<string, unknown> = householdFields(area, {
			access: 'cổng xanh',
			gone: undefined,
			odd: { a: [null] }
		});
		const [entry] = await save([{ ...door(), p }]);
		p.access = 'changed after';
		const script = new Script();
		script.push = () => 'net.offline';
		await run(script);
		await save([amend(entry!.e, { access: null })]);
		await run(script);
		expect(script.batches[1]?.entries[0]).toEqual(post(entry!));
		expect(JSON.stringify(script.batches[1]?.entries[0])).toBe(JSON.stringify(script.batches[0]?.entries[0]));
		expect(entry!.p).toEqual({ ...householdFields(area), access: 'cổng xanh', odd: { a: [null] } });
	});

	it('OB3 names the version that was seen', async () => {
		const record = phoneRecord({ area, v: 7 });
		await tab.transact((tx) => tx.writeRecord(record));
		const home = door();
		const [made, , seen] = await save([home, amend(home.e, { number: '1' }), amend(record.id, { number: '2' })]);
		expect([made!.bv, seen!.bv, made!.sv]).toEqual([0, 7, 1]);
	});

	it('OB4 shows the copy with open entries over it', async () => {
		const record = phoneRecord({ area, fields: { a: 1, b: 2 }, base: { a: 1, b: 2 } });
		await tab.transact((tx) => tx.writeRecord(record));
		await save([amend(record.id, { b: null, c: 3 }), amend(record.id, { c: 4 })]);
		expect(shown(record.id)).toMatchObject({ base: { a: 1, b: 2 }, fields: { a: 1, c: 4 } });
		expect(shown(record.id)?.fields).not.toHaveProperty('b');
	});

	it('OB4 shows an answered return as corrected until the ward says more', async () => {
		const review = { state: 'returned', comment: 'xem lại' };
		expect(applyEntry({ review }, { k: 'review.answer', p: {} })).toEqual({
			review: { ...review, state: 'corrected' }
		});
		const approved = { review: { state: 'approved' } };
		expect(applyEntry(approved, { k: 'review.answer', p: {} })).toEqual(approved);
	});

	it('OB11 saves nothing about a record that is nowhere', async () => {
		await expect(save([door(), amend(newId(), { number: '1' })])).rejects.toThrow('not here');
		expect(disk.look()).toMatchObject({ records: [], outbox: [], state: { n: 0 } });
	});

	it("PG14 writes times by the ward's clock, always forward", async () => {
		now = START - 86_400_000;
		await write({ clockOffsetMs: 86_400_000 });
		const [first] = await save([door()]);
		expect(parseHlc(first!.t)?.ms).toBe(START);
		now -= 1_000_000;
		const [second] = await save([door()]);
		expect(compareHlc(second!.t, first!.t)).toBe(1);
		expect(disk.look().state.hlc).toBe(second!.t);
	});
});
