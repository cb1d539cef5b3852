import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryWard } from '../../../tests/storage/memory-ward.ts';
import { householdFields, newId, personFields, post, START, visitFields } from '../../../tests/storage/samples.ts';
import { makeProtection, makeTools, POISON } from '../../../tests/world/house.ts';
import { readDecisions } from '../domain/decision.ts';
import type { AreaId, ClientId, EntryId, HouseholdId, RecordId, StaffId } from '../domain/id.ts';
import { DELETED, decideConflict, dismissAside, moveHousehold, replayAside, type FieldChoice } from './desk.ts';
import type { Entry, EntryKind, Verdict } from './entry.ts';
import { encodeHlc } from './hlc.ts';
import type { Fields } from './record.ts';
import type { Sender } from './ward-port.ts';
import { pushEntries } from './ward.ts';

const STAFF = { id: newId<StaffId>(), name: 'Cán bộ Thử' };
const [NUMBER, OTHER] = ['000150000017', '000150000025'];

let ward: MemoryWard;
let area: AreaId;
let elsewhere: AreaId;
let khang: Sender;
let man: Sender;
let now: number;
const numbers = new Map<ClientId, number>();
const [KHANG, MAN] = [newId<ClientId>(), newId<ClientId>()];
const protection = makeProtection();
const tools = () => makeTools(protection, now, newId);

beforeEach(() => {
	ward = new MemoryWard(newId());
	area = newId();
	elsewhere = newId();
	now = START;
	numbers.clear();
	khang = { actor: 'khang/phone', volunteer: newId<string>(), areas: new Set([area]) };
	man = { actor: 'man/phone', volunteer: newId<string>(), areas: new Set([area]) };
});

function entry(k: EntryKind, e: RecordId, p: Fields, changes: Partial<Entry> = {}, cid = KHANG): Entry {
	const n = (numbers.get(cid) ?? 0) + 1;
	numbers.set(cid, n);
	return { id: newId<EntryId>(), n, sv: 1, k, e, bv: 0, t: encodeHlc(now, n, cid), p, ...changes };
}

async function push(entries: Entry[], cid = KHANG, sender = khang): Promise<Verdict[]> {
	const batch = { epoch: null, wm: null, cid, pend: 0, maxN: 1, now, entries: entries.map(post) };
	const sent = JSON.parse(JSON.stringify(batch));
	return [...(await ward.transact((tx) => pushEntries(tx, sent, sender, tools()))).res];
}

const read = (id: RecordId) => ward.look().records.find((record) => record.id === id)!;
const words = (id: RecordId) => readDecisions(read(id).fields.decisions);
const choose = (record: RecordId, field: string, choice: FieldChoice, v = read(record).v) =>
	ward.transact((tx) => decideConflict(tx, { record, v, field, choice, entry: newId() }, STAFF, tools()));
const replay = (id: EntryId, changes: Fields | null = null, sender = khang, note: string | null = null) =>
	ward.transact((tx) => replayAside(tx, { entry: id, changes, note }, sender, STAFF, tools()));
const dismiss = (id: EntryId, note = 'ghi nhầm nhà') =>
	ward.transact((tx) => dismissAside(tx, { entry: id, note, as: newId() }, STAFF, tools()));

/** A door with one person, written by Khang, and both phones know them. */
async function bringPerson(p: Fields = {}): Promise<{ household: HouseholdId; person: RecordId }> {
	const home = entry('household.create', newId(), householdFields(area));
	const person = entry('person.add', newId(), personFields(home.e, p));
	await push([home, person]);
	return { household: home.e as HouseholdId, person: person.e };
}

/** Both change it without having seen the other; answers Mận's entry, which came second. */
async function clash(person: RecordId, first: Fields, second: Fields): Promise<Entry> {
	const bv = read(person).v;
	await push([entry('person.set', person, first, { bv })]);
	now += 1000;
	const late = entry('person.set', person, second, { bv }, MAN);
	const cf = Object.keys(second).map((field) => (field === 'personalId' ? 'idKeep' : field));
	expect((await push([late], MAN, man))[0]).toMatchObject({ s: 'conflict', cf });
	return late;
}

