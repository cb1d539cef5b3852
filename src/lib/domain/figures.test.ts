import { expect, it } from 'vitest';
import { BARRIERS, type BarrierCode } from './catalogue/barriers.ts';
import { checkCampaign, chooseCampaign, countDaysLeft, parseCount, sumTarget, type Campaign } from './campaign.ts';
import type { Day } from './day.ts';
import {
	checkCounted,
	checkOrder,
	checkReported,
	checkReportedFigures,
	parseRate,
	type ReportedFigure
} from './figure-check.ts';
import { foldCauses, foldFigures, FUNNEL_STEPS, type PeopleGroup } from './figures.ts';
import type { AreaId, CampaignId, ReportedId } from './id.ts';
import { EVIDENCE, LADDER_STATES } from './ladder.ts';
import { LIMIT } from './limit.ts';
import { hideSmall, OPEN_COLUMNS, type OpenColumn } from './open-figures.ts';
import { cutPeriod, periodAround } from './period.ts';
import { PRESENCES } from './person.ts';
import { computeRate, countFigures } from './report.ts';
import { checkTexts, REPORT_TEXTS, type ReportText } from './ward-report.ts';
import fc from 'fast-check';

const AREA = 'kp3' as AreaId;
const day = (text: string) => text as Day;

it('F091 rates have two decimals, half up', () => {
	expect(computeRate(119, 2650)).toBe(4.49);
	expect(computeRate(1068, 1273)).toBe(83.9);
	expect(computeRate(1, 8)).toBe(12.5);
	expect(computeRate(1, 16_000)).toBe(0.01);
	expect(computeRate(0, 0)).toBeNull();
});

function report(part: Partial<ReportedFigure>): ReportedFigure {
	return {
		id: 'r' as ReportedId,
		area: AREA,
		measure: 'issued',
		level: null,
		asOf: day('2023-05-31'),
		count: 0,
		whole: null,
		rate: null,
		source: 'Công văn giả định 01',
		note: '',
		enteredBy: 'Huy',
		enteredOn: day('2023-06-02'),
		...part
	};
}

it('F092 119 + 1068 against 2352 raises SUM_MISMATCH, and the numbers stay as they came', () => {
	const figures = [report({ level: 1, count: 119 }), report({ level: 2, count: 1068 }), report({ count: 2352 })];
	expect(checkReportedFigures(figures)).toMatchObject([
		{ code: 'SUM_MISMATCH', origin: 'reported', area: AREA, measure: 'issued', values: [119, 1068, 2352] }
	]);
	expect(checkReportedFigures(figures.with(2, report({ count: 1187 })))).toEqual([]);
	// another day or another letter is another statement
	expect(checkReportedFigures(figures.with(2, report({ count: 2352, asOf: day('2023-05-30') })))).toEqual([]);
	// of a number that was entered twice, the later one is meant
	expect(checkReportedFigures([...figures, report({ count: 1187 })])).toEqual([]);
});

it('F092 a rate that was written otherwise than it is, and one above 100 without a note', () => {
	const seed = report({ level: 2, count: 1068, whole: 1273, rate: parseRate('83,89 %') });
	expect(checkReportedFigures([seed])).toMatchObject([{ code: 'RATE_DIFFERS', values: [1068, 1273, 8389] }]);
	expect(checkReportedFigures([{ ...seed, rate: parseRate('83.90') }])).toEqual([]);
	const over = report({ count: 12, whole: 10 });
	expect(checkReportedFigures([over])).toMatchObject([{ code: 'RATE_OVER_100', values: [12, 10, 12_000] }]);
	expect(checkReportedFigures([{ ...over, note: 'Có người từ phường khác' }])).toEqual([]);
	expect(parseRate('một')).toBeNull();
});

it('F092 days in order: a letter of 13/9 cannot ask for a report by 30/8', () => {
	expect(checkOrder([day('2022-09-13'), day('2022-08-30')])).toMatchObject([
		{ code: 'DATES_OUT_OF_ORDER', days: ['2022-09-13', '2022-08-30'] }
	]);
	expect(checkOrder([day('2022-08-30'), day('2022-08-30'), day('2022-09-13')])).toEqual([]);
	const late = checkReportedFigures([report({ count: 1, enteredOn: day('2023-05-01') })]);
	expect(late.map(({ code }) => code)).toEqual(['DATES_OUT_OF_ORDER']);
	const draft = { ...report({ count: 1 }), asOf: day('2026-11-21') };
	expect(checkReported(draft, day('2026-11-20')).map(({ code }) => code)).toEqual(['figure.datesOrder']);
});

