import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryWard } from '../../../tests/storage/memory-ward.ts';
import { helpFields, newId, outreachFields, post, START } from '../../../tests/storage/samples.ts';
import { makeProtection, makeTools, WARD_KEYS } from '../../../tests/world/house.ts';
import type { AreaId, ClientId, EntryId, HelpId, OutreachId, RecordId, StaffId } from '../domain/id.ts';
import type { Entry, EntryKind, PullRequest } from './entry.ts';
import { encodeHlc } from './hlc.ts';
import { LATER_TABLES, type Fields } from './record.ts';
import type { Scope } from './scope.ts';
import { withdrawToldEvent } from './told.ts';
import { pushEntries, readPage } from './ward.ts';

const STAFF = { id: newId<StaffId>(), name: 'Cán bộ Thử' };

let ward: MemoryWard;
let area: AreaId;
let teller: string;
let n = 0;
const cid = newId<ClientId>();
const tools = () => makeTools(makeProtection(), START, newId);

beforeEach(() => {
	ward = new MemoryWard(newId());
	area = newId();
	teller = newId<string>();
});

function entry(k: EntryKind, e: RecordId, p: Fields, bv = 0): Entry {
	n += 1;
	return { id: newId<EntryId>(), n, sv: 1, k, e, bv, t: encodeHlc(START, n, cid), p };
}
const event = (p: Fields = {}) => entry('outreach.add', newId<OutreachId>(), outreachFields(area, p));
const helped = (p: Fields = {}) => entry('help.add', newId<HelpId>(), helpFields(area, p));

async function push(entries: Entry[], volunteer = teller, by = cid) {
	const batch = { epoch: null, wm: null, cid: by, pend: 0, maxN: n, now: START, entries: entries.map(post) };
	const sender = { actor: 'phone', volunteer, areas: new Set([area]) };
	return (await ward.transact((tx) => pushEntries(tx, batch, sender, tools()))).res;
}
const scopeOf = (volunteer: string): Scope => ({
	hash: 's',
	ward: { id: newId(), name: 'Phường Thử' },
	volunteer: { id: volunteer, name: 'Người Thử', role: 'member' },
	areas: [{ id: area, parent: null, kind: 'quarter', name: 'x', aliases: [], assigned: true }],
	keys: WARD_KEYS
});
const pull = (volunteer = teller, tables: PullRequest['tables'] = LATER_TABLES) =>
	ward.transact((tx) => {
		const request = { epoch: null, wm: null, cid, pend: 0, cur: 0, scope: 's', limit: 500, now: START, tables };
		return readPage(tx, request, scopeOf(volunteer), tools());
	});
const read = (id: RecordId) => ward.look().records.find((record) => record.id === id);
const withdraw = (id: RecordId) =>
	ward.transact((tx) => withdrawToldEvent(tx, { event: id as OutreachId, entry: newId<EntryId>() }, STAFF, tools()));

