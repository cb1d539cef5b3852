import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { PhoneDisk, type PhoneTab } from '../../../tests/storage/memory-phone.ts';
import { householdFields, newId, personFields, phoneRecord, post, START } from '../../../tests/storage/samples.ts';
import { WARD_KEYS } from '../../../tests/world/house.ts';
import { replace } from '../../../tests/world/mutants.ts';
import type { AreaId, EntryId, RecordId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, problem, succeed, type ProblemCode } from '../domain/problem.ts';
import type {
	DigestAnswer,
	DigestRequest,
	Entry,
	PullAnswer,
	PullRequest,
	PushAnswer,
	PushBatch,
	ReconcileAnswer,
	ReconcileRequest,
	Verdict,
	WardStanding
} from './entry.ts';
import type { Scope } from './scope.ts';
import { bucketOf, sumAreas } from './digest.ts';
import { compareHlc, parseHlc } from './hlc.ts';
import { canonicalText, countBytes } from './json.ts';
import { applyEntry, cutBatch, decideRecordState } from './outbox.ts';
import { ROUND, runRound, saveEntries, type EntryDraft, type RoundLimits } from './phone.ts';
import type { Answer, PhoneState, PhoneTx, WardLink } from './phone-port.ts';
import type { Fields, PhoneRecord, Row } from './record.ts';
import { knock, sendOpen, settleLate } from './send.ts';

let disk: PhoneDisk;
let tab: PhoneTab;
let area: AreaId;
let now: number;

beforeEach(() => {
	disk = new PhoneDisk(newId());
	tab = disk.openTab();
	area = newId();
	now = START;
});

const save = (drafts: EntryDraft[]) =>
	tab.transact((tx) => saveEntries(tx, drafts, { now, newId: () => newId<EntryId>() }));
const door = (p: Fields = {}, e: RecordId = newId()): EntryDraft => {
	return { k: 'household.create', e, table: 'household', area, p: householdFields(area, p) };
};
const amend = (e: RecordId, p: Fields): EntryDraft => ({ k: 'household.set', e, table: 'household', area, p });
const shown = (id: RecordId) => disk.look().records.find((record) => record.id === id);
const open = () =>
	disk
		.look()
		.outbox.filter((one) => one.state === 'open')
		.map((one) => one.entry.id);
const write = (changes: Partial<PhoneState>) => tab.transact((tx) => tx.writeState(changes));

function scopeOf(areas: AreaId[]): Scope {
	const all = areas.map((id) => ({ id, parent: null, kind: 'quarter', name: 'x', aliases: [], assigned: true }));
	const above = { id: newId<AreaId>(), parent: null, kind: 'ward', name: 'x', aliases: [], assigned: false };
	const volunteer = { id: newId<string>(), name: 'Người Thử', role: 'volunteer' };
	const ward = { id: newId<string>(), name: 'x' };
	return { hash: areas.join('+'), ward, volunteer, areas: [above, ...all], keys: WARD_KEYS };
}

const ok = (entry: Pick<Entry, 'id'>, changes: Partial<Verdict> = {}): Verdict => ({
	id: entry.id,
	s: 'ok',
	seq: 1,
	v: 1,
	...changes
});

/** A ward that answers as the test says; by default it takes everything and has nothing to give. */
class Script {
	epoch = 'e1';
	wm = 0;
	readonly batches: PushBatch[] = [];
	readonly requests: PullRequest[] = [];
	push: (batch: PushBatch) => Verdict[] | ProblemCode | Promise<Verdict[] | ProblemCode> = (batch) =>
		batch.entries.map((entry) => ok(entry));
	pull: (request: PullRequest) => Partial<PullAnswer> | ProblemCode | Promise<Partial<PullAnswer> | ProblemCode> =
		() => ({});

	reconcile: (request: ReconcileRequest) => Partial<ReconcileAnswer> | ProblemCode = () => ({ missing: [] });
	digest: (request: DigestRequest) => Partial<DigestAnswer> | ProblemCode = () => ({});
	/** What it says of itself when it refuses. */
	refusing: WardStanding | undefined;
	readonly questions: ReconcileRequest[] = [];
	readonly digests: DigestRequest[] = [];

	#stand(): WardStanding {
		return { epoch: this.epoch, wm: `w${++this.wm}`, now };
	}

	#say<Value>(said: Partial<Value> | ProblemCode, rest: Partial<Value>): Answer<Value> {
		if (typeof said !== 'string') return succeed({ ...this.#stand(), ...rest, ...said } as Value);
		const ward = this.refusing;
		return { ok: false, problem: problem(said), ...(ward ? { ward } : {}) };
	}

	readonly link: WardLink = {
		push: async (batch: PushBatch): Promise<Answer<PushAnswer>> => {
			this.batches.push(batch);
			const res = await this.push(batch);
			return this.#say<PushAnswer>(typeof res === 'string' ? res : { res }, {});
		},
		pull: async (request: PullRequest): Promise<Answer<PullAnswer>> => {
			this.requests.push(request);
			const page = await this.pull(request);
			return this.#say<PullAnswer>(page, { rows: [], cur: request.cur, more: false });
		},
		reconcile: async (request) => {
			this.questions.push(request);
			return this.#say<ReconcileAnswer>(this.reconcile(request), {});
		},
		digest: async (request) => {
			this.digests.push(request);
			return this.#say<DigestAnswer>(this.digest(request), { differ: [], later: [] });
		},
		deposit: async () => fail('net.badRequest'),
		carry: async () => fail('net.badRequest')
	};
}

const run = (script: Script, limits: Partial<RoundLimits> = {}, store = tab as Parameters<typeof runRound>[0]) =>
	runRound(store, script.link, { clock: () => now }, limits);
const row = (id: RecordId, v: number, fields: Fields, changes: Partial<Row> = {}): Row =>
	({ table: 'household', id, area, v, seq: v, fields, ...changes }) as Row;

