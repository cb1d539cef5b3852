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
import { Content } from '../../src/lib/server/content.ts';
import { openDesk } from '../../src/lib/server/desk.ts';
import { Films } from '../../src/lib/server/films.ts';
import { HealthCheck } from '../../src/lib/server/health.ts';
import { ListShelf } from '../../src/lib/server/list-desk.ts';
import { ProvedChains } from '../../src/lib/server/proved-chains.ts';
import { addStaff } from '../../src/lib/server/staff.ts';
import { StatusBoard } from '../../src/lib/server/status.ts';
import { OPERATOR } from '../../src/lib/server/audit.ts';
import { newId, openSite, type Site } from '../../src/lib/server/site.ts';
import { countVisits } from '../../src/lib/server/visit-list.ts';
import { letter } from '../../src/lib/ui/words/vi/letter.ts';
import { makeWard, WHOLE_WARD, type MadeSizes, type MadeWard } from '../fixtures/made-ward.ts';
import { makeAround } from './desk-around.ts';
import { listPages, type DeskList } from './desk-lists.ts';
import { ms, quantile, round, weighLoad, type Figure } from './figures.ts';

const SMALL: MadeSizes = { quarters: 6, doors: 2_500, people: 10_000, visits: 30_000 };
const LARGE: MadeSizes = { quarters: 20, doors: 25_000, people: 100_000, visits: 300_000 };
/** Of the made-up ward: 2026-11-20 19:00 in Vietnam. */
const NOW = Date.UTC(2026, 10, 20, 12);
const TIMES = 60;
const PAGE_TIMES = 100;
const OVERVIEW_MOST = 300;
const REPORT_MOST = 5_000;
const PAGE_MOST = 150;
const SEARCH_MOST = 100;
/** A list or a search in the large ward takes at most so many times what it takes in the small one. */
const GROWTH_MOST = 2;
/** What is quicker than this is not compared: the clock and the machine would say more than the store. */
const FLOOR_MS = 5;

interface Bench {
	readonly say: (line: string) => void;
}

export async function* run({ say }: Bench): AsyncGenerator<Figure> {
	const dataDir = mkdtempSync(join(tmpdir(), 'gocua-desk-'));
	const site = await openSite(readConfig({ DATA_DIR: dataDir, DEMO: '0' }), { clock: () => NOW });
	try {
		say('desk: making 10,000 people …');
		const small = await makeMeasured(site, dataDir, 1, SMALL, 'Phường nhỏ');
		say('desk: making 100,000 people and 300,000 visits …');
		const large = await makeMeasured(site, dataDir, 2, LARGE, 'Phường lớn');
		say('desk: opening the pages of both …');
		const lists = await measureLists(small.pages, large.pages);
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
		for (const { name, kind, small, large } of lists) {
			const [value, beside] = [quantile(large, 0.95), quantile(small, 0.95)];
			const most = kind === 'search' ? SEARCH_MOST : PAGE_MOST;
			const what = kind === 'search' ? `search: ${name}` : `page: ${name}`;
			yield ms(`${what}, p95`, value, { most, peer, ratio: round(value / beside) });
			const growth = value <= FLOOR_MS ? 1 : round(value / Math.max(FLOOR_MS, beside));
			yield { figure: `${what}, growth`, value: growth, unit: 'times', most: GROWTH_MOST };
		}
		yield weighLoad();
	} finally {
		await site.store.close();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

async function makeMeasured(site: Site, dataDir: string, seed: number, sizes: MadeSizes, name: string) {
	const made = await makeWard(site, seed, sizes, false, name);
	const figures = await measure(site, made);
	await makeAround(site, made, sizes.people);
	return { ...figures, pages: await openPages(site, dataDir, made) };
}

/** The pages of the desk, as a leader of that ward. */
async function openPages(site: Site, dataDir: string, made: MadeWard): Promise<readonly DeskList[]> {
	const account = { username: 'thu', name: 'Quản trị Thử', role: 'leader', password: 'mot mat khau dai' } as const;
	const id = await addStaff(site, made.ward, account, OPERATOR);
	if (!id.ok) throw new Error(id.problem.code);
	const staff: Staff = {
		ward: made.ward,
		wardName: made.name,
		id: id.value,
		name: account.name,
		role: 'leader',
		areas: null
	};
	const session = { id: newId<string>(site), freshUntil: 0, mustSetUp: null };
	const board = new StatusBoard(site, readConfig({ DATA_DIR: dataDir, DEMO: '0' }), new HealthCheck(site));
	const [report, content, films] = [new Report(site), new Content(site), new Films(site, dataDir)];
	const shared = { report, content, films, lists: new ListShelf(), board, chains: new ProvedChains() };
	const desk = await openDesk(site, shared, { staff, session });
	return listPages(desk, made);
}

/**
 * Each page once to warm up, then all of them in turn, so that a bad moment of the machine meets all; and each page of
 * the one ward beside the same of the other, so that a machine that slows down between them grows no page.
 */
async function measureLists(small: readonly DeskList[], large: readonly DeskList[]) {
	const lists = large.map((page) => {
		const beside = small.find(({ name }) => name === page.name);
		if (!beside) throw new Error(`the small ward has no page "${page.name}"`);
		return { ...page, loadBeside: beside.load, small: [] as number[], large: [] as number[] };
	});
	for (const { load, loadBeside } of lists) {
		await loadBeside();
		await load();
	}
	for (let i = 0; i < PAGE_TIMES; i++) {
		for (const list of lists) {
			list.small.push(await clock(list.loadBeside));
			list.large.push(await clock(list.load));
		}
	}
	return lists;
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
	for (let i = 0; i < TIMES; i++) {
		await move();
		const before = process.cpuUsage();
		overview.push(await clock(() => desk.readDashboard(null)));
		const { user, system } = process.cpuUsage(before);
		processor.push((user + system) / 1000);
		remembered.push(await clock(() => desk.readDashboard(null)));
		visitsByCode.push(await clock(() => countVisits(site.store.db, made.ward, { code: 'B4.1' })));
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
	return { overview, processor, remembered, visitsByCode, report };
}

async function clock(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await work();
	return performance.now() - began;
}
