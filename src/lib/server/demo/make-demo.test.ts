// The demo ward: everybody in it, found, counted and kept.

import { expect, it } from 'vitest';
import { eachEngine, joinPhone, KHANG, lookAt, pullAll } from '../../../../tests/fixtures/ward.ts';
import { decideCountdown } from '../../domain/ladder.ts';
import { dayAt } from '../../domain/day.ts';
import type { Person } from '../../domain/person.ts';
import type { Row } from '../../sync/record.ts';
import { readDemoPassword } from './sign-in.ts';

eachEngine('demo', (test) => {
	it('has 19 doors and 35 people in two quarters, and a second start keeps them and the password', async () => {
		const desk = await test.desk('huy');
		const password = readDemoPassword(test.config.dataDir);
		const households = await desk.listHouseholds({});
		const { ward, byArea } = await desk.countFigures();
		expect(households.total).toBe(19);
		expect(households.rows.reduce((sum, row) => sum + row.people, 0)).toBe(34); // one has died
		expect(byArea.map(({ area }) => area.name)).toEqual(['Khu phố 3', 'Khu phố 4']);
		expect(ward).toMatchObject({ households: 19, registered: 34, householdsInformed: 9 });
		expect(byArea.reduce((sum, { figures }) => sum + figures.success, 0)).toBe(ward.success);
		await test.reopen();
		expect(readDemoPassword(test.config.dataDir)).toBe(password);
		expect((await (await test.desk('son')).listHouseholds({})).total).toBe(19);
		const people = await (await joinPhone(test, 'Đinh Công Thành')).pull(0);
		const khang = await (await joinPhone(test, KHANG)).pull(0);
		const count = (rows: readonly Row[]) => rows.filter((row) => 'table' in row && row.table === 'person').length;
		expect(count(people.body.rows) + count(khang.body.rows)).toBe(35);
	});

	it('holds a case of every barrier group, data flag, consent state and evidence', async () => {
		const rows = [
			...(await pullAll(await joinPhone(test, 'Đinh Công Thành'))),
			...(await pullAll(await joinPhone(test, KHANG)))
		];
		const people = rows.filter((row) => row.table === 'person').map((row) => row.fields as Partial<Person>);
		const visits = rows.filter((row) => row.table === 'visit');
		const groups = new Set(people.flatMap((person) => (person.barriers ?? []).map((code) => code.slice(0, 2))));
		expect([...groups].sort()).toEqual(['B1', 'B2', 'B3', 'B4', 'B5', 'B6']);
		const flags = visits.flatMap((row) => (row.fields['flags'] ?? []) as { code: string }[]);
		expect(new Set(flags.map((flag) => flag.code)).size).toBe(16);
		expect(new Set(people.map((person) => person.standing?.evidence)).size).toBe(4);
		expect(new Set(people.map((person) => person.consent && String(person.consent.phone))).size).toBe(3);
		// S01: the notice came three days ago
		const sen = people.find((person) => person.name === 'Ngô Thị Sen')!;
		expect(decideCountdown(sen.standing!, dayAt(test.now()))?.daysLeft).toBe(4);
		expect(sen).toMatchObject({ idTail: '0101' });
		expect(rows.every((row) => !('idKeep' in row.fields) && !('personalId' in row.fields))).toBe(true);
	});

	it('is found without diacritics, by two letters and by the last digits', async () => {
		const desk = await test.desk('cuc');
		const find = async (search: string) =>
			(await desk.listHouseholds({ search })).rows.map((row) => row.household.number);
		expect(await find('vu')).toEqual(expect.arrayContaining(['40', '3']));
		expect(await find('LÊ')).toEqual(expect.arrayContaining(['40', '3']));
		expect(await find('y')).toEqual(expect.arrayContaining(['5/2', '15']));
		expect(await find('ngo sen')).toEqual(['12/3']);
		expect(await find('12/3 dinh')).toEqual(['12/3']);
		expect(await find('0101')).toEqual(['12/3']);
		expect(await find('%')).toEqual([]);
		expect(await find('_')).toEqual([]);
		expect((await desk.listVisits({ state: 'open', search: 'do an' })).rows).toHaveLength(1);
	});

	it('tells at the start how to get in, and never starts in a store that holds a ward', async () => {
		const lines = (await test.ward.describeStart()).join('\n');
		expect(lines).toContain('http://localhost:3000/ward');
		expect(lines).toContain(readDemoPassword(test.config.dataDir));
		const code = /join code (\S+)/.exec(lines)![1]!;
		expect((await lookAt(test, code)).body.volunteer?.name).toBe(KHANG);
		await test.reopen();
		expect(await test.ward.listWards()).toHaveLength(1);
	});

	it('lists doors in walking order, page by page', async () => {
		const desk = await test.desk('huy');
		const { rows } = await desk.listHouseholds({ search: 'dinh' });
		expect(rows.map((row) => row.household.number)).toEqual(['12/3', '12/5', '14']);
		const all = (await desk.listHouseholds({})).rows.map((row) => row.household.id);
		const after = (await desk.listHouseholds({ after: all[4]! })).rows.map((row) => row.household.id);
		expect(after).toEqual(all.slice(5));
	});
});