describe('saving', () => {
	it('OB1 writes records and entries together or not at all', async () => {
		const drafts = [door(), door(), door()];
		const entries = await save(drafts);
		expect(entries.map((entry) => entry.n)).toEqual([1, 2, 3]);
		expect(disk.look()).toMatchObject({ state: { n: 3 }, records: [{ v: 0 }, { v: 0 }, { v: 0 }] });
		expect(disk.look().outbox.map((one) => one.entry)).toEqual(entries);
		const before = disk.look();
		const sameId = tab.transact((tx) => saveEntries(tx, [door()], { now, newId: () => entries[0]!.id }));
		await expect(sameId).rejects.toThrow();
		expect(disk.look()).toEqual(before);
	});

	it('OB1 gives no number twice, in two tabs at once', async () => {
		const other = disk.openTab();
		const tools = { now, newId: () => newId<EntryId>() };
		const saves = [tab, other, tab, other].map((at) => at.transact((tx) => saveEntries(tx, [door(), door()], tools)));
		const numbers = (await Promise.all(saves)).flat().map((entry) => entry.n);
		expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
	});

	it('OB2 sends an entry as it was written', async () => {
		const p: Record<string, unknown> = householdFields(area, {
			access: 'cổng xanh',
			gone: undefined,
			odd: { a: [null] }
		});
		const [entry] = await save([{ ...door(), p }]);
		p.access = 'changed after';
		const script = new Script();
		script.push = () => 'net.offline';
		await run(script);
		await save([amend(entry!.e, { access: null })]);
		await run(script);
		expect(script.batches[1]?.entries[0]).toEqual(post(entry!));
		expect(JSON.stringify(script.batches[1]?.entries[0])).toBe(JSON.stringify(script.batches[0]?.entries[0]));
		expect(entry!.p).toEqual({ ...householdFields(area), access: 'cổng xanh', odd: { a: [null] } });
	});

	it('OB3 names the version that was seen', async () => {
		const record = phoneRecord({ area, v: 7 });
		await tab.transact((tx) => tx.writeRecord(record));
		const home = door();
		const [made, , seen] = await save([home, amend(home.e, { number: '1' }), amend(record.id, { number: '2' })]);
		expect([made!.bv, seen!.bv, made!.sv]).toEqual([0, 7, 1]);
	});

	it('OB4 shows the copy with open entries over it', async () => {
		const record = phoneRecord({ area, fields: { a: 1, b: 2 }, base: { a: 1, b: 2 } });
		await tab.transact((tx) => tx.writeRecord(record));
		await save([amend(record.id, { b: null, c: 3 }), amend(record.id, { c: 4 })]);
		expect(shown(record.id)).toMatchObject({ base: { a: 1, b: 2 }, fields: { a: 1, c: 4 } });
		expect(shown(record.id)?.fields).not.toHaveProperty('b');
	});

	it('OB4 shows an answered return as corrected until the ward says more', async () => {
		const review = { state: 'returned', comment: 'xem lại' };
		expect(applyEntry({ review }, { k: 'review.answer', p: {} })).toEqual({
			review: { ...review, state: 'corrected' }
		});
		const approved = { review: { state: 'approved' } };
		expect(applyEntry(approved, { k: 'review.answer', p: {} })).toEqual(approved);
	});

	it('OB11 saves nothing about a record that is nowhere', async () => {
		await expect(save([door(), amend(newId(), { number: '1' })])).rejects.toThrow('not here');
		expect(disk.look()).toMatchObject({ records: [], outbox: [], state: { n: 0 } });
	});

	it("PG14 writes times by the ward's clock, always forward", async () => {
		now = START - 86_400_000;
		await write({ clockOffsetMs: 86_400_000 });
		const [first] = await save([door()]);
		expect(parseHlc(first!.t)?.ms).toBe(START);
		now -= 1_000_000;
		const [second] = await save([door()]);
		expect(compareHlc(second!.t, first!.t)).toBe(1);
		expect(disk.look().state.hlc).toBe(second!.t);
	});
});

