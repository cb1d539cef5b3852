import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { CONSENT, makeWardHands, openWard } from '../../../tests/fixtures/ward-hands.ts';
import type { MemoryWard } from '../../../tests/storage/memory-ward.ts';
import { householdFields, newId, personFields, post } from '../../../tests/storage/samples.ts';
import type { AreaId, ClientId, EntryId, RecordId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { EntryKind } from './entry.ts';
import { encodeHlc, parseHlc } from './hlc.ts';
import type { Fields } from './record.ts';
import type { Sender } from './ward-port.ts';
import { pushEntries, writeFromWard } from './ward.ts';

let ward: MemoryWard;
let area: AreaId;
let sender: Sender;
let cid: ClientId;
let n: number;
let now: number;
const { tools, entry, push, door, person, visit, read, odd } = makeWardHands(
	() => ({ ward, area, sender, cid, n, now }),
	() => (n += 1)
);

beforeEach(() => {
	({ ward, area, sender, cid, n, now } = openWard());
});

describe('the ward takes entries', () => {
	it.each<[string, Fields, string]>([
		['a note with a password', { note: 'mật khẩu là abc123' }, 'note.password'],
		['a revisit without a day', { next: { kind: 'revisit' } }, 'field.required'],
		[
			'a jump without a reason',
			{ before: 'l2LoggedIn', standing: { state: 'hasCard', on: '2026-11-21', evidence: 'declared', observer: 'x' } },
			'field.reasonNeeded'
		]
	])('WD12 keeps aside a visit with %s', async (_, p, why) => {
		const home = door();
		expect((await push([home, visit(home.e, p)]))[1]).toMatchObject({ s: 'quar', why });
	});

	it('WD12 judges what the entry brings, on the record as it stands', async () => {
		const home = door();
		const grandma = person(home.e);
		await push([home, grandma]);
		const set = async (p: Fields) => (await push([entry('person.set', grandma.e, p, { bv: 9 })]))[0];
		expect(await set({ phone: '0999000001' })).toMatchObject({ s: 'quar', why: 'field.noConsent' });
		expect(await set({ phone: '0999000001', consent: CONSENT })).toMatchObject({ s: 'ok' });
		expect(await set({ phone: '12' })).toMatchObject({ s: 'quar', why: 'field.badPhone' });
		// Taking consent back is never refused for what is still there.
		expect(await set({ consent: { ...CONSENT, phone: false } })).toMatchObject({ s: 'ok' });
		expect(await set({ name: ' ' })).toMatchObject({ s: 'quar', why: 'field.required' });
		// A phone whose clock is years ahead writes days that have not come.
		expect(await set({ birth: '2150' })).toMatchObject({ s: 'ok' });
	});

	it('WD13 sets what is created again, and moves nothing', async () => {
		const home = door({ number: '1' });
		const [other, grandma] = [door(), person(home.e)];
		await push([home, other, grandma]);
		const again = { ...door({ number: '1', lane: 'ngõ Mới' }), e: home.e };
		expect(await push([again])).toMatchObject([{ s: 'ok', v: 2 }]);
		expect(read(home.e)?.fields).toMatchObject({ lane: 'ngõ Mới', number: '1' });
		const far: Sender = { ...sender, areas: new Set([area, newId<AreaId>()]) };
		const moves = [
			{ ...entry('household.create', home.e, householdFields([...far.areas][1]!)) },
			{ ...person(other.e), e: grandma.e },
			{ ...visit(home.e), e: home.e },
			{ ...entry('household.set', grandma.e, { number: '2' }) }
		];
		const res = await push(moves, { sender: far });
		expect(res.map(({ why }) => why)).toEqual([
			'entry.notAllowed',
			'entry.notAllowed',
			'entry.invalid',
			'entry.invalid'
		]);
		expect(read(grandma.e)).toMatchObject({ area, fields: { household: home.e } });
	});

	it('WD14 keeps a change to a deleted record as a conflict', async () => {
		const home = door();
		await push([home]);
		await ward.transact(async (tx) => tx.writeRecord({ ...(await tx.readRecord(home.e))!, deleted: true }));
		const change = entry('household.set', home.e, { number: '2' }, { bv: 1 });
		expect(await push([change])).toMatchObject([{ s: 'conflict', cf: ['deleted'], v: 1 }]);
		expect(ward.look().conflicts).toMatchObject([
			{ entry: change.id, field: 'deleted', kept: true, other: { number: '2' } }
		]);
		expect(read(home.e)).toMatchObject({ deleted: true, v: 1, fields: home.p });
	});

	it('WD15 hands no store what it cannot hold', async () => {
		const nest = (levels: number) => {
			let deep: Fields = {};
			for (let i = 0; i < levels; i++) deep = { deep };
			return deep;
		};
		const text = JSON.stringify({ ...householdFields(area), proto: { x: 1 } });
		const parsed: Fields = JSON.parse(text.replace('"proto"', '"__proto__"'));
		const res = await push([
			door({ access: 'a\u0000b' }),
			door({ access: '\ud83d' }),
			door({ more: { '\ude00': 1 } }),
			{ ...door(), k: 'x\u0000' as EntryKind, t: '\ud83d' },
			door({ more: 'x'.repeat(LIMIT.entryBytes) }),
			entry('household.create', newId(), parsed)
		]);
		const batch = {
			epoch: null,
			wm: null,
			cid,
			pend: 0,
			maxN: n,
			now,
			entries: [door(nest(40)), door(nest(100_000))].map(post)
		};
		const answer = await ward.transact((tx) => pushEntries(tx, batch, sender, tools()));
		expect([...res, ...answer.res].map(({ s }) => s)).toEqual(Array(8).fill('quar'));
		expect(res[4]?.why).toBe('entry.tooLarge');
		const kept = JSON.stringify(ward.look());
		expect(kept).not.toMatch(/[^\\]\\u0000/);
		expect(odd()[0]?.entry.p.text).toContain('a\\u0000b');
		expect(odd()[4]?.entry.p.more).toHaveLength(LIMIT.entryBytes);
	});

	it('WD15 gives every payload a verdict and never fails the batch', async () => {
		const kinds = ['household.create', 'household.set', 'person.add', 'person.set', 'visit.add', 'visit.set', 'x'];
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...kinds), fc.dictionary(fc.string(), fc.jsonValue()), async (k, p) => {
				const home = door();
				const res = await push([home, entry(k as EntryKind, home.e, p), visit(home.e)]);
				expect(res).toHaveLength(3);
				expect(res[2]?.s).toBe('ok');
			}),
			{ numRuns: 200 }
		);
	});

	it("WD17 brings in the ward's own lists once, through the log", async () => {
		const id = newId<RecordId>();
		const held = visit(id);
		await push([held]);
		const list = { entry: newId<EntryId>(), table: 'household' as const, id, area, kind: 'list.household' };
		const write = (changes: object = {}) =>
			ward.transact((tx) =>
				writeFromWard(tx, { ...list, fields: householdFields(area), ...changes }, 'import', tools())
			);
		expect(await write()).toEqual({ seq: 2 });
		expect(await write()).toEqual({ seq: 2 });
		await expect(write({ entry: newId() })).rejects.toThrow();
		expect(read(id)).toMatchObject({ v: 1, seq: 2, area });
		expect(read(held.e)).toMatchObject({ v: 1, seq: 3 });
		const grandma = { entry: newId(), table: 'person', id: newId(), kind: 'list.person' };
		await write({ ...grandma, fields: personFields(id, { personalId: '000150000017' }) });
		expect(JSON.stringify(ward.look())).not.toContain('000150000017');
		expect(ward.look().changes.map(({ kind }) => kind)).toEqual([
			'visit.add',
			'list.household',
			'visit.add',
			'list.person'
		]);
	});

	it('MG3 moves the author of an equal value without a new version', async () => {
		const home = door();
		await push([home]);
		const other = newId<ClientId>();
		const same = entry('household.set', home.e, { number: home.p.number });
		expect(await push([same], { cid: other })).toMatchObject([{ s: 'ok', v: 1 }]);
		expect(read(home.e)).toMatchObject({ v: 1, seq: 1, fver: { number: { v: 1, cid: other, n: same.n } } });
	});

	it('HL2 writes no time that it does not believe', async () => {
		const home = { ...door(), t: encodeHlc(now + 86_400_000, 0, cid) };
		await push([home]);
		expect(parseHlc(read(home.e)!.fver.number!.t)?.ms).toBe(now + LIMIT.clockSkewMs);
	});
});
