// What waits for a human at the desk: conflicts, entries kept aside, phones that were shut out, areas that change.

import { expect, it } from 'vitest';
import { CONSENT, eachEngine, joinPhone, KHANG, newId, pullAll, type TestPhone } from '../../../tests/fixtures/ward.ts';
import { readDecisions } from '../domain/decision.ts';
import type { AreaId, DeviceId, EntryId, HouseholdId, VolunteerId } from '../domain/id.ts';
import type { Desk } from './ward-desk.ts';

const MAN = 'Trần Thị Mận';
const THANH = 'Đinh Công Thành';
const NUMBER = '000185000199';

eachEngine('cases', (test) => {
	const find = async (phone: TestPhone, field: string, value: string) =>
		(await pullAll(phone)).find((row) => row.fields[field] === value)!;
	const volunteerOf = async (desk: Desk, name: string) =>
		(await desk.listVolunteers()).find((row) => row.name === name)!;
	const areaOf = async (desk: Desk, name: string) => (await desk.readAreas()).find((area) => area.name === name)!.id;

	it('O1 F101: both versions stand at the desk with who and when; the later one gets in only by choice', async () => {
		const [khang, man] = [await joinPhone(test, KHANG), await joinPhone(test, MAN)];
		const dat = await find(khang, 'name', 'Cao Thành Đạt');
		const seen = { on: '2026-11-20', evidence: 'seenOnScreen', observer: 'x' };
		const writtenAt = test.now();
		const first = khang.entry('person.set', dat.id, { standing: { ...seen, state: 'l2LoggedIn' } }, { bv: dat.v });
		test.pass(60_000);
		const later = { standing: { ...seen, state: 'l2Active' }, barriers: ['B4.5'] };
		const second = man.entry('person.set', dat.id, later, { bv: dat.v });
		test.pass(60_000);
		expect((await khang.push([first])).body.res[0]?.s).toBe('ok');
		expect((await man.push([second])).body.res[0]).toMatchObject({ s: 'conflict', cf: ['standing'] });

		const desk = await test.desk('huy');
		expect(await desk.countOpenCases()).toEqual({ conflicts: 1, asides: 0 });
		const { rows } = await desk.listConflicts({ state: 'open' });
		expect(rows).toMatchObject([
			{ field: 'standing', table: 'person', personName: 'Cao Thành Đạt', byNames: [MAN], areaName: 'Khu phố 3' }
		]);
		const key = rows[0]!.key;
		const sheet = (await desk.readConflict(key, { state: 'open' }))!;
		expect(sheet.kept).toMatchObject({
			value: { state: 'l2LoggedIn' },
			byName: KHANG,
			writtenAt,
			receivedAt: writtenAt + 120_000
		});
		expect(sheet.others).toMatchObject([
			{ entry: second.id, value: { state: 'l2Active' }, byName: MAN, writtenAt: writtenAt + 60_000 }
		]);
		const other = { choice: 'other', of: second.id as EntryId } as const;
		expect(await (await test.desk('khiem')).chooseValue(key, sheet.v, other)).toMatchObject({
			problem: { code: 'staff.notAllowed' }
		});
		expect(await desk.chooseValue(key, sheet.v - 1, other)).toMatchObject({ problem: { code: 'desk.changedSince' } });
		test.pass(60_000);
		expect(await desk.chooseValue(key, sheet.v, other)).toEqual({ ok: true, value: undefined });
		expect(await desk.chooseValue(key, sheet.v + 1, other)).toMatchObject({ problem: { code: 'desk.notOpen' } });

		for (const phone of [khang, man]) {
			const row = (await pullAll(phone)).find(({ id }) => id === dat.id)!;
			expect(row.fields).toMatchObject({ standing: { state: 'l2Active' }, barriers: ['B4.5'] });
			expect(readDecisions(row.fields['decisions'])).toMatchObject([
				{
					choice: 'other',
					field: 'standing',
					entries: [second.id],
					byName: 'Đặng Quốc Huy',
					value: { state: 'l2Active' },
					left: [{ state: 'l2LoggedIn' }]
				}
			]);
		}
		expect(await desk.countOpenCases()).toEqual({ conflicts: 0, asides: 0 });
		expect((await desk.listConflicts({ state: 'settled' })).rows).toMatchObject([{ key }]);
		const after = (await desk.readConflict(key, { state: 'settled' }))!;
		expect(after).toMatchObject({
			settled: { choice: 'other', byName: 'Đặng Quốc Huy' },
			kept: { value: { state: 'l2LoggedIn' }, byName: KHANG },
			others: [{ value: { state: 'l2Active' }, byName: MAN }]
		});
		expect(after.history[0]).toMatchObject({ field: 'standing', actorName: 'Đặng Quốc Huy' });
		expect((await desk.listAudit()).find((line) => line.act === 'conflict.decide')).toMatchObject({
			actorName: 'Đặng Quốc Huy',
			reason: 'standing/other'
		});
	});

	it('F101 two numbers of one person show their last digits only, and a third may be typed', async () => {
		const [khang, man] = [await joinPhone(test, KHANG), await joinPhone(test, MAN)];
		const dat = await find(khang, 'name', 'Cao Thành Đạt');
		await khang.push([khang.entry('person.set', dat.id, { personalId: '000185000101' }, { bv: dat.v })]);
		await man.push([man.entry('person.set', dat.id, { personalId: '000185000102' }, { bv: dat.v })]);
		const desk = await test.desk('cuc');
		const [row] = (await desk.listConflicts({ state: 'open' })).rows;
		expect(row?.field).toBe('idTail');
		const sheet = (await desk.readConflict(row!.key, { state: 'open' }))!;
		expect([sheet.kept.value, sheet.others[0]?.value]).toEqual(['0101', '0102']);
		expect(JSON.stringify(sheet)).not.toMatch(/00018500010\d/);
		expect(await desk.chooseValue(row!.key, sheet.v, { choice: 'typed', value: '12' })).toMatchObject({
			problem: { code: 'card.badNumber' }
		});
		expect((await desk.chooseValue(row!.key, sheet.v, { choice: 'typed', value: NUMBER })).ok).toBe(true);
		expect(await desk.revealNumber(dat.id as never, 'Đối chiếu')).toEqual({ ok: true, value: NUMBER });
	});

	it('F101 filters and orders what waits, and knows the next one', async () => {
		const [khang, man] = [await joinPhone(test, KHANG), await joinPhone(test, MAN)];
		const rows = (await pullAll(khang)).filter((row) => row.table === 'person').slice(0, 3);
		for (const row of rows) {
			await khang.push([khang.entry('person.set', row.id, { name: 'Người Thử A' }, { bv: row.v })]);
			test.pass(1000);
			await man.push([man.entry('person.set', row.id, { name: 'Người Thử B' }, { bv: row.v })]);
		}
		const desk = await test.desk('huy');
		const { rows: waiting, total, next } = await desk.listConflicts({ state: 'open' });
		expect([waiting.map((row) => row.record), total, next]).toEqual([rows.map((row) => row.id), 3, null]);
		const elsewhere = await areaOf(desk, 'Khu phố 4');
		expect((await desk.listConflicts({ state: 'open', area: elsewhere })).total).toBe(0);
		const rest = await desk.listConflicts({ state: 'open', after: waiting[0]!.key });
		expect(rest.rows.map((row) => row.key)).toEqual(waiting.slice(1).map((row) => row.key));
		expect(await desk.readConflict(waiting[0]!.key, { state: 'open' })).toMatchObject({ nextOpen: waiting[1]!.key });
		expect(await desk.readConflict(waiting[2]!.key, { state: 'open' })).toMatchObject({ nextOpen: waiting[0]!.key });
		expect(await desk.readConflict(`${newId(test)}.name`, { state: 'open' })).toBeNull();
		expect(await desk.readConflict('x', { state: 'open' })).toBeNull();
	});

	it('quarantine: looked at, taken up, corrected or not used, and never gone', async () => {
		const [khang, thanh] = [await joinPhone(test, KHANG), await joinPhone(test, THANH)];
		const door = await find(khang, 'number', '12/5');
		const visit = { household: door.id, seenAt: test.now(), outcome: 'informed' };
		const outside = thanh.entry('visit.add', newId(test), visit);
		const odd = khang.entry('person.add', newId(test), {
			household: door.id,
			...{ name: 'Đinh Thị Thử', birth: 'hôm qua', sex: 'female', presence: 'home' },
			consent: CONSENT,
			personalId: NUMBER
		});
		const wrong = khang.entry('visit.add', newId(test), { ...visit, note: 'mật khẩu là abc123' });
		const lost = khang.entry('visit.add', newId(test), { ...visit, household: newId(test) });
		expect((await thanh.push([outside])).body.res[0]).toMatchObject({ s: 'quar', why: 'entry.outOfScope' });
		expect((await khang.push([odd, wrong, lost])).body.res.map((one) => one.s)).toEqual(['quar', 'quar', 'held']);

		const desk = await test.desk('huy');
		const { rows, total } = await desk.listAsides({ state: 'open' });
		expect(total).toBe(3);
		expect(rows).toMatchObject([
			{ entry: outside.id, why: 'entry.outOfScope', door: '12/5 ngõ Đình', byName: THANH },
			{ entry: odd.id, why: 'entry.invalid', table: 'person', byName: KHANG },
			{ entry: wrong.id, why: 'note.password' }
		]);
		expect((await desk.listAsides({ state: 'open', why: 'entry.invalid' })).total).toBe(1);
		expect((await desk.listAsides({ state: 'held' })).rows).toMatchObject([{ entry: lost.id, door: null }]);
		expect((await desk.listAsides({ state: 'open', after: outside.id as EntryId })).rows).toHaveLength(2);
		expect([...(await desk.listWhy())].sort()).toEqual(['entry.invalid', 'entry.outOfScope', 'note.password']);
		const sheet = (await desk.readAside(odd.id as EntryId, { state: 'open' }))!;
		expect(sheet).toMatchObject({ state: 'open', isSealed: false, nextOpen: wrong.id, personName: 'Đinh Thị Thử' });
		expect(sheet.fields).toContainEqual({ field: 'idTail', value: '0199' });
		expect(JSON.stringify(sheet)).not.toContain(NUMBER);

		const plain = { typed: null, anywhere: false, note: '' };
		expect(await desk.takeUpAside(outside.id as EntryId, plain)).toMatchObject({
			problem: { code: 'entry.outOfScope' }
		});
		expect((await desk.takeUpAside(outside.id as EntryId, { ...plain, anywhere: true })).ok).toBe(true);
		const landed = await desk.readVisit(outside.e as never, {});
		expect(landed).toMatchObject({ volunteerName: THANH, visit: { review: { state: 'waiting' } } });

		const typed = { name: 'Đinh Thị Thử', birth: '1985', sex: 'female', presence: 'home', phone: '', personalId: '' };
		expect(await desk.takeUpAside(odd.id as EntryId, { ...plain, typed: { birth: 'hôm qua' } })).toMatchObject({
			problem: { code: 'field.required' }
		});
		expect((await desk.takeUpAside(odd.id as EntryId, { ...plain, typed, note: 'đã hỏi lại' })).ok).toBe(true);
		expect(await desk.revealNumber(odd.e as never, 'Đối chiếu')).toEqual({ ok: true, value: NUMBER });

		expect(await desk.dismissAside(wrong.id as EntryId, ' ')).toMatchObject({
			problem: { code: 'field.reasonNeeded' }
		});
		expect(await desk.dismissAside(wrong.id as EntryId, `Trùng ${NUMBER}`)).toMatchObject({
			problem: { code: 'note.idNumber' }
		});
		expect((await desk.dismissAside(wrong.id as EntryId, 'Ghi trùng lượt khác')).ok).toBe(true);
		expect(await desk.countOpenCases()).toEqual({ conflicts: 0, asides: 0 });
		const settled = await desk.listAsides({ state: 'settled' });
		expect(settled.rows.map((row) => row.entry).sort()).toEqual([outside.id, odd.id, wrong.id].sort());
		expect(await desk.readAside(wrong.id as EntryId, { state: 'settled' })).toMatchObject({
			state: 'settled',
			settled: { choice: 'dismissed', byName: 'Đặng Quốc Huy', note: 'Ghi trùng lượt khác' }
		});
		// the phone that asks again gets the renewed receipts
		const again = (await khang.push([odd, wrong, lost])).body.res;
		expect(again.map(({ s, why }) => [s, why])).toEqual([
			['dup', undefined],
			['dup', 'note.password'],
			['dup', 'entry.missingParent']
		]);
		const acts = (await desk.listAudit()).map((line) => line.act).filter((act) => act.startsWith('aside.'));
		expect(acts.sort()).toEqual(['aside.correct', 'aside.dismiss', 'aside.read', 'aside.read', 'aside.replay']);
		const admin = await test.desk('khiem');
		expect(await admin.dismissAside(wrong.id as EntryId, 'x')).toMatchObject({ problem: { code: 'staff.notAllowed' } });
	});

	it('O5 a lost phone: shut out in one act, with what it may hold and what it had not sent', async () => {
		const khang = await joinPhone(test, KHANG);
		const before = await joinPhone(test, MAN);
		await khang.pull(0, { pend: 3 });
		const seenAt = test.now();
		test.pass(3600_000);
		const door = await find(before, 'number', '12/5');
		await before.push([
			before.entry('visit.add', newId(test), { household: door.id, seenAt: test.now(), outcome: 'informed' })
		]);
		const desk = await test.desk('son');
		expect((await desk.revokeDevice(khang.device as DeviceId)).ok).toBe(true);
		expect((await khang.pull(0)).status).toBe(403);
		expect(await desk.revokeDevice(khang.device as DeviceId)).toMatchObject({ ok: false });
		const rows = await pullAll(before);
		const [incident] = await desk.listIncidents();
		expect(incident).toMatchObject({ kind: 'unsent', volunteerName: KHANG, count: 3, held: { seenAt, waiting: 3 } });
		// the visit of an hour later was never on that phone
		expect(incident?.held).toMatchObject({
			households: rows.filter((row) => row.table === 'household').length,
			people: rows.filter((row) => row.table === 'person').length,
			visits: rows.filter((row) => row.table === 'visit').length - 1,
			phones: rows.filter((row) => row.fields['phone']).length,
			numberTails: rows.filter((row) => row.fields['idTail']).length
		});
		const [device] = (await volunteerOf(desk, KHANG)).devices;
		expect(device).toMatchObject({ held: incident?.held });
		// handing in what it had written changes nothing in the report
		expect((await desk.listIncidents()).filter((row) => row.volunteerName === KHANG)).toHaveLength(1);
		const never = await joinPhone(test, THANH);
		await desk.revokeDevice(never.device as DeviceId);
		expect((await desk.listIncidents()).find((row) => row.volunteerName === THANH)?.kind).toBe('revoked');
		const { seenAt: last, waiting, ...held } = (await volunteerOf(desk, THANH)).devices[0]!.held!;
		expect([last, waiting, new Set(Object.values(held))]).toEqual([null, null, new Set([0])]);
	});

	it('areas: a dry run says what would move and writes nothing; then the phone’s scope follows', async () => {
		const thanh = await joinPhone(test, THANH);
		const desk = await test.desk('son');
		const { id } = await volunteerOf(desk, THANH);
		const [third, fourth] = [await areaOf(desk, 'Khu phố 3'), await areaOf(desk, 'Khu phố 4')];
		expect(await desk.readAssignment(id)).toEqual([fourth]);
		await thanh.pull(0, { pend: 2 });
		const figures = await desk.countFigures();
		const plan = (await desk.planAssignment(id, [third]))!;
		const figuresOf = (area: AreaId) => figures.byArea.find((row) => row.area.id === area)!.figures;
		expect(plan).toMatchObject({
			before: [fourth],
			after: [third],
			phones: [{ volunteerName: THANH, waiting: 2, seenAt: test.now() }],
			orphaned: ['Khu phố 4']
		});
		// the plan counts what a phone counts; the overview knows levels beside it
		expect(figuresOf(fourth)).toMatchObject(plan.figures.before);
		expect(figuresOf(third)).toMatchObject(plan.figures.after);
		const sum = (loads: typeof plan.added, what: 'households' | 'people') =>
			loads.reduce((total, load) => total + load[what], 0);
		expect(sum(plan.added, 'households')).toBe(figuresOf(third).households);
		expect(sum(plan.removed, 'households')).toBe(figuresOf(fourth).households);
		expect(await desk.readAssignment(id)).toEqual([fourth]);
		expect(await desk.planAssignment(newId(test) as VolunteerId, [third])).toBeNull();
		expect(await desk.planAssignment(id, [newId(test) as AreaId])).toBeNull();

		const change = { volunteer: id, before: plan.before, after: plan.after };
		expect(await (await test.desk('cuc')).assignAreas(change)).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		expect(await desk.assignAreas({ ...change, before: [third] })).toMatchObject({
			problem: { code: 'desk.changedSince' }
		});
		expect(await desk.assignAreas({ ...change, after: [] })).toMatchObject({ problem: { code: 'field.badChoice' } });
		expect((await desk.assignAreas(change)).ok).toBe(true);
		const { body } = await thanh.pull(0, { scope: 'before' });
		expect(body.scope?.areas.filter((area) => area.assigned).map((area) => area.id)).toContain(third);
		expect((await pullAll(thanh)).every((row) => row.area !== fourth)).toBe(true);
		expect(await desk.countFigures()).toEqual(figures);
		expect((await desk.listAudit()).find((line) => line.act === 'volunteer.assign')).toMatchObject({
			subject: THANH,
			reason: 'Khu phố 4 → Khu phố 3'
		});
	});

	it('a door moves with everything behind it; its figures go along, the ward’s stay', async () => {
		const [khang, thanh] = [await joinPhone(test, KHANG), await joinPhone(test, THANH)];
		const desk = await test.desk('son');
		const dat = await find(khang, 'name', 'Cao Thành Đạt');
		const household = dat.fields['household'] as HouseholdId;
		const [third, fourth] = [await areaOf(desk, 'Khu phố 3'), await areaOf(desk, 'Khu phố 4')];
		const before = await desk.countFigures();
		const sheet = (await desk.readHousehold(household))!;
		const plan = (await desk.planMove(household, fourth))!;
		expect(plan).toMatchObject({
			from: { id: third },
			to: { id: fourth },
			people: sheet.people.length,
			visits: sheet.visits.length,
			losing: [{ volunteerName: KHANG }],
			gaining: [{ volunteerName: THANH }]
		});
		expect(plan.figures[0]!.after.households).toBe(plan.figures[0]!.before.households - 1);
		expect(plan.figures[1]!.after.registered - plan.figures[1]!.before.registered).toBe(
			plan.figures[0]!.before.registered - plan.figures[0]!.after.registered
		);
		expect(await desk.countFigures()).toEqual(before);
		expect(await desk.planMove(household, third)).toBeNull();
		expect(await desk.planMove(newId(test) as HouseholdId, fourth)).toBeNull();

		const move = { household, v: plan.v, to: fourth };
		expect(await (await test.desk('tuyet')).moveHousehold(move)).toMatchObject({
			problem: { code: 'staff.notAllowed' }
		});
		expect(await desk.moveHousehold({ ...move, v: 99 })).toMatchObject({ problem: { code: 'desk.changedSince' } });
		expect((await desk.moveHousehold(move)).ok).toBe(true);
		const after = await desk.countFigures();
		expect(after.ward).toEqual(before.ward);
		const quarter = (figures: typeof after, id: AreaId) => figures.byArea.find((row) => row.area.id === id)!.figures;
		// the plan counts what a phone counts; the overview knows levels beside it
		expect(quarter(after, third)).toMatchObject(plan.figures[0]!.after);
		expect(quarter(after, fourth)).toMatchObject(plan.figures[1]!.after);
		expect(await find(thanh, 'name', 'Cao Thành Đạt')).toMatchObject({ area: fourth, v: dat.v + 1 });
		const late = khang.entry('person.set', dat.id, { name: 'Cao Thành Đát' }, { bv: dat.v });
		expect((await khang.push([late])).body.res[0]).toMatchObject({ s: 'quar', why: 'entry.outOfScope' });
		expect((await desk.listAudit()).find((line) => line.act === 'household.move')?.reason).toBe(
			'Khu phố 3 → Khu phố 4'
		);
	});
});