describe('sending', () => {
	it('OB5 closes an entry by its own verdict and nothing else', async () => {
		const entries = await save([door(), door(), door()]);
		const script = new Script();
		const stranger = ok({ id: newId() });
		script.push = (batch) => [stranger, ...batch.entries.slice(1, 2).map((entry) => ok(entry))];
		expect(await run(script)).toMatchObject({ ok: true, value: { pushed: 1 } });
		expect(open()).toEqual([entries[0]!.id, entries[2]!.id]);
		expect(script.batches).toHaveLength(1);
		// A verdict on an entry of this phone that was not in the batch closes nothing either.
		script.push = () => entries.map((entry) => ok(entry));
		await run(script, { batchEntries: 1 });
		expect(script.batches[1]?.entries).toHaveLength(1);
		expect(disk.look().outbox.every((one) => one.state === 'closed')).toBe(true);
		expect(script.batches.map((batch) => batch.entries.length)).toEqual([3, 1, 1]);
	});

	const ALL: ProblemCode[] = [
		...([
			'net.offline',
			'net.timeout',
			'net.notWard',
			'net.busy',
			'net.tooLarge',
			'net.clock',
			'net.unauthorized'
		] as const),
		...(['net.revoked', 'net.upgrade', 'net.resync', 'net.badRequest', 'store.failed', 'entry.invalid'] as const)
	];
	it.each(ALL)('OB5 keeps every entry after %s', async (code) => {
		const entries = await save([door(), door()]);
		const script = new Script();
		script.push = () => code;
		const result = await run(script);
		expect(result.ok).toBe(false);
		expect(open()).toEqual(entries.map((entry) => entry.id));
	});

	it.each(['ok', 'dup', 'merged', 'conflict', 'held', 'quar'] as const)(
		'OB5 takes %s as kept by the ward',
		async (s) => {
			const [entry] = await save([door()]);
			const script = new Script();
			const verdict = ok(entry!, { s, v: 0, ...(s === 'quar' ? { why: 'entry.invalid' } : {}) });
			script.push = () => [verdict];
			await run(script);
			expect(disk.look().outbox).toEqual([{ entry, state: 'closed', savedAt: START, verdict }]);
		}
	);

	it('OB6 cuts batches by entries and bytes, never to nothing', async () => {
		const entries = await save([
			door(),
			door({ access: 'Ý'.repeat(100) }),
			door(),
			door({ access: 'x'.repeat(5000) }),
			door()
		]);
		const script = new Script();
		await run(script, { batchEntries: 2 });
		expect(script.batches.map((batch) => batch.entries.length)).toEqual([2, 2, 1]);
		expect(script.batches[0]).toMatchObject({ pend: 5, maxN: 5, epoch: null, wm: null });
		expect(script.batches[2]).toMatchObject({ pend: 1, epoch: 'e1', wm: 'w2' });
		const waiting = entries.map(post);
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 20_000 }), (batchEntries, batchBytes) => {
				const cut = cutBatch(waiting, { batchEntries, batchBytes });
				expect(cut).toEqual(waiting.slice(0, cut.length));
				expect(cut.length).toBeGreaterThan(0);
				expect(cut.length).toBeLessThanOrEqual(batchEntries);
				const bytes = cut.map((entry) => countBytes(canonicalText(entry)) + 1).reduce((a, b) => a + b, 0);
				if (cut.length > 1) expect(bytes).toBeLessThanOrEqual(batchBytes);
			})
		);
		expect(cutBatch([], { batchEntries: 5, batchBytes: 5 })).toEqual([]);
		for (const text of ['abc', 'Ý ê', '👵🏻', '\u0000\u07ff\u0800\uffff'])
			expect(countBytes(text)).toBe(Buffer.byteLength(text));
	});

	it.each(['net.tooLarge', 'net.badRequest'] as const)(
		'OB7 halves what meets %s, and goes round the one that is refused',
		async (code) => {
			const entries = await save(Array.from({ length: 7 }, () => door()));
			const bad = entries[2]!.id;
			const script = new Script();
			script.push = (batch) =>
				batch.entries.some(({ id }) => id === bad) ? code : batch.entries.map((entry) => ok(entry));
			const result = await run(script);
			const told = code === 'net.tooLarge' ? 'entry.tooLarge' : 'entry.invalid';
			expect(result).toMatchObject({ ok: false, problem: { code: told, at: bad } });
			expect(open()).toEqual([bad]);
			// The rest of the round was not held up.
			expect(script.requests).toHaveLength(1);
			script.push = (batch) => batch.entries.map((entry) => ok(entry));
			expect(await run(script)).toMatchObject({ ok: true, value: { pushed: 1 } });
		}
	);

	it('OB7 halves step by step, and sends more again as soon as it may', async () => {
		await save(Array.from({ length: 40 }, () => door()));
		const script = new Script();
		let most = 5;
		script.push = (batch) => {
			if (batch.entries.length > most) return 'net.tooLarge';
			if (script.batches.length > 4) most = 100;
			return batch.entries.map((entry) => ok(entry));
		};
		expect(await run(script, { batchEntries: 16 })).toMatchObject({ ok: true, value: { pushed: 40 } });
		expect(script.batches.map((batch) => batch.entries.length)).toEqual([16, 8, 4, 8, 4, 8, 16, 8]);
	});

	it('OB7 sends less when a batch takes too long, and gives up at one', async () => {
		await save(Array.from({ length: 4 }, () => door()));
		const script = new Script();
		script.push = (batch) => (batch.entries.length > 1 ? 'net.timeout' : batch.entries.map((entry) => ok(entry)));
		expect(await run(script)).toMatchObject({ ok: true, value: { pushed: 4 } });
		await save([door(), door()]);
		script.push = () => 'net.timeout';
		expect(await run(script)).toMatchObject({ ok: false, problem: { code: 'net.timeout' } });
		expect(open()).toHaveLength(2);
	});

	it.each<Partial<PhoneState>>([{ wm: 'other' }, { epoch: 'other' }])(
		'OB8 believes no answer to an old question (%j)',
		async (moved) => {
			await save([door()]);
			const script = new Script();
			script.push = async (batch) => {
				await disk.openTab().transact((tx) => tx.writeState(moved));
				return batch.entries.map((entry) => ok(entry));
			};
			script.epoch = moved.epoch ?? 'e1';
			expect(await run(script)).toMatchObject({ ok: true, value: { pushed: 0, more: true } });
			expect(open()).toHaveLength(1);
		}
	);

	it('OB9 shows what was written until the copy covers it, then what the ward has', async () => {
		const home = door({ number: '1' });
		await save([home]);
		const script = new Script();
		script.pull = () => 'net.offline';
		await run(script);
		expect(shown(home.e)).toMatchObject({ v: 0, base: {}, fields: { number: '1' } });
		script.pull = () => ({
			rows: [row(home.e, 1, householdFields(area, { number: '1', lane: 'của phường' }))],
			cur: 1
		});
		await run(script);
		expect(shown(home.e)).toMatchObject({ v: 1, fields: { number: '1', lane: 'của phường' } });
		// What was accepted and has not come down yet stays over what is written next.
		await save([amend(home.e, { number: '2' })]);
		script.push = (batch) => batch.entries.map((entry) => ok(entry, { v: 2 }));
		script.pull = () => 'net.offline';
		await run(script);
		await save([amend(home.e, { access: 'cổng' })]);
		expect(shown(home.e)?.fields).toMatchObject({ number: '2', access: 'cổng' });
	});

	it.each<Partial<Verdict>>([
		{ s: 'conflict', v: 3, cf: ['number'] },
		{ s: 'quar', v: 0, why: 'entry.invalid' },
		{ s: 'merged', v: 3 }
	])("OB9 shows the ward's value after %j", async (verdict) => {
		const record = phoneRecord({ area, v: 3, base: { number: '3' }, fields: { number: '3' } });
		await tab.transact((tx) => tx.writeRecord(record));
		await save([amend(record.id, { number: '1' }), amend(record.id, { lane: 'ngõ' })]);
		const script = new Script();
		script.push = (batch) => [ok(batch.entries[0]!, verdict)];
		await run(script);
		// The second entry is still open and stays over it.
		expect(shown(record.id)?.fields).toEqual({ number: '3', lane: 'ngõ' });
	});

	it('OB9 keeps showing what the ward has kept aside before it ever came down', async () => {
		const home = door({ number: '1' });
		await save([home]);
		const script = new Script();
		script.push = (batch) => [ok(batch.entries[0]!, { s: 'quar', v: 0, why: 'entry.invalid' })];
		await run(script);
		expect(shown(home.e)).toMatchObject({ v: 0, fields: { number: '1' } });
	});

	it('OB10 lets a number go once the copy covers it', async () => {
		const e = newId<RecordId>();
		const p = personFields(newId(), { personalId: '000150000017' });
		await save([{ k: 'person.add', e, table: 'person', area, p }]);
		expect(shown(e)?.fields.personalId).toBe('000150000017');
		const script = new Script();
		const base = { ...personFields(p.household as RecordId), idTail: '0017' };
		script.pull = () => ({ rows: [row(e, 1, base, { table: 'person' } as Partial<Row>)], cur: 1 });
		await run(script);
		expect(shown(e)?.fields).toEqual(base);
		expect(JSON.stringify(disk.look().records)).not.toContain('000150000017');
		await save([{ k: 'person.set', e, table: 'person', area, p: { personalId: '000150000025' } }]);
		expect(shown(e)?.fields).not.toHaveProperty('idTail');
	});

	it('OB12 says where a record stands', () => {
		const review = (state: string) => ({ v: 1, fields: { review: { state } } });
		const sent: Verdict = { id: newId(), s: 'ok', seq: 1, v: 1 };
		const table = [
			[{ v: 0, fields: {} }, 1, null, 'waiting'],
			[{ v: 0, fields: {} }, 0, null, 'waiting'],
			[review('approved'), 1, sent, 'waiting'],
			[{ v: 0, fields: {} }, 0, sent, 'received'],
			[{ v: 3, fields: {} }, 0, null, 'received'],
			[review('waiting'), 0, null, 'received'],
			[review('returned'), 0, sent, 'returned'],
			[review('corrected'), 0, sent, 'corrected'],
			[review('approved'), 0, sent, 'approved'],
			[{ v: 3, fields: {} }, 0, { ...sent, s: 'conflict', cf: ['name'] }, 'conflict'],
			[{ v: 3, fields: {} }, 0, { ...sent, s: 'dup', cf: ['name'] }, 'conflict'],
			[{ v: 3, fields: {} }, 0, { ...sent, s: 'quar', why: 'entry.invalid' }, 'checking'],
			[{ v: 0, fields: {} }, 0, { ...sent, s: 'held', why: 'entry.missingParent' }, 'checking'],
			[{ v: 0, fields: {} }, 0, { ...sent, s: 'dup', why: 'entry.invalid' }, 'checking'],
			[{ v: 3, fields: {} }, 0, { ...sent, s: 'merged' }, 'received']
		] as const;
		for (const [record, openCount, verdict, state] of table)
			expect(decideRecordState(record, openCount, verdict as Verdict | null)).toBe(state);
	});
});

