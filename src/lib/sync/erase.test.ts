import { beforeEach, expect, it } from 'vitest';
import { MemoryWard } from '../../../tests/storage/memory-ward.ts';
import { householdFields, newId, personFields, post, START, visitFields } from '../../../tests/storage/samples.ts';
import { makeProtection, makeTools } from '../../../tests/world/house.ts';
import type { AreaId, ClientId, EntryId, RecordId, StaffId } from '../domain/id.ts';
import type { Entry, EntryKind, Verdict } from './entry.ts';
import { eraseRecords, stripVisits, writeFromDesk } from './erase.ts';
import { encodeHlc } from './hlc.ts';
import { chainHead } from './ledger.ts';
import type { Fields } from './record.ts';
import { pushEntries } from './ward.ts';

const STAFF = { id: newId<StaffId>(), name: 'Cán bộ Thử' };
const CLIENT = newId<ClientId>();
const tools = makeTools(makeProtection(), START, newId);

let ward: MemoryWard;
let area: AreaId;
let n: number;
let door: RecordId;
let person: RecordId;
let seen: RecordId;
let sent: Entry[];

function entry(k: EntryKind, e: RecordId, p: Fields, bv = 0): Entry {
	n += 1;
	return { id: newId<EntryId>(), n, sv: 1, k, e, bv, t: encodeHlc(START, n, CLIENT), p };
}

async function push(entries: readonly Entry[]): Promise<readonly Verdict[]> {
	const sender = { actor: 'khang/phone', volunteer: 'khang', areas: new Set([area]) };
	const batch = { epoch: null, wm: null, cid: CLIENT, pend: 0, maxN: n, now: START, entries: entries.map(post) };
	return (await ward.transact((tx) => pushEntries(tx, JSON.parse(JSON.stringify(batch)), sender, tools))).res;
}

const read = (id: RecordId) => ward.look().records.find((record) => record.id === id)!;
const erase = (ids: readonly RecordId[]) => ward.transact((tx) => eraseRecords(tx, ids, STAFF, tools));

/** The log's chain, worked out again. */
function findBreak(): number | null {
	const { changes, entries, ward: state } = ward.look();
	let head = '';
	for (const change of changes) {
		const { hash } = entries.find((kept) => kept.entry.id === change.entry)!;
		head = chainHead(tools.hash, head, { entry: change.entry, record: change.record, v: change.v, hash });
		if (head !== change.head) return change.seq;
	}
	return head === state.head ? null : state.seq;
}

beforeEach(async () => {
	ward = new MemoryWard(newId());
	[area, door, person, seen, n] = [newId<AreaId>(), newId(), newId(), newId(), 0];
	const consent = { record: true, phone: false, remind: false, wording: 1, method: 'spoken', givenAt: START };
	sent = [
		entry('household.create', door, householdFields(area)),
		entry('person.add', person, personFields(door, { consent })),
		entry('visit.add', seen, visitFields(door, { person, outcome: 'done', consent, note: 'gặp con dâu' }))
	];
	expect((await push(sent)).map(({ s }) => s)).toEqual(['ok', 'ok', 'ok']);
});

it('ER1 an erased record says nothing, has a new version, and goes down as gone', async () => {
	const before = read(person);
	const { seq, erased } = await erase([person]);
	expect(erased).toEqual([person]);
	expect(read(person)).toMatchObject({ area, v: before.v + 1, seq, deleted: true, fields: {}, fver: {} });
	expect(read(door).deleted).toBe(false);
});

it('ER2 erasing breaks no link and is done once', async () => {
	const steps = ward.look().changes.length;
	await erase([person, seen, newId()]);
	expect((await erase([person])).erased).toEqual([]);
	expect(ward.look().changes).toHaveLength(steps + 2);
	expect(findBreak()).toBeNull();
});

it('ER3 a stripped visit still counts and names nobody', async () => {
	await ward.transact((tx) => stripVisits(tx, [seen], STAFF, tools));
	expect(read(seen)).toMatchObject({ deleted: false, v: 2 });
	expect(read(seen).fields).toEqual({
		household: door,
		seenAt: START,
		outcome: 'done',
		by: 'khang',
		review: { state: 'waiting' }
	});
	expect(Object.keys(read(seen).fver).sort()).toEqual(['by', 'household', 'outcome', 'review', 'seenAt']);
	expect(findBreak()).toBeNull();
});

it('ER4 an old entry brings nothing back, a new one waits for a human', async () => {
	const receipts = await push(sent);
	await erase([person]);
	expect(await push(sent)).toEqual(receipts);
	expect(read(person).fields).toEqual({});
	const [late] = await push([entry('person.set', person, { name: 'Tên Khác' }, 1)]);
	expect(late).toMatchObject({ s: 'conflict', cf: ['deleted'] });
	expect(read(person)).toMatchObject({ deleted: true, fields: {} });
});

it('ER5 the desk corrects what was on its screen', async () => {
	const write = (v: number, fields: Fields) =>
		ward.transact((tx) => writeFromDesk(tx, { record: person, v, fields }, STAFF, tools));
	expect(await write(1, { name: 'Tên Đúng', consent: null })).toMatchObject({ v: 2 });
	expect(read(person).fields).toMatchObject({ name: 'Tên Đúng' });
	expect(read(person).fields).not.toHaveProperty('consent');
	expect(await write(1, { name: 'Muộn' })).toBeNull();
	await erase([person]);
	expect(await write(3, { name: 'Muộn' })).toBeNull();
	expect(findBreak()).toBeNull();
});
