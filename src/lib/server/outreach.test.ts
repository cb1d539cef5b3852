// What is done beside the doors, over both databases: counts without names, kept apart from what is counted at doors.

import { expect, it } from 'vitest';
import { eachFigureSite, take } from '../../../tests/fixtures/figure-desk.ts';
import { makeWard, WHOLE_WARD, type MadeWard } from '../../../tests/fixtures/made-ward.ts';
import { addDays, dayAt, formatDay } from '../domain/day.ts';
import type { StaffRole } from '../domain/desk.ts';
import type { AreaId, StaffId } from '../domain/id.ts';
import { HELP_TOPICS, parseHelpForm, parseOutreachForm, sumEvents } from '../domain/outreach.ts';
import { letter } from '../ui/words/vi/letter.ts';
import { listTables, makeLetter } from '../domain/letter.ts';
import { openFigureDesk } from './figure-desk.ts';
import { openOutreachDesk } from './outreach-desk.ts';
import { Report } from './report.ts';
import { readScope } from './scope.ts';
import { newId, type Site } from './site.ts';

const SIZES = { quarters: 2, doors: 10, people: 20, visits: 30 };

async function sit(site: Site, made: MadeWard, role: StaffRole, areas: readonly AreaId[] | null = null) {
	const staff = { ward: made.ward, wardName: made.name, id: newId<StaffId>(site), name: `Cán bộ ${role}`, role, areas };
	return openOutreachDesk(site, staff, await readScope(site.store.db, staff));
}

const typedEvent = (site: Site, extra: Record<string, string> = {}) => ({
	day: formatDay(dayAt(site.clock())),
	area: '',
	place: 'school',
	channel: 'training',
	topic: 'Đăng nhập cổng dịch vụ bằng VNeID',
	materials: 'Tờ rơi',
	audience: '1.200',
	households: '310',
	helped: '25',
	followUps: '',
	...extra
});
const refused = { problem: { code: 'staff.notAllowed' } };

