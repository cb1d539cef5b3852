// Show b of the desk: the overview, the DOCX, the XLSX and a plain recount over the raw records agree, whatever the
// ward; over both databases, with another ward beside it.

import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { eachFigureSite, PERIOD, sitAt, take, withinOf } from '../../../tests/fixtures/figure-desk.ts';
import { makeWard, NAME_MARK, type MadeSizes, type MadeWard } from '../../../tests/fixtures/made-ward.ts';
import { readDocx, readXlsx } from '../../../tests/fixtures/office.ts';
import { recount, recountCodes, recountPeriod, type Recount } from '../../../tests/fixtures/recount.ts';
import { BARRIERS } from '../domain/catalogue/barriers.ts';
import type { Day } from '../domain/day.ts';
import type { AreaId } from '../domain/id.ts';
import { computeRate } from '../domain/report.ts';
import { letter } from '../ui/words/vi/letter.ts';
import { rebuildProjections } from './db/rebuild.ts';
import { newId, type Site } from './site.ts';

const WORDS = { words: letter.words, list: letter.list };
const sizes = fc.record<MadeSizes>({
	quarters: fc.integer({ min: 1, max: 4 }),
	doors: fc.integer({ min: 0, max: 25 }),
	people: fc.integer({ min: 0, max: 90 }),
	visits: fc.integer({ min: 0, max: 120 })
});

