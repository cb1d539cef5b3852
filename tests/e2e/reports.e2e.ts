// What the desk hands on, end to end: the month report with its files (O3), lists for a purpose, open figures. Pictures at
// 1280 and 1920 are left in tests/.tmp/reports to be looked at.

import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readDocx, readXlsx } from '../fixtures/office.ts';
import { openWideAlbum } from './desk-look.ts';
import { Staff } from './hands.ts';
import { WardServer } from './stage.ts';

const { show, pathOf } = openWideAlbum('reports');
/** Somebody of the demo without level 2, and so on the appendix; in no report without it. */
const RESIDENT = 'Ngô Thị Sen';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

let ward: WardServer;
let son: Staff;
let huy: Staff;

test.beforeAll(async ({ browser }) => {
	ward = await new WardServer().start();
	son = await Staff.signIn(browser, ward, 'son');
	huy = await Staff.signIn(browser, ward, 'huy');
});
test.afterAll(async () => {
	await son.close();
	await huy.close();
	await ward.close();
});

/** Asks for a file, gives the password again, and is back on the page with what was chosen. */
async function confirmFor({ page }: Staff, button: RegExp): Promise<void> {
	await page.getByRole('button', { name: button }).click();
	await expect(page).toHaveURL(/\/ward\/confirm\?to=/);
	await page.getByLabel('Mật khẩu').fill(ward.readDemoPassword());
	await page.getByRole('button', { name: 'Tiếp tục' }).click();
	await expect(page.getByRole('status')).toContainText('Đã nhận mật khẩu.');
}

test('O3: the month report, its texts, its files, and the appendix for the ward’s staff alone', async () => {
	await son.page.goto('/ward/reports');
	await show(son.page, 'reports');
	await son.page.getByRole('button', { name: 'Lập báo cáo' }).click();
	await expect(son.page).toHaveURL(/\/ward\/reports\/[0-9a-f-]{36}$/);
	await son.page.getByLabel('Đề xuất, kiến nghị').fill('Đề nghị thêm một buổi thu nhận lưu động.');
	await son.page.getByLabel('Kính gửi').fill('Công an tỉnh (giả định)');
	await son.page.getByRole('button', { name: 'Lưu lời báo cáo' }).click();
	await expect(son.page.getByRole('status')).toHaveText('Đã lưu.');
	await expect(son.page.getByText('Kính gửi: Công an tỉnh (giả định)')).toBeVisible();
	await show(son.page, 'report');
	await son.page.emulateMedia({ media: 'print' });
	await son.page.screenshot({ path: pathOf('report-print'), fullPage: true });
	await son.page.emulateMedia({ media: 'screen' });
	expect(await son.page.getByLabel(/Kèm phụ lục/).count()).toBe(0);

	const take = async (staff: Staff, button: RegExp) => {
		const [file] = await Promise.all([
			staff.page.waitForEvent('download'),
			staff.page.getByRole('button', { name: button }).click()
		]);
		return new Uint8Array(readFileSync(await file.path()));
	};
	await confirmFor(son, /DOCX/);
	const docx = readDocx(await take(son, /DOCX/));
	expect(docx.text).toContain('Đề nghị thêm một buổi thu nhận lưu động.');
	expect(docx.text).not.toContain(RESIDENT);
	const pdf = Buffer.from(await take(son, /PDF/));
	expect([pdf.subarray(0, 5).toString(), pdf.length > 20_000]).toEqual(['%PDF-', true]);
	const xlsx = readXlsx(await take(son, /XLSX/));
	expect(xlsx.map(({ name }) => name)).toContain('Nguyên nhân');
	expect(JSON.stringify(xlsx)).not.toContain(RESIDENT);

	await huy.page.goto(new URL(son.page.url()).pathname);
	await confirmFor(huy, /XLSX/);
	await huy.page.getByLabel(/Kèm phụ lục/).check();
	await huy.page.getByRole('button', { name: /DOCX/ }).click();
	await expect(huy.page.getByRole('alert')).toBeVisible();
	await huy.page.getByLabel(/Kèm phụ lục/).check();
	await huy.page.getByLabel('Dùng vào việc gì').fill('Giao thu nhận lưu động');
	expect(readDocx(await take(huy, /DOCX/)).tables.at(-1)!.length).toBeGreaterThan(3);
	await huy.page.goto('/ward/audit');
	const line = huy.page.getByRole('row', { name: /phụ lục tên người dân/ });
	await expect(line).toContainText('Giao thu nhận lưu động');
});

test('F095, F100: lists ask what for; open figures hide what is small; the administrator gets neither names nor reports', async ({
	browser
}) => {
	// whoever has just signed in has not given the password for a file
	const cuc = await Staff.signIn(browser, ward, 'cuc');
	const { page } = cuc;
	await page.goto('/ward/lists?kind=referrals');
	await show(page, 'lists');
	await page.getByLabel('Dùng vào việc gì').fill('Giao ban tuần');
	await confirmFor(cuc, /XLSX/);
	await expect(page.locator('select[name=kind]')).toHaveValue('referrals');
	await show(page, 'lists-again');
	await page.getByLabel('Dùng vào việc gì').fill('Giao ban tuần');
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Tải bảng tính (XLSX)' }).click()
	]);
	const [sheet] = readXlsx(new Uint8Array(readFileSync(await file.path())));
	expect(sheet!.name).toBe('Chuyển xử lý');
	expect(sheet!.rows.length).toBeGreaterThan(2);
	const [open] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Tải số liệu mở (CSV)' }).click()
	]);
	const csv = readFileSync(await open.path(), 'utf8');
	expect(csv.split('\r\n')[0]).toContain('"Khu phố","Số hộ"');
	for (const cell of csv.split('\r\n').slice(1).join(',').split(','))
		if (/^\d+$/.test(cell)) expect(Number(cell)).toBeGreaterThanOrEqual(5);

	await cuc.close();
	const khiem = await Staff.signIn(browser, ward, 'khiem');
	await khiem.page.goto('/ward/lists');
	await expect(khiem.page.getByText('Vai trò này không tải danh sách người dân.')).toBeVisible();
	await khiem.page.goto('/ward/reports');
	await expect(khiem.page.getByText('Vai trò này không lập báo cáo.')).toBeVisible();
	const report = new URL((await son.page.goto('/ward/reports'))!.url());
	await son.page
		.getByRole('link', { name: /^Tháng/ })
		.first()
		.click();
	await son.page.waitForURL(/reports\/./);
	expect((await khiem.page.goto(new URL(son.page.url()).pathname))!.status()).toBe(403);
	expect(report.pathname).toBe('/ward/reports');
	await khiem.close();
});
