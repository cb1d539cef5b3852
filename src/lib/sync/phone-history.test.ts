import { beforeEach, describe, expect, it } from 'vitest';
import { makePhoneHands, ok, openPhone, scopeOf } from '../../../tests/fixtures/phone-hands.ts';
import type { PhoneDisk, PhoneTab } from '../../../tests/storage/memory-phone.ts';
import { newId, phoneRecord } from '../../../tests/storage/samples.ts';
import { replace } from '../../../tests/world/mutants.ts';
import type { AreaId, EntryId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { bucketOf } from './digest.ts';
import type { PushBatch } from './entry.ts';
import { ROUND, runRound } from './phone.ts';
import type { PhoneTx, WardLink } from './phone-port.ts';
import { knock, sendOpen, settleLate } from './send.ts';

let disk: PhoneDisk;
let tab: PhoneTab;
let area: AreaId;
let now: number;
const { save, door, amend, write, shown, open, run, Script } = makePhoneHands(() => ({ disk, tab, area, now }));

beforeEach(() => {
	({ disk, tab, area, now } = openPhone());
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
