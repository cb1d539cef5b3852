// The privacy desk over both databases: consents, requests of residents, what goes when its time has come, breaches. What
// was taken away is looked for in every table, and with SQLite in the bytes of the files.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDumpedWords } from '../../../tests/fixtures/found-words.ts';
import { dumpStore } from '../../../tests/fixtures/store-copy.ts';
import { eachEngine, joinPhone, KHANG, makeVisit, pullAll, type FullRow } from '../../../tests/fixtures/ward.ts';
import { parseDay } from '../domain/day.ts';
import type { AreaId, PersonId } from '../domain/id.ts';
import type { RetentionChoice } from '../domain/retention.ts';
import { letter } from '../ui/words/vi/letter.ts';
import { doctor } from './operator.ts';
import type { Desk } from './ward-desk.ts';

const DAY_MS = 24 * 3600_000;
const BY_AGE: RetentionChoice = { by: 'age' };

eachEngine('privacy', (test, engine) => {
	/** Every row of every table, as text. */
	const dump = () => dumpStore(test.config);
	const dumpMarks = async () => (await dump()).split('\n').find((line) => line.startsWith('mark_row '))!;
	/** What lies in the files of the store, unused pages and the log of writes included. */
	const readFiles = () =>
		readdirSync(test.config.dataDir)
			.filter((name) => name.startsWith('ward.sqlite'))
			.map((name) => readFileSync(join(test.config.dataDir, name)).toString('latin1'))
			.join('\n');
	const bytesOf = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
	const env = () => ({ DATA_DIR: test.config.dataDir, DATABASE_URL: test.config.databaseUrl ?? '', DEMO: '0' });
	const one = async (desk: Desk, search: string) => (await desk.privacy.findPeople(search))[0]!;

	it('F105 takes a request, shows its day, and does what was asked or nothing', async () => {
		const desk = await test.desk('tuyet');
		const { person, v } = await one(desk, 'giang ha');
		const draft = {
			kind: 'correct',
			person: person.id,
			asker: 'Người Hỏi Thử',
			contact: '0999 000 055',
			detail: 'Sai tên'
		};
		expect(await desk.privacy.addRequest({ ...draft, asker: '' })).toMatchObject({
			problem: { code: 'field.required' }
		});
		expect(await desk.privacy.addRequest({ ...draft, detail: 'mã OTP 123456' })).toMatchObject({
			problem: { at: 'detail' }
		});
		const added = await desk.privacy.addRequest(draft);
		const id = added.ok ? added.value.id : '';
		// 2026-11-20 is a Friday
		expect((await desk.privacy.listRequests('open')).rows).toMatchObject([
			{
				number: 1,
				kind: 'correct',
				dueOn: '2026-11-24',
				state: 'open',
				asker: 'Người Hỏi Thử',
				receivedName: 'Triệu Ánh Tuyết'
			}
		]);
		const answer = (act: Parameters<typeof desk.privacy.answerRequest>[1]['act'], said = 'Đã sửa theo giấy tờ') =>
			desk.privacy.answerRequest(id, { act, answer: said });
		expect(await answer({ do: 'correct', v, fields: { name: 'Tên Đã Sửa' } }, ' ')).toMatchObject({
			problem: { code: 'field.required' }
		});
		expect(await answer({ do: 'correct', v: v + 1, fields: { name: 'Tên Đã Sửa' } })).toMatchObject({
			problem: { code: 'desk.changedSince' }
		});
		expect(await answer({ do: 'correct', v, fields: { birth: 'hôm qua' } })).toMatchObject({ ok: false });
		expect((await desk.privacy.listRequests('open')).rows).toHaveLength(1);
		expect((await answer({ do: 'correct', v, fields: { name: 'Tên Đã Sửa' } })).ok).toBe(true);
		expect(await answer({ do: 'answer' })).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect(await desk.privacy.listRequests('open')).toEqual({ rows: [], next: null });
		expect((await desk.privacy.readRequest(id))!.about!.person.name).toBe('Tên Đã Sửa');
		expect((await desk.privacy.listRequests('closed')).rows).toMatchObject([
			{ state: 'done', answeredName: 'Triệu Ánh Tuyết', answer: 'Đã sửa theo giấy tờ', personName: 'Tên Đã Sửa' }
		]);
		const admin = await test.desk('khiem');
		const second = await admin.privacy.addRequest({ ...draft, kind: 'view' });
		const refused = await admin.privacy.answerRequest(second.ok ? second.value.id : '', {
			act: { do: 'answer' },
			answer: 'x'
		});
		expect(refused).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		const acts = (await admin.listAudit()).map((line) => line.act);
		expect(acts.filter((act) => act.startsWith('request.'))).toEqual([
			'request.add',
			'request.read',
			'request.answer',
			'request.add'
		]);
	});

	it('F105 takes back phone and reminders, on the phone too', async () => {
		const phone = await joinPhone(test, KHANG);
		const before = (await pullAll(phone)).find((row) => row.fields['phone'] !== undefined)!;
		const desk = await test.desk('son');
		const added = await desk.privacy.addRequest({
			kind: 'withdraw',
			person: before.id as PersonId,
			asker: 'Người Hỏi Thử',
			contact: '',
			detail: ''
		});
		const act = { do: 'withdraw', v: before.v } as const;
		expect((await desk.privacy.answerRequest(added.ok ? added.value.id : '', { act, answer: 'Đã rút' })).ok).toBe(true);
		const after = (await pullAll(phone)).find((row) => row.id === before.id)!;
		expect(after.fields['phone']).toBeUndefined();
		expect(after.fields['consent']).toMatchObject({ record: true, phone: false, remind: false });
		const register = await desk.privacy.listConsents({ state: 'all' });
		expect(register.rows.find((row) => row.person === before.id)).toMatchObject({
			state: 'given',
			consent: { phone: false },
			writtenBy: 'Vũ Đình Sơn'
		});
		const none = await desk.privacy.listConsents({ state: 'none' });
		expect(none.rows.every((row) => row.consent === null && row.writtenBy === null)).toBe(true);
		expect(none.rows.length + (await desk.privacy.listConsents({ state: 'given' })).rows.length).toBe(
			register.rows.length
		);
	});

	it('F105 deletes a person from every place, and the visits still count', async () => {
		const phone = await joinPhone(test, KHANG);
		const { entries, person, seen } = await makeVisit(test, phone);
		await phone.push(entries);
		// what is open for a person stands in rows by code as well
		await phone.push([phone.entry('person.set', person, { barriers: ['B4.1'] }, { bv: 1 })]);
		expect(await dumpMarks()).toContain(person);
		expect(readDumpedWords(await dump()).index.filter((line) => line.includes(person)).length).toBeGreaterThan(2);
		const odd = phone.entry('person.set', person, { name: 'Đinh Thị Thử Hai', birth: 'sai' }, { bv: 1 });
		await phone.push([odd]);
		const desk = await test.desk('cuc');
		const figures = (await desk.countFigures()).ward;
		expect(await dump()).toContain('Đinh Thị Thử');
		const added = await desk.privacy.addRequest({
			kind: 'delete',
			person,
			asker: 'Người Hỏi Thử',
			contact: '',
			detail: ''
		});
		const done = await desk.privacy.answerRequest(added.ok ? added.value.id : '', {
			act: { do: 'erase' },
			answer: 'Đã xóa'
		});
		expect(done.ok).toBe(true);
		expect(await dump()).not.toMatch(/Đinh Thị Thử|000185000199/);
		expect(await dumpMarks()).not.toContain(person);
		const words = readDumpedWords(await dump());
		expect(words.index).toEqual(words.rows);
		expect(words.index.join()).not.toContain(person);
		if (engine === 'sqlite') expect(readFiles()).not.toContain(bytesOf('Đinh Thị Thử'));
		const after = (await desk.countFigures()).ward;
		const funnel = figures.funnel.map((row) =>
			row.step === 'registered' ? { ...row, official: row.official - 1 } : row
		);
		const gone = { registered: figures.registered - 1, present: figures.present - 1 };
		expect(after).toEqual({ ...figures, ...gone, funnel });
		const rows = await pullAll(phone);
		expect(rows.find((row) => row.id === person)).toMatchObject({ deleted: true, fields: {} });
		expect(rows.find((row) => row.id === seen)!.fields).not.toHaveProperty('person');
		expect(
			(await phone.push(entries)).body.res.map((verdict) => verdict.s),
			'sent again'
		).toEqual(['dup', 'dup']);
		expect(await dump()).not.toContain('Đinh Thị Thử');
		expect((await doctor(env())).join('\n')).toMatch(/steps whole, audit of \d+ lines whole/);
	});

	it('F104 shows what would go, takes it away everywhere, keeps the figures and proves it', async () => {
		const phone = await joinPhone(test, KHANG);
		const rows = await pullAll(phone);
		const second = await joinPhone(test, 'Trần Thị Mận');
		const dat = rows.find((row) => row.fields['name'] === 'Cao Thành Đạt')!;
		await phone.push([phone.entry('person.set', dat.id, { name: 'Cao Thành Đát' }, { bv: dat.v })]);
		await second.push([second.entry('person.set', dat.id, { name: 'Cao Thanh Đạt' }, { bv: dat.v })]);
		await second.push([second.entry('person.set', dat.id, { name: 'Cao Văn Lạ', birth: 'sai' }, { bv: dat.v })]);
		// what staff typed beside figures, against what the page asks
		const written = await test.desk('son');
		const days = { from: parseDay('2026-11-01')!, to: parseDay('2026-11-30')! };
		const targets = [{ area: dat.area as AreaId, counts: { 2: 1 }, note: 'Nhờ ông Cao Thành Đạt' }];
		expect((await written.figures.writeCampaign(null, { name: 'Đợt thử', ...days, targets })).ok).toBe(true);
		const figure = { measure: 'issued', level: null, asOf: days.from, count: 5, whole: null, rate: null } as const;
		const source = { area: dat.area as AreaId, source: 'Danh sách giả định', note: 'Cao Thành Đạt đưa' };
		expect((await written.figures.addReported({ ...figure, ...source })).ok).toBe(true);
		const order = { kind: 'month', day: days.from, campaign: null } as const;
		const report = await written.figures.makeReport(order, { summary: 'Cảm ơn ông Cao Thành Đạt' });
		const reportId = report.ok ? report.value : ('' as never);
		const reportFigures = (await written.figures.readReport(reportId))!.figures;
		const asked = { kind: 'notActivated', area: null, purpose: 'Hẹn bà Ngô Thị Sen' } as const;
		expect((await written.figures.exportList(asked, letter.list)).ok).toBe(true);
		const looked = await test.desk('huy');
		expect(await looked.countOpenCases()).toEqual({ conflicts: 1, asides: 1 });
		await looked.readHousehold(dat.fields['household'] as never);
		test.pass(400 * DAY_MS);
		const late = await joinPhone(test, KHANG);
		const { entries, person, household } = await makeVisit(test, late);
		await late.push(entries);
		const old = await (
			await test.desk('cuc')
		).revealNumber(rows.find((row) => row.fields['idTail'])!.id as never, 'Lý do của bà Sen');
		expect(old.ok).toBe(true);
		test.pass(100 * DAY_MS);

		expect(await (await test.desk('son')).privacy.planRetention(BY_AGE)).toBeNull();
		const desk = await test.freshDesk('khiem');
		const before = (await desk.countFigures()).ward;
		const names = ['Cao Thành Đát', 'Cao Thanh Đạt', 'Cao Văn Lạ'].concat(
			rows.flatMap((row) => (typeof row.fields['name'] === 'string' ? row.fields['name'] : []))
		);
		const marks = await dumpMarks();
		expect(rows.filter((row) => marks.includes(row.id)).length).toBeGreaterThan(3);
		const text = await dump();
		const plan = (await desk.privacy.planRetention(BY_AGE))!;
		expect(await dump(), 'a plan writes nothing but that somebody signed in').toBe(text);
		expect(plan.counts).toMatchObject({
			households: before.households - 1,
			people: before.registered + (plan.counts.people - before.registered)
		});
		expect(plan.byArea.length).toBe(2);
		expect(plan.counts.texts, 'a report, a note on a target, one on a figure').toBe(3);

		expect(await desk.privacy.runRetention({ choice: BY_AGE, hash: 'other' })).toMatchObject({
			problem: { code: 'desk.changedSince' }
		});
		expect(await (await test.desk('khiem')).privacy.runRetention({ choice: BY_AGE, hash: plan.hash })).toMatchObject({
			problem: { code: 'staff.freshNeeded' }
		});
		expect((await desk.privacy.runRetention({ choice: BY_AGE, hash: plan.hash })).ok).toBe(true);

		const [run] = await desk.privacy.listRuns();
		expect(run).toMatchObject({ isDone: true, left: 0, counts: plan.counts, hash: plan.hash, byArea: plan.byArea });
		const left = await dump();
		expect(names.length).toBeGreaterThan(10);
		expect(names.filter((name) => left.includes(name))).toEqual([]);
		if (engine === 'sqlite') {
			const files = readFiles();
			expect(names.filter((name) => files.includes(bytesOf(name)))).toEqual([]);
		}
		const marksLeft = await dumpMarks();
		expect(rows.filter((row) => marksLeft.includes(row.id))).toEqual([]);
		const emptied = (await (await test.desk('son')).figures.readReport(reportId))!;
		expect(Object.values(emptied.texts).join('')).toBe('');
		expect(emptied.figures).toEqual(reportFigures);
		const kept = run!.byArea.reduce((sum, row) => sum + row.figures.success, 0);
		expect(kept + (await desk.countFigures()).ward.success).toBe(before.success);
		expect((await desk.readHousehold(household as never))!.people.map((one) => one.id)).toEqual([person]);
		expect((await doctor(env())).join('\n')).toMatch(/steps whole, audit of \d+ lines whole/);

		const down = new Map((await pullAll(phone)).map((row) => [row.id, row as FullRow & { deleted?: boolean }]));
		for (const row of rows.filter((one) => typeof one.fields['name'] === 'string'))
			expect(down.get(row.id), row.id).toMatchObject({ deleted: true, fields: {} });
		// what pointed at them can still be looked at, and names nobody
		expect(await desk.countOpenCases()).toEqual({ conflicts: 0, asides: 0 });
		const told = JSON.stringify([
			await desk.listConflicts({ state: 'settled' }),
			await desk.listAsides({ state: 'settled' }),
			await desk.listAudit(),
			await desk.people.readWeek(parseDay('2026-11-20')),
			await desk.listIncidents()
		]);
		expect(names.filter((name) => told.includes(name))).toEqual([]);
		const again = (await desk.privacy.planRetention(BY_AGE))!;
		expect(again.counts).toMatchObject({ households: 0, people: 0, visits: 0, texts: 0 });

		// the reason is younger than the rule; when its time has come it goes and the chain says so
		expect(await dump()).toContain('Lý do của bà Sen');
		test.pass(300 * DAY_MS);
		const later = await test.freshDesk('khiem');
		const next = (await later.privacy.planRetention(BY_AGE))!;
		expect((await later.privacy.runRetention({ choice: BY_AGE, hash: next.hash })).ok).toBe(true);
		expect(await dump()).not.toMatch(/Lý do của bà Sen|Đinh Thị Thử/);
		expect((await doctor(env())).join('\n')).toMatch(/audit of \d+ lines whole/);
		await test.changeStore(`update audit set reason = null where act = 'retention.run'`);
		await expect(doctor(env())).rejects.toThrow('The audit of');
	});

	it('F104 waits after a campaign for as long as the ward has said', async () => {
		const desk = await test.desk('khiem');
		const ended = (day: string): RetentionChoice => ({ by: 'campaign', name: 'Đợt thử', endedOn: parseDay(day)! });
		expect(await desk.privacy.planRetention(ended('2026-10-31'))).toBeNull();
		expect(await desk.privacy.writeRule({ keepDays: 5, daysOff: '' })).toMatchObject({
			problem: { code: 'field.badChoice' }
		});
		expect(await desk.privacy.writeRule({ keepDays: 30, daysOff: '23/11/2026 31/02/2026' })).toMatchObject({
			problem: { code: 'field.badDay' }
		});
		expect((await desk.privacy.writeRule({ keepDays: 30, daysOff: '23/11/2026, 23/11/2026' })).ok).toBe(true);
		expect(await desk.privacy.readRule()).toEqual({ keepDays: 30, daysOff: ['2026-11-23'] });
		expect((await desk.privacy.planRetention(ended('2026-10-21')))?.before).toBe('2026-10-22');
		expect(await desk.privacy.planRetention(ended('2026-10-22'))).toBeNull();
		expect(await (await test.desk('son')).privacy.writeRule({ keepDays: 40, daysOff: '' })).toMatchObject({
			problem: { code: 'staff.notAllowed' }
		});
		const added = await desk.privacy.addRequest({
			kind: 'view',
			person: null,
			asker: 'Người Hỏi Thử',
			contact: '',
			detail: ''
		});
		expect(added.ok && (await desk.privacy.listRequests('open')).rows[0]!.dueOn, 'a day off is no working day').toBe(
			'2026-11-25'
		);
	});

	it('F106 opens a dated record of a breach in one step and closes it when all of the list was done', async () => {
		const desk = await test.desk('huy');
		expect(await desk.privacy.openBreach(' ')).toMatchObject({ problem: { code: 'field.required' } });
		const opened = await desk.privacy.openBreach('Mất một máy ở ngõ Đình');
		const id = opened.ok ? opened.value.id : '';
		expect(await desk.privacy.listBreaches()).toMatchObject([
			{
				what: 'Mất một máy ở ngõ Đình',
				openedAt: test.now(),
				tellBy: test.now() + 3 * DAY_MS,
				closedAt: null,
				steps: {}
			}
		]);
		expect(await desk.privacy.markBreach(id, 'dance')).toMatchObject({ problem: { code: 'field.badChoice' } });
		for (const step of ['contain', 'scope', 'leader', 'authority', 'people', 'cause'])
			expect((await desk.privacy.markBreach(id, step)).ok, step).toBe(true);
		expect(await desk.privacy.markBreach(id, 'cause')).toMatchObject({ problem: { code: 'desk.notOpen' } });
		const [breach] = await desk.privacy.listBreaches();
		expect(breach!.closedAt).toBe(test.now());
		expect(breach!.steps.scope).toEqual({ at: test.now(), byName: 'Đặng Quốc Huy' });
	});
});