eachFigureSite('figures', (getSite, engine) => {
	let site: Site;
	beforeAll(() => void (site = getSite()));

	it('F090: overview, DOCX, XLSX and a recount of the records say the same', { timeout: 120_000 }, async () => {
		let seen = 0;
		const check = async (seed: number, size: MadeSizes) => {
			const made = await makeWard(site, seed, size, true, `Phường ${engine} ${seed}`);
			seen += made.records.size;
			await checkAgreement(site, made);
		};
		await fc.assert(fc.asyncProperty(fc.integer(), sizes, check), { numRuns: engine === 'sqlite' ? 25 : 8 });
		expect(seen).toBeGreaterThan(100);
	});

	it('campaigns, figures of the police and reports: who may, what is wrong, and nothing of another ward', async () => {
		const sizes = { quarters: 2, doors: 6, people: 12, visits: 12 };
		const made = await makeWard(site, 21, sizes, false, 'Phường của mình');
		const other = sitAt(site, await makeWard(site, 22, sizes, false, 'Phường khác'), 'leader');
		const leader = sitAt(site, made, 'leader');
		const [police, keeper] = [sitAt(site, made, 'areaPolice'), sitAt(site, made, 'administrator')];
		const draft = { name: 'Đợt một', from: PERIOD.from as Day, to: PERIOD.to as Day, targets: [] };
		expect(await police.writeCampaign(null, draft)).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		expect(await leader.writeCampaign(null, { ...draft, name: '' })).toMatchObject({ problem: { at: 'name' } });
		const strange = { area: newId<AreaId>(site), counts: { 1: 1 }, note: '' };
		expect(await leader.writeCampaign(null, { ...draft, targets: [strange] })).toMatchObject({
			problem: { at: 'area' }
		});
		const id = take(await keeper.writeCampaign(null, draft));
		expect(await other.writeCampaign(id, draft)).toMatchObject({ problem: { code: 'field.badChoice' } });
		const area = made.quarters[0]!.id;
		const targets = [{ area, counts: { 2: 7 }, note: 'Có người nơi khác đến' }];
		take(await leader.writeCampaign(id, { ...draft, name: 'Đợt một, sửa', targets }));
		expect(await leader.listCampaigns()).toMatchObject([{ id, name: 'Đợt một, sửa' }]);
		expect(await leader.listTargets(id)).toEqual(targets);
		expect(await other.listCampaigns()).toEqual([]);
		expect(await other.listTargets(id)).toEqual([]);

		const typed = { area, measure: 'issued', level: null, asOf: '2026-11-10' as Day, count: 5 } as const;
		const figure = { ...typed, whole: null, rate: null, source: 'Danh sách giả định', note: '' };
		expect(await keeper.addReported(figure)).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		expect(await police.addReported({ ...figure, source: '' })).toMatchObject({ problem: { at: 'source' } });
		expect(await police.addReported({ ...figure, area: strange.area })).toMatchObject({ problem: { at: 'area' } });
		const reported = take(await police.addReported(figure));
		expect(await other.listReported()).toEqual([]);
		expect(await other.withdrawReported(reported)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect(await leader.listReported()).toMatchObject([{ id: reported, count: 5, enteredOn: '2026-11-20' }]);
		take(await leader.withdrawReported(reported));
		expect(await police.withdrawReported(reported)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect(await leader.listReported()).toEqual([]);

		const order = { kind: 'week', day: '2026-11-20' as Day, campaign: id } as const;
		expect(await keeper.makeReport(order, {})).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		expect(await leader.makeReport({ ...order, day: '2026-12-01' as Day }, {})).toMatchObject({
			problem: { code: 'figure.datesOrder' }
		});
		expect(await other.makeReport(order, {})).toMatchObject({ problem: { at: 'campaign' } });
		const report = take(await leader.makeReport(order, { summary: 'Mở đầu' }));
		expect(await other.readReport(report)).toBeNull();
		expect(await keeper.readReport(report)).toBeNull();
		expect(await other.exportReport(report, 'docx', null, WORDS)).toMatchObject({ problem: { at: 'report' } });
		const { texts } = (await police.readReport(report))!;
		take(await police.writeReportTexts(report, 1, { ...texts, signer: 'Người Ký', place: 'Hòa An' }));
		// somebody else had the page open meanwhile
		expect(await leader.writeReportTexts(report, 1, texts)).toMatchObject({ problem: { code: 'desk.changedSince' } });
		const next = (await leader.readReport(take(await leader.makeReport({ ...order, kind: 'day' }, {}))))!;
		expect(next).toMatchObject({
			from: '2026-11-20',
			to: '2026-11-20',
			texts: { signer: 'Người Ký', place: 'Hòa An', number: '' }
		});
	});

	it('a report keeps its figures, whatever comes in after it', async () => {
		const made = await makeWard(site, 23, { quarters: 2, doors: 10, people: 30, visits: 30 }, false, 'Phường giữ số');
		const leader = sitAt(site, made, 'leader');
		const id = take(await leader.makeReport({ kind: 'month', day: '2026-11-20' as Day, campaign: null }, {}));
		const before = (await leader.readReport(id))!.figures;
		expect(before.ward.figures.registered).toBeGreaterThan(0);
		await site.store.db
			.updateTable('person_row')
			.set({ presence: 'deceased' })
			.where('ward_id', '=', made.ward)
			.execute();
		expect((await sitAt(site, made, 'leader').readDashboard(null)).ward.figures.registered).toBe(0);
		expect((await leader.readReport(id))!.figures).toEqual(before);
	});

	it('rows that are written anew from records are the rows that were there', { timeout: 60_000 }, async () => {
		const made = await makeWard(site, 7, { quarters: 3, doors: 40, people: 120, visits: 300 }, true, 'Phường dựng lại');
		const tables = ['household_row', 'person_row', 'visit_row', 'mark_row'] as const;
		const dump = () =>
			Promise.all(
				tables.map(async (table) => {
					const rows = await site.store.db.selectFrom(table).selectAll().where('ward_id', '=', made.ward).execute();
					return rows.map((row) => JSON.stringify(row)).sort();
				})
			);
		const before = await dump();
		expect(before.map((rows) => rows.length > 20)).toEqual([true, true, true, true]);
		// as an older program has left them
		await site.store.db
			.updateTable('household_row')
			.set({ informed_on: null })
			.where('ward_id', '=', made.ward)
			.execute();
		await site.store.db
			.updateTable('person_row')
			.set({ state: '', official: 0 })
			.where('ward_id', '=', made.ward)
			.execute();
		await site.store.db.updateTable('visit_row').set({ seen_on: '' }).where('ward_id', '=', made.ward).execute();
		await site.store.db.updateTable('ward').set({ projection: 0 }).where('id', '=', made.ward).execute();
		await rebuildProjections(site.store);
		expect(await dump()).toEqual(before);
	});
});

async function checkAgreement(site: Site, made: MadeWard): Promise<void> {
	const records = [...made.records.values()];
	const leader = sitAt(site, made, 'leader');
	const targets = made.quarters.map((quarter, at) => ({ area: quarter.id, counts: { 1: at, 2: 10 + at }, note: '' }));
	const draft = { name: 'Cao điểm 11/2026', from: PERIOD.from as Day, to: PERIOD.to as Day, targets };
	const campaign = take(await leader.writeCampaign(null, draft));

	const overview = await leader.readDashboard(null);
	expect(overview.campaign?.id).toBe(campaign);
	const places = [
		...made.quarters.map((quarter) => ({ name: quarter.name, isHere: withinOf(made, quarter.id) })),
		{ name: letter.words.whole, isHere: () => true }
	].map(({ name, isHere }) => ({
		name,
		counts: recount(records, isHere),
		period: recountPeriod(records, isHere, PERIOD.from, PERIOD.to)
	}));
	const shown = [...overview.byArea, overview.ward];
	for (const [at, { counts }] of places.entries()) {
		const { funnel, ...figures } = shown[at]!.figures;
		expect(figures).toEqual(counts);
		expect(funnel.map(({ step, official }) => [step, official]).slice(3)).toEqual([
			['issued', counts.issued],
			['activated', counts.activated],
			['success', counts.success]
		]);
	}
	const whole = places.at(-1)!;
	const codes = recountCodes(records, PERIOD.from, PERIOD.to);
	const sumOf = (counts: Map<string, number>, group: string | null) =>
		[...counts].reduce((all, [code, count]) => {
			const groups: readonly string[] = BARRIERS[code as keyof typeof BARRIERS].groups;
			return (group === null ? groups.length === 0 : groups.includes(group)) ? all + count : all;
		}, 0);
	const causes = ['C1', 'C2', 'C3', 'C4', 'C5', null].map((group) => [
		group,
		sumOf(codes.open, group),
		sumOf(codes.met, group)
	]);
	expect(overview.causes.map(({ group, open, met }) => [group, open, met])).toEqual(causes);
	const trend = await leader.readCauseTrend(campaign);
	const sumUp = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
	expect(trend.ward.causes.map(({ group, met }) => [group, sumUp(met)])).toEqual(
		causes.map(([group, , met]) => [group, met])
	);
	expect(sumUp(trend.ward.all)).toBe(sumUp([...codes.met.values()]));
	for (const [at, bar] of trend.bars.entries()) {
		const { met } = recountCodes(records, bar.from, bar.to);
		expect(trend.ward.all[at]).toBe(sumUp([...met.values()]));
		expect(trend.ward.causes.map(({ met: counts }) => counts[at])).toEqual(
			causes.map(([group]) => sumOf(met, group as string | null))
		);
	}
	for (const [at, quarter] of made.quarters.entries()) {
		const isHere = withinOf(made, quarter.id);
		const here = records.filter((record) => isHere(record.area));
		const { met } = recountCodes(here, PERIOD.from, PERIOD.to);
		expect(trend.byArea[at]!.causes.map(({ met: counts }) => sumUp(counts))).toEqual(
			causes.map(([group]) => sumOf(met, group as string | null))
		);
	}
	expect(new Map(overview.flags.map(({ code, raised }) => [code, raised]))).toEqual(codes.flags);
	for (const [at, quarter] of made.quarters.entries()) {
		const isHere = withinOf(made, quarter.id);
		const here = recountCodes(
			records.filter((record) => isHere(record.area)),
			PERIOD.from,
			PERIOD.to
		);
		expect(overview.byArea[at]!.causes.map(({ group, open, met }) => [group, open, met])).toEqual(
			causes.map(([group]) => [
				group,
				sumOf(here.open, group as string | null),
				sumOf(here.met, group as string | null)
			])
		);
	}
	const visits = records.filter((record) => record.table === 'visit');
	const stateOf = (fields: Record<string, unknown>) =>
		(fields.review as { state: string } | undefined)?.state ?? 'waiting';
	for (const [state, count] of Object.entries(overview.received))
		expect(count).toBe(visits.filter(({ fields }) => stateOf(fields) === state).length);
	// the trend ends today: what is later has not happened
	const total = recountPeriod(records, () => true, PERIOD.from, '2026-11-20');
	const added = (of: 'visits' | 'informed' | 'success') => overview.trend.reduce((all, bar) => all + bar[of], 0);
	expect([added('visits'), added('informed'), added('success')]).toEqual([total.visits, total.informed, total.success]);

	const police = sitAt(site, made, 'areaPolice');
	const id = take(await leader.makeReport({ kind: 'month', day: '2026-11-20' as Day, campaign }, {}));
	const docx = readDocx(take(await police.exportReport(id, 'docx', null, WORDS)).bytes);
	const xlsx = readXlsx(take(await police.exportReport(id, 'xlsx', null, WORDS)).bytes);
	expect(docx.text + JSON.stringify(xlsx)).not.toContain(NAME_MARK);

	const rate = (part: number, all: number) => computeRate(part, all);
	const standing = places.map(({ name, counts }) => [
		name,
		counts.households,
		counts.householdsInformed,
		rate(counts.householdsInformed, counts.households),
		counts.registered,
		counts.present,
		counts.issued,
		counts.activated,
		counts.loggedIn,
		counts.success,
		rate(counts.success, counts.registered),
		rate(counts.success, counts.present)
	]);
	const happened = places.map(({ name, period }) => [name, ...Object.values(period)]);
	const levels = places.flatMap(({ name, counts }, at) => listLevels(name, counts, at, made.quarters.length));
	const all = { 'Kết quả': standing, 'Trong kỳ': happened, 'Theo mức': levels };
	for (const [sheet, rows] of Object.entries(all)) {
		const found = xlsx.find((one) => one.name === sheet)!;
		expect(found.hasFormula).toBe(false);
		const head = found.rows[1]!.map(String);
		expect(found.rows.slice(2)).toEqual(rows.map((row) => row.map((cell) => cell ?? '–')));
		const table = docx.tables.find((one) => JSON.stringify(one[0]) === JSON.stringify(head))!;
		expect(table.slice(1).map((row) => row.map(readCell))).toEqual(rows.map((row) => row.map((cell) => cell ?? '–')));
	}
	const causeRows = xlsx.find((one) => one.name === 'Nguyên nhân')!.rows.slice(2);
	const groupRows = causeRows.filter(([code]) => code === null || /^C\d$/.test(String(code)));
	expect(groupRows.map(([code, , open, met]) => [code, open, met])).toEqual(causes);
	expect(whole.counts.success).toBe(whole.counts.levels[1].success + whole.counts.levels[2].success);
}

/** Rows of the table by level: one, two, and both. */
function listLevels(name: string, counts: Recount, at: number, quarters: number): (string | number | null)[][] {
	const isWhole = at === quarters;
	const sum = (from: (one: number) => number) =>
		Array.from({ length: quarters }, (_, one) => from(one)).reduce((a, b) => a + b, 0);
	const aims = isWhole ? [sum((one) => one), sum((one) => 10 + one)] : [at, 10 + at];
	const rows = [counts.levels[1], counts.levels[2], counts] as const;
	return rows.map((row, index) => {
		const aim = aims[index] ?? aims[0]! + aims[1]!;
		return [
			name,
			['Mức 1', 'Mức 2', 'Cộng'][index]!,
			aim,
			row.issued,
			computeRate(row.issued, aim),
			row.activated,
			computeRate(row.activated, row.issued),
			row.success,
			computeRate(row.success, aim)
		];
	});
}

/** `1.234,50` as a number; a text stays one. */
function readCell(text: string): string | number {
	return /^[\d.]+(,\d+)?$/.test(text) ? Number(text.replace(/\./g, '').replace(',', '.')) : text;
}
