// What is done beside the doors and around the review, in the browser: one person at the table (F077), an outreach event
// (F081), the briefing sheet on one A4 (F097, F099), and filters that an account keeps. Pictures in tests/.tmp/help-desk.

import { expect, test } from '@playwright/test';
import { Staff } from './hands.ts';
import { openAlbum } from './look.ts';
import { WardServer } from './stage.ts';

const { look } = openAlbum('help-desk');

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let ward: WardServer;
let cuc: Staff;
let son: Staff;

test.beforeAll(async ({ browser }) => {
	ward = await new WardServer().start();
	[cuc, son] = [await Staff.signIn(browser, ward, 'cuc'), await Staff.signIn(browser, ward, 'son')];
});
test.afterAll(async () => {
	for (const staff of [cuc, son]) await staff.close();
	await ward.close();
});

test('F077: one person at the table in three presses, no name asked for', async () => {
	const { page } = cuc;
	await page.goto('/ward/help');
	await expect(page.getByText('Hôm nay chưa ghi ai.')).toBeVisible();
	expect(await page.locator('form.card input[type=text], form.card input:not([type])').count()).toBe(0);
	const began = Date.now();
	await page.getByRole('radio', { name: 'Kích hoạt', exact: true }).check();
	await page.getByRole('radio').nth(6).check();
	await page.getByRole('button', { name: 'Ghi người này' }).click();
	await expect(page.getByRole('status')).toContainText('Đã ghi một người.');
	console.log(`one person at the table: ${Date.now() - began} ms by a script`);
	await expect(page.getByRole('heading', { name: 'Hôm nay: 1 người' })).toBeVisible();
	// the same thing is asked for again, its result is not taken over
	await expect(page.getByRole('radio', { name: 'Kích hoạt', exact: true })).toBeChecked();
	await look(page, 'help');
	await page.getByRole('button', { name: /^Rút người lúc/ }).click();
	await expect(page.getByText('Hôm nay chưa ghi ai.')).toBeVisible();
});

test('F081: an event stands beside the doors and is taken back', async () => {
	const { page } = cuc;
	await page.goto('/ward/outreach');
	await page.getByLabel('Nội dung').fill('Lớp đăng nhập cổng dịch vụ');
	await page.getByLabel('Số hộ được tuyên truyền').fill('40');
	await page.getByRole('button', { name: 'Ghi buổi này' }).click();
	await expect(page.getByRole('status')).toHaveText('Đã ghi.');
	await expect(page.getByRole('row').filter({ hasText: 'Toàn phường' }).first()).toContainText('40');
	await look(page, 'outreach');
	await page.getByRole('button', { name: /^Rút buổi ngày/ }).click();
	await expect(page.getByText('Chưa ghi buổi nào.')).toBeVisible();
});

test('F097, F099: the briefing is one sheet of A4 with counts and days left, and names nobody', async () => {
	const { page } = son;
	await page.goto('/ward/campaigns?new');
	await page.getByLabel('Tên đợt').fill('Cao điểm giả định');
	const day = (ahead: number) => {
		const [y, m, d] = new Date(Date.now() + (7 + ahead * 24) * 3600_000).toISOString().slice(0, 10).split('-');
		return `${d}/${m}/${y}`;
	};
	await page.locator('input[name=from]').fill(day(-10));
	await page.locator('input[name=to]').fill(day(12));
	await page.locator('form button.main').click();
	await expect(page.getByRole('status')).toBeVisible();
	await page.goto('/ward/briefing');
	await expect(page.getByText('còn 12 ngày')).toBeVisible();
	await look(page, 'briefing');
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
	const text = await page.locator('article').innerText();
	for (const name of ['Lê Minh Khang', 'Trần Thị Mận', 'Đinh Công Thành']) expect(text).not.toContain(name);
});

test('a filter is kept under a name by whoever made it, and by nobody else', async () => {
	const { page } = cuc;
	await page.goto('/ward/review?state=returned&q=dinh');
	await page.getByText('Lưu bộ lọc này').first().click();
	await page.getByLabel('Tên bộ lọc').fill('Chờ sửa');
	await page.getByRole('button', { name: 'Lưu bộ lọc này' }).click();
	await expect(page.getByRole('status')).toContainText('Đã lưu bộ lọc.');
	await page.goto('/ward/review');
	await page.getByRole('link', { name: 'Chờ sửa', exact: true }).click();
	await expect(page.getByLabel('Trạng thái')).toHaveValue('returned');
	await expect(page.getByLabel('Tìm tên, số nhà, 4 số cuối')).toHaveValue('');
	await look(page, 'filters');
	await son.page.goto('/ward/review?state=returned');
	await expect(son.page.getByRole('link', { name: 'Chờ sửa', exact: true })).toHaveCount(0);
	await son.page.getByLabel('Số ngày để sửa lượt trả lại').fill('3');
	await son.page.getByRole('button', { name: 'Lưu số ngày' }).click();
	await expect(son.page.getByRole('status')).toContainText('Đã lưu số ngày.');
	await look(son.page, 'returned');
	await page.getByRole('button', { name: 'Bỏ bộ lọc Chờ sửa' }).click();
	await expect(page.getByRole('link', { name: 'Chờ sửa', exact: true })).toHaveCount(0);
});
