// What every ward store must keep, whatever it is made of: the promises of src/lib/sync/ward-port.ts.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AreaId, EntryId, RecordId, StaffId } from '../../src/lib/domain/id.ts';
import type { WardRecord } from '../../src/lib/sync/record.ts';
import type { Change, KeptEntry, SetAside, WardStore, WardTx } from '../../src/lib/sync/ward-port.ts';
import {
	householdFields,
	makeEntry,
	newId,
	ODD_VALUES,
	personFields,
	START,
	visitFields,
	wardRecord
} from './samples.ts';

export interface OpenWard {
	readonly store: WardStore;
	/** Closes and opens again what was written so far, as after a restart of the server. */
	reopen(): Promise<WardStore>;
	close(): Promise<void>;
}

/** `open` gives one ward without records each time; several may share a database. */
export function wardLaws(name: string, open: () => Promise<OpenWard>): void {
	describe(`ward store: ${name}`, () => {
		let ward: OpenWard;
		let store: WardStore;
		beforeEach(async () => {
			ward = await open();
			store = ward.store;
		});
		afterEach(() => ward.close());

		/** One more change in the log, as the engine appends it. */
		async function raise(tx: WardTx, changes: Partial<Change> = {}): Promise<number> {
			const state = await tx.readWard();
			const seq = state.seq + 1;
			const head = `${seq}`.padStart(32, '0');
			const nothing = { table: null, record: null, v: 0, before: {}, after: {} };
			const entry = newId<EntryId>();
			await tx.appendChange({ seq, head, entry, kind: 'household.set', actor: 'a', at: START, ...nothing, ...changes });
			await tx.writeWard({ ...state, seq, head });
			return seq;
		}

		const keep = (n: number, changes: Partial<KeptEntry> = {}): KeptEntry => {
			const entry = makeEntry({ n });
			const verdict = { id: entry.id, s: 'ok', seq: 1, v: 1 } as const;
			return { entry, cid: newId(), actor: 'a', hash: 'ff'.repeat(32), verdict, receivedAt: START, ...changes };
		};
		const park = (n: number, seq: number, parent: RecordId | null): SetAside => {
			const sender = { volunteer: newId<string>(), areas: [newId<AreaId>(), newId<AreaId>()] };
			const entry = { ...makeEntry({ n }), ...(parent ? { sender } : {}) };
			const why = parent ? 'entry.missingParent' : 'entry.invalid';
			return { entry, cid: newId(), actor: 'a', why, parent, at: START, seq };
		};

		it('WS1 leaves nothing of a transaction that throws, and hands its error on', async () => {
			const before = await store.transact((tx) => tx.readWard());
			const record = wardRecord({ area: newId(), seq: 1 });
			const kept = keep(1);
			const parent = newId<RecordId>();
			const failure = new Error('planted');
			const work = store.transact(async (tx) => {
				const seq = await raise(tx);
				await tx.writeRecord({ ...record, seq });
				await tx.writeEntry(kept);
				await tx.addAside(park(2, seq, parent));
				throw failure;
			});
			await expect(work).rejects.toBe(failure);
			const after = await store.transact(async (tx) => ({
				state: await tx.readWard(),
				record: await tx.readRecord(record.id),
				entry: await tx.readEntry(kept.entry.id),
				held: await tx.listHeldFor(parent),
				seq: await raise(tx)
			}));
			expect(after).toEqual({ state: before, record: null, entry: null, held: [], seq: before.seq + 1 });
		});

		it('WS2 keeps what was committed when it is opened again', async () => {
			const area = newId<AreaId>();
			const kept = keep(1);
			const { record, state } = await store.transact(async (tx) => {
				const record = wardRecord({ area, seq: await raise(tx) });
				await tx.writeRecord(record);
				await tx.writeEntry(kept);
				return { record, state: await tx.readWard() };
			});
			store = await ward.reopen();
			await store.transact(async (tx) => {
				expect(await tx.readWard()).toEqual(state);
				expect(await tx.readRecord(record.id)).toEqual(record);
				expect(await tx.readEntry(kept.entry.id)).toEqual(kept);
				expect(await tx.listRecords([area], 0, 10)).toEqual([record]);
			});
		});

		it('WS3 never interleaves two transactions: the counter has no holes and no doubles', async () => {
			const { seq } = await store.transact((tx) => tx.readWard());
			const seqs = await Promise.all(Array.from({ length: 12 }, () => store.transact((tx) => raise(tx))));
			expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => seq + i + 1));
			expect((await store.transact((tx) => tx.readWard())).seq).toBe(seq + 12);
		});

		it('WS4 changes nothing in what it keeps', async () => {
			const area = newId<AreaId>();
			const fields = householdFields(area, ODD_VALUES);
			const kept = keep(1, { entry: makeEntry({ n: 1, p: ODD_VALUES }) });
			const record = await store.transact(async (tx) => {
				const seq = await raise(tx, { before: ODD_VALUES, after: ODD_VALUES });
				const record = wardRecord({ area, seq, fields });
				await tx.writeRecord(record);
				await tx.writeEntry(kept);
				return record;
			});
			store = await ward.reopen();
			await store.transact(async (tx) => {
				expect(await tx.readRecord(record.id)).toEqual(record);
				expect(await tx.readEntry(kept.entry.id)).toEqual(kept);
			});
		});

		it('WS5 lists records by counter across areas, page by page, without holes', async () => {
			const areas = [newId<AreaId>(), newId<AreaId>(), newId<AreaId>()];
			const all = await store.transact(async (tx) => {
				const written = [];
				for (let i = 0; i < 12; i++) {
					const record = wardRecord({ area: areas[i % 3]!, seq: await raise(tx) });
					await tx.writeRecord(record);
					written.push(record);
				}
				return written;
			});
			const wanted = [areas[0]!, areas[2]!];
			const expected = all.filter((record) => wanted.includes(record.area));
			const paged = [];
			for (let cur = 0; ;) {
				const page = await store.transact((tx) => tx.listRecords(wanted, cur, 3));
				expect(page.length).toBeLessThanOrEqual(3);
				if (page.length === 0) break;
				paged.push(...page);
				cur = page.at(-1)!.seq;
			}
			expect(paged).toEqual(expected);
			await store.transact(async (tx) => {
				expect(await tx.listRecords([], 0, 10)).toEqual([]);
				expect(await tx.listRecords([newId()], 0, 10)).toEqual([]);
				expect(await tx.listRecords(areas, all[10]!.seq, 10)).toEqual([all[11]]);
			});
		});

		it('WS6 lists a record once, where it stands now', async () => {
			const [from, to] = [newId<AreaId>(), newId<AreaId>()];
			const moved = await store.transact(async (tx) => {
				const first = wardRecord({ area: from, seq: await raise(tx) });
				await tx.writeRecord(first);
				await tx.writeRecord(wardRecord({ area: from, seq: await raise(tx) }));
				const fields = householdFields(to);
				const moved = { ...first, area: to, v: 2, seq: await raise(tx), deleted: true, fields, fver: {} };
				await tx.writeRecord(moved);
				return moved;
			});
			await store.transact(async (tx) => {
				expect(await tx.listRecords([to], 0, 10)).toEqual([moved]);
				expect(await tx.listRecords([from], 0, 10)).toHaveLength(1);
				expect(await tx.readRecord(moved.id)).toEqual(moved);
			});
		});

		it('WS7 replaces an entry that is kept again under its id', async () => {
			const kept = keep(1);
			const verdict = { id: kept.entry.id, s: 'quar', seq: 9, v: 0, why: 'entry.invalid' } as const;
			await store.transact((tx) => tx.writeEntry(kept));
			await store.transact((tx) => tx.writeEntry({ ...kept, verdict }));
			await store.transact(async (tx) => {
				expect(await tx.readEntry(kept.entry.id)).toEqual({ ...kept, verdict });
				expect(await tx.readEntry(newId())).toBeNull();
			});
		});

		it('WS8 finds held entries by the record that they wait for, by number, whole', async () => {
			const parent = newId<RecordId>();
			const [late, early, other] = await store.transact(async (tx) => {
				const asides = [
					park(12, await raise(tx), parent),
					park(3, await raise(tx), parent),
					park(1, await raise(tx), newId())
				] as const;
				for (const aside of asides) await tx.addAside(aside);
				await tx.addAside(park(2, await raise(tx), null));
				expect(await tx.listHeldFor(parent)).toEqual([asides[1], asides[0]]);
				return asides;
			});
			store = await ward.reopen();
			await store.transact(async (tx) => {
				expect(await tx.listHeldFor(parent)).toEqual([early, late]);
				expect(await tx.listHeldFor(other.parent!)).toEqual([other]);
				expect(await tx.listHeldFor(newId())).toEqual([]);
			});
		});

		it('WS9 takes a held entry away, and may hold it again for another record', async () => {
			const [household, person] = [newId<RecordId>(), newId<RecordId>()];
			const held = await store.transact(async (tx) => {
				const held = park(1, await raise(tx), household);
				await tx.addAside(held);
				return held;
			});
			await store.transact(async (tx) => {
				await tx.removeHeld(held.entry.id);
				expect(await tx.listHeldFor(household)).toEqual([]);
				await tx.addAside({ ...held, parent: person });
				expect(await tx.listHeldFor(person)).toEqual([{ ...held, parent: person }]);
			});
			await store.transact(async (tx) => {
				expect(await tx.listHeldFor(household)).toEqual([]);
				await tx.removeHeld(held.entry.id);
				// It turned out odd when it landed: kept aside for a human under a new receipt.
				const { sender: _, ...entry } = held.entry;
				await tx.addAside({ ...held, entry, parent: null, why: 'entry.outOfScope', seq: await raise(tx) });
				expect(await tx.listHeldFor(person)).toEqual([]);
			});
		});

		it('WS10 keeps two changes of one entry, and gives no counter twice', async () => {
			const entry = newId<EntryId>();
			await store.transact(async (tx) => {
				await raise(tx, { entry });
				await raise(tx, { entry, table: 'visit', record: newId(), v: 1, after: ODD_VALUES });
			});
			const { seq, head } = await store.transact((tx) => tx.readWard());
			const again = store.transact(async (tx) => {
				const nothing = { table: null, record: null, v: 0, before: {}, after: {} };
				await tx.appendChange({ seq, head, entry, kind: 'x', actor: 'a', at: START, ...nothing });
			});
			await expect(again).rejects.toThrow();
			expect((await store.transact((tx) => tx.readWard())).seq).toBe(seq);
		});

		it('WS11 keeps several conflicts of one entry', async () => {
			const area = newId<AreaId>();
			await store.transact(async (tx) => {
				const record = wardRecord({ area, seq: await raise(tx) });
				await tx.writeRecord(record);
				const kept = keep(1);
				await tx.writeEntry(kept);
				const conflict = { entry: kept.entry.id, record: record.id, actor: 'a', at: START };
				await tx.addConflict({ ...conflict, field: 'number', kept: '12', other: null });
				await tx.addConflict({ ...conflict, field: 'more', kept: { a: [null] }, other: 'Ý' });
			});
		});

		it('WS12 shows a transaction what it wrote itself, for every table', async () => {
			const area = newId<AreaId>();
			await store.transact(async (tx) => {
				const household = wardRecord({ area, seq: await raise(tx) });
				const person = wardRecord({ table: 'person', area, seq: await raise(tx), fields: personFields(household.id) });
				const fields = visitFields(household.id, {
					person: person.id,
					consent: { record: true, phone: false, remind: false, wording: 1, method: 'spoken', givenAt: START },
					by: newId<string>(),
					review: { state: 'waiting' }
				});
				const visit = wardRecord({ table: 'visit', area, seq: await raise(tx), fields });
				for (const record of [household, person, visit]) {
					await tx.writeRecord(record);
					expect(await tx.readRecord(record.id)).toEqual(record);
				}
				expect(await tx.listRecords([area], 0, 10)).toEqual([household, person, visit]);
			});
		});

		it('WS13 hands out copies: changing one changes nothing that is kept', async () => {
			const record = await store.transact(async (tx) => {
				const record = wardRecord({ area: newId(), seq: await raise(tx) });
				await tx.writeRecord(record);
				return record;
			});
			await store.transact(async (tx) => {
				const read: any = await tx.readRecord(record.id);
				read.fields.number = 'changed';
				read.v = 99;
			});
			expect(await store.transact((tx) => tx.readRecord(record.id))).toEqual(record);
		});

		it('WS14 knows the head after every step, before the first one and beyond the last', async () => {
			await store.transact(async (tx) => {
				const { seq } = await tx.readWard();
				const last = [await raise(tx), await raise(tx), await raise(tx)].at(-1)!;
				expect(await tx.readHead(0)).toBe('');
				expect(await tx.readHead(seq + 2)).toBe(`${seq + 2}`.padStart(32, '0'));
				expect(await tx.readHead(last)).toBe((await tx.readWard()).head);
				expect(await tx.readHead(last + 1)).toBeNull();
			});
		});

		it('WS15 keeps the name of its history and the oldest removal that is told', async () => {
			const state = await store.transact(async (tx) => {
				const state = { ...(await tx.readWard()), epoch: newId<string>(), minSeq: 7 };
				await tx.writeWard(state);
				expect(await tx.readWard()).toEqual(state);
				return state;
			});
			store = await ward.reopen();
			expect(await store.transact((tx) => tx.readWard())).toEqual(state);
		});

		it('WS16 knows which entries it keeps, of many at once', async () => {
			const kept = Array.from({ length: 5 }, (_, i) => keep(i + 1));
			await store.transact(async (tx) => {
				for (const one of kept) await tx.writeEntry(one);
			});
			const strange = Array.from({ length: 995 }, () => newId<EntryId>());
			const ids = [...strange.slice(0, 500), ...kept.map((one) => one.entry.id), ...strange.slice(500)];
			await store.transact(async (tx) => {
				const known = await tx.listKnown(ids);
				expect(known.toSorted()).toEqual(kept.map((one) => one.entry.id).toSorted());
				expect(await tx.listKnown([])).toEqual([]);
				await tx.writeEntry(keep(9, { entry: makeEntry({ id: strange[0]!, n: 9 }) }));
				expect(await tx.listKnown([strange[0]!, strange[1]!])).toEqual([strange[0]]);
			});
		});

		it('WS17 counts every copy of an area where it stands now, removed ones included', async () => {
			const [from, to] = [newId<AreaId>(), newId<AreaId>()];
			const [stays, moves, gone] = await store.transact(async (tx) => {
				const all = [];
				for (let i = 0; i < 3; i++) all.push(wardRecord({ area: from, seq: await raise(tx) }));
				const [stays, moves, gone] = [all[0]!, all[1]!, { ...all[2]!, deleted: true, v: 4 }];
				for (const record of [stays, moves, gone]) await tx.writeRecord(record);
				await tx.writeRecord({ ...moves, area: to, v: 2, seq: await raise(tx), fields: householdFields(to) });
				return [stays, moves, gone];
			});
			const sort = (copies: readonly { id: string }[]) => copies.toSorted((a, b) => (a.id < b.id ? -1 : 1));
			await store.transact(async (tx) => {
				const copy = ({ id, area, v, seq, table }: typeof stays) => ({ id, area, v, seq, table });
				expect(sort(await tx.listCopies([from]))).toEqual(sort([copy(stays), copy(gone)]));
				expect(await tx.listCopies([to])).toMatchObject([{ id: moves.id, area: to, v: 2 }]);
				expect(await tx.listCopies([from, to])).toHaveLength(3);
				expect(await tx.listCopies([])).toEqual([]);
			});
		});

		it('WS18 tells what left an area by counter, but for what stands in one of those asked for', async () => {
			const [from, to] = [newId<AreaId>(), newId<AreaId>()];
			const exits = await store.transact(async (tx) => {
				const all = [];
				for (let i = 0; i < 4; i++) {
					const seq = await raise(tx);
					const record = wardRecord({ area: i === 3 ? from : to, seq });
					await tx.writeRecord(record);
					const exit = { seq, area: i === 3 ? to : from, id: record.id };
					await tx.addExit(exit);
					all.push(exit);
				}
				// a record that is nowhere any more
				const purged = { seq: await raise(tx), area: from, id: newId<RecordId>() };
				await tx.addExit(purged);
				return [...all, purged];
			});
			store = await ward.reopen();
			await store.transact(async (tx) => {
				const left = [exits[0], exits[1], exits[2], exits[4]];
				expect(await tx.listExits([from], 0, 10)).toEqual(left);
				expect(await tx.listExits([from], 0, 2)).toEqual(left.slice(0, 2));
				expect(await tx.listExits([from], exits[1]!.seq, 10)).toEqual(left.slice(2));
				expect(await tx.listExits([to], 0, 10)).toEqual([exits[3]]);
				expect(await tx.listExits([from, to], 0, 10)).toEqual([exits[4]]);
				expect(await tx.listExits([], 0, 10)).toEqual([]);
			});
		});

		it('WS19 lists records up to a step and no further', async () => {
			const area = newId<AreaId>();
			await store.transact(async (tx) => {
				const all = [];
				for (let i = 0; i < 4; i++) {
					const record = wardRecord({ area, seq: await raise(tx) });
					await tx.writeRecord(record);
					all.push(record);
				}
				expect(await tx.listRecords([area], all[0]!.seq, 10, all[2]!.seq)).toEqual([all[1], all[2]]);
				expect(await tx.listRecords([area], all[0]!.seq, 1, all[2]!.seq)).toEqual([all[1]]);
				expect(await tx.listRecords([area], all[2]!.seq, 10, all[2]!.seq)).toEqual([]);
			});
		});

		it('WS20 keeps incidents and exits with their transaction, or not at all', async () => {
			const area = newId<AreaId>();
			const incident = {
				id: newId<string>(),
				kind: 'timeTravel',
				at: START,
				before: 'a',
				epoch: 'b',
				seq: 3,
				count: null,
				subject: null
			} as const;
			const write = async (tx: WardTx) => {
				await tx.addIncident(incident);
				await tx.addExit({ seq: 1, area, id: newId() });
			};
			const failing = store.transact(async (tx) => {
				await write(tx);
				throw new Error('planted');
			});
			await expect(failing).rejects.toThrow('planted');
			expect(await store.transact((tx) => tx.listExits([area], 0, 10))).toEqual([]);
			// the same id again: nothing of the first remained
			await store.transact(write);
			expect(await store.transact((tx) => tx.listExits([area], 0, 10))).toHaveLength(1);
		});

		it('WS21 settles a conflict once, and shows what became of it with the record', async () => {
			const area = newId<AreaId>();
			const [first, second] = [
				{ by: newId<StaffId>(), at: START + 1, choice: 'other', note: null },
				{ by: newId<StaffId>(), at: START + 2, choice: 'kept', note: null }
			];
			const [name, birth, other] = await store.transact(async (tx) => {
				const record = wardRecord({ area, seq: await raise(tx) });
				await tx.writeRecord(record);
				const kept = keep(1);
				await tx.writeEntry(kept);
				const about = { entry: kept.entry.id, record: record.id, kept: 'A', other: ODD_VALUES, actor: 'a', at: START };
				const conflicts = [
					{ ...about, field: 'name' },
					{ ...about, field: 'birth', other: null, at: START + 1 },
					{ ...about, field: 'name', record: newId<RecordId>() }
				] as const;
				for (const conflict of conflicts) await tx.addConflict(conflict);
				await tx.settleConflict(conflicts[0], first);
				return conflicts;
			});
			store = await ward.reopen();
			await store.transact(async (tx) => {
				await tx.settleConflict(name, second);
				const open = { ...birth, settled: null };
				expect(await tx.listConflicts(name.record)).toEqual([{ ...name, settled: first }, open]);
				expect(await tx.listConflicts(other.record)).toEqual([{ ...other, settled: null }]);
				expect(await tx.listConflicts(newId())).toEqual([]);
			});
		});

		it('WS22 settles a quarantined entry once, leaves it as it came, and never takes a held one for it', async () => {
			const settled = { by: newId<StaffId>(), at: START + 1, choice: 'dismissed', note: 'ghi nhầm' };
			const [odd, held] = await store.transact(async (tx) => {
				const asides = [park(1, await raise(tx), null), park(2, await raise(tx), newId())] as const;
				for (const aside of asides) await tx.addAside(aside);
				expect(await tx.readAside(asides[0].entry.id)).toEqual({ ...asides[0], settled: null });
				await tx.settleAside(asides[0].entry.id, settled);
				return asides;
			});
			store = await ward.reopen();
			await store.transact(async (tx) => {
				await tx.settleAside(odd.entry.id, { ...settled, choice: 'replayed', note: null });
				expect(await tx.readAside(odd.entry.id)).toEqual({ ...odd, settled });
				expect(await tx.readAside(held.entry.id)).toBeNull();
				expect(await tx.readAside(newId())).toBeNull();
				await tx.settleAside(held.entry.id, settled);
				expect(await tx.listHeldFor(held.parent!)).toEqual([held]);
			});
		});

		it('WS23 finds the people and visits behind one door, removed ones left out', async () => {
			const area = newId<AreaId>();
			await store.transact(async (tx) => {
				const write = async (changes: Partial<WardRecord>) => {
					const record = wardRecord({ area, seq: await raise(tx), ...changes });
					await tx.writeRecord(record);
					return record;
				};
				const door = await write({});
				const person = await write({ table: 'person', fields: personFields(door.id) });
				const visit = await write({ table: 'visit', fields: visitFields(door.id), area: newId() });
				await write({ table: 'person', fields: personFields(door.id), deleted: true });
				await write({ table: 'person', fields: personFields(newId()) });
				expect(await tx.listBehind(door.id)).toEqual([person, visit]);
				expect(await tx.listBehind(person.id)).toEqual([]);
			});
		});
	});
}
