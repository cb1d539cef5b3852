// The desk: what came in, the word on it, and the lines that remain.

import { expect, it } from 'vitest';
import { eachEngine, joinPhone, KHANG, CONSENT, makeVisit, newId, pullAll } from '../../../tests/fixtures/ward.ts';
import type { VisitId } from '../domain/id.ts';

const HOUR_MS = 3600_000;
const MINUTE_MS = 60_000;

eachEngine('desk', (test) => {
	it('S-loop: approve one, return one, the correction travels back and is approved', async () => {
		const phone = await joinPhone(test, KHANG);
		const one = await makeVisit(test, phone);
		test.pass(1);
		const two = await makeVisit(test, phone, '000185000198');
		await phone.push([...one.entries, ...two.entries]);
		const desk = await test.desk('huy');
		expect(await desk.countOpenVisits()).toBe(4);
		const list = await desk.listVisits({ state: 'open' });
		expect(list.rows.slice(0, 2).map((row) => row.visit.id)).toEqual([two.seen, one.seen]);
		expect(list.rows[0]).toMatchObject({
			personName: 'Đinh Thị Thử',
			volunteerName: KHANG,
			areaName: 'Khu phố 3',
			receivedAt: test.now(),
			household: { number: '12/5' }
		});
		const sheet = (await desk.readVisit(two.seen, { state: 'open' }))!;
		expect(sheet).toMatchObject({ nextOpen: one.seen, history: [], sinceReturn: [], person: { idTail: '0198' } });
		expect(await desk.approveVisit(two.seen, sheet.v)).toEqual({ ok: true, value: undefined });
		expect(await desk.approveVisit(two.seen, sheet.v + 1)).toMatchObject({ problem: { code: 'review.notWaiting' } });

		const target = { table: 'person', id: one.person, field: 'birth' } as const;
		const wrong = { ...target, id: two.seen };
		expect(await desk.returnVisit(one.seen, 1, wrong, 'Xem lại')).toMatchObject({
			problem: { code: 'field.badChoice' }
		});
		expect(await desk.returnVisit(one.seen, 1, target, '  ')).toMatchObject({ problem: { code: 'field.required' } });
		expect(await desk.returnVisit(one.seen, 1, target, 'Số 000185000101')).toMatchObject({
			problem: { code: 'note.idNumber', at: 'comment' }
		});
		expect(await desk.returnVisit(one.seen, 9, target, 'Xem lại năm sinh')).toMatchObject({
			problem: { code: 'review.changedSince' }
		});
		expect((await desk.returnVisit(one.seen, 1, target, 'Xem lại năm sinh')).ok).toBe(true);

		const down = (await pullAll(phone)).find((row) => row.id === one.seen)!;
		expect(down.fields['review']).toMatchObject({ state: 'returned', target, comment: 'Xem lại năm sinh' });
		test.pass(MINUTE_MS);
		const fixed = await phone.push([
			phone.entry('person.set', one.person, { birth: '1986' }, { bv: 1 }),
			phone.entry('review.answer', one.seen, {}, { bv: down.v })
		]);
		expect(fixed.body.res.map((verdict) => verdict.s)).toEqual(['ok', 'ok']);
		const corrected = (await desk.readVisit(one.seen, {}))!;
		expect(corrected.visit.review?.state).toBe('corrected');
		expect(corrected.sinceReturn).toMatchObject([
			{ table: 'person', field: 'birth', before: '1985', after: '1986', actorName: KHANG }
		]);
		expect((await desk.approveVisit(one.seen, corrected.v)).ok).toBe(true);
		expect((await desk.listVisits({ state: 'approved', volunteer: list.rows[0]!.visit.by as never })).total).toBe(2);
		expect((await desk.countFigures()).ward.householdsInformed).toBe(10);

		const acts = (await desk.listAudit()).map((line) => line.act);
		expect(acts.filter((act) => act === 'visit.approve')).toHaveLength(2);
		expect(acts.filter((act) => act === 'visit.return')).toHaveLength(1);
		expect(acts.filter((act) => act === 'visit.read')).toHaveLength(2);
		const returned = (await desk.listAudit()).find((line) => line.act === 'visit.return');
		expect(returned).toMatchObject({ actorName: 'Đặng Quốc Huy', subject: '12/5 ngõ Đình', reason: 'birth' });
	});

	it('mends a field of the person at the desk: what was seen, what fits, and a line; the visit waits on', async () => {
		const phone = await joinPhone(test, KHANG);
		const { entries, person, seen } = await makeVisit(test, phone);
		await phone.push(entries);
		const desk = await test.desk('huy');
		const sheet = (await desk.readVisit(seen, {}))!;
		expect(sheet.personV).toBe(1);
		const birth = { visit: seen, v: 1, field: 'birth', value: '1986' } as const;
		for (const [changes, code] of [
			[{ value: '' }, 'field.required'],
			[{ value: '31/02/1986' }, 'field.badDay'],
			[{ v: 9 }, 'desk.changedSince'],
			[{ field: 'personalId', value: '12' }, 'card.badNumber'],
			[{ visit: newId(test) as VisitId }, 'review.notWaiting']
		] as const)
			expect(await desk.correctPerson({ ...birth, ...changes }), code).toMatchObject({ problem: { code } });
		expect(await (await test.desk('khiem')).correctPerson(birth)).toMatchObject({
			problem: { code: 'staff.notAllowed' }
		});
		expect(await desk.correctPerson(birth)).toEqual({ ok: true, value: undefined });
		expect((await pullAll(phone)).find((row) => row.id === person)?.fields['birth']).toBe('1986');
		const after = (await desk.readVisit(seen, {}))!;
		expect(after).toMatchObject({
			v: sheet.v,
			personV: 2,
			history: [{ field: 'birth', before: '1985', after: '1986' }]
		});
		expect((await desk.approveVisit(seen, after.v)).ok).toBe(true);
		expect(await desk.correctPerson({ ...birth, v: 2 })).toMatchObject({ problem: { code: 'review.notWaiting' } });
		expect((await desk.listAudit()).filter((line) => line.act === 'person.correct')).toMatchObject([
			{ actorName: 'Đặng Quốc Huy', reason: 'birth' }
		]);
	});

	it('behind the last one the first that waits comes again, until nothing does', async () => {
		const desk = await test.desk('huy');
		const filter = { state: 'open' } as const;
		const ids = (await desk.listVisits(filter)).rows.map((row) => row.visit.id);
		const nextOf = async (id: VisitId) => (await desk.readVisit(id, filter))?.nextOpen;
		expect(ids.length).toBeGreaterThan(1);
		expect(await nextOf(ids.at(-1)!)).toBe(ids[0]);
		for (const id of ids.slice(1))
			expect((await desk.approveVisit(id, (await desk.readVisit(id, {}))!.v)).ok).toBe(true);
		expect(await nextOf(ids[0]!)).toBeNull();
	});

	it('approves together what is plain and still as it was on the screen, with a line each', async () => {
		const phone = await joinPhone(test, KHANG);
		const one = await makeVisit(test, phone);
		test.pass(5 * MINUTE_MS);
		const two = await makeVisit(test, phone, '000185000198');
		test.pass(5 * MINUTE_MS);
		const add = (p: object) => phone.entry('visit.add', newId(test), { household: one.household, ...p });
		const noted = add({ seenAt: test.now(), outcome: 'informed', note: 'Hẹn chiều mai' });
		const early = add({ seenAt: test.now() + HOUR_MS, outcome: 'informed' });
		const old = add({ seenAt: test.now() - 8 * 24 * HOUR_MS, outcome: 'informed' });
		const neighbour = (await pullAll(phone)).find(
			(row) => row.table === 'household' && row.id !== one.household && row.fields['number'] === '14'
		)!;
		const hasty = add({ household: neighbour.id, seenAt: test.now() - 3 * HOUR_MS, outcome: 'informed' });
		const hasty2 = add({ seenAt: test.now() - 3 * HOUR_MS + 30_000, outcome: 'nobodyHome' });
		await phone.push([...one.entries, ...two.entries, noted, early, old, hasty, hasty2]);

		const desk = await test.desk('huy');
		const volunteer = (await desk.listVolunteers()).find((row) => row.name === KHANG)!;
		const filter = { state: 'open', volunteer: volunteer.id } as const;
		const mine = new Set([one.seen, two.seen, noted.e, early.e, old.e, hasty.e, hasty2.e]);
		const choose = async () =>
			(await desk.choosePlain((await desk.listVisits(filter)).rows)).filter(({ id }) => mine.has(id));
		const plain = await choose();
		expect(plain).toHaveLength(2);
		expect(plain).toEqual(
			expect.arrayContaining([
				{ id: one.seen, v: 1 },
				{ id: two.seen, v: 1 }
			])
		);

		// somebody else was faster with one of them
		expect((await (await test.desk('cuc')).approveVisit(one.seen, 1)).ok).toBe(true);
		expect(await (await test.desk('khiem')).approvePlain(plain)).toMatchObject({
			problem: { code: 'staff.notAllowed' }
		});
		expect(await desk.approvePlain([])).toMatchObject({ problem: { code: 'field.required' } });
		const many = Array.from({ length: 51 }, () => ({ id: two.seen, v: 1 }));
		expect(await desk.approvePlain(many)).toMatchObject({ problem: { code: 'field.tooLong' } });
		// what is not plain is left, also when somebody asks for it; and so is a version that nobody saw
		const asked = [...plain, { id: noted.e as VisitId, v: 1 }, { id: early.e as VisitId, v: 1 }, ...plain];
		expect(await desk.approvePlain(asked.map((seen) => ({ ...seen, v: 2 })))).toEqual({
			ok: true,
			value: { approved: 0, left: 4 }
		});
		expect(await desk.approvePlain(asked)).toEqual({ ok: true, value: { approved: 1, left: 3 } });
		expect(await choose()).toEqual([]);
		expect((await pullAll(phone)).find((row) => row.id === two.seen)?.fields['review']).toMatchObject({
			state: 'approved',
			byName: 'Đặng Quốc Huy'
		});
		expect((await desk.readVisit(noted.e as VisitId, {}))?.visit.review?.state).toBe('waiting');
		expect((await desk.listAudit()).filter((line) => line.act === 'visit.approvePlain')).toHaveLength(1);
	});

	it('what two people wrote differently is not plain, nor is a visit to the same person', async () => {
		const [a, b] = [await joinPhone(test, KHANG), await joinPhone(test, 'Trần Thị Mận')];
		const { entries, person, seen } = await makeVisit(test, a);
		await a.push(entries);
		const desk = await test.desk('huy');
		const isPlain = async () =>
			(await desk.choosePlain((await desk.listVisits({ state: 'open' })).rows)).some(({ id }) => id === seen);
		expect(await isPlain()).toBe(true);
		await a.push([a.entry('person.set', person, { name: 'Đinh Thị Một' }, { bv: 1 })]);
		await b.push([b.entry('person.set', person, { name: 'Đinh Thị Hai' }, { bv: 1 })]);
		expect(await isPlain()).toBe(false);
		expect(await desk.approvePlain([{ id: seen, v: 1 }])).toEqual({ ok: true, value: { approved: 0, left: 1 } });
	});

	it('filters and pages what came in', async () => {
		const desk = await test.desk('huy');
		const all = await desk.listVisits({});
		expect(all).toMatchObject({ total: 15, next: null });
		const areas = await desk.readAreas();
		const top = areas.find((area) => area.kind === 'ward')!;
		const third = areas.find((area) => area.name === 'Khu phố 3')!;
		expect((await desk.listVisits({ area: top.id })).total).toBe(15);
		expect((await desk.listVisits({ area: third.id })).total).toBe(2);
		expect((await desk.listVisits({ outcome: 'referred', state: 'open' })).total).toBe(1);
		const after = all.rows[6]!.visit.id;
		const rest = await desk.listVisits({ after });
		expect(rest.rows.map((row) => row.visit.id)).toEqual(all.rows.slice(7).map((row) => row.visit.id));
		expect(rest.total).toBe(15);
		expect(await desk.readVisit(newId(test) as VisitId, {})).toBeNull();
	});

	it('F028 shows a whole number to police and civil status only, with a reason and a line', async () => {
		const phone = await joinPhone(test, KHANG);
		const { entries, person } = await makeVisit(test, phone);
		await phone.push(entries);
		const desk = await test.desk('cuc');
		expect(await desk.revealNumber(person, ' ')).toMatchObject({ problem: { code: 'field.reasonNeeded' } });
		expect(await desk.revealNumber(person, 'Đối chiếu hồ sơ')).toEqual({ ok: true, value: '000185000199' });
		for (const username of ['son', 'khiem', 'tuyet']) {
			const answer = await (await test.desk(username)).revealNumber(person, 'Đối chiếu');
			expect(answer).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		}
		const lines = (await desk.listAudit()).filter((line) => line.act === 'person.reveal');
		expect(lines).toMatchObject([{ actorName: 'Phan Thu Cúc', subject: '12/5 ngõ Đình', reason: 'Đối chiếu hồ sơ' }]);
		for (let i = 0; i < 4; i++) expect((await desk.revealNumber(person, 'Đối chiếu')).ok).toBe(true);
		expect(await desk.revealNumber(person, 'Đối chiếu')).toMatchObject({ problem: { code: 'staff.freshNeeded' } });
	});

	it('F028 asks for the password again after five numbers, and has a limit for the hour and for the day', async () => {
		const phone = await joinPhone(test, KHANG);
		const { entries, person } = await makeVisit(test, phone);
		await phone.push(entries);
		let shown = 0;
		const codes: string[] = [];
		const reveal = async (times: number) => {
			const desk = await test.freshDesk('cuc');
			for (let i = 0; i < times; i++) {
				const answer = await desk.revealNumber(person, 'Đối chiếu');
				if (answer.ok) shown++;
				else codes.push(`${answer.problem.code} ${Math.ceil((answer.problem.waitMs ?? 0) / HOUR_MS)}`);
			}
		};
		await reveal(31);
		expect([shown, ...codes]).toEqual([30, 'reveal.hourLimit 1']);
		for (let hour = 0; hour < 3; hour++) {
			test.pass(HOUR_MS);
			await reveal(30);
		}
		expect(shown).toBe(100);
		expect(new Set(codes.slice(1))).toEqual(new Set(['reveal.dayLimit 21']));
		test.pass(21 * HOUR_MS);
		await reveal(1);
		expect(shown).toBe(101);
	});

	it('opens a door with its people and visits, and says who looked', async () => {
		const desk = await test.desk('tuyet');
		test.pass(1);
		const [row] = (await desk.listHouseholds({ search: 'giang ha' })).rows;
		const sheet = (await desk.readHousehold(row!.household.id))!;
		expect(sheet.people).toHaveLength(3);
		expect(sheet.visits).toHaveLength(3);
		expect(sheet.people.some((person) => 'idKeep' in person)).toBe(false);
		expect((await desk.listAudit())[0]).toMatchObject({ act: 'household.read', subject: '18A đường Lò Gốm' });
		expect(await desk.approveVisit(sheet.visits[0]!.visit.id, 1)).toMatchObject({ ok: true });
		const admin = await test.desk('khiem');
		expect(await admin.approveVisit(sheet.visits[0]!.visit.id, 2)).toMatchObject({
			problem: { code: 'staff.notAllowed' }
		});
	});

	it('shows two values of one field that two people wrote, and keeps the first', async () => {
		const [a, b] = [await joinPhone(test, KHANG), await joinPhone(test, 'Trần Thị Mận')];
		const rows = await pullAll(a);
		const dat = rows.find((row) => row.fields['name'] === 'Cao Thành Đạt')!;
		await a.push([a.entry('person.set', dat.id, { name: 'Cao Thành Đát' }, { bv: dat.v })]);
		const second = await b.push([b.entry('person.set', dat.id, { name: 'Cao Thanh Đạt' }, { bv: dat.v })]);
		expect(second.body.res[0]).toMatchObject({ s: 'conflict', cf: ['name'] });
		const seen = newId(test);
		const household = dat.fields['household'];
		const fields = { household, person: dat.id, seenAt: test.now(), outcome: 'done', consent: CONSENT };
		await a.push([a.entry('visit.add', seen, fields)]);
		const sheet = (await (await test.desk('huy')).readVisit(seen as VisitId, {}))!;
		const key = `${dat.id}.name`;
		expect(sheet.conflicts).toEqual([
			{ key, table: 'person', field: 'name', kept: 'Cao Thành Đát', other: 'Cao Thanh Đạt' }
		]);
		expect(sheet.history).toMatchObject([{ field: 'name', before: 'Cao Thành Đạt', after: 'Cao Thành Đát' }]);
	});
});
