import { beforeEach, describe, expect, it } from 'vitest';
import { GROUPED, makeWardHands, NUMBER, openWard } from '../../../tests/fixtures/ward-hands.ts';
import type { MemoryWard } from '../../../tests/storage/memory-ward.ts';
import { newId, post, START } from '../../../tests/storage/samples.ts';
import { replace } from '../../../tests/world/mutants.ts';
import { POISON } from '../../../tests/world/house.ts';
import type { AreaId, ClientId, EntryId, RecordId } from '../domain/id.ts';
import { fail, succeed } from '../domain/problem.ts';
import type { Entry, EntryKind } from './entry.ts';
import type { Sender } from './ward-port.ts';
import { pushEntries } from './ward.ts';

let ward: MemoryWard;
let area: AreaId;
let sender: Sender;
let cid: ClientId;
let n: number;
let now: number;
const { protection, tools, entry, push, door, person, visit, read, odd } = makeWardHands(
	() => ({ ward, area, sender, cid, n, now }),
	() => (n += 1)
);

beforeEach(() => {
	({ ward, area, sender, cid, n, now } = openWard());
});

describe('the ward takes entries', () => {
	it('WD8 lets no bare number into the store, whatever becomes of the entry', async () => {
		const personalId = '000150000017';
		const home = door();
		const grandma = person(home.e, { personalId });
		await push([
			home,
			grandma,
			person(newId(), { personalId }),
			person(home.e, { personalId, birth: 'x' }),
			{ ...person(home.e, { personalId, [POISON]: 1 }), k: 'person.fly' as EntryKind },
			{ ...person(home.e, { personalId }), id: home.id },
			entry('person.set', grandma.e, { personalId }, { bv: 1 }),
			entry('person.set', grandma.e, { personalId: '000150000018' }, { n: 1 })
		]);
		const kept = JSON.stringify(ward.look());
		expect(kept).not.toContain(personalId);
		expect(kept).not.toContain('000150000018');
		expect(read(grandma.e)?.fields.idKeep).toMatchObject({ tail: '0017' });
		expect(odd().every((aside) => aside.entry.p.idKeep !== undefined)).toBe(true);
		// A number that is none is sealed by nobody and kept by nobody.
		await push([person(home.e, { personalId: ['000150000017'] })]);
		expect(JSON.stringify(ward.look())).not.toContain(personalId);
	});

	it.each<[string, (home: RecordId) => Entry]>([
		[
			'a flag',
			(home) => visit(home, { flags: [{ code: 'DF-02', field: 'personalId', onCard: NUMBER, source: 'self' }] })
		],
		[
			'a flag on another field',
			(home) => visit(home, { flags: [{ code: 'DF-02', onPaper: GROUPED, source: 'self' }] })
		],
		['a note', (home) => visit(home, { note: `CCCD ${GROUPED}` })],
		['a note that comes before its door', () => visit(newId(), { note: NUMBER })],
		['a note on a visit that is not there', (home) => entry('visit.set', newId(), { note: NUMBER, household: home })],
		['a field of the keys', (home) => person(home, { idKeep: { index: NUMBER } })],
		['the name of a field', (home) => person(home, { sex: 'x', [NUMBER]: { [NUMBER]: [NUMBER] } })],
		['a number that is no text', (home) => person(home, { sex: 'x', tail: 979150000017 })],
		['kind and time', (home) => ({ ...person(home), k: `person.${NUMBER}` as EntryKind, t: NUMBER })],
		['what no store can hold', (home) => person(home, { name: `\ud83d ${NUMBER}` })],
		['an area of somebody else', () => door({ area: newId(), access: `hỏi ${NUMBER}` })]
	])('WD8 masks a number in %s when it keeps the entry aside', async (_, make) => {
		const home = door();
		const bad = make(home.e);
		const res = await push([home, bad]);
		expect(res[1]?.s).toBe('quar');
		const kept = JSON.stringify(ward.look());
		for (const secret of [NUMBER, GROUPED, '979150000017']) expect(kept.includes(secret)).toBe(false);
		expect(odd()).toHaveLength(1);
		expect(odd()[0]?.entry).toMatchObject({ id: bad.id, e: bad.e });
		expect(JSON.stringify(odd()[0])).toContain('0017');
	});

	it('WD8 leaves ids, phone numbers, dates and sealed payloads of what it keeps aside as they are', async () => {
		const household = '01a1fb9e-0680-7a9b-9093-123456789012';
		const fields = { household, phone: '0999000001', born: '1950-01-31', seenAt: START, when: '21/11/2026 09:30' };
		const sealed = { alg: 'hpke', kid: 'a', enc: 'x', ct: 'A123456789012b' };
		const bad = [entry('person.add', newId(), fields), entry('person.add', newId(), { sealed })];
		await push(bad);
		expect(odd().map((aside) => aside.entry.p)).toEqual([fields, { sealed }]);
	});

	it('WD8 clears a number without a key', async () => {
		const home = door();
		const grandma = person(home.e, { personalId: '000150000017' });
		await push([home, grandma, entry('person.set', grandma.e, { personalId: null }, { bv: 1 })]);
		expect(read(grandma.e)?.fields).not.toHaveProperty('idKeep');
		expect(read(grandma.e)?.v).toBe(2);
	});

	it('WD18 takes nothing when a good number cannot be sealed or the store fails', async () => {
		const home = door();
		const grandma = person(home.e, { personalId: '000150000017' });
		const batch = { epoch: null, wm: null, cid, pend: 0, maxN: n, now, entries: [home, grandma].map(post) };
		const sealing = { ...protection, protect: () => Promise.reject(new Error('no key')) };
		const noKey = ward.transact((tx) => pushEntries(tx, batch, sender, { ...tools(), protection: sealing }));
		await expect(noKey).rejects.toThrow('no key');
		const full = ward.transact((tx) => {
			const broken = replace(tx, { writeEntry: () => Promise.reject(new Error('disk full')) });
			return pushEntries(broken, batch, sender, tools());
		});
		await expect(full).rejects.toThrow('disk full');
		expect(ward.look()).toMatchObject({ ward: { seq: 0 }, records: [], entries: [], changes: [] });
		expect((await push([home, grandma])).map(({ s }) => s)).toEqual(['ok', 'ok']);
	});

	it('WD20 takes a sealed entry as what is inside, and knows it again under another seal', async () => {
		const home = door();
		const [first] = await push([home]);
		const grandma = person(home.e);
		const inside = new Map<string, unknown>();
		const seal = (sealed: Entry, ct: string) => {
			inside.set(ct, sealed.p);
			const { p: _, ...head } = sealed;
			return { ...head, body: { alg: 'hpke', kid: 'k', enc: 'e', ct } as const };
		};
		const send = async (entries: ReturnType<typeof seal>[]) => {
			const openBody: ReturnType<typeof tools>['openBody'] = async (_, body) =>
				body.alg === 'hpke' && inside.has(body.ct) ? succeed(inside.get(body.ct)) : fail('entry.sealed');
			const batch = { epoch: null, wm: null, cid, pend: 0, maxN: n, now, entries };
			return ward.transact((tx) => pushEntries(tx, batch, sender, { ...tools(), openBody }));
		};
		const sealed = await send([seal(home, 'a'), seal(grandma, 'b')]);
		expect(sealed.res.map(({ s, seq }) => [s, seq])).toEqual([
			['dup', first!.seq],
			['ok', 2]
		]);
		expect(read(grandma.e)?.fields).toMatchObject({ name: grandma.p.name });
		expect((await send([seal(grandma, 'c')])).res).toMatchObject([{ s: 'dup', seq: 2 }]);
		expect((await push([grandma]))[0]).toMatchObject({ s: 'dup', seq: 2 });
		// what nobody can open is kept as it came, and known again
		const closed = seal(visit(home.e), 'd');
		inside.delete('d');
		expect((await send([closed])).res).toMatchObject([{ s: 'quar', seq: 3, why: 'entry.sealed' }]);
		expect((await send([closed])).res).toMatchObject([{ s: 'dup', seq: 3 }]);
		expect(odd()[0]?.entry.p).toEqual({ sealed: closed.body });
	});

	it('WD20 keeps what is sealed and no payload aside alone', async () => {
		const bad = door();
		for (const p of [null, 7, 'x', ['x'], { number: 7 }]) {
			const { p: _, ...head } = { ...bad, id: newId<EntryId>() };
			const entries = [{ ...head, body: { alg: 'hpke', kid: 'k', enc: 'e', ct: 'c' } as const }];
			const batch = { epoch: null, wm: null, cid, pend: 0, maxN: n, now, entries };
			const opening = { ...tools(), openBody: async () => succeed<unknown>(p) };
			const { res } = await ward.transact((tx) => pushEntries(tx, batch, sender, opening));
			expect(res).toMatchObject([{ s: 'quar', why: 'entry.invalid' }]);
		}
	});
});
