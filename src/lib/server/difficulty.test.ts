// The box of difficulties over both databases, with phones that speak to the real routes (feature F098).

import { expect, it } from 'vitest';
import { eachEngine, joinPhone, KHANG, newId, pullAll, type TestPhone } from '../../../tests/fixtures/ward.ts';
import type { BoxAnswer } from '../domain/desk-difficulty.ts';
import type { AreaId, DifficultyId } from '../domain/id.ts';
import type { ScopeAnswer } from '../sync/scope.ts';

const DAY_MS = 86_400_000;
const TEXT = 'Khu tập thể khóa cổng ban ngày, nên đến lúc nào?';
const tables = ['difficulty'];

eachEngine('what volunteers ask the ward', (test) => {
	const idOf = async (name: string) =>
		(await (await test.desk('huy')).readAreas()).find((one) => one.name === name)!.id;

	async function ask(phone: TestPhone, text = TEXT, area?: AreaId): Promise<DifficultyId> {
		const id = newId(test) as DifficultyId;
		const p = { area: area ?? (await idOf('Khu phố 3')), text, askedAt: test.now() };
		const { body } = await phone.push([phone.entry('difficulty.add', id, p)]);
		expect(body.res).toMatchObject([{ s: 'ok' }]);
		return id;
	}
	const answer = async (login: string, id: DifficultyId, more: Partial<BoxAnswer> = {}) =>
		(await test.desk(login)).difficulties.answer({ difficulty: id, v: 1, text: 'Sau 17 giờ.', shown: null, ...more });
	const readRow = async (phone: TestPhone, id: string) => {
		const { body } = await phone.pull(0, { tables, ids: [id] });
		return (body.rows as readonly { fields?: Record<string, unknown> }[])[0]?.fields;
	};
	const readAnswers = async (phone: TestPhone): Promise<readonly ScopeAnswer[]> =>
		(await phone.pull(0, { tables, scope: null })).body.scope?.answers ?? [];

	it('F098: is listed, answered once, and read by whoever asked and nobody else', async () => {
		const khang = await joinPhone(test, KHANG);
		const man = await joinPhone(test, 'Trần Thị Mận');
		const id = await ask(khang);
		const desk = await test.desk('huy');
		expect(await desk.difficulties.countOpen()).toBe(1);
		const { rows, total } = await desk.difficulties.list({ state: 'open' });
		expect(total).toBe(1);
		expect(rows).toMatchObject([
			{ v: 1, areaName: 'Khu phố 3', volunteerName: KHANG, shownName: null, difficulty: { id, text: TEXT } }
		]);
		expect(await answer('huy', id)).toMatchObject({ ok: true });
		expect(await answer('cuc', id, { text: 'Chậm hơn' })).toMatchObject({ problem: { code: 'desk.changedSince' } });
		expect(await desk.difficulties.countOpen()).toBe(0);
		expect(await readRow(khang, id)).toMatchObject({ text: TEXT, reply: { text: 'Sau 17 giờ.' } });
		expect(await readRow(man, id)).toEqual({});
		// a phone of before this table goes on as it was
		expect((await pullAll(man)).filter(({ table }) => table === 'difficulty')).toEqual([]);
		const line = (await desk.listAudit()).find(({ act }) => act === 'difficulty.answer');
		expect(line).toMatchObject({ subject: 'Khu phố 3', reason: null });
	});

	it('F098: an answer for everybody goes to phones at, above and below its area, without who asked', async () => {
		const khang = await joinPhone(test, KHANG);
		const man = await joinPhone(test, 'Trần Thị Mận');
		const thanh = await joinPhone(test, 'Đinh Công Thành');
		const id = await ask(khang);
		const third = await idOf('Khu phố 3');
		expect(await answer('huy', id, { shown: third })).toMatchObject({ ok: true });
		const shown = [{ id, text: TEXT, answer: 'Sau 17 giờ.', at: test.now() }];
		expect(await readAnswers(khang)).toEqual(shown);
		expect(await readAnswers(man)).toEqual(shown);
		expect(await readAnswers(thanh)).toEqual([]);
		const areas = await (await test.desk('huy')).readAreas();
		const top = areas.find((area) => area.id === areas.find((one) => one.id === third)!.parent)!.id;
		expect(await answer('huy', id, { v: 2, shown: top })).toMatchObject({ ok: true });
		expect(await readAnswers(thanh)).toEqual(shown);
		expect(JSON.stringify(await readAnswers(thanh))).not.toContain(KHANG);
		expect(await answer('huy', id, { v: 3, shown: null })).toMatchObject({ ok: true });
		expect(await readAnswers(thanh)).toEqual([]);
	});

	it('F098: whoever is confined sees and answers what was asked in their areas, and speaks to these alone', async () => {
		const khang = await joinPhone(test, KHANG);
		const id = await ask(khang);
		const [third, fourth] = [await idOf('Khu phố 3'), await idOf('Khu phố 4')];
		const keeper = await test.freshDesk('khiem');
		const settle = async (username: string, area: AreaId) => {
			const added = await keeper.people.addMember({ username, name: username, role: 'areaPolice', areas: [area] });
			if (!added.ok) throw new Error(added.problem.code);
			return (await test.ward.openDesk(await test.signIn(username, added.value.password)))!.difficulties;
		};
		const [near, far] = [await settle('gan', third), await settle('xa', fourth)];
		const said = { difficulty: id, v: 1, text: 'Sau 17 giờ.' };
		const notAllowed = { problem: { code: 'staff.notAllowed' } };
		expect(await far.list({})).toMatchObject({ rows: [], total: 0 });
		expect(await far.countOpen()).toBe(0);
		expect(await far.answer({ ...said, shown: null })).toMatchObject(notAllowed);
		expect((await near.listAudiences()).map((area) => area.id)).toEqual([third]);
		expect(await near.answer({ ...said, shown: fourth })).toMatchObject(notAllowed);
		expect(await (await test.desk('khiem')).difficulties.answer({ ...said, shown: null })).toMatchObject(notAllowed);
		expect(await near.answer({ ...said, shown: third })).toMatchObject({ ok: true });
	});

	it('F098: an answer that names somebody, or none, is refused; so is an area that is not there', async () => {
		const id = await ask(await joinPhone(test, KHANG));
		const refused = async (more: Partial<BoxAnswer>) =>
			(await answer('huy', id, more)) as { problem?: { code: string } };
		expect((await refused({ text: '' })).problem?.code).toBe('field.required');
		expect((await refused({ text: 'bà 000150000017' })).problem?.code).toBe('note.idNumber');
		expect((await refused({ text: 'gọi 0999 000 001' })).problem?.code).toBe('note.phone');
		expect((await refused({ shown: newId(test) as AreaId })).problem?.code).toBe('field.badChoice');
		expect(await (await test.desk('huy')).difficulties.countOpen()).toBe(1);
	});

	it('F104: what was asked goes with its answer when its time is over, also from phones and the scope', async () => {
		const khang = await joinPhone(test, KHANG);
		const id = await ask(khang);
		await answer('huy', id, { shown: await idOf('Khu phố 3') });
		test.pass(400 * DAY_MS);
		const keeper = await test.freshDesk('khiem');
		const plan = await keeper.privacy.planRetention({ by: 'age' });
		expect(plan?.counts.difficulties).toBe(1);
		const run = await keeper.privacy.runRetention({ choice: { by: 'age' }, hash: plan!.hash });
		expect(run).toMatchObject({ ok: true });
		expect((await keeper.privacy.listRuns())[0]).toMatchObject({ left: 0, counts: { difficulties: 1 } });
		expect(await keeper.difficulties.list({})).toMatchObject({ rows: [], total: 0 });
		expect(await readAnswers(khang)).toEqual([]);
		expect(await readRow(khang, id)).toEqual({});
	});
});
