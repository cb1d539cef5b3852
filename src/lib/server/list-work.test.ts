// Work on a list goes on beside the requests: seen and ended by whoever may, and never left half done where nobody can see
// it, whatever becomes of the server, the store or whoever began.

import { expect, it } from 'vitest';
import {
	bring,
	dump,
	encode,
	expectAsBefore,
	expectNoTrace,
	HEAD,
	makeRows,
	pause,
	seeEnd,
	seePlan,
	tryOut,
	undo,
	write,
	type Desk
} from '../../../tests/fixtures/list-hands.ts';
import { eachEngine, joinPhone, KHANG, newId, pullAll, type TestWard } from '../../../tests/fixtures/ward.ts';
import { LIMIT } from '../domain/limit.ts';
import type { ListBatch } from '../domain/list.ts';
import { openStore, type Store } from './db/open-store.ts';

const ROWS = 1_500;
const LIST = encode([HEAD, ...makeRows(ROWS)].join('\n'));
const PEOPLE = ROWS * 0.9;
const WORDS = ['Thử Văn', 'thu van', 'hẻm Thử'];

/** A batch that has come some way and is not at its end. */
async function seeUnderWay(desk: Desk): Promise<ListBatch> {
	for (;;) {
		const [batch] = (await desk.list.read()).batches;
		if (batch?.state === 'running' && batch.done > 0) return batch;
		if (batch && batch.state !== 'running') throw new Error(`it is ${batch.state} before it was seen under way`);
		await pause();
	}
}

async function begin(desk: Desk): Promise<void> {
	const { id } = await tryOut(desk, LIST);
	expect(await desk.list.start(id)).toMatchObject({ ok: true });
}

/** A store that does so many more steps and then nothing at all: to whoever works with it, the machine went off. */
function makeMortal(store: Store, life: { steps: number }): Store {
	const check = () => {
		if (life.steps <= 0) throw new Error('the machine went off');
	};
	return {
		...store,
		of: (ward) => makeMortal(store.of(ward), life),
		get db() {
			check();
			return store.db;
		},
		async transact(work) {
			check();
			life.steps -= 1;
			return store.transact(work);
		}
	};
}

async function openMortal(test: TestWard): Promise<{ steps: number }> {
	const life = { steps: Infinity };
	await test.ward.close();
	await test.reopenWith(makeMortal(await openStore(test.config), life));
	return life;
}

async function waitUntilDead(life: { readonly steps: number }): Promise<void> {
	while (life.steps > 0) await pause();
	await new Promise((resolve) => setTimeout(resolve, 50));
}

