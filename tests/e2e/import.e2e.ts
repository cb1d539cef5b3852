// Issue 6, show e, in a browser: a list of 2,000 rows with planted errors is tried out row by row, written while a bar
// shows how far it is, its faults downloaded by row before and after, seen among the doors, and taken back so that no word of it is left in the store; and a workbook
// as offices make them, with a merged title, days as Excel keeps them, numbers that lost their zeros, formulas and twins.
// Then one of 100,000 rows: how far its dry run is, which is ended; and how far its import is, seen by a second member of
// staff after the first one has left the page, and ended by that one.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { SqliteFile } from '../../src/lib/server/db/sqlite-file.ts';
import { readXlsx } from '../fixtures/office.ts';
import { makeWorkbook } from '../fixtures/workbook.ts';
import { Staff } from './hands.ts';
import { WardServer } from './stage.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const SHOTS = join(import.meta.dirname, '..', '.tmp', 'screens');
const ROWS = 2_000;
const UNDO = { name: 'Hoàn tác', exact: true };
/** Issue 6, show e: the longest list that is read. */
const LONG_ROWS = 100_000;
const HEAD = 'Khu phố;Ngõ;Số nhà;Họ và tên;Ngày sinh;Giới tính;Số CCCD';

let ward: WardServer;
let huy: Staff;
let page: Page;

test.beforeAll(async ({ browser }) => {
	mkdirSync(SHOTS, { recursive: true });
	ward = await new WardServer().start();
	huy = await Staff.signIn(browser, ward, 'huy');
	({ page } = huy);
});
test.afterAll(async () => {
	await huy?.close();
	await ward.close();
});

async function look(name: string, of = page): Promise<void> {
	const { violations } = await new AxeBuilder({ page: of }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
	await of.screenshot({ path: join(SHOTS, `import-${name}-1280.png`) });
	const overflow = await of.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow, `${name} is not moved sideways`).toBeLessThanOrEqual(0);
}

/** Made-up people, four to a door; of every fifty rows one has a day that is none, one an area that is none. */
function makeList(count = ROWS, name = 'Ngườithử'): string {
	const rows = Array.from({ length: count }, (_, at) => {
		const area = at % 50 === 20 ? 'KP99' : 'KP3';
		const birth = at % 50 === 10 ? '31/02/1980' : `14/05/${1950 + (at % 50)}`;
		return `${area};ngách Nhập;${Math.floor(at / 4) + 1};${name} Số ${at};${birth};${at % 2 ? 'Nam' : 'Nữ'};`;
	});
	// row 2 once more at the end
	return [HEAD, ...rows, rows[0]].join('\r\n');
}

async function choose(name: string, mimeType: string, bytes: Uint8Array | string): Promise<void> {
	await page.goto('/ward/import');
	await page.getByLabel('Tệp danh sách').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
	await page.getByRole('button', { name: 'Đọc tệp' }).click();
}

test('a list of 2,000 rows is tried out by row', async () => {
	await page.goto('/ward/import');
	await look('empty');
	await choose('danh-sach.csv', 'text/csv', makeList());
	await expect(page.getByText('Tệp có 2.001 dòng', { exact: false })).toBeVisible();
	await look('columns');
	await page.getByRole('button', { name: 'Chạy thử' }).click();
	const findings = page.getByRole('table').filter({ hasText: 'Dòng' });
	await expect(findings).toBeVisible({ timeout: 60_000 });
	// row 12 of the file is the eleventh person, row 22 the twenty-first, the last one is there already
	await expect(
		findings.getByRole('row').filter({ has: page.getByRole('cell', { name: '12', exact: true }) })
	).toHaveCount(1);
	await expect(
		findings.getByRole('row').filter({ has: page.getByRole('cell', { name: '22', exact: true }) })
	).toHaveCount(1);
	await expect(
		findings.getByRole('row').filter({ has: page.getByRole('cell', { name: '2002', exact: true }) })
	).toHaveCount(1);
	await look('plan');
	expect(readWords('Ngườithử'), 'a dry run writes nothing').toEqual([]);
});