const groups = fc.array(
	fc.record<PeopleGroup>({
		presence: fc.constantFrom(...PRESENCES),
		state: fc.constantFrom('', ...LADDER_STATES),
		isOfficial: fc.boolean(),
		count: fc.integer({ min: 0, max: 40 })
	}),
	{ maxLength: 30 }
);

it('F016, F090 groups of people give the figures of the same people one by one', () => {
	fc.assert(
		fc.property(groups, (made) => {
			const people = made.flatMap(({ presence, state, isOfficial, count }) =>
				Array.from({ length: count }, () => ({
					presence,
					...(state ? { standing: { state, evidence: isOfficial ? EVIDENCE[0] : 'declared' } } : {})
				}))
			);
			const { funnel, levels, loggedIn, ...figures } = foldFigures(made, [], 0);
			const { ...one } = countFigures([], people as never, []);
			// a standing is what the flag speaks of: nobody who was not looked at counts
			expect(figures).toEqual(one);
			expect(loggedIn).toBe(one.success + one.successDeclared);
			for (const measure of ['issued', 'activated', 'success'] as const)
				expect(levels[1][measure] + levels[2][measure]).toBe(one[measure]);
			expect(funnel.map(({ step }) => step)).toEqual(FUNNEL_STEPS);
			for (const [at, { official }] of funnel.entries())
				expect(official).toBeLessThanOrEqual(funnel[at - 1]?.official ?? Infinity);
		})
	);
});

it('F092 counted figures: success of people who are away may pass the people present, and needs a note', () => {
	const people: PeopleGroup[] = [
		{ presence: 'away', state: 'l2LoggedIn', isOfficial: true, count: 3 },
		{ presence: 'home', state: '', isOfficial: false, count: 2 }
	];
	const figures = foldFigures(people, [], 0);
	expect(checkCounted(AREA, figures, null, '')).toMatchObject([
		{ code: 'RATE_OVER_100', measure: 'success', values: [3, 2, 15_000] }
	]);
	expect(checkCounted(AREA, figures, null, 'Người đi làm xa đã làm mức 2')).toEqual([]);
	expect(checkCounted(AREA, { ...figures, success: 4 }, 10, '').map(({ code }) => code)).toContain('SUM_MISMATCH');
});

