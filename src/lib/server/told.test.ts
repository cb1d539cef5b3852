// What volunteers tell of the work beside the doors, over both databases, with phones that speak to the real routes
// (features F077, F081): it stands in the desk's tables and reports, and no figure of the doors moves.

import { expect, it } from 'vitest';
import { eachEngine, joinPhone, KHANG, makeVisit, newId, type TestPhone } from '../../../tests/fixtures/ward.ts';
import { dayAt, formatDay } from '../domain/day.ts';
import type { AreaId, DeviceId } from '../domain/id.ts';
import { parseHelpForm, parseOutreachForm, sumEvents } from '../domain/outreach.ts';

const MAN = 'Trần Thị Mận';

eachEngine('what volunteers tell beside the doors', (test) => {
	const idOf = async (name: string) =>
		(await (await test.desk('huy')).readAreas()).find((one) => one.name === name)!.id;
	const outreach = async (login = 'huy') => (await test.desk(login)).outreach;

	const eventFields = (area: AreaId, changes: object = {}) => ({
		...{ area, day: dayAt(test.now()), place: 'school', channel: 'training', topic: 'Lớp từ máy', materials: 'Tờ rơi' },
		...{ audience: 20, households: 14, helped: 6, followUps: 2 },
		...changes
	});
	const helpFields = (area: AreaId, changes: object = {}) => ({
		...{ area, topic: 'activate', outcome: 'done', at: test.now() },
		...changes
	});
	async function tell(phone: TestPhone, k: string, p: object, e = newId(test), changes: object = {}): Promise<string> {
		const { body } = await phone.push([phone.entry(k, e, p, changes)], { pend: 0 });
		expect(body.res).toMatchObject([{ s: 'ok' }]);
		return e;
	}
	const readRow = async (phone: TestPhone, id: string) => {
		const { body } = await phone.pull(0, { tables: ['outreach', 'help'], ids: [id] });
		return (body.rows as readonly { fields?: Record<string, unknown> }[])[0]?.fields;
	};

	it('F081: an event from a phone stands and counts like one that was typed, with who told it; no door moves', async () => {
		const khang = await joinPhone(test, KHANG);
		const area = await idOf('Khu phố 3');
		const desk = await test.desk('son');
		const before = (await desk.figures.readDashboard(null)).ward;
		const id = await tell(khang, 'outreach.add', eventFields(area));
		const typed = { day: formatDay(dayAt(test.now())), area, place: 'office', channel: 'meeting', topic: 'Họp' };
		await (await outreach()).addEvent(parseOutreachForm({ ...typed, households: '3', audience: '5' }));
		const events = await (await outreach()).listEvents();
		expect(events.find((event) => event.id === id)).toMatchObject({
			...{ area, areaName: 'Khu phố 3', staffName: KHANG, isVolunteer: true, materials: 'Tờ rơi' },
			...{ topic: 'Lớp từ máy', place: 'school', channel: 'training', audience: 20, helped: 6, followUps: 2 }
		});
		expect(events.find((event) => event.id !== id)).toMatchObject({ isVolunteer: false });
		expect(sumEvents(events, area)).toEqual({ events: 2, audience: 25, households: 17, helped: 6, followUps: 2 });
		expect((await desk.figures.readDashboard(null)).ward).toEqual(before);

		// the same again, and amended by its teller
		const set = khang.entry('outreach.set', id, { households: 15, materials: null }, { bv: 1 });
		expect((await khang.push([set])).body.res).toMatchObject([{ s: 'ok' }]);
		expect((await khang.push([set])).body.res).toMatchObject([{ s: 'dup' }]);
		const amended = await (await outreach()).listEvents();
		expect(sumEvents(amended, area)).toMatchObject({ events: 2, households: 18 });
		expect(amended.find((event) => event.id === id)?.materials).toBe('');
	});

	it('F081, F094: reports of a day, a week and a month tell of it as of the others, until it is taken back', async () => {
		const khang = await joinPhone(test, KHANG);
		const area = await idOf('Khu phố 3');
		const { figures } = await test.desk('son');
		const read = async (kind: 'day' | 'week' | 'month') => {
			const made = await figures.makeReport({ kind, day: dayAt(test.now()), campaign: null }, {});
			if (!made.ok) throw new Error(made.problem.code);
			return (await figures.readReport(made.value))!.figures;
		};
		const empty = await read('month');
		const id = await tell(khang, 'outreach.add', eventFields(area));
		for (const kind of ['day', 'week', 'month'] as const)
			expect((await read(kind)).outreach?.all).toMatchObject({ events: 1, audience: 20, households: 14 });
		const { outreach: told, ...rest } = await read('month');
		expect(rest).toEqual(empty);
		expect(told?.byArea.find((row) => row.area === area)).toMatchObject({ events: 1, followUps: 2 });
		await tell(khang, 'outreach.set', { withdrawn: test.now() }, id, { bv: 1 });
		expect((await read('month')).outreach).toBeUndefined();
		expect(await (await outreach()).listEvents()).toEqual([]);
	});

	it('F081: the desk takes one back through the log: its phone hears by whom, and a later word leaves it so', async () => {
		const khang = await joinPhone(test, KHANG);
		const man = await joinPhone(test, MAN);
		const id = await tell(khang, 'outreach.add', eventFields(await idOf('Khu phố 3')));
		expect(await readRow(man, id)).toEqual({});
		expect(await (await outreach('khiem')).withdrawEvent(id)).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		expect(await (await outreach('huy')).withdrawEvent(id)).toMatchObject({ ok: true });
		expect(await (await outreach('cuc')).withdrawEvent(id)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect(await readRow(khang, id)).toMatchObject({ withdrawn: test.now(), households: 14 });
		expect(String((await readRow(khang, id))?.['withdrawnBy'])).not.toBe('');
		await tell(khang, 'outreach.set', { households: 99 }, id, { bv: 1 });
		expect(await (await outreach()).listEvents()).toEqual([]);
		const acts = (await (await test.desk('huy')).listAudit()).map(({ act }) => act);
		expect(acts.filter((act) => act === 'outreach.withdraw')).toHaveLength(1);
	});

	it('F081: whoever is confined sees and takes back what was told in their areas', async () => {
		const khang = await joinPhone(test, KHANG);
		const [third, fourth] = [await idOf('Khu phố 3'), await idOf('Khu phố 4')];
		const id = await tell(khang, 'outreach.add', eventFields(third));
		const keeper = await test.freshDesk('khiem');
		const settle = async (username: string, area: AreaId) => {
			const added = await keeper.people.addMember({ username, name: username, role: 'areaPolice', areas: [area] });
			if (!added.ok) throw new Error(added.problem.code);
			return (await test.ward.openDesk(await test.signIn(username, added.value.password)))!.outreach;
		};
		const [near, far] = [await settle('gan', third), await settle('xa', fourth)];
		expect(await far.listEvents()).toEqual([]);
		expect(await far.withdrawEvent(id)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect(await near.listEvents()).toMatchObject([{ id, staffName: KHANG }]);
		expect(await near.withdrawEvent(id)).toMatchObject({ ok: true });
	});

	it('F077: people at a table from a phone move the counter of the day, each once, and nobody else takes them back', async () => {
		const khang = await joinPhone(test, KHANG);
		const area = await idOf('Khu phố 3');
		const visit = await makeVisit(test, khang);
		await khang.push(visit.entries);
		const before = (await (await test.desk('son')).figures.readDashboard(null)).ward;
		await (await outreach('cuc')).addHelp(parseHelpForm({ topic: 'install', outcome: 'done', area }));
		const cases = [helpFields(area), helpFields(area, { outcome: 'notDone', barrier: 'B2.1' }), helpFields(area)];
		const entries = cases.map((p) => khang.entry('help.add', newId(test), p));
		expect((await khang.push(entries)).body.res.map(({ s }) => s)).toEqual(['ok', 'ok', 'ok']);
		expect((await khang.push(entries)).body.res.map(({ s }) => s)).toEqual(['dup', 'dup', 'dup']);
		const day = await (await outreach('cuc')).readHelp();
		expect(day).toMatchObject({ total: 4, counts: { done: 3, notDone: 1 } });
		expect(day.cases.filter(({ isVolunteer }) => isVolunteer)).toHaveLength(3);
		const theirs = day.cases.find(({ barrier }) => barrier !== null)!;
		expect(theirs).toMatchObject({ barrier: 'B2.1', staffName: KHANG, isOwn: false, at: test.now() });
		expect(await (await outreach('cuc')).withdrawHelp(theirs.id)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		await tell(khang, 'help.set', { withdrawn: test.now() }, theirs.id, { bv: 1 });
		expect(await (await outreach('cuc')).readHelp()).toMatchObject({ total: 3, counts: { done: 3, notDone: 0 } });
		expect((await (await test.desk('son')).figures.readDashboard(null)).ward).toEqual(before);
	});

	it('F077, F081: another volunteer amends nothing, and an area that is not the phone’s is kept aside', async () => {
		const khang = await joinPhone(test, KHANG);
		const man = await joinPhone(test, MAN);
		const [third, fourth] = [await idOf('Khu phố 3'), await idOf('Khu phố 4')];
		const id = await tell(khang, 'outreach.add', eventFields(third));
		const entries = [
			man.entry('outreach.set', id, { withdrawn: test.now() }, { bv: 1 }),
			man.entry('outreach.add', newId(test), eventFields(fourth)),
			man.entry('help.add', newId(test), helpFields(fourth)),
			man.entry('outreach.add', newId(test), eventFields(third, { topic: 'gọi 0999 000 001' }))
		];
		expect((await man.push(entries)).body.res).toMatchObject([
			{ s: 'quar', why: 'entry.notAllowed' },
			{ s: 'quar', why: 'entry.outOfScope' },
			{ s: 'quar', why: 'entry.outOfScope' },
			{ s: 'quar', why: 'note.phone' }
		]);
		expect((await (await outreach()).listEvents()).map((event) => event.id)).toEqual([id]);
		expect(await (await outreach()).readHelp()).toMatchObject({ total: 0 });
		// staff reads what was kept aside in words, and may take it up
		const { rows } = await (await test.desk('huy')).listAsides({ state: 'open' });
		expect(rows.map(({ table }) => table)).toEqual(expect.arrayContaining(['outreach', 'help']));
	});

	it('F081: an id that a typed event bears writes nothing over it', async () => {
		const khang = await joinPhone(test, KHANG);
		const area = await idOf('Khu phố 3');
		const typed = { day: formatDay(dayAt(test.now())), area, place: 'office', channel: 'meeting', topic: 'Họp' };
		await (await outreach()).addEvent(parseOutreachForm({ ...typed, households: '3' }));
		const [own] = await (await outreach()).listEvents();
		await tell(khang, 'outreach.add', eventFields(area, { households: 99 }), own!.id);
		expect(await (await outreach()).listEvents()).toMatchObject([{ id: own!.id, topic: 'Họp', households: 3 }]);
		expect(await (await outreach()).withdrawEvent(own!.id)).toMatchObject({ ok: true });
	});

	it('F077: what a phone that was shut out hands in waits for a human, like everything of it', async () => {
		const khang = await joinPhone(test, KHANG);
		const area = await idOf('Khu phố 3');
		const entries = await khang.seal([khang.entry('help.add', newId(test), helpFields(area))]);
		const desk = await test.freshDesk('huy');
		expect(await desk.revokeDevice(khang.device as DeviceId)).toMatchObject({ ok: true });
		expect((await khang.push(entries)).status).toBe(403);
		expect((await khang.deposit(entries)).body.res).toMatchObject([{ s: 'quar', why: 'entry.deposited' }]);
		expect(await (await outreach()).readHelp()).toMatchObject({ total: 0 });
	});
});