describe('the desk chooses between two values', () => {
	it('DK1 takes the other one, tells both phones, and settles what was open', async () => {
		const { person } = await bringPerson();
		const late = await clash(person, { name: 'Người Thử Hai' }, { name: 'Người Thử Ba' });
		const before = ward.look().ward.seq;
		now += 1000;
		expect(await choose(person, 'name', { choice: 'other', of: late.id })).toEqual({
			ok: true,
			value: { seq: before + 1, v: 3 }
		});
		expect(read(person)).toMatchObject({ v: 3, seq: before + 1, fields: { name: 'Người Thử Ba' } });
		expect(words(person)).toEqual([
			{
				choice: 'other',
				field: 'name',
				entries: [late.id],
				byName: STAFF.name,
				at: now,
				seq: before + 1,
				value: 'Người Thử Ba',
				left: ['Người Thử Hai']
			}
		]);
		expect(ward.look().changes.at(-1)).toMatchObject({
			kind: 'conflict.decide',
			actor: STAFF.id,
			record: person,
			v: 3
		});
		const [conflict] = await ward.transact((tx) => tx.listConflicts(person));
		expect(conflict?.settled).toEqual({ by: STAFF.id, at: now, choice: 'other', note: null });
	});

	it('DK1 makes a version when the value stays, so that whoever lost learns of it', async () => {
		const { person } = await bringPerson();
		const late = await clash(person, { name: 'Người Thử Hai' }, { name: 'Người Thử Ba' });
		expect(await choose(person, 'name', { choice: 'kept' })).toMatchObject({ ok: true, value: { v: 3 } });
		expect(read(person).fields.name).toBe('Người Thử Hai');
		expect(words(person)).toMatchObject([{ choice: 'kept', value: 'Người Thử Hai', left: ['Người Thử Ba'] }]);
		// who did not see the choice meets it
		const blind = entry('person.set', person, { name: 'Người Thử Bốn' }, { bv: 2 }, MAN);
		expect((await push([blind], MAN, man))[0]).toMatchObject({ s: 'conflict' });
		expect(words(person)[0]?.entries).toEqual([late.id]);
	});

	it('DK1 answers all who wrote another value, and leaves other fields to be decided', async () => {
		const { person } = await bringPerson();
		const late = await clash(person, { name: 'A', birth: '1951' }, { name: 'B', birth: '1952' });
		const third = entry('person.set', person, { name: 'C' }, { bv: 1 }, newId<ClientId>());
		await push([third], newId<ClientId>(), man);
		expect(await choose(person, 'name', { choice: 'typed', value: 'D' })).toMatchObject({ ok: true });
		expect(words(person)).toMatchObject([
			{ choice: 'typed', field: 'name', entries: [late.id, third.id], value: 'D', left: ['A', 'B', 'C'] }
		]);
		const open = (await ward.transact((tx) => tx.listConflicts(person))).filter((one) => !one.settled);
		expect(open.map((one) => one.field)).toEqual(['birth']);
		expect(read(person).fields).toMatchObject({ name: 'D', birth: '1951' });
	});

	it('DK2 refuses another version, a settled one, a strange entry and a value that no phone would write', async () => {
		const { person } = await bringPerson();
		const late = await clash(person, { name: 'A' }, { name: 'B' });
		const before = ward.look();
		const refused = async (choice: FieldChoice, code: string, v?: number, field = 'name') =>
			expect(await choose(person, field, choice, v)).toMatchObject({ ok: false, problem: { code } });
		await refused({ choice: 'kept' }, 'desk.changedSince', 1);
		await refused({ choice: 'kept' }, 'desk.notOpen', undefined, 'birth');
		await refused({ choice: 'other', of: newId() }, 'desk.notOpen');
		await refused({ choice: 'typed', value: '' }, 'field.badChoice');
		await refused({ choice: 'typed', value: ' ' }, 'field.required');
		await refused({ choice: 'typed', value: 'x'.repeat(200) }, 'field.badChoice');
		expect(ward.look()).toEqual(before);
		expect((await choose(person, 'name', { choice: 'other', of: late.id })).ok).toBe(true);
		await refused({ choice: 'kept' }, 'desk.notOpen');
	});

	it('DK8 chooses between personal numbers without spelling one', async () => {
		const { person } = await bringPerson({ personalId: NUMBER });
		const late = await clash(person, { personalId: '000150000033' }, { personalId: OTHER });
		const field = 'idKeep';
		expect((await choose(person, field, { choice: 'other', of: late.id })).ok).toBe(true);
		expect(read(person).fields.idKeep).toMatchObject({ tail: OTHER.slice(-4) });
		const [word] = words(person);
		expect(Object.keys(word!).sort()).toEqual(['at', 'byName', 'choice', 'entries', 'field', 'seq']);
		expect(JSON.stringify(ward.look())).not.toContain(OTHER);

		await clash(person, { personalId: '000150000041' }, { personalId: '000150000058' });
		expect(await choose(person, field, { choice: 'typed', value: '1234' })).toMatchObject({
			problem: { code: 'card.badNumber' }
		});
		expect((await choose(person, field, { choice: 'typed', value: NUMBER })).ok).toBe(true);
		expect(read(person).fields.idKeep).toMatchObject({ tail: NUMBER.slice(-4) });
		expect(JSON.stringify(ward.look())).not.toContain(NUMBER);
	});

	it('DK3 leaves a deleted record deleted, or brings it back with what was written into it', async () => {
		const { person } = await bringPerson();
		const remove = () =>
			ward.transact(async (tx) => tx.writeRecord({ ...(await tx.readRecord(person))!, deleted: true, v: 2 }));
		await remove();
		const [one, two] = [
			entry('person.set', person, { name: 'Còn ở đây' }, { bv: 1 }),
			entry('person.set', person, { birth: '1960' }, { bv: 1 }, MAN)
		];
		expect((await push([one]))[0]).toMatchObject({ s: 'conflict', cf: [DELETED] });
		await push([two], MAN, man);
		expect((await choose(person, DELETED, { choice: 'typed', value: 'x' })).ok).toBe(false);
		expect((await choose(person, DELETED, { choice: 'other', of: one.id })).ok).toBe(true);
		expect(read(person)).toMatchObject({ deleted: false, v: 3, fields: { name: 'Còn ở đây', birth: '1950' } });
		expect(words(person)).toMatchObject([{ choice: 'other', field: DELETED, entries: [one.id] }]);
		const open = (await ward.transact((tx) => tx.listConflicts(person))).filter((each) => !each.settled);
		expect(open.map((each) => each.entry)).toEqual([two.id]);
		expect((await choose(person, DELETED, { choice: 'other', of: two.id })).ok).toBe(true);
		expect(read(person)).toMatchObject({ deleted: false, v: 4, fields: { name: 'Còn ở đây', birth: '1960' } });
	});

	it('DK3 keeps it deleted for all who wrote into it', async () => {
		const { person } = await bringPerson();
		await ward.transact(async (tx) => tx.writeRecord({ ...(await tx.readRecord(person))!, deleted: true }));
		await push([entry('person.set', person, { name: 'A' }), entry('person.set', person, { name: 'B' })]);
		expect((await choose(person, DELETED, { choice: 'kept' })).ok).toBe(true);
		expect(read(person)).toMatchObject({ deleted: true, v: 2 });
		expect((await ward.transact((tx) => tx.listConflicts(person))).every((one) => one.settled)).toBe(true);
	});
});

