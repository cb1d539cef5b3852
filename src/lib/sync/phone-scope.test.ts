import { beforeEach, describe, expect, it } from 'vitest';
import { makePhoneHands, ok, openPhone, scopeOf } from '../../../tests/fixtures/phone-hands.ts';
import type { PhoneDisk, PhoneTab } from '../../../tests/storage/memory-phone.ts';
import { newId, phoneRecord } from '../../../tests/storage/samples.ts';
import type { AreaId, RecordId } from '../domain/id.ts';
import type { Row } from './record.ts';

let disk: PhoneDisk;
let tab: PhoneTab;
let area: AreaId;
let now: number;
const { save, amend, write, shown, run, row, Script } = makePhoneHands(() => ({ disk, tab, area, now }));

beforeEach(() => {
	({ disk, tab, area, now } = openPhone());
});

describe('taking down', () => {
	it('PG6 gives up what leaves the scope, once nothing about it waits', async () => {
		const [stays, goes, waits] = [phoneRecord({ area }), phoneRecord(), phoneRecord()];
		await tab.transact(async (tx) => {
			for (const record of [stays, goes, waits]) await tx.writeRecord(record);
		});
		await write({ epoch: 'e1', wm: 'w', cur: 4, scope: scopeOf([area, goes.area, waits.area]) });
		await save([amend(waits.id, { number: '1' }), amend(waits.id, { number: '2' })]);
		const script = new Script();
		script.push = () => [];
		script.pull = () => ({ scope: scopeOf([area]), cur: 5 });
		await run(script);
		const held = () => disk.look().records.map((record) => record.id);
		expect(held().toSorted()).toEqual([stays.id, waits.id].toSorted());
		expect(disk.look().state).toMatchObject({ cur: 5 });
		script.pull = () => ({});
		script.push = (batch) => [ok(batch.entries[0]!, { s: 'quar', v: 0, why: 'entry.outOfScope' })];
		await run(script);
		expect(held()).toHaveLength(2);
		await run(script);
		expect(held()).toEqual([stays.id]);
	});

	it('PG7 fills an area that was added beside its counter, page by page', async () => {
		const added = newId<AreaId>();
		await write({ epoch: 'e1', wm: 'w', cur: 40, scope: scopeOf([area]) });
		const script = new Script();
		const old = [1, 2].map((seq) => row(newId(), seq, {}, { area: added } as Partial<Row>));
		script.pull = ({ cur, fill, scope }) => {
			if (fill) return { rows: [old[cur]!], cur: cur + 1, more: cur === 0 };
			return scope === scopeOf([area]).hash ? { cur: 41, scope: scopeOf([area, added]) } : { cur: 41 };
		};
		expect(await run(script)).toMatchObject({ value: { pulled: 2, more: false } });
		const fill = { areas: [added], until: 40 };
		expect(script.requests.map(({ cur, fill }) => ({ cur, fill }))).toEqual([
			{ cur: 40, fill: undefined },
			{ cur: 0, fill },
			{ cur: 1, fill }
		]);
		expect(disk.look()).toMatchObject({ state: { cur: 41, fills: [], lastSuccessAt: now } });
		expect(disk.look().records.map(({ id }) => id)).toEqual(old.map(({ id }) => id));
		// One that only changes a name is not.
		const { areas, ...rest } = scopeOf([area, added]);
		script.pull = () => ({ scope: { ...rest, areas, hash: 'renamed' }, cur: 42 });
		await run(script);
		expect(script.requests).toHaveLength(4);
		expect(disk.look().state.cur).toBe(42);
	});

	it('PG7 goes on with a fill where it was broken off, and stops when the area is taken away again', async () => {
		const [added, other] = [newId<AreaId>(), newId<AreaId>()];
		const fill = { areas: [added, other], cur: 3, until: 9 };
		await write({ epoch: 'e1', wm: 'w', cur: 40, scope: scopeOf([area, added, other]), fills: [fill], digestAt: now });
		const script = new Script();
		script.pull = (request) => (request.fill ? 'net.offline' : {});
		expect((await run(script)).ok).toBe(false);
		expect(script.requests.at(-1)).toMatchObject({ cur: 3, fill: { areas: [added, other], until: 9 } });
		expect(disk.look().state).toMatchObject({ fills: [fill], lastSuccessAt: null });
		script.pull = (request) => (request.fill ? {} : { scope: scopeOf([area, other]) });
		await run(script);
		expect(script.requests.at(-1)).toMatchObject({ cur: 3, fill: { areas: [other], until: 9 } });
		expect(disk.look().state).toMatchObject({ fills: [], lastSuccessAt: now });
		// A page of a fill that another tab has finished meanwhile is not taken.
		await write({ fills: [fill] });
		const stray = row(newId(), 1, {});
		script.pull = async (request) => {
			if (!request.fill) return {};
			await disk.openTab().transact((tx) => tx.writeState({ fills: [] }));
			return { rows: [stray] };
		};
		expect(await run(script)).toMatchObject({ value: { pulled: 0, more: true } });
		expect(shown(stray.id)).toBeUndefined();
	});

	it('PG8 gives up a record that has left, once nothing about it waits', async () => {
		const [goes, waits] = [phoneRecord({ area }), phoneRecord({ area })];
		await tab.transact(async (tx) => {
			await tx.writeRecord(goes);
			await tx.writeRecord(waits);
		});
		await save([amend(waits.id, { number: '1' })]);
		const script = new Script();
		script.push = () => [];
		const out = (id: RecordId): Row => ({ id, out: true, seq: 9 });
		script.pull = () => ({ rows: [out(goes.id), out(waits.id), out(newId())], cur: 9 });
		expect(await run(script)).toMatchObject({ value: { pulled: 1 } });
		expect(disk.look().records.map((record) => record.id)).toEqual([waits.id]);
		script.pull = () => ({});
		script.push = (batch) => batch.entries.map((entry) => ok(entry, { s: 'quar', v: 0, why: 'entry.outOfScope' }));
		await write({ scope: scopeOf([area]) });
		await run(script);
		expect(disk.look().records).toEqual([]);
	});

	it('PG9 stores no row from outside its scope', async () => {
		const script = new Script();
		const stray = row(newId(), 1, {}, { area: newId<AreaId>() } as Partial<Row>);
		script.pull = () => ({ rows: [stray, row(newId(), 1, {})], cur: 2, scope: scopeOf([area]) });
		expect(await run(script)).toMatchObject({ value: { pulled: 1 } });
		expect(disk.look().records.map((record) => record.area)).toEqual([area]);
	});
});
