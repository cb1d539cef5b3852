// An area under another one, over both databases, with phones that lose and gain it (F010, issue of changing areas).

import { expect, it } from 'vitest';
import {
	eachEngine,
	joinPhone,
	KHANG,
	makeVisit,
	newId,
	pullAll,
	type TestPhone
} from '../../../tests/fixtures/ward.ts';
import type { AreaId } from '../domain/id.ts';

eachEngine('an area that is moved under another', (test) => {
	const readAreas = async () => (await test.desk('huy')).readAreas();
	const idOf = async (name: string) => (await readAreas()).find((area) => area.name === name)!.id;
	const assignedOf = async (phone: TestPhone): Promise<AreaId[]> => {
		const { body } = await phone.pull(0, { scope: null });
		return body.scope!.areas.filter((area) => area.assigned).map((area) => area.id);
	};

	it('F010: says first what it does, moves the doors of one phone to another, and is found by its old place', async () => {
		const khang = await joinPhone(test, KHANG);
		const thanh = await joinPhone(test, 'Đinh Công Thành');
		const [third, fourth] = [await idOf('Khu phố 3'), await idOf('Khu phố 4')];
		const doors = (await pullAll(khang)).filter(({ table }) => table === 'household').length;
		const made = await makeVisit(test, khang);
		const { lanes } = await test.desk('huy');
		const move = { area: third, to: fourth };
		const planned = await lanes.planAreaMove(move);
		if (!planned.ok) throw new Error(planned.problem.code);
		const plan = planned.value;
		expect(plan).toMatchObject({ kind: 'group', households: doors, area: { name: 'Khu phố 3' } });
		expect(plan.gaining.map(({ volunteerName }) => volunteerName)).toEqual(['Đinh Công Thành']);
		// who was sent into the area itself keeps it
		expect(plan.losing).toEqual([]);
		const of = (id: AreaId) => plan.figures.find(({ area }) => area.id === id)!;
		expect(of(third)).toMatchObject({ after: null });
		const [lost, before, after] = [of(third).before!, of(fourth).before!, of(fourth).after!];
		for (const name of ['households', 'registered', 'present', 'issued', 'success'] as const)
			expect(after[name]).toBe(before[name] + lost[name]);
		// nothing was written
		expect(await assignedOf(thanh)).toEqual([fourth]);

		const held = (await readAreas()).find((area) => area.id === third)!.parent!;
		expect(await lanes.moveArea({ ...move, before: held })).toMatchObject({ ok: true });
		expect(await lanes.moveArea({ ...move, before: held })).toMatchObject({ problem: { code: 'desk.changedSince' } });
		expect((await assignedOf(thanh)).toSorted()).toEqual([third, fourth].toSorted());
		const { body } = await thanh.pull(0, { fill: { areas: [third], until: 10_000 } });
		expect(body.rows.filter((row) => 'table' in row && row.table === 'household')).toHaveLength(doors);
		expect((await khang.push(made.entries)).body.res.map(({ s }) => s)).toEqual(['ok', 'ok']);
		const found = await lanes.listAreas(`khu pho 3, ${(await readAreas()).find(({ id }) => id === held)!.name}`);
		expect(found).toMatchObject([{ area: { id: third }, foundBy: expect.stringContaining('Khu phố 3') }]);
		const { ward, byArea } = await (await test.desk('huy')).countFigures();
		expect(byArea.map(({ area }) => area.id)).not.toContain(third);
		expect(ward.households).toBeGreaterThanOrEqual(doors);
		const line = (await (await test.desk('huy')).listAudit()).find(({ act }) => act === 'area.move');
		expect(line).toMatchObject({ subject: 'Khu phố 3', reason: expect.stringContaining('→ Khu phố 4') });
	});

	it('F010: a phone of the old quarter loses its group; what it still sends is kept aside and not thrown away', async () => {
		const [third, fourth] = [await idOf('Khu phố 3'), await idOf('Khu phố 4')];
		const { lanes } = await test.desk('huy');
		await lanes.addArea({ parent: third, name: 'Tổ Bến Sông', aliases: [] });
		const group = await idOf('Tổ Bến Sông');
		const khang = await joinPhone(test, KHANG);
		const door = { area: group, lane: 'ngõ Bến', number: '1', kind: 'ordinary' };
		expect((await khang.push([khang.entry('household.create', newId(test), door)])).body.res[0]).toMatchObject({
			s: 'ok'
		});
		const plan = await lanes.planAreaMove({ area: group, to: fourth });
		expect(plan).toMatchObject({ ok: true, value: { households: 1, kind: 'group' } });
		if (plan.ok) {
			expect(plan.value.losing.map(({ volunteerName }) => volunteerName)).toEqual([KHANG]);
			const [gives, takes] = [third, fourth].map((id) => plan.value.figures.find(({ area }) => area.id === id)!);
			expect(gives!.after!.households).toBe(gives!.before!.households - 1);
			expect(takes!.after!.households).toBe(takes!.before!.households + 1);
		}
		expect(await lanes.moveArea({ area: group, to: fourth, before: third })).toMatchObject({ ok: true });
		expect(await assignedOf(khang)).not.toContain(group);
		const late = khang.entry('household.create', newId(test), { ...door, number: '2' });
		expect((await khang.push([late])).body.res[0]).toMatchObject({ s: 'quar', why: 'entry.outOfScope' });
		expect((await (await test.desk('huy')).listAsides({ state: 'open' })).rows.map(({ entry }) => entry)).toContain(
			late.id
		);
	});

	it('F010: only who draws areas moves one, and whoever is confined only within their own', async () => {
		const [third, fourth] = [await idOf('Khu phố 3'), await idOf('Khu phố 4')];
		const before = (await readAreas()).find((area) => area.id === third)!.parent!;
		const move = { area: third, to: fourth, before };
		for (const login of ['cuc', 'tuyet'])
			expect(await (await test.desk(login)).lanes.moveArea(move)).toMatchObject({
				problem: { code: 'staff.notAllowed' }
			});
		const keeper = await test.freshDesk('khiem');
		const added = await keeper.people.addMember({ username: 'gan', name: 'gan', role: 'areaPolice', areas: [third] });
		if (!added.ok) throw new Error(added.problem.code);
		const near = (await test.ward.openDesk(await test.signIn('gan', added.value.password)))!;
		expect(await near.lanes.moveArea(move)).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		expect(await near.lanes.planAreaMove(move)).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		expect((await readAreas()).find((area) => area.id === third)!.parent).toBe(before);
	});
});