describe('the desk deals with what was kept aside', () => {
	it('DK4 takes up what came from outside the areas, renews its receipt and lets in what waited for it', async () => {
		const home = entry('household.create', newId(), householdFields(elsewhere));
		const call = entry('visit.add', newId(), visitFields(home.e));
		const res = await push([home, call]);
		expect(res.map(({ s }) => s)).toEqual(['quar', 'held']);
		expect(await replay(home.id)).toMatchObject({ problem: { code: 'entry.outOfScope' } });
		const seq = ward.look().ward.seq;
		const wide = { ...khang, areas: new Set([area, elsewhere]) };
		expect(await replay(home.id, null, wide)).toEqual({ ok: true, value: { seq: seq + 1, v: 1 } });
		expect(read(home.e)).toMatchObject({ area: elsewhere, v: 1 });
		expect(words(home.e)).toMatchObject([{ choice: 'replayed', entries: [home.id] }]);
		// the visit waits for the same area: it is looked at on its own
		expect(ward.look().asides.find((one) => one.entry.id === call.id)).toMatchObject({ why: 'entry.outOfScope' });
		expect(await replay(call.id, null, wide)).toMatchObject({ ok: true });
		expect(read(call.e).fields).toMatchObject({ by: khang.volunteer, review: { state: 'waiting' } });
		const again = await push([home, call]);
		expect(again.map(({ s, seq, why }) => [s, seq, why])).toEqual([
			['dup', seq + 1, undefined],
			['dup', read(call.e).seq, undefined]
		]);
		expect(await replay(home.id, null, wide)).toMatchObject({ problem: { code: 'desk.notOpen' } });
	});

	it('DK4 says why it still does not fit, and writes nothing', async () => {
		const { household } = await bringPerson();
		const bad = [
			entry('household.fly' as EntryKind, household, {}),
			entry('household.set', household, { kind: 'castle' }),
			entry('household.set', household, { [POISON]: 1 }),
			entry('household.set', household, { lane: 'x' }, { sv: 99 })
		];
		await push(bad);
		const before = ward.look();
		const codes = [];
		for (const one of bad) codes.push((await replay(one.id)) as { problem: { code: string } });
		expect(codes.map(({ problem }) => problem.code)).toEqual([
			'entry.unknownKind',
			'entry.invalid',
			'entry.invalid',
			'entry.unknownVersion'
		]);
		expect(await replay(newId())).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect(ward.look()).toEqual(before);
	});

	it('DK4 lands a change of a record that went on meanwhile as a conflict, not over it', async () => {
		const { person } = await bringPerson();
		const odd = entry('person.set', person, { name: 'B', birth: 'hôm qua' }, { bv: 1 }, MAN);
		await push([odd], MAN, man);
		await push([entry('person.set', person, { name: 'A' }, { bv: 1 })]);
		expect(await replay(odd.id, { birth: '1955' }, man)).toMatchObject({ ok: true });
		expect(read(person).fields).toMatchObject({ name: 'A', birth: '1955' });
		const [conflict] = await ward.transact((tx) => tx.listConflicts(person));
		expect(conflict).toMatchObject({ field: 'name', kept: 'A', other: 'B', settled: null });
	});

	it('DK5 takes a corrected one up, and keeps what came', async () => {
		const { household } = await bringPerson();
		const call = entry('visit.add', newId(), visitFields(household, { note: 'mật khẩu là abc123' }));
		await push([call]);
		expect(await replay(call.id, { note: 'mật khẩu là xyz789' })).toMatchObject({ problem: { code: 'note.password' } });
		expect(await replay(call.id, { note: 'đã xem lại' }, khang, 'bỏ mật khẩu')).toMatchObject({ ok: true });
		expect(read(call.e).fields.note).toBe('đã xem lại');
		expect(words(call.e)).toMatchObject([{ choice: 'corrected', note: 'bỏ mật khẩu' }]);
		const aside = ward.look().asides.find((one) => one.entry.id === call.id);
		expect(aside?.entry.p.note).toBe('mật khẩu là abc123');
		expect(await ward.transact((tx) => tx.readAside(call.id))).toMatchObject({
			settled: { by: STAFF.id, choice: 'corrected', note: 'bỏ mật khẩu' }
		});
	});

	it('DK5 keeps a sealed number through a correction, and takes a new one in clear', async () => {
		const { household } = await bringPerson();
		const people = [1, 2].map(() =>
			entry('person.add', newId(), personFields(household, { birth: 'hôm qua', personalId: NUMBER }))
		);
		await push(people);
		expect((await replay(people[0]!.id, { birth: '1950' })).ok).toBe(true);
		expect(read(people[0]!.e).fields.idKeep).toMatchObject({ tail: NUMBER.slice(-4) });
		expect((await replay(people[1]!.id, { birth: '1950', personalId: OTHER })).ok).toBe(true);
		expect(read(people[1]!.e).fields.idKeep).toMatchObject({ tail: OTHER.slice(-4) });
		expect(JSON.stringify(ward.look())).not.toMatch(new RegExp(`${NUMBER}|${OTHER}`));
	});

	it('DK5 takes up an entry whose time nobody can read', async () => {
		const { household } = await bringPerson();
		const odd = entry('household.set', household, { access: 'cửa sau' }, { t: 'yesterday', bv: 1 });
		await push([odd]);
		expect((await replay(odd.id)).ok).toBe(true);
		expect(read(household).fields.access).toBe('cửa sau');
	});

	it('DK6 dismisses with a note that the record tells, and drops nothing', async () => {
		const { household } = await bringPerson();
		const bad = entry('household.set', household, { kind: 'castle' });
		await push([bad]);
		const { seq } = ward.look().ward;
		expect(await dismiss(bad.id)).toEqual({ ok: true, value: { seq: seq + 1, v: 2 } });
		expect(words(household)).toMatchObject([{ choice: 'dismissed', entries: [bad.id], note: 'ghi nhầm nhà' }]);
		expect(ward.look().asides.map((one) => one.entry)).toEqual([bad]);
		expect(await dismiss(bad.id)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect(await replay(bad.id, { kind: 'ordinary' })).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect((await push([bad]))[0]).toMatchObject({ s: 'dup', why: 'entry.invalid' });
	});

	it('DK6 dismisses what no record stands for, in the log all the same', async () => {
		const lost = entry('household.create', newId(), householdFields(elsewhere));
		await push([lost]);
		const { seq } = ward.look().ward;
		expect(await dismiss(lost.id)).toEqual({ ok: true, value: { seq: seq + 1, v: 0 } });
		expect(ward.look().changes.at(-1)).toMatchObject({ kind: 'aside.dismiss', actor: STAFF.id, record: null });
		expect(ward.look().records).toEqual([]);
		expect(ward.look().asides).toHaveLength(1);
	});
});

describe('the desk moves a door', () => {
	const move = (household: HouseholdId, to: AreaId, v = read(household).v) =>
		ward.transact((tx) => moveHousehold(tx, { household, v, to }, STAFF, tools()));

	it('DK7 takes everything behind it along, with an exit for each', async () => {
		const { household, person } = await bringPerson();
		const call = entry('visit.add', newId(), visitFields(household));
		const other = await bringPerson();
		await push([call]);
		const { seq } = ward.look().ward;
		expect(await move(household, elsewhere)).toEqual({ ok: true, value: { seq: seq + 3, moved: 3 } });
		for (const id of [household, person, call.e]) expect(read(id)).toMatchObject({ area: elsewhere, v: 2 });
		expect(read(household).fields.area).toBe(elsewhere);
		expect(read(other.person)).toMatchObject({ area, v: 1 });
		const { exits, changes } = ward.look();
		expect(exits.map(({ id, area: from, seq: at }) => [id, from, at]).sort()).toEqual(
			[household, person, call.e].map((id) => [id, area, read(id).seq]).sort()
		);
		expect(changes.slice(-3).every(({ kind, actor }) => kind === 'household.move' && actor === STAFF.id)).toBe(true);
		// late work of the old assignment is looked at, not lost
		expect((await push([entry('person.set', person, { name: 'Muộn' }, { bv: 1 })]))[0]).toMatchObject({
			s: 'quar',
			why: 'entry.outOfScope'
		});
	});

	it('DK7 refuses another version, the same area and what is no door', async () => {
		const { household, person } = await bringPerson();
		const before = ward.look();
		expect(await move(household, elsewhere, 9)).toMatchObject({ problem: { code: 'desk.changedSince' } });
		expect(await move(household, area)).toMatchObject({ problem: { code: 'field.badChoice' } });
		expect(await move(person as HouseholdId, elsewhere)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect(ward.look()).toEqual(before);
	});
});