/** Rows of the file behind a link: every fault that `makeList` plants, in words, and the person who comes twice. */
async function readFound(link: RegExp): Promise<void> {
	const coming = page.waitForEvent('download');
	await page.getByRole('link', { name: link }).first().click();
	const bytes = readFileSync(await (await coming).path());
	const [sheet] = readXlsx(bytes);
	const [, head, ...rows] = sheet!.rows;
	expect(head).toEqual(['Dòng', 'Loại', 'Cột', 'Việc cần làm']);
	const planted = Array.from({ length: ROWS }, (_, at) => at).filter((at) => at % 50 === 10 || at % 50 === 20);
	expect(rows.map(([row]) => row)).toEqual([...planted.map((at) => at + 2), ROWS + 2]);
	expect(rows.slice(0, 2).map((row) => row.slice(0, 3))).toEqual([
		[12, 'Lỗi, không nhập', 'Ngày hoặc năm sinh'],
		[22, 'Lỗi, không nhập', 'Khu phố']
	]);
	expect(rows[0]![3]).toContain('Không phải ngày có thật');
	for (const value of ['Ngườithử', '31/02/1980', 'KP99', 'ngách']) expect(JSON.stringify(sheet)).not.toContain(value);
}

test('all that its rows were found to be comes as a file', async () => {
	await readFound(/^Tải tất cả 81 mục$/);
});

test('it is written while a bar shows how far it is', async () => {
	const began = Date.now();
	await page.getByRole('button', { name: 'Nhập', exact: true }).click();
	const row = page.getByRole('row').filter({ hasText: 'Đặng Quốc Huy' }).first();
	await expect(row.getByRole('progressbar').or(row.getByText('Xong'))).toBeVisible();
	await look('running');
	await expect(row.getByRole('button', UNDO)).toBeVisible({ timeout: 60_000 });
	console.log(`2,000 rows in ${((Date.now() - began) / 1000).toFixed(1)} s, the pages around it included`);
	await look('done');
	// the file itself is gone by now: what was left out of the store is still told by row
	await readFound(/^Tải 81 mục cần xem$/);
	await page.goto('/ward/households?q=nguoithu+so+7');
	await expect(page.getByRole('row').filter({ hasText: 'ngách Nhập' }).first()).toBeVisible();
	expect(readWords('Ngườithử').length).toBeGreaterThan(0);
});

test('it is taken back and leaves no trace', async () => {
	await page.goto('/ward/import');
	await page.getByRole('checkbox').first().check();
	await page.getByRole('button', UNDO).click();
	await expect(page.getByText('Đã hoàn tác')).toBeVisible({ timeout: 60_000 });
	await expect(page.getByRole('button', UNDO)).toHaveCount(0);
	await look('undone');
	expect(readWords('Ngườithử')).toEqual([]);
	expect(readWords('nguoithu')).toEqual([]);
	expect(readWords('ngách Nhập')).toEqual([]);
});