describe('what is told beside the doors', () => {
	it('TO1 is signed by its sender, who alone amends it', async () => {
		const [one, two] = [event(), helped()];
		expect(await push([one, two])).toMatchObject([
			{ s: 'ok', v: 1 },
			{ s: 'ok', v: 1 }
		]);
		expect(read(one.e)).toMatchObject({ table: 'outreach', area, fields: { households: 14, by: teller } });
		expect(read(two.e)).toMatchObject({ table: 'help', area, fields: { topic: 'activate', by: teller } });
		expect(await push([entry('outreach.set', one.e, { households: 15 }, 1)])).toMatchObject([{ s: 'ok', v: 2 }]);
		expect(read(one.e)?.fields).toMatchObject({ households: 15, by: teller });
		const stranger = newId<string>();
		for (const odd of [
			entry('outreach.set', one.e, { households: 99 }, 2),
			entry('outreach.set', one.e, { withdrawn: START }, 2),
			{ ...event({ households: 99 }), e: one.e },
			entry('help.set', two.e, { withdrawn: START }, 1)
		])
			expect(await push([odd], stranger, newId<ClientId>())).toMatchObject([{ s: 'quar', why: 'entry.notAllowed' }]);
		expect(read(one.e)).toMatchObject({ v: 2, fields: { households: 15 } });
		expect(read(two.e)?.fields.withdrawn).toBeUndefined();
	});

	it('TO1 the same entry twice is one record and one step', async () => {
		const [one, two] = [event(), helped()];
		await push([one, two]);
		expect(await push([one, two])).toMatchObject([{ s: 'dup' }, { s: 'dup' }]);
		expect(ward.look().records).toHaveLength(2);
		expect(ward.look().changes).toHaveLength(2);
	});

	it.each<[string, Fields, string]>([
		['a personal number', { topic: 'họp với bà 000150000017' }, 'note.idNumber'],
		['a telephone', { materials: 'gọi 0999 000 001' }, 'note.phone'],
		['a one-time code', { topic: 'mã OTP 482913' }, 'note.secretCode'],
		['no topic', { topic: ' ' }, 'field.required'],
		['another name', { by: 'x' }, 'entry.invalid'],
		['a word of the ward', { withdrawnBy: 'x' }, 'entry.invalid'],
		['a count that is none', { audience: -3 }, 'entry.invalid']
	])('TO1 an event with %s is kept aside, and shows no number', async (_, p, why) => {
		expect(await push([event(p)])).toMatchObject([{ s: 'quar', why }]);
		expect(ward.look().records).toEqual([]);
		expect(JSON.stringify(ward.look().asides)).not.toContain('000150000017');
	});

	it('TO1 a word that came before its event is held, unless it says what nobody may keep', async () => {
		const one = event();
		const early = entry('outreach.set', one.e, { households: 20 }, 1);
		const secret = entry('outreach.set', one.e, { topic: 'gọi 0999 000 001' }, 1);
		expect(await push([early, secret])).toMatchObject([{ s: 'held' }, { s: 'quar', why: 'note.phone' }]);
		expect(await push([one])).toMatchObject([{ s: 'ok' }]);
		expect(read(one.e)?.fields.households).toBeOneOf([14, 20]);
		expect(read(one.e)?.fields.topic).toBe('Lớp đăng nhập');
	});

	it('TO1 of an area that is not the sender’s is kept aside', async () => {
		const elsewhere = newId<AreaId>();
		const odd = [event({ area: elsewhere }), helped({ area: elsewhere })];
		expect(await push(odd)).toMatchObject([{ why: 'entry.outOfScope' }, { why: 'entry.outOfScope' }]);
	});

	it('TO2 what is withdrawn stays so, whatever is amended after it; a person at a table is told once', async () => {
		const [one, two] = [event(), helped()];
		await push([one, two]);
		await push([
			entry('outreach.set', one.e, { withdrawn: START + 1 }, 1),
			entry('outreach.set', one.e, { households: 15 }, 1),
			entry('help.set', two.e, { withdrawn: START + 1 }, 1)
		]);
		expect(read(one.e)?.fields).toMatchObject({ withdrawn: START + 1, households: 15 });
		expect(read(two.e)?.fields).toMatchObject({ withdrawn: START + 1 });
		expect(await push([entry('outreach.set', one.e, { withdrawn: null }, 2)])).toMatchObject([{ s: 'quar' }]);
		const again = { ...helped({ outcome: 'informed' }), e: two.e };
		expect(await push([again])).toMatchObject([{ s: 'quar', why: 'entry.notAllowed' }]);
		expect(await push([entry('help.set', two.e, { withdrawn: START, outcome: 'done' }, 2)])).toMatchObject([
			{ s: 'quar', why: 'entry.invalid' }
		]);
		expect(read(one.e)?.fields.withdrawn).toBe(START + 1);
		expect(read(two.e)?.fields).toMatchObject({ withdrawn: START + 1, outcome: 'done' });
	});

	it('TO3 says something to whoever told it alone, and comes to nobody who does not know it', async () => {
		const [one, two] = [event(), helped()];
		await push([one, two]);
		expect((await pull()).rows).toMatchObject([{ fields: { households: 14 } }, { fields: { topic: 'activate' } }]);
		expect((await pull(newId<string>())).rows).toMatchObject([
			{ id: one.e, v: 1, fields: {} },
			{ id: two.e, v: 1, fields: {} }
		]);
		expect(JSON.stringify(await pull(newId<string>()))).not.toContain('activate');
		expect((await pull(teller, ['difficulty'])).rows).toEqual([]);
	});

	it('TO4 is withdrawn by the desk once, and its phone is told by whom; a later correction leaves it so', async () => {
		const one = event();
		await push([one]);
		expect(await withdraw(one.e)).toMatchObject({ ok: true, value: { seq: 2 } });
		expect(await withdraw(one.e)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect((await pull()).rows).toMatchObject([{ v: 2, fields: { withdrawn: START, withdrawnBy: 'Cán bộ Thử' } }]);
		// written before the phone heard of it
		expect(await push([entry('outreach.set', one.e, { households: 40 }, 1)])).toMatchObject([{ s: 'ok' }]);
		expect(read(one.e)?.fields).toMatchObject({ withdrawn: START, households: 40 });
	});

	it('TO4 nothing else is withdrawn', async () => {
		const two = helped();
		await push([two]);
		expect(await withdraw(two.e)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect(await withdraw(newId<RecordId>())).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect(ward.look().changes).toHaveLength(1);
	});
});