it('F096 a cause is the sum of its codes, and every code stands somewhere', () => {
	const codes = Object.keys(BARRIERS) as BarrierCode[];
	const open = new Map(codes.map((code, at) => [code as string, at + 1]));
	const rows = foldCauses(open, new Map([['B4.1', 5]]));
	expect(rows.map(({ group }) => group)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', null]);
	for (const row of rows) {
		expect(row.open).toBe(row.codes.reduce((all, one) => all + one.open, 0));
		expect(row.met).toBe(row.codes.reduce((all, one) => all + one.met, 0));
	}
	expect(new Set(rows.flatMap((row) => row.codes.map(({ code }) => code)))).toEqual(new Set(codes));
	expect(rows.filter((row) => row.codes.some(({ code }) => code === 'B2.8')).map(({ group }) => group)).toEqual([
		'C2',
		'C3'
	]);
	expect(rows[2]?.met).toBe(5);
});

it('F089 campaigns: what is wrong with one, which one is meant, and how long it runs', () => {
	const draft = { name: 'Cao điểm 11/2026', from: day('2026-11-01'), to: day('2026-11-30'), targets: [] };
	expect(checkCampaign(draft)).toEqual([]);
	expect(checkCampaign({ ...draft, name: ' ', from: null, to: null }).map(({ at }) => at)).toEqual([
		'name',
		'from',
		'to'
	]);
	expect(checkCampaign({ ...draft, to: day('2026-10-31') }).map(({ code }) => code)).toEqual(['figure.datesOrder']);
	const target = { area: AREA, counts: { 1: -1, 2: 1.5 }, note: '' };
	expect(checkCampaign({ ...draft, targets: [target] }).map(({ at }) => at)).toEqual(['kp3:1', 'kp3:2']);
	const make = (id: string, from: string, to: string): Campaign => ({
		id: id as CampaignId,
		name: id,
		from: day(from),
		to: day(to)
	});
	const all = [
		make('year', '2026-01-01', '2026-12-31'),
		make('peak', '2026-11-01', '2026-11-30'),
		make('old', '2025-01-01', '2025-02-01')
	];
	expect(chooseCampaign(all, day('2026-11-20'))?.id).toBe('peak');
	expect(chooseCampaign(all, day('2027-02-01'))?.id).toBe('year');
	expect(chooseCampaign([], day('2027-02-01'))).toBeNull();
	expect(countDaysLeft(all[1]!, day('2026-11-20'))).toBe(10);
	expect(countDaysLeft(all[1]!, day('2026-12-01'))).toBe(-1);
	expect([sumTarget(undefined), sumTarget({}), sumTarget({ 1: 0 }), sumTarget({ 1: 2, 2: 3 })]).toEqual([
		null,
		null,
		0,
		5
	]);
	expect(['1.234', '1234', ' 0 ', '1,5', '-1', '99999999', ''].map(parseCount)).toEqual([
		1234,
		1234,
		0,
		null,
		null,
		null,
		null
	]);
});

it('periods: weeks from Monday, months to their last day, bars that cover every day once', () => {
	expect(periodAround('week', day('2026-11-22'))).toEqual({ from: '2026-11-16', to: '2026-11-22' });
	expect(periodAround('month', day('2028-02-10'))).toEqual({ from: '2028-02-01', to: '2028-02-29' });
	expect(periodAround('month', day('2026-12-31'))).toEqual({ from: '2026-12-01', to: '2026-12-31' });
	for (const to of ['2026-11-05', '2026-12-15', '2027-03-01', '2029-01-01']) {
		const bars = cutPeriod({ from: day('2026-11-05'), to: day(to) });
		expect(bars.length).toBeLessThanOrEqual(LIMIT.trendBars + 1);
		expect([bars[0]?.from, bars.at(-1)?.to]).toEqual(['2026-11-05', to]);
		for (const [at, bar] of bars.entries())
			if (at > 0) expect(Date.parse(bar.from) - Date.parse(bars[at - 1]!.to)).toBe(86_400_000);
	}
});

const row = (counts: number) =>
	Object.fromEntries(OPEN_COLUMNS.map((column) => [column, counts])) as Record<OpenColumn, number>;

it('F100 small cells are hidden, and cannot be worked out of the total', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 7 }), (counts) => {
			const total = counts.reduce((all, one) => all + one, 0);
			const open = hideSmall(
				counts.map((count, at) => ({ name: `KP${at}`, counts: row(count) })),
				{ name: 'all', counts: row(total) }
			).map((one) => one.counts.success);
			const cells = open.slice(0, -1);
			const shownTotal = open.at(-1) ?? null;
			for (const [at, cell] of cells.entries()) {
				if (cell !== null) expect(cell).toBe(counts[at]);
				if (counts[at]! < 5) expect(cell).toBeNull();
			}
			const hidden = counts.filter((_, at) => cells[at] === null);
			if (hidden.length === 0 || shownTotal === null) return;
			// every small cell could be at least two different counts, given all that is shown
			const left = shownTotal - cells.reduce<number>((all, cell) => all + (cell ?? 0), 0);
			for (const small of hidden.filter((count) => count < 5)) {
				const others = hidden.length - 1;
				const mayBe = [0, 1, 2, 3, 4].filter((guess) => {
					const isAnyLarge = hidden.some((count) => count >= 5);
					return isAnyLarge || (left - guess >= 0 && left - guess <= others * 4);
				});
				expect(mayBe.length, `${counts.join()} tells ${small}`).toBeGreaterThan(1);
			}
		})
	);
});

it('O3 report texts: whole numbers of papers are refused, counts are not', () => {
	const texts = Object.fromEntries(REPORT_TEXTS.map((part) => [part, ''])) as Record<ReportText, string>;
	expect(checkTexts({ ...texts, summary: 'Đã cấp 123.456 tài khoản' })).toEqual([]);
	expect(checkTexts({ ...texts, proposals: 'Ông A số 000185000101' })).toMatchObject([
		{ code: 'note.idNumber', at: 'proposals' }
	]);
	expect(checkTexts({ ...texts, summary: 'x'.repeat(LIMIT.reportTextChars + 1) })).toMatchObject([
		{ code: 'field.tooLong' }
	]);
});
