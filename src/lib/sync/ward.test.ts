import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryWard } from '../../../tests/storage/memory-ward.ts';
import { householdFields, newId, personFields, post, START, visitFields } from '../../../tests/storage/samples.ts';
import { replace } from '../../../tests/world/mutants.ts';
import { hash, makeProtection, makeTools, POISON, WARD_KEYS } from '../../../tests/world/house.ts';
import type { AreaId, ClientId, EntryId, HouseholdId, PersonId, RecordId, StaffId, VisitId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed } from '../domain/problem.ts';
import type { ReviewAct } from '../domain/review.ts';
import type { Entry, EntryKind, PullAnswer, Verdict } from './entry.ts';
import type { Scope } from './scope.ts';
import { encodeHlc, parseHlc } from './hlc.ts';
import type { Fields } from './record.ts';
import type { Sender } from './ward-port.ts';
import { describeEntry } from './intake.ts';
import { encodeMark } from './watermark.ts';
import { decideVisit, pushEntries, readPage, writeFromWard } from './ward.ts';

const STAFF = { id: newId<StaffId>(), name: 'Cán bộ Thử' };
const NUMBER = '000150000017';
const GROUPED = '000 150 000017';
const CONSENT = { record: true, phone: true, remind: false, wording: 1, method: 'spoken', givenAt: START };

let ward: MemoryWard;
let area: AreaId;
let sender: Sender;
let cid: ClientId;
let n: number;
let now: number;
const protection = makeProtection();
const tools = () => makeTools(protection, now, newId);

beforeEach(() => {
	ward = new MemoryWard(newId());
	area = newId();
	cid = newId();
	n = 0;
	now = START;
	sender = { actor: 'phone', volunteer: newId<string>(), areas: new Set([area]) };
});

function entry(k: EntryKind, e: RecordId, p: Fields, changes: Partial<Entry> = {}): Entry {
	n += 1;
	return { id: newId<EntryId>(), n, sv: 1, k, e, bv: 0, t: encodeHlc(now, n, cid), p, ...changes };
}

async function push(entries: Entry[], from: { cid?: ClientId; sender?: Sender } = {}): Promise<Verdict[]> {
	const batch = { epoch: null, wm: null, cid: from.cid ?? cid, pend: 0, maxN: n, now, entries: entries.map(post) };
	const sent = JSON.parse(JSON.stringify(batch));
	const answer = await ward.transact((tx) => pushEntries(tx, sent, from.sender ?? sender, tools()));
	const { seq, head, epoch } = ward.look().ward;
	expect(answer).toMatchObject({ epoch, wm: encodeMark(epoch, { seq, head }, tools()), now });
	return [...answer.res];
}

const door = (p: Fields = {}) => entry('household.create', newId(), householdFields(area, p));
const person = (household: RecordId, p: Fields = {}) => entry('person.add', newId(), personFields(household, p));
const visit = (household: RecordId, p: Fields = {}) => entry('visit.add', newId(), visitFields(household, p));
const read = (id: RecordId) => ward.look().records.find((record) => record.id === id);
const odd = () => ward.look().asides.filter((aside) => aside.parent === null);

/** A visit that the ward has, and the desk's word on it. */
async function bringVisit(p: Fields = {}): Promise<{ household: RecordId; visit: VisitId }> {
	const home = door();
	const call = visit(home.e, p);
	await push([home, call]);
	return { household: home.e, visit: call.e as VisitId };
}
const say = (id: VisitId, act: ReviewAct, v = read(id)?.v ?? 0) =>
	ward.transact((tx) => decideVisit(tx, { visit: id, v, act, entry: newId() }, STAFF, tools()));
