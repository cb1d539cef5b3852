// Areas and lanes at the desk: old names, the order of the walk, who walks which lane until when, and what phones hear.

import { expect, it } from 'vitest';
import { eachEngine, joinPhone, KHANG, newId, pullAll, type TestPhone } from '../../../tests/fixtures/ward.ts';
import type { Day } from '../domain/day.ts';
import type { AreaId, HouseholdId, VolunteerId } from '../domain/id.ts';
import { orderLanes, sortDoors, type Lane } from '../domain/lane.ts';
import type { Household } from '../domain/household.ts';
import type { Scope } from '../sync/scope.ts';
import type { Desk } from './ward-desk.ts';

const RIVER = 'đường Bờ Sông';
const MAN = 'Trần Thị Mận';

eachEngine('areas and lanes', (test) => {
	const areaOf = async (desk: Desk, name: string) => (await desk.readAreas()).find((area) => area.name === name)!.id;
	const volunteerOf = async (desk: Desk, name: string) =>
		(await desk.listVolunteers()).find((row) => row.name === name)!.id;
	const numbersOf = async (desk: Desk, area: AreaId, lane = RIVER) =>
		(await desk.lanes.readArea(area, lane))!.open!.doors.map(({ number }) => number);
	const doorOf = async (desk: Desk, area: AreaId, number: string, lane = RIVER) =>
		(await desk.lanes.readArea(area, lane))!.open!.doors.find((door) => door.number === number)!;
	const scopeOf = async (phone: TestPhone): Promise<Scope> => (await phone.pull(0)).body.scope!;
	/** The walk as the phone puts it together from what came down. */
	async function walkOf(phone: TestPhone, lane: string): Promise<string[]> {
		const scope = await scopeOf(phone);
		const rows = (await pullAll(phone)).filter((row) => row.table === 'household' && row.fields['lane'] === lane);
		const order = orderLanes(
			scope.areas.map(({ id }) => id),
			(scope.lanes ?? []) as readonly Lane[]
		);
		const doors = rows.map((row) => ({ ...row.fields, area: row.area }) as unknown as Household);
		return sortDoors(doors, (door) => door, order).map(({ number }) => number);
	}

	it('F010 an old name finds the new one, also the doors behind it; a renamed area keeps the name it had', async () => {
		const desk = await test.desk('huy');
		const third = await areaOf(desk, 'Khu phố 3');
		const before = await desk.lanes.listAreas('');
		expect(before.map(({ area }) => area.kind)).not.toContain('district');
		const names = { name: 'Khu phố Bến Đình', aliases: ['Ấp Phường Cũ Giả Định'] };
		expect(await desk.lanes.writeArea({ area: third, before: 'Khu phố 3', ...names })).toMatchObject({ ok: true });
		// somebody else had the old page open
		expect(await desk.lanes.writeArea({ area: third, before: 'Khu phố 3', name: 'Khác', aliases: [] })).toMatchObject({
			problem: { code: 'desk.changedSince' }
		});
		for (const [typed, foundBy] of [
			['khu pho 3', 'Khu phố 3'],
			['ap phuong cu', 'Ấp Phường Cũ Giả Định'],
			['ben dinh', null]
		] as const) {
			const rows = await desk.lanes.listAreas(typed);
			expect(rows.map(({ area, foundBy }) => [area.name, foundBy])).toEqual([['Khu phố Bến Đình', foundBy]]);
		}
		expect(await desk.lanes.listAreas('khong co dau')).toEqual([]);
		const doors = await desk.listHouseholds({ search: 'ap phuong cu' });
		expect(doors.total).toBe((await desk.listHouseholds({ area: third })).total);
		expect(doors.total).toBeGreaterThan(0);
		const phone = await joinPhone(test, KHANG);
		expect((await scopeOf(phone)).areas.find(({ id }) => id === third)).toMatchObject({
			name: 'Khu phố Bến Đình',
			aliases: ['Ấp Phường Cũ Giả Định', 'Khu phố 3']
		});
		const lines = await desk.listAudit();
		expect(lines.find(({ act }) => act === 'area.write')).toMatchObject({ subject: 'Khu phố Bến Đình' });
	});

	it('F010 adds a group below a quarter, none below a group, and no second one of the same name', async () => {
		const desk = await test.desk('huy');
		const third = await areaOf(desk, 'Khu phố 3');
		const group = { parent: third, name: 'Tổ 12', aliases: [] };
		expect(await desk.lanes.addArea(group)).toMatchObject({ ok: true });
		expect(await desk.lanes.addArea({ ...group, name: 'tổ 12' })).toMatchObject({
			problem: { code: 'field.badChoice', at: 'areaName' }
		});
		const rows = await desk.lanes.listAreas('');
		const at = rows.findIndex(({ area }) => area.name === 'Tổ 12');
		expect(rows[at]).toMatchObject({ area: { kind: 'group', parent: third }, households: 0 });
		expect(rows[at - 1]!.area.id).toBe(third);
		expect(await desk.lanes.addArea({ ...group, parent: rows[at]!.area.id, name: 'Tổ con' })).toMatchObject({
			problem: { code: 'field.badChoice', at: 'parent' }
		});
		expect(await desk.lanes.addArea({ ...group, name: '' })).toMatchObject({ problem: { code: 'field.required' } });
	});

	it('F020 the desk’s order is the walk on the phone: sides, a door that was moved, and back again', async () => {
		const desk = await test.desk('huy');
		const third = await areaOf(desk, 'Khu phố 3');
		const phone = await joinPhone(test, KHANG);
		const natural = await numbersOf(desk, third);
		expect(natural).toEqual(natural.toSorted((a, b) => Number(a) - Number(b)));
		expect(await walkOf(phone, RIVER)).toEqual(natural);

		expect(await desk.lanes.setWay({ area: third, lane: 'duong bo song', way: 'sides' })).toMatchObject({ ok: true });
		const odd = natural.filter((number) => Number(number) % 2 === 1);
		const sides = [...odd, ...natural.filter((number) => Number(number) % 2 === 0).reverse()];
		expect(await numbersOf(desk, third)).toEqual(sides);
		expect(await walkOf(phone, RIVER)).toEqual(sides);

		const moved = await doorOf(desk, third, '40');
		const stale = { household: moved.id, v: moved.v + 5, after: null };
		expect(await desk.lanes.moveDoor(stale)).toMatchObject({ problem: { code: 'desk.changedSince' } });
		const after = (await doorOf(desk, third, '21')).id;
		expect(await desk.lanes.moveDoor({ household: moved.id, v: moved.v, after })).toMatchObject({ ok: true });
		const rest = sides.filter((number) => number !== '40');
		const mended = rest.toSpliced(rest.indexOf('21') + 1, 0, '40');
		expect(await numbersOf(desk, third)).toEqual(mended);
		expect(await walkOf(phone, RIVER)).toEqual(mended);
		expect((await desk.listAudit())[0]).toMatchObject({ act: 'lane.order', subject: `40 ${RIVER}`, reason: '→ 21' });

		expect(await desk.lanes.resetLane({ area: third, lane: RIVER })).toMatchObject({ ok: true });
		expect(await walkOf(phone, RIVER)).toEqual(sides);
	});

	it('F020 a phone moves a door; of two who moved it the later one stands, and nobody has to choose', async () => {
		const desk = await test.desk('huy');
		const third = await areaOf(desk, 'Khu phố 3');
		const [khang, man] = [await joinPhone(test, KHANG), await joinPhone(test, MAN)];
		const door = await doorOf(desk, third, '48');
		const move = (phone: TestPhone, place: string) =>
			phone.push([phone.entry('household.set', door.id, { place }, { bv: door.v })]);
		expect((await move(khang, 'n i')).body.res).toMatchObject([{ s: 'ok' }]);
		test.pass(60_000);
		expect((await move(man, 'n00000594 i')).body.res).toMatchObject([{ s: 'ok' }]);
		expect((await desk.countOpenCases()).conflicts).toBe(0);
		const numbers = await numbersOf(desk, third);
		expect(numbers[numbers.indexOf('48') - 1]).toBe('21');
		const odd = await khang.push([khang.entry('household.set', door.id, { place: '<b>' }, { bv: door.v })]);
		expect(odd.body.res).toMatchObject([{ s: 'quar' }]);
	});

	it('F021 the desk hears where a phone put a door on the drawing, and that it was taken off again', async () => {
		const desk = await test.desk('huy');
		const third = await areaOf(desk, 'Khu phố 3');
		const phone = await joinPhone(test, KHANG);
		const { id, ...before } = await doorOf(desk, third, '48');
		expect(before).not.toHaveProperty('sketch');
		await phone.push([phone.entry('household.set', id, { sketch: { x: 2, y: 3 } }, { bv: before.v })]);
		expect((await doorOf(desk, third, '48')).sketch).toEqual({ x: 2, y: 3 });
		expect((await desk.readHousehold(id))!.household.sketch).toEqual({ x: 2, y: 3 });
		await phone.push([phone.entry('household.set', id, { sketch: null }, { bv: before.v + 1 })]);
		expect(await doorOf(desk, third, '48')).not.toHaveProperty('sketch');
	});

	it('lanes move with what lies in them, and not into themselves', async () => {
		const desk = await test.desk('huy');
		const third = await areaOf(desk, 'Khu phố 3');
		const phone = await joinPhone(test, KHANG);
		const add = (lane: string) =>
			phone.entry('household.create', newId(test), { area: third, lane, number: '1', kind: 'ordinary' });
		await phone.push([add('ngách 5 ngõ Đình'), add('ngõ Đình')]);
		const names = async () => (await desk.lanes.readArea(third, null))!.lanes.map(({ name }) => name);
		const before = await names();
		expect(before.slice(0, 1)).not.toEqual(['ngõ Đình']);
		expect(await desk.lanes.moveLane({ area: third, lane: 'ngõ Đình', after: 'ngách 5 ngõ Đình' })).toMatchObject({
			problem: { code: 'field.badChoice' }
		});
		expect(await desk.lanes.moveLane({ area: third, lane: 'ngõ Đình', after: null })).toMatchObject({ ok: true });
		expect((await names()).slice(0, 2)).toEqual(['ngõ Đình', 'ngách 5 ngõ Đình']);
		expect((await desk.lanes.readArea(third, null))!.lanes[1]).toMatchObject({ depth: 1, doors: 1, informed: 0 });
		await desk.lanes.moveLane({ area: third, lane: 'ngõ Đình', after: RIVER });
		expect((await names()).slice(-2)).toEqual(['ngõ Đình', 'ngách 5 ngõ Đình']);
		expect((await scopeOf(phone)).lanes).toMatchObject([{ area: third, name: 'ngõ Đình', way: 'number' }]);
	});

	it('gives a lane until a day after a dry run that writes nothing; then it is everybody’s again by itself', async () => {
		const desk = await test.desk('huy');
		const third = await areaOf(desk, 'Khu phố 3');
		const phone = await joinPhone(test, KHANG);
		const [khang, man] = [await volunteerOf(desk, KHANG), await volunteerOf(desk, MAN)];
		const input = { area: third, lane: RIVER, volunteer: khang, part: 'odd', untilOn: '2026-11-22' as Day } as const;
		const said = await scopeOf(phone);
		const doors = await numbersOf(desk, third);
		const odd = doors.filter((number) => Number(number) % 2 === 1).length;
		expect(await desk.lanes.planHold(input)).toMatchObject({
			ok: true,
			value: { volunteer: { name: KHANG }, doors: odd, uncovered: doors.length - odd, others: [] }
		});
		expect((await scopeOf(phone)).hash).toBe(said.hash);
		expect(await desk.lanes.holdLane(input)).toMatchObject({ ok: true });
		expect((await desk.listAudit())[0]).toMatchObject({ act: 'lane.hold', subject: KHANG });
		expect((await scopeOf(phone)).lanes).toMatchObject([{ holders: [{ volunteer: khang, part: 'odd' }] }]);
		const whole = { ...input, volunteer: man, part: 'all' } as const;
		expect(await desk.lanes.planHold(whole)).toMatchObject({
			value: { others: [{ name: KHANG, part: 'odd' }], uncovered: 0, phones: [{ volunteerName: KHANG }] }
		});

		test.pass(2 * 24 * 3600_000);
		expect((await scopeOf(phone)).lanes).toMatchObject([{ holders: [{ volunteer: khang }] }]);
		test.pass(24 * 3600_000);
		expect((await scopeOf(phone)).lanes![0]).not.toHaveProperty('holders');
		const [lane] = (await (await test.desk('huy')).lanes.readArea(third, RIVER))!.lanes.filter(
			({ name }) => name === RIVER
		);
		expect(lane!.holders).toMatchObject([{ name: KHANG, isOver: true }]);

		const today = await test.desk('huy');
		for (const [wrong, at] of [
			[{ ...input, untilOn: '2026-11-22' as Day }, 'untilOn'],
			[{ ...input, untilOn: '2028-01-01' as Day }, 'untilOn'],
			[{ ...input, untilOn: null }, 'untilOn'],
			[{ ...input, untilOn: '2026-12-01' as Day, volunteer: newId(test) as VolunteerId }, 'holder'],
			[{ ...input, untilOn: '2026-12-01' as Day, lane: 'ngõ Không Có' }, 'lane']
		] as const)
			expect(await today.lanes.holdLane(wrong)).toMatchObject({ problem: { at } });
		expect(await today.lanes.dropLane({ area: third, lane: RIVER, volunteer: khang })).toMatchObject({ ok: true });
		expect(await today.lanes.dropLane({ area: third, lane: RIVER, volunteer: khang })).toMatchObject({ ok: false });
	});

	it('lends an area until a day: the phone gives it up after that, and late work still comes in for two weeks', async () => {
		const desk = await test.desk('huy');
		const third = await areaOf(desk, 'Khu phố 3');
		const phone = await joinPhone(test, KHANG);
		const khang = await volunteerOf(desk, KHANG);
		const door = (await doorOf(desk, third, '21')).id;
		const before = await desk.readAssignment(khang);
		expect((await desk.planAssignment(khang, before, '31/11/2026'))!.until.after).toBeNull();
		expect(await desk.assignAreas({ volunteer: khang, before, after: before, until: '19/11/2026' })).toMatchObject({
			problem: { code: 'field.badDay' }
		});
		expect(await desk.assignAreas({ volunteer: khang, before, after: before, until: '21/11/2026' })).toMatchObject({
			ok: true
		});
		expect(await desk.readAssignedUntil(khang)).toBe('21/11/2026');
		const isLent = async () => (await scopeOf(phone)).areas.some(({ assigned }) => assigned);
		test.pass(24 * 3600_000);
		expect(await isLent()).toBe(true);
		test.pass(24 * 3600_000);
		expect(await isLent()).toBe(false);
		expect(await pullAll(phone)).toEqual([]);
		const late = () =>
			phone.push([
				phone.entry('visit.add', newId(test), { household: door, seenAt: test.now(), outcome: 'nobodyHome' })
			]);
		expect((await late()).body.res).toMatchObject([{ s: 'ok' }]);
		test.pass(14 * 24 * 3600_000);
		expect((await late()).body.res).toMatchObject([{ s: 'quar', why: 'entry.outOfScope' }]);
		// lent again, it comes back
		const again = await test.desk('huy');
		expect(await again.readAssignment(khang)).toEqual([]);
		expect(await again.assignAreas({ volunteer: khang, before: [], after: before })).toMatchObject({ ok: true });
		expect(await isLent()).toBe(true);
	});

	it('says who may call at a door: staff alone, and no phone', async () => {
		const desk = await test.desk('huy');
		const third = await areaOf(desk, 'Khu phố 3');
		const phone = await joinPhone(test, KHANG);
		const door = await doorOf(desk, third, '44');
		const set = (who: Desk, callers: 'officer' | 'nobody' | null, v: number) =>
			who.lanes.setCallers({ household: door.id, v, callers });
		// the administrator judges no record
		for (const name of ['khiem', 'cuc'])
			expect(await set(await test.desk(name), 'nobody', door.v)).toMatchObject({
				problem: { code: 'staff.notAllowed' }
			});
		expect(await set(desk, 'officer', door.v)).toMatchObject({ ok: true });
		const rows = async () => (await pullAll(phone)).find((row) => row.id === door.id)!;
		expect((await rows()).fields['callers']).toBe('officer');
		const forged = phone.entry('household.set', door.id, { callers: null }, { bv: (await rows()).v });
		expect((await phone.push([forged])).body.res).toMatchObject([{ s: 'quar' }]);
		expect((await rows()).fields['callers']).toBe('officer');
		expect(await set(desk, null, (await rows()).v)).toMatchObject({ ok: true });
		expect((await rows()).fields).not.toHaveProperty('callers');
		expect((await desk.listAudit())[0]).toMatchObject({ act: 'household.callers', subject: `44 ${RIVER}` });
	});

	it('shows whoever is confined to another area neither lanes nor doors of this one', async () => {
		const admin = await test.desk('khiem');
		const [third, fourth] = [await areaOf(admin, 'Khu phố 3'), await areaOf(admin, 'Khu phố 4')];
		const made = await admin.people.addMember({
			username: 'tu',
			name: 'Cán bộ Tư',
			role: 'areaPolice',
			areas: [fourth]
		});
		if (!made.ok) throw new Error(made.problem.code);
		const desk = (await test.ward.openDesk(await test.signIn('tu', made.value.password)))!;
		expect(await desk.lanes.readArea(third, RIVER)).toBeNull();
		expect(await desk.lanes.setWay({ area: third, lane: RIVER, way: 'sides' })).toMatchObject({
			problem: { code: 'staff.notAllowed' }
		});
		const door = await doorOf(admin, third, '21');
		const move = { household: door.id as HouseholdId, v: door.v, after: null };
		expect(await desk.lanes.moveDoor(move)).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		const seen = await desk.lanes.listAreas('');
		expect(seen.map(({ area }) => area.id)).not.toContain(third);
		expect((await desk.lanes.readArea(fourth, null))!.lanes.length).toBeGreaterThan(0);
	});

	it('F020 phones of one area share a key for lanes that go on without a network; others have none of it', async () => {
		const desk = await test.desk('huy');
		const [third, fourth] = [await areaOf(desk, 'Khu phố 3'), await areaOf(desk, 'Khu phố 4')];
		const [one, other, stranger] = [
			await joinPhone(test, KHANG),
			await joinPhone(test, MAN),
			await joinPhone(test, 'Đinh Công Thành')
		];
		const keysOf = async (phone: TestPhone) => (await scopeOf(phone)).relayKeys ?? [];
		const shared = await keysOf(one);
		expect(await keysOf(other)).toEqual(shared);
		expect(shared.map(({ area }) => area)).toEqual([third, third]);
		expect(shared[1]!.week).toBe(shared[0]!.week + 1);
		const theirs = await keysOf(stranger);
		expect(theirs.map(({ area }) => area)).toEqual([fourth, fourth]);
		const all = [...shared, ...theirs].map(({ key }) => key);
		expect(new Set(all).size).toBe(4);
		for (const key of all) expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);

		// the same all week, and in the next one its second is the first
		const { hash } = await scopeOf(one);
		expect((await scopeOf(one)).hash).toBe(hash);
		test.pass(7 * 24 * 3600_000);
		const later = await keysOf(one);
		expect(later[0]).toEqual(shared[1]);
		expect((await scopeOf(one)).hash).not.toBe(hash);
	});
});