describe('taking down', () => {
	it('PG1 writes rows and counter in one transaction', async () => {
		const script = new Script();
		const id = newId<RecordId>();
		script.pull = () => ({ rows: [row(id, 1, { number: '1' })], cur: 5, scope: scopeOf([area]) });
		const seen: object[] = [];
		const watched = {
			transact: async <Value>(work: Parameters<typeof tab.transact<Value>>[0]) => {
				const value = await tab.transact(work);
				seen.push({ cur: disk.look().state.cur, rows: disk.look().records.length, scope: !!disk.look().state.scope });
				return value;
			}
		};
		await run(script, {}, watched);
		expect(seen.every((at) => JSON.stringify(at).includes('"cur":5') === JSON.stringify(at).includes('"rows":1'))).toBe(
			true
		);
		expect(seen.at(-1)).toEqual({ cur: 5, rows: 1, scope: true });
		// A store that fails in the middle of a page keeps neither.
		script.pull = () => ({ rows: [row(newId(), 1, {}), row(newId(), 1, {})], cur: 9 });
		let writes = 0;
		const failing = {
			transact: <Value>(work: Parameters<typeof tab.transact<Value>>[0]) =>
				tab.transact((tx) =>
					work(
						replace(tx, {
							async writeRecord(record) {
								if (++writes === 2) throw new Error('disk full');
								await tx.writeRecord(record);
							}
						})
					)
				)
		};
		await expect(run(script, {}, failing)).rejects.toThrow('disk full');
		expect(disk.look()).toMatchObject({ state: { cur: 5 }, records: [{ id }] });
	});

	it('PG2 takes newer versions only', async () => {
		const record = phoneRecord({ area, v: 3, base: { number: '3' }, fields: { number: '3' } });
		await tab.transact((tx) => tx.writeRecord(record));
		const script = new Script();
		for (const [v, number] of [
			[2, '3'],
			[3, '3'],
			[4, '4']
		] as const) {
			const gone: Partial<Row> = v === 4 ? { deleted: true } : {};
			script.pull = () => ({ rows: [row(record.id, v, { number: String(v) }, gone)], cur: v });
			const result = await run(script);
			expect(result).toMatchObject({ value: { pulled: v > 3 ? 1 : 0 } });
			expect(shown(record.id)).toMatchObject({ fields: { number }, deleted: v === 4 });
		}
	});

	it.each<Partial<PhoneState>>([{ wm: 'x' }, { epoch: 'x' }, { cur: 3 }, { scope: scopeOf(['a' as AreaId]) }])(
		'PG3 ignores a page when the phone has moved on (%j)',
		async (moved) => {
			const script = new Script();
			script.pull = async () => {
				await disk.openTab().transact((tx) => tx.writeState(moved));
				return { rows: [row(newId(), 1, {})], cur: 9 };
			};
			expect(await run(script)).toMatchObject({ ok: true, value: { pulled: 0, more: true } });
			expect(disk.look().records).toEqual([]);
			expect(disk.look().state).toMatchObject(moved);
		}
	);

	it('PG4 lays open entries over the new copy', async () => {
		const record = phoneRecord({ area, v: 1, base: { number: '1' }, fields: { number: '1' } });
		await tab.transact((tx) => tx.writeRecord(record));
		await save([amend(record.id, { number: '2' })]);
		const script = new Script();
		script.push = () => [];
		script.pull = () => ({ rows: [row(record.id, 2, { number: '9', lane: 'mới' })], cur: 2 });
		await run(script);
		expect(shown(record.id)).toMatchObject({ v: 2, base: { number: '9' }, fields: { number: '2', lane: 'mới' } });
	});

	it('PG5 begins a new epoch at nothing and clears nothing', async () => {
		const record = phoneRecord({ area, v: 8, base: { number: '8' }, fields: { number: '8' } });
		await tab.transact((tx) => tx.writeRecord(record));
		await write({ epoch: 'e0', wm: 'w', cur: 44, scope: scopeOf([area]) });
		await save([amend(record.id, { lane: 'mở' }), door()]);
		const script = new Script();
		script.push = () => 'net.offline';
		const before = disk.look();
		expect((await run(script)).ok).toBe(false);
		expect(disk.look()).toEqual(before);
		// The old backup has an older version of it.
		script.push = () => [];
		script.pull = (request) => {
			expect(request).toMatchObject({ epoch: 'e1', cur: 0 });
			return { rows: [row(record.id, 2, { number: '2' })], cur: 2 };
		};
		// What the new history may have lost is asked after before its rows come down.
		expect(await run(script)).toMatchObject({ value: { pulled: 0, more: true } });
		expect(await run(script)).toMatchObject({ value: { pulled: 1 } });
		expect(shown(record.id)).toMatchObject({ v: 2, base: { number: '2' }, fields: { number: '2', lane: 'mở' } });
		expect(disk.look()).toMatchObject({ state: { epoch: 'e1', cur: 2 } });
		expect(disk.look().records).toHaveLength(2);
		expect(open()).toHaveLength(2);
	});

	it('PG5 learns of a new epoch from a page, too, and asks again from the beginning', async () => {
		const record = phoneRecord({ area, v: 8 });
		await tab.transact((tx) => tx.writeRecord(record));
		await write({ epoch: 'e0', wm: 'w', cur: 44, scope: scopeOf([area]) });
		const script = new Script();
		script.pull = (request) =>
			request.cur === 0
				? { rows: [row(record.id, 1, { number: '1' })], cur: 1 }
				: { rows: [row(newId(), 1, {})], cur: 50 };
		expect(await run(script)).toMatchObject({ value: { pulled: 0, more: true } });
		expect(await run(script)).toMatchObject({ value: { pulled: 1, more: false } });
		expect(script.requests.map(({ epoch, cur }) => [epoch, cur])).toEqual([
			['e0', 44],
			['e1', 0]
		]);
		expect(disk.look().records).toMatchObject([{ id: record.id, v: 1, base: { number: '1' } }]);
	});

	it('PG6 gives up what leaves the scope, once nothing about it waits', async () => {
		const [stays, goes, waits] = [phoneRecord({ area }), phoneRecord(), phoneRecord()];
		await tab.transact(async (tx) => {
			for (const record of [stays, goes, waits]) await tx.writeRecord(record);
		});
		await write({ epoch: 'e1', wm: 'w', cur: 4, scope: scopeOf([area, goes.area, waits.area]) });
		await save([amend(waits.id, { number: '1' }), amend(waits.id, { number: '2' })]);
		const script = new Script();
		script.push = () => [];
		script.pull = () => ({ scope: scopeOf([area]), cur: 5 });
		await run(script);
		const held = () => disk.look().records.map((record) => record.id);
		expect(held().toSorted()).toEqual([stays.id, waits.id].toSorted());
		expect(disk.look().state).toMatchObject({ cur: 5 });
		script.pull = () => ({});
		script.push = (batch) => [ok(batch.entries[0]!, { s: 'quar', v: 0, why: 'entry.outOfScope' })];
		await run(script);
		expect(held()).toHaveLength(2);
		await run(script);
		expect(held()).toEqual([stays.id]);
	});

	it('PG7 fills an area that was added beside its counter, page by page', async () => {
		const added = newId<AreaId>();
		await write({ epoch: 'e1', wm: 'w', cur: 40, scope: scopeOf([area]) });
		const script = new Script();
		const old = [1, 2].map((seq) => row(newId(), seq, {}, { area: added } as Partial<Row>));
		script.pull = ({ cur, fill, scope }) => {
			if (fill) return { rows: [old[cur]!], cur: cur + 1, more: cur === 0 };
			return scope === scopeOf([area]).hash ? { cur: 41, scope: scopeOf([area, added]) } : { cur: 41 };
		};
		expect(await run(script)).toMatchObject({ value: { pulled: 2, more: false } });
		const fill = { areas: [added], until: 40 };
		expect(script.requests.map(({ cur, fill }) => ({ cur, fill }))).toEqual([
			{ cur: 40, fill: undefined },
			{ cur: 0, fill },
			{ cur: 1, fill }
		]);
		expect(disk.look()).toMatchObject({ state: { cur: 41, fills: [], lastSuccessAt: now } });
		expect(disk.look().records.map(({ id }) => id)).toEqual(old.map(({ id }) => id));
		// One that only changes a name is not.
		const { areas, ...rest } = scopeOf([area, added]);
		script.pull = () => ({ scope: { ...rest, areas, hash: 'renamed' }, cur: 42 });
		await run(script);
		expect(script.requests).toHaveLength(4);
		expect(disk.look().state.cur).toBe(42);
	});

	it('PG7 goes on with a fill where it was broken off, and stops when the area is taken away again', async () => {
		const [added, other] = [newId<AreaId>(), newId<AreaId>()];
		const fill = { areas: [added, other], cur: 3, until: 9 };
		await write({ epoch: 'e1', wm: 'w', cur: 40, scope: scopeOf([area, added, other]), fills: [fill], digestAt: now });
		const script = new Script();
		script.pull = (request) => (request.fill ? 'net.offline' : {});
		expect((await run(script)).ok).toBe(false);
		expect(script.requests.at(-1)).toMatchObject({ cur: 3, fill: { areas: [added, other], until: 9 } });
		expect(disk.look().state).toMatchObject({ fills: [fill], lastSuccessAt: null });
		script.pull = (request) => (request.fill ? {} : { scope: scopeOf([area, other]) });
		await run(script);
		expect(script.requests.at(-1)).toMatchObject({ cur: 3, fill: { areas: [other], until: 9 } });
		expect(disk.look().state).toMatchObject({ fills: [], lastSuccessAt: now });
		// A page of a fill that another tab has finished meanwhile is not taken.
		await write({ fills: [fill] });
		const stray = row(newId(), 1, {});
		script.pull = async (request) => {
			if (!request.fill) return {};
			await disk.openTab().transact((tx) => tx.writeState({ fills: [] }));
			return { rows: [stray] };
		};
		expect(await run(script)).toMatchObject({ value: { pulled: 0, more: true } });
		expect(shown(stray.id)).toBeUndefined();
	});

	it('PG8 gives up a record that has left, once nothing about it waits', async () => {
		const [goes, waits] = [phoneRecord({ area }), phoneRecord({ area })];
		await tab.transact(async (tx) => {
			await tx.writeRecord(goes);
			await tx.writeRecord(waits);
		});
		await save([amend(waits.id, { number: '1' })]);
		const script = new Script();
		script.push = () => [];
		const out = (id: RecordId): Row => ({ id, out: true, seq: 9 });
		script.pull = () => ({ rows: [out(goes.id), out(waits.id), out(newId())], cur: 9 });
		expect(await run(script)).toMatchObject({ value: { pulled: 1 } });
		expect(disk.look().records.map((record) => record.id)).toEqual([waits.id]);
		script.pull = () => ({});
		script.push = (batch) => batch.entries.map((entry) => ok(entry, { s: 'quar', v: 0, why: 'entry.outOfScope' }));
		await write({ scope: scopeOf([area]) });
		await run(script);
		expect(disk.look().records).toEqual([]);
	});

	it('PG9 stores no row from outside its scope', async () => {
		const script = new Script();
		const stray = row(newId(), 1, {}, { area: newId<AreaId>() } as Partial<Row>);
		script.pull = () => ({ rows: [stray, row(newId(), 1, {})], cur: 2, scope: scopeOf([area]) });
		expect(await run(script)).toMatchObject({ value: { pulled: 1 } });
		expect(disk.look().records.map((record) => record.area)).toEqual([area]);
	});

	it('PG10 asks on while more follows, and leaves the rest to the next round', async () => {
		const script = new Script();
		script.pull = ({ cur, limit }) => ({ rows: [row(newId(), 1, {})], cur: cur + limit, more: cur < 30 });
		expect(await run(script, { pageRows: 10 })).toMatchObject({ value: { pulled: 4, more: false } });
		expect(disk.look().state).toMatchObject({ cur: 40, lastSuccessAt: now });
		script.pull = ({ cur }) => ({ cur: cur + 1, more: true });
		expect(await run(script, { pages: 3 })).toMatchObject({ value: { more: true } });
		expect(disk.look().state.cur).toBe(43);
	});

	it('PG18 asks for the next page before this one is written, each page once', async () => {
		const script = new Script();
		const written: number[] = [];
		script.pull = ({ cur }) => {
			written.push(disk.look().records.length);
			return { rows: [row(newId(), 1, {})], cur: cur + 1, more: cur < 3 };
		};
		expect(await run(script)).toMatchObject({ value: { pulled: 4, more: false } });
		expect(script.requests.map(({ cur, wm }) => [cur, wm])).toEqual([
			[0, null],
			[1, 'w1'],
			[2, 'w2'],
			[3, 'w3']
		]);
		expect(written).toEqual([0, 0, 1, 2]);
		expect(disk.look().records).toHaveLength(4);
	});

	it('PG18 asks anew where the phone moved while the page was being written, and lets an early failure go', async () => {
		const script = new Script();
		const other = disk.openTab();
		script.pull = ({ cur, wm }) => {
			if (cur === 0) return { rows: [row(newId(), 1, {})], cur: 1, more: true };
			return wm === 'w1' ? 'net.offline' : {};
		};
		const slow = {
			transact: async <Value>(work: Parameters<typeof tab.transact<Value>>[0]) => {
				const value = await tab.transact(work);
				if (disk.look().state.wm === 'w1') await other.transact((tx) => tx.writeState({ wm: 'w9' }));
				return value;
			}
		};
		expect(await runRound(slow, script.link, { clock: () => now })).toMatchObject({ ok: true, value: { pulled: 1 } });
		expect(script.requests.map(({ wm }) => wm)).toEqual([null, 'w1', 'w9']);
	});

	it('PG13 is not kept busy by a ward that gives nothing', async () => {
		const script = new Script();
		script.pull = () => ({ more: true });
		expect(await run(script)).toMatchObject({ ok: false, problem: { code: 'net.notWard' } });
		expect(script.requests).toHaveLength(1);
	});

	it('PG14 learns how far its clock is off', async () => {
		const script = new Script();
		script.pull = () => ({ now: now + 7_200_000 });
		await run(script);
		expect(disk.look().state).toMatchObject({ clockOffsetMs: 7_200_000, lastSuccessAt: now });
		expect(parseHlc(disk.look().state.hlc)?.ms).toBe(now + 7_200_000);
	});
});