const sendBack = (id: VisitId) =>
	say(id, { act: 'return', target: { table: 'visit', id, field: 'note' }, comment: 'xem lại' });

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

	it('WD5 holds what comes before its door, and lets it land with it', async () => {
		const home = door();
		const grandma = person(home.e);
		const call = visit(home.e, { person: grandma.e, consent: CONSENT });
		const amended = entry('person.set', grandma.e, { card: 'lost' });
		const early = await push([call, amended, grandma]);
		expect(early.map(({ s, why }) => [s, why])).toEqual(Array(3).fill(['held', 'entry.missingParent']));
		expect(ward.look().records).toEqual([]);
		const [verdict] = await push([home]);
		expect(verdict).toMatchObject({ s: 'ok', v: 1 });
		expect(ward.look().asides).toEqual([]);
		expect(read(grandma.e)?.fields).toMatchObject({ card: 'lost' });
		expect(read(call.e)?.fields).toMatchObject({
			person: grandma.e,
			by: sender.volunteer,
			review: { state: 'waiting' }
		});
		const again = await push([grandma, amended, call]);
		expect(again.map(({ s, v, why }) => [s, v, why])).toEqual([
			['dup', 1, undefined],
			['dup', 1, undefined],
			['dup', 2, undefined]
		]);
	});

	it('WD5 holds a visit whose door is there for the person who is not', async () => {
		const home = door();
		const grandma = person(home.e);
		const call = visit(home.e, { person: grandma.e, consent: CONSENT });
		expect((await push([home, call]))[1]).toMatchObject({ s: 'held', why: 'entry.missingParent' });
		now += 60_000;
		await push([grandma]);
		expect(read(call.e)?.v).toBe(1);
		// It came when it came, whenever it landed.
		const kept = ward.look().entries.find((one) => one.entry.id === call.id);
		expect(kept).toMatchObject({ receivedAt: START, verdict: { s: 'ok', seq: 4 } });
	});

	it('WD5 lets what was held land in the order in which it was written', async () => {
		const home = door();
		const grandma = person(home.e);
		const first = entry('person.set', grandma.e, { name: 'Người Thử Hai' });
		const second = entry('person.set', grandma.e, { name: 'Người Thử Ba' });
		await push([second]);
		await push([first]);
		await push([home, grandma]);
		expect(read(grandma.e)?.fields.name).toBe('Người Thử Ba');
		expect(ward.look().conflicts).toEqual([]);
	});

	it('WD5 answers with the landing when both come in one batch, the child first', async () => {
		const call = visit(newId());
		const home = entry('household.create', call.p.household as RecordId, householdFields(area));
		const res = await push([call, home]);
		expect(res.map(({ id, s, v }) => [id, s, v])).toEqual([
			[call.id, 'ok', 1],
			[home.id, 'ok', 1]
		]);
		expect(ward.look().changes.map(({ entry, record }) => [entry, record])).toEqual([
			[call.id, null],
			[home.id, home.e],
			[call.id, call.e]
		]);
	});

	it('WD5 keeps aside what turns out odd when it lands', async () => {
		const [home, other] = [door(), door()];
		const stranger = person(other.e);
		await push([other, stranger]);
		const call = visit(home.e, { person: stranger.e, consent: CONSENT });
		expect((await push([call]))[0]?.s).toBe('held');
		await push([home]);
		expect(odd()).toMatchObject([{ why: 'entry.invalid', entry: { id: call.id } }]);
		expect(odd()[0]?.entry).not.toHaveProperty('sender');
	});

	it('WD5 keeps aside what names a parent of the wrong kind', async () => {
		const home = door();
		const grandma = person(home.e);
		const res = await push([home, grandma, person(grandma.e), visit(grandma.e)]);
		expect(res.map(({ s, why }) => [s, why]).slice(2)).toEqual(Array(2).fill(['quar', 'entry.invalid']));
	});

	it('WD21 lets somebody of the same door help, waits for whoever has not arrived, and keeps any other aside', async () => {
		const [home, other] = [door(), door()];
		const [grandma, boy, neighbour] = [person(home.e), person(home.e), person(other.e)];
		const helps = (buddy: RecordId | null, bv = 1) => entry('person.set', grandma.e, { buddy }, { bv });
		const first = helps(boy.e);
		expect((await push([home, other, grandma, neighbour, first])).at(-1)).toMatchObject({
			s: 'held',
			why: 'entry.missingParent'
		});
		await push([boy]);
		expect(read(grandma.e)?.fields.buddy).toBe(boy.e);
		const odd = await push([helps(neighbour.e), helps(grandma.e), helps(home.e)]);
		expect(odd.map(({ s, why }) => [s, why])).toEqual(Array(3).fill(['quar', 'entry.invalid']));
		expect(read(grandma.e)?.fields.buddy).toBe(boy.e);
		// two who name another one are no conflict: the later holds
		const girl = person(home.e);
		await push([girl, helps(girl.e, 1)], { cid: newId() });
		expect([read(grandma.e)?.fields.buddy, ward.look().conflicts]).toEqual([girl.e, []]);
		await push([helps(null, read(grandma.e)?.v)]);
		expect(read(grandma.e)?.fields).not.toHaveProperty('buddy');
		// somebody new may come with a helper who is there
		const uncle = person(home.e, { buddy: boy.e });
		expect(await push([uncle])).toMatchObject([{ s: 'ok' }]);
	});

	it("WD6 keeps aside what lies outside the sender's areas", async () => {
		const home = door();
		const grandma = person(home.e);
		await push([home, grandma]);
		const stranger: Sender = { ...sender, areas: new Set([newId<AreaId>()]) };
		const entries = [
			door(),
			person(home.e),
			visit(home.e),
			entry('household.set', home.e, { number: '1' }, { bv: 1 }),
			entry('person.set', grandma.e, { card: 'lost' }, { bv: 1 })
		];
		const before = ward.look().records;
		const res = await push(entries, { sender: stranger, cid: newId() });
		expect(res.map(({ s, why }) => [s, why])).toEqual(Array(5).fill(['quar', 'entry.outOfScope']));
		expect(ward.look().records).toEqual(before);
	});

	it('WD6 measures a held entry by the areas of who sent it', async () => {
		const home = door();
		const elsewhere: Sender = { actor: 'other', volunteer: newId<string>(), areas: new Set([newId<AreaId>()]) };
		await push([visit(home.e)], { sender: elsewhere, cid: newId() });
		await push([home]);
		expect(odd()).toMatchObject([{ why: 'entry.outOfScope', actor: 'other' }]);
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

	it('WD9 signs a new visit and lets it wait', async () => {
		const { visit: id } = await bringVisit({ note: 'nhà khóa cửa' });
		expect(read(id)?.fields).toMatchObject({
			by: sender.volunteer,
			review: { state: 'waiting' },
			note: 'nhà khóa cửa'
		});
	});

	it('WD10 amends a visit only while it is returned', async () => {
		const { visit: id } = await bringVisit();
		const amend = () => push([entry('visit.set', id, { note: 'sửa' }, { bv: read(id)!.v })]);
		expect(await amend()).toMatchObject([{ s: 'quar', why: 'entry.notAllowed' }]);
		await sendBack(id);
		expect(await amend()).toMatchObject([{ s: 'ok', v: 3 }]);
		await push([entry('review.answer', id, {}, { bv: 3 })]);
		expect(await amend()).toMatchObject([{ s: 'quar', why: 'entry.notAllowed' }]);
		await say(id, { act: 'approve' });
		expect(await amend()).toMatchObject([{ s: 'quar', why: 'entry.notAllowed' }]);
		expect(read(id)?.fields).toMatchObject({ note: 'sửa', review: { state: 'approved' } });
		expect(
			await push([visit(newId(), { household: read(id)!.fields.household }), { ...visit(newId()), e: id }])
		).toMatchObject([{ s: 'ok' }, { s: 'quar', why: 'entry.notAllowed' }]);
	});

	it('WD11 takes an answer to the latest return only', async () => {
		const { visit: id } = await bringVisit();
		const answer = (bv: number) => push([entry('review.answer', id, {}, { bv })], { cid: newId() });
		expect(await answer(1)).toMatchObject([{ s: 'quar', why: 'review.notWaiting' }]);
		await sendBack(id);
		expect(await answer(1)).toMatchObject([{ s: 'quar', why: 'review.changedSince' }]);
		expect(await answer(2)).toMatchObject([{ s: 'ok', v: 3 }]);
		expect(read(id)?.fields.review).toMatchObject({ state: 'corrected', comment: 'xem lại', byName: STAFF.name });
		await sendBack(id);
		expect(await answer(2)).toMatchObject([{ s: 'quar', why: 'review.changedSince' }]);
		expect(read(id)?.fields.review).toMatchObject({ state: 'returned' });
	});

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

	it("WD16 takes the desk's word on the version that it saw", async () => {
		const { household, visit: id } = await bringVisit();
		expect(await say(id, { act: 'approve' }, 7)).toMatchObject({ problem: { code: 'review.changedSince' } });
		expect(await say(newId(), { act: 'approve' })).toMatchObject({ problem: { code: 'review.notWaiting' } });
		expect(await say(household as unknown as VisitId, { act: 'approve' })).toMatchObject({ ok: false });
		expect(await say(id, { act: 'answer' })).toMatchObject({ problem: { code: 'review.notWaiting' } });
		const elsewhere = { table: 'visit', id: newId<VisitId>(), field: 'note' } as const;
		const strange = await say(id, { act: 'return', target: elsewhere, comment: 'x' });
		expect(strange).toMatchObject({ problem: { code: 'field.badChoice', at: 'target' } });
		expect(ward.look().changes).toHaveLength(2);
		expect(await sendBack(id)).toEqual({ ok: true, value: { seq: 3, v: 2 } });
		expect(read(id)?.fields.review).toMatchObject({ state: 'returned', returnedSeq: 3, decidedAt: now, by: STAFF.id });
		expect(await say(id, { act: 'approve' })).toMatchObject({ problem: { code: 'review.notWaiting' } });
		expect(await say(id, { act: 'answer' })).toMatchObject({ problem: { code: 'review.notWaiting' } });
		await push([entry('review.answer', id, {}, { bv: 2 })]);
		expect(await say(id, { act: 'approve' })).toEqual({ ok: true, value: { seq: 5, v: 4 } });
		const kinds = ward
			.look()
			.changes.map(({ kind, actor, before }) => [kind, actor, JSON.stringify(before).slice(0, 28)]);
		expect(kinds.slice(2)).toEqual([
			['review.return', STAFF.id, '{"review":{"state":"waiting"'],
			['review.answer', 'phone', '{"review":{"state":"returned'],
			['review.approve', STAFF.id, '{"review":{"state":"correcte']
		]);
	});

	it("WD16 may ask about the visit's door and the people behind it", async () => {
		const home = door();
		const grandma = person(home.e);
		const call = visit(home.e);
		const other = door();
		const stranger = person(other.e);
		await push([home, grandma, call, other, stranger]);
		const ask = (table: 'person' | 'household', id: RecordId) => {
			const target = { table, id: id as PersonId | HouseholdId, field: 'name' };
			return say(call.e as VisitId, { act: 'return', target, comment: 'x' }, 1);
		};
		expect((await ask('person', stranger.e)).ok).toBe(false);
		expect((await ask('household', other.e)).ok).toBe(false);
		expect((await ask('person', grandma.e)).ok).toBe(true);
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

describe('the ward hands down pages', () => {
	const scopeOf = (areas: AreaId[], hash = 's1'): Scope => ({
		hash,
		ward: { id: newId(), name: 'Phường Thử' },
		volunteer: { id: newId(), name: 'Người Thử', role: 'volunteer' },
		areas: [area, newId<AreaId>(), ...areas].map((id) => {
			const assigned = areas.includes(id);
			return { id, parent: null, kind: 'quarter', name: 'Khu phố', aliases: [], assigned };
		}),
		keys: WARD_KEYS
	});
	const pull = (scope: Scope, changes: object = {}): Promise<PullAnswer> => {
		const request = { epoch: null, wm: null, cid, pend: 0, cur: 0, scope: null, limit: 500, now, ...changes };
		return ward.transact((tx) => readPage(tx, request, scope, tools()));
	};

	it('PG10 follows the counter without a hole, whatever the size of the page', async () => {
		const homes = Array.from({ length: 7 }, () => door());
		await push(homes);
		await push([entry('household.set', homes[2]!.e, { number: '9' }, { bv: 1 }), { ...door(), k: 'x' as EntryKind }]);
		const scope = scopeOf([area]);
		for (const limit of [1, 2, 3, 7, 100_000]) {
			const found: number[] = [];
			let cur = 0;
			for (let more = true; more;) {
				const page = await pull(scope, { cur, limit });
				expect(page.rows.length).toBeLessThanOrEqual(Math.min(limit, LIMIT.pageRows));
				found.push(...page.rows.map((row) => row.seq));
				({ more, cur } = page);
				expect(cur).toBe(more ? found.at(-1) : ward.look().ward.seq);
			}
			expect(found).toEqual([1, 2, 4, 5, 6, 7, 8]);
		}
		expect(await pull(scope, { cur: 9 })).toMatchObject({ rows: [], cur: 9, more: false });
		// A phone that is ahead of a ward that lost steps stands where the ward stands.
		expect(await pull(scope, { cur: 99 })).toMatchObject({ rows: [], cur: 9, more: false });
	});

	it('PG11 holds rows of assigned areas, as a phone may see them', async () => {
		const other = newId<AreaId>();
		const both: Sender = { ...sender, areas: new Set([area, other]) };
		const [home, away] = [door(), entry('household.create', newId(), householdFields(other))];
		await push([home, away, person(home.e, { personalId: '000150000017' })], { sender: both });
		const { rows } = await pull(scopeOf([area]));
		expect(rows.map((row) => row.seq)).toEqual([1, 3]);
		expect(rows[1]).toMatchObject({ table: 'person', area, v: 1, fields: { idTail: '0017' } });
		expect(JSON.stringify(rows)).not.toMatch(/idKeep|fver|sealed/);
		expect((await pull(scopeOf([]))).rows).toEqual([]);
	});

	it('PG15 fills in an area that was added, up to where the own counter begins, and no other row', async () => {
		const added = newId<AreaId>();
		const both: Sender = { ...sender, areas: new Set([area, added]) };
		const homes = [area, added, added, area, added].map((of) =>
			entry('household.create', newId(), householdFields(of))
		);
		await push(homes, { sender: both });
		await push([door()], { sender: both });
		await push([entry('household.set', homes[1]!.e, { number: '9' }, { bv: 1 })], { sender: both });
		const scope = scopeOf([area, added]);
		const strange = newId<AreaId>();
		const fill = { areas: [added, strange], until: 6 };
		const first = await pull(scope, { fill, limit: 1 });
		expect(first).toMatchObject({ more: true, cur: 3, rows: [{ id: homes[2]!.e }] });
		const second = await pull(scope, { fill, cur: 3 });
		expect(second).toMatchObject({ more: false, cur: 6, rows: [{ id: homes[4]!.e }] });
		// what changed since stands behind the phone's own counter
		expect((await pull(scope, { cur: 6 })).rows).toMatchObject([{ id: homes[1]!.e, seq: 7 }]);
		expect(await pull(scope, { fill: { areas: [strange], until: 6 } })).toMatchObject({
			rows: [],
			cur: 6,
			more: false
		});
		// the ward lost steps since the phone took its counter
		expect((await pull(scope, { fill: { areas: [added], until: 99 } })).cur).toBe(7);
	});

	it('PG16 hands down records by id as they stand, of others only that they are out, and moves no counter', async () => {
		const elsewhere = newId<AreaId>();
		const both: Sender = { ...sender, areas: new Set([area, elsewhere]) };
		const [home, away] = [door(), entry('household.create', newId(), householdFields(elsewhere))];
		await push([home, away], { sender: both });
		const nobody = newId<RecordId>();
		const page = await pull(scopeOf([area]), { ids: [away.e, nobody, home.e], cur: 1 });
		expect(page).toMatchObject({ cur: 1, more: false });
		expect(page.rows).toMatchObject([
			{ id: away.e, out: true, seq: 2 },
			{ id: nobody, out: true, seq: 2 },
			{ id: home.e, area, v: 1, seq: 1 }
		]);
		expect(Object.keys(page.rows[0]!).sort()).toEqual(Object.keys(page.rows[1]!).sort());
	});

	it('PG17 tells by the counter what has left, unless it stands in an area of the phone', async () => {
		const [to, third] = [newId<AreaId>(), newId<AreaId>()];
		const homes = [door(), door(), door()];
		await push(homes);
		const move = (id: RecordId, from: AreaId, into: AreaId, seq: number) =>
			ward.transact(async (tx) => {
				await tx.writeRecord({ ...(await tx.readRecord(id))!, area: into, v: 2, seq });
				await tx.addExit({ seq, area: from, id });
				await tx.writeWard({ ...(await tx.readWard()), seq });
			});
		await move(homes[0]!.e, area, to, 4);
		await move(homes[2]!.e, area, to, 5);
		await move(homes[2]!.e, to, third, 6);
		const walk = async (scope: Scope, limit: number) => {
			const found: unknown[] = [];
			for (let cur = 0, more = true; more;) {
				const page = await pull(scope, { cur, limit });
				found.push(...page.rows.map((row) => [row.id, row.seq, 'out' in row]));
				({ cur, more } = page);
			}
			return found;
		};
		const [first, second, last] = homes.map((home) => home.e);
		for (const limit of [1, 2, 100]) {
			expect(await walk(scopeOf([area]), limit)).toEqual([
				[second, 2, false],
				[first, 4, true],
				[last, 5, true]
			]);
			expect(await walk(scopeOf([area, to]), limit)).toEqual([
				[second, 2, false],
				[first, 4, false],
				[last, 5, true],
				[last, 6, true]
			]);
			expect(await walk(scopeOf([third]), limit)).toEqual([[last, 6, false]]);
		}
	});

	it('PG12 sends the scope to who names another', async () => {
		const scope = scopeOf([area]);
		expect((await pull(scope)).scope).toEqual(scope);
		expect((await pull(scope, { scope: 's0' })).scope).toEqual(scope);
		expect(await pull(scope, { scope: 's1' })).not.toHaveProperty('scope');
	});
});
