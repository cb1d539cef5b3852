import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId, START } from '../../../tests/storage/samples.ts';
import type { ClientId } from '../domain/id.ts';
import { encodeHlc } from './hlc.ts';
import { decideMerge, type Merge } from './merge.ts';
import { policyOf } from './policy.ts';
import type { Fields, FieldVersion, Table, WardRecord } from './record.ts';

const [A, B] = ['aaaaaaaa', 'bbbbbbbb'] as ClientId[] as [ClientId, ClientId];
const at = (ms: number, cid: string = A) => encodeHlc(START + ms, 0, cid);

function record(fields: Fields, by: Partial<FieldVersion> = {}, table: Table = 'person'): WardRecord {
	const version = { v: 1, cid: A, n: 1, t: at(0), ...by };
	const fver = Object.fromEntries(Object.keys(fields).map((field) => [field, version]));
	return { table, id: newId(), area: newId(), v: version.v, seq: 1, deleted: false, fields, fver };
}

function write(p: Fields, changes: { n?: number; bv?: number; t?: string } = {}) {
	return { n: 9, bv: 0, t: at(9), p, ...changes };
}

describe('merge', () => {
	it('MG1 brings a record into being', () => {
		const merge = decideMerge(null, write({ name: 'Ý', note: null }), A, 'person');
		expect(merge).toMatchObject({
			s: 'ok',
			isChanged: true,
			v: 1,
			fields: { name: 'Ý' },
			before: {},
			after: { name: 'Ý' }
		});
		expect(merge.fver.name).toEqual({ v: 1, cid: A, n: 9, t: at(9) });
	});

	it('MG2 writes what the writer had seen by version', () => {
		const merge = decideMerge(
			record({ name: 'Ý' }, { v: 4 }),
			write({ name: 'Vũ' }, { bv: 4, t: at(-99) }),
			B,
			'person'
		);
		expect(merge).toMatchObject({
			s: 'ok',
			v: 5,
			fields: { name: 'Vũ' },
			before: { name: 'Ý' },
			after: { name: 'Vũ' }
		});
	});

	it("MG2 writes what follows on the same client's own write", () => {
		expect(decideMerge(record({ name: 'Ý' }, { v: 4, n: 3 }), write({ name: 'Vũ' }, { n: 4 }), A, 'person').s).toBe(
			'ok'
		);
		expect(decideMerge(record({ name: 'Ý' }, { v: 4, n: 5 }), write({ name: 'Vũ' }, { n: 4 }), A, 'person').s).toBe(
			'conflict'
		);
	});

	it('MG2 makes a version of a seen write that says the same, so that the unseeing meet it', () => {
		const merge = decideMerge(record({ card: 'lost' }), write({ card: 'lost' }, { bv: 1 }), B, 'person');
		expect(merge).toMatchObject({ s: 'ok', isChanged: true, v: 2, before: {}, after: {} });
		expect(merge.fver.card).toMatchObject({ v: 2, cid: B });
	});

	it('MG3 leaves an equal value and moves its author only forward in time', () => {
		const kept = record({ name: 'Ý' }, { v: 2, t: at(5) });
		const later = decideMerge(kept, write({ name: 'Ý' }, { t: at(6, B) }), B, 'person');
		expect(later).toMatchObject({ s: 'ok', isChanged: false, v: 2, after: {} });
		expect(later.fver.name).toEqual({ v: 2, cid: B, n: 9, t: at(6, B) });
		const earlier = decideMerge(kept, write({ name: 'Ý' }, { t: at(4, B) }), B, 'person');
		expect(earlier.fver).toEqual(kept.fver);
	});

	it.each(['name', 'birth', 'sex', 'idKeep', 'relation', 'household'])('MG4 keeps both values of %s', (field) => {
		const merge = decideMerge(
			record({ [field]: 'x', card: 'lost' }, { v: 2 }),
			write({ [field]: 'y' }, { bv: 1 }),
			B,
			'person'
		);
		expect(merge).toMatchObject({
			s: 'conflict',
			isChanged: false,
			v: 2,
			conflicts: [{ field, kept: 'x', other: 'y' }]
		});
		expect(merge.fields[field]).toBe('x');
	});

	it('MG4 writes the other fields of an entry that has a conflict', () => {
		const kept = record({ name: 'Ý', card: 'lost' }, { v: 2 });
		const merge = decideMerge(kept, write({ name: 'Vũ', needsHomeHelp: true }, { bv: 1 }), B, 'person');
		expect(merge).toMatchObject({ s: 'conflict', isChanged: true, v: 3, after: { needsHomeHelp: true } });
		expect(merge.fields).toEqual({ name: 'Ý', card: 'lost', needsHomeHelp: true });
	});

	it('MG5 lets the later time win', () => {
		const kept = record({ card: 'lost' }, { v: 2, t: at(5) });
		const later = decideMerge(kept, write({ card: 'none' }, { bv: 1, t: at(6, B) }), B, 'person');
		expect(later).toMatchObject({ s: 'ok', v: 3, fields: { card: 'none' } });
		const earlier = decideMerge(kept, write({ card: 'none' }, { bv: 1, t: at(4, B) }), B, 'person');
		expect(earlier).toMatchObject({ s: 'merged', isChanged: false, v: 2, fields: { card: 'lost' }, after: {} });
	});

	it('MG6 ends with the same value in any order of arrival', () => {
		const client = fc.array(
			fc.record({ value: fc.constantFrom('a', 'b', 'c', null), gap: fc.integer({ min: 1, max: 50 }) }),
			{
				maxLength: 4
			}
		);
		fc.assert(
			fc.property(fc.tuple(client, client, client), fc.infiniteStream(fc.nat(2)), (clients, choices) => {
				const queues = () =>
					clients.map((writes, i) => {
						let ms = i;
						const cid = `${i}${i}${i}${i}${i}${i}${i}${i}` as ClientId;
						return writes.map(({ value, gap }, k) => {
							ms += gap;
							return { cid, write: write({ card: value }, { n: k + 1, bv: 1, t: at(ms, cid) }) };
						});
					});
				const run = (next: (open: number[]) => number) => {
					let now = record({ card: 'start' }, { cid: 'ward' as ClientId, n: 0, t: at(-1000) });
					const waiting = queues();
					for (;;) {
						const open = waiting.flatMap((queue, i) => (queue.length > 0 ? [i] : []));
						if (open.length === 0) return now.fields.card;
						const { cid, write } = waiting[next(open)]!.shift()!;
						const merge: Merge = decideMerge(now, write, cid, 'person');
						now = { ...now, v: merge.v, fields: merge.fields, fver: merge.fver };
					}
				};
				const inOrder = run((open) => open[0]!);
				const shuffled = run((open) => open[choices.next().value % open.length]!);
				expect(shuffled).toBe(inOrder);
			}),
			{ numRuns: 2000 }
		);
	});

	it('MG7 clears a field with null, and meets a cleared field like any other', () => {
		const kept = record({ access: 'cổng' }, { v: 1 }, 'household');
		const cleared = decideMerge(kept, write({ access: null }, { bv: 1 }), B, 'household');
		expect(cleared).toMatchObject({ s: 'ok', v: 2, before: { access: 'cổng' }, after: { access: null } });
		expect(cleared.fields).toEqual({});
		const after = { ...kept, v: 2, fields: cleared.fields, fver: { access: { ...cleared.fver.access!, t: at(50) } } };
		const late = decideMerge(after, write({ access: 'ngõ' }, { bv: 1, t: at(20) }), A, 'household');
		expect(late).toMatchObject({ s: 'merged', isChanged: false, fields: {} });
		const human = record({ name: 'Ý' }, { v: 1 });
		const gone = { ...human, v: 2, fields: {}, fver: { name: { v: 2, cid: B, n: 1, t: at(1) } } };
		const met = decideMerge(gone, write({ name: 'Vũ' }, { bv: 1 }), A, 'person');
		expect(met.conflicts).toEqual([{ field: 'name', kept: null, other: 'Vũ' }]);
	});

	it('MG8 compares sealed numbers by their index', () => {
		const kept = record({ idKeep: { sealed: 'x1', index: 'i', tail: '0001' } }, { v: 2 });
		const same = decideMerge(kept, write({ idKeep: { sealed: 'x2', index: 'i', tail: '0001' } }), B, 'person');
		expect(same).toMatchObject({ s: 'ok', isChanged: false });
		expect(same.fields.idKeep).toMatchObject({ sealed: 'x1' });
		expect(decideMerge(kept, write({ idKeep: { sealed: 'x1', index: 'j', tail: '0001' } }), B, 'person').s).toBe(
			'conflict'
		);
	});

	it('MG9 leaves fields that it does not know to a human', () => {
		for (const table of ['household', 'person', 'visit'] as const)
			for (const field of ['unheardOf', 'constructor', 'toString']) expect(policyOf(table, field)).toBe('human');
		const merge = decideMerge(record({ unheardOf: { a: 1 } }, { v: 2 }), write({ unheardOf: { a: 2 } }), B, 'person');
		expect(merge.s).toBe('conflict');
		expect(decideMerge(null, write({ constructor: 'x' }), A, 'person').fields).toEqual({ constructor: 'x' });
	});

	it('MG10 names changed fields only, whatever the order of keys inside them', () => {
		const kept = record({ consent: { record: true, phone: false }, card: 'lost' });
		const entry = write({ consent: { phone: false, record: true }, card: 'none' }, { bv: 1 });
		expect(decideMerge(kept, entry, B, 'person')).toMatchObject({ before: { card: 'lost' }, after: { card: 'none' } });
		expect(Object.keys(decideMerge(kept, entry, B, 'person').after)).toEqual(['card']);
	});

	it('MG11 leaves what an account has come to for a human, unless both say the same', () => {
		const standing = { state: 'l2LoggedIn', on: '2026-11-20', evidence: 'seenOnScreen', observer: 'k' };
		const known = record({ standing, barriers: ['B4.5', 'B1.1'] }, { v: 2, t: at(5) });
		const meet = (p: Fields, ms = 9) => decideMerge(known, write(p, { bv: 1, t: at(ms, B) }), B, 'person');
		const conflict = meet({ standing: { ...standing, state: 'l2Active' }, barriers: ['B4.5'] });
		expect(conflict).toMatchObject({ s: 'conflict', isChanged: false });
		expect(conflict.conflicts.map(({ field }) => field)).toEqual(['standing', 'barriers']);
		expect(meet({ standing: { ...standing, evidence: 'declared' } }).s).toBe('conflict');
		expect(meet({ standing: null, barriers: null }).conflicts).toHaveLength(2);
		const same = { standing: { ...standing, on: '2026-11-21', observer: 'm' }, barriers: ['B1.1', 'B4.5'] };
		expect(meet(same)).toMatchObject({ s: 'ok', isChanged: true, fields: same });
		expect(meet(same, 1)).toMatchObject({ s: 'merged', isChanged: false, fields: { standing } });
	});
});
