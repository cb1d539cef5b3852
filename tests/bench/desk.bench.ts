// The desk's figures in a ward of 100,000 people and 300,000 visits on SQLite, beside the same in one of 10,000 people:
// the overview, its lists behind a figure, and the month report with its files. Nothing is remembered between two
// measurements: the ward's counter is moved before each, as a phone that sends would do.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Staff } from '../../src/lib/domain/desk.ts';
import { dayAt } from '../../src/lib/domain/day.ts';
import type { StaffId } from '../../src/lib/domain/id.ts';
import { periodAround } from '../../src/lib/domain/period.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { openFigureDesk } from '../../src/lib/server/figure-desk.ts';
import { Report } from '../../src/lib/server/report.ts';
import { openReferralDesk } from '../../src/lib/server/referral-desk.ts';
import { newId, openSite, type Site } from '../../src/lib/server/site.ts';
import { countVisits } from '../../src/lib/server/visit.ts';
import { letter } from '../../src/lib/ui/words/vi/letter.ts';
import { makeWard, WHOLE_WARD, type MadeSizes, type MadeWard } from '../fixtures/made-ward.ts';
import { ms, quantile, round, weighLoad, type Figure } from './figures.ts';

const SMALL: MadeSizes = { quarters: 6, doors: 2_500, people: 10_000, visits: 30_000 };
const LARGE: MadeSizes = { quarters: 20, doors: 25_000, people: 100_000, visits: 300_000 };
/** Of the made-up ward: 2026-11-20 19:00 in Vietnam. */
const NOW = Date.UTC(2026, 10, 20, 12);
const TIMES = 30;
const OVERVIEW_MOST = 300;
const REPORT_MOST = 5_000;
const PAGE_MOST = 150;

interface Bench {
	readonly say: (line: string) => void;
}

export async function* run({ say }: Bench): AsyncGenerator<Figure> {
	const dataDir = mkdtempSync(join(tmpdir(), 'gocua-desk-'));
	const site = await openSite(readConfig({ DATA_DIR: dataDir, DEMO: '0' }), { clock: () => NOW });
	try {
		say('desk: making 10,000 people …');
		const small = await measure(site, await makeWard(site, 1, SMALL, false, 'Phường nhỏ'));
		say('desk: making 100,000 people and 300,000 visits …');
		const large = await measure(site, await makeWard(site, 2, LARGE, false, 'Phường lớn'));
		const peer = '10,000 people, 30,000 visits';
		for (const [name, most] of [
			['overview', OVERVIEW_MOST],
			['report', REPORT_MOST]
		] as const) {
			const [value, beside] = [quantile(large[name], 0.95), quantile(small[name], 0.95)];
			const figure = name === 'overview' ? 'overview, p95, nothing remembered' : 'month report as DOCX and XLSX, p95';
			yield ms(figure, value, { most, peer, ratio: round(value / beside) });
		}
		// what the overview costs whoever else is on the machine: the store works within this process
		yield ms('overview, processor time, p95', quantile(large.processor, 0.95), {
			peer,
			ratio: round(quantile(large.processor, 0.95) / quantile(small.processor, 0.95))
		});
		for (const name of ['remembered', 'visitsByCode'] as const) {
			const [value, beside] = [quantile(large[name], 0.95), quantile(small[name], 0.95)];
			const figure =
				name === 'remembered' ? 'overview, p95, nothing came in since' : 'count of visits behind a barrier code, p95';
			yield ms(figure, value, { peer, ratio: round(value / Math.max(0.1, beside)) });
		}
		const [page, beside] = [quantile(large.inbox, 0.95), quantile(small.inbox, 0.95)];
		const ratio = round(page / Math.max(0.1, beside));
		yield ms('first page of the police’s inbox, p95', page, { most: PAGE_MOST, peer, ratio });
		yield weighLoad();
	} finally {
		await site.store.close();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

async function measure(site: Site, made: MadeWard) {
	const staff: Staff = {
		ward: made.ward,
		wardName: made.name,
		id: newId<StaffId>(site),
		name: 'Cán bộ Thử',
		role: 'areaPolice',
		areas: null
	};
	const leader = openFigureDesk(site, new Report(site), { ...staff, role: 'leader' }, WHOLE_WARD);
	const today = dayAt(site.clock());
	const targets = made.quarters.map((quarter) => ({ area: quarter.id, counts: { 1: 500, 2: 3_000 }, note: '' }));
	const campaign = await leader.writeCampaign(null, { name: 'Cao điểm', ...periodAround('month', today), targets });
	if (!campaign.ok) throw new Error(campaign.problem.code);
	const desk = openFigureDesk(site, new Report(site), staff, WHOLE_WARD);
	// something must have come in, or the last count is remembered
	const move = () => sql`update ward set seq = seq + 1 where id = ${made.ward}`.execute(site.store.db);
	const overview: number[] = [];
	const processor: number[] = [];
	const remembered: number[] = [];
	const visitsByCode: number[] = [];
	const inbox: number[] = [];
	const referrals = openReferralDesk(site, staff, WHOLE_WARD);
	for (let i = 0; i < TIMES; i++) {
		await move();
		const before = process.cpuUsage();
		overview.push(await clock(() => desk.readDashboard(null)));
		const { user, system } = process.cpuUsage(before);
		processor.push((user + system) / 1000);
		remembered.push(await clock(() => desk.readDashboard(null)));
		visitsByCode.push(await clock(() => countVisits(site.store.db, made.ward, { code: 'B4.1' })));
		inbox.push(await clock(() => referrals.list({ receiver: 'wardPolice', state: 'waiting' })));
	}
	const report: number[] = [];
	for (let i = 0; i < 5; i++) {
		await move();
		report.push(
			await clock(async () => {
				const id = await desk.makeReport({ kind: 'month', day: today, campaign: campaign.value }, {});
				if (!id.ok) throw new Error(id.problem.code);
				for (const format of ['docx', 'xlsx'] as const) {
					const file = await desk.exportReport(id.value, format, null, letter);
					if (!file.ok) throw new Error(file.problem.code);
				}
			})
		);
	}
	return { overview, processor, remembered, visitsByCode, inbox, report };
}

async function clock(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await work();
	return performance.now() - began;
}
