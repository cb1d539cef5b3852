// Two records of one person at the desk: found by number, by name and day; merged, kept apart, and taken back.

import { expect, it } from 'vitest';
import { readDumpedWords } from '../../../tests/fixtures/found-words.ts';
import { dumpStore } from '../../../tests/fixtures/store-copy.ts';
import { CONSENT, eachEngine, joinPhone, KHANG, newId, pullAll, type TestPhone } from '../../../tests/fixtures/ward.ts';
import type { PersonId, VisitId } from '../domain/id.ts';
import type { TwinRow } from '../domain/desk-twin.ts';
import type { Desk } from './ward-desk.ts';

const MAN = 'Trần Thị Mận';
const NUMBER = '000185000199';
const HUNDRED = '000185000198';

eachEngine('twins', (test) => {
	const doorOf = async (phone: TestPhone, number: string) =>
		(await pullAll(phone)).find((row) => row.table === 'household' && row.fields['number'] === number)!.id;

	/** A person behind a door with a visit. */
	async function write(phone: TestPhone, household: string, p: object) {
		const [person, visit] = [newId(test), newId(test)];
		const fields = { name: 'Đinh Thị Thử', birth: '1985', sex: 'female', presence: 'home', consent: CONSENT, ...p };
		const sent = await phone.push([
			phone.entry('person.add', person, { household, ...fields }),
			phone.entry('visit.add', visit, { household, person, seenAt: test.now(), outcome: 'done', consent: CONSENT })
		]);
		expect(sent.body.res.map(({ s }) => s)).toEqual(['ok', 'ok']);
		test.pass(1000);
		return { person: person as PersonId, visit: visit as VisitId };
	}
	const merge = (desk: Desk, { one, other }: TwinRow) =>
		desk.mergeTwins({ kept: one.person.id, keptV: one.v, gone: other.person.id, goneV: other.v });
	const idsOf = (rows: readonly TwinRow[]) => rows.map(({ one, other }) => [one.person.id, other.person.id].sort());
	const live = async (phone: TestPhone, table: string) =>
		(await pullAll(phone)).filter((row) => row.table === table && !row.deleted);

	it('F015 finds the same number, and the same name and day; never two whose numbers differ, nor by a year alone', async () => {
		const phone = await joinPhone(test, KHANG);
		const [home, next] = [await doorOf(phone, '12/5'), await doorOf(phone, '14')];
		const a = await write(phone, home, { name: 'Đinh Thị Thử', personalId: NUMBER });
		const b = await write(phone, next, { name: 'Tên Ghi Khác', birth: '1990', personalId: NUMBER });
		const c = await write(phone, home, { name: 'Phùng Văn Thử', birth: '1971-03-04' });
		const d = await write(phone, next, { name: 'PHÙNG  VĂN THỬ', birth: '1971-03-04', personalId: HUNDRED });
		await write(phone, home, { name: 'Phùng Văn Thử', birth: '1971' });
		await write(phone, home, { name: 'Lò Thị Thử', birth: '1960-01-01', personalId: '000160000111' });
		await write(phone, home, { name: 'Lò Thị Thử', birth: '1960-01-01', personalId: '000160000112' });
		const desk = await test.desk('huy');
		const list = await desk.listTwins();
		expect(idsOf(list.rows)).toEqual([
			[a.person, b.person],
			[c.person, d.person]
		]);
		expect(list).toMatchObject({ total: 2, words: [] });
		expect(list.rows.map(({ why }) => why)).toEqual([['number'], ['name']]);
		expect(list.rows[0]).toMatchObject({
			one: { door: '12/5 ngõ Đình', areaName: 'Khu phố 3', visits: 1, person: { idTail: '0199' } }
		});
		expect(JSON.stringify(list)).not.toContain(NUMBER);
	});

	it('merges: every phone ends with one person and both visits, later ones too; taking back restores both', async () => {
		const [khang, man] = [await joinPhone(test, KHANG), await joinPhone(test, MAN)];
		const home = await doorOf(khang, '12/5');
		const a = await write(khang, home, { personalId: NUMBER });
		const b = await write(man, home, { personalId: NUMBER, card: 'valid' });
		const people = (await live(khang, 'person')).filter(({ id }) => [a.person, b.person].includes(id as PersonId));
		const desk = await test.desk('huy');
		const [row] = (await desk.listTwins()).rows;
		expect(
			await (await test.desk('khiem')).mergeTwins({ kept: a.person, keptV: 1, gone: b.person, goneV: 1 })
		).toMatchObject({
			problem: { code: 'staff.notAllowed' }
		});
		expect(await desk.mergeTwins({ kept: a.person, keptV: 1, gone: b.person, goneV: 7 })).toMatchObject({
			problem: { code: 'desk.changedSince' }
		});
		expect(await merge(desk, row!)).toEqual({ ok: true, value: undefined });
		// somebody else had the same pair on the screen
		expect(await merge(await test.desk('cuc'), row!)).toMatchObject({ ok: false });

		const late = newId(test);
		const fields = { household: home, person: b.person, seenAt: test.now(), outcome: 'informed', consent: CONSENT };
		expect((await man.push([man.entry('visit.add', late, fields)])).body.res[0]?.s).toBe('ok');
		for (const phone of [khang, man]) {
			const rows = await live(phone, 'person');
			expect(rows.find(({ id }) => id === a.person)?.fields).toMatchObject({ card: 'valid', idTail: '0199' });
			expect(rows.some(({ id }) => id === b.person)).toBe(false);
			const visits = (await live(phone, 'visit')).filter(({ fields }) => fields['person'] === a.person);
			expect(visits.map(({ id }) => id).sort()).toEqual([a.visit, b.visit, late].sort());
		}
		const sheet = (await desk.readVisit(b.visit, {}))!;
		expect(sheet.person?.id).toBe(a.person);
		expect(sheet.history.filter(({ field }) => field === 'person')).toMatchObject([
			{ before: 'Đinh Thị Thử', after: 'Đinh Thị Thử', actorName: 'Đặng Quốc Huy' }
		]);
		const list = await desk.listTwins();
		expect(list).toMatchObject({ rows: [], total: 0, words: [{ state: 'merged', byName: 'Đặng Quốc Huy' }] });
		const words = async () => readDumpedWords(await dumpStore(test.config));
		const merged = await words();
		expect(merged.index).toEqual(merged.rows);
		expect(merged.index.join()).not.toContain(b.person);

		expect(await (await test.desk('khiem')).undoTwin(list.words[0]!.id)).toMatchObject({
			problem: { code: 'staff.notAllowed' }
		});
		expect(await desk.undoTwin(list.words[0]!.id)).toEqual({ ok: true, value: undefined });
		expect(await desk.undoTwin(list.words[0]!.id)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		const back = (await live(man, 'person')).filter(({ id }) => [a.person, b.person].includes(id as PersonId));
		expect(back.map(({ id, fields }) => [id, fields])).toEqual(
			expect.arrayContaining(people.map(({ id, fields }) => [id, fields]))
		);
		expect((await live(man, 'visit')).find(({ id }) => id === b.visit)?.fields['person']).toBe(b.person);
		const split = await words();
		expect(split.index).toEqual(split.rows);
		expect(split.index.join()).toContain(b.person);
		expect(idsOf((await desk.listTwins()).rows)).toEqual([[a.person, b.person].sort()]);
		const acts = (await desk.listAudit()).map(({ act }) => act).filter((act) => act.startsWith('twin.'));
		expect(acts).toEqual(['twin.undo', 'twin.merge']);
	});

	it('two people stay two: the pair leaves the list, until that is taken back', async () => {
		const phone = await joinPhone(test, KHANG);
		const home = await doorOf(phone, '12/5');
		await write(phone, home, { birth: '1985-01-02' });
		await write(phone, home, { birth: '1985-01-02' });
		const desk = await test.desk('huy');
		const [row] = (await desk.listTwins()).rows;
		const [one, other] = [row!.one.person.id, row!.other.person.id];
		expect(await desk.keepApart(one, one)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect((await desk.keepApart(other, one)).ok).toBe(true);
		expect(await desk.keepApart(one, other)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		const list = await desk.listTwins();
		expect(list).toMatchObject({ total: 0, words: [{ state: 'apart' }] });
		expect((await desk.undoTwin(list.words[0]!.id)).ok).toBe(true);
		expect((await desk.listTwins()).total).toBe(1);
	});

	it('F105 whoever is deleted takes along whoever was merged into them', async () => {
		const phone = await joinPhone(test, KHANG);
		const home = await doorOf(phone, '12/5');
		const a = await write(phone, home, { personalId: NUMBER });
		const b = await write(phone, home, { name: 'Tên Riêng Bịgộp', personalId: NUMBER });
		const desk = await test.desk('huy');
		expect((await desk.mergeTwins({ kept: a.person, keptV: 1, gone: b.person, goneV: 1 })).ok).toBe(true);
		expect(await dumpStore(test.config)).toContain('Bịgộp');
		const asked = await desk.privacy.addRequest({
			kind: 'delete',
			person: a.person,
			asker: 'Người Hỏi',
			contact: '',
			detail: ''
		});
		if (!asked.ok) throw new Error(asked.problem.code);
		expect((await desk.privacy.answerRequest(asked.value.id, { act: { do: 'erase' }, answer: 'Đã xóa' })).ok).toBe(
			true
		);
		expect(await dumpStore(test.config)).not.toMatch(/Bịgộp|bigop/);
		const [word] = (await desk.listTwins()).words;
		expect(await desk.undoTwin(word!.id)).toMatchObject({ problem: { code: 'desk.notOpen' } });
	});

	it('whoever sees some areas sees pairs of these only, and merges no other', async () => {
		const [khang, thanh] = [await joinPhone(test, KHANG), await joinPhone(test, 'Đinh Công Thành')];
		const a = await write(khang, await doorOf(khang, '12/5'), { personalId: NUMBER });
		const there = (await pullAll(thanh)).find((row) => row.table === 'household')!.id;
		const b = await write(thanh, there, { personalId: NUMBER });
		const desk = await test.desk('huy');
		expect(idsOf((await desk.listTwins()).rows)).toEqual([[a.person, b.person].sort()]);
		const admin = await test.freshDesk('khiem');
		const area = (await desk.readAreas()).find(({ name }) => name === 'Khu phố 3')!.id;
		const staff = (await admin.people.readStaff())!.rows.find(({ username }) => username === 'tuyet')!;
		expect((await admin.people.setRole(staff.id, { role: 'oneStop', areas: [area] })).ok).toBe(true);
		const own = await test.desk('tuyet');
		expect(await own.listTwins()).toMatchObject({ rows: [], total: 0 });
		const choice = { kept: a.person, keptV: 1, gone: b.person, goneV: 1 };
		expect(await own.mergeTwins(choice)).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		expect(await own.keepApart(a.person, b.person)).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		expect((await desk.mergeTwins(choice)).ok).toBe(true);
		expect((await own.listTwins()).words).toEqual([]);
		const [word] = (await desk.listTwins()).words;
		expect(await own.undoTwin(word!.id)).toMatchObject({ problem: { code: 'staff.notAllowed' } });
	});
});
