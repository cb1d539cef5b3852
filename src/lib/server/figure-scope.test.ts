// Staff who are confined to areas (decision 84) at the desk's figures: they see and count nothing else.

import { expect, it } from 'vitest';
import { eachFigureSite, PERIOD, sitAt, sitConfined, take, withinOf } from '../../../tests/fixtures/figure-desk.ts';
import { makeWard } from '../../../tests/fixtures/made-ward.ts';
import { readXlsx } from '../../../tests/fixtures/office.ts';
import { recount, recountCodes, recountPeriod } from '../../../tests/fixtures/recount.ts';
import type { Day } from '../domain/day.ts';
import type { AreaId } from '../domain/id.ts';
import { LIST_KINDS } from '../domain/list-export.ts';
import { letter } from '../ui/words/vi/letter.ts';
import type { FigureDesk } from './figure-port.ts';

const WORDS = { words: letter.words, list: letter.list };

eachFigureSite('figures of some areas', (getSite) => {
	it('F003: whoever is confined to an area sees and counts nothing else', async () => {
		const site = getSite();
		const made = await makeWard(
			site,
			24,
			{ quarters: 3, doors: 60, people: 200, visits: 300 },
			true,
			'Phường chia khu'
		);
		const [own, elsewhere] = [made.quarters[1]!, made.quarters[0]!];
		const isOwn = withinOf(made, own.id);
		const records = [...made.records.values()];
		const leader = sitAt(site, made, 'leader');
		const targets = made.quarters.map(({ id }) => ({ area: id, counts: { 2: 50 }, note: 'Ghi chú' }));
		const days = { from: PERIOD.from as Day, to: PERIOD.to as Day };
		const campaign = take(await leader.writeCampaign(null, { name: 'Đợt chung', ...days, targets }));
		const figure = { measure: 'issued', level: null, asOf: '2026-11-10' as Day, count: 5, whole: null } as const;
		const typed = { ...figure, rate: null, source: 'Danh sách giả định', note: '' };
		const reported = take(await leader.addReported({ ...typed, area: elsewhere.id }));
		const report = take(await leader.makeReport({ kind: 'month', day: '2026-11-20' as Day, campaign }, {}));

		const police = await sitConfined(site, made, 'areaPolice', [own.id]);
		const overview = await police.readDashboard(null);
		expect(overview.byArea.map(({ area }) => area.id)).toEqual([own.id]);
		for (const { figures } of [overview.ward, ...overview.byArea]) {
			const { funnel, ...counts } = figures;
			expect(counts).toEqual(recount(records, isOwn));
			expect(funnel.length).toBeGreaterThan(0);
		}
		const here = records.filter((record) => isOwn(record.area));
		const period = recountPeriod(records, isOwn, PERIOD.from, '2026-11-20');
		const added = (of: 'visits' | 'informed' | 'success') => overview.trend.reduce((all, bar) => all + bar[of], 0);
		expect([added('visits'), added('informed'), added('success')]).toEqual([
			period.visits,
			period.informed,
			period.success
		]);
		expect(new Map(overview.flags.map(({ code, raised }) => [code, raised]))).toEqual(
			recountCodes(here, PERIOD.from, PERIOD.to).flags
		);
		const causes = await police.readCauseTrend(null);
		const met = [...recountCodes(here, PERIOD.from, PERIOD.to).met.values()];
		expect(causes.byArea.map(({ area }) => area.id)).toEqual([own.id]);
		for (const { all } of [causes.ward, ...causes.byArea])
			expect(all.reduce((sum, count) => sum + count, 0)).toBe(met.reduce((sum, count) => sum + count, 0));
		expect(causes.ward.all.some((count) => count > 0)).toBe(true);
		expect(JSON.stringify(causes)).not.toContain(elsewhere.id);
		const received = Object.values(overview.received).reduce((all, count) => all + count, 0);
		expect(received).toBe(here.filter(({ table }) => table === 'visit').length);
		expect(overview.ward.targets).toEqual({ 2: 50 });
		expect(overview.reported).toEqual([]);
		expect(JSON.stringify(overview)).not.toContain(elsewhere.id);

		expect(await police.listTargets(campaign)).toEqual([targets[1]]);
		expect(await police.listReported()).toEqual([]);
		expect(await police.addReported({ ...typed, area: elsewhere.id })).toMatchObject({
			problem: { code: 'staff.notAllowed' }
		});
		expect(await police.withdrawReported(reported)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		take(await police.withdrawReported(take(await police.addReported({ ...typed, area: own.id }))));
		const head = await sitConfined(site, made, 'leader', [own.id]);
		expect(head.may).toMatchObject({ campaign: false, report: false, appendix: false, list: true });
		expect(await head.writeCampaign(campaign, { name: 'Khác', ...days, targets: [] })).toMatchObject({
			problem: { code: 'staff.notAllowed' }
		});
		// a report is of the whole ward
		const refused = { ok: false, problem: { code: 'staff.notAllowed' } };
		expect(await head.listReports()).toEqual([]);
		expect(await head.readReport(report)).toBeNull();
		expect(await head.makeReport({ kind: 'day', day: '2026-11-20' as Day, campaign: null }, {})).toMatchObject(refused);
		expect(await head.writeReportTexts(report, 1, {} as never)).toMatchObject(refused);
		expect(await police.exportReport(report, 'docx', null, WORDS)).toMatchObject(refused);

		expect(await police.countLists(null)).toEqual(await leader.countLists(own.id));
		expect(await police.countLists(elsewhere.id)).toEqual({ notActivated: 0, referrals: 0, sessions: 0 });
		for (const kind of LIST_KINDS) {
			const asked = { kind, area: null, purpose: 'Giao việc' };
			const linesOf = async (desk: FigureDesk, area: AreaId | null) =>
				readXlsx(take(await desk.exportList({ ...asked, area }, letter.list)).bytes)[0]!.rows.slice(2);
			const lines = await linesOf(police, null);
			expect(lines.length, kind).toBeGreaterThan(0);
			expect(lines, kind).toEqual(await linesOf(leader, own.id));
			expect(await linesOf(police, elsewhere.id), kind).toEqual([]);
		}
		const open = await leader.readOpenFigures('Cả phường');
		expect(await police.readOpenFigures('Cả phường')).toEqual([open[1]]);
	});
});
