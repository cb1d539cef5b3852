import { beforeEach, expect, it } from 'vitest';
import { MemoryWard } from '../../../tests/storage/memory-ward.ts';
import { householdFields, newId, personFields, post, START, visitFields } from '../../../tests/storage/samples.ts';
import { makeProtection, makeTools } from '../../../tests/world/house.ts';
import type { AreaId, ClientId, EntryId, PersonId, RecordId, StaffId, VisitId } from '../domain/id.ts';
import type { Entry, EntryKind, PullRequest, Verdict } from './entry.ts';
import { encodeHlc } from './hlc.ts';
import type { Fields } from './record.ts';
import { eraseRecords } from './erase.ts';
import { mergeTwins, splitTwins, type TwinMerge } from './twins.ts';
import { pushEntries, readPage } from './ward.ts';

const STAFF = { id: newId<StaffId>(), name: 'Cán bộ Thử' };
const [KHANG, MAN] = [newId<ClientId>(), newId<ClientId>()];
const CONSENT = { record: true, phone: true, remind: false, wording: 1, method: 'spoken', givenAt: START };

let ward: MemoryWard;
let area: AreaId;
let now: number;
let n = 0;
const tools = () => makeTools(makeProtection(), now, newId);

beforeEach(() => {
	ward = new MemoryWard(newId());
	area = newId();
	now = START;
});

function entry(k: EntryKind, e: RecordId, p: Fields, changes: Partial<Entry> = {}, cid = KHANG): Entry {
	n += 1;
	return { id: newId<EntryId>(), n, sv: 1, k, e, bv: 0, t: encodeHlc(now, n, cid), p, ...changes };
}

async function push(entries: Entry[], cid = KHANG): Promise<Verdict[]> {
	const sender = { actor: `${cid}/phone`, volunteer: cid, areas: new Set([area]) };
	const batch = { epoch: null, wm: null, cid, pend: 0, maxN: n, now, entries: entries.map(post) };
	const sent = JSON.parse(JSON.stringify(batch));
	return [...(await ward.transact((tx) => pushEntries(tx, sent, sender, tools()))).res];
}

const read = (id: RecordId) => ward.look().records.find((record) => record.id === id)!;

/** Everything that a phone of the area would hold, read from the beginning. */
async function pull() {
	const request = { cur: 0, limit: 500, scope: 'x', epoch: null, wm: null } as unknown as PullRequest;
	const scope = {
		hash: 'x',
		volunteer: { id: 'v', name: 'v', role: 'volunteer' },
		areas: [{ id: area, assigned: true }]
	} as never;
	const { rows } = await ward.transact((tx) => readPage(tx, request, scope, tools()));
	return rows.flatMap((row) => ('table' in row ? [row] : []));
}

interface Pair {
	readonly kept: PersonId;
	readonly gone: PersonId;
	readonly visits: readonly VisitId[];
	readonly household: RecordId;
}

/** One person whom two phones wrote down behind one door, each with a visit. */
async function bringTwins(kept: Fields = {}, gone: Fields = {}): Promise<Pair> {
	const home = entry('household.create', newId(), householdFields(area));
	const one = entry('person.add', newId(), personFields(home.e, kept));
	const other = entry('person.add', newId(), personFields(home.e, gone), {}, MAN);
	const first = entry('visit.add', newId(), visitFields(home.e, { person: one.e, consent: CONSENT }));
	const second = entry('visit.add', newId(), visitFields(home.e, { person: other.e, consent: CONSENT }), {}, MAN);
	await push([home, one, first]);
	const verdicts = await push([other, second], MAN);
	expect(verdicts.map(({ s }) => s)).toEqual(['ok', 'ok']);
	return { kept: one.e as PersonId, gone: other.e as PersonId, visits: [second.e as VisitId], household: home.e };
}

const merge = ({ kept, gone, visits }: Pair, changes: { keptV?: number; goneV?: number } = {}) =>
	ward.transact((tx) =>
		mergeTwins(tx, { kept, keptV: read(kept).v, gone, goneV: read(gone).v, visits, ...changes }, STAFF, tools())
	);
const split = (done: TwinMerge) => ward.transact((tx) => splitTwins(tx, done, STAFF, tools()));

async function mergeWell(pair: Pair): Promise<TwinMerge> {
	const done = await merge(pair);
	if (!done.ok) throw new Error(done.problem.code);
	return done.value;
}

it('TW1 leaves one person with what both had, and the visits of both', async () => {
	const pair = await bringTwins({ card: 'valid' }, { relation: 'child', card: 'expired' });
	const { seq } = ward.look().ward;
	const done = await mergeWell(pair);
	expect(done).toEqual({ kept: pair.kept, gone: pair.gone, visits: pair.visits, filled: ['relation'] });
	expect(ward.look().ward.seq, 'one step each for the kept, the visit and the other').toBe(seq + 3);
	expect(read(pair.kept).fields).toMatchObject({ card: 'valid', relation: 'child' });
	const rows = await pull();
	expect(rows.filter((row) => row.table === 'person' && !row.deleted).map((row) => row.id)).toEqual([pair.kept]);
	const visits = rows.filter((row) => row.table === 'visit');
	expect(visits.map((row) => row.fields.person)).toEqual([pair.kept, pair.kept]);
});