test('a workbook as offices make them: merged title, days, lost zeros, formulas, twins', async () => {
	const head = ['Khu phố', 'Số nhà', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số định danh'];
	const bytes = makeWorkbook([
		['DANH SÁCH CƯ TRÚ', null],
		head,
		['Khu phố 3', 7001, 'Bảngtính Một', { day: 31181 }, 'Nam', 185000101],
		['Khu phố 3', 7002, { formula: 'A1&"x"', value: 'Bảngtính Hai' }, 1985, 'Nữ', '000185007777'],
		['Khu phố 3', 7003, 'Bảngtính Ba', '31/02/1980', 'Nam', null],
		['Khu phố 3', 7002, 'Bảngtính Hai', 1985, 'Nữ', '000185007777']
	]);
	await choose('bang.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes);
	await expect(page.getByRole('cell', { name: 'Bảngtính Hai' }).first(), 'a formula as its value').toBeVisible();
	await expect(page.getByRole('cell', { name: '1985-05-14' })).toBeVisible();
	await look('workbook');
	await page.getByRole('button', { name: 'Chạy thử' }).click();
	const findings = page.getByRole('table').filter({ hasText: 'Dòng' });
	const cells = (row: string) =>
		findings.getByRole('row').filter({ has: page.getByRole('cell', { name: row, exact: true }) });
	for (const row of ['3', '5', '6']) await expect(cells(row), `row ${row}`).toHaveCount(1);
	await look('workbook-plan');
	await page.getByRole('button', { name: 'Nhập', exact: true }).click();
	await expect(page.getByRole('button', UNDO)).toBeVisible({ timeout: 60_000 });
	expect(readWords('Bảngtính Một').length).toBeGreaterThan(0);
	expect(readWords('000185007777'), 'no whole number lies in clear').toEqual([]);
	await page.getByRole('checkbox').first().check();
	await page.getByRole('button', UNDO).click();
	await expect(page.getByText('Đã hoàn tác')).toHaveCount(2, { timeout: 60_000 });
	await expect(page.getByRole('button', UNDO)).toHaveCount(0);
	expect(readWords('Bảngtính')).toEqual([]);
});

test('a list of 100,000 rows: how far its dry run is, and how it is ended', async () => {
	// one row less: the first one stands at the end once more
	await choose('dai.csv', 'text/csv', makeList(LONG_ROWS - 1, 'Dàithử'));
	await expect(page.getByText('Tệp có 100.000 dòng', { exact: false })).toBeVisible({ timeout: 120_000 });
	await page.getByRole('button', { name: 'Chạy thử', exact: true }).click();
	const bar = page.getByRole('progressbar', { name: 'Đang chạy thử' });
	await expect(bar).toBeVisible();
	await expect(page.getByText(/[1-9][\d.]* \/ 100\.000 dòng/)).toBeVisible({ timeout: 60_000 });
	await page.screenshot({ path: join(SHOTS, 'import-trying-1280.png') });
	await page.getByRole('button', { name: 'Dừng chạy thử' }).click();
	await expect(bar).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Chạy thử', exact: true })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Kết quả chạy thử' })).toHaveCount(0);
	expect(readWords('Dàithử'), 'a dry run writes nothing').toEqual([]);
});

test('its import goes on without the page, is seen by another, and what it wrote is taken back', async ({
	browser
}) => {
	await page.getByRole('button', { name: 'Chạy thử', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Nhập', exact: true })).toBeVisible({ timeout: 180_000 });
	await look('long-plan');
	await page.getByRole('button', { name: 'Nhập', exact: true }).click();
	await expect(page.getByRole('progressbar', { name: 'Đang chạy' })).toBeVisible();
	await page.goto('/ward');
	const khiem = await Staff.signIn(browser, ward, 'khiem');
	try {
		await khiem.page.goto('/ward/import');
		const row = khiem.page.getByRole('row').filter({ hasText: 'Đặng Quốc Huy' }).first();
		await expect(row.getByRole('progressbar', { name: 'Đang chạy' })).toBeVisible();
		await expect(row.getByText(/[1-9][\d.]* \/ 100\.000 dòng/)).toBeVisible({ timeout: 60_000 });
		await look('long-running', khiem.page);
		await row.getByRole('checkbox').check();
		await row.getByRole('button', { name: 'Dừng và hoàn tác' }).click();
		await expect(row.getByText(/Đang hoàn tác|Đã hoàn tác/).first()).toBeVisible();
		await look('long-undoing', khiem.page);
		await expect(row.getByText('Đã hoàn tác')).toBeVisible({ timeout: 180_000 });
	} finally {
		await khiem.close();
	}
	expect(readWords('Dàithử')).toEqual([]);
	expect(readWords('daithu')).toEqual([]);
});

test('what is no list is answered with a sentence', async () => {
	await choose('anh.csv', 'text/csv', 'chỉ một dòng');
	await expect(page.getByRole('alert')).toBeVisible();
	await look('refused');
	await choose('macro.xlsx', 'application/octet-stream', makeWorkbook([['a', 'b']], { 'xl/vbaProject.bin': 'x' }));
	await expect(page.getByRole('alert')).toBeVisible();
});

/** Tables of the ward's store in which a word stands. */
function readWords(word: string): string[] {
	const store = new SqliteFile(join(ward.dataDir, 'ward.sqlite'), { readonly: true });
	try {
		const tables = store.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
		return tables.filter((table) => JSON.stringify(store.prepare(`select * from "${table}"`).all()).includes(word));
	} finally {
		store.close();
	}
}