describe('another history', () => {
	const sealed = async (count: number) => {
		const entries = await save(Array.from({ length: count }, () => door()));
		const script = new Script();
		await write({ scope: scopeOf([area]), digestAt: now });
		await run(script);
		expect(open()).toEqual([]);
		return { entries, script };
	};

	it('HP1 asks after everything that it retained, and sends what is missing as it was', async () => {
		const { entries, script } = await sealed(3);
		const first = script.batches[0]!.entries;
		script.epoch = 'e2';
		script.reconcile = () => ({ missing: [entries[0]!.id, entries[2]!.id, newId<EntryId>()] });
		expect(await run(script)).toMatchObject({ value: { more: true } });
		expect(disk.look().state).toMatchObject({ epoch: 'e2', cur: 0, reconcileAfter: 0 });
		expect(await run(script)).toMatchObject({ value: { pushed: 2, more: false } });
		expect(script.questions).toMatchObject([{ epoch: 'e2', ids: entries.map(({ id }) => id) }]);
		expect(script.batches[1]!.entries).toEqual([first[0], first[2]]);
		expect(disk.look().state).toMatchObject({ reconcileAfter: null });
		expect(open()).toEqual([]);
	});

	it('HP1 asks in pieces, goes on where it was broken off, and lets nothing else wait for it', async () => {
		const { entries, script } = await sealed(LIMIT.reconcileIds + 2);
		await write({ reconcileAfter: 0 });
		await save([door()]);
		script.reconcile = (request) => (script.questions.length > 1 ? 'net.busy' : { missing: request.ids.slice(0, 1) });
		const pulls = script.requests.length;
		expect(await run(script)).toMatchObject({ ok: false, problem: { code: 'net.busy' } });
		expect(open()).toEqual([]);
		expect(script.requests.length).toBe(pulls + 1);
		expect(script.questions.map(({ ids }) => ids.length)).toEqual([LIMIT.reconcileIds, 2]);
		expect(disk.look().state.reconcileAfter).toBe(LIMIT.reconcileIds);
		script.reconcile = () => ({ missing: [] });
		expect(await run(script)).toMatchObject({ ok: true, value: { more: false } });
		expect(script.questions[2]!.ids.slice(0, 2)).toEqual(entries.slice(-2).map(({ id }) => id));
	});

	it('HP2 learns of it from a refusal, too, whoever is refused', async () => {
		for (const way of ['push', 'pull'] as const) {
			const { script } = await sealed(1);
			if (way === 'push') await save([door()]);
			const before = disk.look().state;
			script.refusing = { epoch: `other ${way}`, wm: 'theirs', now };
			script[way] = () => 'net.revoked';
			expect(await run(script)).toMatchObject({ ok: false, problem: { code: 'net.revoked' } });
			expect(before.epoch).not.toBe(`other ${way}`);
			expect(disk.look().state).toMatchObject({ epoch: `other ${way}`, wm: 'theirs', cur: 0, reconcileAfter: 0 });
			await write({ epoch: 'e1', reconcileAfter: null });
		}
	});

	it('HP3 hears no answer, and no refusal, that is about where it stood before', async () => {
		const { entries, script } = await sealed(1);
		await write({ reconcileAfter: 0 });
		const move = () => disk.openTab().transact((tx) => tx.writeState({ wm: 'moved' }));
		const { reconcile } = script.link;
		const late: WardLink = {
			...script.link,
			async reconcile(request) {
				const answer = await reconcile(request);
				if (script.questions.length === 1) await move();
				return answer;
			}
		};
		script.reconcile = () => ({ missing: script.questions.length === 1 ? [entries[0]!.id] : [] });
		await runRound(tab, late, { clock: () => now });
		expect(script.questions).toHaveLength(2);
		expect(script.batches).toHaveLength(1);
		script.refusing = { epoch: 'e9', wm: 'w9', now };
		script.pull = async () => {
			await move();
			return 'net.unauthorized' as const;
		};
		await write({ wm: 'here' });
		await run(script);
		expect(disk.look().state).toMatchObject({ epoch: 'e1', wm: 'moved' });
	});

	it('HP4 sends while it is locked, and leaves another history to the next open round', async () => {
		const [first] = await save([door(), door()]);
		const script = new Script();
		script.push = (batch) => batch.entries.slice(0, 1).map((entry) => ok(entry));
		await write({ epoch: 'e0', wm: 'w0', cur: 7 });
		const sent = await sendOpen(tab, script.link.push, () => now, ROUND, true);
		expect(sent).toMatchObject({ ok: true, value: { pushed: 0, isStale: true } });
		// That history may be lost as well before this phone ever enters it.
		expect(open()).toContain(first!.id);
		expect(disk.look().state).toMatchObject({ epoch: 'e0', wm: 'w0', cur: 7, reconcileAfter: null });
		script.push = () => 'net.revoked';
		script.refusing = { epoch: 'e1', wm: 'w1', now };
		await sendOpen(tab, script.link.push, () => now, ROUND, true);
		expect(disk.look().state).toMatchObject({ epoch: 'e0', wm: 'w0' });
		script.refusing = undefined;
		script.epoch = 'e0';
		script.push = (batch) => batch.entries.map((entry) => ok(entry));
		await sendOpen(tab, script.link.push, () => now, ROUND, true);
		expect(disk.look().state).toMatchObject({ epoch: 'e0', wm: expect.stringMatching(/^w/) });
		expect(open()).toEqual([]);
	});

	it('HP8 asks while it is locked whether it is still let in, and hears nothing else', async () => {
		await write({ epoch: 'e0', wm: 'w0', cur: 7 });
		const script = new Script();
		const asked: PushBatch[] = [];
		script.push = (batch) => {
			asked.push(batch);
			return [];
		};
		expect(await knock(tab, script.link.push, () => now)).toEqual({ ok: true, value: undefined });
		expect(asked).toMatchObject([{ epoch: 'e0', wm: 'w0', pend: 0, entries: [] }]);
		expect(disk.look().state).toMatchObject({ epoch: 'e0', wm: 'w0', cur: 7 });
		script.push = () => 'net.revoked';
		expect(await knock(tab, script.link.push, () => now)).toMatchObject({
			ok: false,
			problem: { code: 'net.revoked' }
		});
	});

	it('HP7 lets a record follow what a locked round has closed, also when the answer came after the unlock', async () => {
		const [stays, goes, lands] = [phoneRecord({ area }), phoneRecord({ area: newId() }), phoneRecord({ area })];
		await tab.transact(async (tx) => {
			for (const record of [stays, goes, lands]) await tx.writeRecord(record);
			await tx.writeState({ epoch: 'e1', wm: 'w0', cur: 7, scope: scopeOf([area]), digestAt: now });
		});
		await save([stays, goes, lands].map(({ id }) => amend(id, { number: '77' })));
		const script = new Script();
		script.push = ({ entries }) => [
			ok(entries[0]!, { s: 'quar', v: 0, why: 'entry.invalid' }),
			ok(entries[1]!, { s: 'quar', v: 0, why: 'entry.outOfScope' }),
			ok(entries[2]!, { v: lands.v + 1 })
		];
		const blind = { readRecord: async () => null, listRecords: async () => [] };
		const locked = {
			transact: <Value>(work: (tx: PhoneTx) => Promise<Value>) => tab.transact((tx) => work(replace(tx, blind)))
		};
		await sendOpen(locked, script.link.push, () => now, ROUND, true);
		expect(open()).toEqual([]);
		expect([stays, goes, lands].map(({ id }) => shown(id)?.fields.number)).toEqual(['77', '77', '77']);
		await run(script);
		expect(shown(stays.id)).toEqual(stays);
		expect(shown(goes.id)).toBeUndefined();
		// The ward has taken it: what was written here shows until its row comes down.
		expect(shown(lands.id)?.fields.number).toBe('77');
		const before = disk.commits;
		await tab.transact(settleLate);
		expect(disk.look().unsettled.size).toBe(0);
		expect(disk.commits).toBe(before + 1);
	});

	it('HP5 still sends when the ward asks for a newer app', async () => {
		await save([door()]);
		const script = new Script();
		script.pull = () => 'net.upgrade';
		expect(await run(script)).toMatchObject({ ok: false, problem: { code: 'net.upgrade' } });
		await save([door()]);
		expect(await run(script)).toMatchObject({ ok: false, problem: { code: 'net.upgrade' } });
		expect(open()).toEqual([]);
	});
});

