import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryWard } from '../../../tests/storage/memory-ward.ts';
import { householdFields, newId, post, START } from '../../../tests/storage/samples.ts';
import { makeProtection, makeTools, WARD_KEYS } from '../../../tests/world/house.ts';
import type { AreaId, ClientId, DifficultyId, EntryId, RecordId, StaffId } from '../domain/id.ts';
import { answerDifficulty } from './difficulty.ts';
import { sumAreas } from './digest.ts';
import type { Entry, EntryKind, PullRequest } from './entry.ts';
import type { Scope } from './scope.ts';
import { encodeHlc } from './hlc.ts';
import { compareSums } from './reconcile.ts';
import { LATER_TABLES, type Fields } from './record.ts';
import { pushEntries, readPage } from './ward.ts';

const STAFF = { id: newId<StaffId>(), name: 'Cán bộ Thử' };
const TEXT = 'Khu tập thể khóa cổng ban ngày, nên đến lúc nào?';

let ward: MemoryWard;
let area: AreaId;
let asker: string;
let n = 0;
const cid = newId<ClientId>();
const tools = () => makeTools(makeProtection(), START, newId);

beforeEach(() => {
	ward = new MemoryWard(newId());
	area = newId();
	asker = newId<string>();
});

function entry(k: EntryKind, e: RecordId, p: Fields): Entry {
	n += 1;
	return { id: newId<EntryId>(), n, sv: 1, k, e, bv: 0, t: encodeHlc(START, n, cid), p };
}
const question = (p: Fields = {}) =>
	entry('difficulty.add', newId<DifficultyId>(), { area, text: TEXT, askedAt: START, ...p });

