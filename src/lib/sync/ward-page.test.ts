import { beforeEach, describe, expect, it } from 'vitest';
import { makeWardHands, openWard } from '../../../tests/fixtures/ward-hands.ts';
import type { MemoryWard } from '../../../tests/storage/memory-ward.ts';
import { householdFields, newId } from '../../../tests/storage/samples.ts';
import { WARD_KEYS } from '../../../tests/world/house.ts';
import type { AreaId, ClientId, RecordId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { EntryKind, PullAnswer } from './entry.ts';
import type { Scope } from './scope.ts';
import type { Sender } from './ward-port.ts';
import { readPage } from './ward.ts';

let ward: MemoryWard;
let area: AreaId;
let sender: Sender;
let cid: ClientId;
let n: number;
let now: number;
const { tools, entry, push, door, person } = makeWardHands(
	() => ({ ward, area, sender, cid, n, now }),
	() => (n += 1)
);

beforeEach(() => {
	({ ward, area, sender, cid, n, now } = openWard());
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
