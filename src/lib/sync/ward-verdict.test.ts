import { beforeEach, describe, expect, it } from 'vitest';
import { GROUPED, makeWardHands, NUMBER, openWard } from '../../../tests/fixtures/ward-hands.ts';
import type { MemoryWard } from '../../../tests/storage/memory-ward.ts';
import { householdFields, newId } from '../../../tests/storage/samples.ts';
import { hash, POISON } from '../../../tests/world/house.ts';
import type { AreaId, ClientId } from '../domain/id.ts';
import type { Entry, EntryKind } from './entry.ts';
import { describeEntry } from './intake.ts';
import type { Fields } from './record.ts';
import type { Sender } from './ward-port.ts';

let ward: MemoryWard;
let area: AreaId;
let sender: Sender;
let cid: ClientId;
let n: number;
let now: number;
const { entry, push, door, person, visit, odd } = makeWardHands(
	() => ({ ward, area, sender, cid, n, now }),
	() => (n += 1)
);

beforeEach(() => {
	({ ward, area, sender, cid, n, now } = openWard());
});

describe('the ward takes entries', () => {
	it('WD1 gives each entry one verdict, in the order of its numbers', async () => {
		const home = door();
		const people = [person(home.e), person(home.e)];
		const res = await push([people[1]!, home, people[0]!]);
		expect(res.map(({ id, s, seq, v }) => ({ id, s, seq, v }))).toEqual([
			{ id: home.id, s: 'ok', seq: 1, v: 1 },
			{ id: people[0]!.id, s: 'ok', seq: 2, v: 1 },
			{ id: people[1]!.id, s: 'ok', seq: 3, v: 1 }
		]);
	});

	it('WD1 gives one verdict to an entry that stands in the batch twice', async () => {
		const home = door();
		const res = await push([home, home]);
		expect(new Set(res.map((verdict) => JSON.stringify(verdict))).size).toBe(1);
		expect(ward.look().changes).toHaveLength(1);
	});

	it('WD2 repeats the receipt, word for word but for the repeat', async () => {
		const home = door();
		const call = visit(newId());
		const first = await push([home, call]);
		const before = ward.look();
		now += 1000;
		const again = await push([home, call]);
		expect(again).toEqual(first.map((verdict) => ({ ...verdict, s: 'dup' })));
		expect(again[1]).toMatchObject({ why: 'entry.missingParent' });
		expect(ward.look()).toEqual(before);
	});

	it('WD2 knows an entry again from another life of the phone', async () => {
		const home = door();
		const first = await push([home]);
		expect(await push([home], { cid: newId() })).toEqual([{ ...first[0], s: 'dup' }]);
	});

	it('WD3 keeps another entry under a known id aside, once', async () => {
		const home = door();
		const [first] = await push([home]);
		const other = { ...door({ number: '7' }), id: home.id };
		const [verdict] = await push([other]);
		expect(verdict).toEqual({ id: home.id, s: 'quar', seq: 2, v: 0, why: 'entry.idReuse' });
		expect(await push([other])).toEqual([{ ...verdict, s: 'dup' }]);
		expect(await push([home])).toEqual([{ ...first, s: 'dup' }]);
		expect(odd()).toHaveLength(1);
		expect(odd()[0]?.entry.p).toEqual(other.p);
		expect(ward.look().records).toHaveLength(1);
	});

	it.each<[string, Partial<Entry>, string]>([
		['an unknown kind', { k: 'household.fly' as EntryKind }, 'entry.unknownKind'],
		['a kind that only the desk has', { k: 'review.approve' as EntryKind }, 'entry.unknownKind'],
		['the name of a method', { k: 'toString' as EntryKind }, 'entry.unknownKind'],
		['a newer version', { sv: 99 }, 'entry.unknownVersion'],
		['a wrong field', { p: { number: 7 } }, 'entry.invalid'],
		['a field of the ward', { p: { ...householdFields(newId()), review: { state: 'approved' } } }, 'entry.invalid'],
		['a word on flags', { p: { ...householdFields(newId()), referrals: {} } }, 'entry.invalid'],
		['a field of the keys', { p: { ...householdFields(newId()), idKeep: { index: 'i' } } }, 'entry.invalid'],
		['a payload that breaks its reader', { p: { [POISON]: 1 } }, 'entry.invalid'],
		['a payload that is none', { p: ['x'] as unknown as Fields }, 'entry.invalid'],
		['a time that is none', { t: 'yesterday' }, 'entry.invalid']
	])('WD4 keeps %s aside, alone', async (_, changes, why) => {
		const [before, bad, after] = [door(), { ...door(), ...changes }, door()];
		const res = await push([before, bad, after]);
		expect(res.map(({ s }) => s)).toEqual(['ok', 'quar', 'ok']);
		expect(res[1]).toEqual({ id: bad.id, s: 'quar', seq: 2, v: 0, why });
		expect(odd()[0]).toMatchObject({ why, entry: { id: bad.id, k: bad.k, t: bad.t } });
		expect(ward.look().records).toHaveLength(2);
	});

	it('WD7 raises counter and chain with every acceptance and with no repeat', async () => {
		const home = door();
		const bad = { ...door(), k: 'x' as EntryKind };
		const held = visit(newId());
		await push([home, bad, held]);
		const conflict = entry('household.set', home.e, { number: 'khác' });
		await push([conflict], { cid: newId() });
		const reuse = { ...door(), id: home.id };
		for (let i = 0; i < 3; i++) await push([home, bad, held, conflict, reuse]);
		const { ward: state, changes, entries } = ward.look();
		expect(changes.map(({ seq, entry, v }) => [seq, entry, v]).slice(0, 4)).toEqual([
			[1, home.id, 1],
			[2, bad.id, 0],
			[3, held.id, 0],
			[4, conflict.id, 1]
		]);
		expect(changes).toHaveLength(5);
		let head = '';
		for (const { entry, record, v, head: next } of changes) {
			const kept = entries.find((one) => one.entry.id === entry)!;
			head = hash([head, entry, record ?? '', v, kept.hash].join('|')).slice(0, 32);
			expect(next).toBe(head);
		}
		expect(state).toMatchObject({ seq: 5, head });
		expect(entries[0]?.hash).toBe(hash(describeEntry(home)));
	});

	it('WD19 keeps aside whatever comes from a phone that was shut out, once, in the same chain', async () => {
		const known = door();
		const [first] = await push([known]);
		const home = door();
		const grandma = person(home.e, { personalId: NUMBER });
		const bad = { ...door(), k: 'x' as EntryKind };
		const note = visit(home.e, { note: `CCCD ${GROUPED}` });
		const leaving: Sender = { ...sender, aside: 'entry.deposited' };
		const res = await push([known, home, grandma, bad, note], { sender: leaving });
		expect(res[0]).toEqual({ ...first, s: 'dup' });
		expect(res.slice(1).map(({ s, v, why }) => [s, v, why])).toEqual(Array(4).fill(['quar', 0, 'entry.deposited']));
		expect(ward.look().records.map(({ id }) => id)).toEqual([known.e]);
		expect(odd()).toHaveLength(4);
		expect(odd()[1]?.entry.p.idKeep).toMatchObject({ tail: '0017' });
		const kept = JSON.stringify(ward.look());
		for (const secret of [NUMBER, GROUPED]) expect(kept.includes(secret)).toBe(false);
		expect(ward.look().changes.map(({ seq, table }) => [seq, table !== null])).toEqual([
			[1, true],
			[2, false],
			[3, false],
			[4, false],
			[5, false]
		]);
		const before = ward.look();
		// the phone tries again, and later somebody brings the same in a file, as from a phone that is let in
		for (const from of [leaving, sender]) {
			expect((await push([home, grandma], { sender: from })).map(({ s, seq }) => [s, seq])).toEqual([
				['dup', 2],
				['dup', 3]
			]);
		}
		expect(ward.look()).toEqual(before);
	});
});