eachFigureSite('beside the doors', (getSite) => {
	it('F081: events are listed and added up by area, and no figure of the doors moves', async () => {
		const site = getSite();
		const made = await makeWard(site, 81, SIZES, false, 'Phường tuyên truyền');
		const [own, elsewhere] = [made.quarters[0]!.id, made.quarters[1]!.id];
		const police = await sit(site, made, 'areaPolice');
		const leader = {
			ward: made.ward,
			wardName: made.name,
			id: newId<StaffId>(site),
			name: 'L',
			role: 'leader',
			areas: null
		} as const;
		const figures = openFigureDesk(site, new Report(site), leader, WHOLE_WARD);
		const before = (await figures.readDashboard(null)).ward;
		take(await police.addEvent(parseOutreachForm(typedEvent(site, { area: own }))));
		take(await police.addEvent(parseOutreachForm(typedEvent(site, { area: own, audience: '8', households: '4' }))));
		take(await police.addEvent(parseOutreachForm(typedEvent(site, { area: elsewhere }))));
		take(await police.addEvent(parseOutreachForm(typedEvent(site))));
		const events = await police.listEvents();
		expect(sumEvents(events, own)).toEqual({ events: 2, audience: 1208, households: 314, helped: 50, followUps: 0 });
		expect(sumEvents(events, null)).toMatchObject({ events: 1, households: 310 });
		expect((await figures.readDashboard(null)).ward).toEqual(before);

		const confined = await sit(site, made, 'civilStatus', [own]);
		expect((await confined.listEvents()).map(({ area }) => area)).toEqual([own, own]);
		const theirs = events.find(({ area }) => area === elsewhere)!;
		expect(await confined.withdrawEvent(theirs.id)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect(await confined.addEvent(parseOutreachForm(typedEvent(site)))).toMatchObject(refused);
		expect(await confined.addEvent(parseOutreachForm(typedEvent(site, { area: elsewhere })))).toMatchObject(refused);
		take(await police.withdrawEvent(theirs.id));
		expect(await police.withdrawEvent(theirs.id)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect(await police.listEvents()).toHaveLength(3);
		const keeper = await sit(site, made, 'administrator');
		expect(await keeper.addEvent(parseOutreachForm(typedEvent(site)))).toMatchObject(refused);
		expect(await keeper.withdrawEvent(events[0]!.id)).toMatchObject(refused);
		const strange = await sit(site, await makeWard(site, 82, SIZES, false, 'Phường lạ'), 'leader');
		expect(await strange.listEvents()).toEqual([]);
	});

	it('F081, F094: reports of a day, a week and a month tell of the events of theirs, beside the figures of the doors', async () => {
		const site = getSite();
		const made = await makeWard(site, 85, SIZES, false, 'Phường báo cáo buổi');
		const [own, elsewhere] = [made.quarters[0]!.id, made.quarters[1]!.id];
		const staff = { ward: made.ward, wardName: made.name, id: newId<StaffId>(site), name: 'L', areas: null } as const;
		const figures = openFigureDesk(site, new Report(site), { ...staff, role: 'leader' }, WHOLE_WARD);
		const today = dayAt(site.clock());
		const read = async (kind: 'day' | 'week' | 'month') =>
			(await figures.readReport(take(await figures.makeReport({ kind, day: today, campaign: null }, {}))))!;
		const empty = await read('month');
		expect('outreach' in empty.figures).toBe(false);
		expect(listTables(makeLetter(empty, letter.words, null)).map(({ sheet }) => sheet)).not.toContain(
			'Buổi tuyên truyền'
		);

		const police = await sit(site, made, 'areaPolice');
		const add = async (extra: Record<string, string>) =>
			take(await police.addEvent(parseOutreachForm(typedEvent(site, extra))));
		await add({ area: own, audience: '40', households: '12', helped: '3', followUps: '1' });
		await add({ area: own, audience: '8', households: '4', day: formatDay(addDays(today, -1)) });
		await add({ area: elsewhere, audience: '5' });
		await add({ audience: '100', households: '60' });
		// long before, and one that was taken back: neither is told
		await add({ area: own, audience: '999', day: formatDay(addDays(today, -60)) });
		await add({ area: own, audience: '777' });
		take(await police.withdrawEvent((await police.listEvents()).find(({ audience }) => audience === 777)!.id));

		const month = await read('month');
		const { outreach, ...rest } = month.figures;
		expect(rest).toEqual(empty.figures);
		expect(outreach?.byArea.find(({ area }) => area === own)).toMatchObject({
			events: 2,
			audience: 48,
			households: 16
		});
		expect(outreach?.wholeWard).toMatchObject({ events: 1, audience: 100, households: 60 });
		expect(outreach?.all).toMatchObject({ events: 4, audience: 153, helped: 3 + 25 * 3, followUps: 1 });
		expect((await read('day')).figures.outreach?.all).toMatchObject({ events: 3, audience: 145 });
		expect((await read('week')).figures.outreach?.all).toMatchObject({ events: 4 });
		const table = listTables(makeLetter(month, letter.words, null)).find(({ sheet }) => sheet === 'Buổi tuyên truyền');
		expect(table?.rows.at(-1)).toMatchObject({ isTotal: true, cells: ['Cộng các buổi', 4, 153, 386, 78, 1] });
	});

	it('F081: an event that is odd is refused by the field at fault', async () => {
		const site = getSite();
		const made = await makeWard(site, 83, SIZES, false, 'Phường ghi sai');
		const desk = await sit(site, made, 'oneStop');
		const odd: [string, Record<string, string>][] = [
			['day', { day: formatDay(addDays(dayAt(site.clock()), 1)) }],
			['day', { day: '31/02/2026' }],
			['place', { place: 'moon' }],
			['channel', { channel: '' }],
			['topic', { topic: ' ' }],
			['topic', { topic: 'OTP 123456' }],
			['audience', { audience: '-1' }],
			['households', { households: 'nhiều' }],
			['area', { area: '0199a1b2-0000-7000-8000-000000000001' }]
		];
		for (const [at, extra] of odd)
			expect(await desk.addEvent(parseOutreachForm(typedEvent(site, extra)))).toMatchObject({ problem: { at } });
		expect(await desk.listEvents()).toEqual([]);
	});

	it('F077: a person at the table is two choices and no name; only who wrote it takes it back', async () => {
		const site = getSite();
		const made = await makeWard(site, 84, SIZES, false, 'Phường bàn hỗ trợ');
		const one = await sit(site, made, 'oneStop');
		const two = await sit(site, made, 'civilStatus');
		const own = made.quarters[0]!.id;
		for (const topic of HELP_TOPICS) take(await one.addHelp(parseHelpForm({ topic, outcome: 'done', area: '' })));
		take(await two.addHelp(parseHelpForm({ topic: 'level2', outcome: 'notDone', barrier: 'B4.1', area: own })));
		expect(await one.addHelp(parseHelpForm({ topic: 'level2' }))).toMatchObject({ problem: { at: 'outcome' } });
		expect(await one.addHelp(parseHelpForm({ outcome: 'done' }))).toMatchObject({ problem: { at: 'topic' } });
		const day = await one.readHelp();
		expect(day).toMatchObject({ total: 7, counts: { done: 6, notDone: 1, informed: 0 } });
		const theirs = day.cases.find((row) => !row.isOwn)!;
		expect(theirs).toMatchObject({ barrier: 'B4.1', staffName: 'Cán bộ civilStatus' });
		expect(await one.withdrawHelp(theirs.id)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		take(await two.withdrawHelp(theirs.id));
		expect(await one.readHelp()).toMatchObject({ total: 6, counts: { notDone: 0 } });
		const confined = await sit(site, made, 'areaPolice', [own]);
		expect(await confined.readHelp()).toMatchObject({ total: 0, cases: [] });
		expect(await confined.addHelp(parseHelpForm({ topic: 'install', outcome: 'done', area: '' }))).toMatchObject(
			refused
		);
		expect(await (await sit(site, made, 'administrator')).withdrawHelp(theirs.id)).toMatchObject(refused);
	});
});