async function push(entries: Entry[], volunteer = asker) {
	const batch = { epoch: null, wm: null, cid, pend: 0, maxN: n, now: START, entries: entries.map(post) };
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
const pull = (changes: Partial<PullRequest> = {}, volunteer = asker) =>
	ward.transact((tx) => {
		const request = { epoch: null, wm: null, cid, pend: 0, cur: 0, scope: 's', limit: 500, now: START };
		return readPage(tx, { ...request, tables: LATER_TABLES, ...changes }, scopeOf(volunteer), tools());
	});
const read = (id: RecordId) => ward.look().records.find((record) => record.id === id);
const answer = (id: RecordId, v: number, text = 'Đến sau 17 giờ.') =>
	ward.transact((tx) =>
		answerDifficulty(
			tx,
			{ difficulty: id as DifficultyId, v, text, shown: null, entry: newId<EntryId>() },
			STAFF,
			tools()
		)
	);

describe('a difficulty', () => {
	it('DF1 is signed by its sender, written once, and hangs on no door', async () => {
		const one = question();
		expect(await push([one])).toMatchObject([{ s: 'ok', v: 1 }]);
		expect(read(one.e)).toMatchObject({ table: 'difficulty', area, fields: { text: TEXT, by: asker } });
		// the same record again, by anybody, under another entry
		const again = { ...question({ text: 'Câu khác' }), e: one.e };
		expect(await push([again], newId<string>())).toMatchObject([{ s: 'quar', why: 'entry.notAllowed' }]);
		expect(read(one.e)).toMatchObject({ v: 1, fields: { text: TEXT, by: asker } });
	});

	it.each<[string, Fields, string]>([
		['a personal number', { text: 'bà 000150000017 chưa làm được' }, 'note.idNumber'],
		['a telephone', { text: 'gọi 0999 000 001 hỏi thêm' }, 'note.phone'],
		['a one-time code', { text: 'mã OTP 482913' }, 'note.secretCode'],
		['nothing', { text: ' ' }, 'field.required'],
		['an answer of its own', { reply: { text: 'x' } }, 'entry.invalid'],
		['an audience of its own', { shown: '01a1fb9e-0683-7d22-93f1-3398f673217d' }, 'entry.invalid'],
		['another name', { by: 'x' }, 'entry.invalid']
	])('DF1 with %s is kept aside, and shows no number', async (_, p, why) => {
		expect(await push([question(p)])).toMatchObject([{ s: 'quar', why }]);
		expect(ward.look().records).toEqual([]);
		expect(JSON.stringify(ward.look().asides)).not.toContain('000150000017');
	});

	it('DF1 of an area that is not the sender’s is kept aside', async () => {
		expect(await push([question({ area: newId<AreaId>() })])).toMatchObject([{ s: 'quar', why: 'entry.outOfScope' }]);
	});

	it('DF2 goes to phones that name its table; for others the counter passes over it', async () => {
		const home = entry('household.create', newId(), householdFields(area));
		const asked = [question(), question(), question()];
		await push([...asked, home]);
		const seen: string[] = [];
		let cur = 0;
		for (let more = true, pages = 0; more && pages < 9; pages++) {
			const page = await pull({ limit: 1, cur, tables: [] });
			seen.push(...page.rows.map(({ id }) => id));
			expect(page.cur).toBeGreaterThan(cur);
			({ cur, more } = page);
		}
		expect([seen, cur]).toEqual([[home.e], 4]);
		expect((await pull()).rows).toHaveLength(4);
		// asked for by name it is out, as what a phone may not have
		expect((await pull({ tables: [], ids: [asked[0]!.e] })).rows).toMatchObject([{ id: asked[0]!.e, out: true }]);
	});

	it('DF2 counts in the sums of a phone that names its table, which brings it there', async () => {
		const home = entry('household.create', newId(), householdFields(area));
		const one = question();
		await push([home, one]);
		const mine = sumAreas([{ id: home.e, area, v: 1 }], [area]);
		const compare = (tables: readonly string[]) =>
			ward.transact((tx) => {
				const asked = { epoch: null, wm: null, cid, now: START, cur: 2, scope: 's', tables, areas: mine };
				return compareSums(tx, asked, scopeOf(asker), tools());
			});
		expect((await compare([])).differ).toEqual([]);
		expect((await compare(LATER_TABLES)).differ.flatMap(({ rows }) => rows)).toContainEqual([one.e, 1]);
	});

	it('DF3 says something to whoever wrote it alone; others have its row and its version', async () => {
		const one = question();
		await push([one]);
		expect((await pull()).rows).toMatchObject([{ id: one.e, v: 1, fields: { text: TEXT } }]);
		const other = await pull({}, newId<string>());
		expect(other.rows).toEqual([{ table: 'difficulty', id: one.e, area, v: 1, seq: 1, fields: {} }]);
		expect((await pull({ ids: [one.e] }, newId<string>())).rows).toMatchObject([{ v: 1, fields: {} }]);
	});

	it('DF4 is answered once per version, and the answer goes down inside it', async () => {
		const one = question();
		await push([one]);
		expect(await answer(one.e, 1)).toMatchObject({ ok: true, value: { seq: 2 } });
		const reply = { text: 'Đến sau 17 giờ.', byName: 'Cán bộ Thử', at: START };
		expect((await pull({ cur: 1 })).rows).toMatchObject([{ id: one.e, v: 2, fields: { text: TEXT, reply } }]);
		// who was slower is told, and may then say something else in its place
		expect(await answer(one.e, 1, 'Câu sau')).toMatchObject({ problem: { code: 'desk.changedSince' } });
		expect(await answer(one.e, 2, 'Câu sau')).toMatchObject({ ok: true });
		expect(read(one.e)).toMatchObject({ v: 3, fields: { reply: { text: 'Câu sau' } } });
	});

	it('DF4 nothing else is answered', async () => {
		const home = entry('household.create', newId(), householdFields(area));
		await push([home]);
		expect(await answer(home.e, 1)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect(await answer(newId<RecordId>(), 1)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect(ward.look().changes).toHaveLength(1);
	});
});