it('TW2 tells phones nothing of the other but that it is gone, and the ward keeps it whole', async () => {
	const pair = await bringTwins({}, { card: 'expired' });
	const other = read(pair.gone).fields;
	await mergeWell(pair);
	const row = (await pull()).find((one) => one.id === pair.gone);
	expect(row?.deleted).toBe(true);
	expect(row?.fields).toEqual({});
	expect(read(pair.gone)).toMatchObject({ deleted: true, fields: { ...other, mergedInto: pair.kept } });
});

it('TW1 makes a version of the kept one also where it was given nothing', async () => {
	const pair = await bringTwins();
	const { v } = read(pair.kept);
	expect((await mergeWell(pair)).filled).toEqual([]);
	expect(read(pair.kept).v).toBe(v + 1);
});

it('TW3 asks for the versions on the screen, two people, and no open choice; otherwise nothing is written', async () => {
	const pair = await bringTwins();
	const before = () => JSON.stringify(ward.look());
	const untouched = before();
	expect(await merge(pair, { keptV: 9 })).toMatchObject({ problem: { code: 'desk.changedSince' } });
	expect(await merge(pair, { goneV: 9 })).toMatchObject({ problem: { code: 'desk.changedSince' } });
	expect(await merge({ ...pair, gone: pair.kept })).toMatchObject({ problem: { code: 'desk.notOpen' } });
	for (const id of [pair.household, pair.visits[0]!] as never as PersonId[])
		expect(await merge({ ...pair, gone: id })).toMatchObject({ problem: { code: 'desk.notOpen' } });
	expect(before()).toBe(untouched);
	await push([entry('person.set', pair.gone, { name: 'Tên Thử A' }, { bv: 1 })]);
	await push([entry('person.set', pair.gone, { name: 'Tên Thử B' }, { bv: 1 }, MAN)], MAN);
	expect(await merge(pair)).toMatchObject({ problem: { code: 'twin.inConflict' } });
});

it('TW3 merges nobody twice', async () => {
	const pair = await bringTwins();
	await mergeWell(pair);
	expect(await merge(pair)).toMatchObject({ problem: { code: 'desk.notOpen' } });
});

it('TW4 taken back, both are as they were before, with their own visits', async () => {
	const pair = await bringTwins({ card: 'valid' }, { relation: 'child' });
	const people = [read(pair.kept).fields, read(pair.gone).fields];
	const done = await mergeWell(pair);
	expect(await split(done)).toEqual({ ok: true, value: undefined });
	expect([read(pair.kept).fields, read(pair.gone).fields]).toEqual(people);
	expect(read(pair.gone).deleted).toBe(false);
	const rows = await pull();
	expect(rows.filter((row) => row.table === 'person' && !row.deleted)).toHaveLength(2);
	expect(rows.find((row) => row.id === pair.visits[0])?.fields.person).toBe(pair.gone);
	expect(await split(done)).toMatchObject({ problem: { code: 'desk.notOpen' } });
	// and once more, from the beginning
	expect((await merge(pair)).ok).toBe(true);
});

it('TW4 what somebody changed since stays theirs, and what was erased does not come back', async () => {
	const pair = await bringTwins({}, { relation: 'child', card: 'valid' });
	const done = await mergeWell(pair);
	await push([entry('person.set', pair.kept, { relation: 'spouse' }, { bv: read(pair.kept).v })]);
	expect((await split(done)).ok).toBe(true);
	expect(read(pair.kept).fields.relation).toBe('spouse');
	expect(read(pair.kept).fields.card).toBeUndefined();
	const again = await mergeWell(pair);
	await ward.transact((tx) => eraseRecords(tx, [pair.gone], STAFF, tools()));
	expect(read(pair.gone).fields).toEqual({});
	expect(await split(again)).toMatchObject({ problem: { code: 'desk.notOpen' } });
});

it('TW5 a visit that comes later goes where the others went, also over two merges', async () => {
	const pair = await bringTwins();
	await mergeWell(pair);
	const third = entry('person.add', newId(), personFields(pair.household));
	await push([third]);
	await mergeWell({ ...pair, kept: third.e as PersonId, gone: pair.kept, visits: [] });
	const late = entry(
		'visit.add',
		newId(),
		visitFields(pair.household, { person: pair.gone, consent: CONSENT }),
		{},
		MAN
	);
	expect((await push([late], MAN))[0]).toMatchObject({ s: 'ok' });
	expect(read(late.e).fields.person).toBe(third.e);
	// what was written is kept as it came
	expect(ward.look().entries.find((kept) => kept.entry.id === late.id)?.entry.p.person).toBe(pair.gone);
});

it('TW6 takes a number to call only together with its consent', async () => {
	const phone = { phone: '0999 000 017', consent: CONSENT };
	const bare = await bringTwins({}, phone);
	expect((await mergeWell(bare)).filled).toEqual(expect.arrayContaining(['phone', 'consent']));
	const own = await bringTwins({ consent: { ...CONSENT, phone: false } }, phone);
	expect((await mergeWell(own)).filled).not.toContain('phone');
	expect(read(own.kept).fields.phone).toBeUndefined();
});
