import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryWard } from '../../../tests/storage/memory-ward.ts';
import { newId, START, wardRecord } from '../../../tests/storage/samples.ts';
import { makeProtection, makeTools, WARD_KEYS } from '../../../tests/world/house.ts';
import type { AreaId, ClientId, EntryId, RecordId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { bucketOf, sumAreas } from './digest.ts';
import type { DigestRequest } from './entry.ts';
import type { Scope } from './scope.ts';
import type { WardRecord } from './record.ts';
import { compareSums, findMissing } from './reconcile.ts';

let ward: MemoryWard;
let area: AreaId;
let other: AreaId;
let scope: Scope;
const tools = () => makeTools(makeProtection(), START, newId);
const cid = newId<ClientId>();

beforeEach(() => {
	ward = new MemoryWard(newId());
	[area, other] = [newId(), newId()];
	scope = {
		hash: 's',
		ward: { id: newId(), name: 'Phường Thử' },
		volunteer: { id: newId(), name: 'Người Thử', role: 'member' },
		areas: [area, other].map((id) => {
			return { id, parent: null, kind: 'quarter', name: 'x', aliases: [], assigned: true };
		}),
		keys: WARD_KEYS
	};
});

describe('after a new epoch', () => {
	it('HS5 names the entries under which nothing is kept, each once, in the order of the question', async () => {
		const ids = Array.from({ length: 6 }, () => newId<EntryId>());
		const known = [ids[1]!, ids[4]!];
		await ward.transact(async (tx) => {
			for (const id of known) {
				const entry = { id, n: 1, sv: 1, k: 'visit.add', e: newId<RecordId>(), bv: 0, t: '', p: {} } as const;
				const verdict = { id, s: 'quar', seq: 1, v: 0 } as const;
				await tx.writeEntry({ entry, cid, actor: 'a', hash: 'h', verdict, receivedAt: START });
			}
		});
		const asked = { epoch: null, wm: null, cid, now: START, ids: [...ids, ids[0]!] };
		const answer = await ward.transact((tx) => findMissing(tx, asked, tools()));
		expect(answer.missing).toEqual([ids[0], ids[2], ids[3], ids[5]]);
		expect(answer).toMatchObject({ epoch: ward.look().ward.epoch, now: START });
	});
});

describe('the daily comparison', () => {
	const write = (records: readonly WardRecord[]) =>
		ward.transact(async (tx) => {
			for (const record of records) await tx.writeRecord(record);
		});
	const ask = (copies: readonly WardRecord[], changes: Partial<DigestRequest> = {}) => {
		const areas = sumAreas(copies, [area, other]);
		const request = { epoch: null, wm: null, cid, now: START, cur: 99, scope: 's', areas, ...changes };
		return ward.transact((tx) => compareSums(tx, request, scope, tools()));
	};
	const make = (count: number, of = area) =>
		Array.from({ length: count }, (_, i) => wardRecord({ area: of, seq: i + 1, v: 1 + (i % 3) }));

	it('DG1 finds nothing where the copies agree, in whatever order, removed ones included', async () => {
		const records = [...make(40), ...make(9, other), wardRecord({ area, seq: 50, deleted: true })];
		await write(records);
		expect(await ask(records.toReversed())).toMatchObject({ differ: [], later: [] });
	});

	it('DG2 lists the whole bucket in which a copy is missing, too many, or of another version', async () => {
		const records = make(60);
		await write(records);
		const [lost, stale] = [records[3]!, records[7]!];
		const extra = wardRecord({ area, seq: 1 });
		const held = records
			.filter((record) => record !== lost)
			.map((record) => (record === stale ? { ...record, v: record.v + 1 } : record));
		const { differ, later } = await ask([...held, extra]);
		const wrong = new Set([lost, stale, extra].map((record) => bucketOf(record.id)));
		expect(new Set(differ.map(({ bucket }) => bucket))).toEqual(wrong);
		expect(later).toEqual([]);
		for (const { area: of, bucket, rows } of differ) {
			expect(of).toBe(area);
			const expected = records.filter((record) => bucketOf(record.id) === bucket).map(({ id, v }) => [id, v]);
			expect(rows.toSorted()).toEqual(expected.toSorted());
		}
	});

	it('DG3 leaves an area for later where something newer stands, has left, or may not be seen', async () => {
		const records = make(5);
		await write([...records, wardRecord({ area: other, seq: 120 })]);
		expect(await ask(records)).toMatchObject({ differ: [], later: [other] });
		await ward.transact((tx) => tx.addExit({ seq: 110, area, id: newId() }));
		expect((await ask([])).later).toEqual([area, other]);
		expect((await ask([], { cur: 130 })).later).toEqual([]);
		const moved = wardRecord({ area: other, seq: 140 });
		await write([moved]);
		await ward.transact((tx) => tx.addExit({ seq: 140, area, id: moved.id }));
		expect((await ask([], { cur: 130 })).later).toEqual([area, other]);
		const strange = newId<AreaId>();
		await write([wardRecord({ area: strange, seq: 1 })]);
		const answer = await ask([], { cur: 150, areas: sumAreas([], [strange]) });
		expect(answer).toMatchObject({ differ: [], later: [strange] });
	});

	it('DG3 stops when the answer is long enough', async () => {
		await write([...make(LIMIT.digestRows + 1), ...make(1, other)]);
		const answer = await ask([], { cur: 10_000 });
		expect(answer.later).toEqual([other]);
		expect(answer.differ.flatMap(({ rows }) => rows)).toHaveLength(LIMIT.digestRows + 1);
	});
});