it('HP6 reads everything anew when its counter is too old, and compares what it has then', async () => {
	const gone = phoneRecord({ area });
	await tab.transact((tx) => tx.writeRecord(gone));
	await write({ epoch: 'e1', wm: 'w', cur: 7, scope: scopeOf([area]), digestAt: now });
	const script = new Script();
	script.pull = ({ cur }) => (cur === 7 ? 'net.resync' : { cur: 90 });
	expect(await run(script)).toMatchObject({ value: { more: true } });
	expect(shown(gone.id)).toEqual(gone);
	script.digest = () => ({ differ: [{ area, bucket: bucketOf(gone.id), rows: [] }] });
	expect(await run(script)).toMatchObject({ value: { pulled: 1, more: false } });
	expect(script.requests.map(({ cur }) => cur)).toEqual([7, 0]);
	expect(disk.look()).toMatchObject({ records: [], state: { cur: 90, digestAt: now } });
	script.pull = () => 'net.resync';
	await write({ cur: 0 });
	expect(await run(script)).toMatchObject({ ok: false, problem: { code: 'net.resync' } });
});

describe('comparing copies', () => {
	const copy = (v: number) => phoneRecord({ area, v, base: { number: `${v}` }, fields: { number: `${v}` } });
	const put = (...records: PhoneRecord[]) =>
		tab.transact(async (tx) => {
			for (const record of records) await tx.writeRecord(record);
			await tx.writeState({ epoch: 'e1', wm: 'w', cur: 5, scope: scopeOf([area]) });
		});

	it('CP1 compares once a day and after everything was read anew, not while an area is being filled', async () => {
		const held = [copy(1), copy(2), { ...copy(0), base: {} }];
		await put(...held);
		const script = new Script();
		await run(script);
		expect(script.digests).toHaveLength(1);
		expect(script.digests[0]).toMatchObject({ cur: 5, areas: sumAreas(held.slice(0, 2), [area]) });
		await run(script);
		expect(script.digests).toHaveLength(1);
		now += LIMIT.digestEveryMs;
		script.pull = ({ fill }) => (fill ? 'net.busy' : {});
		await write({ fills: [{ areas: [area], cur: 0, until: 5 }] });
		await run(script);
		expect(script.digests).toHaveLength(1);
		await write({ fills: [] });
		await run(script);
		expect(script.digests).toHaveLength(2);
		await write({ digestAt: now + 1 });
		await run(script);
		expect(script.digests).toHaveLength(3);
	});

	it('CP2 takes anew what differs, drops what the ward does not have, and leaves what waits', async () => {
		const [same, behind, ahead, extra, waits] = [copy(1), copy(1), copy(9), copy(1), copy(1)];
		const missing = newId<RecordId>();
		await put(same, behind, ahead, extra, waits);
		await save([amend(waits.id, { lane: 'mở' })]);
		const script = new Script();
		script.push = () => [];
		const there: [RecordId, number][] = [
			[same.id, 1],
			[behind.id, 2],
			[ahead.id, 3],
			[missing, 1]
		];
		script.digest = () => ({
			differ: Array.from({ length: LIMIT.digestBuckets }, (_, bucket) => ({
				area,
				bucket,
				rows: there.filter(([id]) => bucketOf(id) === bucket)
			}))
		});
		script.pull = ({ ids }) =>
			ids ? { rows: there.filter(([id]) => ids.includes(id)).map(([id, v]) => row(id, v, { number: `w${v}` })) } : {};
		expect(await run(script)).toMatchObject({ ok: true });
		expect(script.requests.at(-1)).toMatchObject({ cur: 5 });
		expect(script.requests.at(-1)!.ids!.toSorted()).toEqual([behind.id, ahead.id, missing].toSorted());
		const shownNumber = (id: RecordId) => shown(id)?.base.number;
		expect([same.id, behind.id, ahead.id, missing].map(shownNumber)).toEqual(['1', 'w2', 'w3', 'w1']);
		expect(shown(extra.id)).toBeUndefined();
		expect(shown(waits.id)).toMatchObject({ v: 0, fields: { lane: 'mở' } });
		expect(disk.look().state).toMatchObject({ cur: 5, digestAt: now });
	});

	it('CP2 drops what only an earlier history of the ward had', async () => {
		const [lost, own] = [copy(0), { ...copy(0), base: {} }];
		await put(lost, own);
		const script = new Script();
		script.digest = ({ areas }) => {
			expect(areas).toEqual(sumAreas([lost], [area]));
			return { differ: [{ area, bucket: bucketOf(lost.id), rows: [] }] };
		};
		expect(await run(script)).toMatchObject({ ok: true });
		expect(shown(lost.id)).toBeUndefined();
		expect(shown(own.id)).toBeDefined();
	});

	it('CP3 never fails a round: what could not be compared or mended is, later', async () => {
		const behind = copy(1);
		await put(behind);
		const script = new Script();
		script.digest = () => 'net.badRequest';
		expect(await run(script)).toMatchObject({ ok: true });
		await run(script);
		expect(script.digests).toHaveLength(1);
		now += LIMIT.digestAgainMs;
		script.digest = () => ({ later: [area] });
		await run(script);
		await run(script);
		expect(script.digests).toHaveLength(2);
		now += LIMIT.digestAgainMs;
		script.digest = () => ({ differ: [{ area, bucket: bucketOf(behind.id), rows: [[behind.id, 2]] }] });
		script.pull = ({ ids }) => (ids ? 'net.busy' : {});
		expect(await run(script)).toMatchObject({ ok: true });
		script.pull = ({ ids }) => (ids ? { rows: [row(behind.id, 2, {})] } : {});
		expect(await run(script)).toMatchObject({ value: { pulled: 1 } });
		expect(shown(behind.id)).toMatchObject({ v: 2 });
	});

	it('CP3 learns of another history from it, and hears no answer about the past', async () => {
		const [one] = [copy(1)];
		await put(one);
		const script = new Script();
		const stray = { differ: [{ area, bucket: bucketOf(one.id), rows: [] }] };
		const { digest } = script.link;
		const late: WardLink = {
			...script.link,
			async digest(request) {
				const answer = await digest(request);
				await disk.openTab().transact((tx) => tx.writeState({ cur: 6 }));
				return answer;
			}
		};
		script.digest = () => stray;
		await runRound(tab, late, { clock: () => now });
		expect(shown(one.id)).toEqual(one);
		script.digest = () => ({ ...stray, epoch: 'e2' });
		await run(script);
		expect(disk.look().state).toMatchObject({ epoch: 'e2', cur: 0, reconcileAfter: 0 });
		expect(shown(one.id)).toMatchObject({ v: 0 });
	});
});

it('OB6 keeps the limits of the house', () => {
	expect(LIMIT.batchBytes).toBeLessThan(LIMIT.bodyBytes);
	expect(LIMIT.entryBytes).toBeLessThan(LIMIT.batchBytes);
});
