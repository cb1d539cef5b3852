import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { makePhoneHands, ok, openPhone } from '../../../tests/fixtures/phone-hands.ts';
import type { PhoneDisk, PhoneTab } from '../../../tests/storage/memory-phone.ts';
import { householdFields, newId, personFields, phoneRecord, post, START } from '../../../tests/storage/samples.ts';
import type { AreaId, RecordId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { ProblemCode } from '../domain/problem.ts';
import type { Verdict } from './entry.ts';
import { canonicalText, countBytes } from './json.ts';
import { cutBatch, decideRecordState } from './outbox.ts';
import type { PhoneState } from './phone-port.ts';
import type { Row } from './record.ts';

let disk: PhoneDisk;
let tab: PhoneTab;
let area: AreaId;
let now: number;
const { save, door, amend, shown, open, run, row, Script } = makePhoneHands(() => ({ disk, tab, area, now }));

beforeEach(() => {
	({ disk, tab, area, now } = openPhone());
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

it('OB6 keeps the limits of the house', () => {
	expect(LIMIT.batchBytes).toBeLessThan(LIMIT.bodyBytes);
	expect(LIMIT.entryBytes).toBeLessThan(LIMIT.batchBytes);
});
