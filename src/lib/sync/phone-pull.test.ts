import { beforeEach, describe, expect, it } from 'vitest';
import { makePhoneHands, openPhone, scopeOf } from '../../../tests/fixtures/phone-hands.ts';
import type { PhoneDisk, PhoneTab } from '../../../tests/storage/memory-phone.ts';
import { newId, phoneRecord } from '../../../tests/storage/samples.ts';
import { replace } from '../../../tests/world/mutants.ts';
import type { AreaId, RecordId } from '../domain/id.ts';
import { parseHlc } from './hlc.ts';
import { runRound } from './phone.ts';
import type { PhoneState } from './phone-port.ts';
import type { Row } from './record.ts';

let disk: PhoneDisk;
let tab: PhoneTab;
let area: AreaId;
let now: number;
const { save, door, amend, write, shown, open, run, row, Script } = makePhoneHands(() => ({ disk, tab, area, now }));

beforeEach(() => {
	({ disk, tab, area, now } = openPhone());
});

describe('taking down', () => {
	it('PG1 writes rows and counter in one transaction', async () => {
		const script = new Script();
		const id = newId<RecordId>();
		script.pull = () => ({ rows: [row(id, 1, { number: '1' })], cur: 5, scope: scopeOf([area]) });
		const seen: object[] = [];
		const watched = {
			transact: async <Value>(work: Parameters<typeof tab.transact<Value>>[0]) => {
				const value = await tab.transact(work);
				seen.push({ cur: disk.look().state.cur, rows: disk.look().records.length, scope: !!disk.look().state.scope });
				return value;
			}
		};
		await run(script, {}, watched);
		expect(seen.every((at) => JSON.stringify(at).includes('"cur":5') === JSON.stringify(at).includes('"rows":1'))).toBe(
			true
		);
		expect(seen.at(-1)).toEqual({ cur: 5, rows: 1, scope: true });
		// A store that fails in the middle of a page keeps neither.
		script.pull = () => ({ rows: [row(newId(), 1, {}), row(newId(), 1, {})], cur: 9 });
		let writes = 0;
		const failing = {
			transact: <Value>(work: Parameters<typeof tab.transact<Value>>[0]) =>
				tab.transact((tx) =>
					work(
						replace(tx, {
							async writeRecord(record) {
								if (++writes === 2) throw new Error('disk full');
								await tx.writeRecord(record);
							}
						})
					)
				)
		};
		await expect(run(script, {}, failing)).rejects.toThrow('disk full');
		expect(disk.look()).toMatchObject({ state: { cur: 5 }, records: [{ id }] });
	});

	it('PG2 takes newer versions only', async () => {
		const record = phoneRecord({ area, v: 3, base: { number: '3' }, fields: { number: '3' } });
		await tab.transact((tx) => tx.writeRecord(record));
		const script = new Script();
		for (const [v, number] of [
			[2, '3'],
			[3, '3'],
			[4, '4']
		] as const) {
			const gone: Partial<Row> = v === 4 ? { deleted: true } : {};
			script.pull = () => ({ rows: [row(record.id, v, { number: String(v) }, gone)], cur: v });
			const result = await run(script);
			expect(result).toMatchObject({ value: { pulled: v > 3 ? 1 : 0 } });
			expect(shown(record.id)).toMatchObject({ fields: { number }, deleted: v === 4 });
		}
	});

	it.each<Partial<PhoneState>>([{ wm: 'x' }, { epoch: 'x' }, { cur: 3 }, { scope: scopeOf(['a' as AreaId]) }])(
		'PG3 ignores a page when the phone has moved on (%j)',
		async (moved) => {
			const script = new Script();
			script.pull = async () => {
				await disk.openTab().transact((tx) => tx.writeState(moved));
				return { rows: [row(newId(), 1, {})], cur: 9 };
			};
			expect(await run(script)).toMatchObject({ ok: true, value: { pulled: 0, more: true } });
			expect(disk.look().records).toEqual([]);
			expect(disk.look().state).toMatchObject(moved);
		}
	);

	it('PG4 lays open entries over the new copy', async () => {
		const record = phoneRecord({ area, v: 1, base: { number: '1' }, fields: { number: '1' } });
		await tab.transact((tx) => tx.writeRecord(record));
		await save([amend(record.id, { number: '2' })]);
		const script = new Script();
		script.push = () => [];
		script.pull = () => ({ rows: [row(record.id, 2, { number: '9', lane: 'mới' })], cur: 2 });
		await run(script);
		expect(shown(record.id)).toMatchObject({ v: 2, base: { number: '9' }, fields: { number: '2', lane: 'mới' } });
	});

	it('PG5 begins a new epoch at nothing and clears nothing', async () => {
		const record = phoneRecord({ area, v: 8, base: { number: '8' }, fields: { number: '8' } });
		await tab.transact((tx) => tx.writeRecord(record));
		await write({ epoch: 'e0', wm: 'w', cur: 44, scope: scopeOf([area]) });
		await save([amend(record.id, { lane: 'mở' }), door()]);
		const script = new Script();
		script.push = () => 'net.offline';
		const before = disk.look();
		expect((await run(script)).ok).toBe(false);
		expect(disk.look()).toEqual(before);
		// The old backup has an older version of it.
		script.push = () => [];
		script.pull = (request) => {
			expect(request).toMatchObject({ epoch: 'e1', cur: 0 });
			return { rows: [row(record.id, 2, { number: '2' })], cur: 2 };
		};
		// What the new history may have lost is asked after before its rows come down.
		expect(await run(script)).toMatchObject({ value: { pulled: 0, more: true } });
		expect(await run(script)).toMatchObject({ value: { pulled: 1 } });
		expect(shown(record.id)).toMatchObject({ v: 2, base: { number: '2' }, fields: { number: '2', lane: 'mở' } });
		expect(disk.look()).toMatchObject({ state: { epoch: 'e1', cur: 2 } });
		expect(disk.look().records).toHaveLength(2);
		expect(open()).toHaveLength(2);
	});

	it('PG5 learns of a new epoch from a page, too, and asks again from the beginning', async () => {
		const record = phoneRecord({ area, v: 8 });
		await tab.transact((tx) => tx.writeRecord(record));
		await write({ epoch: 'e0', wm: 'w', cur: 44, scope: scopeOf([area]) });
		const script = new Script();
		script.pull = (request) =>
			request.cur === 0
				? { rows: [row(record.id, 1, { number: '1' })], cur: 1 }
				: { rows: [row(newId(), 1, {})], cur: 50 };
		expect(await run(script)).toMatchObject({ value: { pulled: 0, more: true } });
		expect(await run(script)).toMatchObject({ value: { pulled: 1, more: false } });
		expect(script.requests.map(({ epoch, cur }) => [epoch, cur])).toEqual([
			['e0', 44],
			['e1', 0]
		]);
		expect(disk.look().records).toMatchObject([{ id: record.id, v: 1, base: { number: '1' } }]);
	});

	it('PG10 asks on while more follows, and leaves the rest to the next round', async () => {
		const script = new Script();
		script.pull = ({ cur, limit }) => ({ rows: [row(newId(), 1, {})], cur: cur + limit, more: cur < 30 });
		expect(await run(script, { pageRows: 10 })).toMatchObject({ value: { pulled: 4, more: false } });
		expect(disk.look().state).toMatchObject({ cur: 40, lastSuccessAt: now });
		script.pull = ({ cur }) => ({ cur: cur + 1, more: true });
		expect(await run(script, { pages: 3 })).toMatchObject({ value: { more: true } });
		expect(disk.look().state.cur).toBe(43);
	});

	it('PG18 asks for the next page before this one is written, each page once', async () => {
		const script = new Script();
		const written: number[] = [];
		script.pull = ({ cur }) => {
			written.push(disk.look().records.length);
			return { rows: [row(newId(), 1, {})], cur: cur + 1, more: cur < 3 };
		};
		expect(await run(script)).toMatchObject({ value: { pulled: 4, more: false } });
		expect(script.requests.map(({ cur, wm }) => [cur, wm])).toEqual([
			[0, null],
			[1, 'w1'],
			[2, 'w2'],
			[3, 'w3']
		]);
		expect(written).toEqual([0, 0, 1, 2]);
		expect(disk.look().records).toHaveLength(4);
	});

	it('PG18 asks anew where the phone moved while the page was being written, and lets an early failure go', async () => {
		const script = new Script();
		const other = disk.openTab();
		script.pull = ({ cur, wm }) => {
			if (cur === 0) return { rows: [row(newId(), 1, {})], cur: 1, more: true };
			return wm === 'w1' ? 'net.offline' : {};
		};
		const slow = {
			transact: async <Value>(work: Parameters<typeof tab.transact<Value>>[0]) => {
				const value = await tab.transact(work);
				if (disk.look().state.wm === 'w1') await other.transact((tx) => tx.writeState({ wm: 'w9' }));
				return value;
			}
		};
		expect(await runRound(slow, script.link, { clock: () => now })).toMatchObject({ ok: true, value: { pulled: 1 } });
		expect(script.requests.map(({ wm }) => wm)).toEqual([null, 'w1', 'w9']);
	});

	it('PG13 is not kept busy by a ward that gives nothing', async () => {
		const script = new Script();
		script.pull = () => ({ more: true });
		expect(await run(script)).toMatchObject({ ok: false, problem: { code: 'net.notWard' } });
		expect(script.requests).toHaveLength(1);
	});

	it('PG14 learns how far its clock is off', async () => {
		const script = new Script();
		script.pull = () => ({ now: now + 7_200_000 });
		await run(script);
		expect(disk.look().state).toMatchObject({ clockOffsetMs: 7_200_000, lastSuccessAt: now });
		expect(parseHlc(disk.look().state.hlc)?.ms).toBe(now + 7_200_000);
	});
});