eachEngine('work on a list', (test) => {
	it('is seen by others, and leaves the store as it was when it is taken back', async () => {
		const [huy, khiem] = [await test.desk('huy'), await test.desk('khiem')];
		expect(await bring(huy, LIST)).toMatchObject({ ok: true });
		const look = (await huy.list.read()).look!;
		const choice = { mapping: look.guess, area: null, state: null };
		expect(huy.list.plan(look.id, choice)).toEqual({ ok: true, value: undefined });
		expect((await huy.list.read()).look).toMatchObject({ plan: null, choice });
		expect(await huy.list.start(look.id), 'not before the dry run has ended').toMatchObject({ ok: false });
		const { id, plan } = await tryOut(huy, LIST);
		expect(plan).toMatchObject({ rows: ROWS, people: PEOPLE });
		const other = await tryOut(khiem, LIST);
		const before = await dump(test);
		expect(await huy.list.start(id)).toMatchObject({ ok: true });
		const seen = await seeUnderWay(khiem);
		expect(seen).toMatchObject({ staffName: 'Đặng Quốc Huy', total: ROWS });
		expect((await khiem.list.read()).look?.id, 'the file itself is seen by whoever brought it').toBe(other.id);
		expect(await khiem.list.start(other.id)).toMatchObject({ problem: { code: 'list.busy' } });
		expect(await seeEnd(khiem, seen.id)).toMatchObject({ state: 'done', people: PEOPLE, done: ROWS });
		expect(await undo(khiem, seen.id)).toMatchObject({ state: 'undone', kept: 0 });
		expectAsBefore(before, await dump(test));
		await expectNoTrace(test, huy.staff.ward, WORDS);
	});

	it('is ended by a second member of staff while a phone sends, and what was written until then is taken back', async () => {
		const [huy, khiem] = [await test.desk('huy'), await test.desk('khiem')];
		const phone = await joinPhone(test, KHANG);
		const household = (await pullAll(phone)).find((row) => row.table === 'household')!.id;
		const p = { household, seenAt: test.now(), outcome: 'nobodyHome' };
		const entries = await phone.seal([phone.entry('visit.add', newId(test), p)]);
		await begin(huy);
		const { id } = await seeUnderWay(huy);
		expect((await phone.push(entries)).body.res, 'a phone comes in between').toMatchObject([{ s: 'ok' }]);
		expect((await huy.list.read()).batches[0]).toMatchObject({ state: 'running' });
		const ended = await undo(khiem, id);
		expect(ended).toMatchObject({ state: 'undone', kept: 0 });
		expect(ended.removed).toBe(ended.people + ended.households);
		expect(ended.removed).toBeGreaterThan(0);
		expect(ended.done).toBeLessThan(ROWS);
		await expectNoTrace(test, huy.staff.ward, WORDS);
	});

	it('as a dry run is ended, and begun anew, without a word of the first', async () => {
		const desk = await test.desk('huy');
		expect(await bring(desk, LIST)).toMatchObject({ ok: true });
		const look = (await desk.list.read()).look!;
		const choice = { mapping: look.guess, area: null, state: null };
		desk.list.plan(look.id, choice);
		desk.list.stopPlan(look.id);
		expect(await seePlan(desk)).toBeNull();
		expect((await desk.list.read()).look).toMatchObject({ id: look.id, tried: null, plan: null, trouble: null });
		expect(desk.list.plan('another', choice)).toMatchObject({ problem: { code: 'list.changedSince' } });
		desk.list.plan(look.id, choice);
		desk.list.drop();
		await pause();
		expect((await desk.list.read()).look).toBeNull();
		expect((await tryOut(desk, LIST)).plan).toMatchObject({ people: PEOPLE });
	});

	it('stops where whoever began may not go on, and is taken back by another', async () => {
		const [huy, khiem] = [await test.desk('huy'), await test.desk('khiem')];
		await begin(huy);
		const { id } = await seeUnderWay(huy);
		await test.changeStore("update staff set role = 'oneStop' where username = 'huy'");
		const stopped = await seeEnd(khiem, id);
		expect(stopped.state).toBe('stopped');
		expect(stopped.done).toBeLessThan(ROWS);
		expect((await (await test.desk('huy')).list.read()).batches).toEqual([]);
		expect(await undo(khiem, id)).toMatchObject({ state: 'undone' });
		await expectNoTrace(test, khiem.staff.ward, WORDS);
	});

	it('that the machine ended in the middle is shown as stopped, taken back whole, or brought to its end', async () => {
		const life = await openMortal(test);
		const { id } = await tryOut(await test.desk('huy'), LIST);
		const first = await test.desk('huy');
		life.steps = 3;
		expect(await first.list.start(id)).toMatchObject({ ok: true });
		await waitUntilDead(life);
		await test.reopen();
		const desk = await test.desk('khiem');
		// nobody knows yet whether its worker is gone
		expect((await desk.list.read()).batches[0]).toMatchObject({ state: 'running', done: 200 });
		test.pass(LIMIT.listLeaseMs);
		const [half] = (await desk.list.read()).batches;
		expect(half).toMatchObject({ state: 'stopped', done: 200 });
		// the same file again brings the rest, and nobody twice
		const rest = await tryOut(desk, LIST);
		expect(rest.plan.people).toBe(PEOPLE - half!.people);
		const second = await write(desk, rest.id);
		expect(second).toMatchObject({ state: 'done', people: PEOPLE - half!.people });
		for (const one of [second.id, half!.id]) expect(await undo(desk, one)).toMatchObject({ state: 'undone', kept: 0 });
		await expectNoTrace(test, desk.staff.ward, WORDS);
	});

	it('that a server ended as it should is shown as stopped at once', async () => {
		const desk = await test.desk('huy');
		await begin(desk);
		const { id } = await seeUnderWay(desk);
		await test.reopen();
		const again = await test.desk('huy');
		expect((await again.list.read()).batches[0]).toMatchObject({ id, state: 'stopped' });
		expect(await undo(again, id)).toMatchObject({ state: 'undone' });
		await expectNoTrace(test, again.staff.ward, WORDS);
	});

	it('that was half taken back when the machine went off is taken back to its end by the next one', async () => {
		const life = await openMortal(test);
		const first = await test.desk('huy');
		const before = await dump(test);
		const batch = await write(first, (await tryOut(first, LIST)).id);
		life.steps = 3;
		expect(await first.list.undo(batch.id)).toMatchObject({ ok: true });
		await waitUntilDead(life);
		await test.reopen();
		const desk = await test.desk('khiem');
		expect((await desk.list.read()).batches[0]).toMatchObject({ state: 'undoing', removed: 200 });
		await test.ward.resumeLists();
		expect(await desk.list.undo(batch.id)).toMatchObject({ problem: { code: 'list.busy' } });
		expect((await desk.list.read()).batches[0], 'its worker may still be there').toMatchObject({ removed: 200 });
		test.pass(LIMIT.listLeaseMs);
		expect(await test.ward.resumeLists()).toEqual([]);
		const ended = await seeEnd(desk, batch.id);
		expect(ended).toMatchObject({ state: 'undone', kept: 0, removed: batch.people + batch.households });
		const acts = (await desk.listAudit()).filter(({ act }) => act === 'list.undo');
		expect(acts).toMatchObject([{ actorName: 'Đặng Quốc Huy' }]);
		const after = await dump(test);
		expect(after.get('person_row')).toEqual(before.get('person_row'));
		await expectNoTrace(test, desk.staff.ward, WORDS);
	});
});
